"""
Ours beside pm4py, and beside the plainest fast code in numpy and polars, on one log in one run.

::

    python benchmarks/event_log.py
    python benchmarks/event_log.py --log other.xes.gz --times 1 200 --peer-python /path/to/python

The log is read once and written as Parquet, repeated as often as --times says with cases of its own.
Every contender reads that Parquet, then counts what directly follows what by step, by person and by
group: the fastest of --runs. pm4py runs in an environment of its own, which is made for it where
--peer-python names none; it is nowhere else (AGPL). Its counts are compared with ours.

Times are said and not judged: the exit code is 1 only where counts differ.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq

from lerendwerk_core.model.event_log import EventLog
from lerendwerk_core.process.observe import observe
from lerendwerk_core.process.successions import COLUMNS, successions
from lerendwerk_core.sources.logs import read_log

KNOWN = Path(os.environ.get("LERENDWERK_KNOWN_ANSWERS", "../shared/data")) / "process/logs"
NAMES = {"case": "case", "step": "step", "time": "time", "person": "person", "group": "group"}
THREE = ("step", "person", "group")

PEER = """
import json, sys, time
import pandas as pd
import pm4py
from pm4py.algo.organizational_mining.network_analysis import algorithm as network
key = {"case": "case:concept:name", "step": "concept:name", "time": "time:timestamp",
       "person": "org:resource", "group": "org:group"}
def timed(what):
    best, found = float("inf"), None
    for _ in range(int(sys.argv[2])):
        began = time.perf_counter(); found = what(); best = min(best, time.perf_counter() - began)
    return best, found
load, frame = timed(lambda: pd.read_parquet(sys.argv[1]))
frame = frame.rename(columns=key)
frame["time:timestamp"] = pd.to_datetime(frame["time:timestamp"], utc=True)
dfg, found = timed(lambda: pm4py.discover_dfg(frame)[0])
handover, _ = timed(lambda: pm4py.discover_handover_of_work_network(frame))
groups, net = timed(lambda: pm4py.discover_network_analysis(
    frame, "case:concept:name", "case:concept:name", "org:group", "org:group", "concept:name"))
print(json.dumps({"load": load, "dfg": dfg, "handover": handover, "groups": groups,
                  "counts": sorted([a, b, n] for (a, b), n in found.items())}))
"""


def repeated(log: EventLog, times: int, path: Path) -> None:
    """Write *log* as Parquet, *times* over, each time with cases of its own."""
    own = np.repeat(np.arange(len(log.cases)), np.diff(log.starts))
    case = np.concatenate([own + turn * len(log.cases) for turn in range(times)])
    cases = [f"{turn}-{number}" for turn in range(times) for number in range(len(log.cases))]
    columns = {"case": _texts(case, cases)}
    for name in THREE:
        codes = np.tile(getattr(log, name), times)
        columns[name] = _texts(codes, list(getattr(log, COLUMNS[name])))
    columns["time"] = pa.array(np.tile(log.time, times)).cast(pa.timestamp("us", "UTC"))
    pq.write_table(pa.table(columns), path)


def _texts(codes: Any, names: list[str]) -> Any:
    indices = pa.array(codes.astype(np.int32), mask=codes < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(names or [""])).cast(pa.string())


def fastest(what: Callable[[], Any], runs: int) -> tuple[float, Any]:
    """Return how long the fastest of *runs* took, in seconds, and what came out."""
    best, found = float("inf"), None
    for _ in range(runs):
        began = time.perf_counter()
        found = what()
        best = min(best, time.perf_counter() - began)
    return best, found


def ours(path: Path, runs: int) -> Iterator[tuple[str, float, Any]]:
    """Yield what we do, with its time."""
    load, reading = fastest(lambda: read_log(path, **NAMES), runs)
    yield "load", load, reading.log
    log = reading.log
    for column in THREE:
        took, found = fastest(lambda column=column: successions(log, column), runs)
        yield column, took, found
    took, _ = fastest(lambda: observe(log), 1)
    yield "observe", took, None


def raw_numpy(log: EventLog) -> list[int]:
    """The three networks with nothing around them."""
    same = np.ones(len(log) - 1, bool)
    same[log.starts[1:-1] - 1] = False
    sums = []
    for column in THREE:
        codes, width = getattr(log, column), len(getattr(log, COLUMNS[column]))
        sums.append(int(np.bincount((codes[:-1] * width + codes[1:])[same]).sum()))
    return sums


def raw_polars(frame: pl.DataFrame) -> list[int]:
    """The three networks on categories, sorted already."""
    pairs = frame.lazy().with_columns(
        *(pl.col(one).shift(-1).alias(f"{one}2") for one in (*THREE, "case"))
    )
    same = pairs.filter(pl.col("case") == pl.col("case2"))
    counts = [same.group_by(one, f"{one}2").len() for one in THREE]
    return [int(found["len"].sum()) for found in pl.collect_all(counts)]


def peer(python: str, path: Path, runs: int) -> dict[str, Any]:
    """Return what pm4py needed."""
    command = [python, "-W", "ignore", "-c", PEER, str(path), str(runs)]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(said.stdout.strip().splitlines()[-1])
    return found


def peer_python(folder: Path) -> str:
    """Make an environment with pm4py in *folder*; return its Python."""
    venv.create(folder, with_pip=True)
    python = str(folder / "bin" / "python")
    install = [python, "-m", "pip", "install", "-q", "pm4py", "pyarrow"]
    subprocess.run(install, check=True)
    return python


def compared(log: EventLog, times: int, python: str, runs: int, folder: Path) -> bool:
    """Print one table; return whether pm4py counts what we count."""
    path = folder / f"x{times}.parquet"
    repeated(log, times, path)
    done = {name: (took, found) for name, took, found in ours(path, runs)}
    loaded = done["load"][1]
    frame = pl.read_parquet(path).with_columns(pl.col(*THREE, "case").cast(pl.Categorical))
    three = sum(done[column][0] for column in THREE)
    plain = fastest(lambda: raw_numpy(loaded), runs)[0]
    polars = fastest(lambda: raw_polars(frame), runs)[0]
    theirs = peer(python, path, 1 if times > 1 else runs)
    networks = theirs["dfg"] + theirs["handover"] + theirs["groups"]
    print(f"\n{len(loaded):,} events, {len(loaded.cases):,} cases (seconds)")
    rows = [
        ("load", done["load"][0], "pandas", theirs["load"]),
        ("directly follows", done["step"][0], "pm4py", theirs["dfg"]),
        ("person to person", done["person"][0], "pm4py", theirs["handover"]),
        ("group to group", done["group"][0], "pm4py", theirs["groups"]),
        ("the three", three, "pm4py", networks),
        ("the three", three, "raw numpy", plain),
        ("the three", three, "raw polars", polars),
        ("all that is observed", done["observe"][0], "", float("nan")),
    ]
    for what, own, name, other in rows:
        print(f"{what:22}{own:10.4f}   {name:10}{other:10.4f}   x {other / own:8.2f}")
    same = sorted(map(list, done["step"][1])) == theirs["counts"]
    print("pm4py counts the same" if same else "pm4py counts something else")
    return same


def main() -> int:
    """Compare and say so."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n\n")[0])
    parser.add_argument("--log", type=Path, default=KNOWN / "receipt.xes.gz")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 200])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peer-python", help="a Python with pm4py; without, one is made")
    given = parser.parse_args()
    log = read_log(given.log).log
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        python = given.peer_python or peer_python(folder / "peer")
        same = [compared(log, times, python, given.runs, folder) for times in given.times]
    return 0 if all(same) else 1


if __name__ == "__main__":
    sys.exit(main())
