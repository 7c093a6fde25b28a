"""
For whom: a measure by organisation, discipline and area, as far as it may be seen.

A cell that is too small at any moment is hidden at all of them. A second breakdown is only shown when no
group that is too small follows from it and the first together.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import attrs

from lerendwerk_core.disclosure import hidden_cells, too_few_follow
from lerendwerk_core.model.outcomes import Observation

BREAKDOWNS = ("organisation", "discipline", "area")
UNSAID = ""
"""The cell of those of whom it is not said where they belong; it is never seen."""

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
        if one.shown and _is_safe(rows, (*found, one), minimum):
            found.append(one)
    return tuple(found)


def breakdown(rows: Rows, by: str, minimum: int) -> Breakdown:
    """Return which cells of *by* may be seen; those of whom it is not said have none to be seen."""
    counts = [Counter(_cell(row, by) for row in found) for found in rows.values()]
    hidden = hidden_cells(counts, minimum, (UNSAID,))
    cells = sorted({cell for one in counts for cell in one} - {UNSAID})
    return Breakdown(
        by,
        tuple(cell for cell in cells if cell not in hidden),
        tuple(cell for cell in cells if cell in hidden),
    )


def _is_safe(rows: Rows, found: Sequence[Breakdown], minimum: int) -> bool:
    """Whether no group that is too small follows from all that is shown; of one alone none does."""
    return len(found) == 1 or not any(
        too_few_follow(
            Counter(tuple(_cell(row, one.by) for one in found) for row in moment),
            [one.shown for one in found],
            minimum,
        )
        for moment in rows.values()
    )


def _cell(row: Observation, by: str) -> str:
    return str(getattr(row, by))
