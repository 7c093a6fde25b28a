"""What is demanded of a seating, in words that a reader can take in."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from small_problems import group, person, problem, seated

from lerendwerk_core.composition import Demanded, Relaxation, Search, findings, solve, verify
from lerendwerk_core.composition.conflict import conflicting
from lerendwerk_core.composition.demands import demands_of, told, unmet_by, ways_out
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.composition.precheck import conflicts
from lerendwerk_core.errors import CompositionError
from lerendwerk_core.model.composition import (
    AtMost,
    CompositionProblem,
    Cost,
    Distinct,
    Diversity,
    Fixed,
    Floor,
    Stability,
    StepCover,
)
from lerendwerk_core.text import Text

needs_highs = pytest.mark.skipif(not highs.is_there(), reason="needs the extra 'exact'")
EVERYBODY = [person(f"c{one}", discipline=f"d{one % 3}") for one in range(15)]
ASKED = Text("ten minste 5 leden", "at least 5 members")


def of_groups(*groups: str, asks: Text = ASKED) -> list[Demanded]:
    return [Demanded(name="x", group=name, asks=asks) for name in groups]


def english(demands: Sequence[Demanded]) -> list[str]:
    return [one.en for one in told(demands)]


# -- alike ones once -------------------------------------------------------------------------------


def test_what_many_groups_ask_alike_is_said_once() -> None:
    many = of_groups(*(f"group-{number}" for number in range(1, 31)))

    assert told(many) == [
        Text(
            "30 groepen vragen elk ten minste 5 leden (group-1 t/m group-30)",
            "30 groups each ask for at least 5 members (group-1 to group-30)",
        )
    ]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["b", "a"], "a, b"),
        (["g10", "g9", "g8"], "g8 to g10"),
        (["g1", "g2"], "g1, g2"),
        (["g1", "g2", "g4", "g5", "g6"], "g1, g2, g4 to g6"),
        (["a1", "a2", "b3"], "a1, a2, b3"),
        (["g", "g1", "g2", "g3"], "g, g1 to g3"),
        (["g01", "g1", "g2", "g3"], "g01, g1 to g3"),
        (["1", "2", "3"], "1 to 3"),
        ([f"{one}x" for one in "abcdefghijkl"], ", ".join(f"{one}x" for one in "abcdefghijkl")),
        (
            [f"{one}x" for one in "abcdefghijklm"],
            ", ".join(f"{one}x" for one in "abcdefghijk") + ", and 2 more",
        ),
        ([f"{one}x" for one in "abcdefghijklm"] + ["z1", "z2", "z3"], "and 5 more"),
    ],
)
def test_names_that_count_up_are_told_as_the_first_and_the_last(
    names: list[str], said: str
) -> None:
    (one,) = english(of_groups(*names))

    assert one.startswith(f"{len(names)} groups each ask for ")
    assert said in one


def test_what_differs_is_told_apart_in_the_order_in_which_it_came() -> None:
    other = of_groups("g3", asks=Text("geen zetels", "no seats"))

    assert english([*of_groups("g2"), *other, *of_groups("g1")]) == [
        "2 groups each ask for at least 5 members (g1, g2)",
        "g3: no seats",
    ]


def test_people_with_the_same_load_are_named_together_and_not_counted() -> None:
    people = [person("1"), attrs.evolve(person("b"), load=(0, 2)), person("c")]
    given = problem(people, group("g1", (1, 2)))

    said = told([one for one in demands_of(given) if one.name.startswith("load:")])

    assert said == [
        Text("elk van 1, c in ten hoogste één groep", "each of 1, c in at most one group"),
        Text("b in ten hoogste 2 groepen", "b in at most 2 groups"),
    ]


def test_what_is_given_up_alike_is_added_up() -> None:
    relaxations = [
        Relaxation(demanded=one, seats=seats, cost=cost, says=Text("", ""))
        for one, seats, cost in zip(
            [*of_groups("g1", "g2"), *of_groups("g3", asks=Text("een", "one"))],
            (3, 4, 1),
            (6, 8, 5),
            strict=True,
        )
    ]

    assert ways_out(relaxations) == [
        (
            Text(
                "2 groepen vragen elk ten minste 5 leden (g1, g2): samen 7 zetels toegeven",
                "2 groups each ask for at least 5 members (g1, g2): give in by 7 seats together",
            ),
            14,
        ),
        (Text("g3: een: 1 toegeven", "g3: one: give in by 1"), 5),
    ]


@pytest.mark.parametrize(
    ("bounds", "size", "load"),
    [
        ((0, 0), "no seats", "a in no group"),
        ((1, 1), "exactly one seat", "a in exactly one group"),
        ((3, 3), "exactly 3 seats", "a in exactly 3 groups"),
        ((0, 1), "at most one seat", "a in at most one group"),
        ((0, 3), "at most 3 seats", "a in at most 3 groups"),
        ((1, 3), "1 to 3 seats", "a in 1 to 3 groups"),
    ],
)
def test_sizes_and_loads_are_said_as_one_would(bounds: Any, size: str, load: str) -> None:
    given = problem([person("a")], group("g1", bounds), load=bounds)

    assert [one.asks.en for one in demands_of(given)] == [size, load]


def test_requirements_of_one_name_are_one_demand() -> None:
    twice = [AtMost(name="x", dimension="discipline", value=v, maximum=0) for v in ("d1", "d2")]

    first = demands_of(problem([person("a")], group("g1", (0, 1)), asked=twice))[0]

    assert first.asks == Text("niemand met d1; niemand met d2", "nobody with d1; nobody with d2")


# -- what a try does not meet ----------------------------------------------------------------------


def test_of_a_try_every_demand_that_it_does_not_meet_is_told() -> None:
    asked = [
        Fixed(name="f", code="a", groups=("g1",)),
        Distinct(name="wish", dimension="discipline", hard=False),
    ]
    floor = Floor(goal=Stability(earlier=seated(g1="a")), least=1)
    dear = Floor(goal=Cost(), least=0.5)
    given = problem(
        [person("a"), person("b"), person("c")],
        group("g1", (1, 1)),
        group("g2", (2, 2)),
        asked=asked,
        floors=(floor, dear),
    )

    assert english(list(unmet_by(given, {"g1": ("b",), "g2": ("b",)}))) == [
        "g1: a seat for a",
        "g2: exactly 2 seats",
        "b in at most one group",
        "seats kept: at least 1",
        "cost of the seats: at most 0.5",
    ]
    best = attrs.evolve(given, floors=(floor,))
    assert list(unmet_by(best, {"g1": ("a",), "g2": ("b", "c")})) == []


# -- where the search meets nothing ----------------------------------------------------------------

MIXED = problem(
    EVERYBODY,
    group("g1", (4, 5)),
    group("g2", (4, 5)),
    asked=[
        Distinct(name="all", dimension="discipline", minimum=3),
        AtMost(name="no-d1", dimension="discipline", value="d1", maximum=0),
    ],
    goals=(Diversity(),),
)


@needs_highs
def test_a_conflict_is_proven_where_goals_are_distances_too() -> None:
    found = solve(MIXED)

    assert (found.status, found.stopped_by) == ("infeasible", "proof")
    assert {one.name for one in found.conflict} == {"all", "no-d1"}
    assert [one.demanded.name for one in found.relaxations]
    assert [one.code for one in findings(found)] == ["compose-infeasible"]


def test_where_nothing_is_proven_it_is_said_what_the_best_try_lacks() -> None:
    found = solve(MIXED, solver=Search())

    assert (found.status, found.conflict, found.relaxations) == ("none-found", (), ())
    (because,) = found.because
    assert because.en.startswith("The best try does not meet: ")
    assert "nobody with d1" in because.en or "at least 3 disciplines" in because.en
    assert because.nl.startswith("De beste poging voldoet niet aan: ")


def test_without_the_exact_solver_it_stays_unproven(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highs, "is_there", lambda: False)

    assert solve(MIXED).status == "none-found"


def test_who_cancels_does_not_wait_for_a_proof() -> None:
    found = solve(MIXED, cancel=lambda: True)

    assert (found.status, found.stopped_by) == ("none-found", "cancel")
    assert found.because[0].en.startswith("The best try does not meet: ")


def test_a_time_limit_that_is_over_leaves_it_unproven() -> None:
    found = solve(MIXED, time_limit=0.0)

    assert (found.status, found.stopped_by) == ("none-found", "time")


@needs_highs
def test_what_the_search_misses_and_the_exact_solver_finds_is_composed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys.modules[solve.__module__], "Standard", Blind)
    given = attrs.evolve(MIXED, requirements=MIXED.requirements[1:])

    found = solve(given)

    assert found.status == "feasible"
    assert verify(given, found).stands


class Blind(Search):
    """A search that finds nothing but what it begins from."""

    def __call__(self, problem: CompositionProblem, **options: Any) -> Any:
        found = super().__call__(problem, **options)
        return found if options["start"] else attrs.evolve(found, members=seated(g1="", g2=""))


# -- floors are demands ----------------------------------------------------------------------------


def floored(least: float, size: tuple[int, int] = (0, 2)) -> CompositionProblem:
    """Return the problem of keeping at least *least* of three who sat together."""
    floor = Floor(goal=Stability(earlier=seated(g1="a b c")), least=least)
    people = [person("a"), person("b"), person("c")]
    return problem(people, group("g1", size), goals=(StepCover(),), floors=(floor,))


@needs_highs
def test_a_floor_has_its_part_in_a_conflict_and_can_be_given_up() -> None:
    found = solve(floored(3))

    assert found.status == "infeasible"
    assert sorted(one.name for one in found.conflict) == ["floor:stability", "size:g1"]
    assert [(one.seats, one.cost) for one in found.relaxations] == [(1, 1)]
    assert len(solve(floored(2)).members["g1"]) == 2


@needs_highs
def test_a_floor_that_nothing_reaches_is_a_conflict_by_itself_and_the_loads() -> None:
    found = solve(floored(4, (0, 3)))

    assert found.status == "infeasible"
    assert "floor:stability" in {one.name for one in found.conflict}
    assert "seats kept: at least 4" in found.because[0].en


def test_only_what_seats_are_worth_can_be_a_floor() -> None:
    with pytest.raises(CompositionError, match="steps"):
        solve(attrs.evolve(floored(2), floors=(Floor(goal=StepCover(), least=1),)))


# -- how sure it is said ---------------------------------------------------------------------------

CROWDED = problem(EVERYBODY[:3], group("g1", (2, 2)), group("g2", (2, 2)))


@needs_highs
def test_a_conflict_that_is_broken_off_is_not_said_to_be_the_smallest() -> None:
    shown = tuple(conflicts(CROWDED))
    texts = set()
    for times in range(1, 40):
        asked = iter(range(times))
        found = conflicting(CROWDED, shown, stop=lambda asked=asked: next(asked, None) is None)
        assert found["because"][0] == shown[0].says
        assert found["conflict"]
        texts |= {one.en.split(":")[0] for one in found["because"][1:]}

    assert "These cannot all be, and without any one of them the others can" in texts


@needs_highs
def test_where_no_answer_is_final_less_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    sure = highs.solved

    monkeypatch.setattr(
        "lerendwerk_core.composition.conflict.solved",
        lambda model, worth, **more: _unsure(sure(model, worth, **more), worth),
    )

    said = [one.en for one in conflicting(CROWDED, ())["because"]]

    assert said[0].startswith("These cannot all be, and without one of them the others may still")
    assert said[1].startswith("A way out, not proven to be the cheapest (cost 1): ")


def _unsure(answer: highs.Answer, worth: dict[int, float]) -> highs.Answer:
    """Return *answer* as a solver gives it that ran out of nodes, without a solution if none is wanted."""
    if answer.status == "infeasible":
        return answer
    return attrs.evolve(answer, status="limit", solution=answer.solution if worth else None)
