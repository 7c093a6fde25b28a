"""
Tables with their totals: which cells to hide, so that none of them follows from the others.

A table with totals is a circulation: what flows from a row to a column flows on to the total of that
column, to the grand total, and back by the total of the row. A hidden cell is safe when its flow could be
one more or one less while every published cell stays as it is and none is below nothing: when what is
hidden closes a circle through it. The fewest cells that do that are found by adding, for a cell that is
not safe, each of the cells on the edge of what it can reach; first with one added, then two, and so on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.disclosure.counts import below
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired

TOTAL = "Total"
"""The name of the row and of the column that hold totals."""

Cell = tuple[str, str]
MOST_TRIED = 200_000
"""After so many attempts the fewest are no longer looked for, and cells are added one by one."""


@attrs.frozen(kw_only=True)
class OpenTable(Wired):
    """
    A table as it may be seen: rows by name, a cell that is hidden is ``None``.

    The row and the column :data:`TOTAL` hold totals. ``hidden`` are the cells that are not shown, of
    which ``small`` because they are too small themselves; ``fewest`` is whether fewer cannot do.
    """

    rows: Table[str, Table[str, int | None]]
    hidden: tuple[Cell, ...]
    small: tuple[Cell, ...]
    fewest: bool


def open_table(counts: Mapping[str, Mapping[str, int]], minimum: int) -> OpenTable:
    """
    Return *counts* (a row of counts by name) with totals, as it may be seen.

    A cell under *minimum* is hidden, and so is a total; nothing hides nobody. As few others as
    possible are hidden with them, so that no hidden cell can be worked out.
    """
    whole = with_totals(counts)
    small = {cell for cell, count in whole.items() if count and below(count, minimum)}
    hidden, fewest = _hidden(whole, small)
    columns = list(dict.fromkeys(column for _, column in whole))
    return OpenTable(
        rows=Table(
            (row, Table((c, None if (row, c) in hidden else whole[row, c]) for c in columns))
            for row in dict.fromkeys(row for row, _ in whole)
        ),
        hidden=tuple(cell for cell in whole if cell in hidden),
        small=tuple(cell for cell in whole if cell in small),
        fewest=fewest,
    )


def recoverable(
    counts: Mapping[str, Mapping[str, int]], hidden: set[Cell] | frozenset[Cell]
) -> tuple[Cell, ...]:
    """Return which of the *hidden* cells follow from those that are published; no count is below 0."""
    whole = with_totals(counts)
    flow = _Flow(whole, set(hidden))
    return tuple(cell for cell in whole if cell in hidden and not flow.is_safe(cell))


def with_totals(counts: Mapping[str, Mapping[str, int]]) -> dict[Cell, int]:
    """Return every cell of the table, its totals included."""
    columns = list(dict.fromkeys(column for row in counts.values() for column in row))
    whole = {(row, c): cells.get(c, 0) for row, cells in counts.items() for c in columns}
    for row, cells in counts.items():
        whole[row, TOTAL] = sum(cells.values())
    for column in columns:
        whole[TOTAL, column] = sum(cells.get(column, 0) for cells in counts.values())
    whole[TOTAL, TOTAL] = sum(sum(cells.values()) for cells in counts.values())
    return whole


def ends_of(cell: Cell) -> tuple[str, str]:
    """Return from where to where the flow of *cell* runs."""
    row, column = cell
    if row == TOTAL and column == TOTAL:
        return "all", "every"
    if column == TOTAL:
        return "every", f"row {row}"
    return ("column " + column, "all") if row == TOTAL else (f"row {row}", "column " + column)


class _Flow:
    """The table as a circulation in which only what is hidden may change."""

    def __init__(self, whole: Mapping[Cell, int], hidden: set[Cell]) -> None:
        self.whole, self.hidden = whole, hidden
        self.ways: dict[str, list[tuple[str, Cell]]] = {}
        for cell in whole:
            if cell in hidden:
                self._allow(cell)

    def _allow(self, cell: Cell) -> None:
        source, target = ends_of(cell)
        self.ways.setdefault(source, []).append((target, cell))
        if self.whole[cell]:
            self.ways.setdefault(target, []).append((source, cell))

    def reached(self, start: str, without: Cell) -> set[str]:
        """Return where one unit more can flow on from *start*, not through the cell *without*."""
        found, waiting = {start}, [start]
        while waiting:
            for place, cell in self.ways.get(waiting.pop(), ()):
                if cell != without and place not in found:
                    found.add(place)
                    waiting.append(place)
        return found

    def is_safe(self, cell: Cell) -> bool:
        """Whether *cell* could be one more, or one less."""
        source, target = ends_of(cell)
        more = source in self.reached(target, cell)
        return more or (self.whole[cell] > 0 and target in self.reached(source, cell))

    def unsafe(self) -> Cell | None:
        """Return the first hidden cell that can be worked out."""
        return next((c for c in self.whole if c in self.hidden and not self.is_safe(c)), None)

    def edges_around(self, cell: Cell) -> Iterator[Cell]:
        """Yield the published cells through which the flow of *cell* could go on, smallest first."""
        source, target = ends_of(cell)
        inside = [self.reached(target, cell)]
        if self.whole[cell]:
            inside.append(self.reached(source, cell))
        found = {
            one
            for one, count in self.whole.items()
            if count and one not in self.hidden and any(_crosses(one, reach) for reach in inside)
        }
        yield from sorted(found, key=lambda one: (self.whole[one], one))


def _crosses(cell: Cell, reach: set[str]) -> bool:
    source, target = ends_of(cell)
    return (source in reach) != (target in reach)


class _Tried(Exception):  # noqa: N818 - no error: the search has tried enough
    """So much was tried that the fewest are not looked for any further."""


def _hidden(whole: Mapping[Cell, int], small: set[Cell]) -> tuple[set[Cell], bool]:
    """Return the fewest cells to hide, *small* among them, and whether fewer cannot do."""
    left = [MOST_TRIED]
    try:
        for more in range(len(whole) - len(small) + 1):
            found = _with_more(whole, small, more, left, set())
            if found is not None:
                return found, True
    except _Tried:
        pass
    return _one_by_one(whole, small), False


def _with_more(
    whole: Mapping[Cell, int],
    hidden: set[Cell],
    more: int,
    left: list[int],
    seen: set[frozenset[Cell]],
) -> set[Cell] | None:
    """Return *hidden* with at most *more* cells, such that all are safe, if that can be."""
    left[0] -= 1
    if left[0] < 0:
        raise _Tried
    flow = _Flow(whole, hidden)
    unsafe = flow.unsafe()
    if unsafe is None:
        return hidden
    for cell in flow.edges_around(unsafe) if more else ():
        wider = hidden | {cell}
        if (known := frozenset(wider)) in seen:
            continue
        seen.add(known)
        found = _with_more(whole, wider, more - 1, left, seen)
        if found is not None:
            return found
    return None


def _one_by_one(whole: Mapping[Cell, int], small: set[Cell]) -> set[Cell]:
    hidden = set(small)
    while True:
        flow = _Flow(whole, hidden)
        unsafe = flow.unsafe()
        nearest = next(flow.edges_around(unsafe), None) if unsafe else None
        if nearest is None:
            return hidden if unsafe is None else {cell for cell, count in whole.items() if count}
        hidden.add(nearest)
