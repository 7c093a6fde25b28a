"""
What groups cover, as bits: the ends that are there are one whole number, its worth is looked up.

Weighing a move this way takes a few look-ups, however many ends and elements there are. It is for
groups in which one member is enough for every end, and elements need two ends at the most.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.tally import TIERS, Flags, Floats, Ints, Profile, Tally

MOST_ENDS = 60
"""So many bits fit a whole number with its sign."""
WIDE, NARROW = 10, 8
"""Bits per part: where two wide parts are enough one look-up does; else narrow ones fit the cache."""
MOST_ENTRIES = 16_000_000


def is_maskable(tally: Tally) -> bool:
    """Whether every profile of *tally* is of the kind that bits can hold."""
    return all(map(_fits, tally.profiles)) and _entries(tally) <= MOST_ENTRIES


def _fits(profile: Profile) -> bool:
    alone = bool((profile.least == 1).all()) and len(profile.columns) <= MOST_ENDS
    return alone and profile.pairs.shape[1] == 2  # noqa: PLR2004 - two ends


def _entries(tally: Tally) -> int:
    bits, parts = _shape(tally)
    return len(tally.profiles) * len(_couples(parts)) << 2 * bits


def _shape(tally: Tally) -> tuple[int, int]:
    """Return how many bits a part has, and how many parts there are."""
    ends = max(1, *(len(profile.columns) for profile in tally.profiles))
    if ends <= 2 * WIDE:
        return -(-ends // 2), 2
    return NARROW, -(-ends // NARROW)


def _couples(parts: int) -> list[tuple[int, int]]:
    return [(one, other) for one in range(parts) for other in range(one + 1, parts)]


@attrs.frozen(eq=False)
class Masks:
    """The ends that each person is, as bits, and the tables in which their worth is looked up."""

    held: Ints  # (profiles, people + 1)
    bits: int
    couples: tuple[tuple[int, int], ...]
    tables: tuple[Any, ...]  # per couple of parts: all profiles after each other

    @classmethod
    def of(cls, tally: Tally, steep: Floats) -> Masks:
        """Return the masks of *tally*, worth what the tiers weigh in *steep* together."""
        bits, parts = _shape(tally)
        couples = tuple(_couples(parts))
        tables = [np.zeros((len(tally.profiles), 1 << bits, 1 << bits)) for _ in couples]
        for number, profile in enumerate(tally.profiles):
            worths = list(_worths(profile, steep[TIERS:]))
            for (one, other), table in zip(couples, tables, strict=True):
                table[number] = _table(worths, bits, one, other)
        held = [_held(tally, profile) for profile in tally.profiles]
        flat = tuple(map(_smallest, tables))
        return cls(held=np.array(held), bits=bits, couples=couples, tables=flat)

    def worth(self, profiles: Ints, masks: Ints) -> Floats:
        """Return what the ends in *masks* are worth to groups with *profiles*."""
        low = (1 << self.bits) - 1
        shift: Any = profiles << 2 * self.bits if len(self.held) > 1 else 0
        parts: dict[int, Any] = {}
        for part in dict.fromkeys(part for couple in self.couples for part in couple):
            parts[part] = (masks >> self.bits * part) & low
        total: Any = 0.0
        for (one, other), table in zip(self.couples, self.tables, strict=True):
            total = total + table.take(shift + (parts[one] << self.bits) + parts[other])
        return np.asarray(total)


def _smallest(table: Floats) -> Any:
    """Return *table* in one row, in half the space where that loses nothing: it is looked up faster."""
    small = table.astype(np.float32)
    return (small if np.array_equal(small, table) else table).ravel()


def _held(tally: Tally, profile: Profile) -> Ints:
    there = tally.columns[:, profile.columns] > 0
    return bits_of(there)


def bits_of(there: Flags) -> Ints:
    """Return the rows of *there* as whole numbers."""
    numbers: Ints = there @ (1 << np.arange(there.shape[1], dtype=np.int64))
    return numbers


def _worths(profile: Profile, steep: Floats) -> Iterator[tuple[int, int, float]]:
    """Yield the ends that have a worth, alone (both alike) or two by two, with the worth."""
    for end, worth in enumerate(profile.single @ steep):
        yield end, end, float(worth)
    for (one, other), worth in zip(profile.pairs, profile.joint @ steep, strict=True):
        yield int(one), int(other), float(worth)


def _table(worths: list[tuple[int, int, float]], bits: int, one: int, other: int) -> Floats:
    """
    Return what two parts are worth together, for every mask of either.

    What lies within one part is in the first table that has that part: the one with its neighbour.
    """
    own = np.zeros((2 * bits, 2 * bits))
    places = {one * bits + bit: bit for bit in range(bits)}
    places |= {other * bits + bit: bits + bit for bit in range(bits)}
    for end, fellow, worth in worths:
        if end in places and fellow in places:
            within = end // bits == fellow // bits
            if not within or (one, other) == _home(end // bits):
                own[places[end], places[fellow]] += worth
    set_ = ((np.arange(1 << bits)[:, None] >> np.arange(bits)) & 1).astype(np.float64)
    own = np.triu(own + own.T) - np.diag(np.diag(own))
    first = ((set_ @ own[:bits, :bits]) * set_).sum(axis=1)
    second = ((set_ @ own[bits:, bits:]) * set_).sum(axis=1)
    table: Floats = first[:, None] + second[None, :] + set_ @ own[:bits, bits:] @ set_.T
    return table


def _home(part: int) -> tuple[int, int]:
    """Return the couple of parts whose table holds what lies within *part*."""
    return (0, 1) if part == 0 else (part - 1, part)
