"""
The least change that repairs the RACI rows of a process (C#54): to agree on, never to impose.

A row is whole when exactly one party is accountable, at least one is responsible, and nobody who has
one of these parts is consulted or informed beside it, or is both. A change puts one party in a cell or
takes it out. Accountable is one whom the row or some evidence names: where it names somebody, nobody
else would take fewer changes. Rows do not depend on each other, so the least for
each is the least for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.alignment.conflicts import may_account
from lerendwerk_core.model.regie import RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason

CELLS = ("accountable", "responsible", "consulted", "informed")


@attrs.frozen(kw_only=True)
class CellChange(Wired):
    """
    One party put in a cell of a row, or taken out of it, and why.

    ``party`` is empty where nothing says who it should be: that is a choice to make.
    """

    step: str
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


def repair(rows: Mapping[str, RaciRow], evidence: Mapping[str, Sequence[Evidence]]) -> Repair:
    """
    Return the least repair of *rows*.

    Where several are equally small, the first of a step's *evidence* decides who is accountable,
    then the order in the row.
    """
    changes: list[CellChange] = []
    whole: dict[str, RaciRow] = {}
    for step, row in rows.items():
        changed = tuple(_changes(step, row, evidence.get(step, ())))
        changes += changed
        whole[step] = _after(row, changed)
    return Repair(changes=tuple(changes), rows=Table(whole))


def _changes(step: str, row: RaciRow, evidence: Sequence[Evidence]) -> Iterator[CellChange]:
    chosen, because = _accountable(row, evidence)
    for one in dict.fromkeys(row.accountable):
        if one != chosen:
            why = reason("repair-other-accountable" if may_account(one) else "repair-client")
            yield _take(step, "accountable", one, why)
    if chosen not in row.accountable:
        yield _put(step, "accountable", chosen, because)
    if not row.responsible:
        yield _put(step, "responsible", chosen, reason("repair-nobody-does"))
    doing = {chosen, *row.responsible}
    for cell in ("consulted", "informed"):
        for one in dict.fromkeys(getattr(row, cell)):
            if one in doing or (cell == "informed" and one in row.consulted):
                yield _take(step, cell, one, reason("repair-told-twice"))


def _accountable(row: RaciRow, evidence: Sequence[Evidence]) -> tuple[str, Text]:
    """Return who is to be accountable at the least cost, and why; empty if nothing says who."""
    said = {one.party: one.because for one in reversed(evidence) if may_account(one.party)}
    ranked = [one.party for one in evidence if one.party in said]
    written = [one for one in row.accountable if may_account(one)]
    candidates = list(dict.fromkeys((*ranked, *written)))
    if not candidates:
        return "", reason("repair-choose")
    best = min(candidates, key=lambda one: (cost_of(row, one), candidates.index(one)))
    return best, said.get(best, reason("repair-written"))


def cost_of(row: RaciRow, chosen: str) -> int:
    """Return how many changes make *row* whole with *chosen* as the one accountable."""
    accountable = set(row.accountable)
    doing = {chosen, *row.responsible}
    twice = sum(one in doing for one in {*row.consulted}) + sum(
        one in doing or one in row.consulted for one in {*row.informed}
    )
    return len(accountable ^ {chosen}) + (not row.responsible) + twice


def _put(step: str, cell: str, party: str, because: Text) -> CellChange:
    return CellChange(step=step, cell=cell, party=party, put=True, because=because)


def _take(step: str, cell: str, party: str, because: Text) -> CellChange:
    return CellChange(step=step, cell=cell, party=party, put=False, because=because)


def _after(row: RaciRow, changes: Sequence[CellChange]) -> RaciRow:
    """Return *row* with *changes* made; a choice that is still open puts nobody in."""
    cells: dict[str, list[str]] = {name: list(getattr(row, name)) for name in CELLS}
    for one in changes:
        if one.put and one.party:
            cells[one.cell].append(one.party)
        elif not one.put:
            cells[one.cell] = [party for party in cells[one.cell] if party != one.party]
    return RaciRow(**{name: tuple(parties) for name, parties in cells.items()})
