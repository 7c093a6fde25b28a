"""Looking back: what changed between rounds, and which reviews are due."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Plan, ReviewMoment
from lerendwerk_core.model.rounds import RoundChange
from lerendwerk_core.model.table import Table
from lerendwerk_core.review import Review, findings, look_back
from lerendwerk_core.vocabulary import Route

DAY = dt.date(2026, 1, 1)


def looked(*worsened: str) -> Review:
    """Two rounds, the second of which found these items worse."""
    change = RoundChange(
        before="T0",
        after="T1",
        route_before=Route.SECURE,
        route_after=Route.SECURE,
        improved=("i0",),
        worsened=worsened,
    )
    routes = Table({"T0": Route.SECURE, "T1": Route.SECURE})
    return look_back(Dossier(id="d"), routes, (change,))


def test_worsened_items_are_a_finding_of_their_round() -> None:
    (found,) = findings(looked("i1"))

    assert (found.code, found.where) == ("items-worsened", "checklist.rounds.T1")
    assert "i1" in found.message.nl


def test_improvement_alone_is_no_finding() -> None:
    assert list(findings(looked())) == []


@pytest.mark.parametrize(
    ("as_of", "done", "overdue"),
    [
        (None, False, ()),
        (DAY - dt.timedelta(days=1), False, ()),
        (DAY, False, ()),
        (DAY + dt.timedelta(days=1), False, ("T1",)),
        (DAY + dt.timedelta(days=1), True, ()),
    ],
)
def test_a_review_is_overdue_only_after_its_day_and_only_if_a_day_is_given(
    as_of: dt.date | None, done: bool, overdue: tuple[str, ...]
) -> None:
    moment = ReviewMoment(moment="T1", date=DAY, done=done)
    dossier = attrs.evolve(Dossier(id="d"), plan=Plan(reviews=(moment,)))

    found = look_back(dossier, Table(), (), as_of)

    assert (found.overdue, found.as_of, found.reviews) == (overdue, as_of, (moment,))
    assert [one.code for one in findings(found)] == ["review-overdue"] * len(overdue)
