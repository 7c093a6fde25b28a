"""
Which counts of people's answers may be seen, beside all else that is told of them.

A hidden count is safe when it could have been another while everything that is told stayed as it is:
when somebody could have answered otherwise, and, where that would show in a total, people of other
organisations so that it does not. For every hidden count such people are looked for. Where there is
none, all counts of the item are hidden; where that is not enough, less is told about it.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.disclosure import TOTAL, open_table
from lerendwerk_core.disclosure.tables import Cell
from lerendwerk_core.model.answers import ANSWERS, LEVELS, AnswerRound, Counts
from lerendwerk_core.model.contracts import Aggregation
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.aggregation import MEDIAN
from lerendwerk_core.readiness.agreement import is_polarised
from lerendwerk_core.readiness.folded import OTHERS
from lerendwerk_core.readiness.several import one_answer

NAMES = tuple(answer.value for answer in ANSWERS)
SEARCHED = 24
"""In tables of so many cells the fewest cells to hide are looked for."""
TRIES = 200

Keeps = Callable[[str, str, Counts], bool]
"""Whether something stays the same when an item has other counts in an organisation, or in all."""

OpenCounts = Table[str, Table[str, int | None]]
"""Per organisation, and in all, how often each answer was given; ``None`` is hidden."""


@attrs.frozen(kw_only=True)
class Opened:
    """
    What may be seen of the items of one round.

    ``silent`` are items of which it is not told whether people stand against each other, ``closed``
    organisations of which nothing but counts is told.
    """

    answers: Table[str, OpenCounts]
    silent: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()
    tables: Table[str, ItemTable] = attrs.field(factory=Table, repr=False)

    @property
    def way(self) -> Aggregation:
        """The way in which the answers to each item become one."""
        return next(iter(self.tables.values())).way

    def bears(self, keeps: Keeps) -> bool:
        """
        Whether no hidden count is given away when more is told than the advice.

        *keeps* says whether all of that stays the same when an item has other counts in an
        organisation, or in all.
        """
        return not any(
            attrs.evolve(table, keeps=functools.partial(keeps, item)).gives_away()
            for item, table in self.tables.items()
        )

    def shows_all(self, item: str) -> bool:
        """Whether every count of *item* in all is shown."""
        return None not in self.answers[item][TOTAL].values()


def opened(
    rounds: Sequence[AnswerRound], items: Sequence[str], way: Aggregation, minimum: int
) -> tuple[Opened, ...]:
    """Return what may be seen of *rounds* (folded), the same cells hidden in all of them."""
    found = [list[_Settled]() for _ in rounds]
    for item in items:
        for place, settled in enumerate(_settled(rounds, item, way, minimum)):
            found[place].append(settled)
    return tuple(
        Opened(
            answers=Table((item, one.shown()) for item, one in zip(items, settled, strict=True)),
            silent=frozenset(i for i, one in zip(items, settled, strict=True) if one.silent),
            closed=frozenset(name for one in settled for name in one.closed),
            tables=Table((item, one.table) for item, one in zip(items, settled, strict=True)),
        )
        for settled in found
    )


def _settled(
    rounds: Sequence[AnswerRound], item: str, way: Aggregation, minimum: int
) -> list[_Settled]:
    """Return what may be seen of *item* in each round, hidden alike in all."""
    counts = [_rows(one, item) for one in rounds]
    hidden = _hidden_alike(counts, minimum)
    tables = [ItemTable(one, hidden, way) for one in counts]
    if any(table.gives_away() for table in tables):
        tables = [table.all_hidden() for table in tables]
    return [_as_little_as_needed(table) for table in tables]


def _rows(one: AnswerRound, item: str) -> dict[str, Counts]:
    return {name: one.counts(item, span) for name, span in one.spans.items()}


def _hidden_alike(rounds: Sequence[Mapping[str, Counts]], minimum: int) -> set[Cell]:
    """Return the cells that are hidden in every round because some round needs it."""
    hidden: set[Cell] = set()
    while True:
        wider = {cell for one in rounds for cell in _hidden(one, minimum, hidden)}
        if wider == hidden or len(rounds) == 1:
            return wider
        hidden = wider


def _hidden(rows: Mapping[str, Counts], minimum: int, also: set[Cell]) -> tuple[Cell, ...]:
    table = {name: dict(zip(NAMES, counts, strict=True)) for name, counts in rows.items()}
    few = len(rows) * len(NAMES) <= SEARCHED
    sums = {(name, TOTAL) for name in (*rows, TOTAL)}
    found = open_table(table, minimum, also=also, shown=sums, least=1, tries=TRIES if few else 0)
    return (*found.hidden, *also)


@attrs.frozen
class _Settled:
    """What may be seen of one item in one round."""

    table: ItemTable
    silent: bool = False
    closed: frozenset[str] = frozenset()

    def shown(self) -> OpenCounts:
        table = self.table
        rows = {**table.rows, TOTAL: table.total}
        return Table((name, Table(table.seen(name, counts))) for name, counts in rows.items())


def _as_little_as_needed(table: ItemTable) -> _Settled:
    """Return *table* with less told about it, until no count is given away."""
    if not table.gives_away():
        return _Settled(table)
    quiet = attrs.evolve(table, tells_ends=False)
    if not (exposed := quiet.gives_away()):
        return _Settled(quiet, silent=True)
    closed = frozenset(name for name, _ in exposed if name not in (TOTAL, OTHERS))
    return _Settled(attrs.evolve(quiet, closed=closed), silent=True, closed=closed)


@attrs.frozen
class ItemTable:
    """How often every answer was given to an item, and what is told of it."""

    rows: Mapping[str, Counts]
    hidden: Collection[Cell]
    way: Aggregation
    wholly: bool = False
    tells_ends: bool = True
    closed: frozenset[str] = frozenset()
    keeps: Callable[[str, Counts], bool] = lambda *_: True

    @property
    def total(self) -> Counts:
        return tuple(map(sum, zip(*self.rows.values(), strict=True)))

    def all_hidden(self) -> ItemTable:
        """Return the table with no count shown but how many people there are."""
        cells = {(name, answer) for name in (*self.rows, TOTAL) for answer in NAMES}
        return attrs.evolve(self, hidden=cells, wholly=True)

    def seen(self, name: str, counts: Counts) -> Iterator[tuple[str, int | None]]:
        """Yield every count of a row as it may be seen, and their sum."""
        for answer, count in zip(NAMES, counts, strict=True):
            yield answer, None if (name, answer) in self.hidden else count
        yield TOTAL, sum(counts)

    def gives_away(self) -> list[Cell]:
        """Return the hidden counts that could not have been another."""
        return [
            (name, answer)
            for name, answer in sorted(self.hidden)
            if self._count(name, answer) and not self._could_differ(name, answer)
        ]

    def _count(self, name: str, answer: str) -> int:
        counts = self.total if name == TOTAL else self.rows.get(name, ())
        return counts[NAMES.index(answer)] if counts else 0

    def _could_differ(self, name: str, answer: str) -> bool:
        """Whether the count could be one more or less, with all that is told as it is."""
        code = NAMES.index(answer)
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

    @functools.cached_property
    def steps(self) -> Mapping[tuple[int, int], list[str]]:
        """Per two answers the organisations of which somebody could have given the second."""
        pairs = itertools.permutations(range(len(ANSWERS)), 2)
        return {pair: [name for name in self.rows if self._steps(name, *pair)] for pair in pairs}

    def _steps(self, name: str, source: int, target: int) -> bool:
        """Whether somebody of *name* could have changed answers, and no one could tell."""
        counts = self.rows[name]
        # Where only some counts are hidden, those of nothing are shown: hidden is at least one.
        if counts[source] <= (0 if self.wholly else 1) or not self._hides(name, source, target):
            return False
        after = _moved(counts, source, target)
        ways = (self.way, MEDIAN)
        same = all(one_answer([counts], way) is one_answer([after], way) for way in ways)
        return same and self.keeps(name, after)

    @functools.cached_property
    def shifts(self) -> frozenset[tuple[int, int]]:
        """The pairs of answers of which, in all, one could be the other, and no one could tell."""
        pairs = itertools.permutations(range(len(ANSWERS)), 2)
        told = self._in_all(self.total)
        return frozenset(
            pair
            for pair in pairs
            if self.total[pair[0]]
            and self._hides(TOTAL, *pair)
            and self._in_all(after := _moved(self.total, *pair)) == told
            and self.keeps(TOTAL, after)
        )

    def _hides(self, name: str, *codes: int) -> bool:
        return all((name, NAMES[code]) in self.hidden for code in codes)

    def _in_all(self, total: Counts) -> tuple[object, ...]:
        """Return what is told of all together; organisations that vote keep what they voted."""
        said = None if self.way.by_organisation else one_answer([total], self.way)
        return said, is_polarised(total[:LEVELS]) if self.tells_ends else None


def _moved(counts: Counts, source: int, target: int) -> Counts:
    moved = list(counts)
    moved[source] -= 1
    moved[target] += 1
    return tuple(moved)
