"""Sets with so many items of each kind: how many there are, and the first in the order of the list."""

from __future__ import annotations

import heapq
import itertools
import math
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Any

import attrs

Numbers = Mapping[Any, int]
"""How many items of each kind a set has."""


@attrs.frozen
class Sets:
    """Sets of items: the first of them, smallest first, and how many there are."""

    listed: tuple[tuple[str, ...], ...]
    total: int


def sets_with(
    kinds: Mapping[str, Hashable], choices: Sequence[Numbers], limit: int | None = None
) -> Sets:
    """
    Return the sets of items of *kinds* that one of *choices* allows, no more than *limit* listed.

    Smaller sets come first, and of one size those with the earliest items. Sets are made one by one:
    there may be billions.
    """
    there = Counter(kinds.values())
    every = _Places(kinds)
    sizes = itertools.groupby(sorted(choices, key=_size), key=_size)
    ordered = (heapq.merge(*map(every.sets, alike)) for _, alike in sizes)
    first = itertools.islice(itertools.chain.from_iterable(ordered), limit)
    return Sets(
        listed=tuple(map(every.named, first)),
        total=sum(math.prod(math.comb(there[k], n) for k, n in one.items()) for one in choices),
    )


def _size(numbers: Numbers) -> int:
    return sum(numbers.values())


Places = tuple[int, ...]


class _Places:
    """Goes through the sets in order, each told by the places of its items."""

    def __init__(self, kinds: Mapping[str, Hashable]) -> None:
        self.names, self.kinds = tuple(kinds), tuple(kinds.values())
        ahead = itertools.accumulate(reversed(self.kinds), _one_more, initial=Counter[Hashable]())
        self.ahead = tuple(ahead)[::-1]

    def named(self, places: Places) -> tuple[str, ...]:
        return tuple(self.names[place] for place in places)

    def sets(self, numbers: Numbers) -> Iterator[Places]:
        """Yield the sets with these *numbers*, those with the earliest items first."""
        if not Counter(numbers) <= self.ahead[0]:
            return
        chosen: Places | None = tuple(self._earliest(Counter(numbers), 0))
        while chosen is not None:
            yield chosen
            chosen = self._after(chosen)

    def _after(self, chosen: Places) -> Places | None:
        """Return the set that follows: the last item that can moves on, the earliest ones follow it."""
        left: Counter[Hashable] = Counter()
        for at in reversed(range(len(chosen))):
            left[self.kinds[chosen[at]]] += 1
            onward = range(chosen[at] + 1, len(self.kinds))
            place = next((one for one in onward if left[self.kinds[one]]), None)
            if place is not None and left <= self.ahead[place]:
                return (*chosen[:at], *self._earliest(left, place))
        return None

    def _earliest(self, numbers: Counter[Hashable], start: int) -> Iterator[int]:
        """Yield the earliest places from *start* that make up *numbers*."""
        left = numbers.copy()
        for place in range(start, len(self.kinds)):
            if left[self.kinds[place]] > 0:
                left[self.kinds[place]] -= 1
                yield place


def _one_more(counted: Counter[Hashable], kind: Hashable) -> Counter[Hashable]:
    return counted + Counter([kind])
