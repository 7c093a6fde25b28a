"""A small dossier with a contract partner, subcontractors and two areas, and its arrangements."""

from __future__ import annotations

from pathlib import Path

import lerendwerk_core as lw
import make

REGIE = """
id: regie
period: {start: 2025-01-01}
areas: [{id: noord, nl: Noord}, {id: zuid, nl: Zuid}]
organisations:
  - {id: gem, nl: Gemeente, kind: gemeente}
  - {id: cp, nl: Contractpartner, kind: contractpartner}
  - {id: sub, nl: Onderaannemer, kind: aanbieder}
  - {id: zuider, nl: Zuider, kind: aanbieder}
  - {id: los, nl: Los, kind: partner}
staffing:
  - {org: gem, discipline: consulent, prefix: WC, count: 6}
  - {org: cp, discipline: wijkwerker, prefix: WW, count: 9}
  - {org: sub, discipline: behandelaar, prefix: BH, count: 5}
  - {org: zuider, discipline: begeleider, prefix: BG, count: 5, area: zuid}
  - {org: los, discipline: huisarts, prefix: HA, count: 5}
goals:
  - {id: g1, nl: Samen, endorsed_by: [gem, cp, sub, zuider]}
  - {id: g2, nl: Snel, endorsed_by: [cp]}
  - {id: g3, nl: Niemand, endorsed_by: [gem]}
process:
  id: p
  steps:
    - {id: s1, nl: Melden, performers: [wijkwerker, consulent], goals: [g1]}
    - {id: s2, nl: Praten, performers: [wijkwerker, begeleider], goals: [g1]}
    - {id: s3, nl: Helpen, performers: [behandelaar, wijkwerker], goals: [g1, g2]}
    - {id: s4, nl: Verwijzen, performers: [huisarts], goals: []}
  edges: [[s1, s2], [s2, s3], [s3, s4]]
"""


def arranged(bench: lw.Workbench, folder: Path, *arrangements: str) -> lw.Dossier:
    """The dossier with *arrangements*, each the inside of a YAML mapping."""
    written = "".join(f"    - {{{one}}}\n" for one in arrangements)
    return make.read(bench, folder, f"regie:\n  arrangements:\n{written}", REGIE)


def governed(bench: lw.Workbench, dossier: lw.Dossier) -> tuple[lw.regie.Regie, set[str]]:
    """The regie of *dossier* and the codes of what there is to discuss."""
    found = bench.govern(dossier)
    models = bench.catalogue.models
    return found, {one.code for one in lw.regie.findings(dossier, models, found)}
