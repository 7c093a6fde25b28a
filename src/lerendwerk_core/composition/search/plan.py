"""The seats of all groups while their occupants change: what is there, and what a change gains."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.search.few import Few, parted
from lerendwerk_core.composition.search.masks import Masks, bits_of
from lerendwerk_core.composition.search.propose import wanted
from lerendwerk_core.composition.search.seats import NOBODY
from lerendwerk_core.composition.search.worth import Worth, steepness
from lerendwerk_core.composition.tally import SIZE, TIERS, Flags, Floats, Ints, Tally

AIMED = 0.5
"""The part of the exchanges that bring somebody who carries what a group lacks."""
LOOK_EVERY = 8
"""After so many batches it is looked up anew what groups lack."""
MOST_EMPTY, MOST_WAITING = 2, 4
"""How many empty seats a group has at a time, and how often somebody waits on the bench."""


@attrs.define(eq=False)
class Exchanges:
    """Pairs of seats that may change occupants, a row each: where, and who sits there."""

    seat: Ints
    other: Ints
    group: Ints
    there: Ints
    out: Ints
    into: Ints

    def __len__(self) -> int:
        return len(self.seat)

    def only(self, rows: Any) -> Exchanges:
        """Return the exchanges in *rows*."""
        return Exchanges(*(getattr(self, field.name)[rows] for field in attrs.fields(Exchanges)))


@attrs.frozen(eq=False)
class Hall:
    """What stays the same while occupants change."""

    tally: Tally
    """Without the requirements in ``few``."""
    few: Few | None
    steep: Floats
    masks: Masks
    worth: Worth
    columns: Ints
    """As in ``tally``, with a last column that is always zero."""
    ends: Ints
    """Per profile the columns of its ends, filled up with the last column."""
    profile_of: Ints
    kind: Ints
    """Per person a number that only those share who are alike in everything."""
    wanted: Flags
    begin: Ints
    holders: Ints
    """Who carries a column; those of column c stand from begin[c] to begin[c + 1]."""
    is_ruled: bool
    """Whether there are requirements."""
    is_free: bool
    """Whether everybody may sit everywhere, and once at the most."""

    @classmethod
    def of(cls, tally: Tally) -> Hall:
        """Return the hall of *tally*."""
        steep, ruled = steepness(tally), any(one.requirements for one in tally.profiles)
        tally, few = parted(tally)
        width = max(len(one.columns) for one in tally.profiles)
        zero = np.zeros((tally.people + 1, 1), np.int32)
        ends = np.full((len(tally.profiles), width), tally.columns.shape[1], np.int64)
        for number, profile in enumerate(tally.profiles):
            ends[number, : len(profile.columns)] = profile.columns
        flags = tally.columns[:-1].T > 0
        return cls(
            tally=tally,
            few=few,
            steep=steep,
            masks=Masks.of(tally, steep),
            worth=Worth(tally),
            columns=np.hstack([tally.columns, zero]),
            ends=ends,
            profile_of=np.append(tally.profile_of, 0).astype(np.int64),
            kind=_kinds(tally, few),
            wanted=np.array([wanted(tally, number) for number in range(len(tally.profiles))]),
            begin=np.cumsum([0, *flags.sum(axis=1)]),
            holders=np.nonzero(flags)[1],
            is_ruled=ruled,
            is_free=bool(tally.allowed.all() and (tally.load_high <= 1).all()),
        )

    @property
    def bench(self) -> int:
        """The group of who has no seat."""
        return self.tally.groups

    @property
    def nobody(self) -> int:
        """Who holds an empty seat."""
        return self.tally.people


def _kinds(tally: Tally, few: Few | None) -> Ints:
    """Return per person a number that only those share who are alike in everything that counts."""
    own = np.arange(1, tally.people + 2)
    if tally.seat_values or not tally.allowed.all():
        return own
    loads = [np.append(one, -1)[:, None] for one in (tally.load_low, tally.load_high)]
    if few is not None:  # who has requirements of their own is like nobody
        loads.append(np.where(few.weights.any(axis=1), own, 0)[:, None])
    looks = np.ascontiguousarray(np.hstack([tally.columns, *loads]))
    rows = looks.view(np.dtype((np.void, looks.dtype.itemsize * looks.shape[1]))).ravel()
    return np.unique(rows, return_inverse=True)[1].astype(np.int64)


@attrs.define(eq=False)
class Plan:
    """All seats and who has them; per group what is there, once or more often."""

    hall: Hall
    chance: np.random.Generator
    who: Ints
    """Per seat who has it."""
    where: Ints
    """Per seat its group; the seats of a group lie side by side, those of the bench last."""
    begin: Ints
    counts: Ints
    loads: Ints
    seat_of: Ints
    """Per person a seat: of several, one."""
    few_counts: Ints
    have: Ints
    once: Ints
    value: Floats
    short: Floats
    """Per group its hard shortfall and soft price, both negative."""
    few_short: Floats
    """The same of the requirements that concern a few people."""
    has_spare: bool
    """Whether somebody waits on the bench, or a seat is empty."""
    seated: float = 0.0
    """What the seats themselves are worth, weighed."""
    lacks: Ints = attrs.field(factory=lambda: np.zeros(0, np.int64))

    @classmethod
    def of(cls, hall: Hall, members: Ints, chance: np.random.Generator) -> Plan:
        """Return the plan on which *members* (a table) sit."""
        who, where = _seats(hall.tally, members)
        counts = np.zeros((hall.bench + 1, hall.columns.shape[1]), np.int32)
        np.add.at(counts, where, hall.columns[who])
        plan = cls(
            hall=hall,
            chance=chance,
            who=who,
            where=where,
            begin=np.searchsorted(where, np.arange(hall.bench + 2)),
            counts=counts,
            loads=np.bincount(who[where < hall.bench], minlength=hall.nobody + 1),
            seat_of=np.zeros(hall.nobody + 1, np.int64),
            few_counts=_few_counts(hall, who, where),
            have=np.zeros(hall.bench + 1, np.int64),
            once=np.zeros(hall.bench + 1, np.int64),
            value=np.zeros(hall.bench + 1),
            short=np.zeros((hall.bench + 1, TIERS)),
            few_short=np.zeros((hall.bench + 1, TIERS)),
            has_spare=bool((where == hall.bench).any() or (who == hall.nobody).any()),
        )
        plan.seat_of[who] = np.arange(len(who))
        plan._settle(np.arange(hall.bench))
        if hall.few is not None:
            short = hall.few.short(hall.profile_of[:-1], plan.few_counts[:-1])
            plan.few_short[:-1] = -short
        plan.seated = float(plan._worth_of(who, where).sum())
        return plan

    def falls_short(self, drawn: Exchanges) -> Flags:
        """Return which exchanges are of a group in which a requirement is not met."""
        short: Flags = (self.short != 0).any(axis=1) | (self.few_short != 0).any(axis=1)
        return short[drawn.group] | short[drawn.there]

    def total(self) -> float:
        """Return what everything is worth, weighed."""
        if not self.hall.is_ruled:
            return float(self.value.sum()) + self.seated
        short = self.short.sum(axis=0) + self.few_short.sum(axis=0)
        return float(self.value.sum() + short @ self.hall.steep[:TIERS]) + self.seated

    def members(self, who: Ints) -> Ints:
        """Return the table of members in which *who* has the seats."""
        taken = (who != self.hall.nobody) & (self.where < self.hall.bench)
        groups, people = self.where[taken], who[taken]
        sizes = np.bincount(groups, minlength=self.hall.bench)
        table = np.full((self.hall.bench, max(1, int(sizes.max(initial=0)))), NOBODY, np.int32)
        slots = np.arange(len(groups)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        table[groups, slots] = people
        return table

    # -- drawing ---------------------------------------------------------------------------------

    def drawn(self, count: int, batch: int) -> Exchanges:
        """Return *count* exchanges, a part of them towards what a group lacks."""
        seat = self.chance.integers(0, len(self.who), count)
        other = self.chance.integers(0, len(self.who), count)
        if batch % LOOK_EVERY == 0:
            self.lacks = self._lacking()
        if len(self.lacks):
            aimed = int(count * AIMED)
            seat[:aimed], other[:aimed] = self._aims(aimed)
        return Exchanges(
            seat, other, self.where[seat], self.where[other], self.who[seat], self.who[other]
        )

    def _lacking(self) -> Ints:
        """Return what groups lack that somebody carries, as group times columns plus column."""
        held = np.diff(self.hall.begin) > 0
        counts = self.counts[:-1, :-1]
        lacks = (counts == 0) & (self.hall.wanted & held)[self.hall.profile_of[:-1]]
        return np.flatnonzero(lacks)

    def _aims(self, count: int) -> tuple[Ints, Ints]:
        """Return seats of groups that lack something, and a seat of somebody who carries it."""
        drawn = self.lacks[self.chance.integers(0, len(self.lacks), count)]
        group, column = np.divmod(drawn, self.counts.shape[1] - 1)
        luck = self.chance.random((2, count))
        own = self.begin[group] + luck[0] * (self.begin[group + 1] - self.begin[group])
        first, last = self.hall.begin[column], self.hall.begin[column + 1]
        person = self.hall.holders[(first + luck[1] * (last - first)).astype(np.int64)]
        return own.astype(np.int64), self.seat_of[person]

    # -- weighing --------------------------------------------------------------------------------

    def gain_of(self, drawn: Exchanges) -> Floats:
        """Return what every exchange gains in cover and in worth of seats, weighed."""
        gain = self._side(drawn.group, drawn.out, drawn.into)
        gain += self._side(drawn.there, drawn.into, drawn.out)
        if self.hall.tally.seat_values:
            gain += self._worth_of(drawn.into, drawn.group) - self._worth_of(drawn.out, drawn.group)
            gain += self._worth_of(drawn.out, drawn.there) - self._worth_of(drawn.into, drawn.there)
        return gain

    def _side(self, group: Ints, out: Ints, into: Ints) -> Floats:
        """Return what *group* gains when *out* leaves it and *into* joins."""
        profile = self.hall.profile_of[group]
        gone = self.hall.masks.held[profile, out]
        after = self.have[group] & ~(self.once[group] & gone) | self.hall.masks.held[profile, into]
        gain = self.hall.masks.worth(profile, after) - self.value[group]
        return np.where(group < self.hall.bench, gain, 0.0) if self.has_spare else gain

    def _worth_of(self, who: Ints, group: Ints) -> Floats:
        """Return what it is worth that *who* sits in *group*, weighed."""
        tally, total = self.hall.tally, np.zeros(len(who))
        for value in tally.seat_values:
            worth = value.of(who, np.minimum(group, tally.groups - 1))
            total += self.hall.steep[TIERS + value.tier] * worth
        return np.where(group < tally.groups, total, 0.0)

    def rule_gain_of(self, drawn: Exchanges) -> Floats:
        """Return what every exchange gains in requirements that are met, weighed."""
        gain = self._rule_side(drawn.group, drawn.out, drawn.into)
        gain += self._rule_side(drawn.there, drawn.into, drawn.out)
        return gain @ self.hall.steep[:TIERS]

    def _rule_side(self, group: Ints, out: Ints, into: Ints) -> Floats:
        gain, columns = np.zeros((len(group), TIERS)), self.hall.tally.columns
        rows = np.flatnonzero(group < self.hall.bench)
        group, out, into = group[rows], out[rows], into[rows]
        after = self.counts[group, :-1] + columns[into] - columns[out]
        gain[rows] = self.hall.worth.short(group, after) - self.short[group]
        if self.hall.few is not None:
            touched = np.flatnonzero(self.hall.few.touches(out, into))
            some = group[touched], out[touched], into[touched]
            gain[rows[touched]] += self._few_gain(self.hall.few, *some)
        return gain

    def _few_gain(self, few: Few, group: Ints, out: Ints, into: Ints) -> Floats:
        return few.gain(self.hall.profile_of[group], self.few_counts, group, out, into)

    # -- choosing --------------------------------------------------------------------------------

    def can_be(self, drawn: Exchanges) -> Flags:
        """Return which exchanges change anything, and keep sizes, loads and who may sit where."""
        kind = self.hall.kind
        change: Flags = (drawn.group != drawn.there) & (kind[drawn.out] != kind[drawn.into])
        if self.hall.is_free and not self.has_spare:
            return change
        change &= self._may(drawn.group, drawn.out, drawn.into)
        change &= self._may(drawn.there, drawn.into, drawn.out)
        return change

    def _may(self, group: Ints, out: Ints, into: Ints) -> Flags:
        """Return whether *into* may take the seat of *out* in *group*, or wait on the bench."""
        tally, hall = self.hall.tally, self.hall
        benched = group == hall.bench
        at = np.where(benched, 0, group)
        comes, leaves = into < hall.nobody, out < hall.nobody
        person = np.where(comes, into, 0)
        fine: Flags = benched | ~comes | tally.allowed[person, at]
        fine &= benched | comes | ~leaves | (self.counts[at, SIZE] > tally.size_low[at])
        fine &= ~benched | ~comes | (self.loads[into] > tally.load_low[person])
        fine &= ~comes | benched | ~self._sits(person, at)
        return fine

    def _sits(self, person: Ints, group: Ints) -> Flags:
        """Return whether *person* sits in *group* already, which takes more than one turn to be."""
        if int(self.hall.tally.load_high.max()) <= 1:
            return np.zeros(len(person), np.bool_)
        width = int(np.diff(self.begin[:-1]).max())
        seats = np.minimum(self.begin[group][:, None] + np.arange(width), len(self.who) - 1)
        within = seats < self.begin[group + 1][:, None]
        there: Flags = ((self.who[seats] == person[:, None]) & within).any(axis=1)
        return there

    def apart(self, drawn: Exchanges) -> Flags:
        """Return which exchanges to make at once: the first of every group, seat and person."""
        one, other = self._place(drawn.group, drawn.seat), self._place(drawn.there, drawn.other)
        kept = _first(one, other, self.hall.bench + len(self.who))
        if self.hall.is_free:
            return kept
        nobody = np.int64(self.hall.nobody)
        alone = nobody + 1 + np.arange(len(drawn))  # nobody may be in many exchanges
        out = np.where(drawn.out == nobody, alone, drawn.out)
        into = np.where(drawn.into == nobody, alone, drawn.into)
        return kept & _first(out, into, int(nobody) + 1 + len(drawn))

    def _place(self, group: Ints, seat: Ints) -> Ints:
        """Return what may change once at a time: a group, and on the bench a seat."""
        if not self.has_spare:
            return group
        return np.where(group < self.hall.bench, group, self.hall.bench + seat)

    # -- making ----------------------------------------------------------------------------------

    def make(self, drawn: Exchanges) -> None:
        """Make exchanges that do not touch each other."""
        if self.hall.tally.seat_values:
            before = self._worth_of(drawn.out, drawn.group) + self._worth_of(
                drawn.into, drawn.there
            )
            after = self._worth_of(drawn.into, drawn.group) + self._worth_of(drawn.out, drawn.there)
            self.seated += float((after - before).sum())
        if self.hall.few is not None:
            self._make_few(self.hall.few, drawn.group, drawn.out, drawn.into)
            self._make_few(self.hall.few, drawn.there, drawn.into, drawn.out)
        self.who[drawn.seat], self.who[drawn.other] = drawn.into, drawn.out
        self.seat_of[drawn.into], self.seat_of[drawn.out] = drawn.seat, drawn.other
        change = self.hall.columns[drawn.into] - self.hall.columns[drawn.out]
        self.counts[drawn.group] += change
        self.counts[drawn.there] -= change
        touched = np.concatenate([drawn.group, drawn.there])
        if self.has_spare:
            self._move_loads(drawn)
            touched = touched[touched < self.hall.bench]
        self._settle(touched)

    def _make_few(self, few: Few, group: Ints, out: Ints, into: Ints) -> None:
        rows = (group < self.hall.bench) & few.touches(out, into)
        group, out, into = group[rows], out[rows], into[rows]
        self.few_short[group] += self._few_gain(few, group, out, into)
        few.change(self.few_counts, group, out, into)

    def _move_loads(self, drawn: Exchanges) -> None:
        bench = self.hall.bench
        up, down = drawn.there == bench, drawn.group == bench
        self.loads[drawn.into[up]] += 1
        self.loads[drawn.out[up]] -= 1
        self.loads[drawn.out[down]] += 1
        self.loads[drawn.into[down]] -= 1

    def _settle(self, groups: Ints) -> None:
        """Look anew at what is there in *groups*."""
        profile = self.hall.profile_of[groups]
        there = self.counts[groups[:, None], self.hall.ends[profile]]
        self.have[groups], self.once[groups] = bits_of(there > 0), bits_of(there == 1)
        self.value[groups] = self.hall.masks.worth(profile, self.have[groups])
        if self.hall.is_ruled:
            self.short[groups] = self.hall.worth.short(groups, self.counts[groups, :-1])


def _few_counts(hall: Hall, who: Ints, where: Ints) -> Ints:
    if hall.few is None:
        return np.zeros((hall.bench + 1, 0), np.int32)
    counts = np.zeros((hall.bench + 1, hall.few.weights.shape[1]), np.int32)
    np.add.at(counts, where, hall.few.weights[who])
    return counts


def _first(one: Ints, other: Ints, places: int) -> Flags:
    """Return which rows are the first, of all that have either of two places."""
    order = np.arange(len(one))
    first = np.full(places, len(one))
    np.minimum.at(first, one, order)
    np.minimum.at(first, other, order)
    both: Flags = (first[one] == order) & (first[other] == order)
    return both


def _seats(tally: Tally, members: Ints) -> tuple[Ints, Ints]:
    """Return who has which seat and in which group that is, empty seats and the bench as well."""
    rows, slots = np.nonzero(members != NOBODY)
    sizes = np.bincount(rows, minlength=tally.groups)
    loads = np.bincount(members[rows, slots], minlength=tally.people)
    empty = np.clip(tally.size_high - sizes, 0, MOST_EMPTY)
    waiting = np.clip(tally.load_high - loads, 0, MOST_WAITING)
    leave = int(np.clip(sizes - tally.size_low, 0, MOST_EMPTY).sum())
    where = [rows, np.repeat(np.arange(tally.groups), empty)]
    who = [members[rows, slots], np.full(int(empty.sum()), tally.people)]
    where += [np.full(int(waiting.sum()) + leave, tally.groups)]
    who += [np.repeat(np.arange(tally.people), waiting), np.full(leave, tally.people)]
    seats, groups = np.concatenate(who).astype(np.int64), np.concatenate(where).astype(np.int64)
    order = np.argsort(groups, kind="stable")
    return seats[order], groups[order]
