"""
Draws the invented measurements of this example anew: ``python examples/resultaten/make_results.py DIR``.

Forty-two people answer at three moments, and some skip one; twenty-five cases are counted at each. All
is drawn with a fixed seed: support rises and falls back a little, engagement does not move, cases get
shorter.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

SEED = 20_251_127
PEOPLE = {"gem": 18, "zorg": 20, "wel": 4}
MOMENTS = ("T0", "T1", "T2")
SUPPORT = {"T0": 2.8, "T1": 3.5, "T2": 3.3}
LEARNING = {"T0": 3.1, "T1": 3.6, "T2": 4.0}
DAYS = {"T0": 41, "T1": 33, "T2": 30}
CASES = 25


def mark(rng: random.Random, middle: float, least: int, most: int) -> int:
    """Return a whole mark around *middle*."""
    return min(most, max(least, round(rng.gauss(middle, 0.9))))


def people(rng: random.Random) -> Iterator[list[object]]:
    """Yield the heading, and a row per person and moment."""
    yield ["moment", "code", "organisatie", "draagvlak_1_5", "bevlogenheid_0_6", "sl1", "sl2"]
    places = [where for where, count in PEOPLE.items() for _ in range(count)]
    codes = [(f"x-{at}", where) for at, where in enumerate(places, start=1)]
    for moment in MOMENTS:
        for code, where in codes:
            if rng.random() < 1 / 8 and where != "wel":
                continue
            support = mark(rng, SUPPORT[moment] + 0.3 * (where == "zorg"), 1, 5)
            learning = mark(rng, LEARNING[moment], 1, 6), 7 - mark(rng, LEARNING[moment], 1, 6)
            yield [moment, code, where, support, mark(rng, 4.1, 0, 6), *learning]


def cases(rng: random.Random) -> Iterator[list[object]]:
    """Yield the heading, and a row per case."""
    yield ["moment", "doorlooptijd_dagen"]
    for moment in MOMENTS:
        for _ in range(CASES):
            yield [moment, max(1, round(rng.gammavariate(4, DAYS[moment] / 4)))]


def main(folder: Path) -> None:
    rng = random.Random(SEED)  # noqa: S311 - drawn to be the same every time
    for name, rows in (("mensen.csv", people(rng)), ("zaken.csv", cases(rng))):
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, delimiter=";").writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
