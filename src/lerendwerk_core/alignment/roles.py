"""RACI per step: what is wrong, the least that repairs it, and borders between parties (C#54)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from lerendwerk_core.alignment.conflicts import RowConflict, conflicts_in
from lerendwerk_core.alignment.evidence import evidence_for
from lerendwerk_core.alignment.repair import Repair, repair
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.frame import TEXT, Row, as_frame
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.raci import CELLS, RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.process import Border, neighbours


@attrs.frozen(kw_only=True)
class RoleFigures(Wired):
    """
    The RACI rows of one version of the process and what is wrong with them.

    ``elsewhere`` are steps whose one accountable party is another than the regie model says;
    ``pairs_without_agreement`` the pairs that share a border and have nothing that aligns them.
    """

    rows: Table[str, RaciRow]
    unwritten: tuple[str, ...]
    conflicts: tuple[RowConflict, ...]
    repair: Repair
    elsewhere: Table[str, str]
    borders: tuple[Border, ...]
    pairs_without_agreement: tuple[tuple[str, str], ...]

    @property
    def unclear(self) -> tuple[str, ...]:
        """The steps for which not exactly one party is accountable."""
        codes = ("row-no-accountable", "row-several-accountable")
        return tuple(one.row for one in self.conflicts if one.code in codes)

    def to_frame(self, backend: str | None = None) -> Any:
        """
        Return a row per step, cell and party: a frame of *backend*, or a list of dictionaries.

        Raises:
            MissingExtraError: A frame is asked for, and the extra ``data`` is not installed.
        """
        return as_frame(self._cells(), dict.fromkeys(("step", "cell", "party"), TEXT), backend)

    def _cells(self) -> Iterator[Row]:
        for step, row in self.rows.items():
            for cell in CELLS:
                for party in row.cell(cell):
                    yield {"step": step, "cell": cell, "party": party}


def role_figures(
    dossier: Dossier,
    process: WorkProcess,
    later: Sequence[WorkProcess] = (),
    expected: Mapping[str, str] | None = None,
) -> RoleFigures:
    """
    Return who has which part in every step of *process*.

    *later* are newer versions of it; *expected* says per step whom the regie model makes accountable.
    """
    expected = expected or {}
    rows = {step.id: step.raci for step in process.steps if step.raci is not None}
    borders = neighbours(dossier, process)
    return RoleFigures(
        rows=Table(rows),
        unwritten=tuple(step.id for step in process.steps if step.raci is None),
        conflicts=tuple(conflicts_in(rows)),
        repair=repair(rows, evidence_for(dossier, process, later, expected)),
        elsewhere=Table(_elsewhere(rows, expected)),
        borders=borders,
        pairs_without_agreement=tuple(one.parties for one in borders if not one.agreements),
    )


def _elsewhere(
    rows: Mapping[str, RaciRow], expected: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield every step whose one accountable party is another than expected, with that expectation."""
    for step, row in rows.items():
        named = set(row.accountable)
        if step in expected and len(named) == 1 and expected[step] not in named:
            yield step, expected[step]
