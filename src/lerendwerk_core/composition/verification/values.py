"""What a composition says of its seats and of what they are worth, counted again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lerendwerk_core.composition.check import check
from lerendwerk_core.composition.result import Composition
from lerendwerk_core.composition.verification.given import (
    close,
    goals_of,
    parts_of,
    passes,
    sense_of,
    sign_in,
)
from lerendwerk_core.model.composition import Candidate, CompositionProblem

HALF_A_DECIMAL = 0.5e-4 + 1e-9
"""How far a gap of four decimals may be off."""


def seat_faults(problem: CompositionProblem, composition: Composition) -> Iterator[str]:
    """Yield what is not true of the seats and of the requirements that are not met."""
    verdict = check(problem, composition.members)
    yield from verdict.broken
    for one in verdict.unmet:
        if one.hard:
            yield f"{one.group} does not meet {one.requirement}, which is hard"
    if Counter(composition.unmet) != Counter(verdict.unmet):
        yield "the requirements that are not met are others than it says"
    if composition.wishes != verdict.wishes:
        yield f"the unmet wishes cost {verdict.wishes}, not {composition.wishes}"
    if verdict.wishes < composition.wishes_bound:
        yield f"the unmet wishes cost {verdict.wishes} and pass {composition.wishes_bound}"


def value_faults(problem: CompositionProblem, composition: Composition) -> Iterator[str]:
    """Yield what is not true of the values of goals and tiers."""
    values = _measured(problem, composition)
    yield from _goals(problem, composition, values)
    yield from _tiers(problem, composition, values)
    yield from _first(composition)


def _measured(problem: CompositionProblem, composition: Composition) -> list[float]:
    """Return the value of every goal, of those members who are candidates."""
    people = {one.code: one for one in problem.candidates}
    members: dict[str, list[Candidate]] = {}
    for group in problem.groups:
        codes = composition.members.get(group.id, ())
        members[group.id] = [people[code] for code in codes if code in people]
    return [goal.measure(problem, members) for _, goal, _ in goals_of(problem)]


def _goals(
    problem: CompositionProblem, composition: Composition, values: list[float]
) -> Iterator[str]:
    asked = [(goal.key, goal.sense.value, tier, weight) for tier, goal, weight in goals_of(problem)]
    if [(one.goal, one.sense, one.tier, one.weight) for one in composition.goals] != asked:
        yield "the goals are not those of the problem"
        return
    for one, value in zip(composition.goals, values, strict=True):
        yield from _value(f"goal {one.goal}", one.value, value)
        if passes(value, one.bound, one.sense):
            yield f"goal {one.goal} is {value:g} and passes its bound {one.bound:g}"


def _tiers(
    problem: CompositionProblem, composition: Composition, values: list[float]
) -> Iterator[str]:
    asked = [(one.key, sense_of(one).value) for one in problem.goals]
    if [(one.key, one.sense) for one in composition.tiers] != asked:
        yield "the tiers are not those of the problem"
        return
    left = iter(values)
    for one, tier in zip(composition.tiers, problem.goals, strict=True):
        value = sum(sign_in(tier, goal) * weight * next(left) for goal, weight in parts_of(tier))
        yield from _value(f"tier {one.key}", one.value, value)
        if passes(value, one.bound, one.sense):
            yield f"tier {one.key} is {value:g} and passes its bound {one.bound:g}"


def _value(name: str, claimed: float, value: float) -> Iterator[str]:
    if not close(claimed, value):
        yield f"{name} is {value:g}, not {claimed:g}"


def _first(composition: Composition) -> Iterator[str]:
    """Yield where objective, bound and gap are not those of the first tier."""
    claimed = (composition.objective, composition.bound)
    one = composition.tiers[0] if composition.tiers else None
    if claimed != ((one.value, one.bound) if one else (None, None)):
        yield "objective and bound are not those of the first tier"
    gap = _gap(one.value, one.bound) if one else None
    same = composition.gap is None if gap is None else _is_about(composition.gap, gap)
    if not same:
        yield f"the gap is {gap}, not {composition.gap}"


def _gap(value: float, bound: float) -> float:
    """Return how far *value* is from *bound*, as a share of the larger of the two."""
    if value == bound:
        return 0.0
    return abs(bound - value) / max(abs(bound), abs(value))


def _is_about(claimed: float | None, gap: float) -> bool:
    return claimed is not None and abs(claimed - gap) <= HALF_A_DECIMAL
