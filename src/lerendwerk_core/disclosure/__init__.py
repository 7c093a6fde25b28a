"""What may leave the library: no counts of people under the minimum cell, nor what gives them away."""

from lerendwerk_core.disclosure.amounts import rounded_count, share_is_open, sum_is_open
from lerendwerk_core.disclosure.counts import (
    Bounds,
    OpenCounts,
    below,
    hidden_cells,
    is_determined,
    open_count,
    open_counts,
    total_of,
)
from lerendwerk_core.disclosure.crossed import too_few_follow
from lerendwerk_core.disclosure.groups import OpenGroup, open_group
from lerendwerk_core.disclosure.tables import TOTAL, OpenTable, open_table, recoverable

__all__ = [
    "TOTAL",
    "Bounds",
    "OpenCounts",
    "OpenGroup",
    "OpenTable",
    "below",
    "hidden_cells",
    "is_determined",
    "open_count",
    "open_counts",
    "open_group",
    "open_table",
    "recoverable",
    "rounded_count",
    "share_is_open",
    "sum_is_open",
    "too_few_follow",
    "total_of",
]
