"""Whose leaving would break something: steps and handovers that hang on one member of a group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lerendwerk_core.composition.result import Vulnerable
from lerendwerk_core.model.composition import STEP, Candidate, CompositionProblem, GroupSpec


def vulnerable(
    problem: CompositionProblem, members: Mapping[str, tuple[str, ...]]
) -> Iterator[Vulnerable]:
    """Yield every member without whom a step or handover of their group is not covered any more."""
    people = {one.code: one for one in problem.candidates}
    for group in problem.groups:
        seated = [people[code] for code in members[group.id]]
        performers = Counter(step for one in seated for step in set(one.tags.get(STEP, ())))
        for one in seated:
            found = _broken(group, one, performers)
            if found:
                yield found


def _broken(group: GroupSpec, one: Candidate, performers: Counter[str]) -> Vulnerable | None:
    own = set(one.tags.get(STEP, ()))
    alone = {step for step in own if performers[step] == 1}
    steps = tuple(step for step in group.steps if step in alone)
    covered = {step for step in group.steps if performers[step]}
    handovers = tuple(
        f"{giver} > {receiver}"
        for giver, receiver in dict.fromkeys(group.handovers)
        if {giver, receiver} <= covered and not alone.isdisjoint((giver, receiver))
    )
    if not steps and not handovers:
        return None
    return Vulnerable(group=group.id, code=one.code, steps=steps, handovers=handovers)
