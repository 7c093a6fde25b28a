"""What is needed to reach a route, and how far on the way to a target one is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import RouteRule
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.proof.margin import LISTED_FLIPS, Shape, margins, sets_of
from lerendwerk_core.readiness.proof.route_map import RouteMap
from lerendwerk_core.readiness.rule import Position, position_of
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer, Route
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class Way(Wired):
    """How many items to bring in order, to answer, and that would no longer be in order."""

    mended: int
    answered: int
    spoiled: int


@attrs.frozen(kw_only=True)
class Reach(Wired):
    """
    What is needed to reach a route: the least number of ``answers`` that change, and which.

    ``sets`` are the first of ``total`` smallest sets of items, ``ways`` what happens to the items in
    them. ``answers`` is 0 where the route is there already, and ``None`` where nothing leads to it.
    """

    answers: int | None
    sets: tuple[tuple[str, ...], ...] = ()
    total: int = 0
    ways: tuple[Way, ...] = ()
    because: tuple[Text, ...] = ()


def reach(
    checklist: Checklist,
    sheet: AnswerSheet,
    rule: RouteRule,
    target: Route,
    limit: int = LISTED_FLIPS,
) -> Reach:
    """
    Return what is needed for *sheet* to lead to *target* by *rule*, no more than *limit* sets listed.

    Nobody aims for *undetermined*: nothing leads to it.

    Raises:
        ReadinessError: Fewer than three items count.
    """
    position = position_of(checklist, sheet)
    if RouteMap(rule).at(position) is target:
        return Reach(answers=0, because=(reason("reach-here"),))
    shapes = margins(position, rule).reach.get(target, ())
    return reach_by(checklist, sheet, position, shapes, limit)


def reach_by(
    checklist: Checklist,
    sheet: AnswerSheet,
    position: Position,
    shapes: Sequence[Shape],
    limit: int = LISTED_FLIPS,
) -> Reach:
    """Return what is needed for a route that sets of *shapes*, all of one size, lead to."""
    if not shapes:
        return Reach(answers=None, because=(reason("reach-never"),))
    sets = sets_of(checklist, sheet, shapes, limit)
    ways = tuple(dict.fromkeys(_way(position, shape) for shape in shapes))
    return Reach(
        answers=shapes[0].size,
        sets=sets.listed,
        total=sets.total,
        ways=ways,
        because=tuple(reason("reach-way", steps=list(_steps(way))) for way in ways),
    )


def _way(position: Position, shape: Shape) -> Way:
    """Return what happens to the items of *shape*, the last one among its likes."""
    last = position.last if shape.last else None
    return Way(
        mended=shape.lacking + (last is not None and last.is_deficient),
        answered=shape.open + (last is Answer.UNANSWERED),
        spoiled=shape.fine + (last is Answer.IN_ORDER),
    )


def _steps(way: Way) -> Iterator[Text]:
    numbers = {
        "reach-mended": way.mended,
        "reach-answered": way.answered,
        "reach-spoiled": way.spoiled,
    }
    for code, number in numbers.items():
        if number:
            yield reason(code, number=number)


def progress(baseline: float | None, current: float | None, target: float | None) -> float | None:
    """
    Return how far *current* is on the way from *baseline* to *target*: 0 at the one, 1 at the other.

    Whose baseline was the target has all of it (1). Below 0 it went back, above 1 it went further. There
    is no saying (``None``) where one of the three has no score.

    Source: so OWASP SAMM reports it, (current - baseline) / (target - baseline).
    """
    if baseline is None or current is None or target is None:
        return None
    return 1.0 if target == baseline else (current - baseline) / (target - baseline)
