"""The bound from composing one group alone while people's seats have a price."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from small_problems import group, person, problem

from lerendwerk_core.composition import Composition, solve, verify
from lerendwerk_core.composition.bounds import counted, tier_bounds
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.composition.exact.alone import bounds_alone
from lerendwerk_core.composition.tally import tallied
from lerendwerk_core.model.composition import (
    AtMost,
    Balance,
    CompositionProblem,
    Cost,
    HandoverCover,
    StepCover,
    Weighted,
)

pytestmark = pytest.mark.skipif(not highs.is_there(), reason="needs the extra 'exact'")

STEPS = "s1 s2 s3 s4 s5 s6"
LINE = tuple(itertools.pairwise(STEPS.split()))
COVER = Weighted(parts=((StepCover(), 1.0), (HandoverCover(), 1.0)))
ASKED = AtMost(name="one d2", dimension="discipline", value="d2", maximum=1)


def alike(seed: int, goals: Any = (COVER,), sizes: Any = ((3, 3), (3, 3)), **more: Any) -> Any:
    """Return a problem of people drawn by *seed* and groups with *sizes*."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    seats = sum(high for _, high in sizes)
    people = [
        person(
            f"p{number}",
            " ".join(dice.sample(STEPS.split(), dice.choice((1, 2, 2)))),
            discipline=dice.choice(("d1", "d2")),
        )
        for number in range(seats)
    ]
    groups = [group(f"g{number}", size, STEPS, handovers=LINE) for number, size in enumerate(sizes)]
    return problem(people, *groups, goals=goals, **more)


def bounds(given: CompositionProblem, value: float = 0.0, *, rounds: int = 60) -> list[float]:
    return list(bounds_alone(tallied(given), value, rounds=rounds, stop=lambda: False))


def best(given: CompositionProblem) -> Composition:
    found = solve(given, effort="thorough")
    assert found.status == "optimal"
    return found


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("asked", [(), (ASKED,)])
@pytest.mark.parametrize("sizes", [((3, 3), (3, 3)), ((2, 4), (2, 4)), ((2, 3), (2, 3), (3, 3))])
def test_nothing_is_better_than_the_bounds_and_they_only_get_better(
    seed: int, asked: Any, sizes: Any
) -> None:
    given = alike(seed, sizes=sizes, asked=asked)
    found = solve(given, effort="thorough")
    if found.objective is None:
        return

    assert found.status == "optimal"
    said = bounds(given, found.objective)
    assert said == sorted(said, reverse=True)
    assert said[-1] >= found.objective


def test_they_are_better_than_counting_where_no_group_can_hold_all_that_is_counted() -> None:
    gains = []
    for seed in range(20):
        given = alike(seed)
        counting = tier_bounds(given, counted(tallied(given)))[0]
        gains.append(counting - min(bounds(given, best(given).objective or 0.0), default=counting))

    assert max(gains) >= 1


def test_what_is_wanted_least_has_a_bound_too() -> None:
    prices = {"p0": 3.0, "p1": 1.0, "p2": 2.0}
    people = [person(code, "s1") for code in prices]
    asked = (Cost(),)
    given = problem(people, group("g1", (1, 1)), group("g2", (1, 1)), goals=asked)

    found = best(given)

    assert -bounds(given, -float(found.objective or 0.0))[-1] <= (found.objective or 0.0)


def test_the_same_problem_has_the_same_bounds() -> None:
    given = alike(3)

    assert bounds(given, 10.0) == bounds(given, 10.0)


def test_who_says_stop_hears_no_more() -> None:
    assert not list(bounds_alone(tallied(alike(1)), 0.0, rounds=9, stop=lambda: True))


@pytest.mark.parametrize(
    "given",
    [
        alike(1, goals=(Balance(),)),
        alike(1, sizes=((1, 1), (1, 2), (1, 3), (1, 4), (1, 5))),
    ],
)
def test_there_are_none_where_groups_share_more_or_are_of_many_sorts(
    given: CompositionProblem,
) -> None:
    assert bounds(given) == []


def test_a_gap_that_stays_open_is_narrowed_by_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a word of the solver on all groups together, what it says of one alone is there."""
    from lerendwerk_core.composition import solvers  # noqa: PLC0415 - to be changed

    monkeypatch.setattr(solvers, "within_reach", lambda _: False)
    monkeypatch.setattr(solvers._Run, "prove", lambda *_: None)
    narrowed = []
    for seed in range(20):
        found = solve(alike(seed))
        proof = next(one for one in found.certificate.proofs if one.tier == 0)
        narrowed.append(proof.by == "solver")
        assert verify(alike(seed), found).stands
        assert found.bound is not None
        assert best(alike(seed)).objective <= found.bound  # type: ignore[operator]

    assert any(narrowed)
