"""
Draws the invented log of this example anew: ``python examples/aanvraag/make_log.py FILE``.

How often step follows step, who does what and how often one person wears two hats are as in the
receipt phase of permit applications at a Dutch municipality (CoSeLoG/WABO, 1,434 cases): only such
counts were taken from it, in rounded numbers. Steps, groups, people, cases and times are invented.
"""

from __future__ import annotations

import csv
import datetime as dt
import random
import sys
from collections.abc import Iterator
from pathlib import Path

CASES, SEED = 400, 20_250_106
END = ""

STEPS = {
    "R": "Aanvraag registreren",
    "C": "Ontvangstbevestiging controleren",
    "A": "Ontvangstbevestiging aanpassen",
    "V": "Ontvangstbevestiging vaststellen",
    "S": "Ontvangstbevestiging versturen",
    "N": "Noodzaak van advies bepalen",
    "I": "Intern advies opstellen",
    "E": "Extern advies vragen",
    "D": "Doorgaan of stoppen bepalen",
    "B": "Brief buiten behandeling opstellen",
    "K": "Brief buiten behandeling controleren",
    "T": "Brief buiten behandeling tekenen",
    "P": "Brief buiten behandeling versturen",
}
NEXT = {
    "R": {"C": 1079, "N": 239, END: 116},
    "C": {"V": 1119, "N": 178, "A": 43, "D": 15, END: 8},
    "A": {"C": 51, END: 2},
    "V": {"S": 1177, "N": 103, "D": 17, "A": 6, END: 2},
    "S": {"N": 791, END: 400, "D": 86, "B": 10},
    "N": {"D": 1165, "I": 82, "C": 75, "V": 43, "S": 16, "E": 8, "N": 6, END: 16},
    "I": {"N": 87, "E": 6, END: 3},
    "E": {"N": 14},
    "D": {END: 828, "C": 155, "V": 141, "S": 102, "B": 53},
    "B": {"K": 59, END: 4},
    "K": {"T": 58, "B": 6},
    "T": {"P": 58},
    "P": {END: 58},
}
"""How often each step follows each, the ends among them."""

GROUP = {
    "R": "intake",
    "C": "controle",
    "A": "behandeling",
    "V": "vaststelling",
    "S": "administratie",
    "N": "behandeling",
    "I": "advies",
    "E": "advies",
    "D": "behandeling",
    "B": "behandeling",
    "K": "controle",
    "T": "vaststelling",
    "P": "administratie",
}
PEOPLE = {
    "intake": ["IN-01", "IN-02", "IN-03", "IN-04", "IN-05", "IN-06"],
    "behandeling": [f"BH-{number:02}" for number in range(1, 13)],
    "controle": ["CO-01", "CO-02", "CO-03", "CO-04", "CO-05"],
    "vaststelling": ["VA-01", "VA-02", "VA-03", "VA-04", "VA-05"],
    "administratie": ["AD-01", "AD-02", "AD-03", "AD-04", "AD-05", "AD-06"],
    "advies": ["SV-01", "SV-02", "SV-03", "SV-04", "SV-05"],
}
SAME_PERSON = 0.8
"""How often who did the last step does the next one too, whatever group it is for."""

NO_PERSON = 0.01
OPENS, CLOSES, WEEKEND, LONGEST = 8, 17, (5, 6), 30
HOURS_BETWEEN = {"advies": 60.0, "vaststelling": 20.0}


def cases(chance: random.Random) -> Iterator[list[str]]:
    """Yield the steps of every case, no more than LONGEST."""
    for _ in range(CASES):
        steps = ["R"]
        while len(steps) < LONGEST:
            ways = NEXT[steps[-1]]
            following = chance.choices(list(ways), list(ways.values()))[0]
            if following == END:
                break
            steps.append(following)
        yield steps


def rows(chance: random.Random) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield case, step, time, person and group of every event."""
    start = dt.datetime(2025, 1, 6, 8, 30)  # noqa: DTZ001 - a log of one municipality, in its own time
    for number, steps in enumerate(cases(chance), 1):
        start = workday(start + dt.timedelta(minutes=chance.expovariate(1 / 300)))
        moment, person = start, chance.choice(PEOPLE["intake"])
        for step in steps:
            group = GROUP[step]
            if step != "R":
                mean = HOURS_BETWEEN.get(group, 5.0)
                moment = workday(moment + dt.timedelta(hours=chance.expovariate(1 / mean)))
                if chance.random() > SAME_PERSON:
                    person = chance.choice(PEOPLE[group])
            named = "" if chance.random() < NO_PERSON else person
            yield (
                f"Z{number:04}",
                STEPS[step],
                moment.isoformat(sep=" ", timespec="minutes"),
                named,
                group,
            )


def workday(moment: dt.datetime) -> dt.datetime:
    """Return *moment*, or the same time on the next working day between opening and closing time."""
    if moment.hour >= CLOSES:
        moment = (moment + dt.timedelta(days=1)).replace(hour=OPENS, minute=moment.minute)
    elif moment.hour < OPENS:
        moment = moment.replace(hour=OPENS)
    while moment.weekday() in WEEKEND:
        moment += dt.timedelta(days=1)
    return moment


def main(file: Path) -> None:
    """Write the log to *file*."""
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.writer(out, delimiter=";", lineterminator="\n")
        table.writerow(["zaak", "stap", "tijd", "medewerker", "team"])
        table.writerows(rows(random.Random(SEED)))  # noqa: S311 - no secret


if __name__ == "__main__":
    main(Path(sys.argv[1]))
