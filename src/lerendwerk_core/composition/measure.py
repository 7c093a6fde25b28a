"""What a set of members covers: steps, handovers, organisations, disciplines."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lerendwerk_core.model.composition import DISCIPLINE, ORGANISATION, STEP, Candidate, GroupSpec


def values_of(members: Sequence[Candidate], dimension: str) -> set[str]:
    """Return the values that *members* bring in *dimension*."""
    return {value for member in members for value in member.tags.get(dimension, ())}


def steps_covered(group: GroupSpec, members: Sequence[Candidate]) -> tuple[str, ...]:
    """Return the steps of *group* that one of *members* performs."""
    performed = values_of(members, STEP)
    return tuple(step for step in group.steps if step in performed)


def handover_weight(group: GroupSpec, covered: Collection[str]) -> int:
    """Return the weight of the handovers with both ends among the *covered* steps."""
    weighed = zip(group.handovers, group.weights, strict=True)
    return sum(weight for ends, weight in weighed if set(ends) <= set(covered))


def goal_values(group: GroupSpec, members: Sequence[Candidate]) -> dict[str, int]:
    """Return the value of every goal for one group; balance is minus the empty seats."""
    covered = steps_covered(group, members)
    return {
        "steps": len(covered),
        "handovers": handover_weight(group, set(covered)),
        "organisations": len(values_of(members, ORGANISATION)),
        "disciplines": len(values_of(members, DISCIPLINE)),
        "balance": 0,
    }
