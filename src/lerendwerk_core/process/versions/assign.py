"""Who goes with whom, so that all together fit best."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Pair = tuple[int, int]

MOST = 60
"""Up to so many on either side the best of all ways to pair is found; beyond, the best pair first."""


def assigned(worth: Mapping[Pair, float]) -> Iterator[Pair]:
    """Yield pairs of which each end is in one, worth most together; only pairs with a *worth* are."""
    for part in _parts(worth):
        rows = sorted({one for one, _ in part})
        columns = sorted({other for _, other in part})
        small = max(len(rows), len(columns)) <= MOST
        yield from _best(rows, columns, worth) if small else _one_by_one(part, worth)


def _parts(worth: Iterable[Pair]) -> list[list[Pair]]:
    """Return the pairs in sets that have no end in common."""
    beside: dict[tuple[bool, int], list[Pair]] = defaultdict(list)
    for pair in worth:
        beside[False, pair[0]].append(pair)
        beside[True, pair[1]].append(pair)
    seen: set[Pair] = set()
    parts = []
    for pair in sorted(worth):
        waiting, part = [pair], []
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                part.append(one)
                waiting += beside[False, one[0]] + beside[True, one[1]]
        if part:
            parts.append(part)
    return parts


def _one_by_one(part: Iterable[Pair], worth: Mapping[Pair, float]) -> Iterator[Pair]:
    rows: set[int] = set()
    columns: set[int] = set()
    for one, other in sorted(part, key=lambda pair: (-worth[pair], pair)):
        if one not in rows and other not in columns:
            rows.add(one)
            columns.add(other)
            yield one, other


def _best(rows: Sequence[int], columns: Sequence[int], worth: Mapping[Pair, float]) -> list[Pair]:
    """Return the pairs worth most together (the Hungarian method, with shortest augmenting paths)."""
    turned = len(rows) > len(columns)
    short, long = (columns, rows) if turned else (rows, columns)
    cost = [
        [-worth.get((other, one) if turned else (one, other), 0.0) for other in long]
        for one in short
    ]
    found = []
    for place, number in enumerate(_columns(cost)):
        pair = (long[number], short[place]) if turned else (short[place], long[number])
        if worth.get(pair):
            found.append(pair)
    return sorted(found)


def _columns(cost: Sequence[Sequence[float]]) -> list[int]:
    """Return a column for every row of *cost*, which has no fewer columns, so that they cost least."""
    height, width = len(cost), len(cost[0])
    of_row, of_column = [0.0] * (height + 1), [0.0] * (width + 1)
    holder = [0] * (width + 1)  # the row that holds a column, counted from 1
    for row in range(1, height + 1):
        holder[0] = row
        came = _path(cost, of_row, of_column, holder)
        at = next(column for column in came if not holder[column])
        while at:
            holder[at] = holder[came[at]]
            at = came[at]
    found = [0] * height
    for column, row in enumerate(holder[1:]):
        if row:
            found[row - 1] = column
    return found


def _path(
    cost: Sequence[Sequence[float]], of_row: list[float], of_column: list[float], holder: list[int]
) -> dict[int, int]:
    """Return from where each column was reached, until a free one is; move the prices along."""
    width = len(of_column) - 1
    least, came = [math.inf] * (width + 1), [0] * (width + 1)
    used = [False] * (width + 1)
    at, reached = 0, {}
    while holder[at]:
        used[at] = True
        row = holder[at]
        step, ahead = math.inf, 0
        for column in range(1, width + 1):
            if used[column]:
                continue
            now = cost[row - 1][column - 1] - of_row[row] - of_column[column]
            if now < least[column]:
                least[column], came[column] = now, at
            if least[column] < step:
                step, ahead = least[column], column
        for column in range(width + 1):
            if used[column]:
                of_row[holder[column]] += step
                of_column[column] -= step
            else:
                least[column] -= step
        at = ahead
        reached[at] = came[at]
    return reached
