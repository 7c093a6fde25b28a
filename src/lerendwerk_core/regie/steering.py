"""The steering degree, derived from who holds the twelve decision rights."""

from __future__ import annotations

from lerendwerk_core.model.regie import RegieModel
from lerendwerk_core.vocabulary import DecisionRight

DECIMALS = 3


def steering_degree(model: RegieModel) -> float:
    """Return the mean municipal share over the twelve decision rights, 0 to 1 (domain, 3.2)."""
    shares = (model.choice[right].share for right in DecisionRight)
    return round(sum(shares) / len(DecisionRight), DECIMALS)
