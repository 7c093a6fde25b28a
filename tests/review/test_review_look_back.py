"""Looking back: what changed between rounds, and which reviews are due."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Plan, ReviewMoment
from lerendwerk_core.model.table import Table
from lerendwerk_core.review import Review, findings, look_back
from lerendwerk_core.vocabulary import Answer, Route

LETTERS = dict(zip("gpnxo", Answer, strict=True))
DAY = dt.date(2026, 1, 1)

sheets = st.text("gpnxo", min_size=4, max_size=4)


def sheet(letters: str) -> AnswerSheet:
    return Table((f"i{place}", LETTERS[letter]) for place, letter in enumerate(letters))


def looked(*rounds: str) -> Review:
    moments = Table((f"T{place}", sheet(one)) for place, one in enumerate(rounds))
    routes = Table((moment, Route.SECURE) for moment in moments)
    return look_back(Dossier(id="d"), routes, moments)


@given(sheets, sheets)
def test_every_changed_answer_is_better_worse_or_newly_given(old: str, new: str) -> None:
    (change,) = looked(old, new).changes

    for place, (was, is_) in enumerate(zip(old, new, strict=True)):
        graded = was in "gpn" and is_ in "gpn"
        found = [
            name
            for name in ("improved", "worsened", "other")
            if f"i{place}" in getattr(change, name)
        ]
        if was == is_:
            assert found == []
        elif graded:
            assert found == ["improved" if "gpn".index(is_) < "gpn".index(was) else "worsened"]
        else:
            assert found == ["other"]


@given(sheets, sheets)
def test_what_improves_one_way_worsens_the_other_way(old: str, new: str) -> None:
    (there,), (back,) = looked(old, new).changes, looked(new, old).changes

    assert (there.improved, there.worsened, there.other) == (
        back.worsened,
        back.improved,
        back.other,
    )


def test_each_round_is_compared_with_the_one_before() -> None:
    changes = looked("nnnn", "gnnn", "gpnn").changes

    assert [(one.before, one.after) for one in changes] == [("T0", "T1"), ("T1", "T2")]
    assert [one.improved for one in changes] == [("i0",), ("i1",)]


def test_one_round_has_nothing_to_compare_with() -> None:
    assert looked("nnnn").changes == ()


def test_worsened_items_are_a_finding_of_their_round() -> None:
    (found,) = findings(looked("gggg", "gpgg"))

    assert (found.code, found.where) == ("items-worsened", "checklist.rounds.T1")
    assert "i1" in found.message.nl


def test_improvement_alone_is_no_finding() -> None:
    assert list(findings(looked("nnnn", "gggg"))) == []


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

    found = look_back(dossier, Table(), Table(), as_of)

    assert (found.overdue, found.as_of, found.reviews) == (overdue, as_of, (moment,))
    assert [one.code for one in findings(found)] == ["review-overdue"] * len(overdue)
