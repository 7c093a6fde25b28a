"""Why is someone not in a group? Answered by the least different composition that has it so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from lerendwerk_core.composition.result import Composition, GoalValue
from lerendwerk_core.composition.solve import solve
from lerendwerk_core.errors import CompositionError
from lerendwerk_core.model.composition import (
    CompositionProblem,
    Excluded,
    Fixed,
    Seating,
    Stability,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason

ASKED = "asked:"


@attrs.frozen(kw_only=True)
class Contrast(Wired):
    """
    The least different composition in which the question is true.

    ``moved`` are the people whose groups differ; ``difference`` says what every goal gains or loses;
    ``least`` whether no less different one exists, proven. Where there is none, ``composition`` says
    with which demands the question conflicts.
    """

    composition: Composition
    moved: tuple[str, ...]
    difference: Table[str, float]
    least: bool
    because: tuple[Text, ...]


def why_not(
    problem: CompositionProblem,
    composition: Composition,
    code: str,
    group: str,
    **options: Any,
) -> Contrast:
    """
    Return what it would take to have *code* in *group*; *options* are those of ``solve``.

    Raises:
        CompositionError: There is no such candidate or group.
    """
    name = f"{ASKED}{code}@{group}"
    return _contrast(problem, composition, Fixed(name=name, code=code, groups=(group,)), options)


def why(
    problem: CompositionProblem,
    composition: Composition,
    code: str,
    group: str,
    **options: Any,
) -> Contrast:
    """
    Return what it would take to have *code* out of *group*; *options* are those of ``solve``.

    Raises:
        CompositionError: There is no such candidate or group.
    """
    name = f"{ASKED}{code}@{group}"
    return _contrast(problem, composition, Excluded(name=name, code=code, groups=(group,)), options)


def _contrast(
    problem: CompositionProblem,
    composition: Composition,
    asked: Fixed | Excluded,
    options: Mapping[str, Any],
) -> Contrast:
    _known(problem, asked.code, asked.groups[0])
    kept = Stability(earlier=composition.members)
    other = attrs.evolve(
        problem,
        requirements=(*problem.requirements, asked),
        goals=(kept, *problem.goals),
    )
    start = Seating(members=composition.members, stopped_by="", seed=0)
    found = solve(other, start=start, **options)
    if not found.members:
        return Contrast(
            composition=found,
            moved=(),
            difference=Table(),
            least=found.status == "infeasible",
            because=found.because,
        )
    moved = moved_people(composition.members, found.members)
    difference = Table(_differences(composition.goals, found.goals))
    because = reason("contrast", moved=moved, changes=_changes(difference))
    return Contrast(
        composition=found,
        moved=moved,
        difference=difference,
        least=found.tiers[0].proven,
        because=(because,),
    )


def _known(problem: CompositionProblem, code: str, group: str) -> None:
    if code not in {one.code for one in problem.candidates}:
        raise CompositionError(reason("fault-no-candidate", code=code))
    if group not in {one.id for one in problem.groups}:
        raise CompositionError(reason("fault-no-group", group=group))


def moved_people(
    before: Mapping[str, tuple[str, ...]], after: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the role codes whose groups differ between two seatings."""
    seats = [
        {(code, group) for group, codes in one.items() for code in codes} for one in (before, after)
    ]
    return tuple(sorted({code for code, _ in seats[0] ^ seats[1]}))


def _differences(
    before: tuple[GoalValue, ...], after: tuple[GoalValue, ...]
) -> list[tuple[str, float]]:
    was = {one.goal: one.value for one in before}
    return [(one.goal, one.value - was[one.goal]) for one in after if one.goal in was]


def _changes(difference: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(f"{goal} {value:+g}" for goal, value in difference.items() if value)
