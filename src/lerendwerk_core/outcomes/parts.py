"""
For whom: a measure by organisation, discipline and area, as far as it may be seen.

A cell that is too small at any moment is hidden at all of them, and so is the next smallest while those
that are hidden are together too few, or follow from their total. A second breakdown is only shown when no
group that is too small follows from it and the first together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from itertools import combinations

import attrs

from lerendwerk_core.disclosure import below, is_determined
from lerendwerk_core.model.outcomes import Observation

BREAKDOWNS = ("organisation", "discipline", "area")
MOST_ATOMS = 400
"""So many combinations of cells can be checked; of more, only the first breakdown is shown."""

Rows = Mapping[str, Sequence[Observation]]
"""The observations of one measure, by visible moment."""


@attrs.frozen
class Breakdown:
    """The cells of one breakdown, by the observations in them: which are ``shown`` and ``hidden``."""

    by: str
    shown: tuple[str, ...]
    hidden: tuple[str, ...]


def breakdowns(rows: Rows, minimum: int) -> tuple[Breakdown, ...]:
    """Return the breakdowns that may be seen beside the whole and beside each other."""
    found: list[Breakdown] = []
    for by in BREAKDOWNS:
        one = breakdown(rows, by, minimum)
        if one.shown and one.shown != ("",) and _is_safe(rows, (*found, one), minimum):
            found.append(one)
    return tuple(found)


def breakdown(rows: Rows, by: str, minimum: int) -> Breakdown:
    """Return which cells of *by* may be seen; those of whom it is not said have none to be seen."""
    counts = {m: Counter(str(getattr(row, by)) for row in found) for m, found in rows.items()}
    totals = sum(counts.values(), Counter[str]())
    hidden = {
        cell
        for cell in totals
        if not cell or any(0 < one[cell] < minimum for one in counts.values())
    }
    while hidden and (open_ := set(totals) - hidden):
        if not any(_gives_away(one, hidden, minimum) for one in counts.values()):
            break
        smallest = min(totals[cell] for cell in open_)
        hidden |= {cell for cell in open_ if totals[cell] == smallest}
    return Breakdown(
        by,
        tuple(cell for cell in sorted(totals) if cell not in hidden),
        tuple(cell for cell in sorted(totals) if cell in hidden and cell),
    )


def _gives_away(counts: Mapping[str, int], hidden: Collection[str], minimum: int) -> bool:
    """Whether the *hidden* cells are together too few, or one of them follows from their total."""
    held = [counts[cell] for cell in hidden if counts[cell]]
    left = sum(held)
    small = [(1, minimum - 1) for count in held if below(count, minimum)]
    others = [(minimum, left) for count in held if not below(count, minimum)]
    return bool(held) and (below(left, minimum) or is_determined(left, small, others))


# -- breakdowns together ---------------------------------------------------------------------------


def _is_safe(rows: Rows, found: Sequence[Breakdown], minimum: int) -> bool:
    """Whether no group that is too small, and no hidden cell, follows from all that is shown."""
    if len(found) == 1:
        return True
    return not any(_follows(moment, found, minimum) for moment in rows.values())


def _follows(rows: Sequence[Observation], found: Sequence[Breakdown], minimum: int) -> bool:
    atoms = Counter(tuple(str(getattr(row, one.by)) for one in found) for row in rows)
    if len(atoms) > MOST_ATOMS:
        return True
    kinds = list(atoms)
    known = [[1] * len(kinds), *_indicators(kinds, found, lambda one: one.shown)]
    cells = [*known[1:], *_indicators(kinds, found, lambda one: (*one.hidden, ""))]
    alone = {tuple(int(kind == one) for kind in kinds) for one in kinds}
    secret = alone | {tuple(one) for one in cells[len(known) - 1 :]} | set(_overlaps(cells))
    small = [one for one in secret if 0 < _people(one, kinds, atoms) < minimum]
    return _spans_any(known, small)


def _indicators(
    kinds: Sequence[tuple[str, ...]],
    found: Sequence[Breakdown],
    which: Callable[[Breakdown], Collection[str]],
) -> list[list[int]]:
    return [
        [int(kind[at] == cell) for kind in kinds]
        for at, one in enumerate(found)
        for cell in which(one)
    ]


def _overlaps(cells: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """Yield where two cells meet, and what of either lies outside the other."""
    for one, other in combinations(cells, 2):
        yield tuple(a and b for a, b in zip(one, other, strict=True))
        yield tuple(int(a > b) for a, b in zip(one, other, strict=True))
        yield tuple(int(b > a) for a, b in zip(one, other, strict=True))


def _people(
    indicator: Sequence[int],
    kinds: Sequence[tuple[str, ...]],
    atoms: Mapping[tuple[str, ...], int],
) -> int:
    return sum(atoms[kind] for kind, inside in zip(kinds, indicator, strict=True) if inside)


def _spans_any(known: Sequence[Sequence[int]], secret: Sequence[Sequence[int]]) -> bool:
    """Whether one of *secret* is a sum and difference of what is *known*."""
    import numpy as np  # noqa: PLC0415 - only who has observations needs it

    if not secret:
        return False
    basis = np.array(known, dtype=float).T
    wanted = np.array(secret, dtype=float).T
    solved = np.linalg.lstsq(basis, wanted, rcond=None)[0]
    return bool((np.abs(basis @ solved - wanted).max(axis=0) < 1e-7).any())  # noqa: PLR2004 - rounding
