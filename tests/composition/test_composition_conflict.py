"""What is said of a problem that cannot be, against every seating that breaks something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from any_seatings import Key, all_broken, cost_of, possible
from hypothesis import assume, given
from small_problems import group, person, problem, problems, seatings

from lerendwerk_core.composition import Demanded, solve
from lerendwerk_core.composition.conflict import conflicting
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.composition.precheck import conflicts
from lerendwerk_core.model.composition import (
    Apart,
    AtLeast,
    CompositionProblem,
    Distinct,
    Excluded,
    Fixed,
    Together,
)
from lerendwerk_core.text import LANGUAGES, Lang

needs_highs = pytest.mark.skipif(not highs.is_there(), reason="needs the extra 'exact'")
IMPOSSIBLE = problems().filter(lambda one: next(seatings(one), None) is None)
UNKNOWN = "That it cannot be is proven; which demands conflict was not worked out."
FIVE = [person(f"c{one}") for one in range(5)]


def keys_of(demands: Any) -> list[Key]:
    return [(one.name, one.group) for one in demands]


@needs_highs
@given(IMPOSSIBLE)
def test_what_cannot_be_is_shown_to_be_impossible(given_: CompositionProblem) -> None:
    found = solve(given_)

    assert (found.status, found.stopped_by) == ("infeasible", "proof")
    assert found.conflict
    assert found.relaxations


@needs_highs
@given(IMPOSSIBLE)
def test_the_demands_of_a_conflict_cannot_all_be(given_: CompositionProblem) -> None:
    assert not possible(given_, keys_of(solve(given_).conflict))


@needs_highs
@given(IMPOSSIBLE)
def test_a_conflict_names_each_demand_once_and_none_too_many(given_: CompositionProblem) -> None:
    keys = keys_of(solve(given_).conflict)

    assert len(set(keys)) == len(keys)
    for key in keys:
        assert possible(given_, [one for one in keys if one != key]), key


@needs_highs
@given(IMPOSSIBLE)
def test_no_way_out_is_cheaper_than_the_one_that_is_named(given_: CompositionProblem) -> None:
    relaxations = solve(given_).relaxations
    granted = {(one.demanded.name, one.demanded.group): one.seats for one in relaxations}

    least = min(map(cost_of, all_broken(given_)))
    assert len(granted) == len(relaxations)
    assert sum(one.cost for one in relaxations) == least
    assert any(within(one, granted, least) for one in all_broken(given_))


def within(breaks: Mapping[Key, tuple[int, int]], granted: Mapping[Key, int], cost: int) -> bool:
    """Whether *breaks* are no more than what is *granted*, at that *cost*."""
    seats = {key: number for key, (number, _) in breaks.items()}
    return seats == dict(granted) and cost_of(breaks) == cost


@needs_highs
@given(IMPOSSIBLE)
def test_a_conflict_is_told_in_both_languages(given_: CompositionProblem) -> None:
    found = solve(given_)

    texts = [one.asks for one in found.conflict] + [one.says for one in found.relaxations]
    for text in (*texts, *found.because):
        assert text.nl
        assert text.en
    for one in found.conflict:
        for lang in LANGUAGES:
            assert any(asked(one, lang) in said.in_(lang) for said in found.because)


def asked(one: Demanded, lang: Lang) -> str:
    """Return what *one* asks, whoever it asks it of."""
    return one.asks.in_(lang).removeprefix(one.name.removeprefix("load:"))


@given(IMPOSSIBLE)
def test_the_demands_that_counting_names_cannot_all_be(given_: CompositionProblem) -> None:
    shown = [one for one in conflicts(given_) if one.demands]
    assume(shown)

    for one in shown:
        assert not possible(given_, keys_of(one.demands)), one.says.en


@pytest.mark.parametrize(
    "given_",
    [
        problem(FIVE, group("g1", (3, 3)), group("g2", (3, 3))),
        problem(FIVE, group("g1", (1, 2)), group("g2", (1, 2)), load=(1, 1)),
        problem(FIVE, group("g1", (6, 7))),
        problem(
            FIVE,
            group("g1", (1, 2)),
            asked=[Fixed(name="f", code="c0", groups=("g1",)), Excluded(name="x", code="c0")],
        ),
        problem(
            FIVE,
            group("g1", (1, 2)),
            group("g2", (1, 2)),
            asked=[Fixed(name="f", code="c0", groups=("g1", "g2"))],
        ),
        problem(
            [*FIVE[:2], attrs.evolve(FIVE[2], load=(1, 1))],
            group("g1", (0, 2)),
            asked=[Together(name="t", codes=("c0", "c1", "c2"))],
        ),
        problem(
            FIVE[:1],
            group("g1", (0, 1)),
            group("g2", (0, 1)),
            asked=[AtLeast(name="one", dimension="discipline", value="d1")],
        ),
    ],
    ids=["sizes", "room", "area", "barred", "twice", "together", "shared"],
)
def test_every_conflict_that_counting_shows_is_one(given_: CompositionProblem) -> None:
    shown = tuple(conflicts(given_))

    assert shown
    for one in shown:
        assert not possible(given_, keys_of(one.demands)), one.says.en


def test_where_the_exact_solver_is_not_there_counting_still_names_the_demands(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(highs, "is_there", lambda: False)
    scarce = AtLeast(name="two", dimension="discipline", value="d9", minimum=2)
    given_ = problem(FIVE, group("g1", (1, 4)), asked=[scarce])

    found = solve(given_)

    assert keys_of(found.conflict) == [("two", "g1")]
    assert found.relaxations == ()
    assert [one.en for one in conflicting(given_, ())["because"]] == [UNKNOWN]


@needs_highs
@pytest.mark.parametrize(
    ("given_", "demands", "cost"),
    [
        (
            problem(
                FIVE[:3], group("g1", (2, 3)), asked=[Apart(name="a", codes=("c0", "c1", "c2"))]
            ),
            {("a", "g1"), ("size:g1", "g1")},
            1,
        ),
        (
            problem(
                FIVE,
                group("g1", (1, 2)),
                asked=[
                    Together(name="t", codes=("c0", "c1", "c2")),
                    Fixed(name="f", code="c0", groups=("g1",), cost=5),
                ],
            ),
            {("t", "g1"), ("f", "g1"), ("size:g1", "g1")},
            1,
        ),
        (
            problem(FIVE, group("g1", (1, 4)), asked=[Distinct(name="d", dimension="discipline")]),
            {("d", "g1")},
            1,
        ),
    ],
    ids=["apart", "together", "alike"],
)
def test_a_conflict_that_is_plain_to_see(
    given_: CompositionProblem, demands: set[Key], cost: int
) -> None:
    found = solve(given_)

    assert set(keys_of(found.conflict)) == demands
    assert sum(one.cost for one in found.relaxations) == cost


@needs_highs
def test_two_requirements_of_one_name_are_given_up_together() -> None:
    twice = [
        AtLeast(name="both", dimension="discipline", value=value, minimum=1) for value in ("x", "y")
    ]

    found = solve(problem(FIVE, group("g1", (1, 4)), asked=twice))

    assert keys_of(found.conflict) == [("both", "g1")]
    assert [(one.seats, one.cost) for one in found.relaxations] == [(2, 2)]
    assert "x" in found.conflict[0].asks.en
    assert "y" in found.conflict[0].asks.en


@needs_highs
def test_what_may_be_given_up_for_nothing_is_given_up_no_further_than_needed() -> None:
    free = AtLeast(name="free", dimension="discipline", value="x", minimum=2, cost=0)
    met = AtLeast(name="met", dimension="discipline", value="d1", minimum=1, cost=0)

    found = solve(problem(FIVE, group("g1", (1, 4)), asked=[free, met]))

    assert [(one.demanded.name, one.seats, one.cost) for one in found.relaxations] == [
        ("free", 2, 0)
    ]


def test_stopping_leaves_what_counting_shows() -> None:
    given_ = problem(FIVE, group("g1", (6, 7)))

    said = conflicting(given_, tuple(conflicts(given_)), stop=lambda: True)

    assert said["because"][0] == next(conflicts(given_)).says


def test_a_problem_that_can_be_has_no_conflict() -> None:
    found = solve(problem(FIVE, group("g1", (1, 4))))

    assert (found.conflict, found.relaxations) == ((), ())
    assert found.status == "optimal"
