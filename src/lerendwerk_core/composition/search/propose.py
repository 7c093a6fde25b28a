"""Moves worth weighing: some at random, some towards what a group lacks."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.search.seats import Moves, Seats
from lerendwerk_core.composition.tally import SIZE, Ints, Tally


@attrs.define(eq=False)
class Proposer:
    """Draws moves; the same chance draws the same."""

    tally: Tally
    chance: np.random.Generator
    _holders: tuple[Ints, Ints] = attrs.field(init=False)
    _wanted: Any = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        flags = self.tally.columns[:-1].T > 0
        self._holders = (np.cumsum([0, *flags.sum(axis=1)]), np.nonzero(flags)[1].astype(np.int32))
        self._wanted = np.array([wanted(self.tally, p) for p in range(len(self.tally.profiles))])

    def draw(self, seats: Seats, count: int) -> Moves:
        """Return about *count* moves, a part of them towards what a group lacks."""
        group, into = self._aims(seats, count // 2)
        some = count - len(group)
        group = np.concatenate([group, self._any(self.tally.groups, some)])
        into = np.concatenate([into, self._any(self.tally.people, some)])
        return self._completed(seats, group, into)

    def _any(self, below: int, count: int) -> Ints:
        return self.chance.integers(0, below, count, dtype=np.int32)

    def _aims(self, seats: Seats, count: int) -> tuple[Ints, Ints]:
        """Return groups, and for each somebody who carries what it lacks."""
        lacks = (seats.counts == 0) & self._wanted[self.tally.profile_of]
        places = np.flatnonzero(lacks)
        if not len(places) or not count:
            return np.zeros(0, np.int32), np.zeros(0, np.int32)
        drawn = places[self.chance.integers(0, len(places), count)]
        group, column = np.divmod(drawn, lacks.shape[1])
        begin, holders = self._holders
        many = begin[column + 1] - begin[column]
        held = many > 0
        group, column, many = group[held], column[held], many[held]
        pick = begin[column] + (self.chance.random(len(many)) * many).astype(np.int64)
        return group.astype(np.int32), holders[pick]

    def _completed(self, seats: Seats, group: Ints, into: Ints) -> Moves:
        """Return the moves with someone to leave and somewhere to come from, those that can be."""
        people, count = self.tally.people, len(group)
        sizes = seats.sizes[group]
        full, low = sizes >= self.tally.size_high[group], sizes <= self.tally.size_low[group]
        dice = self.chance.random((4, count))
        leaves = (full | (dice[0] < 0.75)) & (sizes > 0)  # noqa: PLR2004 - mostly exchanges
        slot = (dice[1] * np.maximum(sizes, 1)).astype(np.int32)
        out = np.where(leaves, seats.members[group, slot], people).astype(np.int32)
        drops = leaves & ~low & (dice[2] < 0.1)  # noqa: PLR2004 - now and then a seat less
        into = np.where(drops, people, into).astype(np.int32)
        comes = into < people
        home = seats.home[into]
        spare = np.append(self.tally.load_high, 0)[into] > seats.loads[into]
        from_home = comes & (home >= 0) & (~spare | (dice[3] < 0.5))  # noqa: PLR2004
        other = np.where(from_home, home, -1).astype(np.int32)
        swap = from_home & leaves
        moves = Moves(group, slot, out, into, other, seats.home_slot[into], swap)
        return moves.only(self._can_be(seats, moves, spare))

    def _can_be(self, seats: Seats, moves: Moves, spare: Any) -> Any:
        people = self.tally.people
        comes, leaves = moves.into < people, moves.out < people
        into, out = np.minimum(moves.into, people - 1), np.minimum(moves.out, people - 1)
        other = np.maximum(moves.other, 0)
        allowed = self.tally.allowed
        fits = ~comes | (allowed[into, moves.group] & ~seats.present[into, moves.group])
        fits &= ~moves.swap | (allowed[out, other] & ~seats.present[out, other])
        fits &= (
            (moves.other != moves.group) & (comes | leaves) & (~comes | spare | (moves.other >= 0))
        )
        here = seats.sizes[moves.group] + comes - leaves
        there = seats.sizes[other] - 1
        fits &= (here >= self.tally.size_low[moves.group]) | comes
        fits &= (here <= self.tally.size_high[moves.group]) | leaves
        return fits & ((moves.other < 0) | moves.swap | (there >= self.tally.size_low[other]))


def wanted(tally: Tally, number: int) -> Any:
    """Return which columns a group of the profile would rather have somebody in."""
    profile = tally.profiles[number]
    wanted = np.zeros(tally.columns.shape[1], np.bool_)
    worth = np.append(np.abs(profile.single).sum(axis=1), 0.0)
    np.add.at(worth, profile.pairs, np.abs(profile.joint).sum(axis=1)[:, None])
    wanted[profile.columns[worth[:-1] > 0]] = True
    wanted[profile.rules.columns[profile.rules.low > 0]] = True
    for columns, *_ in profile.rules.kinds:
        wanted[columns] = True
    wanted[SIZE] = False
    return wanted


def apart(moves: Moves, seats: Seats, chance: np.random.Generator) -> Any:
    """Return rows of *moves* that touch no group or person twice, a fair choice among them."""
    rank = chance.permutation(len(moves)).astype(np.int64)
    first = np.full(seats.tally.groups, len(moves), np.int64)
    np.minimum.at(first, moves.group, rank)
    elsewhere = moves.other >= 0
    np.minimum.at(first, moves.other[elsewhere], rank[elsewhere])
    whose = np.full(seats.tally.people + 1, len(moves), np.int64)
    np.minimum.at(whose, moves.out, rank)
    np.minimum.at(whose, moves.into, rank)
    whose[-1] = len(moves)
    kept = first[moves.group] == rank
    kept &= ~elsewhere | (first[np.maximum(moves.other, 0)] == rank)
    nobody = seats.tally.people
    kept &= (moves.out == nobody) | (whose[moves.out] == rank)
    kept &= (moves.into == nobody) | (whose[moves.into] == rank)
    alone = seats.alone(moves)
    if alone.any():
        ranked = np.where(kept & alone, rank, len(moves))
        kept &= ~alone | (rank == ranked.min())
    return np.flatnonzero(kept)
