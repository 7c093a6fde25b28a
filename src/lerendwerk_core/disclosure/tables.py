"""
Tables with their totals: which cells to hide, so that none of them follows from the others.

A table with totals is a circulation: what flows from a row to a column flows on to the total of that
column, to the grand total, and back by the total of the row. A hidden cell is safe when its flow could be
one more or one less while every published cell stays as it is and none is below nothing: when what is
hidden closes a circle through it. The fewest cells that do that are found by adding, for a cell that is
not safe, each of the cells on the edge of what it can reach; first with one added, then two, and so on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.disclosure.counts import below
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired

TOTAL = "Total"
"""The name of the row and of the column that hold totals."""

Cell = tuple[str, str]
MOST_TRIED = 200_000
"""So many attempts find the fewest cells in any table that fits on a page."""


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


def open_table(
    counts: Mapping[str, Mapping[str, int]],
    minimum: int,
    *,
    also: Collection[Cell] = (),
    shown: Collection[Cell] = (),
    least: int = 0,
    tries: int = MOST_TRIED,
) -> OpenTable:
    """
    Return *counts* (a row of counts by name) with totals, as it may be seen.

    A cell under *minimum* is hidden, and so is a total; nothing hides nobody. As few others as
    possible are hidden with them, so that no hidden cell can be worked out. Cells in *also* are hidden
    in any case, those in *shown* never (unless too small); *least* is what a reader knows a hidden cell
    that is not empty to hold (1 where every empty cell is shown). After *tries* attempts the fewest are
    no longer looked for, and cells are added one by one.
    """
    whole = with_totals(counts)
    small = {cell for cell, count in whole.items() if count and below(count, minimum)}
    search = _Search(whole, set(shown) - small, least)
    hidden, fewest = search.hidden(small | (set(also) & set(whole)), tries)
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
    counts: Mapping[str, Mapping[str, int]], hidden: Collection[Cell], *, least: int = 0
) -> tuple[Cell, ...]:
    """
    Return which of the *hidden* cells follow from those that are published.

    No count is below nothing, and none that is hidden and not empty is below *least*.
    """
    whole = with_totals(counts)
    flow = _Flow(whole, set(hidden), least)
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

    def __init__(self, whole: Mapping[Cell, int], hidden: set[Cell], known: int) -> None:
        self.whole, self.hidden, self.known = whole, set(hidden), known
        self.ways: dict[str, list[tuple[str, Cell]]] = {}
        self.order = [cell for cell in whole if cell in hidden]
        for cell in self.order:
            self._allow(cell)

    def hide(self, cell: Cell) -> None:
        """Let *cell* change too."""
        self.hidden.add(cell)
        self.order.append(cell)
        self._allow(cell)

    def least(self, cell: Cell) -> int:
        """Return what a hidden *cell* is known to hold at the least."""
        return min(self.known, self.whole[cell])

    def _allow(self, cell: Cell) -> None:
        source, target = ends_of(cell)
        self.ways.setdefault(source, []).append((target, cell))
        if self.whole[cell] > self.least(cell):
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

    def reaches(self, start: str, end: str, without: Cell) -> bool:
        """Whether one unit more can flow on from *start* to *end*, not through the cell *without*."""
        found, waiting = {start}, [start]
        while waiting:
            for place, cell in self.ways.get(waiting.pop(), ()):
                if cell != without and place not in found:
                    if place == end:
                        return True
                    found.add(place)
                    waiting.append(place)
        return False

    def is_safe(self, cell: Cell) -> bool:
        """Whether *cell* could be one more, or one less."""
        source, target = ends_of(cell)
        less = self.whole[cell] > self.least(cell)
        return self.reaches(target, source, cell) or (less and self.reaches(source, target, cell))

    def unsafe(self) -> Cell | None:
        """Return the first hidden cell that can be worked out."""
        return next((c for c in self.order if not self.is_safe(c)), None)

    def edges_around(self, cell: Cell) -> Iterator[Cell]:
        """Yield the published cells through which the flow of *cell* could go on, smallest first."""
        source, target = ends_of(cell)
        inside = [self.reached(target, cell)]
        if self.whole[cell] > self.least(cell):
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


class _Search:
    """Looks for the cells to hide in one table."""

    def __init__(self, whole: Mapping[Cell, int], shown: set[Cell], least: int) -> None:
        self.whole, self.shown, self.least = whole, shown, least
        self.left = 0

    def hidden(self, start: set[Cell], tries: int) -> tuple[set[Cell], bool]:
        """Return the fewest cells to hide, *start* among them, and whether fewer cannot do."""
        self.left = tries
        try:
            for more in range(len(self.whole) - len(start) + 1):
                found = self._with_more(start, more, set())
                if found is not None:
                    return found, True
        except _Tried:
            pass
        return self._one_by_one(start), False

    def _with_more(
        self, hidden: set[Cell], more: int, seen: set[frozenset[Cell]]
    ) -> set[Cell] | None:
        """Return *hidden* with at most *more* cells, such that all are safe, if that can be."""
        self.left -= 1
        if self.left < 0:
            raise _Tried
        flow = self._flow(hidden)
        unsafe = flow.unsafe()
        if unsafe is None:
            return hidden
        for cell in self._around(flow, unsafe) if more else ():
            wider = hidden | {cell}
            if (known := frozenset(wider)) in seen:
                continue
            seen.add(known)
            found = self._with_more(wider, more - 1, seen)
            if found is not None:
                return found
        return None

    def _one_by_one(self, start: set[Cell]) -> set[Cell]:
        """Return *start* with cells added until all are safe, and without those of them not needed."""
        flow, added = self._flow(start), list[Cell]()
        waiting = list(flow.order)
        while waiting:  # what is hidden beside it never makes a safe cell unsafe
            if flow.is_safe(waiting[-1]):
                waiting.pop()
                continue
            nearest = next(self._around(flow, waiting[-1]), None)
            if nearest is None:
                filled = {cell for cell, count in self.whole.items() if count}
                return start | (filled - self.shown)
            flow.hide(nearest)
            added.append(nearest)
            waiting.insert(0, nearest)
        return self._needed(start, added)

    def _needed(self, start: set[Cell], added: Sequence[Cell]) -> set[Cell]:
        """Return *start* and those of *added* without which some cell would not be safe."""
        hidden = {*start, *added}
        for cell in sorted(added, key=lambda one: (-self.whole[one], one)):
            flow = self._flow(hidden - {cell})
            row = [one for one in flow.order if one[0] == cell[0]]  # where it is missed first
            if all(map(flow.is_safe, (*row, *flow.order))):
                hidden.remove(cell)
        return hidden

    def _flow(self, hidden: set[Cell]) -> _Flow:
        return _Flow(self.whole, hidden, self.least)

    def _around(self, flow: _Flow, unsafe: Cell) -> Iterator[Cell]:
        return (cell for cell in flow.edges_around(unsafe) if cell not in self.shown)
