"""The same questions again: what changed since the previous round, and which reviews are due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import partial

import attrs

from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import ReviewMoment
from lerendwerk_core.model.rounds import RoundChange
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Route, Stage

_finding = partial(Finding.of, stage=Stage.REVIEW)


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
    changes: tuple[RoundChange, ...] = (),
    as_of: dt.date | None = None,
) -> Review:
    """
    Return what there is to look back on.

    *routes* holds what every round led to, *changes* what each answered otherwise than the one before.
    The library has no clock: without *as_of* nothing is overdue.
    """
    overdue = [one for one in dossier.plan.reviews if as_of and one.date < as_of and not one.done]
    return Review(
        routes=routes,
        changes=changes,
        reviews=dossier.plan.reviews,
        overdue=tuple(one.moment for one in overdue),
        as_of=as_of,
    )


def findings(review: Review) -> Iterator[Finding]:
    """Yield what to discuss when looking back."""
    for change in review.changes:
        if change.worsened:
            where = f"checklist.rounds.{change.after}"
            yield _finding("items-worsened", where, items=change.worsened, before=change.before)
    for moment in review.overdue:
        yield _finding("review-overdue", "plan.reviews", moment=moment)
