"""Tier by tier with an exact solver: the wishes first, then every tier while those before it hold."""

from __future__ import annotations

import math
from collections.abc import Callable

import attrs
import numpy as np

from lerendwerk_core.composition.exact.highs import Answer, solved, version
from lerendwerk_core.composition.exact.linear import Linear, linear, seated, spelled
from lerendwerk_core.composition.tally import HARD, SOFT, TIERS, Floats, Tally
from lerendwerk_core.model.composition import SOLVER, WISHES, Proof, Sense

Members = list[list[int]]
CLOSE = 1e-6
EXACT = 1e-9


@attrs.define(eq=False)
class Climb:
    """The best seating so far, its value, and what is proven of it."""

    members: Members
    value: Floats
    proofs: list[Proof] = attrs.field(factory=list)
    impossible: bool = False
    complete: bool = False


def climbed(
    tally: Tally,
    members: Members,
    value: Floats,
    *,
    target: Floats,
    nodes: int,
    stop: Callable[[], bool],
    valued: Callable[[Members], Floats],
    tell: Callable[[int, float, float], None] = lambda *_: None,
) -> Climb:
    """
    Return *members*, improved and proven as far as *nodes* of the search tree allow.

    *value* is theirs and *target* what nothing exceeds; *valued* values a seating. *tell* hears the
    part (see ``tally``), its value and its bound.
    """
    climb = Climb(members, value)
    model = linear(tally)
    held: list[tuple[dict[int, float], float]] = []
    for part in range(SOFT, TIERS + tally.tiers):
        worth = _worth(model, part)
        if worth and not (climb.value[HARD] == 0 and _reaches(climb.value[part], target[part])):
            start = spelled(model, climb.members) if climb.value[HARD] == 0 else None
            answer = solved(
                model,
                worth,
                stop=stop,
                nodes=nodes,
                start=start,
                extra=tuple(held),
                tell=lambda value, bound, part=part: tell(part, value, bound),  # type: ignore[misc]
            )
            if answer.status == "infeasible":
                climb.impossible = True
                return climb
            _take(climb, model, answer, valued)
            if not _prove(climb, tally, part, answer, worth):
                return climb
        held.append((worth, float(climb.value[part]) - CLOSE * max(1.0, abs(climb.value[part]))))
        held = [(parts, low) for parts, low in held if parts]
    climb.complete = True
    return climb


def _worth(model: Linear, part: int) -> dict[int, float]:
    if part == SOFT:
        return {variable: -price for variable, price in model.wishes.items()}
    return model.wants[part - TIERS]


def _take(climb: Climb, model: Linear, answer: Answer, valued: Callable[[Members], Floats]) -> None:
    """Take the seating of *answer* if it is better than the best so far."""
    if answer.solution is None:
        return
    members = seated(model, answer.solution)
    value = valued(members)
    if tuple(value) > tuple(climb.value):
        climb.members, climb.value = members, value


def _prove(climb: Climb, tally: Tally, part: int, answer: Answer, worth: dict[int, float]) -> bool:
    """Note what *answer* proves of *part*; say whether the best so far is proven there."""
    if answer.bound is None:
        return False
    bound = answer.bound
    if all(float(one).is_integer() for one in worth.values()):
        bound = math.floor(bound + CLOSE)
    met = climb.value[HARD] == 0 and _close(climb.value[part], bound)
    if met:
        bound = float(climb.value[part])
    tier = WISHES if part == SOFT else part - TIERS
    least = tier == WISHES or _wants_least(tally, tier)
    proof = Proof(tier=tier, bound=-bound if least else bound, by=SOLVER, solver=version())
    climb.proofs.append(proof)
    return bool(met)


def _wants_least(tally: Tally, tier: int) -> bool:
    return getattr(tally.problem.goals[tier], "sense", Sense.MOST) is Sense.LEAST


def _reaches(value: float, target: float) -> bool:
    """Whether *value* is the *target*; where prices round fractions upwards the solver has to say."""
    return bool(value >= target) or math.isclose(value, target, rel_tol=EXACT, abs_tol=EXACT)


def _close(one: float, other: float) -> bool:
    return bool(np.isclose(one, other, rtol=1e-9, atol=CLOSE))
