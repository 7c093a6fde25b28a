"""What the composer says of a small problem, against every seating there is."""

from __future__ import annotations

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import demands_short, problems, rank, seatings, values

from lerendwerk_core.composition import check, solve, verify
from lerendwerk_core.composition.bounds import counted, wishes_bound
from lerendwerk_core.composition.precheck import conflicts
from lerendwerk_core.composition.solve import goal_values
from lerendwerk_core.composition.tally import tallied
from lerendwerk_core.model.composition import CompositionProblem, Sense
from lerendwerk_core.model.table import Table

MANY = settings(max_examples=200)
COMPOSED = ("optimal", "feasible")


def softened(problem: CompositionProblem) -> CompositionProblem:
    """Return *problem* with every requirement soft, so that only sizes, areas and load bind."""
    asked = tuple(attrs.evolve(one, hard=False) for one in problem.requirements)
    return attrs.evolve(problem, requirements=asked)


@MANY
@given(problems(crowded=True))
def test_whatever_is_composed_passes_the_checker(problem: CompositionProblem) -> None:
    found = solve(problem)

    if found.status in COMPOSED:
        assert check(problem, found.members).stands
        assert check(problem, found.members).unmet == found.unmet
        assert verify(problem, found).broken == ()
    else:
        assert not found.members


@MANY
@given(problems())
def test_no_seating_exceeds_the_bound_of_any_goal(problem: CompositionProblem) -> None:
    bounds = counted(tallied(problem))

    for members in seatings(problem):
        for value, one in zip(values(problem, members), bounds, strict=True):
            assert value <= one.bound if one.goal.sense is Sense.MOST else value >= one.bound


@MANY
@given(problems())
def test_no_seating_falls_less_short_than_the_bound_says(problem: CompositionProblem) -> None:
    least = wishes_bound(tallied(problem))

    assert all(demands_short(problem, one, hard=False) >= least for one in seatings(problem))


@MANY
@given(problems())
def test_optimal_is_only_said_when_no_seating_is_better(problem: CompositionProblem) -> None:
    found = solve(problem)

    if found.status == "optimal":
        best = max(rank(problem, members) for members in seatings(problem))
        assert rank(problem, found.members) == best
        assert found.stopped_by == "proof"


@MANY
@given(problems())
def test_what_is_impossible_is_never_composed_nor_the_reverse(problem: CompositionProblem) -> None:
    possible = any(True for _ in seatings(problem))

    status = solve(problem).status

    assert status in ((*COMPOSED, "none-found") if possible else ("infeasible", "none-found"))


@MANY
@given(problems())
def test_without_hard_requirements_every_possible_problem_is_composed(
    problem: CompositionProblem,
) -> None:
    free = softened(problem)
    possible = any(True for _ in seatings(free))

    assert (solve(free).status in COMPOSED) == possible


@MANY
@given(problems())
def test_a_conflict_is_only_named_where_no_seating_exists(problem: CompositionProblem) -> None:
    named = tuple(conflicts(problem))

    assert not (named and any(True for _ in seatings(problem)))
    assert all(one.says.nl and one.says.en for one in named)


@MANY
@given(problems(crowded=True))
def test_the_goals_are_those_of_the_seating_and_stay_within_their_bounds(
    problem: CompositionProblem,
) -> None:
    found = solve(problem)

    if found.status in COMPOSED:
        assert tuple(one.value for one in found.goals) == values(problem, found.members)
        for one in (*found.goals, *found.tiers):
            assert one.value <= one.bound if one.sense == "most" else one.value >= one.bound
        assert (found.objective, found.bound) == (found.tiers[0].value, found.tiers[0].bound)
        assert (found.gap == 0) == (found.objective == found.bound)


@given(problems(crowded=True), st.integers(0, 5), st.sampled_from(["quick", "normal", "thorough"]))
def test_the_same_seed_gives_the_same_answer(
    problem: CompositionProblem, seed: int, effort: str
) -> None:
    first, second = (solve(problem, seed=seed, effort=effort) for _ in range(2))

    assert first == second
    assert first.seed == seed


@given(problems(), st.randoms(use_true_random=False))
def test_the_order_of_the_candidates_does_not_decide_what_is_valid(
    problem: CompositionProblem, chance: object
) -> None:
    people = list(problem.candidates)
    chance.shuffle(people)  # type: ignore[attr-defined]
    shuffled = attrs.evolve(problem, candidates=tuple(people))

    found = solve(shuffled)

    assert [one.bound for one in counted(tallied(shuffled))] == [
        one.bound for one in counted(tallied(problem))
    ]
    assert (found.status == "infeasible") == (solve(problem).status == "infeasible")
    if found.status in COMPOSED:
        assert {name: set(codes) for name, codes in found.members.items()} in [
            {name: set(codes) for name, codes in one.items()} for one in seatings(problem)
        ]


@MANY
@given(problems(), st.data())
def test_the_checker_agrees_with_counting_on_any_seating(
    problem: CompositionProblem, data: st.DataObject
) -> None:
    codes = st.lists(
        st.sampled_from([*(one.code for one in problem.candidates), "stranger"]), max_size=4
    )
    members = {spec.id: tuple(data.draw(codes)) for spec in problem.groups}

    verdict = check(problem, Table(members))

    allowed = [{name: set(codes) for name, codes in one.items()} for one in seatings(problem)]
    doubled = any(len(set(one)) < len(one) for one in members.values())
    stands = not doubled and {name: set(one) for name, one in members.items()} in allowed
    assert verdict.stands == stands
    if stands:
        assert verdict.wishes == demands_short(problem, members, hard=False)


@given(problems(crowded=True))
def test_the_totals_are_counted_as_by_hand(problem: CompositionProblem) -> None:
    for members in list(seatings(problem))[:20]:
        assert goal_values(problem, members) == values(problem, members)
