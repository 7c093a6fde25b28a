"""
Draws the invented answers of this example anew: ``python examples/regio/make_answers.py FILE``.

Forty people of five organisations answer twice. What they answer is drawn with a fixed seed: most items
get better between the rounds, and on two items organisations stand against each other.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

SEED = 20_261_101
PEOPLE = {"gem": 14, "zorg": 11, "jgz": 8, "wmo": 5, "huisartsen": 2}
ITEMS = (
    "A1 A2 A3 B1 B2 B3 C1 C2 R1 C3 C4 D1 D2 D3 E1 E2 E3 F1".split()  # noqa: SIM905 - shorter so
)
OPPOSED = {
    "C3": {"gem": 0, "zorg": 2, "jgz": 2, "wmo": 0, "huisartsen": 2},
    "D2": {"gem": 0, "zorg": 2},
}
ANSWERS = ("op orde", "gedeeltelijk", "niet", "nvt", "")
FIRM = 0.9
WEIGHTS = {"T0": (2, 4, 6, 0.2, 0.3), "T1": (7, 4, 1.5, 0.2, 0.3)}


def answer(rng: random.Random, moment: str, organisation: str, item: str) -> str:
    """Return what somebody of *organisation* answers to *item*."""
    side = OPPOSED.get(item, {}).get(organisation)
    if side is not None and rng.random() < FIRM:
        return ANSWERS[side]
    return rng.choices(ANSWERS, WEIGHTS[moment])[0]


def rows() -> Iterator[list[str]]:
    """Yield the heading, and a row per person and round."""
    rng = random.Random(SEED)  # noqa: S311 - drawn to be the same every time
    yield ["respondent", "organisatie", "moment", *ITEMS]
    for moment in WEIGHTS:
        number = 0
        for organisation, people in PEOPLE.items():
            for _ in range(people):
                number += 1
                said = [answer(rng, moment, organisation, item) for item in ITEMS]
                yield [f"R-{number:02d}", organisation, moment, *said]


def main() -> int:
    """Write the answers to the file that is named, or into the folder."""
    given = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    file = given / "answers.csv" if given.is_dir() else given
    with file.open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines, delimiter=";", lineterminator="\n").writerows(rows())
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
