"""
What may leave the library: counts of people under the minimum cell may not, nor what gives them away.

Every stage that counts people asks here. A count is hidden when it is under the minimum cell; more
is hidden when what remains visible would let a reader work it out from a total (domain, 5.1).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired


@attrs.frozen(kw_only=True)
class OpenCounts(Wired):
    """
    The counts that may be seen: ``shown`` per cell, ``hidden`` the names of the others.

    ``total`` is ``None`` when it would be too small itself, or would give a hidden cell away.
    """

    shown: Table[str, int]
    hidden: tuple[str, ...]
    total: int | None


def below(count: float, minimum: int) -> bool:
    """Whether *count* people are too few to be shown."""
    return count < minimum


def open_count(count: int, minimum: int) -> int | None:
    """Return *count* if it may be seen by itself; nobody is too few as well."""
    return None if below(count, minimum) else count


Bounds = tuple[int, int]


def is_determined(total: int, small: Sequence[Bounds], others: Sequence[Bounds] = ()) -> bool:
    """
    Whether one of the *small* cells follows exactly from *total*, each cell being within its bounds.

    The bounds are all that an attacker knows: at least one person each, fewer than the minimum in a
    small cell, no more than there are.
    """
    bounds = (*small, *others)
    lows, highs = sum(low for low, _ in bounds), sum(high for _, high in bounds)
    return any(
        max(low, total - (highs - high)) == min(high, total - (lows - low)) for low, high in small
    )


def total_of(counts: Mapping[str, int], most: Mapping[str, int], minimum: int) -> int | None:
    """
    Return the sum of *counts* if it may be seen while no cell is shown, else ``None``.

    ``most`` holds how many people each cell can count at the most; the names of the cells under the
    minimum are taken to be public.
    """
    total = sum(counts.values())
    small = [
        (1, min(minimum - 1, most.get(cell, total)))
        for cell, count in counts.items()
        if count and below(count, minimum)
    ]
    others = [
        (minimum, most.get(cell, total))
        for cell, count in counts.items()
        if not below(count, minimum)
    ]
    unsafe = below(total, minimum) or is_determined(total, small, others)
    return None if unsafe else total


def open_counts(counts: Mapping[str, int], minimum: int) -> OpenCounts:
    """
    Return *counts* as they may be seen beside their total.

    Cells are hidden as in :func:`hidden_cells`; where nothing is left to hide, the total goes.
    """
    total = sum(counts.values())
    hidden = hidden_cells([counts], minimum)
    unsafe = bool(hidden) and _gives_away(counts, hidden, minimum)
    return OpenCounts(
        shown=Table((cell, count) for cell, count in counts.items() if cell not in hidden),
        hidden=tuple(cell for cell in counts if cell in hidden),
        total=None if unsafe else total,
    )


def hidden_cells(
    moments: Sequence[Mapping[str, int]], minimum: int, also: Collection[str] = ()
) -> set[str]:
    """
    Return the cells to hide, the same ones at every one of *moments*, beside the total of each.

    A cell that is too small at any moment is hidden, and so are those in *also*. Hidden cells must
    together reach the minimum and leave no cell exactly known; until they do, the smallest visible
    cell is hidden with them (complementary suppression), and every cell that is equal to it: which of
    them came first would tell it apart from the small ones. Zero hides nobody.
    """
    totals: Counter[str] = Counter()
    for counts in moments:
        totals.update(counts)
    there = {cell for cell, count in totals.items() if count}
    hidden = {
        cell
        for cell in there
        if cell in also or any(0 < counts.get(cell, 0) < minimum for counts in moments)
    }
    while there - hidden and any(_gives_away(counts, hidden, minimum) for counts in moments):
        smallest = min(totals[cell] for cell in there - hidden)
        hidden |= {cell for cell in there - hidden if totals[cell] == smallest}
    return hidden


def _gives_away(counts: Mapping[str, int], hidden: Collection[str], minimum: int) -> bool:
    """Whether the *hidden* cells are together too few, or one of them follows from their total."""
    held = [counts[cell] for cell in hidden if counts.get(cell)]
    left = sum(held)
    small = [(1, minimum - 1) for count in held if below(count, minimum)]
    others = [(minimum, left) for count in held if not below(count, minimum)]
    # Which hidden cells are small is not said, but assuming that it is known errs on the safe side.
    return bool(held) and (below(left, minimum) or is_determined(left, small, others))
