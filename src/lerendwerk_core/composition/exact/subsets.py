"""
Exact for a handful of people: every set of them for every group, by dynamic programming.

With twelve people a group has 4,096 sets to choose from; group by group, the best that every set of
people used so far can give is kept. No solver is needed, and whatever goals are made of, groups
only have to be valued apart.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs
import numpy as np

from lerendwerk_core.composition.search.worth import Worth
from lerendwerk_core.composition.tally import HARD, TIERS, Floats, Ints, Tally

MOST_PEOPLE = 12


def within_reach(tally: Tally) -> bool:
    """Whether there are so few people that every set of them can be looked at."""
    shared = tally.spread or tally.top_load or tally.loaded or tally.floors
    return tally.people <= MOST_PEOPLE and bool((tally.load_high <= 1).all()) and not shared


@attrs.frozen(eq=False)
class Kept:
    """The best value for every set of people used so far, and which set the last group took."""

    value: Floats  # (sets, parts); minus infinity where it cannot be
    took: Ints


def best_of_all(tally: Tally, stop: Callable[[], bool]) -> tuple[list[list[int]], Floats] | None:
    """Return the best seating there is and its value; nothing if there is none, or told to stop."""
    sets = 1 << tally.people
    start = np.full((sets, TIERS + tally.tiers), -np.inf)
    start[0] = 0.0
    kept = [Kept(start, np.zeros(sets, np.int64))]
    for group in range(tally.groups):
        if stop():
            return None
        kept.append(_extended(tally, group, kept[-1].value))
    must = sum(1 << int(person) for person in np.flatnonzero(tally.load_low > 0))
    full = np.arange(sets)
    reached = full[((full & must) == must) & np.isfinite(kept[-1].value[:, HARD])]
    if not len(reached):
        return None
    best = int(reached[_best(kept[-1].value[reached])])
    return _read_off(tally, kept, best), kept[-1].value[best]


def _extended(tally: Tally, group: int, before: Floats) -> Kept:
    """Return what is best when *group* is filled too."""
    chosen, worth = _worths(tally, group)
    value = np.full(before.shape, -np.inf)
    took = np.zeros(len(before), np.int64)
    for used in range(len(before)):
        rows = np.flatnonzero((chosen & ~used) == 0)
        rows = rows[np.isfinite(before[used ^ chosen[rows], HARD])]
        if len(rows):
            sums = before[used ^ chosen[rows]] + worth[rows]
            best = _best(sums)
            value[used], took[used] = sums[best], chosen[rows[best]]
    return Kept(value, took)


def _worths(tally: Tally, group: int) -> tuple[Ints, Floats]:
    """Return the sets that *group* can be, and what each is worth."""
    sets = np.arange(1 << tally.people)
    there = ((sets[:, None] >> np.arange(tally.people)) & 1).astype(np.int32)
    there = there[(there[:, ~tally.allowed[:, group]] == 0).all(axis=1)]
    counts = there @ tally.columns[:-1]
    worth = Worth(tally).of(np.full(len(counts), group, np.int32), counts)
    fine = worth[:, HARD] == 0
    there, worth = there[fine], worth[fine]
    for value in tally.seat_values:
        column = group if value.worth.shape[1] > 1 else 0
        worth[:, TIERS + value.tier] += there @ value.worth[:-1, column]
    for tier, matrix in tally.distances:
        worth[:, TIERS + tier] += ((there @ matrix[:-1, :-1]) * there).sum(axis=1) / 2
    return there @ (1 << np.arange(tally.people)), worth


def _best(values: Floats) -> int:
    """Return the row that is best, compared from the left, rounding aside."""
    rows = np.arange(len(values))
    for part in range(values.shape[1]):
        column = values[rows, part]
        rows = rows[column >= column.max() - 1e-9 * max(1.0, abs(column.max()))]
    return int(rows[0])


def _read_off(tally: Tally, kept: list[Kept], used: int) -> list[list[int]]:
    groups: list[list[int]] = []
    for after in reversed(kept[1:]):
        took = int(after.took[used])
        groups.append([person for person in range(tally.people) if took >> person & 1])
        used ^= took
    return groups[::-1]
