"""Why someone sits where they sit, and who could take the seat: recomputed from the problem."""

from __future__ import annotations

from typing import Any

import attrs
from hypothesis import given, settings
from small_problems import BECAUSE, demands_short, group, parts, person, problem, problems, values

from lerendwerk_core.composition import Composition, Seat, solve
from lerendwerk_core.model.composition import Apart, AtLeast, CompositionProblem, Excluded, Fixed

MANY = settings(max_examples=150)


def exchanged(found: Composition, seat: Seat, code: str) -> dict[str, tuple[str, ...]]:
    """Return the seating in which *code* has the place of *seat*, and leaves its own for it."""
    after = {**found.members, seat.group: _without(found, seat.group, seat.code, code)}
    other = next(one.exchange for one in seat.substitutes if one.code == code)
    if other:
        after[other] = _without(found, other, code, seat.code)
    return after


def _without(found: Composition, group_: str, gone: str, new: str) -> tuple[str, ...]:
    return (*(one for one in found.members[group_] if one != gone), new)


@MANY
@given(problems(crowded=True))
def test_every_seat_is_listed_once_with_its_reasons(given_: CompositionProblem) -> None:
    found = solve(given_)

    listed = [(seat.group, seat.code) for seat in found.seats]
    assert listed == [(name, code) for name, codes in found.members.items() for code in codes]
    assert all(seat.because for seat in found.seats)
    assert all(one.nl and one.en for seat in found.seats for one in seat.because)


@MANY
@given(problems(crowded=True))
def test_only_steps_are_those_that_nobody_else_in_the_group_performs(
    given_: CompositionProblem,
) -> None:
    can = {one.code: set(one.tags["step"]) for one in given_.candidates}
    steps = {spec.id: spec.steps for spec in given_.groups}
    found = solve(given_)

    for seat in found.seats:
        others = set[str]().union(
            *(can[code] for code in found.members[seat.group] if code != seat.code)
        )
        alone = can[seat.code] - others
        assert seat.only_steps == tuple(one for one in steps[seat.group] if one in alone)


@MANY
@given(problems(crowded=True))
def test_a_substitute_has_room_and_no_seat_in_the_group(given_: CompositionProblem) -> None:
    found = solve(given_)

    for seat in found.seats:
        for one in seat.substitutes:
            most = max(
                spec.load or given_.load for spec in given_.candidates if spec.code == one.code
            )
            taken = sum(one.code in codes for codes in found.members.values())
            assert one.code not in found.members[seat.group]
            assert (taken < most[1]) == (not one.exchange)


@MANY
@given(problems(crowded=True))
def test_what_a_substitute_changes_is_what_recounting_says(given_: CompositionProblem) -> None:
    found = solve(given_)

    for seat in found.seats:
        for one in seat.substitutes:
            after = exchanged(found, seat, one.code)
            now, then = values(given_, found.members), values(given_, after)
            keys = [goal.key for tier in given_.goals for goal, _ in parts(tier)]
            changed = dict(zip(keys, map(int.__sub__, then, now), strict=True))
            short = [demands_short(given_, m, hard=False) for m in (found.members, after)]
            assert dict(one.difference) == changed
            assert one.unmet == short[1] - short[0]


@MANY
@given(problems(crowded=True))
def test_a_substitute_breaks_no_hard_requirement(given_: CompositionProblem) -> None:
    found = solve(given_)

    for seat in found.seats:
        for one in seat.substitutes:
            assert demands_short(given_, exchanged(found, seat, one.code), hard=True) == 0


def composed(*people: Any, asked: tuple[Any, ...] = (), size: tuple[int, int] = (1, 1)) -> Seat:
    """Return the first seat of a composition with one group on steps s1 and s2."""
    return solve(problem(people, group("g1", size), asked=asked)).seats[0]


def test_the_best_substitutes_come_first_and_are_three_at_most() -> None:
    people = [person("a", "s1 s2"), person("b"), person("c", "s1"), person("d"), person("e", "s2")]

    seat = composed(*people)

    assert (seat.code, [one.code for one in seat.substitutes]) == ("a", ["c", "e", "b"])
    assert [one.difference["steps"] for one in seat.substitutes] == [-1, -1, -2]


def test_whoever_leaves_a_demand_unmet_is_no_substitute_however_much_they_cover() -> None:
    asked = AtLeast(name="x", because=BECAUSE, dimension="organisation", value="o2", hard=False)
    people = [person("a", "s1 s2", organisation="o2"), person("b", "s1 s2"), person("c")]
    people[2] = person("c", organisation="o2")

    seat = composed(*people, asked=(asked,))

    assert [(one.code, one.unmet) for one in seat.substitutes] == [("c", 0)]


def test_whoever_is_barred_from_a_group_is_no_substitute_in_it() -> None:
    barred = Excluded(name="x", because=BECAUSE, code="b", groups=("g1",))

    seat = composed(person("a", "s1"), person("b", "s1"), person("c"), asked=(barred,))

    assert (seat.code, [one.code for one in seat.substitutes]) == ("a", ["c"])


def test_whoever_is_fixed_has_no_substitute() -> None:
    fixed = Fixed(name="x", because=BECAUSE, code="b", groups=("g1",))

    seat = composed(person("a", "s1"), person("b"), asked=(fixed,))

    assert (seat.code, seat.substitutes) == ("b", ())


def test_whoever_must_stay_apart_from_another_member_is_no_substitute() -> None:
    apart = Apart(name="x", because=BECAUSE, codes=("a", "c"))
    people = [person("a", "s1"), person("b", "s2"), person("c", "s2")]

    found = solve(problem(people, group("g1", (2, 2)), asked=[apart]))

    taken_by = {seat.code: [one.code for one in seat.substitutes] for seat in found.seats}
    assert taken_by == {"a": ["c"], "b": []}


def test_a_reason_names_what_only_this_member_brings() -> None:
    asked = AtLeast(name="x", because=BECAUSE, dimension="organisation", value="o2", hard=True)
    people = [person("a", "s1"), person("b", "s2", discipline="d2", organisation="o2")]

    found = solve(problem(people, group("g1", (2, 2)), asked=[asked]))

    said = [one.en for one in found.seats[1].because]
    assert said == [
        "The only one for s2.",
        "The only one of o2.",
        "The only d2.",
        f"Needed, because: {BECAUSE.en}",
    ]


def test_a_member_who_brings_nothing_of_their_own_sits_beside_another() -> None:
    people = [person("a", "s1"), person("b", "s1")]

    found = solve(problem(people, group("g1", (2, 2))))

    assert [[one.nl for one in seat.because] for seat in found.seats] == [
        ["Naast een ander voor s1."],
        ["Naast een ander voor s1."],
    ]


def test_a_bound_person_substitutes_only_in_their_own_area() -> None:
    people = [person("a", "s1"), person("b", "s1", area="north"), person("c", area="south")]
    south = attrs.evolve(group("g1", (1, 1)), area="south")

    seat = solve(problem(people, south)).seats[0]

    assert (seat.code, [one.code for one in seat.substitutes]) == ("a", ["c"])
