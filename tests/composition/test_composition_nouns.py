"""The nouns of a composition: through JSON and back, said twice alike, and what cannot be stated."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import attrs
import pytest
from any_goals import any_goals, any_problems, measured, some_seating, worth_of
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import BECAUSE, demands_short, group, parts, person, problem, problems, seatings
from small_problems import _people as people_of
from small_problems import _requirements as requirements_of
from small_problems import short as plainly_short

from lerendwerk_core.composition import check, solve, verify
from lerendwerk_core.composition.exact import highs
from lerendwerk_core.composition.precheck import faults
from lerendwerk_core.errors import CompositionError, ResultError
from lerendwerk_core.model.composition import (
    AllOrNone,
    AtLeast,
    AtMost,
    Candidate,
    CompositionProblem,
    Cost,
    Count,
    Cover,
    Diversity,
    Element,
    End,
    Floor,
    HeavyLoad,
    Kinds,
    SeatWorth,
    Sense,
    StepCover,
    Weighted,
    even_load,
)
from lerendwerk_core.model.contracts import CompositionGoal, Requirement
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.wording import REASONS, reason

PROVES = highs.is_there()
TWO = (person("a", "s1"), person("b", "s2"))
GIVEN = problem(TWO, group("g1", (1, 2)))


# -- a plugin's own ----------------------------------------------------------------------------------


@attrs.frozen(kw_only=True)
class NoIdlers:
    """A requirement of a plugin: at most ``most`` members who perform nothing at all."""

    name: str
    most: int = 0
    because: Text = BECAUSE
    groups: tuple[str, ...] = ()
    hard: bool = True
    cost: int = 1

    def asks(self) -> Text:
        return Text(f"ten hoogste {self.most} zonder stap", f"at most {self.most} without a step")

    def shortfall(self, members: Sequence[Candidate]) -> int:
        return max(0, sum(not one.tags["step"] for one in members) - self.most)

    def rules(self, people: Sequence[Candidate]) -> Iterator[Count]:
        yield Count(weights=tuple(int(not one.tags["step"]) for one in people), high=self.most)


@attrs.frozen(kw_only=True)
class Lettered:
    """A goal of a plugin: members whose code ends in an odd number, each worth ``worth``."""

    worth: int = 2
    key: str = "lettered"
    sense = Sense.MOST

    @property
    def label(self) -> Text:
        return Text("oneven rolcodes", "odd role codes")

    def measure(self, given_: CompositionProblem, members: Any) -> float:
        seated = (one for group_ in given_.groups for one in members[group_.id])
        return self.worth * sum(int(one.code[-1]) % 2 for one in seated)

    def terms(self, given_: CompositionProblem) -> Iterator[SeatWorth]:
        worth = tuple(float(self.worth * (int(c.code[-1]) % 2)) for c in given_.candidates)
        for group_ in given_.groups:
            yield SeatWorth(group=group_.id, worth=worth)


@st.composite
def extended(draw: st.DrawFn) -> CompositionProblem:
    """Draw a problem with the requirement and the goal of a plugin."""
    given_ = draw(problems())
    own = NoIdlers(name="no-idlers", most=draw(st.integers(0, 2)), hard=draw(st.booleans()))
    return attrs.evolve(
        given_,
        requirements=(*given_.requirements, own),
        goals=(Lettered(worth=draw(st.integers(1, 3))),),
    )


def test_what_a_plugin_brings_is_a_requirement_and_a_goal() -> None:
    asked: Requirement = NoIdlers(name="x")
    goal: CompositionGoal = Lettered()

    assert asked.asks().en == "at most 0 without a step"
    assert goal.label.en == "odd role codes"


@given(extended())
def test_a_plugins_own_requirement_and_goal_are_solved_and_verified(
    given_: CompositionProblem,
) -> None:
    ours = attrs.evolve(given_, requirements=given_.requirements[:-1], goals=(StepCover(),))
    own, goal = given_.requirements[-1], given_.goals[0]
    possible = [one for one in seatings(ours) if not own.hard or not _lacking(given_, one, own)]

    found = solve(given_)

    if found.members:
        assert check(given_, found.members).stands
        assert verify(given_, found).broken == ()
        assert _lacking(given_, found.members, own) == 0 or not own.hard
    assert bool(found.members) == bool(possible) or found.status == "none-found"
    if found.status == "optimal":
        ranks = [_rank(given_, ours, one, own, goal) for one in possible]
        assert _rank(given_, ours, found.members, own, goal) == max(ranks)


def _lacking(given_: CompositionProblem, members: Any, own: Requirement) -> int:
    people = {one.code: one for one in given_.candidates}
    return sum(own.shortfall([people[code] for code in codes]) for codes in members.values())


def _rank(
    given_: CompositionProblem, ours: CompositionProblem, members: Any, own: Any, goal: Any
) -> tuple[float, float]:
    wishes = demands_short(ours, members, hard=False)
    wishes += 0 if own.hard else own.cost * _lacking(given_, members, own)
    return -wishes, measured(given_, members, goal)


# -- through JSON ------------------------------------------------------------------------------------


def through_json(one: CompositionProblem, kinds: tuple[type, ...] = ()) -> CompositionProblem:
    return CompositionProblem.from_dict(json.loads(json.dumps(one.to_dict())), kinds)


@given(st.one_of(problems(), any_problems()), st.integers(0, 3))
def test_a_problem_survives_json(given_: CompositionProblem, least: int) -> None:
    floor = Floor(goal=Cost(costs=Table({"c1": 2.5})), least=least)
    with_floor = attrs.evolve(given_, floors=(floor,) if least else ())

    again = through_json(with_floor)

    assert again == with_floor
    assert again.to_dict() == with_floor.to_dict()
    assert hash(again) == hash(with_floor)


@given(extended())
def test_a_problem_with_a_plugins_own_survives_json(given_: CompositionProblem) -> None:
    assert through_json(given_, (NoIdlers, Lettered)) == given_


@pytest.mark.parametrize("part", ["requirements", "goals"])
def test_a_kind_that_nobody_brings_is_an_error_that_names_those_there_are(part: str) -> None:
    data = attrs.evolve(GIVEN, requirements=(NoIdlers(name="x"),), goals=(Lettered(),)).to_dict()
    known = {"requirements": Lettered, "goals": NoIdlers}[part]

    with pytest.raises(ResultError) as raised:
        CompositionProblem.from_dict(data, (known,))

    for text in (raised.value.in_("nl"), raised.value.in_("en")):
        assert {"requirements": "NoIdlers", "goals": "Lettered"}[part] in text
        assert {"requirements": "AtLeast", "goals": "StepCover"}[part] in text
        assert known.__name__ in text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("format", 2),
        ("candidates", [{"code": 3}]),
        ("groups", "g1"),
        ("load", [0]),
        ("requirements", [{}]),
        ("requirements", [3]),
        ("requirements", [{"kind": "AtLeast", "name": "x", "dimension": "d"}]),
        ("goals", [{"kind": "StepCover", "at_most": 3}]),
        ("goals", [{"kind": "Weighted", "parts": [3]}]),
        ("goals", [{"kind": "Weighted", "parts": [[{"kind": "StepCover"}, "much"]]}]),
        ("goals", [{"kind": "Weighted", "parts": [], "weights": []}]),
        ("floors", [[{"kind": "Cost"}]]),
        ("unknown", 1),
    ],
    ids=str,
)
def test_what_to_dict_never_writes_is_not_read(key: str, value: object) -> None:
    data = {**GIVEN.to_dict(), key: value}

    with pytest.raises(ResultError) as raised:
        CompositionProblem.from_dict(data)

    assert raised.value.in_("nl")
    assert raised.value.in_("nl") != raised.value.in_("en")


# -- said twice --------------------------------------------------------------------------------------


@st.composite
def asked_of_members(draw: st.DrawFn) -> tuple[Any, list[Candidate], list[Candidate]]:
    """Draw a requirement, people, and some of them as members."""
    codes = [f"c{one}" for one in range(1, draw(st.integers(1, 7)) + 1)]
    people = [draw(people_of(code)) for code in codes]
    members = [one for one in people if draw(st.booleans())]
    return draw(requirements_of(codes)), people, members


@settings(max_examples=300)
@given(asked_of_members())
def test_the_rules_of_a_requirement_say_what_its_shortfall_says(
    given_: tuple[Any, list[Candidate], list[Candidate]],
) -> None:
    asked, people, members = given_
    seats = {place for place, one in enumerate(people) if one in members}

    assert sum(rule_short(rule, seats) for rule in asked.rules(people)) == asked.shortfall(members)
    assert asked.shortfall(members) == plainly_short(asked, members)


def rule_short(rule: Any, seats: set[int]) -> int:
    """Return by how many seats *seats* fall short of *rule*, read plainly."""
    match rule:
        case Count():
            total = sum(rule.weights[one] for one in seats)
            under = 0 if rule.low is None else rule.low - total
            over = 0 if rule.high is None else total - rule.high
            return max(0, -(-under // rule.unit)) + max(0, -(-over // rule.unit))
        case Kinds():
            return max(0, rule.low - sum(not seats.isdisjoint(part) for part in rule.parts))
        case AllOrNone():
            here = len(seats.intersection(rule.people))
            return len(rule.people) + rule.strangers - here if here else 0
    raise AssertionError(rule)


@st.composite
def seated_with_goals(draw: st.DrawFn) -> tuple[CompositionProblem, Any, Any]:
    given_ = draw(any_problems())
    goal = draw(any_goals([one.code for one in given_.candidates]))
    return given_, draw(some_seating(given_)), goal


@settings(max_examples=300)
@given(seated_with_goals())
def test_the_terms_of_a_goal_say_what_it_measures(
    given_: tuple[CompositionProblem, Any, Any],
) -> None:
    problem_, members, goal = given_

    total = sum(worth_of(problem_, members, term) for term in goal.terms(problem_))

    assert total == pytest.approx(measured(problem_, members, goal))


@given(any_problems())
def test_every_goal_and_requirement_says_what_it_is_in_both_languages(
    given_: CompositionProblem,
) -> None:
    goals = [goal for tier in given_.goals for goal, _ in parts(tier)]

    for text in [one.label for one in goals] + [one.asks() for one in given_.requirements]:
        assert text.nl
        assert text.en


@given(problems(), st.integers(2, 3))
def test_an_even_load_is_the_fairest_there_is(given_: CompositionProblem, most: int) -> None:
    people = tuple(attrs.evolve(one, load=None) for one in given_.candidates)
    shared = attrs.evolve(given_, candidates=people, load=(0, most), goals=even_load(most))
    shared = attrs.evolve(shared, requirements=tuple(r for r in given_.requirements if r.hard))
    loads = [load_of(shared, one) for one in seatings(shared)]

    found = solve(shared)

    if loads:
        assert found.status == "optimal" or not PROVES
        assert load_of(shared, found.members) == min(loads) or found.status != "optimal"


def load_of(given_: CompositionProblem, members: Any) -> list[int]:
    """Return the loads of all people, highest first; one group or none is all the same."""
    everybody = [code for codes in members.values() for code in codes]
    return sorted((max(1, everybody.count(one.code)) for one in given_.candidates), reverse=True)


# -- what cannot be stated ---------------------------------------------------------------------------

HANDOVER = (("s1", "s2"), ("s2", "s1"))


@attrs.frozen(kw_only=True)
class LeastCover(Cover):
    """A goal that cannot be: cover, as little as possible."""

    sense = Sense.LEAST


FAULTS: dict[str, tuple[CompositionProblem, dict[str, Any]]] = {
    "fault-twice-candidate": (problem([*TWO, TWO[0]], group("g1", (1, 2))), {"name": "a"}),
    "fault-twice-group": (
        problem(TWO, group("g1", (0, 1)), group("g1", (0, 1))),
        {"name": "g1"},
    ),
    "fault-twice-goal": (
        attrs.evolve(GIVEN, goals=(StepCover(), StepCover(), StepCover(at_least=2))),
        {"name": "steps"},
    ),
    "fault-twice-element": (
        attrs.evolve(
            GIVEN,
            goals=(
                Cover(
                    elements=(
                        Element(name="x", ends=(End("step", "s1"),)),
                        Element(name="x", ends=(End("step", "s1"),), weight=2),
                        Element(name="x", ends=(End("step", "s2"),)),
                    )
                ),
            ),
        ),
        {"goal": "cover", "element": "x"},
    ),
    "fault-size": (problem(TWO, group("g1", (2, 1))), {"group": "g1", "low": 2, "high": 1}),
    "fault-weights": (
        problem(TWO, group("g1", (1, 2), handovers=HANDOVER, weights=(1,))),
        {"group": "g1"},
    ),
    "fault-load": (attrs.evolve(GIVEN, load=(2, 1)), {"code": "*", "low": 2, "high": 1}),
    "fault-distances": (
        attrs.evolve(GIVEN, goals=(Diversity(distances=((0, 1),)),)),
        {"goal": "diversity", "people": 2},
    ),
    "fault-one-way": (
        attrs.evolve(GIVEN, goals=(Diversity(distances=((0, 1), (2, 0))),)),
        {"goal": "diversity"},
    ),
    "fault-cost": (
        attrs.evolve(
            GIVEN, requirements=(AtLeast(name="x", dimension="step", value="s1", cost=-1),)
        ),
        {"requirement": "x"},
    ),
    "fault-weight": (
        attrs.evolve(GIVEN, goals=(Weighted(parts=((StepCover(), 0.0),)),)),
        {"goal": "steps"},
    ),
    "fault-floor": (
        attrs.evolve(GIVEN, floors=(Floor(goal=StepCover(), least=1),)),
        {"goal": "steps"},
    ),
    "fault-cover-least": (
        attrs.evolve(GIVEN, goals=(LeastCover(elements=()),)),
        {"goal": "cover"},
    ),
    "fault-element": (
        attrs.evolve(GIVEN, goals=(Cover(elements=(Element(name="none", ends=()),)),)),
        {"goal": "cover", "element": "none"},
    ),
}
MORE_FAULTS = {
    "own-load": attrs.evolve(GIVEN, candidates=(attrs.evolve(TWO[0], load=(-1, 1)), TWO[1])),
    "size-below-0": problem(TWO, group("g1", (-1, 1))),
    "weight-below-0": attrs.evolve(
        GIVEN, goals=(Cover(elements=(Element(name="x", ends=(End("step", "s1"),), weight=-1),)),)
    ),
    "end-of-none": attrs.evolve(
        GIVEN, goals=(Cover(elements=(Element(name="x", ends=(End("step", "s1", 0),)),)),)
    ),
    "no-groups-at-all": attrs.evolve(GIVEN, goals=(HeavyLoad(groups=0),)),
    "no-goal": attrs.evolve(GIVEN, goals=()),
    "no-part": attrs.evolve(GIVEN, goals=(Weighted(parts=()),)),
    "no-group": attrs.evolve(GIVEN, groups=()),
    "rows-of-other-lengths": attrs.evolve(GIVEN, goals=(Diversity(distances=((0, 1), (1,))),)),
    "at-least-nothing": attrs.evolve(GIVEN, goals=(StepCover(at_least=0),)),
}


def test_every_fault_has_an_example_here() -> None:
    elsewhere = {"fault-no-candidate", "fault-no-group"}

    assert {code for code in REASONS if code.startswith("fault-")} - elsewhere == set(FAULTS)


@pytest.mark.parametrize("code", FAULTS)
def test_what_cannot_be_stated_is_named(code: str) -> None:
    given_, values = FAULTS[code]

    assert list(faults(given_)) == [reason(code, **values)]


@pytest.mark.parametrize(
    "given_",
    [*(one for one, _ in FAULTS.values()), *MORE_FAULTS.values()],
    ids=[*FAULTS, *MORE_FAULTS],
)
def test_what_cannot_be_stated_is_an_error_in_both_languages(given_: CompositionProblem) -> None:
    with pytest.raises(CompositionError) as raised:
        solve(given_)

    assert raised.value.in_("nl")
    assert raised.value.in_("nl") != raised.value.in_("en")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    wrong = attrs.evolve(
        problem([*TWO, TWO[0]], group("g1", (2, 1)), group("g1", (1, 2))), load=(3, 1)
    )

    assert len(list(faults(wrong))) == 4


def test_a_problem_with_nothing_wrong_has_no_faults() -> None:
    fine = attrs.evolve(
        GIVEN, requirements=(AtMost(name="x", dimension="step", value="s9", maximum=0),)
    )

    assert list(faults(fine)) == []
