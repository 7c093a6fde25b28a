"""In which row of its band a node stands, and in which order ways are met from the beginning."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

Ways = Mapping[str, Sequence[str]]
"""What each leads to."""


def onward(places: Sequence[str], ways: Ways) -> Iterator[tuple[str, str]]:
    """
    Yield the ways among *places* as one meets them who goes on from the beginning as far as can be.

    What nothing leads to is a beginning; what is in circles only begins where it is written first.
    """
    known = set(places)
    entered = {target for place in places for target in ways.get(place, ()) if target != place}
    starts = [place for place in places if place not in entered]
    seen: set[str] = set()
    for start in (*starts, *places):
        if start not in seen:
            yield from ((one, other) for one, other in _met(start, ways, seen) if other in known)


def _met(start: str, ways: Ways, seen: set[str]) -> Iterator[tuple[str, str]]:
    seen.add(start)
    waiting = [(start, iter(ways.get(start, ())))]
    while waiting:
        place, ahead = waiting[-1]
        target = next(ahead, None)
        if target is None:
            waiting.pop()
            continue
        yield place, target
        if target not in seen:
            seen.add(target)
            waiting.append((target, iter(ways.get(target, ()))))


def rows(places: Sequence[str], column: Mapping[str, int], ways: Ways) -> dict[str, int]:
    """Return a row for every one of *places*: no two of one column stand in the same."""
    before = _before(places, column, ways)
    taken: dict[int, set[int]] = defaultdict(set)
    row: dict[str, int] = {}
    for place in sorted(places, key=column.__getitem__):
        wish = next((row[one] for one in before[place] if one in row), 0)
        row[place] = _nearest(wish, taken[column[place]])
        taken[column[place]].add(row[place])
    return row


def _before(places: Iterable[str], column: Mapping[str, int], ways: Ways) -> dict[str, list[str]]:
    """Return what leads to each from a column before it, the nearest first."""
    before: dict[str, list[str]] = {place: [] for place in places}
    for place in before:
        for target in ways.get(place, ()):
            if target in before and column[place] < column[target]:
                before[target].append(place)
    return {
        place: sorted(leading, key=lambda one: -column[one]) for place, leading in before.items()
    }


def _nearest(wish: int, taken: set[int]) -> int:
    """Return the free row nearest to *wish*, rather below than above."""
    below = wish
    while below in taken:
        below += 1
    above = wish
    while above in taken:
        above -= 1
    return above if above >= 0 and wish - above < below - wish else below
