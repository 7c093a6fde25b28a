"""
Several breakdowns of the same people beside each other: what follows from all of them together.

The finest groups that the breakdowns make are atoms; a cell is a set of them. What is shown of cells can
be added and subtracted, so a group follows when it is a sum of what is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

ROUNDING = 1e-7
MOST_ATOMS = 400
"""So many combinations of cells can be checked; of more it is assumed that something follows."""

Atom = tuple[str, ...]
"""A combination: a cell of each breakdown."""
Shown = Sequence[Collection[str]]
"""Which cells of each breakdown are shown."""


def too_few_follow(atoms: Mapping[Atom, int], shown: Shown, minimum: int) -> bool:
    """
    Whether a group that is too small follows from the cells that are *shown*, and from the whole.

    *atoms* is how many people are in each combination of cells. Groups are the combinations, cells, where
    two cells meet, and what of a cell does not lie in another.
    """
    import numpy as np  # noqa: PLC0415 - only who has observations needs it

    if len(atoms) > MOST_ATOMS:
        return True
    people = np.array(list(atoms.values()))
    every = [{atom[at] for atom in atoms} for at in range(len(shown))]
    seen, cells = _inside(list(atoms), shown), _inside(list(atoms), every)
    known = np.vstack([np.ones(len(people), dtype=bool), seen])
    return _spans_any(known, _too_small(cells, people, minimum))


def _inside(atoms: Sequence[Atom], cells: Shown) -> Any:
    """Return for every one of *cells* which of the *atoms* lie in it."""
    import numpy as np  # noqa: PLC0415 - as above

    rows = [
        [atom[at] == cell for atom in atoms] for at, own in enumerate(cells) for cell in sorted(own)
    ]
    return np.array(rows, dtype=bool).reshape(-1, len(atoms))


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
