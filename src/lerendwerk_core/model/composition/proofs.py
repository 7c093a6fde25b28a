"""What proves that no composition is better than a number."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired

COUNTING, PRICES, SOLVER = "counting", "prices", "solver"
"""How a bound is proven: by counting, by prices that anyone can recompute, or a solver says so."""

EVERY_SUBSET = "every subset"
"""The solver that looks at every set of a few people; who has the problem can do so again."""

WISHES = -1
"""The tier of what soft requirements cost; it comes before all goals."""


@attrs.frozen(kw_only=True)
class CountingLine(Wired):
    """In at most ``groups`` groups ``element`` of ``goal`` can be covered: so many carry its ends."""

    goal: str
    element: str
    groups: int


@attrs.frozen(kw_only=True)
class Proof(Wired):
    """
    What proves the bound of one tier (``WISHES``: the least price of the soft requirements).

    ``counting``: ``lines`` say in how many groups what can be covered. ``prices``: a price per row
    of the problem's linear form, from which weak duality gives the bound. ``solver``: ``solver``
    says so; only what it says of a handful of people (``EVERY_SUBSET``) is easily done again.
    """

    tier: int
    bound: float
    by: str
    lines: tuple[CountingLine, ...] = ()
    prices: Table[str, float] = attrs.field(factory=Table)
    solver: str = ""
