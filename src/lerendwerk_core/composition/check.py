"""
The independent checker: does a seating do what it says?

It shares no code with any solver and recounts everything from the problem, in the plainest way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.model.composition import Candidate, CompositionProblem, GroupSpec, Sense
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text

TOLERANCE = 1e-9


@attrs.frozen(kw_only=True)
class Unmet(Wired):
    """A requirement that a group does not meet, why it is asked, and by how many seats it lacks."""

    group: str
    requirement: str
    because: Text
    hard: bool
    shortfall: int
    cost: int = 1


@attrs.frozen(kw_only=True)
class Verdict(Wired):
    """What the checker says: broken rules in words, and every requirement that is not met."""

    broken: tuple[str, ...]
    unmet: tuple[Unmet, ...]

    @property
    def stands(self) -> bool:
        """Whether the seating is one at all: no broken rule, no unmet hard requirement."""
        return not self.broken and not any(one.hard for one in self.unmet)

    @property
    def wishes(self) -> int:
        """What the soft requirements that are not met cost together."""
        return sum(one.shortfall * one.cost for one in self.unmet if not one.hard)


def check(problem: CompositionProblem, members: Mapping[str, Sequence[str]]) -> Verdict:
    """Return what is wrong with a seating of *members*; nothing of it is taken on trust."""
    people = {one.code: one for one in problem.candidates}
    broken = [*_seats(problem, people, members), *_load(problem, members)]
    broken += _floors(problem, people, members)
    unmet: list[Unmet] = []
    for group in problem.groups:
        seated = [people[c] for c in members.get(group.id, ()) if c in people]
        unmet += _unmet(problem, group, seated)
    return Verdict(broken=tuple(broken), unmet=tuple(unmet))


def _seats(
    problem: CompositionProblem,
    people: Mapping[str, Candidate],
    members: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    if set(members) != {group.id for group in problem.groups}:
        yield "the groups are not those of the problem"
    for group in problem.groups:
        seated = members.get(group.id, ())
        low, high = group.size
        if not low <= len(seated) <= high:
            yield f"{group.id} has {len(seated)} members, not {low} to {high}"
        if len(set(seated)) < len(seated):
            yield f"{group.id} seats someone twice"
        for code in seated:
            if code not in people:
                yield f"{group.id} seats {code}, who is no candidate"
            elif not group.admits(people[code]):
                yield f"{group.id} seats {code}, who may not sit there"


def _load(problem: CompositionProblem, members: Mapping[str, Sequence[str]]) -> Iterator[str]:
    seats = Counter(code for seated in members.values() for code in seated)
    for candidate in problem.candidates:
        low, high = problem.load_of(candidate)
        if not low <= seats[candidate.code] <= high:
            yield f"{candidate.code} has {seats[candidate.code]} seats, not {low} to {high}"


def _floors(
    problem: CompositionProblem,
    people: Mapping[str, Candidate],
    members: Mapping[str, Sequence[str]],
) -> Iterator[str]:
    seated = {
        group.id: [people[code] for code in members.get(group.id, ()) if code in people]
        for group in problem.groups
    }
    for floor in problem.floors:
        value = floor.goal.measure(problem, seated)
        sign = 1 if floor.goal.sense is Sense.MOST else -1
        if sign * value < sign * floor.least - TOLERANCE:
            yield f"{floor.goal.key} is {value:g} and must reach {floor.least:g}"


def _unmet(
    problem: CompositionProblem, group: GroupSpec, members: Sequence[Candidate]
) -> Iterator[Unmet]:
    for one in problem.requirements_of(group.id):
        short = one.shortfall(members)
        if short:
            yield Unmet(
                group=group.id,
                requirement=one.name,
                because=one.because,
                hard=one.hard,
                shortfall=short,
                cost=one.cost,
            )
