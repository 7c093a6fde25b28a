"""
What a requirement comes down to in one group, in counts of members: the language of solvers.

A requirement says twice what it asks: plainly, for the checker (``shortfall``), and as rules, for
those who search and prove. Candidates stand here by their position in the problem.
"""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Count:
    """
    The summed ``weights`` of the members lie from ``low`` to ``high`` (``None``: no bound).

    ``weights`` has one whole number per candidate; ``unit`` is how much of the sum is one seat
    short.
    """

    weights: tuple[int, ...]
    low: int | None = None
    high: int | None = None
    unit: int = 1


@attrs.frozen(kw_only=True)
class Kinds:
    """At least ``low`` of ``parts``, each a set of candidates, have a member."""

    parts: tuple[tuple[int, ...], ...]
    low: int


@attrs.frozen(kw_only=True)
class AllOrNone:
    """Of ``people`` all are members or none; ``strangers`` more belong to them and can never be."""

    people: tuple[int, ...]
    strangers: int = 0


Rule = Count | Kinds | AllOrNone
