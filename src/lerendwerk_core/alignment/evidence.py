"""
What says who should be accountable for a step, the strongest first.

The regie model, the later version of the process, the proposal read from the work itself, the
organisation that leads the step, and who is responsible already.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lerendwerk_core.alignment.propose import propose
from lerendwerk_core.alignment.repair import Evidence
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.wording import reason


def evidence_for(
    dossier: Dossier,
    process: WorkProcess,
    later: Sequence[WorkProcess],
    expected: Mapping[str, str],
) -> dict[str, tuple[Evidence, ...]]:
    """Return per step of *process* who should be accountable, as *expected* and the work say."""
    known = {one.id for one in dossier.organisations}
    found = {}
    for step, says in _said(dossier, process, later, expected).items():
        found[step] = tuple(one for one in says if one.party in known)
    return found


def _said(
    dossier: Dossier,
    process: WorkProcess,
    later: Sequence[WorkProcess],
    expected: Mapping[str, str],
) -> dict[str, list[Evidence]]:
    proposed = propose(process, dossier.origin).rows
    said: dict[str, list[Evidence]] = {}
    for step in process.steps:
        evidence = said.setdefault(step.id, [])
        if step.id in expected:
            evidence.append(_evidence(expected[step.id], "evidence-model"))
        evidence += (_evidence(party, "evidence-later") for party in _later(step.id, later))
        accountable = proposed[step.id].row.accountable if step.id in proposed else ()
        evidence += (_evidence(dossier.employer_of(one), "evidence-work") for one in accountable)
        evidence.append(_evidence(dossier.employer_of(step.lead), "evidence-leads"))
        doing = step.raci.responsible if step.raci else ()
        evidence += (_evidence(party, "evidence-does") for party in doing)
    return said


def _later(step: str, versions: Sequence[WorkProcess]) -> Iterator[str]:
    """Yield the one accountable for *step* in each later version that is clear about it."""
    for version in versions:
        row = next((one.raci for one in version.steps if one.id == step), None)
        if row and len(set(row.accountable)) == 1:
            yield row.accountable[0]


def _evidence(party: str, code: str) -> Evidence:
    return Evidence(party=party, because=reason(code))
