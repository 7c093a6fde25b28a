"""RACI per step: gaps, doubles, and pairs of parties that share work without an agreement (C#54)."""

from __future__ import annotations

import itertools

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.regie import RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired


@attrs.frozen(kw_only=True)
class RoleFigures(Wired):
    """The RACI rows of one version of the process and what is wrong with them, as step ids."""

    rows: Table[str, RaciRow]
    unwritten: tuple[str, ...]
    accountable_missing: tuple[str, ...]
    accountable_double: tuple[str, ...]
    nobody_responsible: tuple[str, ...]
    pairs_without_agreement: tuple[tuple[str, str], ...]


def role_figures(dossier: Dossier, process: WorkProcess) -> RoleFigures:
    """Return who has which part in every step of *process*."""
    rows = {step.id: step.raci for step in process.steps if step.raci is not None}
    return RoleFigures(
        rows=Table(rows),
        unwritten=tuple(step.id for step in process.steps if step.raci is None),
        accountable_missing=tuple(s for s, row in rows.items() if not row.accountable),
        accountable_double=tuple(s for s, row in rows.items() if len(set(row.accountable)) > 1),
        nobody_responsible=tuple(s for s, row in rows.items() if not row.responsible),
        pairs_without_agreement=_unaligned(dossier, rows),
    )


def _unaligned(dossier: Dossier, rows: dict[str, RaciRow]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of organisations that do the same step and have no agreement between them."""
    parties = {one.id for one in dossier.organisations}
    sharing = {
        pair
        for row in rows.values()
        for pair in itertools.combinations(sorted(parties & set(row.responsible)), 2)
    }
    agreed = {
        pair
        for one in dossier.agreements
        for pair in itertools.combinations(sorted(one.parties), 2)
    }
    return tuple(sorted(sharing - agreed))
