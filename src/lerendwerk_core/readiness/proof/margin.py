"""
How firm the route is: which answers would have to change for another one.

All items but the last are alike to a rule, so a set of items is told by its *shape*: how many lacking,
in-order and open items are in it, and whether the last one is. A set is minimal when no part of it would
do. Such shapes are few, found exactly, and say how many sets there are, be it billions; the sets
themselves are listed up to a limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import RouteRule
from lerendwerk_core.readiness.proof.item_sets import Sets, sets_with
from lerendwerk_core.readiness.proof.route_map import RouteMap
from lerendwerk_core.readiness.rule import Position, answer_to
from lerendwerk_core.vocabulary import Answer, Route

LISTED_FLIPS = 10


@attrs.frozen(order=True)
class Shape:
    """
    How many items of each kind a set has: lacking, in order and open ones, and whether the last.

    All answers in it change: what lacks comes in order, what is in order lacks, open items are answered.
    """

    lacking: int
    fine: int
    open: int
    last: bool

    @property
    def size(self) -> int:
        """The number of items."""
        return self.lacking + self.fine + self.open + self.last

    def holds(self, other: Shape) -> bool:
        """Whether sets of this shape have sets of the *other* shape in them."""
        return (
            self.lacking >= other.lacking
            and self.fine >= other.fine
            and self.open >= other.open
            and self.last >= other.last
        )


@attrs.frozen
class Margins:
    """
    What would change the route: the ``minimal`` shapes, smallest first, and per route that can be
    reached the shapes of the smallest sets that do. *Undetermined* is a route to leave for, not to reach.
    """

    minimal: tuple[Shape, ...]
    reach: dict[Route, tuple[Shape, ...]]

    @property
    def smallest(self) -> tuple[Shape, ...]:
        """The shapes of the smallest sets of all."""
        return tuple(one for one in self.minimal if one.size == self.minimal[0].size)


def margins(position: Position, rule: RouteRule) -> Margins:
    """Return what would change the route that *rule* takes at *position*."""
    routes = RouteMap(rule)
    now = routes.at(position)
    least: dict[Route, set[Shape]] = {}
    for shape, route in _Around(position, routes).shapes():
        if route is not now:
            least.setdefault(route, set()).add(shape)
    reach = {route: _smallest(least[route]) for route in Route if route in least}
    reach.pop(Route.UNDETERMINED, None)
    return Margins(_minimal(set().union(*least.values())), reach)


def _smallest(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    known = sorted(shapes, key=_size_first)
    return tuple(one for one in known if one.size == known[0].size)


def _minimal(shapes: Iterable[Shape]) -> tuple[Shape, ...]:
    """Return the *shapes* that have no other one in them, smallest first."""
    least: dict[tuple[int, bool, bool], Shape] = {}
    for one in sorted(shapes, key=_size_first):
        # Of those that turn the same way with as many open items the smallest is in all others.
        least.setdefault((one.open, one.fine > 0, one.last), one)
    found: list[Shape] = []
    for one in least.values():
        if not any(map(one.holds, found)):
            found.append(one)
    return tuple(found)


def _size_first(shape: Shape) -> tuple[int, int, int, int, bool]:
    return shape.size, shape.lacking, shape.fine, shape.open, shape.last


@attrs.frozen
class _Around:
    """The routes around one position."""

    position: Position
    routes: RouteMap

    def shapes(self) -> Iterator[tuple[Shape, Route]]:
        """
        Yield every outcome: the smallest shape that can come to it, and the route there.

        From d lacking items to some other number leads one way that is in all others: to mend what is
        too many, or to spoil what is too few when the open items that are answered lack too.
        """
        d = self.position.deficient
        for last, changes in self._last():
            rows = self.routes.rows(self.position.others, last)
            for opened in range(self.position.open + 1):
                for there, route in enumerate(rows[self.position.open - opened]):
                    mended, spoiled = max(0, d - there), max(0, there - opened - d)
                    yield Shape(mended, spoiled, opened, changes), route

    def _last(self) -> Iterator[tuple[Answer | None, bool]]:
        """Yield what the last item may come to, and whether that is another answer to a rule."""
        last = self.position.last
        yield last, False
        if last is not None and not last.is_deficient:
            yield Answer.NOT_IN_ORDER, True
        if last is not None and last is not Answer.IN_ORDER:
            yield Answer.IN_ORDER, True


def sets_of(
    checklist: Checklist,
    sheet: AnswerSheet,
    shapes: Sequence[Shape],
    limit: int = LISTED_FLIPS,
) -> Sets:
    """Return the sets of items of *sheet* that have one of *shapes*, the first *limit* listed."""
    kinds = {item.id: _kind(checklist, item.id, answer_to(item, sheet)) for item in checklist.items}
    return sets_with(kinds, [attrs.asdict(shape) for shape in shapes], limit)


def _kind(checklist: Checklist, item: str, answer: Answer) -> str:
    """Return which number of a shape counts an item with this *answer*; none counts what is set aside."""
    if answer is Answer.NOT_APPLICABLE:
        return "aside"
    if item == checklist.last_item:
        return "last"
    if answer is Answer.UNANSWERED:
        return "open"
    return "lacking" if answer.is_deficient else "fine"
