"""
How long ``import lerendwerk_core`` takes over a bare interpreter, and over one that imports attrs.

Each figure is the median of whole processes, started in turn so that a slow moment hits all.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

ROUNDS = 15
PROGRAMS = {"bare": "pass", "attrs": "import attrs", "lerendwerk_core": "import lerendwerk_core"}


def seconds(program: str) -> float:
    """Return how long an interpreter takes to start, run *program* and end."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return time.perf_counter() - start


def main() -> None:
    """Print a table of milliseconds and the difference to the bare interpreter."""
    runs = {name: [] for name in PROGRAMS}
    for _ in range(ROUNDS):
        for name, program in PROGRAMS.items():
            runs[name].append(seconds(program))
    bare = statistics.median(runs["bare"])
    for name, found in runs.items():
        median = statistics.median(found)
        print(f"{name:16} {median * 1000:7.1f} ms  over bare {(median - bare) * 1000:7.1f} ms")


main()
