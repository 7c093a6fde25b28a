"""A seating while it is being improved: who sits where, the counts per group, what it is worth."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.search.worth import Worth
from lerendwerk_core.composition.tally import HARD, SIZE, TIERS, Floats, Ints, SeatValue, Tally

NOBODY = -1


@attrs.define(eq=False)
class Moves:
    """
    Changes to weigh, one a row: ``out`` leaves ``group`` and ``into`` joins it.

    Either may be nobody (the number of people). Who joins may come from ``other`` (-1: from
    nowhere), and with ``swap`` who leaves goes there in return. ``slot`` and ``other_slot`` say
    where the two sit.
    """

    group: Ints
    slot: Ints
    out: Ints
    into: Ints
    other: Ints
    other_slot: Ints
    swap: Any

    def __len__(self) -> int:
        return len(self.group)

    def only(self, rows: Any) -> Moves:
        """Return the moves in *rows*."""
        return Moves(*(getattr(self, field.name)[rows] for field in attrs.fields(Moves)))


@attrs.define(eq=False)
class Seats:
    """The state: members per group in a padded table, and everything counted once."""

    tally: Tally
    worth: Worth
    members: Ints  # (groups, seats), NOBODY where empty
    sizes: Ints
    present: Any  # (people, groups)
    counts: Ints  # (groups, columns)
    loads: Ints  # (people + 1)
    home: Ints  # a group that the person sits in, or -1
    home_slot: Ints
    values: Floats  # (groups, parts)
    gains: list[Floats]  # per distance term: (people + 1, groups)

    @classmethod
    def of(cls, tally: Tally, members: Ints) -> Seats:
        """Return the state in which *members* sit."""
        people, groups = tally.people, tally.groups
        present = np.zeros((people, groups), np.bool_)
        rows, slots = np.nonzero(members >= 0)
        present[members[rows, slots], rows] = True
        counts = np.zeros((groups, tally.columns.shape[1]), np.int32)
        np.add.at(counts, rows, tally.columns[members[rows, slots]])
        home, home_slot = np.full(people + 1, -1, np.int32), np.zeros(people + 1, np.int32)
        home[members[rows, slots]], home_slot[members[rows, slots]] = rows, slots
        loads = np.zeros(people + 1, np.int32)
        loads[:people] = present.sum(axis=1)
        worth = Worth(tally)
        return cls(
            tally=tally,
            worth=worth,
            members=members.copy(),
            sizes=counts[:, SIZE].copy(),
            present=present,
            counts=counts,
            loads=loads,
            home=home,
            home_slot=home_slot,
            values=worth.of(np.arange(groups, dtype=np.int32), counts),
            gains=[matrix[:, :-1] @ present.astype(np.float64) for _, matrix in tally.distances],
        )

    def total(self) -> Floats:
        """Return the value of the whole seating, part by part, to be compared from the left."""
        total = self.values.sum(axis=0)
        idle = np.maximum(self.tally.load_low - self.loads[:-1], 0).sum()
        total[HARD] -= idle
        rows, slots = np.nonzero(self.members >= 0)
        for value in self.tally.seat_values:
            total[TIERS + value.tier] += value.of(self.members[rows, slots], rows).sum()
        for (_, least), reached in zip(self.tally.floors, self.floor_sums(), strict=True):
            total[HARD] -= max(0.0, least - reached)
        for (tier, _), gain in zip(self.tally.distances, self.gains, strict=True):
            total[TIERS + tier] += (gain[:-1] * self.present).sum() / 2
        for tier, weight in self.tally.spread:
            total[TIERS + tier] += weight * (self.sizes.max() - self.sizes.min())
        for tier, weight in self.tally.top_load:
            total[TIERS + tier] += weight * self.loads.max(initial=0)
        for tier, weight, least in self.tally.loaded:
            total[TIERS + tier] += weight * (self.loads >= least).sum()
        rounded: Floats = np.round(total, 9)
        return rounded

    def floor_sums(self) -> list[float]:
        """Return what the seats reach of every floor."""
        rows, slots = np.nonzero(self.members >= 0)
        people = self.members[rows, slots]
        return [float(value.of(people, rows).sum()) for value, _ in self.tally.floors]

    # -- weighing ------------------------------------------------------------------------------

    def gain_of(self, moves: Moves) -> Floats:
        """Return per move what every part of the value gains."""
        nobody = np.int32(self.tally.people)
        columns = self.tally.columns
        here = self.counts[moves.group] - columns[moves.out] + columns[moves.into]
        gain = self.worth.of(moves.group, here) - self.values[moves.group]
        back = np.where(moves.swap, moves.out, nobody)
        come = np.where(moves.other >= 0, moves.into, nobody)
        rows = np.flatnonzero(moves.other >= 0)
        if len(rows):
            other = moves.other[rows]
            there = self.counts[other] - columns[come[rows]] + columns[back[rows]]
            gain[rows] += self.worth.of(other, there) - self.values[other]
        self._add_seat_gain(gain, moves, come, back)
        self._add_load_gain(gain, moves)
        self._add_size_gain(gain, moves)
        return gain

    def _add_seat_gain(self, gain: Floats, moves: Moves, come: Ints, back: Ints) -> None:
        other = np.maximum(moves.other, 0)
        for value in self.tally.seat_values:
            gain[:, TIERS + value.tier] += self._worth_gain(value, moves, come, back)
        for (value, least), reached in zip(self.tally.floors, self.floor_sums(), strict=True):
            after = reached + self._worth_gain(value, moves, come, back)
            gain[:, HARD] -= np.maximum(0.0, least - after) - max(0.0, least - reached)
        for (tier, matrix), have in zip(self.tally.distances, self.gains, strict=True):
            between = matrix[moves.out, moves.into]
            part = have[moves.into, moves.group] - have[moves.out, moves.group] - between
            between_there = matrix[come, back]
            part += np.where(
                moves.other >= 0, have[back, other] - have[come, other] - between_there, 0.0
            )
            gain[:, TIERS + tier] += part

    def _worth_gain(self, value: SeatValue, moves: Moves, come: Ints, back: Ints) -> Floats:
        other = np.maximum(moves.other, 0)
        there = value.of(back, other) - value.of(come, other)
        here = value.of(moves.into, moves.group) - value.of(moves.out, moves.group)
        return here + np.where(moves.other >= 0, there, 0.0)

    def alone(self, moves: Moves) -> Any:
        """Return which moves must not be made beside another of them: they share a limit."""
        nobody = self.tally.people
        alone = np.zeros(len(moves), np.bool_)
        if self.tally.spread or self.tally.top_load:
            alone |= (moves.out == nobody) | (moves.into == nobody) | ~moves.swap
        back = np.where(moves.swap, moves.out, nobody)
        come = np.where(moves.other >= 0, moves.into, nobody)
        for value, _ in self.tally.floors:
            alone |= self._worth_gain(value, moves, come, back) < 0
        return alone

    def _add_load_gain(self, gain: Floats, moves: Moves) -> None:
        """Add what loads change by: who leaves for nowhere has one group fewer, who comes one more."""
        people = self.tally.people
        leaves = (moves.out < people) & ~moves.swap
        joins = (moves.into < people) & (moves.other < 0)
        low = np.append(self.tally.load_low, 0)
        load_out, load_in = self.loads[moves.out], self.loads[moves.into]
        gain[:, HARD] -= leaves & (load_out <= low[moves.out])
        gain[:, HARD] += joins & (load_in < low[moves.into])
        for tier, weight, least in self.tally.loaded:
            change = (joins & (load_in + 1 == least)).astype(np.float64)
            change -= leaves & (load_out == least)
            gain[:, TIERS + tier] += weight * change
        if self.tally.top_load:
            top = self.loads.max()
            alone = (self.loads == top).sum() == 1
            after = np.where(leaves & (load_out == top) & alone, top - 1, top)
            after = np.where(joins, np.maximum(after, load_in + 1), after)
            for tier, weight in self.tally.top_load:
                gain[:, TIERS + tier] += weight * (after - top)

    def _add_size_gain(self, gain: Floats, moves: Moves) -> None:
        if not self.tally.spread:
            return
        people = self.tally.people
        grows = (moves.into < people).astype(np.int32) - (moves.out < people)
        shrinks = np.where((moves.other >= 0) & ~moves.swap, -1, 0)
        largest, smallest = self.sizes.max(), self.sizes.min()
        one_large = (self.sizes == largest).sum() == 1
        one_small = (self.sizes == smallest).sum() == 1
        here = self.sizes[moves.group] + grows
        there = np.where(moves.other >= 0, self.sizes[moves.other] + shrinks, here)
        was, was_there = self.sizes[moves.group], self.sizes[np.maximum(moves.other, 0)]
        left = ((was == largest) & (grows < 0)) | ((was_there == largest) & (shrinks < 0))
        high = np.where(left & one_large, largest - 1, largest)
        filled = ((was == smallest) & (grows > 0)) | False
        low = np.where(filled & one_small, smallest + 1, smallest)
        high = np.maximum(high, np.maximum(here, there))
        low = np.minimum(low, np.minimum(here, there))
        for tier, weight in self.tally.spread:
            gain[:, TIERS + tier] += weight * ((high - low) - (largest - smallest))

    # -- making --------------------------------------------------------------------------------

    def make(self, moves: Moves) -> None:
        """Make *moves*, no two of which touch the same group or person."""
        people, columns = self.tally.people, self.tally.columns
        for groups, out, into in self._halves(moves):
            change = columns[into] - columns[out]
            self.counts[groups] += change
            gone, new = out < people, into < people
            self.present[out[gone], groups[gone]] = False
            self.present[into[new], groups[new]] = True
            for (_, matrix), have in zip(self.tally.distances, self.gains, strict=True):
                have[:, groups] += matrix[:, into] - matrix[:, out]
        leaves = moves.out[(moves.out < people) & ~moves.swap]
        joins = moves.into[(moves.into < people) & (moves.other < 0)]
        self.loads[leaves] -= 1
        self.loads[joins] += 1
        self._reseat(moves)
        touched = np.concatenate([moves.group, moves.other[moves.other >= 0]])
        self.values[touched] = self.worth.of(touched, self.counts[touched])

    def _halves(self, moves: Moves) -> list[tuple[Ints, Ints, Ints]]:
        nobody = np.int32(self.tally.people)
        rows = moves.other >= 0
        back = np.where(moves.swap, moves.out, nobody)
        return [
            (moves.group, moves.out, moves.into),
            (moves.other[rows], moves.into[rows], back[rows]),
        ]

    def _reseat(self, moves: Moves) -> None:
        people = self.tally.people
        out, into = moves.out < people, moves.into < people
        for rows, group, slot, who in (
            (out & into, moves.group, moves.slot, moves.into),
            (moves.swap, moves.other, moves.other_slot, moves.out),
        ):
            self._sit(group[rows], slot[rows], who[rows])
        self._rise(moves.group[out & ~into], moves.slot[out & ~into])
        left = (moves.other >= 0) & ~moves.swap
        self._rise(moves.other[left], moves.other_slot[left])
        added = into & ~out
        self._join(moves.group[added], moves.into[added])
        gone = moves.out[out & ~moves.swap]
        self.home[gone[self.loads[gone] == 0]] = -1

    def _sit(self, groups: Ints, slots: Ints, who: Ints) -> None:
        self.members[groups, slots] = who
        self.home[who], self.home_slot[who] = groups, slots

    def _rise(self, groups: Ints, slots: Ints) -> None:
        """Empty a seat: the last member of the group takes it."""
        self.sizes[groups] -= 1
        last = self.members[groups, self.sizes[groups]]
        self.members[groups, self.sizes[groups]] = NOBODY
        moved = slots != self.sizes[groups]
        self.members[groups[moved], slots[moved]] = last[moved]
        here = moved & (self.home[last] == groups)
        self.home_slot[last[here]] = slots[here]

    def _join(self, groups: Ints, who: Ints) -> None:
        self.members[groups, self.sizes[groups]] = who
        self.home[who], self.home_slot[who] = groups, self.sizes[groups]
        self.sizes[groups] += 1
