"""What a seat is worth and who could take it, for any seating: counted again by doing it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from any_goals import any_problems, measured, some_seating
from hypothesis import given
from hypothesis import strategies as st
from small_problems import Members, _fits, demands_short, group, parts, person, problem, seated

from lerendwerk_core.composition import Seat
from lerendwerk_core.composition.explain import SUBSTITUTES, seats_of
from lerendwerk_core.composition.tally import tallied
from lerendwerk_core.composition.vulnerable import vulnerable
from lerendwerk_core.model.composition import CompositionProblem, GroupSpec, LargestLoad

CLOSE = 1e-6


@attrs.frozen
class Seated:
    """A problem with people in its groups, and what is said of every seat."""

    problem: CompositionProblem
    members: Members
    seats: tuple[Seat, ...]

    @classmethod
    def of(cls, problem_: CompositionProblem, members: Members) -> Seated:
        return cls(problem_, members, tuple(seats_of(tallied(problem_), members)))

    @property
    def goals(self) -> list[Any]:
        return [goal for tier in self.problem.goals for goal, _ in parts(tier)]

    def measures(self, members: Members) -> list[float]:
        return [measured(self.problem, members, goal) for goal in self.goals]

    def changes(self, members: Members) -> list[float]:
        """Return what every goal gains or loses when *members* take the place of those there are."""
        pairs = zip(self.measures(members), self.measures(self.members), strict=True)
        return [after - before for after, before in pairs]

    def without(self, seat: Seat) -> Members:
        return {**self.members, seat.group: self._left(seat.group, seat.code)}

    def _left(self, name: str, code: str) -> tuple[str, ...]:
        return tuple(one for one in self.members[name] if one != code)

    def exchanged(self, seat: Seat, code: str, other: str) -> Members:
        """Return the members when *code* takes *seat*, and leaves *other* for it to who sat there."""
        after = {**self.members, seat.group: (*self._left(seat.group, seat.code), code)}
        if other:
            after[other] = (*self._left(other, code), seat.code)
        return after

    def ways(self, seat: Seat) -> Iterator[tuple[str, str]]:
        """Yield who could take *seat* at all, and the group they would leave for it."""
        specs = {one.id: one for one in self.problem.groups}
        people = {one.code: one for one in self.problem.candidates}
        for code, one in people.items():
            if code in self.members[seat.group] or not _fits(one, specs[seat.group]):
                continue
            homes = [name for name, codes in self.members.items() if code in codes]
            if len(homes) < (one.load or self.problem.load)[1]:
                yield code, ""
                continue
            for name in homes:
                if seat.code not in self.members[name] and _fits(people[seat.code], specs[name]):
                    yield code, name

    def rank(self, seat: Seat, code: str, other: str) -> tuple[float, ...] | None:
        """Return what a substitute is compared by, or nothing if a demand is worse met than now."""
        after = self.exchanged(seat, code, other)
        if self._lacking(after, hard=True) > self._lacking(self.members, hard=True):
            return None
        unmet = self._lacking(after, hard=False) - self._lacking(self.members, hard=False)
        if unmet > 0:
            return None
        pairs = zip(self.goals, self.changes(after), strict=True)
        return (unmet, *(round(-v if goal.sense.value == "most" else v, 6) for goal, v in pairs))

    def _lacking(self, members: Members, *, hard: bool) -> int:
        lacking = demands_short(self.problem, members, hard=hard)
        for one in self.problem.candidates if hard else ():
            seats = sum(one.code in codes for codes in members.values())
            lacking += max(0, (one.load or self.problem.load)[0] - seats)
        return lacking


@st.composite
def seated_somehow(draw: st.DrawFn) -> Seated:
    given_ = draw(any_problems())
    return Seated.of(given_, draw(some_seating(given_)))


@given(seated_somehow())
def test_every_seat_is_listed_once(now: Seated) -> None:
    listed = [(seat.group, seat.code) for seat in now.seats]

    assert listed == [(name, code) for name, codes in now.members.items() for code in codes]


@given(seated_somehow())
def test_what_is_lost_is_what_leaving_loses(now: Seated) -> None:
    keys = [goal.key for goal in now.goals]

    for seat in now.seats:
        lost = now.changes(now.without(seat))
        assert list(seat.loss) == keys
        assert list(seat.loss.values()) == pytest.approx(lost, abs=CLOSE)


@given(seated_somehow())
def test_what_a_substitute_changes_is_what_the_exchange_changes(now: Seated) -> None:
    for seat in now.seats:
        for one in seat.substitutes:
            after = now.exchanged(seat, one.code, one.exchange)
            assert list(one.difference.values()) == pytest.approx(now.changes(after), abs=CLOSE)
            rank = now.rank(seat, one.code, one.exchange)
            assert rank is not None
            assert one.unmet == rank[0]


@given(seated_somehow())
def test_the_best_substitutes_come_first(now: Seated) -> None:
    for seat in now.seats:
        best: dict[str, tuple[float, ...]] = {}
        for code, other in now.ways(seat):
            rank = now.rank(seat, code, other)
            if rank is not None:
                best[code] = min(rank, best.get(code, rank))
        codes = sorted(best, key=lambda code: (best[code], code))
        assert [one.code for one in seat.substitutes] == codes[:SUBSTITUTES]


@given(seated_somehow())
def test_only_is_what_nobody_else_in_the_group_brings(now: Seated) -> None:
    people = {one.code: one for one in now.problem.candidates}

    for seat in now.seats:
        for dimension, said in (
            ("discipline", seat.only_disciplines),
            ("organisation", seat.only_organisations),
        ):
            others = [people[c] for c in now.members[seat.group] if c != seat.code]
            alone = set(people[seat.code].tags[dimension])
            alone -= {value for one in others for value in one.tags[dimension]}
            assert said == tuple(sorted(alone))


@given(seated_somehow())
def test_only_and_vulnerable_are_what_leaving_uncovers(now: Seated) -> None:
    specs = {one.id: one for one in now.problem.groups}
    found = {(one.group, one.code): one for one in vulnerable(now.problem, now.members)}

    for seat in now.seats:
        spec = specs[seat.group]
        before, after = (_covered(now, one, spec) for one in (now.members, now.without(seat)))
        steps = tuple(one for one in before[0] if one not in after[0])
        handovers = tuple(one for one in before[1] if one not in after[1])
        assert (seat.only_steps, seat.only_handovers) == (steps, handovers)
        named = found.pop((seat.group, seat.code), None)
        assert (named is not None) == bool(steps or handovers)
        assert named is None or (named.steps, named.handovers) == (steps, handovers)
    assert not found


def _covered(now: Seated, members: Members, spec: GroupSpec) -> tuple[list[str], list[str]]:
    """Return the steps and handovers of *spec* that *members* cover."""
    people = {one.code: one for one in now.problem.candidates}
    can = {step for code in members[spec.id] for step in people[code].tags["step"]}
    steps = [step for step in spec.steps if step in can]
    handovers = dict.fromkeys(one for one in spec.handovers if {*one} <= {*steps})
    return steps, [f"{giver} > {receiver}" for giver, receiver in handovers]


@given(seated_somehow())
def test_every_seat_has_a_reason_in_both_languages(now: Seated) -> None:
    for seat in now.seats:
        assert seat.because
        assert all(one.nl and one.en for one in seat.because)
        assert not any(" -." in one.nl or " -." in one.en for one in seat.because)


@given(seated_somehow())
def test_a_seat_survives_json(now: Seated) -> None:
    for seat in now.seats:
        assert Seat.from_dict(seat.to_dict()) == seat


def test_who_sits_in_several_groups_may_leave_any_of_them_for_a_seat() -> None:
    both = attrs.evolve(person("b", "s1 s2"), load=(0, 2))
    given_ = problem(
        [person("a", "s1", area="n"), both],
        group("g1", (1, 1), "s1 s2"),
        group("g2", (1, 1), "s1"),
        group("g3", (1, 1), "s2", area="z"),
    )

    seats = Seated.of(given_, seated(g1="a", g2="b", g3="b")).seats

    assert [(one.code, one.exchange) for one in seats[0].substitutes] == [("b", "g2")]


def test_leaving_the_only_group_of_the_busiest_lowers_the_largest_load() -> None:
    given_ = problem([person("a"), person("b")], group("g1", (1, 2)), goals=(LargestLoad(),))

    loss = Seated.of(given_, seated(g1="a")).seats[0].loss

    assert dict(loss) == {"largest-load": -1}
