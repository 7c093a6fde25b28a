"""
For whom: a measure by organisation, discipline and area, as far as it may be seen.

A cell that is too small at any moment is hidden at all of them, and so is the next smallest while those
that are hidden are together too few, or follow from their total. A second breakdown is only shown when no
group that is too small follows from it and the first together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import attrs

from lerendwerk_core.disclosure import below, is_determined
from lerendwerk_core.model.outcomes import Observation

BREAKDOWNS = ("organisation", "discipline", "area")
MOST_ATOMS = 400
"""So many combinations of cells can be checked; of more, only the first breakdown is shown."""
ROUNDING = 1e-7

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
    import numpy as np  # noqa: PLC0415 - only who has observations needs it

    atoms = Counter(tuple(str(getattr(row, one.by)) for one in found) for row in rows)
    if len(atoms) > MOST_ATOMS:
        return True
    people = np.array(list(atoms.values()))
    shown = _inside(list(atoms), found, lambda one: one.shown)
    cells = np.vstack([shown, _inside(list(atoms), found, lambda one: (*one.hidden, ""))])
    known = np.vstack([np.ones(len(people), dtype=bool), shown])
    return _spans_any(known, _too_small(cells, people, minimum))


def _inside(
    atoms: Sequence[tuple[str, ...]],
    found: Sequence[Breakdown],
    which: Callable[[Breakdown], Collection[str]],
) -> Any:
    """Return for every cell which of the *atoms*, the finest groups there are, lie in it."""
    import numpy as np  # noqa: PLC0415 - as above

    cells = [
        [atom[at] == cell for atom in atoms] for at, one in enumerate(found) for cell in which(one)
    ]
    return np.array(cells, dtype=bool).reshape(-1, len(atoms))


def _too_small(cells: Any, people: Any, minimum: int) -> list[Any]:
    """Return the groups that are too small: atoms, cells, where two meet, and the rest of either."""
    import numpy as np  # noqa: PLC0415 - as above

    meeting = (cells * people) @ cells.T
    rest = (cells @ people)[:, None] - meeting
    alone = np.eye(len(people), dtype=bool)
    return [
        *alone[people < minimum],
        *(cells[a] & cells[b] for a, b in np.argwhere((meeting > 0) & (meeting < minimum))),
        *(cells[a] & ~cells[b] for a, b in np.argwhere((rest > 0) & (rest < minimum))),
    ]


def _spans_any(known: Any, secret: Sequence[Any]) -> bool:
    """Whether one of *secret* is made of what is *known*, by adding and subtracting."""
    import numpy as np  # noqa: PLC0415 - as above

    if not secret:
        return False
    basis, wanted = known.T.astype(float), np.unique(np.array(secret), axis=0).T.astype(float)
    solved = np.linalg.lstsq(basis, wanted, rcond=None)[0]
    return bool((np.abs(basis @ solved - wanted).max(axis=0) < ROUNDING).any())
