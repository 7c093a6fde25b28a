"""
Ours beside pandas, on the answers of many people in one run.

::

    python benchmarks/checklist.py
    python benchmarks/checklist.py --people 1000 10000 50000 --items 120 --organisations 50

Answers are made up with a fixed seed and written as the CSV that a municipality would have. Ours reads
it, and tells the advice, agreement, stability and every count that may be seen: the whole of
``Workbench.read`` and ``Workbench.assess``. pandas reads the same file and counts answers per item and
organisation, which is the first of those steps and the only one that it has. Counts are compared.

Times are said and not judged: the exit code is 1 only where counts differ.
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

import lerendwerk_core as lw
from lerendwerk_core.vocabulary import Answer

SPELT = ("op orde", "gedeeltelijk", "niet", "nvt", "")
MIB = 1024


def checklist(items: int) -> str:
    """Return a checklist of so many items, as a municipality would write it."""
    lines = "\n".join(
        f"      - {{id: i{n}, section: s{n % 6}, nl: Item {n}, en: Item {n}}}" for n in range(items)
    )
    sections = "\n".join(f"      - {{id: s{n}, nl: Deel {n}, en: Part {n}}}" for n in range(6))
    return (
        "checklists:\n"
        f"  - id: lang\n    nl: Lang\n    en: Long\n    last_item: i{items - 1}\n"
        f"    sections:\n{sections}\n    items:\n{lines}\n"
    )


def write_plugin(folder: Path, items: int) -> None:
    """Write a plugin of data with the checklist."""
    folder.mkdir()
    (folder / "checklists.yaml").write_text(checklist(items), encoding="utf-8")
    manifest = "plugin: lang\napi: 1\nnl: Lang\nen: Long\nfiles: [checklists.yaml]\n"
    (folder / "lerendwerk.yaml").write_text(manifest, encoding="utf-8")


def rows(people: int, items: int, organisations: int) -> Iterator[str]:
    """Yield the lines of a file of answers; organisations lean to different answers."""
    rng = random.Random(1)  # noqa: S311 - made up, and the same every time
    lean = [[rng.random() + 0.1 for _ in range(3)] + [0.04, 0.03] for _ in range(organisations)]
    yield ";".join(["respondent", "organisatie", *(f"i{n}" for n in range(items))])
    for number in range(people):
        of = number % organisations
        said = rng.choices(SPELT, lean[of], k=items)
        yield ";".join([f"R-{number:06d}", f"org{of:03d}", *said])


def ours(folder: Path, bench: lw.Workbench) -> tuple[float, float, lw.readiness.Readiness]:
    """Return the time to read, the time to assess, and the advice."""
    began = time.perf_counter()
    dossier = bench.read(folder)
    between = time.perf_counter()
    found = bench.assess(dossier)
    if found is None:
        raise SystemExit("no answers were read")
    return between - began, time.perf_counter() - between, found


def peer(file: Path) -> tuple[float, float, pd.DataFrame]:
    """Return the time to read, the time to count, and the counts."""
    began = time.perf_counter()
    frame = pd.read_csv(file, sep=";", dtype=str, keep_default_na=False)
    between = time.perf_counter()
    items = [column for column in frame.columns if column.startswith("i")]
    long = frame.melt(id_vars=["organisatie"], value_vars=items)
    counts = long.groupby(["variable", "organisatie", "value"]).size()
    return between - began, time.perf_counter() - between, counts


def differing(found: lw.readiness.Readiness, counts: pd.DataFrame) -> int:
    """Return how many of the counts that are shown differ from those of pandas."""
    said = dict(zip(Answer, SPELT, strict=True))
    known = counts.to_dict()
    return sum(
        row[answer.value] not in (None, known.get((item, name, said[answer]), 0))
        for item, table in found.answers.items()
        for name, row in table.items()
        for answer in Answer
        if name not in ("", "Total")
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, nargs="+", default=[1000, 2000, 5000, 10_000, 20_000])
    parser.add_argument("--items", type=int, default=120)
    parser.add_argument("--organisations", type=int, default=50)
    asked = parser.parse_args()
    wrong = 0
    print(
        "people  read   assess  total (s)  peak (MiB)  | pandas read  count (s)  ratio of reading"
    )
    with tempfile.TemporaryDirectory() as place:
        write_plugin(Path(place) / "plugin", asked.items)
        bench = lw.Workbench(discover=False, folders=[Path(place) / "plugin"])
        for people in asked.people:
            folder = Path(place) / str(people)
            folder.mkdir()
            file = folder / "antwoorden.csv"
            lines = rows(people, asked.items, asked.organisations)
            file.write_text("\n".join(lines), encoding="utf-8")
            text = "id: lang\nchecklist: {use: lang, answers: antwoorden.csv}\n"
            (folder / "dossier.yaml").write_text(text, encoding="utf-8")
            read, assess, found = ours(folder, bench)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MIB
            pandas_read, pandas_count, counts = peer(file)
            wrong += differing(found, counts)
            print(
                f"{people:6d}  {read:5.2f}  {assess:6.2f}  {read + assess:9.2f}  {peak:10.0f}"
                f"  | {pandas_read:11.2f}  {pandas_count:9.2f}  {pandas_read / read:16.1f}"
            )
    print(f"{wrong} counts differ")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
