"""What is wrong in the RACI row of a step, told one by one (C#11, 54)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.model.regie import RaciRow
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Client, Outsider
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class RowConflict(Wired):
    """Something in the row of a step that cannot stay so; ``code`` is stable."""

    step: str
    code: str
    parties: tuple[str, ...]
    because: Text


def may_account(party: str) -> bool:
    """Whether *party* can be accountable: a client or volunteer is a stakeholder, and cannot (C#27)."""
    return Client.read(party) is None and Outsider.read(party) is None


def told_twice(row: RaciRow) -> tuple[str, ...]:
    """Return who is consulted or informed although it does the work already, or is both."""
    doing = {*row.accountable, *row.responsible}
    told = (*row.consulted, *row.informed)
    return tuple(
        one
        for one in dict.fromkeys(told)
        if one in doing or (one in row.consulted and one in row.informed)
    )


def conflicts_in(rows: Mapping[str, RaciRow]) -> Iterator[RowConflict]:
    """Yield every conflict in *rows*, step by step."""
    for step, row in rows.items():
        for code, parties in _conflicts(row):
            because = reason(code, parties=parties)
            yield RowConflict(step=step, code=code, parties=parties, because=because)


def _conflicts(row: RaciRow) -> Iterator[tuple[str, tuple[str, ...]]]:
    accountable = tuple(dict.fromkeys(row.accountable))
    if not accountable:
        yield "row-no-accountable", ()
    if len(accountable) > 1:
        yield "row-several-accountable", accountable
    if outside := tuple(one for one in accountable if not may_account(one)):
        yield "row-client-accountable", outside
    if not row.responsible:
        yield "row-nobody-responsible", ()
    if twice := told_twice(row):
        yield "row-told-twice", twice
