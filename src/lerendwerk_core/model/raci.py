"""Who does what in one activity or step: the row, its cells, and what is wrong in it (C#11, 54)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Client, Outsider

COUNCIL = "gemeenteraad"

CELLS: Mapping[str, str] = {
    "accountable": "A",
    "responsible": "R",
    "consulted": "C",
    "informed": "I",
}
"""The cells of a row, each with its letter."""


def may_account(party: str) -> bool:
    """Whether *party* can be accountable: a client or volunteer is a stakeholder, and cannot (C#27)."""
    return Client.read(party) is None and Outsider.read(party) is None


@attrs.frozen(kw_only=True)
class RaciFlaw(Wired):
    """Something in a row that cannot stay so, and the parties that it is about; ``code`` is stable."""

    code: str
    parties: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class RaciRow(Wired):
    """
    Who is accountable for, does, is consulted on and is informed of one activity.

    The council's ultimate accountability is no field: it cannot be set, only read (C#20).
    """

    accountable: tuple[str, ...]
    responsible: tuple[str, ...]
    consulted: tuple[str, ...] = ()
    informed: tuple[str, ...] = ()

    @property
    def ultimate(self) -> str:
        """The body that is ultimately accountable, whatever the model says."""
        return COUNCIL

    @property
    def parties(self) -> tuple[str, ...]:
        """Everyone with a part in the activity, each once."""
        return tuple(dict.fromkeys(party for cell in CELLS for party in self.cell(cell)))

    def cell(self, name: str) -> tuple[str, ...]:
        """Return the parties in the cell *name*, one of :data:`CELLS`, each once."""
        parties: tuple[str, ...] = getattr(self, name)
        return tuple(dict.fromkeys(parties))

    @property
    def flaws(self) -> tuple[RaciFlaw, ...]:
        """
        What is wrong in the row; nothing when it is whole.

        A row is whole when exactly one party is accountable, at least one is responsible, and nobody
        who has one of these parts is consulted or informed beside it, or is both.
        """
        return tuple(self._flaws())

    def _flaws(self) -> Iterator[RaciFlaw]:
        accountable = self.cell("accountable")
        if not accountable:
            yield RaciFlaw(code="row-no-accountable")
        if len(accountable) > 1:
            yield RaciFlaw(code="row-several-accountable", parties=accountable)
        if outside := tuple(one for one in accountable if not may_account(one)):
            yield RaciFlaw(code="row-client-accountable", parties=outside)
        if not self.responsible:
            yield RaciFlaw(code="row-nobody-responsible")
        if twice := tuple(self._told_twice()):
            yield RaciFlaw(code="row-told-twice", parties=twice)

    def _told_twice(self) -> Iterator[str]:
        """Yield who is consulted or informed although it does the work already, or is both."""
        doing = {*self.accountable, *self.responsible}
        for party in dict.fromkeys((*self.consulted, *self.informed)):
            if party in doing or (party in self.consulted and party in self.informed):
                yield party


@attrs.frozen(kw_only=True)
class CellMove(Wired):
    """A cell with other parties in it than before; ``row`` is the step or activity."""

    row: str
    cell: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def came(self) -> tuple[str, ...]:
        """Who came into the cell."""
        return tuple(one for one in self.after if one not in self.before)

    @property
    def left(self) -> tuple[str, ...]:
        """Who left it."""
        return tuple(one for one in self.before if one not in self.after)


def cell_moves(was: Mapping[str, RaciRow], now: Mapping[str, RaciRow]) -> Iterator[CellMove]:
    """Yield every cell in which *was* and *now* differ; a row that is not there is empty."""
    nothing = RaciRow(accountable=(), responsible=())
    for row in dict.fromkeys((*was, *now)):
        for cell in CELLS:
            before, after = (rows.get(row, nothing).cell(cell) for rows in (was, now))
            if set(before) != set(after):
                yield CellMove(row=row, cell=cell, before=before, after=after)
