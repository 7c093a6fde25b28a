"""The steering degree, derived from who holds the twelve decision rights."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from lerendwerk_core.model.regie import RegieModel
from lerendwerk_core.vocabulary import DecisionRight

DECIMALS = Decimal("0.001")


def steering_degree(model: RegieModel) -> float:
    """Return the mean municipal share over the twelve decision rights, 0 to 1 (domain, 3.2)."""
    # In decimals, halves up: a float sum of 4.47 rounds to .372 on one Python and .373 on another.
    shares = (Decimal(str(model.choice[right].share)) for right in DecisionRight)
    mean = sum(shares, Decimal(0)) / len(DecisionRight)
    return float(mean.quantize(DECIMALS, ROUND_HALF_UP))
