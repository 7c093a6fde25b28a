"""
Requirements that concern a few people only, such as two who are to stay apart.

There may be hundreds of them, and a move touches none or one: so they are not counted for every
group and move, but looked up by who moves.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.tally import TIERS, Flags, Floats, Ints, Profile, Rules, Tally

MOST_PEOPLE = 4
"""So many people, at the most, are a few."""
WORTHWHILE = 16
"""Fewer of such requirements are as fast when counted with the others."""


@attrs.frozen(eq=False)
class Few:
    """
    Counts that few people are in, and per profile what they must be.

    ``of`` has per person the numbers of the counts they are in, filled up with the last, which is
    always zero and right; ``weights`` (people + 1, counts) what they add to each.
    """

    of: Ints
    weights: Ints
    low: Ints  # (profiles, counts)
    high: Ints
    unit: Ints
    price: Floats  # (profiles, counts, 2)

    def touches(self, out: Ints, into: Ints) -> Flags:
        """Return whether *out* or *into* is in any of the counts."""
        nothing = self.weights.shape[1] - 1
        touched: Flags = (self.of[out, 0] != nothing) | (self.of[into, 0] != nothing)
        return touched

    def gain(self, profile: Ints, counts: Ints, group: Ints, out: Ints, into: Ints) -> Floats:
        """
        Return what groups gain (minus hard shortfall, minus soft price) by *into* instead of *out*.

        *counts* has those of every group.
        """
        gone, come = self.of[out], self.of[into]
        again = (come[:, :, None] == gone[:, None, :]).any(axis=2)
        touched = np.hstack([gone, np.where(again, self.weights.shape[1] - 1, come)])
        now = counts[group[:, None], touched]
        after = now + self.weights[into[:, None], touched] - self.weights[out[:, None], touched]
        return self._short(profile, touched, now) - self._short(profile, touched, after)

    def change(self, counts: Ints, group: Ints, out: Ints, into: Ints) -> None:
        """Change *counts* of different groups: *into* has come, *out* has gone."""
        for who, sign in ((into, 1), (out, -1)):
            touched = self.of[who]
            counts[group[:, None], touched] += sign * self.weights[who[:, None], touched]

    def short(self, profile: Ints, counts: Ints) -> Floats:
        """Return the hard shortfall and the soft price of groups with *counts*."""
        every = np.broadcast_to(np.arange(counts.shape[1]), counts.shape)
        return self._short(profile, every, counts)

    def _short(self, profile: Ints, touched: Ints, counts: Ints) -> Floats:
        at = (profile[:, None], touched)
        off = np.maximum(np.maximum(self.low[at] - counts, counts - self.high[at]), 0)
        units = -(-off // self.unit[at])
        short: Floats = (units[:, :, None] * self.price[at]).sum(axis=1)
        return short


def parted(tally: Tally) -> tuple[Tally, Few | None]:
    """Return *tally* without the requirements that concern a few people, and those."""
    columns = _few(tally)
    if len(columns) < WORTHWHILE:
        return tally, None
    kept = np.setdiff1d(np.arange(tally.columns.shape[1]), columns)
    place = np.full(tally.columns.shape[1], -1)
    place[kept] = np.arange(len(kept))
    rest = tuple(_without(profile, columns, place) for profile in tally.profiles)
    return attrs.evolve(tally, columns=tally.columns[:, kept], profiles=rest), _written(
        tally, columns
    )


def _few(tally: Tally) -> Ints:
    """Return the columns that only counts look at, one per profile, and only few people are in."""
    held = np.count_nonzero(tally.columns[:-1], axis=0)
    few = {int(column) for column in np.flatnonzero(held <= MOST_PEOPLE)}
    asked: set[int] = set()
    for profile in tally.profiles:
        rules = profile.rules
        often = Counter(rules.columns.tolist())
        asked |= set(often)
        few -= {column for column, times in often.items() if times > 1}
        few -= set(profile.columns.tolist())
        few -= {int(column) for columns, *_ in rules.kinds for column in columns}
        few -= {column for column, *_ in rules.whole}
    return np.array(sorted(few & asked), np.int64)


def _without(profile: Profile, columns: Ints, place: Ints) -> Profile:
    """Return *profile* without the rules on *columns*, its other columns at their new *place*."""
    rules = profile.rules
    kept = ~np.isin(rules.columns, columns)
    left = Rules(
        columns=place[rules.columns[kept]].astype(np.int32),
        low=rules.low[kept],
        high=rules.high[kept],
        unit=rules.unit[kept],
        price=rules.price[kept],
        kinds=tuple((place[one].astype(np.int32), low, price) for one, low, price in rules.kinds),
        whole=tuple((int(place[one]), size, price) for one, size, price in rules.whole),
    )
    return attrs.evolve(profile, columns=place[profile.columns].astype(np.int32), rules=left)


def _written(tally: Tally, columns: Ints) -> Few:
    far = np.iinfo(np.int32).max // 2
    shape = (len(tally.profiles), len(columns) + 1)
    low, high = np.full(shape, -far), np.full(shape, far)
    unit, price = np.ones(shape, np.int64), np.zeros((*shape, TIERS))
    for number, profile in enumerate(tally.profiles):
        rules = profile.rules
        here = np.flatnonzero(np.isin(rules.columns, columns))
        at = np.searchsorted(columns, rules.columns[here])
        low[number, at], high[number, at] = rules.low[here], rules.high[here]
        unit[number, at], price[number, at] = rules.unit[here], rules.price[here]
    weights = np.hstack([tally.columns[:, columns], np.zeros((tally.people + 1, 1), np.int32)])
    return Few(of=_lists(weights), weights=weights, low=low, high=high, unit=unit, price=price)


def _lists(weights: Ints) -> Ints:
    """Return per person the counts they are in, filled up with the last one."""
    people, counts = np.nonzero(weights)
    sizes: Any = np.bincount(people, minlength=len(weights))
    lists = np.full((len(weights), max(1, int(sizes.max()))), weights.shape[1] - 1)
    slots = np.arange(len(people)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    lists[people, slots] = counts
    return lists
