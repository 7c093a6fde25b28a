"""
How firm the route is: the least number of answers to change, and the smallest sets that do it.

All items but the last are alike to a rule, so a position is four numbers and the search over
positions is exact. The sets themselves are listed up to a limit; their number is always exact.
"""

from __future__ import annotations

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


@attrs.frozen(kw_only=True)
class Switch:
    """
    One kind of change: how many other items turn from lacking to in order (``mended``), from in
    order to lacking (``spoiled``), are answered for the first time, and whether the last one turns.
    """

    mended: int
    spoiled: int
    filled_good: int
    filled_bad: int
    last: Answer | None

    @property
    def others(self) -> tuple[int, int, int]:
        """How many lacking, in-order and open items the change touches."""
        return self.mended, self.spoiled, self.filled_good + self.filled_bad

    def size(self, before: Position) -> int:
        """The number of answers that change."""
        return sum(self.others) + (self.last is not before.last)

    def after(self, before: Position) -> Position:
        """The position that results."""
        return attrs.evolve(
            before,
            deficient=before.deficient - self.mended + self.spoiled + self.filled_bad,
            open=before.open - self.filled_good - self.filled_bad,
            last=self.last,
        )


def smallest_switches(position: Position, rule: RouteRule) -> tuple[Switch, ...]:
    """Return every kind of change of least size that leads to another route."""
    route = decide(position, _remembered(rule))[0]
    known = _remembered(rule)
    for size in range(1, position.items + 1):
        found = tuple(
            switch
            for switch in _switches(position, size)
            if decide(switch.after(position), known)[0] is not route
        )
        if found:
            return found
    return ()


def _switches(position: Position, size: int) -> Iterator[Switch]:
    fine = position.others - position.deficient - position.open
    for last in _last_answers(position.last):
        rest = size - (last is not position.last)
        for mended in range(min(rest, position.deficient) + 1):
            for spoiled in range(min(rest - mended, fine) + 1):
                filled = rest - mended - spoiled
                # To mend one item and spoil another is two changes that undo each other.
                if filled > position.open or (mended and spoiled):
                    continue
                for bad in range(filled + 1):
                    yield Switch(
                        mended=mended,
                        spoiled=spoiled,
                        filled_good=filled - bad,
                        filled_bad=bad,
                        last=last,
                    )


def _last_answers(last: Answer | None) -> tuple[Answer | None, ...]:
    if last is None:
        return (None,)
    others = (answer for answer in (Answer.IN_ORDER, Answer.NOT_IN_ORDER) if answer is not last)
    same_kind = Answer.NOT_IN_ORDER if last is Answer.PARTLY else None
    return (last, *(answer for answer in others if answer is not same_kind))


def _remembered(rule: RouteRule) -> RouteRule:
    answers: dict[Tally, tuple[Route, bool]] = {}

    class Remembered:
        key = rule.key

        def __call__(self, tally: Tally) -> tuple[Route, bool]:
            if tally not in answers:
                answers[tally] = rule(tally)
            return answers[tally]

    return Remembered()


def flip_sets(
    checklist: Checklist, sheet: AnswerSheet, switches: tuple[Switch, ...], last: Answer | None
) -> tuple[tuple[tuple[str, ...], ...], int]:
    """
    Return the smallest sets of items whose answers would have to change, and how many there are.

    At most :data:`LISTED_FLIPS` sets are listed, in checklist order.
    """
    kinds = _by_kind(checklist, sheet)
    shapes = {(switch.others, switch.last is not last) for switch in switches}
    total = sum(math.prod(math.comb(len(kinds[i]), n) for i, n in enumerate(s[0])) for s in shapes)
    each = (
        itertools.islice(_sets(kinds, shape, checklist), LISTED_FLIPS) for shape in sorted(shapes)
    )
    order = {item: place for place, item in enumerate(checklist.item_ids)}
    listed = sorted(itertools.chain(*each), key=lambda items: [order[item] for item in items])
    return tuple(listed[:LISTED_FLIPS]), total


def _by_kind(checklist: Checklist, sheet: AnswerSheet) -> tuple[list[str], list[str], list[str]]:
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


def _sets(
    kinds: tuple[list[str], ...], shape: tuple[tuple[int, int, int], bool], checklist: Checklist
) -> Iterator[tuple[str, ...]]:
    counts, with_last = shape
    last = (checklist.last_item,) if with_last else ()
    for parts in _choices(kinds, counts):
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
