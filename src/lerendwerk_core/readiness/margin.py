"""
How firm the route is: which answers would have to change for another one.

All items but the last are alike to a rule, so a set of items is told by its *shape*: how many lacking,
in-order and open items are in it, and whether the last one is. A set is minimal when no part of it would
do. Such shapes are few, found exactly, and say how many sets there are, be it billions; the sets
themselves are listed up to a limit.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Iterator, Sequence

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import RouteRule, Tally
from lerendwerk_core.readiness.rule import Position, decide
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
        pairs = zip(attrs.astuple(self), attrs.astuple(other), strict=True)
        return all(one >= few for one, few in pairs)


@attrs.frozen
class Margins:
    """
    What would change the route: the ``minimal`` shapes, smallest first, and per route that can be
    reached the shapes of the smallest sets that do.
    """

    minimal: tuple[Shape, ...]
    reach: dict[Route, tuple[Shape, ...]]

    @property
    def smallest(self) -> tuple[Shape, ...]:
        """The shapes of the smallest sets of all."""
        return tuple(one for one in self.minimal if one.size == self.minimal[0].size)


def margins(position: Position, rule: RouteRule) -> Margins:
    """Return what would change the route that *rule* takes at *position*."""
    search = _Search(position, rule)
    minimal: list[Shape] = []
    reach: dict[Route, list[Shape]] = {}
    for shape in search.shapes():
        routes = search.routes(shape) - {search.now}
        if routes and not any(map(shape.holds, minimal)):
            minimal.append(shape)
        for route in routes:
            if route not in reach or reach[route][0].size == shape.size:
                reach.setdefault(route, []).append(shape)
    return Margins(tuple(minimal), {route: tuple(shapes) for route, shapes in reach.items()})


class _Search:
    """Looks for routes around one position."""

    def __init__(self, position: Position, rule: RouteRule) -> None:
        self.position = position
        remembered = functools.cache(rule.__call__)

        class Remembered:
            key = rule.key

            def __call__(self, tally: Tally) -> tuple[Route, bool]:
                return remembered(tally)

        self.rule = Remembered()
        self.known: dict[tuple[int, int, Answer | None], Route] = {}
        self.now = self._route(position.deficient, position.open, position.last)

    def shapes(self) -> Iterator[Shape]:
        """
        Yield the shapes that could be minimal, smallest first.

        A set in which one item is mended and another spoiled is not: leaving out both comes to the same.
        """
        at = self.position
        fine = at.others - at.deficient - at.open
        turned = [(lacking, 0) for lacking in range(at.deficient + 1)]
        turned += [(0, one) for one in range(1, fine + 1)]
        last = (False, True) if at.last is not None else (False,)
        every = itertools.product(turned, range(at.open + 1), last)
        found = (Shape(*turns, opened, with_last) for turns, opened, with_last in every)
        yield from sorted(found, key=lambda one: (one.size, one))

    def routes(self, shape: Shape) -> set[Route]:
        """Return the routes to which answering the items of *shape* otherwise can lead."""
        at = self.position
        turned = at.deficient - shape.lacking + shape.fine
        return {
            self._route(turned + bad, at.open - shape.open, last)
            for bad in range(shape.open + 1)
            for last in self._last(changes=shape.last)
        }

    def _last(self, *, changes: bool) -> Sequence[Answer | None]:
        """Return what the last item may come to; in part lacking is as good as wholly."""
        last = self.position.last
        if not changes:
            return (last,)
        ends = (Answer.IN_ORDER, Answer.NOT_IN_ORDER)
        same = Answer.NOT_IN_ORDER if last is Answer.PARTLY else last
        return [answer for answer in ends if answer is not same]

    def _route(self, deficient: int, unanswered: int, last: Answer | None) -> Route:
        key = deficient, unanswered, last
        if key not in self.known:
            others = self.position.others
            there = Position(others=others, deficient=deficient, open=unanswered, last=last)
            self.known[key] = decide(there, self.rule)[0]
        return self.known[key]


@attrs.frozen
class Sets:
    """Sets of items of some shapes: the first of them, smallest first, and how many there are."""

    listed: tuple[tuple[str, ...], ...]
    total: int


def sets_of(
    checklist: Checklist,
    sheet: AnswerSheet,
    shapes: Sequence[Shape],
    limit: int = LISTED_FLIPS,
) -> Sets:
    """Return the sets of items of *sheet* that have one of *shapes*, those of a size in order."""
    kinds = _by_kind(checklist, sheet)
    total = sum(_count(kinds, shape) for shape in shapes)
    listed: list[tuple[str, ...]] = []
    for _, alike in itertools.groupby(sorted(shapes, key=_size), key=_size):
        some = (itertools.islice(_sets(kinds, one, checklist), limit) for one in alike)
        listed += sorted(itertools.chain(*some), key=functools.partial(_places, checklist))
        if len(listed) >= limit:
            break
    return Sets(tuple(listed[:limit]), total)


def _size(shape: Shape) -> int:
    return shape.size


def _places(checklist: Checklist, items: Sequence[str]) -> list[int]:
    return [checklist.item_ids.index(item) for item in items]


Kinds = tuple[list[str], list[str], list[str]]


def _by_kind(checklist: Checklist, sheet: AnswerSheet) -> Kinds:
    """Return the lacking, the in-order and the open items, without the last one."""
    lacking: list[str] = []
    fine: list[str] = []
    unanswered: list[str] = []
    for item in checklist.item_ids:
        answer = sheet.get(item, Answer.UNANSWERED)
        if item == checklist.last_item or answer is Answer.NOT_APPLICABLE:
            continue
        kind = lacking if answer.is_deficient else fine
        (unanswered if answer is Answer.UNANSWERED else kind).append(item)
    return lacking, fine, unanswered


def _count(kinds: Kinds, shape: Shape) -> int:
    chosen = (shape.lacking, shape.fine, shape.open)
    return math.prod(math.comb(len(kind), n) for kind, n in zip(kinds, chosen, strict=True))


def _sets(kinds: Kinds, shape: Shape, checklist: Checklist) -> Iterator[tuple[str, ...]]:
    last = (checklist.last_item,) if shape.last else ()
    for parts in _choices(kinds, (shape.lacking, shape.fine, shape.open)):
        chosen = {*parts, *last}
        yield tuple(item for item in checklist.item_ids if item in chosen)


def _choices(kinds: Sequence[list[str]], counts: Sequence[int]) -> Iterator[tuple[str, ...]]:
    """Yield every choice of so many of each kind, one by one: there may be billions."""
    if not kinds:
        yield ()
        return
    for chosen in itertools.combinations(kinds[0], counts[0]):
        for others in _choices(kinds[1:], counts[1:]):
            yield (*chosen, *others)
