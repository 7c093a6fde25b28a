"""How composing ends: proven, good, impossible, cancelled, out of time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest
from small_problems import BECAUSE, group, person, problem, seating

from lerendwerk_core.composition import Search, check, findings, solve
from lerendwerk_core.composition.bounds import counted, wishes_bound
from lerendwerk_core.composition.tally import tallied
from lerendwerk_core.errors import CompositionError
from lerendwerk_core.model.composition import (
    Apart,
    AtLeast,
    CompositionProblem,
    Distinct,
    Excluded,
    Fixed,
    GroupSpec,
    Seating,
    Together,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text

PEOPLE = tuple(
    person(f"c{one}", f"s{one % 4 + 1}", organisation=f"o{one % 3}") for one in range(12)
)
WIDE = problem(PEOPLE, group("g1", (3, 5), "s1 s2 s3 s4"), group("g2", (3, 5), "s1 s2 s3 s4"))
# Either end of the handover can be had, not both in one seat: counting never proves the best.
OPEN = problem(
    [person("a", "s1"), person("b", "s2")],
    group("g1", (1, 1), handovers=(("s1", "s2"),), weights=(1,)),
)
SEARCH = Search()


@attrs.frozen
class Answers:
    """A solver that has its answer ready."""

    answer: Seating
    key: str = "answers"

    def __call__(self, *_: object, **__: object) -> Seating:
        return self.answer


def bounds_of(given: CompositionProblem) -> dict[str, float]:
    return {one.goal.key: one.bound for one in counted(tallied(given))}


def least(given: CompositionProblem) -> int:
    return wishes_bound(tallied(given))


def fixed(code: str, *groups: str) -> Fixed:
    return Fixed(name=f"fixed:{code}", because=BECAUSE, code=code, groups=groups)


def test_a_composition_at_every_bound_is_proven_optimal() -> None:
    found = solve(WIDE)

    assert (found.status, found.stopped_by, found.gap) == ("optimal", "proof", 0.0)
    assert (
        found.because[-1].en
        == "Proven: no composition is better, in the order of wishes and goals."
    )


def test_a_composition_below_a_bound_is_called_feasible_with_its_gap() -> None:
    found = solve(OPEN, solver=SEARCH)

    assert (found.status, found.stopped_by) == ("feasible", "effort")
    assert any(one.value < one.bound for one in found.goals)
    assert found.because[-1].en == "Not proven to be the best composition."


@pytest.mark.parametrize("given", [WIDE, OPEN])
def test_cancelling_at_once_keeps_a_composition_that_stands(given: CompositionProblem) -> None:
    found = solve(given, cancel=lambda: True)

    again = Seating(members=found.members, stopped_by="", seed=0)
    assert found.status in ("optimal", "feasible")
    assert check(given, again.members).stands


def test_a_cancelled_search_says_so_unless_it_had_proof() -> None:
    assert solve(OPEN, cancel=lambda: True, solver=SEARCH).stopped_by == "cancel"
    assert solve(WIDE, cancel=lambda: False).stopped_by == "proof"


def test_a_search_out_of_time_says_so_and_keeps_its_composition() -> None:
    found = solve(OPEN, time_limit=0.0)

    assert (found.status, found.stopped_by) == ("feasible", "time")
    assert found.members


def test_cancel_is_asked_while_searching() -> None:
    asked: list[int] = []

    solve(OPEN, cancel=lambda: bool(asked.append(1)), solver=SEARCH)

    assert len(asked) > 1


def test_more_effort_is_never_worse() -> None:
    values = [
        [goal.value for goal in solve(OPEN, effort=effort, solver=SEARCH).goals]
        for effort in ("quick", "normal", "thorough")
    ]

    assert values == sorted(values)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            problem(PEOPLE[:2], group("g1", (3, 3))),
            "The groups ask for 3 seats; that is more than there are people for.",
        ),
        (
            problem([*PEOPLE[:1], person("n", area="n")], group("g1", (2, 2), area="z")),
            "Group g1 asks for 2",
        ),
        (
            problem(PEOPLE[:3], group("g1", (1, 2)), load=(1, 1)),
            "3 placements are needed and there are only 2 seats.",
        ),
        (
            problem(
                PEOPLE,
                group("g1", (1, 2)),
                asked=[fixed("c1", "g1"), Excluded(name="x", because=BECAUSE, code="c1")],
            ),
            "c1 must be in group g1 and may not be.",
        ),
        (
            problem(
                PEOPLE, group("g1", (1, 2)), group("g2", (1, 2)), asked=[fixed("c1", "g1", "g2")]
            ),
            "c1 has 2 fixed seats and may have 1.",
        ),
        (
            problem(
                PEOPLE[:3],
                group("g1", (1, 2)),
                group("g2", (1, 2)),
                load=(1, 1),
                asked=[Together(name="x", because=BECAUSE, codes=("c0", "c1", "c2"))],
            ),
            "c0, c1, c2 must be together, but the largest group has 2 seats.",
        ),
    ],
)
def test_a_conflict_that_counting_shows_is_proven_and_named(
    given: CompositionProblem, said: str
) -> None:
    found = solve(given)

    assert (found.status, found.stopped_by) == ("infeasible", "proof")
    assert any(one.en.startswith(said) for one in found.because)
    assert [one.code for one in findings(found)] == ["compose-infeasible"]


@pytest.mark.parametrize(
    "asked",
    [
        [fixed("c1", "g1"), fixed("c1", "g1")],
        [fixed("c1", "g1"), fixed("c1", "elsewhere")],
        [fixed("c1", "g1"), Excluded(name="x", because=BECAUSE, code="c1", groups=("elsewhere",))],
        [Together(name="x", because=BECAUSE, codes=("c0", "c1", "c0", "c1", "c0", "c1"))],
    ],
    ids=["twice", "group-unknown", "barred-elsewhere", "named-thrice"],
)
def test_asking_the_same_twice_or_of_another_group_is_no_conflict(asked: list[Any]) -> None:
    everyone = problem(PEOPLE[:3], group("g1", (1, 3)), load=(1, 1), asked=asked)

    assert solve(everyone).status == "optimal"


def test_being_together_in_one_group_does_not_bind_the_others() -> None:
    pair = Together(name="x", because=BECAUSE, codes=("c0", "c1", "c2"), groups=("g1",))
    groups = [group(name, (1, 2)) for name in ("g1", "g2", "g3")]

    found = solve(problem(PEOPLE[:4], *groups, load=(1, 1), asked=[pair]))

    assert found.status in ("optimal", "feasible")
    assert found.members["g1"] == ("c3",)


def test_a_conflict_that_only_searching_meets_proves_nothing() -> None:
    asked = [Distinct(name="two-kinds", because=BECAUSE, dimension="discipline", minimum=2)]

    found = solve(problem(PEOPLE, group("g1", (1, 2)), asked=asked), solver=SEARCH)

    assert (found.status, found.members, found.objective) == ("none-found", {}, None)
    assert found.because == (
        Text(
            "De beste poging voldoet niet aan: g1: ten minste 2 disciplines. "
            "Dat bewijst niet dat het niet kan.",
            "The best try does not meet: g1: at least 2 disciplines. "
            "That does not prove that it cannot be.",
        ),
    )
    assert [one.code for one in findings(found)] == ["compose-none-found"]


def test_whoever_belongs_with_a_stranger_stays_out() -> None:
    pair = Together(name="x", because=BECAUSE, codes=("c0", "stranger"))

    found = solve(problem(PEOPLE[:2], group("g1", (1, 2), "s1"), asked=[pair]))

    assert found.members["g1"] == ("c1",)


def test_an_unmet_soft_demand_is_a_finding_and_no_refusal() -> None:
    apart = Apart(name="x", because=BECAUSE, codes=("c0", "c1"), hard=False)

    found = solve(problem(PEOPLE[:2], group("g1", (2, 2)), asked=[apart]))

    assert [one.requirement for one in found.unmet] == ["x"]
    assert [one.code for one in findings(found)] == ["compose-unmet"]


def test_a_handover_weighs_in_each_group_what_that_group_says() -> None:
    heavy = group("g1", (1, 1), handovers=(("s1", "s2"),), weights=(3,))
    light = group("g2", (1, 1), handovers=(("s1", "s2"),), weights=(1,))
    pair = [person("a", "s1 s2"), person("b", "s1 s2")]

    assert bounds_of(problem(pair, heavy, light))["handovers"] == 4
    assert bounds_of(problem(pair[:1], heavy, light))["handovers"] == 3
    assert bounds_of(problem(pair[:1], light, heavy))["handovers"] == 3


def test_a_handover_to_a_step_outside_the_group_is_not_covered() -> None:
    narrow = group("g1", (1, 1), "s1", handovers=(("s1", "s9"),), weights=(2,))

    found = solve(problem([person("a", "s1 s9")], narrow))

    assert found.goals[1].value == 0


def test_two_demands_for_the_same_seat_fall_short_once() -> None:
    asked = [
        AtLeast(name=name, because=BECAUSE, dimension="organisation", value="o1", hard=False)
        for name in ("first", "second")
    ]
    one_of_them = [person("a"), person("b", organisation="o2")]
    groups = (group("g1", (1, 2)), group("g2", (1, 2)))

    assert least(problem(one_of_them, *groups[:1], asked=asked)) == 0
    assert least(problem(one_of_them, *groups, asked=asked)) == 1


def test_a_problem_without_groups_cannot_be_stated() -> None:
    with pytest.raises(CompositionError, match="no group to fill") as raised:
        solve(problem(PEOPLE))

    assert raised.value.in_("nl") == "Er is geen groep om te vullen."


def test_nothing_that_a_solver_says_is_taken_on_trust() -> None:
    found = solve(WIDE, solver=Answers(seating(g1="c1 c1", g2="nobody")))

    assert (found.status, found.members) == ("none-found", {})
    assert "g1 seats someone twice" in found.because[0].en


def test_a_seating_at_every_bound_is_not_optimal_while_a_demand_could_be_met() -> None:
    wish = AtLeast(name="x", because=BECAUSE, dimension="organisation", value="o2", hard=False)
    alike = [person("a", "s1"), person("b", "s1", organisation="o2")]
    given = problem(alike, group("g1", (1, 1), "s1"), asked=[wish])

    worse, better = (solve(given, solver=Answers(seating(g1=code))) for code in "ab")

    assert [one.value for one in worse.goals] == [one.bound for one in worse.goals]
    assert (worse.status, better.status) == ("feasible", "optimal")


def test_the_seed_is_the_callers_and_the_search_has_no_other_chance() -> None:
    never: Callable[[], bool] = lambda: False  # noqa: E731 - as a caller would write it

    seatings = [
        Search()(OPEN, seed=seed, effort="quick", stop=never, tell=print) for seed in (3, 3, 4)
    ]

    assert seatings[0] == seatings[1]
    assert [one.seed for one in seatings] == [3, 3, 4]


@pytest.mark.parametrize(
    "start",
    [
        {"g1": ("c2", "c3"), "g2": ("c3", "c4")},
        {"g1": ("c2", "c2"), "g2": ("c3", "c4")},
        {"g1": ("c2", "c3", "c4", "c5"), "g2": ("nobody",)},
    ],
)
def test_a_start_that_cannot_be_is_mended(start: dict[str, tuple[str, ...]]) -> None:
    people = [person(f"c{number}", f"s{number}") for number in range(2, 7)]
    asked = problem(people, group("g1", (2, 2)), group("g2", (2, 2), "s3 s4"))

    found = solve(asked, start=Seating(members=Table(start), stopped_by="", seed=0))

    assert found.status == "optimal"


def test_without_people_empty_groups_are_the_best_and_groups_that_need_them_cannot_be() -> None:
    def of(size: tuple[int, int]) -> CompositionProblem:
        return CompositionProblem(candidates=(), groups=(GroupSpec(id="g", size=size),))

    empty, needing = solve(of((0, 3))), solve(of((2, 3)))

    assert (empty.status, empty.members) == ("optimal", {"g": ()})
    assert needing.status == "infeasible"
