"""The same questions again: what changed since the previous round, and which reviews are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial
from itertools import pairwise

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import ReviewMoment
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Answer, Route, Stage

_finding = partial(Finding.of, stage=Stage.REVIEW)

SCALE = (Answer.IN_ORDER, Answer.PARTLY, Answer.NOT_IN_ORDER)


@attrs.frozen(kw_only=True)
class RoundChange(Wired):
    """What a later round answers differently: items that are better, worse, or newly answered."""

    before: str
    after: str
    improved: tuple[str, ...]
    worsened: tuple[str, ...]
    other: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Review(Wired):
    """
    What there is to look back on.

    ``routes`` holds the route of every round, oldest first; ``overdue`` are reviews whose date has
    passed on ``as_of`` and that are not marked done.
    """

    routes: Table[str, Route]
    changes: tuple[RoundChange, ...]
    reviews: tuple[ReviewMoment, ...]
    overdue: tuple[str, ...]
    as_of: dt.date | None


def look_back(
    dossier: Dossier,
    routes: Table[str, Route],
    sheets: Table[str, AnswerSheet],
    as_of: dt.date | None = None,
) -> Review:
    """
    Return what changed between the rounds.

    *sheets* holds one answer sheet per round and *routes* what it led to. The library has no clock:
    without *as_of* nothing is overdue.
    """
    rounds = list(sheets.items())
    overdue = [one for one in dossier.plan.reviews if as_of and one.date < as_of and not one.done]
    return Review(
        routes=routes,
        changes=tuple(_change(*earlier, *later) for earlier, later in pairwise(rounds)),
        reviews=dossier.plan.reviews,
        overdue=tuple(one.moment for one in overdue),
        as_of=as_of,
    )


def _change(before: str, old: AnswerSheet, after: str, new: AnswerSheet) -> RoundChange:
    improved: list[str] = []
    worsened: list[str] = []
    other: list[str] = []
    for item in new:
        was, is_ = old.get(item, Answer.UNANSWERED), new[item]
        if was is is_:
            continue
        if was not in SCALE or is_ not in SCALE:
            other.append(item)
        else:
            (improved if SCALE.index(is_) < SCALE.index(was) else worsened).append(item)
    return RoundChange(
        before=before,
        after=after,
        improved=tuple(improved),
        worsened=tuple(worsened),
        other=tuple(other),
    )


def findings(review: Review) -> Iterator[Finding]:
    """Yield what to discuss when looking back."""
    for change in review.changes:
        if change.worsened:
            where = f"checklist.rounds.{change.after}"
            yield _finding("items-worsened", where, items=change.worsened, before=change.before)
    for moment in review.overdue:
        yield _finding("review-overdue", "plan.reviews", moment=moment)
