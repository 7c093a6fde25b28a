"""What is wrong in the RACI rows of steps or activities, told one by one (C#11, 54)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason


@attrs.frozen(kw_only=True)
class RowConflict(Wired):
    """Something in the row of a step or activity that people have to settle; ``code`` is stable."""

    row: str
    code: str
    because: Text
    parties: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, row: str, code: str, parties: tuple[str, ...] = (), **values: object
    ) -> RowConflict:
        """Return the conflict *code* in *row*, its words filled with *parties* and *values*."""
        because = reason(code, parties=parties, **values)
        return cls(row=row, code=code, because=because, parties=parties)


def conflicts_in(rows: Mapping[str, RaciRow]) -> Iterator[RowConflict]:
    """Yield every conflict in *rows*, row by row."""
    for name, row in rows.items():
        for flaw in row.flaws:
            yield RowConflict.of(name, flaw.code, flaw.parties)
