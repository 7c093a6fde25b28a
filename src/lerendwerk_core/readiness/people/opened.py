"""
Which counts of people's answers may be seen, beside all else that is told of them.

A hidden count is safe when it could have been another while everything that is told stayed as it is:
when somebody could have answered otherwise, and, where that would show in a total, people of other
organisations so that it does not. For every hidden count such people are looked for. Where there is
none, all counts of the item are hidden; where that is not enough, less is told about it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from lerendwerk_core.disclosure import TOTAL, open_table
from lerendwerk_core.disclosure.tables import Cell
from lerendwerk_core.model.answers import AnswerRound, Counts
from lerendwerk_core.model.contracts import Aggregation
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.people.folded import OTHERS
from lerendwerk_core.readiness.people.item_table import NAMES, ItemTable

SEARCHED = 24
"""In tables of so many cells the fewest cells to hide are looked for."""
TRIES = 200

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
    for hide_more in (ItemTable.rows_hidden, ItemTable.all_hidden):
        if any(table.gives_away() for table in tables):
            tables = [hide_more(table) for table in tables]
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
    return _Settled(quiet, silent=True, closed=closed)
