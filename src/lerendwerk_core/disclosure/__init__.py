"""What may leave the library: no counts of people under the minimum cell, nor what gives them away."""

from lerendwerk_core.disclosure.counts import (
    Bounds,
    OpenCounts,
    below,
    is_determined,
    open_counts,
    total_of,
)
from lerendwerk_core.disclosure.tables import TOTAL, OpenTable, open_table, recoverable

__all__ = [
    "TOTAL",
    "Bounds",
    "OpenCounts",
    "OpenTable",
    "below",
    "is_determined",
    "open_counts",
    "open_table",
    "recoverable",
    "total_of",
]
