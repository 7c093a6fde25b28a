"""What a certificate claims: every proof is done again, where no solver is needed for it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import attrs

from lerendwerk_core.composition.result import Composition
from lerendwerk_core.composition.verification.counting import element_groups, goal_bound, tier_bound
from lerendwerk_core.composition.verification.given import (
    Given,
    close,
    goals_of,
    parts_of,
    passes,
    sense_of,
)
from lerendwerk_core.composition.verification.prices import price_faults
from lerendwerk_core.composition.verification.wishes import wishes_bound
from lerendwerk_core.model.composition import COUNTING, PRICES, SOLVER, WISHES, Proof, Sense


@attrs.frozen
class Claim:
    """What a composition says of a tier: its value, and a bound that no composition passes."""

    value: float
    bound: float
    sense: str


@attrs.frozen(kw_only=True)
class Proven:
    """
    What becomes of the proofs of a composition when they are done again.

    ``broken`` says what is not true of them; ``here`` holds the tiers whose bound is proven here,
    ``elsewhere`` those for which a solver has to be believed.
    """

    broken: tuple[str, ...]
    here: tuple[int, ...]
    elsewhere: tuple[int, ...]


def proven(given: Given, composition: Composition) -> Proven:
    """Return what becomes of the proofs of *composition*."""
    claims = claims_of(composition)
    proofs = (*composition.certificate.proofs, *composition.certificate.checked)
    wrong = {proof: tuple(_faults(given, proof, claims)) for proof in proofs}
    holds = [proof for proof in proofs if not wrong[proof]]
    here = _backed([proof for proof in holds if proof.by != SOLVER], claims)
    by_solver = _backed([proof for proof in holds if proof.by == SOLVER], claims)
    broken = [
        f"the proof of {_named(proof.tier)}: {each}" for proof in wrong for each in wrong[proof]
    ]
    return Proven(
        broken=(*broken, *_unproven(composition, claims), *_goal_faults(given, composition)),
        here=here,
        elsewhere=tuple(tier for tier in by_solver if tier not in here),
    )


def claims_of(composition: Composition) -> dict[int, Claim]:
    """Return what *composition* claims of each tier, and of the wishes if it claims anything there."""
    wishes = Claim(composition.wishes, composition.wishes_bound, Sense.LEAST.value)
    tiers = (Claim(one.value, one.bound, one.sense) for one in composition.tiers)
    claims = {WISHES: wishes, **dict(enumerate(tiers))}
    mentioned = any(proof.tier == WISHES for proof in composition.certificate.proofs)
    # Nothing costs less than nothing, so that a bound of 0 needs no proof.
    if not mentioned and composition.wishes_bound <= 0:
        del claims[WISHES]
    return claims


def _backed(proofs: tuple[Proof, ...] | list[Proof], claims: dict[int, Claim]) -> tuple[int, ...]:
    """Return the tiers whose claimed bound is that of one of *proofs*."""
    return tuple(
        tier
        for tier, claim in claims.items()
        if any(proof.tier == tier and close(proof.bound, claim.bound) for proof in proofs)
    )


def _unproven(composition: Composition, claims: dict[int, Claim]) -> Iterator[str]:
    """Yield the bounds that have no proof, and what is called checked and is not."""
    backed = _backed(composition.certificate.proofs, claims)
    for tier in claims:
        if tier not in backed:
            yield f"nothing proves the bound of {_named(tier)}"
    for proof in composition.certificate.checked:
        if proof.by == SOLVER:
            yield f"what is checked of {_named(proof.tier)} is what a solver says"


def _goal_faults(given: Given, composition: Composition) -> Iterator[str]:
    """Yield the goals whose own bound neither counting proves nor the proof of their tier."""
    for (tier, goal, _), one in zip(goals_of(given.problem), composition.goals, strict=False):
        alone = given.problem.goals[tier] is goal and tier < len(composition.tiers)
        if alone and close(one.bound, composition.tiers[tier].bound):
            continue
        bound = goal_bound(given, goal)
        if bound is None or passes(bound, one.bound, goal.sense.value):
            yield f"nothing proves the bound of goal {one.goal}"


def _named(tier: int) -> str:
    return "the wishes" if tier == WISHES else f"tier {tier}"


def _faults(given: Given, proof: Proof, claims: dict[int, Claim]) -> Iterator[str]:
    """Yield why *proof* does not prove its bound, or does not fit the values."""
    if proof.tier != WISHES and proof.tier not in range(len(given.problem.goals)):
        yield "there is no such tier"
        return
    if not math.isfinite(proof.bound):
        yield f"{proof.bound:g} is no bound"
        return
    claim = claims.get(proof.tier)
    if claim and passes(claim.value, proof.bound, claim.sense):
        yield f"the value {claim.value:g} passes {proof.bound:g}"
    if proof.by == COUNTING:
        yield from _counting_faults(given, proof)
    elif proof.by == PRICES:
        yield from _price_faults(given, proof)
    elif proof.by != SOLVER:
        yield f"{proof.by} is no way to prove anything"


def _counting_faults(given: Given, proof: Proof) -> Iterator[str]:
    if proof.tier == WISHES:
        bound: float | None = wishes_bound(given)
        sense = Sense.LEAST
    else:
        tier = given.problem.goals[proof.tier]
        bound, sense = tier_bound(given, tier), sense_of(tier)
    if bound is None:
        yield "counting can prove nothing of it"
    elif passes(bound, proof.bound, sense.value):
        yield f"counting proves {bound:g}, not {proof.bound:g}"
    yield from _line_faults(given, proof)


def _line_faults(given: Given, proof: Proof) -> Iterator[str]:
    """Yield the lines of the count that are not true."""
    parts = (
        parts_of(given.problem.goals[proof.tier]) if proof.lines and proof.tier != WISHES else ()
    )
    groups = {goal.key: element_groups(given, goal) for goal, _ in parts}
    for line in proof.lines:
        most = groups.get(line.goal, {}).get(line.element)
        if most is None:
            yield f"{line.goal} has no {line.element} to cover"
        elif most > line.groups:
            yield f"{line.element} can be in {most} groups, not only in {line.groups}"


def _price_faults(given: Given, proof: Proof) -> Iterator[str]:
    if proof.tier != 0:
        yield "prices bound the first tier only"
        return
    yield from price_faults(given, proof.prices, proof.bound)
