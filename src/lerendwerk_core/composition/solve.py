"""From a problem to groups that an independent checker verified, with reasons and a true bound."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from lerendwerk_core.composition.bounds import goal_bounds, shortfall_bound
from lerendwerk_core.composition.check import Unmet, check
from lerendwerk_core.composition.explain import Seat, seats_of
from lerendwerk_core.composition.measure import goal_values
from lerendwerk_core.composition.precheck import conflicts
from lerendwerk_core.composition.review import GroupFigures, group_findings
from lerendwerk_core.composition.search import Search
from lerendwerk_core.errors import CompositionError
from lerendwerk_core.model.composition import CompositionProblem, Seating
from lerendwerk_core.model.contracts import Finding, Solver
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Stage
from lerendwerk_core.wording import reason

_finding = partial(Finding.of, stage=Stage.COMPOSITION)

GAP_DECIMALS = 4


@attrs.frozen(kw_only=True)
class GoalValue(Wired):
    """A goal's value over all groups and the bound that no composition exceeds."""

    goal: str
    value: int
    bound: int


@attrs.frozen(kw_only=True)
class Composition(Wired):
    """
    The learning groups: ``groups`` are those that exist, reviewed; the rest is what was composed.

    ``members`` and ``proposed`` hold the composed groups and their figures. ``objective`` and
    ``bound`` are those of the first goal, ``gap`` is (bound - objective) / bound; ``goals`` reports
    every goal apart, in the order in which they were weighed. ``status`` is ``optimal`` only when
    every goal stands at its bound and no fewer demands can go unmet, ``feasible`` otherwise,
    ``infeasible`` when the requirements were shown to conflict, ``none-found`` when the search met
    no seating that satisfies the hard ones (which proves nothing), and ``not-asked`` when the
    dossier asks for no groups.
    """

    status: str = "not-asked"
    stopped_by: str = ""
    seed: int = 0
    objective: int | None = None
    bound: int | None = None
    gap: float | None = None
    goals: tuple[GoalValue, ...] = ()
    members: Table[str, tuple[str, ...]] = attrs.field(factory=Table)
    seats: tuple[Seat, ...] = ()
    unmet: tuple[Unmet, ...] = ()
    because: tuple[Text, ...] = ()
    groups: Table[str, GroupFigures] = attrs.field(factory=Table)
    proposed: Table[str, GroupFigures] = attrs.field(factory=Table)


def solve(
    problem: CompositionProblem,
    *,
    seed: int = 0,
    effort: str = "normal",
    time_limit: float | None = None,
    cancel: Callable[[], bool] | None = None,
    solver: Solver | None = None,
) -> Composition:
    """
    Return the best composition found, checked independently of the solver.

    The same problem, seed and effort give the same answer on every machine; *time_limit* (seconds)
    is a safety net and *cancel* is asked now and then: both keep the best so far.

    Raises:
        CompositionError: There is no group to fill.
    """
    if not problem.groups:
        raise CompositionError(Text("Er is geen groep om te vullen.", "There is no group to fill."))
    if found := tuple(conflicts(problem)):
        return _nothing(problem, seed, "infeasible", "proof", found)
    clock = _Clock(time_limit, cancel)
    seating = (solver or Search())(problem, seed=seed, effort=effort, stop=clock)
    stopped_by = clock.reason or seating.stopped_by
    verdict = check(problem, seating)
    if not verdict.stands:
        hard = {one.requirement for one in verdict.unmet if one.hard}
        because = reason("none-found", what=(*verdict.broken, *sorted(hard)))
        return _nothing(problem, seed, "none-found", stopped_by, (because,))
    return _composed(problem, seating, verdict.unmet, stopped_by)


@attrs.define
class _Clock:
    """Says when to stop, and remembers why."""

    time_limit: float | None
    cancel: Callable[[], bool] | None
    reason: str = ""
    _start: float = attrs.field(factory=time.monotonic)

    def __call__(self) -> bool:
        if self.cancel is not None and self.cancel():
            self.reason = "cancel"
        elif self.time_limit is not None and time.monotonic() - self._start > self.time_limit:
            self.reason = "time"
        return bool(self.reason)


def _nothing(
    problem: CompositionProblem, seed: int, status: str, stopped_by: str, why: tuple[Text, ...]
) -> Composition:
    bounds = goal_bounds(problem)
    return Composition(
        status=status,
        stopped_by=stopped_by,
        seed=seed,
        bound=bounds[problem.goals[0]],
        because=why,
    )


def _composed(
    problem: CompositionProblem, seating: Seating, unmet: tuple[Unmet, ...], stopped_by: str
) -> Composition:
    values = goal_totals(problem, seating.members)
    bounds = goal_bounds(problem)
    goals = tuple(
        GoalValue(goal=goal, value=values[goal], bound=bounds[goal]) for goal in problem.goals
    )
    first = goals[0]
    short = sum(one.shortfall for one in unmet if not one.hard)
    at_bounds = all(goal.value == goal.bound for goal in goals)
    proven = at_bounds and short == shortfall_bound(problem)
    return Composition(
        status="optimal" if proven else "feasible",
        stopped_by="proof" if proven else stopped_by,
        seed=seating.seed,
        objective=first.value,
        bound=first.bound,
        gap=_gap(first),
        goals=goals,
        members=seating.members,
        seats=tuple(seats_of(problem, seating.members)),
        unmet=unmet,
        because=tuple(_because(goals, proven=proven)),
    )


def _gap(goal: GoalValue) -> float | None:
    """Return how far *goal* is from its bound, as a share; ``None`` if the bound is nothing."""
    if goal.value == goal.bound:
        return 0.0
    return round((goal.bound - goal.value) / goal.bound, GAP_DECIMALS) if goal.bound else None


def goal_totals(
    problem: CompositionProblem, members: Mapping[str, tuple[str, ...]]
) -> dict[str, int]:
    """Return the value of every goal over all groups."""
    people = {one.code: one for one in problem.candidates}
    parts = [
        goal_values(group, [people[code] for code in members[group.id]]) for group in problem.groups
    ]
    sizes = [len(members[group.id]) for group in problem.groups]
    totals = {goal: sum(part[goal] for part in parts) for goal in problem.goals}
    return {**totals, "balance": min(sizes) - max(sizes)}


def _because(goals: tuple[GoalValue, ...], *, proven: bool) -> Iterator[Text]:
    for goal in goals:
        name = reason(f"goal-{goal.goal}")
        if goal.value == goal.bound:
            yield reason("goal-at-bound", goal=name, value=goal.value)
        else:
            yield reason("goal-below-bound", goal=name, value=goal.value, bound=goal.bound)
    yield reason("proven-best" if proven else "not-proven-best")


def findings(composition: Composition) -> Iterator[Finding]:
    """Yield what to discuss about the groups, those that exist and those that are proposed."""
    for name, figures in composition.groups.items():
        yield from group_findings(name, figures)
    if composition.status in ("infeasible", "none-found"):
        code = f"compose-{composition.status}"
        yield _finding(code, "compose", because=composition.because)
    for one in composition.unmet:
        values: dict[str, Any] = {"group": one.group, "requirement": one.because}
        yield _finding("compose-unmet", f"compose.{one.group}", **values)
