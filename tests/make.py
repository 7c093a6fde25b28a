"""Small dossiers for tests: written as text, read like a user's."""

from __future__ import annotations

import textwrap
from pathlib import Path

import lerendwerk_core as lw

SMALL = """
id: klein
municipality: {code: GM0363, name: Amsterdam}
decentralisation: wmo
period: {start: 2025-01-01, go_live: 2025-07-01, measurements: [T0, T1]}
organisations:
  - {id: gem, nl: Gemeente, kind: gemeente, line: 1}
  - {id: zorg, nl: Zorg, kind: aanbieder, line: 2}
staffing:
  - {org: gem, discipline: consulent, prefix: WC, count: 8}
  - {org: zorg, discipline: ondersteuner, prefix: OS, count: 9}
process:
  id: wmo
  steps:
    - {id: s1, nl: Melden, performers: [consulent], touch: 20, wait: 1, stance: dat, raci: {A: [gem], R: [gem]}}
    - {id: s2, nl: Praten, performers: [consulent, ondersteuner], touch: 60, wait: 5, stance: dat, raci: {A: [gem], R: [gem, zorg], C: [client]}}
    - {id: s3, nl: Helpen, performers: [ondersteuner], touch: 400, wait: 10, stance: voor, raci: {A: [zorg], R: [zorg]}}
  edges: [[s1, s2], [s2, s3]]
"""


def dossier_file(folder: Path, more: str = "", base: str = SMALL) -> Path:
    """Write the small dossier, with *more* keys behind it, into *folder*; return its path."""
    path = folder / "dossier.yaml"
    path.write_text(textwrap.dedent(base) + textwrap.dedent(more), encoding="utf-8")
    return path


def read(bench: lw.Workbench, folder: Path, more: str = "", base: str = SMALL) -> lw.Dossier:
    """Return the small dossier with *more*, as the library reads it."""
    return bench.read(dossier_file(folder, more, base))
