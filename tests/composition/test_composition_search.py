"""The search by exchange: what it foresees of a move is what the move brings."""

from __future__ import annotations

import itertools
import random
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import BECAUSE, group, person, problem, problems

from lerendwerk_core.composition import check
from lerendwerk_core.composition.search.deal import dealt
from lerendwerk_core.composition.search.exchange import exchanged_seats, is_only_cover
from lerendwerk_core.composition.search.few import WORTHWHILE, parted
from lerendwerk_core.composition.search.masks import Masks, bits_of
from lerendwerk_core.composition.search.plan import Hall, Plan
from lerendwerk_core.composition.search.seats import NOBODY, Seats
from lerendwerk_core.composition.search.worth import Worth, steepness
from lerendwerk_core.composition.tally import HARD, TIERS, Ints, Tally, tallied
from lerendwerk_core.model.composition import (
    Apart,
    AtMostShare,
    CompositionProblem,
    Cost,
    Distinct,
    HandoverCover,
    StepCover,
    Together,
    Variety,
    Weighted,
)
from lerendwerk_core.model.table import Table

MANY = settings(max_examples=60)
COVERS: tuple[Any, ...] = (
    Weighted(parts=((StepCover(), 2.0), (HandoverCover(), 1.5)), key="cover"),
    Variety(dimension="organisation"),
)
NOTHING = lambda: False  # noqa: E731 - as a caller would write it


def covers() -> st.SearchStrategy[CompositionProblem]:
    """Draw small problems in which only cover and the requirements count."""
    costs = (*COVERS, Cost(costs=Table({"c1": 2.0, "c2": 1.0})))
    return st.builds(
        lambda one, goals: attrs.evolve(one, goals=goals),
        problems(crowded=True),
        st.sampled_from([COVERS, costs]),
    )


def wide(steps: int, seed: int) -> CompositionProblem:
    """Return a problem of three groups that learn on *steps* steps."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    names = [f"s{one}" for one in range(steps)]
    people = [
        person(f"c{one}", " ".join(chance.sample(names, 3)), organisation=f"o{one % 4}")
        for one in range(30)
    ]
    pairs = tuple({tuple(chance.sample(names, 2)) for _ in range(steps)})
    groups = [
        group(f"g{one}", (8, 12), " ".join(names), handovers=pairs, weights=(2,) * len(pairs))
        for one in range(3)
    ]
    codes = [one.code for one in people]
    apart = [
        Apart(name=f"apart:{a}+{b}", because=BECAUSE, codes=(a, b))
        for a, b in itertools.pairwise(codes)
    ]
    others = [
        Distinct(name="kinds", because=BECAUSE, dimension="organisation", minimum=2),
        AtMostShare(name="share", because=BECAUSE, dimension="organisation", share=0.4),
        Together(name="pair", because=BECAUSE, codes=("c3", "c9"), hard=False),
    ]
    return problem(people, *groups, asked=[*apart, *others], load=(1, 1), goals=COVERS)


def any_table(tally: Tally, seed: int) -> Ints:
    """Return a table in which everybody sits somewhere, whatever is asked."""
    home = np.random.default_rng(seed).integers(0, tally.groups, tally.people)
    table = np.full((tally.groups, tally.people), NOBODY, np.int32)
    for number in range(tally.groups):
        people = np.flatnonzero(home == number)
        table[number, : len(people)] = people
    return table


@pytest.mark.parametrize("steps", [3, 12, 20, 21, 33, 60])
def test_the_worth_of_a_mask_is_what_counting_says(steps: int) -> None:
    tally = tallied(wide(steps, seed=steps))
    steep = steepness(tally)
    masks, worth = Masks.of(tally, steep), Worth(tally)
    people = np.random.default_rng(1).integers(0, 2, (50, tally.people))
    counts = people @ tally.columns[:-1]
    groups = np.arange(50) % tally.groups

    there = bits_of(counts[:, tally.profiles[0].columns] > 0)
    looked_up = masks.worth(tally.profile_of[groups].astype(np.int64), there)

    assert looked_up == pytest.approx(worth.of(groups, counts)[:, TIERS:] @ steep[TIERS:])


def test_requirements_of_a_few_people_are_counted_apart_and_none_is_lost() -> None:
    tally = tallied(wide(12, seed=1))
    rest, few = parted(tally)
    groups = np.arange(tally.groups)

    assert few is not None
    assert few.weights.shape[1] - 1 >= WORTHWHILE
    for seed in range(20):
        seats = Seats.of(tally, any_table(tally, seed))
        members = [row[row != NOBODY] for row in seats.members]
        apart = np.array([few.weights[one].sum(axis=0) for one in members])
        others = np.array([rest.columns[one].sum(axis=0) for one in members])
        together = Worth(rest).short(groups, others) - few.short(rest.profile_of, apart)
        assert (together == Worth(tally).short(groups, seats.counts)).all()


def weighed(tally: Tally, table: Ints) -> float:
    """Return what a table of members is worth, weighed, counted anew."""
    return float(Seats.of(tally, table).total() @ steepness(tally))


def assert_foreseen(given_: CompositionProblem, seed: int) -> None:
    """Check that single exchanges gain what was foreseen, and keep sizes and loads."""
    tally = tallied(given_)
    table = dealt(tally, np.random.default_rng(seed))
    if Seats.of(tally, table).total()[HARD] < 0 and (
        (np.bincount(table[table >= 0], minlength=tally.people) < tally.load_low).any()
    ):
        return  # nobody can be seated who has no seat at all: no plan to begin from
    hall = Hall.of(tally)
    plan = Plan.of(hall, table, np.random.default_rng(seed))
    assert plan.total() == pytest.approx(weighed(tally, plan.members(plan.who)))
    for batch in range(12):
        drawn = plan.drawn(40, batch)
        drawn = drawn.only(np.flatnonzero(plan.can_be(drawn)))
        gain = plan.gain_of(drawn) + plan.rule_gain_of(drawn)
        rows = plan.apart(drawn)
        before = plan.total()
        plan.make(drawn.only(rows))
        after = weighed(tally, plan.members(plan.who))
        assert plan.total() == pytest.approx(after)
        assert after == pytest.approx(before + float(gain[rows].sum()))
        _assert_room(tally, plan.members(plan.who), table)


def _assert_room(tally: Tally, members: Ints, start: Ints) -> None:
    sizes, first = (members >= 0).sum(axis=1), (start >= 0).sum(axis=1)
    loads = np.bincount(members[members >= 0], minlength=tally.people)
    assert (sizes <= tally.size_high).all()
    assert (sizes >= np.minimum(tally.size_low, first)).all()
    assert (loads <= tally.load_high).all()
    assert (loads >= tally.load_low).all()
    for number, row in enumerate(members):
        people = row[row >= 0]
        assert len(set(people)) == len(people)
        assert tally.allowed[people, number].all()


@MANY
@given(covers(), st.integers(0, 9))
def test_an_exchange_gains_what_was_foreseen(given_: CompositionProblem, seed: int) -> None:
    assert is_only_cover(tallied(given_)) is (len(given_.groups) > 1)
    assert_foreseen(given_, seed)


@pytest.mark.parametrize("steps", [12, 33])
def test_exchanges_among_many_requirements_gain_what_was_foreseen(steps: int) -> None:
    for seed in range(5):
        assert_foreseen(wide(steps, seed), seed)


@MANY
@given(covers(), st.integers(0, 9))
def test_what_is_found_is_no_worse_than_the_start_and_the_same_again(
    given_: CompositionProblem, seed: int
) -> None:
    tally = tallied(given_)
    start = dealt(tally, np.random.default_rng(seed))
    high = np.full(TIERS + tally.tiers, np.inf)

    one, other = (
        exchanged_seats(tally, seed=seed, effort="quick", target=high, stop=NOTHING, start=start)
        for _ in range(2)
    )

    assert tuple(one.value) >= tuple(Seats.of(tally, start).total())
    assert (one.members == other.members).all()
    assert not one.proven
    if one.value[HARD] == 0:
        codes = [person.code for person in given_.candidates]
        names = [spec.id for spec in given_.groups]
        rows = [tuple(codes[who] for who in row if who >= 0) for row in one.members]
        assert check(given_, dict(zip(names, rows, strict=True))).stands


def test_reaching_the_target_ends_the_search_as_proven() -> None:
    given_ = problem(
        [person("c1", "s1 s2"), person("c2", "s3"), person("c3", "s1")],
        group("g1", (1, 1), "s1 s2 s3"),
        group("g2", (1, 1), "s1 s2 s3"),
        goals=(StepCover(),),
    )

    found = exchanged_seats(
        tallied(given_), seed=0, effort="quick", target=np.array([0.0, 0.0, 3.0]), stop=NOTHING
    )

    assert found.proven
    assert 0 in found.members
