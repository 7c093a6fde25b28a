"""
The municipal family of composition problems: invented staff with the shape of a real municipality.

*people* in people/10 groups of ten; 9 to 12 disciplines and 6 to 12 organisations of skewed sizes;
each person performs 1 to 4 of *steps*, drawn by discipline; handovers along the line of steps and
half as many at random, weighed by the border they cross. With *hard* requirements: at most 40 % of
one organisation, two disciplines, pairs that stay apart.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter

from lerendwerk_core.model.composition import (
    Apart,
    AtMostShare,
    Candidate,
    CompositionProblem,
    Distinct,
    GroupSpec,
    HandoverCover,
    StepCover,
    Weighted,
)
from lerendwerk_core.model.table import Table

SIZES = (48, 120, 300, 600, 2_000, 10_000)
STEPS = (20, 40)
GROUP = 10
APART_SHARE = 20
LARGEST = 0.36


def municipal(people: int, steps: int, *, hard: bool = False, seed: int = 1) -> CompositionProblem:
    """
    Return one problem of the family.

    Where one organisation happens to employ more than LARGEST of all, the draw is done again: the
    hard requirements would be beyond anybody.
    """
    for turn in itertools.count():
        chance = random.Random(f"{people}/{steps}/{seed}/{turn}")  # noqa: S311 - no secret
        drawn = _drawn(people, steps, chance, hard=hard)
        employers = Counter(one.tags["organisation"] for one in drawn.candidates)
        if employers.most_common(1)[0][1] <= LARGEST * people:
            return drawn
    raise AssertionError


def _drawn(people: int, steps: int, chance: random.Random, *, hard: bool) -> CompositionProblem:
    disciplines = [f"d{one}" for one in range(chance.randint(9, 12))]
    organisations = [f"o{one}" for one in range(chance.randint(6, 12))]
    names = [f"s{one}" for one in range(steps)]
    size = [1 / (rank + 1) for rank in range(max(len(disciplines), len(organisations)))]
    employer = {
        d: chance.choices(organisations, size[: len(organisations)], k=2) for d in disciplines
    }
    works_on = {d: chance.sample(names, k=max(4, steps // 4)) for d in disciplines}
    for step in names:  # every step has a discipline
        works_on[chance.choice(disciplines)].append(step)
    candidates = []
    for number in range(people):
        discipline = chance.choices(disciplines, size[: len(disciplines)])[0]
        own = dict.fromkeys(works_on[discipline])
        performed = chance.sample(list(own), k=min(len(own), chance.randint(1, 4)))
        tags = {
            "step": tuple(sorted(performed)),
            "discipline": (discipline,),
            "organisation": (chance.choice(employer[discipline]),),
        }
        candidates.append(Candidate(code=f"P-{number:05}", tags=Table(tags)))
    line = list(itertools.pairwise(names))
    extra = [tuple(chance.sample(names, k=2)) for _ in range(steps // 2)]
    handovers = tuple(dict.fromkeys([*line, *extra]))
    weights = tuple(chance.choice((1, 2, 3)) for _ in handovers)
    groups = max(1, round(people / GROUP))
    low, high = people // groups, -(-people // groups)
    return CompositionProblem(
        candidates=tuple(candidates),
        groups=tuple(
            GroupSpec(
                id=f"g{number:04}",
                size=(low, high),
                steps=tuple(names),
                handovers=handovers,
                weights=weights,
            )
            for number in range(groups)
        ),
        load=(1, 1),
        requirements=_hard(candidates, chance) if hard else (),
        goals=(Weighted(parts=((StepCover(), 1.0), (HandoverCover(), 1.0)), key="cover"),),
    )


def _hard(people: list[Candidate], chance: random.Random) -> tuple[object, ...]:
    codes = [one.code for one in people]
    pairs = [tuple(chance.sample(codes, k=2)) for _ in range(len(people) // APART_SHARE)]
    return (
        AtMostShare(name="at-most-40-percent", dimension="organisation", share=0.4),
        Distinct(name="two-disciplines", dimension="discipline", minimum=2),
        *(Apart(name=f"apart:{'+'.join(pair)}", codes=pair) for pair in pairs),
    )
