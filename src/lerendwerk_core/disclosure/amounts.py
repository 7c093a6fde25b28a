"""
The criteria of Statistics Netherlands for income, for whoever publishes amounts beside answers.

They are about how reliable a figure is as well as about whom it tells of, so they ask for more people
than counts do. Source: CBS, *Aanvullende onderzoeksbeschrijving inkomensstatistiek* (2021), chapter 5.
"""

from __future__ import annotations

from collections.abc import Sequence

ROUNDED_TO = 100
FEWEST = 100
LARGEST_SHARE = 0.3


def rounded_count(count: int, to: int = ROUNDED_TO) -> int:
    """Return *count* rounded to hundreds (or *to*), half up: 49 is 0, 50 is 100."""
    return (2 * count + to) // (2 * to) * to


def share_is_open(of: int, fewest: int = FEWEST) -> bool:
    """Whether a percentage *of* so many may be shown."""
    return of >= fewest


def sum_is_open(amounts: Sequence[float], fewest: int = FEWEST) -> bool:
    """Whether a sum or mean of *amounts* may be shown: enough of them, and none makes up most of it."""
    whole = sum(map(abs, amounts))
    largest = max(map(abs, amounts), default=0.0)
    return len(amounts) >= fewest and largest <= LARGEST_SHARE * whole
