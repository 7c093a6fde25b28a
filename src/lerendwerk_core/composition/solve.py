"""From a problem to groups that an independent checker verified, with reasons and a true bound."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from lerendwerk_core.composition.bounds import counted, goals_of, tier_bounds, wishes_bound
from lerendwerk_core.composition.certify import certified
from lerendwerk_core.composition.check import Verdict, check
from lerendwerk_core.composition.conflict import conflicting
from lerendwerk_core.composition.demands import in_a_row, told, unmet_by
from lerendwerk_core.composition.exact.feasible import some_seating
from lerendwerk_core.composition.explain import seats_of
from lerendwerk_core.composition.precheck import conflicts, faults
from lerendwerk_core.composition.result import Composition, GoalValue, TierValue
from lerendwerk_core.composition.review import group_findings
from lerendwerk_core.composition.solvers import LARGEST, NODES, Standard, gap
from lerendwerk_core.composition.tally import signed, tallied
from lerendwerk_core.composition.vulnerable import vulnerable
from lerendwerk_core.errors import CompositionError
from lerendwerk_core.model.composition import (
    COUNTING,
    SOLVER,
    WISHES,
    CompositionProblem,
    Proof,
    Seating,
    Sense,
    Weighted,
)
from lerendwerk_core.model.contracts import Finding, Progress, Solver
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Stage
from lerendwerk_core.wording import reason

_finding = partial(Finding.of, stage=Stage.COMPOSITION)


def solve(
    problem: CompositionProblem,
    *,
    seed: int = 0,
    effort: str = "normal",
    time_limit: float | None = None,
    progress: Callable[[Progress], None] | None = None,
    cancel: Callable[[], bool] | None = None,
    solver: Solver | None = None,
    start: Seating | None = None,
) -> Composition:
    """
    Return the best composition found, checked independently of the solver.

    The same problem, seed and effort (``quick``, ``normal``, ``thorough``) give the same answer on
    every machine; *time_limit* (seconds) is a safety net and *cancel* is asked now and then: both
    keep the best so far. *progress* hears how far it is. *start* is a seating to begin from.

    Raises:
        CompositionError: The problem cannot be stated; it says everything that is wrong.
    """
    if wrong := tuple(faults(problem)):
        raise CompositionError(_listed(wrong))
    if found := tuple(conflicts(problem)):
        return attrs.evolve(_nothing(seed, "infeasible", "proof"), **conflicting(problem, found))
    clock = _Clock(time_limit, cancel)
    run = partial(
        solver or Standard(),
        problem,
        seed=seed,
        effort=effort,
        stop=clock,
        tell=progress or (lambda _: None),
    )
    seating = run(start=start)
    if solver is None and not _is_settled(problem, seating):
        seating = _settled(problem, seating, effort, clock, run)
    stopped_by = (
        clock.reason if clock.reason and seating.stopped_by != "proof" else seating.stopped_by
    )
    if seating.impossible:
        none = _nothing(seed, "infeasible", stopped_by)
        return attrs.evolve(none, **conflicting(problem, (), stop=clock))
    verdict = check(problem, seating.members)
    if not verdict.stands:
        because = _not_met(problem, seating, verdict)
        return attrs.evolve(_nothing(seed, "none-found", stopped_by), because=(because,))
    return _composed(problem, seating, verdict, stopped_by)


def _is_settled(problem: CompositionProblem, seating: Seating) -> bool:
    return seating.impossible or check(problem, seating.members).stands


def _settled(
    problem: CompositionProblem,
    tried: Seating,
    effort: str,
    clock: _Clock,
    run: Callable[..., Seating],
) -> Seating:
    """Return what comes of *tried*, which does not stand: proven impossible, or searched from one."""
    known = some_seating(
        problem, seed=tried.seed, nodes=NODES[effort], largest=LARGEST[effort], stop=clock
    )
    if known is None or known.impossible:
        return known or tried
    again = run(start=known)
    return again if _is_settled(problem, again) else known


def _not_met(problem: CompositionProblem, seating: Seating, verdict: Verdict) -> Text:
    """Return what the best try does not meet, or else why it is no seating at all."""
    if not _is_a_try(problem, seating):
        return reason("none-found-broken", what=verdict.broken)
    return reason("none-found", demands=in_a_row(told(unmet_by(problem, seating.members))))


def _is_a_try(problem: CompositionProblem, seating: Seating) -> bool:
    """Whether *seating* puts candidates in the groups there are, each once and where they may."""
    people = {one.code: one for one in problem.candidates}
    groups = {group.id: group for group in problem.groups}
    return set(seating.members) == set(groups) and all(
        len(set(codes)) == len(codes)
        and all(code in people and groups[name].admits(people[code]) for code in codes)
        for name, codes in seating.members.items()
    )


def _listed(wrong: tuple[Text, ...]) -> Text:
    return Text(" ".join(one.nl for one in wrong), " ".join(one.en for one in wrong))


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

    def left(self) -> float:
        """Return how many seconds are left: endless without a limit."""
        if self.time_limit is None:
            return math.inf
        return self.time_limit - (time.monotonic() - self._start)


def _nothing(seed: int, status: str, stopped_by: str) -> Composition:
    return Composition(status=status, stopped_by=stopped_by, seed=seed)


def _composed(
    problem: CompositionProblem, seating: Seating, verdict: Verdict, stopped_by: str
) -> Composition:
    tally = tallied(problem)
    counts = counted(tally)
    values = goal_values(problem, seating.members)
    goals = tuple(
        GoalValue(
            goal=goal.key,
            value=value,
            bound=one.bound,
            sense=goal.sense.value,
            tier=tier,
            weight=weight,
        )
        for (tier, goal, weight), value, one in zip(goals_of(problem), values, counts, strict=True)
    )
    counting = [
        Proof(tier=WISHES, bound=wishes_bound(tally), by=COUNTING),
        *(
            Proof(
                tier=tier,
                bound=bound,
                by=COUNTING,
                lines=tuple(
                    line
                    for (own, *_), one in zip(goals_of(problem), counts, strict=True)
                    if own == tier
                    for line in one.lines
                ),
            )
            for tier, bound in enumerate(tier_bounds(problem, counts))
        ),
    ]
    certificate, proofs = certified(problem, counting, seating.proofs)
    tiers = tuple(
        _tier(problem, tier, values, proofs[tier].bound) for tier in range(len(problem.goals))
    )
    proven = verdict.wishes == proofs[WISHES].bound and all(one.proven for one in tiers)
    first = tiers[0]
    return Composition(
        status="optimal" if proven else "feasible",
        stopped_by="proof" if proven else stopped_by,
        seed=seating.seed,
        objective=first.value,
        bound=first.bound,
        gap=gap(first.value, first.bound),
        tiers=tiers,
        goals=goals,
        wishes=verdict.wishes,
        wishes_bound=int(proofs[WISHES].bound),
        members=seating.members,
        seats=tuple(seats_of(tally, seating.members)),
        vulnerable=tuple(vulnerable(problem, seating.members)),
        unmet=verdict.unmet,
        certificate=certificate,
        because=(
            *_because(problem, goals, tiers, proofs),
            *certificate.because,
            reason("proven-best" if proven else "not-proven-best"),
        ),
    )


def goal_values(
    problem: CompositionProblem, members: Mapping[str, tuple[str, ...]]
) -> tuple[float, ...]:
    """Return the value of every goal, whole where it is whole."""
    people = {one.code: one for one in problem.candidates}
    seated = {name: [people[code] for code in codes] for name, codes in members.items()}
    return tuple(whole(goal.measure(problem, seated)) for _, goal, _ in goals_of(problem))


def whole(value: float) -> float:
    """Return *value* as a whole number where it is one."""
    return round(value) if math.isclose(value, round(value), abs_tol=1e-9) else value


def _tier(
    problem: CompositionProblem, tier: int, values: tuple[float, ...], bound: float
) -> TierValue:
    one = problem.goals[tier]
    parts = zip(goals_of(problem), values, strict=True)
    own = [(goal, weight, value) for (at, goal, weight), value in parts if at == tier]
    if not isinstance(one, Weighted):
        value = own[0][2]
        sense = one.sense.value
    else:
        value = whole(sum(signed(goal, weight) * part for goal, weight, part in own))
        sense = "most"
    if math.isclose(value, bound, rel_tol=1e-9, abs_tol=1e-9):
        bound = value
    return TierValue(key=one.key, value=value, bound=whole(bound), sense=sense)


def _because(
    problem: CompositionProblem,
    goals: tuple[GoalValue, ...],
    tiers: tuple[TierValue, ...],
    proofs: Mapping[int, Proof],
) -> Iterator[Text]:
    for (tier, goal, _), found in zip(goals_of(problem), goals, strict=True):
        if problem.goals[tier] is goal:
            given = _is_given(problem, proofs[tier])
            yield _standing(goal.label, found.sense, found.value, tiers[tier].bound, given=given)
        else:
            yield _standing(goal.label, found.sense, found.value, found.bound)
    for tier, (one, reached) in enumerate(zip(problem.goals, tiers, strict=True)):
        if isinstance(one, Weighted):
            given = _is_given(problem, proofs[tier])
            yield _standing(one.label, reached.sense, reached.value, reached.bound, given=given)


def _standing(goal: Text, sense: str, value: float, bound: float, *, given: bool = False) -> Text:
    """Return how far *goal* came; *given* says that its bound holds while what is before it stays."""
    code = "goal-at-bound" if value == bound else "goal-below-bound"
    code += "-least" if sense == Sense.LEAST.value else ""
    return reason(f"{code}-given" if given else code, goal=goal, value=value, bound=bound)


def _is_given(problem: CompositionProblem, proof: Proof) -> bool:
    """Whether *proof* bounds its tier only while the wishes and tiers before it keep their value."""
    wished = any(not one.hard for one in problem.requirements)
    return proof.by == SOLVER and (wished or proof.tier > 0)


def findings(composition: Composition) -> Iterator[Finding]:
    """Yield what to discuss about the groups, those that exist and those that are proposed."""
    for name, figures in composition.groups.items():
        yield from group_findings(name, figures)
    if composition.status in ("infeasible", "none-found"):
        code = f"compose-{composition.status}"
        yield _finding(code, "compose", because=_listed(composition.because))
    for one in composition.unmet:
        values: dict[str, Any] = {"group": one.group, "requirement": one.because}
        yield _finding("compose-unmet", f"compose.{one.group}", **values)
