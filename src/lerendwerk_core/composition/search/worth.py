"""What counts are worth: many groups at once, one row of counts each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.tally import (
    HARD,
    SIZE,
    SOFT,
    TIERS,
    Floats,
    Ints,
    Profile,
    Rules,
    Tally,
)


@attrs.frozen(eq=False)
class Worth:
    """Values rows of counts: the seats short of hard requirements, the soft price, every tier."""

    tally: Tally

    def of(self, groups: Ints, counts: Ints) -> Floats:
        """
        Return a value per row of *counts*, the counts of the group of that row in *groups*.

        Columns: minus the hard shortfall, minus the soft price, then what the tiers gain by
        covering.
        """
        values = np.zeros((len(counts), TIERS + self.tally.tiers))
        values[:, :TIERS] = self.short(groups, counts)
        for profile, rows in self._rows(groups):
            _add_cover(profile, counts[rows], values, rows)
        return values

    def short(self, groups: Ints, counts: Ints) -> Floats:
        """Return the first two columns of ``of``: minus the hard shortfall and the soft price."""
        values = np.zeros((len(counts), TIERS))
        for profile, rows in self._rows(groups):
            _take_shortfall(profile.rules, counts[rows], values, rows)
        size = counts[:, SIZE]
        under = np.maximum(self.tally.size_low[groups] - size, 0)
        values[:, HARD] -= under + np.maximum(size - self.tally.size_high[groups], 0)
        return values

    def _rows(self, groups: Ints) -> Iterator[tuple[Profile, Any]]:
        """Yield every profile that is among *groups*, with its rows."""
        profiles = self.tally.profiles
        if len(profiles) == 1:
            yield profiles[0], slice(None)
            return
        profile_of = self.tally.profile_of[groups]
        for number in np.unique(profile_of):
            yield profiles[number], profile_of == number


def _add_cover(profile: Profile, counts: Ints, values: Floats, rows: Any) -> None:
    if not len(profile.columns):
        return
    there = np.ones((len(counts), len(profile.columns) + 1), np.bool_)
    np.greater_equal(counts[:, profile.columns], profile.least, out=there[:, :-1])
    values[rows, TIERS:] += there[:, :-1].astype(np.float64) @ profile.single
    if len(profile.pairs):
        both = there[:, profile.pairs[:, 0]]
        for column in range(1, profile.pairs.shape[1]):
            both &= there[:, profile.pairs[:, column]]
        values[rows, TIERS:] += both.astype(np.float64) @ profile.joint


def _take_shortfall(rules: Rules, counts: Ints, values: Floats, rows: Any) -> None:
    if len(rules.columns):
        sums = counts[:, rules.columns]
        off = np.maximum(np.maximum(rules.low - sums, sums - rules.high), 0)
        values[rows, HARD:TIERS] -= -(-off // rules.unit) @ rules.price
    for columns, low, price in rules.kinds:
        kinds = (counts[:, columns] > 0).sum(axis=1)
        values[rows, HARD:TIERS] -= np.outer(np.maximum(low - kinds, 0), price)
    for column, size, price in rules.whole:
        here = counts[:, column]
        values[rows, HARD:TIERS] -= np.outer(np.where(here > 0, size - here, 0), price)


def steepness(tally: Tally) -> Floats:
    """
    Return a weight per part of a value, so that a weighed gain is compared from the left.

    One move changes two groups by one person each; what that can change in a later part at most is
    less than the least change in an earlier one. So within a move the order is exact, and the
    weights stay small.
    """
    reach = _reach(tally)
    weights = np.ones(len(reach))
    for part in range(len(reach) - 2, -1, -1):
        weights[part] = (
            weights[part + 1]
            * (1 + reach[part + 1] / _grain(tally, part + 1))
            * (_grain(tally, part + 1) / _grain(tally, part))
        )
    return weights


def _reach(tally: Tally) -> Floats:
    """Return per part the most that one move can change it."""
    reach = np.zeros(TIERS + tally.tiers)
    reach[HARD], reach[SOFT] = 1, 1
    for profile in tally.profiles:
        own = (tally.columns[:, profile.columns] > 0).astype(np.float64)
        single = (own @ np.abs(profile.single)).max(axis=0, initial=0)
        ended = np.hstack([own, np.zeros((len(own), 1))])[:, profile.pairs].any(axis=2)
        joint = (ended.astype(np.float64) @ np.abs(profile.joint)).max(axis=0, initial=0)
        reach[TIERS:] = np.maximum(reach[TIERS:], 2 * (single + joint))
        soft = [price[1] for *_, price in (*profile.rules.kinds, *profile.rules.whole)]
        soft += list(profile.rules.price[:, 1] * 2)
        reach[SOFT] = max(reach[SOFT], 4 * sum(soft))
    for value in tally.seat_values:
        reach[TIERS + value.tier] += 4 * np.abs(value.worth).max(initial=0)
    for tier, matrix in tally.distances:
        most = int(tally.size_high.max(initial=1))
        reach[TIERS + tier] += 4 * np.abs(matrix).max(initial=0) * most
    loads = ((tier, weight) for tier, weight, _ in tally.loaded)
    for tier, weight in (*tally.spread, *tally.top_load, *loads):
        reach[TIERS + tier] += 4 * abs(weight)
    return reach


def _grain(tally: Tally, part: int) -> float:
    """Return the least difference that counts in a part: 1, or the smallest weight below it."""
    if part < TIERS:
        return 1.0
    tier = part - TIERS
    weights = [abs(profile.single[:, tier]) for profile in tally.profiles]
    weights += [abs(profile.joint[:, tier]) for profile in tally.profiles]
    weights += [abs(value.worth).ravel() for value in tally.seat_values if value.tier == tier]
    weights += [np.array([abs(w)]) for t, w, *_ in (*tally.spread, *tally.top_load) if t == tier]
    some = np.concatenate([one[one > 0] for one in weights]) if weights else np.array([])
    return float(min(some.min(initial=1.0), 1.0))
