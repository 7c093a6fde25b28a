"""From proofs to a certificate: the tightest bound per tier, and what of it anyone can check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lerendwerk_core.composition.result import Certificate
from lerendwerk_core.model.composition import (
    COUNTING,
    EVERY_SUBSET,
    PRICES,
    SOLVER,
    WISHES,
    CompositionProblem,
    Proof,
    Sense,
)
from lerendwerk_core.text import LANGUAGES, Text
from lerendwerk_core.wording import reason

PREFERRED = (COUNTING, PRICES, SOLVER)
"""Of equal bounds, the one that is easiest to check is the certificate."""


def certified(
    problem: CompositionProblem, counting: Sequence[Proof], claimed: Sequence[Proof]
) -> tuple[Certificate, dict[int, Proof]]:
    """Return the certificate of the tightest of all proofs, and that proof per tier."""
    best: dict[int, Proof] = {}
    checked: dict[int, Proof] = {}
    for proof in sorted((*counting, *claimed), key=lambda one: PREFERRED.index(one.by)):
        for kept, open_to in ((best, True), (checked, proof.by != SOLVER)):
            if open_to and (proof.tier not in kept or _tighter(problem, proof, kept[proof.tier])):
                kept[proof.tier] = proof
    certificate = Certificate(
        proofs=tuple(best[tier] for tier in sorted(best)),
        checked=tuple(checked[tier] for tier in sorted(best) if best[tier].by == SOLVER),
        because=tuple(_because(problem, best)),
    )
    return certificate, best


def _tighter(problem: CompositionProblem, one: Proof, other: Proof) -> bool:
    return one.bound > other.bound if wants_least(problem, one.tier) else one.bound < other.bound


def wants_least(problem: CompositionProblem, tier: int) -> bool:
    """Whether less is better in *tier*."""
    if tier == WISHES:
        return True
    return getattr(problem.goals[tier], "sense", Sense.MOST) is Sense.LEAST


def _because(problem: CompositionProblem, best: dict[int, Proof]) -> Iterator[Text]:
    """Yield the one sentence that says what proves the bounds of the goals."""
    kinds: dict[tuple[str, str], list[Text]] = {}
    for tier, proof in sorted(best.items()):
        if tier != WISHES:
            name = getattr(problem.goals[tier], "label", problem.goals[tier].key)
            part = reason("certificate-bound", tier=name, bound=proof.bound)
            how = "subsets" if proof.solver == EVERY_SUBSET else proof.by
            kinds.setdefault((how, proof.solver), []).append(part)
    said = [
        reason(f"certificate-{how}", solver=solver, bounds=parts)
        for (how, solver), parts in kinds.items()
    ]
    if said:
        nl, en = ("; ".join(one.in_(lang) for one in said) for lang in LANGUAGES)
        yield reason("certificate", proofs=Text(nl, en))
