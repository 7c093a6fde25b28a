"""
The least change that repairs the RACI rows of a process (C#54): to agree on, never to impose.

A row is whole when it has no flaws. A change puts one party in a cell or
takes it out. Accountable is one whom the row or some evidence names: where it names somebody, nobody
else would take fewer changes. Rows do not depend on each other, so the least for
each is the least for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import attrs

from lerendwerk_core.model.raci import CELLS, RaciRow, may_account
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class CellChange(Wired):
    """
    One party put in a cell of a row, or taken out of it, and why.

    ``party`` is empty where nothing says who it should be: that is a choice to make.
    """

    row: str
    cell: str
    party: str
    put: bool
    because: Text


@attrs.frozen(kw_only=True)
class Repair(Wired):
    """The least changes that make every row whole, and the rows as they would be then."""

    changes: tuple[CellChange, ...]
    rows: Table[str, RaciRow]


@attrs.frozen(kw_only=True)
class Evidence:
    """A party that something says should be accountable for a step, and what says so."""

    party: str
    because: Text

    @classmethod
    def missing(cls) -> Evidence:
        """Return what stands for nobody, where nothing says who it should be."""
        return cls(party="", because=reason("repair-choose"))


def repair(rows: Mapping[str, RaciRow], evidence: Mapping[str, Sequence[Evidence]]) -> Repair:
    """
    Return the least repair of *rows*.

    Where several are equally small, the first of a row's *evidence* decides who is accountable, then
    the order in the row.
    """
    found = {name: _least(name, row, evidence.get(name, ())) for name, row in rows.items()}
    return Repair(
        changes=tuple(change for changes in found.values() for change in changes),
        rows=Table((name, _after(row, found[name])) for name, row in rows.items()),
    )


def _least(name: str, row: RaciRow, evidence: Sequence[Evidence]) -> tuple[CellChange, ...]:
    """Return the fewest changes that make *row* whole, with one whom something names accountable."""
    written = [Evidence(party=one, because=reason("repair-written")) for one in row.accountable]
    named = [one for one in (*evidence, *written) if may_account(one.party)]
    ways = [tuple(_changes(name, row, one)) for one in named or [Evidence.missing()]]
    return min(ways, key=len)  # the first of those that are equally few


def _changes(name: str, row: RaciRow, chosen: Evidence) -> Iterator[CellChange]:
    """Yield what makes *row* whole with *chosen* as the one who is accountable."""
    put = partial(CellChange, row=name, put=True)
    take = partial(CellChange, row=name, put=False)
    accountable = row.cell("accountable")
    for one in accountable:
        if one != chosen.party:
            why = reason("repair-other-accountable" if may_account(one) else "repair-client")
            yield take(cell="accountable", party=one, because=why)
    if chosen.party not in accountable:
        yield put(cell="accountable", party=chosen.party, because=chosen.because)
    if not row.responsible:
        why = reason("repair-nobody-does")
        yield put(cell="responsible", party=chosen.party, because=why)
    doing = {chosen.party, *row.responsible}
    for cell in ("consulted", "informed"):
        for one in row.cell(cell):
            if one in doing or (cell == "informed" and one in row.consulted):
                yield take(cell=cell, party=one, because=reason("repair-told-twice"))


def _after(row: RaciRow, changes: Sequence[CellChange]) -> RaciRow:
    """Return *row* with *changes* made; a choice that is still open puts nobody in."""
    cells: dict[str, list[str]] = {name: list(row.cell(name)) for name in CELLS}
    for one in changes:
        if one.put and one.party:
            cells[one.cell].append(one.party)
        elif not one.put:
            cells[one.cell] = [party for party in cells[one.cell] if party != one.party]
    return RaciRow(**{name: tuple(parties) for name, parties in cells.items()})
