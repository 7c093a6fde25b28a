"""Why is someone not in a group? Answered by the least different composition that has it so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from lerendwerk_core.composition.closest import closest, moved_people, must_be_there
from lerendwerk_core.composition.result import Composition, GoalValue
from lerendwerk_core.model.composition import CompositionProblem, Excluded, Fixed
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason

ASKED = "asked:"


@attrs.frozen(kw_only=True)
class Contrast(Wired):
    """
    The least different composition in which the question is true.

    ``moved`` are the people whose groups differ, ``moves`` how many (or the seats, for who may sit in
    several); ``difference`` says what every goal gains or loses; ``least`` whether fewer moves are
    proven impossible. Where there is none, ``composition`` says with which demands the question
    conflicts.
    """

    composition: Composition
    moves: int
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
    must_be_there(problem, [(asked.code, asked.groups[0])])
    other = attrs.evolve(problem, requirements=(*problem.requirements, asked))
    found = closest(other, composition.members, None, options)
    after = found.composition
    moved = moved_people(composition.members, after.members) if after.members else ()
    difference = Table(_differences(composition.goals, after.goals))
    return Contrast(
        composition=after,
        moves=found.moves,
        moved=moved,
        difference=difference,
        least=found.proven if after.members else after.status == "infeasible",
        because=(_said(moved, difference),) if after.members else after.because,
    )


def _said(moved: tuple[str, ...], difference: Mapping[str, float]) -> Text:
    if not moved:
        return reason("contrast-none")
    changes = tuple(f"{goal} {value:+g}" for goal, value in difference.items() if value)
    return reason("contrast", moved=moved, changes=changes or reason("contrast-no-change"))


def _differences(
    before: tuple[GoalValue, ...], after: tuple[GoalValue, ...]
) -> list[tuple[str, float]]:
    was = {one.goal: one.value for one in before}
    return [(one.goal, one.value - was[one.goal]) for one in after if one.goal in was]
