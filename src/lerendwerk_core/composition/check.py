"""
The independent checker: does a seating do what it says?

It shares no code with any solver and recounts everything from the problem, in the plainest way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.model.composition import (
    Apart,
    AtLeast,
    AtMostShare,
    Candidate,
    CompositionProblem,
    Distinct,
    Excluded,
    Fixed,
    GroupSpec,
    Requirement,
    Seating,
    Together,
)
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text


@attrs.frozen(kw_only=True)
class Unmet(Wired):
    """A requirement that a group does not meet, why it is asked, and by how many seats it lacks."""

    group: str
    requirement: str
    because: Text
    hard: bool
    shortfall: int


@attrs.frozen(kw_only=True)
class Verdict(Wired):
    """What the checker says: broken rules in words, and every requirement that is not met."""

    broken: tuple[str, ...]
    unmet: tuple[Unmet, ...]

    @property
    def stands(self) -> bool:
        """Whether the seating is one at all: no broken rule, no unmet hard requirement."""
        return not self.broken and not any(one.hard for one in self.unmet)


def check(problem: CompositionProblem, seating: Seating) -> Verdict:
    """Return what is wrong with *seating*; nothing of it is taken on trust."""
    people = {one.code: one for one in problem.candidates}
    broken = [*_seats(problem, people, seating.members), *_load(problem, seating.members)]
    unmet = []
    for group in problem.groups:
        members = [people[c] for c in seating.members.get(group.id, ()) if c in people]
        unmet += list(_unmet(problem, group, members))
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
            elif people[code].area and group.area and people[code].area != group.area:
                yield f"{group.id} seats {code}, who works in another area"


def _load(problem: CompositionProblem, members: Mapping[str, Sequence[str]]) -> Iterator[str]:
    seats = Counter(code for seated in members.values() for code in seated)
    low, high = problem.load
    for candidate in problem.candidates:
        if not low <= seats[candidate.code] <= high:
            yield f"{candidate.code} has {seats[candidate.code]} seats, not {low} to {high}"


def _unmet(
    problem: CompositionProblem, group: GroupSpec, members: Sequence[Candidate]
) -> Iterator[Unmet]:
    for one in problem.requirements_of(group.id):
        short = shortfall(one, members)
        if short:
            yield Unmet(
                group=group.id,
                requirement=one.name,
                because=one.because,
                hard=one.hard,
                shortfall=short,
            )


def shortfall(requirement: Requirement, members: Sequence[Candidate]) -> int:
    """Return how many seats *members* are away from meeting *requirement*; 0 when they meet it."""
    codes = {one.code for one in members}
    match requirement:
        case AtLeast(dimension=dimension, value=value, minimum=minimum):
            return max(0, minimum - sum(one.has(dimension, value) for one in members))
        case AtMostShare():
            return _over_share(requirement, members)
        case Distinct(dimension=dimension, minimum=minimum):
            values = {value for one in members for value in one.tags.get(dimension, ())}
            return max(0, minimum - len(values))
        case Together(codes=wanted):
            return len(set(wanted) - codes) if codes & set(wanted) else 0
        case Apart(codes=unwanted):
            return max(0, len(codes & set(unwanted)) - 1)
        case Fixed(code=code):
            return int(code not in codes)
        case Excluded(code=code):
            return int(code in codes)


def _over_share(requirement: AtMostShare, members: Sequence[Candidate]) -> int:
    counts = Counter(v for one in members for v in one.tags.get(requirement.dimension, ()))
    most = int(requirement.share * len(members) + 1e-9)
    watched = [requirement.value] if requirement.value else list(counts)
    return sum(max(0, counts[value] - most) for value in watched)
