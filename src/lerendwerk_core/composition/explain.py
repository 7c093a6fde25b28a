"""Why someone sits where they sit, and who could take the seat."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.composition.bounds import reaches
from lerendwerk_core.composition.check import shortfall
from lerendwerk_core.composition.measure import goal_values, steps_covered, values_of
from lerendwerk_core.model.composition import (
    DISCIPLINE,
    ORGANISATION,
    STEP,
    Candidate,
    CompositionProblem,
    GroupSpec,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason

SUBSTITUTES = 3


@attrs.frozen(kw_only=True)
class Substitute(Wired):
    """
    Someone who could take a seat without breaking a hard requirement: per goal the difference, and
    by how many seats fewer the soft demands fall short (never more).
    """

    code: str
    difference: Table[str, int]
    unmet: int


@attrs.frozen(kw_only=True)
class Seat(Wired):
    """A seat: who, what only they bring, and the best substitutes among those without a seat."""

    group: str
    code: str
    discipline: str
    organisation: str
    only_steps: tuple[str, ...]
    because: tuple[Text, ...]
    substitutes: tuple[Substitute, ...]


def seats_of(problem: CompositionProblem, members: Mapping[str, tuple[str, ...]]) -> Iterator[Seat]:
    """Yield every seat with its reasons, group by group."""
    people = {one.code: one for one in problem.candidates}
    taken = Counter(code for seated in members.values() for code in seated)
    free = [one for one in problem.candidates if taken[one.code] < problem.load[1]]
    for group in problem.groups:
        seated = [people[code] for code in members[group.id]]
        for member in seated:
            yield _seat(problem, group, seated, member, free)


def _seat(
    problem: CompositionProblem,
    group: GroupSpec,
    seated: Sequence[Candidate],
    member: Candidate,
    free: Sequence[Candidate],
) -> Seat:
    others = [one for one in seated if one is not member]
    kept = set(steps_covered(group, others))
    only = tuple(step for step in steps_covered(group, seated) if step not in kept)
    return Seat(
        group=group.id,
        code=member.code,
        discipline=next(iter(member.tags.get(DISCIPLINE, ())), ""),
        organisation=next(iter(member.tags.get(ORGANISATION, ())), ""),
        only_steps=only,
        because=tuple(_because(problem, group, seated, others, member, only)),
        substitutes=tuple(_substitutes(problem, group, seated, member, free)),
    )


def _because(
    problem: CompositionProblem,
    group: GroupSpec,
    seated: Sequence[Candidate],
    others: Sequence[Candidate],
    member: Candidate,
    only: tuple[str, ...],
) -> Iterator[Text]:
    found = False
    if only:
        found = True
        yield reason("seat-only-steps", steps=only)
    for dimension in (ORGANISATION, DISCIPLINE):
        alone = values_of([member], dimension) - values_of(others, dimension)
        for value in sorted(alone):
            found = True
            yield reason(f"seat-only-{dimension}", value=value)
    for one in problem.requirements_of(group.id):
        if shortfall(one, others) > shortfall(one, seated):
            found = True
            yield reason("seat-demand", demand=one.because)
    if not found:
        steps = [step for step in group.steps if step in member.tags.get(STEP, ())]
        yield reason("seat-second", steps=steps)


def _substitutes(
    problem: CompositionProblem,
    group: GroupSpec,
    seated: Sequence[Candidate],
    member: Candidate,
    free: Sequence[Candidate],
) -> list[Substitute]:
    before = goal_values(group, seated)
    short = _short(problem, group, seated)
    options = []
    for one in free:
        if one in seated or not reaches(one, group):
            continue
        after = [*(other for other in seated if other is not member), one]
        if _short(problem, group, after, hard=True):
            continue
        values = goal_values(group, after)
        difference = {g: values[g] - before[g] for g in problem.goals if g != "balance"}
        worse = _short(problem, group, after) - short
        if worse > 0:
            continue
        options.append(Substitute(code=one.code, difference=Table(difference), unmet=worse))
    options.sort(
        key=lambda one: (one.unmet, *(-gain for gain in one.difference.values()), one.code)
    )
    return options[:SUBSTITUTES]


def _short(
    problem: CompositionProblem,
    group: GroupSpec,
    members: Sequence[Candidate],
    *,
    hard: bool = False,
) -> int:
    asked = (one for one in problem.requirements_of(group.id) if one.hard is hard)
    return sum(shortfall(one, members) for one in asked)
