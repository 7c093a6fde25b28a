"""How often every answer was given to one item, and who could have answered otherwise."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Collection, Iterator, Mapping

import attrs

from lerendwerk_core.disclosure import TOTAL
from lerendwerk_core.disclosure.tables import Cell
from lerendwerk_core.model.answers import ANSWERS, LEVELS, Counts
from lerendwerk_core.model.contracts import Aggregation
from lerendwerk_core.readiness.aggregation import MEDIAN
from lerendwerk_core.readiness.agreement import is_polarised
from lerendwerk_core.readiness.several import one_answer

NAMES = tuple(answer.value for answer in ANSWERS)
PAIRS = tuple(itertools.permutations(range(len(ANSWERS)), 2))

Pair = tuple[int, int]


@attrs.frozen
class Ways:
    """
    How people could have answered an item otherwise, and no one could tell.

    ``steps`` holds per pair of answers the organisations of which somebody who gave the first could
    have given the second, ``shifts`` the pairs of which that may show in all.
    """

    steps: Mapping[Pair, tuple[str, ...]]
    shifts: frozenset[Pair]

    def change(self, name: str, code: int) -> bool:
        """Whether the count of an answer in an organisation, or in all, could be another."""
        others = [other for other in range(len(ANSWERS)) if other != code]
        moves = [(code, other) for other in others] + [(other, code) for other in others]
        if name == TOTAL:
            return any(m in self.shifts and self._way(*m, without=None) for m in moves)
        return any(self._evens_out(name, *m) for m in moves if name in self.steps[m])

    def _evens_out(self, name: str, source: int, target: int) -> bool:
        """Whether, when somebody of *name* goes from *source* to *target*, others could hide it."""
        ends = [source, *(end for start, end in self.shifts if start == source)]
        return any(self._way(target, end, without=name) for end in ends)

    def _way(
        self, source: int, target: int, *, without: str | None, passed: Collection[int] = ()
    ) -> bool:
        """Whether people, each of another organisation, could turn one *source* into a *target*."""
        if source == target:
            return True
        return any(
            self._way(middle, target, without=without, passed=(*passed, source))
            for middle in range(len(ANSWERS))
            if middle not in (source, *passed)
            and len(set(self.steps[source, middle]) - {without}) > len(passed)
        )


@attrs.frozen
class ItemTable:
    """
    How often every answer was given to an item, and what is told of it.

    Of the rows in ``blank`` no count is shown, not even one of nothing.
    """

    rows: Mapping[str, Counts]
    hidden: Collection[Cell]
    way: Aggregation
    blank: Collection[str] = ()
    tells_ends: bool = True

    @property
    def total(self) -> Counts:
        return tuple(map(sum, zip(*self.rows.values(), strict=True)))

    def rows_hidden(self) -> ItemTable:
        """Return the table with no count of an organisation shown but how many people it has."""
        cells = {(name, answer) for name in self.rows for answer in NAMES}
        return attrs.evolve(self, hidden={*self.hidden, *cells}, blank={*self.rows})

    def all_hidden(self) -> ItemTable:
        """Return the table with no count shown but how many people there are."""
        cells = {(name, answer) for name in (*self.rows, TOTAL) for answer in NAMES}
        return attrs.evolve(self, hidden=cells, blank={*self.rows, TOTAL})

    def seen(self, name: str, counts: Counts) -> Iterator[tuple[str, int | None]]:
        """Yield every count of a row as it may be seen, and their sum."""
        for answer, count in zip(NAMES, counts, strict=True):
            yield answer, None if (name, answer) in self.hidden else count
        yield TOTAL, sum(counts)

    def gives_away(self, ways: Ways | None = None) -> list[Cell]:
        """Return the hidden counts that could not have been another, with *ways* or all there are."""
        open_to = ways or self.ways
        return [
            (name, answer)
            for name, answer in sorted(self.hidden)
            if self._count(name, answer) and not open_to.change(name, NAMES.index(answer))
        ]

    def _count(self, name: str, answer: str) -> int:
        counts = self.total if name == TOTAL else self.rows.get(name, ())
        return counts[NAMES.index(answer)] if counts else 0

    @functools.cached_property
    def ways(self) -> Ways:
        """How people could have answered otherwise, with all that is told of the item as it is."""
        steps = {
            pair: tuple(name for name in self.rows if self._steps(name, *pair)) for pair in PAIRS
        }
        return Ways(steps, frozenset(pair for pair in PAIRS if self._shifts(*pair)))

    def narrowed(self, ways: Ways, keeps: Callable[[str, Counts], bool]) -> Ways:
        """
        Return *ways* with only those after which *keeps* still holds.

        It is asked what the counts of an organisation, or in all, would be.
        """
        steps = {
            pair: tuple(name for name in names if keeps(name, moved(self.rows[name], *pair)))
            for pair, names in ways.steps.items()
        }
        shifts = (pair for pair in ways.shifts if keeps(TOTAL, moved(self.total, *pair)))
        return Ways(steps, frozenset(shifts))

    def _steps(self, name: str, source: int, target: int) -> bool:
        """Whether somebody of *name* could have changed answers, and no one could tell."""
        counts = self.rows[name]
        if counts[source] <= self._least(name) or not self._hides(name, source, target):
            return False
        after = moved(counts, source, target)
        told = (self.way, MEDIAN)
        return all(one_answer([counts], way) is one_answer([after], way) for way in told)

    def _shifts(self, source: int, target: int) -> bool:
        """Whether one *source* could have been a *target* in all, and no one could tell."""
        total = self.total
        if total[source] <= self._least(TOTAL) or not self._hides(TOTAL, source, target):
            return False
        return self._in_all(total) == self._in_all(moved(total, source, target))

    def _least(self, name: str) -> int:
        """Return what a hidden count of a row is at the least."""
        # Where only some counts are hidden, those of nothing are shown: hidden is at least one.
        return 0 if name in self.blank else 1

    def _hides(self, name: str, *codes: int) -> bool:
        return all((name, NAMES[code]) in self.hidden for code in codes)

    def _in_all(self, total: Counts) -> tuple[object, ...]:
        """Return what is told of all together; organisations that vote keep what they voted."""
        said = None if self.way.by_organisation else one_answer([total], self.way)
        return said, is_polarised(total[:LEVELS]) if self.tells_ends else None


def moved(counts: Counts, source: int, target: int) -> Counts:
    """Return *counts* when somebody who gave one answer had given another."""
    after = list(counts)
    after[source] -= 1
    after[target] += 1
    return tuple(after)
