"""
What no composition can exceed, by counting (design, 4.5).

A step that n people perform can be covered in at most n times their load of the groups, and in no
group that has no room for another area's people; a handover in no more groups than either of its
ends. Each bound holds by itself, whatever the other goals do.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from lerendwerk_core.model.composition import (
    DISCIPLINE,
    ORGANISATION,
    STEP,
    AtLeast,
    Candidate,
    CompositionProblem,
    GroupSpec,
)


def goal_bounds(problem: CompositionProblem) -> dict[str, int]:
    """Return for every goal a value that no composition of *problem* exceeds."""
    return {
        "steps": _steps(problem),
        "handovers": _handovers(problem),
        "organisations": _values(problem, ORGANISATION),
        "disciplines": _values(problem, DISCIPLINE),
        "balance": 0,
    }


def shortfall_bound(problem: CompositionProblem) -> int:
    """
    Return the least number of seats by which the soft seat demands must fall short.

    Demands for the same tag are counted together, because they share the few who carry it.
    """
    asked: dict[tuple[str, str], dict[str, int]] = {}
    for one in problem.requirements:
        if isinstance(one, AtLeast) and not one.hard:
            seats = asked.setdefault((one.dimension, one.value), {})
            for group in problem.groups:
                if not one.groups or group.id in one.groups:
                    seats[group.id] = max(one.minimum, seats.get(group.id, 0))
    return sum(_short(problem, _has(*tag), seats) for tag, seats in asked.items())


def _short(
    problem: CompositionProblem, holds: Callable[[Candidate], bool], asked: Mapping[str, int]
) -> int:
    holders = [one for one in problem.candidates if holds(one)]
    room = (
        min(asked[group.id], sum(reaches(one, group) for one in holders))
        for group in problem.groups
        if group.id in asked
    )
    return sum(asked.values()) - min(sum(room), problem.load[1] * len(holders))


def reaches(candidate: Candidate, group: GroupSpec) -> bool:
    """Whether *candidate* may sit in *group* at all, as far as areas go."""
    return not candidate.area or not group.area or candidate.area == group.area


def _has(dimension: str, value: str) -> Callable[[Candidate], bool]:
    return lambda candidate: candidate.has(dimension, value)


def _most(
    problem: CompositionProblem, groups: Sequence[GroupSpec], holds: Callable[[Candidate], bool]
) -> int:
    """Return in how many of *groups* those who *hold* can be present at the most."""
    holders = [one for one in problem.candidates if holds(one)]
    reached = sum(any(reaches(one, group) for one in holders) for group in groups)
    return min(reached, problem.load[1] * len(holders))


def _steps(problem: CompositionProblem) -> int:
    """Return the bound on step cover: per step, and per group by what its seats can perform."""
    steps = dict.fromkeys(step for group in problem.groups for step in group.steps)
    per_step = sum(_most(problem, _with(problem, step), _has(STEP, step)) for step in steps)
    return min(per_step, sum(_room(problem, group) for group in problem.groups))


def _with(problem: CompositionProblem, step: str) -> list[GroupSpec]:
    return [group for group in problem.groups if step in group.steps]


def _room(problem: CompositionProblem, group: GroupSpec) -> int:
    """Return the most steps that the seats of *group* can perform, the busiest performers first."""
    most = sorted(
        (len(set(one.tags.get(STEP, ())) & set(group.steps)) for one in problem.candidates),
        reverse=True,
    )
    return min(len(group.steps), sum(most[: group.size[1]]))


def _handovers(problem: CompositionProblem) -> int:
    """Return the bound on handover cover: each in the groups where it weighs most."""
    total = 0
    for ends in dict.fromkeys(pair for group in problem.groups for pair in group.handovers):
        groups = [group for group in problem.groups if ends in group.handovers]
        weights = sorted((_weight(group, ends) for group in groups), reverse=True)
        most = min(_most(problem, groups, _has(STEP, end)) for end in ends)
        total += sum(weights[:most])
    return total


def _weight(group: GroupSpec, ends: tuple[str, str]) -> int:
    weighed = zip(group.handovers, group.weights, strict=True)
    return sum(weight for pair, weight in weighed if pair == ends)


def _values(problem: CompositionProblem, dimension: str) -> int:
    brought = [set(one.tags.get(dimension, ())) for one in problem.candidates]
    seats = sum(group.size[1] for group in problem.groups)
    widest = max(map(len, brought), default=0)
    values = set[str]().union(*brought)
    spread = sum(_most(problem, problem.groups, _has(dimension, value)) for value in values)
    return min(spread, seats * widest)
