"""
A search for groups that are only to be diverse: the best exchange of all, again and again.

Where nothing counts but the distances within groups, what every exchange of two people gains is
known from one matrix, so that all of them are weighed at once. The best is made even where it
loses; who moved stays put for a while, so that the search does not go back (tabu search). What it
does is counted in exchanges, never in seconds.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs
import numpy as np

from lerendwerk_core.composition.search.seats import NOBODY
from lerendwerk_core.composition.tally import Flags, Floats, Ints, Tally

EXCHANGES = {"quick": 400, "normal": 60_000, "thorough": 600_000}
MANY = 120
"""With more people one look at all exchanges takes longer, and fewer are made."""
MOST_PEOPLE = 600
"""Beyond it, one look takes longer than it brings."""
STAY = (2, 12)
"""How long who moved stays put at least, and a number to draw on top."""
LOST = 5_000
"""After so many exchanges without a new best, a part of the people is dealt out again."""
SHAKEN = 0.04
ASK_EVERY = 64
NEVER = -np.inf


def is_only_diverse(tally: Tally) -> bool:
    """Whether nothing counts but distances, and everybody has one seat, wherever it is."""
    asked = any(profile.requirements or len(profile.columns) for profile in tally.profiles)
    other = tally.seat_values or tally.floors or tally.spread or tally.top_load or tally.loaded
    once = bool((tally.load_low == 1).all() and (tally.load_high == 1).all())
    alone = len(tally.distances) == 1 and tally.tiers == 1
    free = bool(tally.allowed.all()) and tally.people <= MOST_PEOPLE
    return alone and once and free and not asked and not other


def exchanged(
    tally: Tally,
    members: Ints,
    *,
    seed: int,
    effort: str,
    stop: Callable[[], bool],
    tell: Callable[[Floats], None] = lambda _: None,
) -> Ints:
    """Return a table of members at least as diverse as *members*."""
    walk = _Walk.of(tally, members, np.random.default_rng([seed % 2**63, 1]))
    best, value, since = walk.group.copy(), walk.value, 0
    for turn in range(int(EXCHANGES[effort] * min(1.0, (MANY / tally.people) ** 1.5))):
        if turn % ASK_EVERY == 0 and stop():
            break
        walk.step(turn, value)
        since += 1
        if walk.value > value + 1e-9:
            best, value, since = walk.group.copy(), walk.value, 0
            tell(np.array([0.0, 0.0, value]))
        elif since >= LOST:
            walk.shake(best, turn)
            since = 0
    return _listed(tally, best)


@attrs.define(eq=False)
class _Walk:
    """Who is in which group, and what everybody's distance to every group is."""

    tally: Tally
    distance: Floats
    chance: np.random.Generator
    group: Ints
    gains: Floats = attrs.field(init=False)
    sizes: Ints = attrs.field(init=False)
    value: float = attrs.field(init=False)
    until: Ints = attrs.field(init=False)

    @classmethod
    def of(cls, tally: Tally, members: Ints, chance: np.random.Generator) -> _Walk:
        group = np.zeros(tally.people, np.int64)
        rows, slots = np.nonzero(members != NOBODY)
        group[members[rows, slots]] = rows
        if tally.distances[0][1].sum() > 0:
            _resize(group, _most_pairs(tally), chance)
        walk = cls(tally, tally.distances[0][1][:-1, :-1], chance, group)
        walk.until = np.zeros(tally.people, np.int64)
        walk.settle()
        return walk

    def settle(self) -> None:
        """Count everything anew."""
        people = np.arange(self.tally.people)
        there = np.zeros((self.tally.people, self.tally.groups))
        there[people, self.group] = 1.0
        self.gains = self.distance @ there
        self.sizes = there.sum(axis=0).astype(np.int64)
        self.value = float(self.gains[people, self.group].sum() / 2)

    def step(self, turn: int, best: float) -> None:
        """Make the best exchange or move that is free, or that beats *best*."""
        own = self.gains[np.arange(len(self.group)), self.group]
        free = self.until <= turn
        swap, one, other = self._best_swap(own, free, best)
        move, who, where = self._best_move(own, free)
        if move == swap == NEVER:
            return
        stay = turn + STAY[0]
        if move > swap:
            self._go(who, where)
            self.until[who] = stay + self.chance.integers(STAY[1])
        else:
            here, there = self.group[one], self.group[other]
            self._go(one, int(there))
            self._go(other, int(here))
            self.until[one] = stay + self.chance.integers(STAY[1])
            self.until[other] = stay + self.chance.integers(STAY[1])

    def _best_swap(self, own: Floats, free: Flags, best: float) -> tuple[float, int, int]:
        there = self.gains[:, self.group]
        there -= own[:, None]
        gain = there + there.T
        gain -= 2 * self.distance
        gain[self.group[:, None] == self.group] = NEVER
        hoped = best - self.value
        top = int(gain.argmax())
        if gain.flat[top] <= hoped + 1e-9:
            gain[~free] = NEVER
            gain[:, ~free] = NEVER
            top = int(gain.argmax())
        one, other = divmod(top, len(self.group))
        return float(gain[one, other]), one, other

    def _best_move(self, own: Floats, free: Flags) -> tuple[float, int, int]:
        open_to = self.sizes < self.tally.size_high
        leaves = self.sizes[self.group] > self.tally.size_low[self.group]
        if not open_to.any() or not leaves.any():
            return NEVER, 0, 0
        gain = self.gains - own[:, None]
        gain[:, ~open_to] = NEVER
        gain[~leaves] = NEVER
        gain[np.arange(len(self.group)), self.group] = NEVER
        gain[~free] = NEVER
        who, where = divmod(int(gain.argmax()), self.tally.groups)
        return float(gain[who, where]), who, where

    def _go(self, who: int, where: int) -> None:
        here = self.group[who]
        self.value += float(self.gains[who, where] - self.gains[who, here])
        self.gains[:, here] -= self.distance[who]
        self.gains[:, where] += self.distance[who]
        self.sizes[here] -= 1
        self.sizes[where] += 1
        self.group[who] = where

    def shake(self, best: Ints, turn: int) -> None:
        """Go back to *best* and let a part of the people change seats at random."""
        self.group = best.copy()
        some = self.chance.permutation(len(best))[: max(4, int(SHAKEN * len(best)))]
        self.group[some] = best[self.chance.permutation(some)]
        self.until[:] = turn
        self.settle()


def _most_pairs(tally: Tally) -> Ints:
    """Return the sizes of the groups that make most pairs: where distances count, mostly the best."""
    best: dict[int, tuple[int, tuple[int, ...]]] = {0: (0, ())}
    for low, high in zip(tally.size_low.tolist(), tally.size_high.tolist(), strict=True):
        after: dict[int, tuple[int, tuple[int, ...]]] = {}
        for used, (pairs, sizes) in best.items():
            for size in range(low, min(high, tally.people - used) + 1):
                found = (pairs + size * (size - 1) // 2, (*sizes, size))
                after[used + size] = max(found, after.get(used + size, found))
        best = after
    return np.array(best[tally.people][1])


def _resize(group: Ints, sizes: Ints, chance: np.random.Generator) -> None:
    """Move people, drawn by chance, from groups that are larger than *sizes* to smaller ones."""
    lacks = sizes - np.bincount(group, minlength=len(sizes))
    spare = [
        chance.permutation(np.flatnonzero(group == number))[:-lack]
        for number, lack in enumerate(lacks)
        if lack < 0
    ]
    if spare:
        group[np.concatenate(spare)] = np.repeat(np.arange(len(sizes)), np.maximum(lacks, 0))


def _listed(tally: Tally, group: Ints) -> Ints:
    sizes = np.bincount(group, minlength=tally.groups)
    members = np.full((tally.groups, max(1, int(sizes.max()))), NOBODY, np.int32)
    for number in range(tally.groups):
        members[number, : sizes[number]] = np.flatnonzero(group == number)
    return members
