"""
The independent verifier: is everything that a composition claims of itself true?

It shares no code with any solver. Seats and values are counted again in the plainest way; bounds are
proven again by counting and by prices; where only a solver vouches for one, that is said.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.composition.result import Composition
from lerendwerk_core.composition.verification.counting import counting_bound
from lerendwerk_core.composition.verification.given import Given, close
from lerendwerk_core.composition.verification.prices import price_bound
from lerendwerk_core.composition.verification.proofs import claims_of, proven
from lerendwerk_core.composition.verification.values import seat_faults, value_faults
from lerendwerk_core.model.composition import WISHES, CompositionProblem
from lerendwerk_core.model.wire import Wired

__all__ = ["Verification", "counting_bound", "price_bound", "verify"]

OPTIMAL, FEASIBLE = "optimal", "feasible"
EMPTY = ("infeasible", "none-found", "not-asked")
"""What a composition without members can be."""


@attrs.frozen(kw_only=True)
class Verification(Wired):
    """
    What the verifier says: every claim that is not true, in words.

    ``proven`` holds the tiers (``WISHES`` for the wishes) whose claimed bound was proven here,
    ``unchecked`` those whose bound only a solver vouches for.
    """

    broken: tuple[str, ...]
    proven: tuple[int, ...]
    unchecked: tuple[int, ...]

    @property
    def stands(self) -> bool:
        """Whether nothing of what is claimed was found untrue."""
        return not self.broken


def verify(problem: CompositionProblem, composition: Composition) -> Verification:
    """Return what is true of *composition*, from *problem* alone."""
    if composition.status in EMPTY:
        wrong = f"it is {composition.status}, and has members"
        return Verification(broken=(wrong,) if composition.members else (), proven=(), unchecked=())
    proofs = proven(Given.of(problem), composition)
    return Verification(
        broken=(
            *seat_faults(problem, composition),
            *value_faults(problem, composition),
            *proofs.broken,
            *_status_faults(problem, composition),
        ),
        proven=proofs.here,
        unchecked=proofs.elsewhere,
    )


def _status_faults(problem: CompositionProblem, composition: Composition) -> Iterator[str]:
    """Yield why the composition is not what its status says."""
    if composition.status not in (OPTIMAL, FEASIBLE):
        yield f"{composition.status} is no status"
    if composition.status == OPTIMAL:
        yield from _open_ends(problem, composition)


def _open_ends(problem: CompositionProblem, composition: Composition) -> Iterator[str]:
    """Yield where the wishes or a tier of a composition that is called optimal might be better."""
    claims = claims_of(composition)
    proofs = composition.certificate.proofs
    wished = [WISHES] if any(not one.hard for one in problem.requirements) else []
    for tier in (*wished, *range(len(problem.goals))):
        name = "the wishes" if tier == WISHES else f"tier {tier}"
        claim = claims.get(tier)
        if claim is None or not any(proof.tier == tier for proof in proofs):
            yield f"it is called optimal, but nothing proves it for {name}"
        elif not close(claim.value, claim.bound):
            yield f"it is called optimal, but {name} is {claim.value:g} of {claim.bound:g}"
