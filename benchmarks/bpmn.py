"""
How long it takes to read a drawing: ``python benchmarks/bpmn.py [FOLDER]``.

Every ``.bpmn`` file below the folder is read a few times; its figure is the median. What is refused is
counted, with how long that took.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from lerendwerk_core import DossierError
from lerendwerk_core.sources import BpmnReader

ROOT = Path(__file__).parent.parent
FOLDER = ROOT.parent / "shared" / "data" / "process" / "bpmn"
ROUNDS = 5


def milliseconds(file: Path) -> tuple[float, bool]:
    """Return how long it takes to read *file*, and whether it was refused."""
    taken, refused = [], False
    for _ in range(ROUNDS):
        start = time.perf_counter()
        try:
            BpmnReader()(file, {})
        except DossierError:
            refused = True
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), refused


def main() -> None:
    """Print a table with a line for every part of the folder, and one for all of it."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    parts: dict[str, list[tuple[float, bool]]] = {}
    for file in sorted(folder.rglob("*.bpmn")):
        parts.setdefault(file.relative_to(folder).parts[0], []).append(milliseconds(file))
    print(f"{'':24} {'files':>6} {'median':>9} {'slowest':>9} {'refused':>8}")
    for name, found in (*parts.items(), ("all", [one for part in parts.values() for one in part])):
        taken = [took for took, _ in found] or [0.0]
        refused = sum(was for _, was in found)
        median, slowest = statistics.median(taken), max(taken)
        print(f"{name:24.24} {len(found):6} {median:6.1f} ms {slowest:6.1f} ms {refused:8}")


main()
