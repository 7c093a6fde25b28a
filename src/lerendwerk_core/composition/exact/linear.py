"""
The composition problem as a linear model over counts of people, for an exact solver.

People who are alike in everything that counts are one *kind*, with a whole number per group instead
of a yes or no per person; cover is counted, never pair by pair. Rows carry a name, so that what a
solver says of them can be said of the problem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import numpy as np

from lerendwerk_core.composition.tally import Floats, Ints, Profile, Tally
from lerendwerk_core.model.composition import AllOrNone, Count, End, Kinds
from lerendwerk_core.model.contracts import Requirement

INFINITE = float("inf")
Name = tuple[str, ...]
Key = tuple[str, str]
"""What is demanded, and of which group (empty: of none)."""

SIZE_OF, LOAD_OF, FLOOR_OF = "size:", "load:", "floor:"
"""How the demands are called that are no requirements: of a group, a person, a goal."""


@attrs.define(eq=False)
class Linear:
    """Variables and named rows; what is wanted most is set per tier."""

    tally: Tally
    kinds: Ints  # per person its kind
    size: Ints  # per kind how many people
    seat: Ints  # (kinds, groups): the variable, -1 where nobody may sit
    low: list[float] = attrs.field(factory=list)
    high: list[float] = attrs.field(factory=list)
    whole: list[bool] = attrs.field(factory=list)
    rows: list[tuple[Name, float, float]] = attrs.field(factory=list)
    starts: list[int] = attrs.field(factory=list)
    indices: list[int] = attrs.field(factory=list)
    values: list[float] = attrs.field(factory=list)
    wants: list[dict[int, float]] = attrs.field(factory=list)  # per tier: variable -> worth
    wishes: dict[int, float] = attrs.field(factory=dict)  # price per soft shortfall variable
    given: dict[Key, list[int]] = attrs.field(factory=dict)  # what can be given up: its shortfalls

    def variable(self, low: float, high: float, *, whole: bool = False) -> int:
        """Return a new variable."""
        self.low.append(low)
        self.high.append(high)
        self.whole.append(whole)
        return len(self.low) - 1

    def row(self, name: Name, parts: Iterable[tuple[int, float]], low: float, high: float) -> None:
        """Add the row *name*: *low* <= sum of *parts* <= *high*."""
        self.starts.append(len(self.indices))
        for index, value in parts:
            self.indices.append(index)
            self.values.append(value)
        self.rows.append((name, low, high))

    def want(self, tier: int, variable: int, worth: float) -> None:
        """Say that *variable* is worth *worth* in *tier*."""
        self.wants[tier][variable] = self.wants[tier].get(variable, 0.0) + worth


def kinds_of(tally: Tally, *, merge: bool) -> tuple[Ints, Ints]:
    """Return the kind of every person, and how many people each kind has."""
    if not merge:
        return np.arange(tally.people, dtype=np.int32), np.ones(tally.people, np.int32)
    doors = tally.allowed[:, np.unique(tally.doors, return_index=True)[1]]
    parts = [tally.columns[:-1], doors, tally.load_low[:, None], tally.load_high[:, None]]
    looks = [np.ascontiguousarray(part.astype(np.float64)) for part in parts]
    values = (*tally.seat_values, *(value for value, _ in tally.floors))
    looks += [value.worth[:-1] for value in values]
    _, first, kinds, size = np.unique(
        np.hstack(looks), axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    # Kinds in the order in which they are first met, so that nothing depends on how numpy sorts.
    rank = np.argsort(np.argsort(first))
    order = np.argsort(first)
    return rank[kinds.ravel()].astype(np.int32), size[order].astype(np.int32)


def size_of(tally: Tally) -> int:
    """Return about how many variables the linear model of *tally* has."""
    kinds, size = kinds_of(tally, merge=not tally.loaded)
    some = np.unique(kinds, return_index=True)[1]
    ends = sum(
        len(tally.profiles[p].columns) + len(tally.profiles[p].pairs) for p in tally.profile_of
    )
    return int(_useful(tally)[some[: len(size)]].sum() + ends)


@attrs.frozen
class Demands:
    """
    Which demands hold while looking for a conflict, and which may be given up at a price.

    Without ``kept`` every demand that is not in ``given`` holds.
    """

    kept: frozenset[Key] | None = None
    given: frozenset[Key] = frozenset()

    def holds(self, key: Key) -> bool:
        """Whether the demand is there at all."""
        return self.kept is None or key in self.kept or key in self.given


ALL = Demands()


def linear(tally: Tally, *, soft: bool = True, demands: Demands = ALL) -> Linear:
    """Return *tally* as a linear model; without *soft*, soft requirements are left out."""
    merge = not tally.loaded and demands is ALL
    kinds, size = kinds_of(tally, merge=merge)
    some = np.array([np.flatnonzero(kinds == kind)[0] for kind in range(len(size))], np.intp)
    model = Linear(tally=tally, kinds=kinds, size=size, seat=np.full((len(size), tally.groups), -1))
    model.wants = [{} for _ in range(tally.tiers)]
    useful = (_useful(tally) if demands is ALL else tally.allowed)[some]
    for group in range(tally.groups):
        for kind in np.flatnonzero(useful[:, group]):
            model.seat[kind, group] = model.variable(0, int(size[kind]), whole=True)
    writer = _Writer(model, some, soft, demands)
    for group in range(tally.groups):
        writer.group(group)
    writer.loads()
    writer.shares()
    return model


def _useful(tally: Tally) -> Any:
    """Return the seats that can matter; where nobody has to sit, who brings nothing need not."""
    useful = tally.allowed.copy()
    for number, profile in enumerate(tally.profiles):
        groups = np.flatnonzero((tally.profile_of == number) & (tally.size_low == 0))
        watched = {int(c) for c in profile.columns} | {int(c) for c in profile.rules.columns}
        watched |= {int(c) for columns, *_ in profile.rules.kinds for c in columns}
        watched |= {int(column) for column, *_ in profile.rules.whole}
        brings = (tally.columns[:-1, sorted(watched)] != 0).any(axis=1)
        idle = ~brings & (tally.load_low == 0)
        if len(groups) and not tally.seat_values and not tally.spread and not tally.floors:
            useful[np.ix_(idle, groups)] = False
    return useful


def said(end: End) -> str:
    """Return the name of an end in rows."""
    return f"{end.dimension}={end.value}>={end.at_least}"


@attrs.frozen(eq=False)
class _Asked:
    """A requirement of one group, and the name of its row."""

    requirement: Requirement
    group: int
    name: Name


@attrs.define(eq=False)
class _Writer:
    """Writes variables and rows, group by group."""

    model: Linear
    some: Ints  # one person per kind
    soft: bool
    demands: Demands

    @property
    def tally(self) -> Tally:
        return self.model.tally

    def group(self, group: int) -> None:
        tally, model = self.tally, self.model
        profile = tally.profiles[tally.profile_of[group]]
        name = tally.problem.groups[group].id
        low, high = int(tally.size_low[group]), int(tally.size_high[group])
        self._bounded(("size", name), (SIZE_OF + name, name), list(self._sum(group, 0)), low, high)
        ends = [self._end(group, profile, number) for number in range(len(profile.columns))]
        self._joint(group, profile, ends)
        for requirement in profile.requirements:
            if requirement.hard or self.soft:
                self._requirement(group, requirement)
        for value in tally.seat_values:
            for kind in np.flatnonzero(model.seat[:, group] >= 0):
                worth = value.of(self.some[kind : kind + 1], np.array([group]))[0]
                if worth:
                    model.want(value.tier, int(model.seat[kind, group]), float(worth))

    def _sum(self, group: int, column: int, factor: float = 1.0) -> Iterator[tuple[int, float]]:
        """Yield the parts of the count of *group* in *column*."""
        weights = self.tally.columns[self.some, column]
        seats = self.model.seat[:, group]
        for kind in np.flatnonzero((weights != 0) & (seats >= 0)):
            yield int(seats[kind]), factor * float(weights[kind])

    def _end(self, group: int, profile: Profile, number: int) -> int:
        """Return the variable that says whether an end is there, with the rows that make it so."""
        model, least = self.model, int(profile.least[number])
        worth = profile.single[number]
        # Where one member is enough, the count itself makes it whole.
        there = model.variable(0, 1, whole=least > 1)
        column = int(profile.columns[number])
        spec = self.tally.problem.groups[group].id
        counts = list(self._sum(group, column))
        name = ("end", spec, said(profile.ends[number]))
        model.row(name, [*counts, (there, -least)], 0, INFINITE)
        for tier in np.flatnonzero(worth):
            model.want(int(tier), there, float(worth[tier]))
        return there

    def _joint(self, group: int, profile: Profile, ends: list[int]) -> None:
        spec = self.tally.problem.groups[group].id
        for number, places in enumerate(profile.pairs):
            worth = profile.joint[number]
            both = self.model.variable(0, 1)
            each = [int(place) for place in places if place < len(ends)]
            real = [ends[place] for place in each]
            names = [said(profile.ends[place]) for place in each]
            for end, name in zip(real, names, strict=True):
                row = ("joint", spec, "|".join(sorted(names)), name)
                self.model.row(row, [(end, 1), (both, -1)], 0, INFINITE)
            for tier in np.flatnonzero(worth):
                self.model.want(int(tier), both, float(worth[tier]))

    # -- requirements ----------------------------------------------------------------------------

    def _requirement(self, group: int, requirement: Requirement) -> None:
        spec = self.tally.problem.groups[group].id
        if requirement.hard and not self.demands.holds((requirement.name, spec)):
            return
        for number, (rule, at) in enumerate(self.tally.rules_of(requirement)):
            asked = _Asked(requirement, group, (requirement.name, spec, str(number)))
            match rule:
                case Count():
                    self._count(asked, rule, at)
                case Kinds():
                    self._kinds(asked, rule, at)
                case AllOrNone():
                    self._whole(asked, rule, at)

    def _short(self, asked: _Asked) -> list[int]:
        """Return the variable of the seats short, where a requirement may fall short."""
        key = (asked.requirement.name, asked.name[1])
        if asked.requirement.hard and key not in self.demands.given:
            return []
        short = self.model.variable(0, INFINITE, whole=True)
        self.model.wishes[short] = float(asked.requirement.cost)
        self.model.given.setdefault(key, []).append(short)
        return [short]

    def _bounded(
        self, name: Name, key: Key, parts: list[tuple[int, float]], low: float, high: float
    ) -> None:
        """Add a row of a size, load or floor, which may be given up where the demands say so."""
        if not self.demands.holds(key):
            return
        if key in self.demands.given:
            under, over = (self.model.variable(0, INFINITE, whole=True) for _ in range(2))
            self.model.wishes |= {under: 1.0, over: 1.0}
            self.model.given.setdefault(key, []).extend((under, over))
            parts = [*parts, (under, 1.0), (over, -1.0)]
        self.model.row(name, parts, low, high)

    def _count(self, asked: _Asked, rule: Count, column: int) -> None:
        parts = list(self._sum(asked.group, column))
        short = self._short(asked)
        if rule.low is not None:
            more = [*parts, *((one, float(rule.unit)) for one in short)]
            self.model.row(("low", *asked.name), more, rule.low, INFINITE)
        if rule.high is not None:
            less = [*parts, *((one, -float(rule.unit)) for one in short)]
            self.model.row(("high", *asked.name), less, -INFINITE, rule.high)

    def _kinds(self, asked: _Asked, rule: Kinds, columns: list[int]) -> None:
        there = []
        for number, column in enumerate(columns):
            one = self.model.variable(0, 1)
            name = ("part", *asked.name, str(number))
            self.model.row(name, [*self._sum(asked.group, column), (one, -1)], 0, INFINITE)
            there.append(one)
        parts = [(one, 1.0) for one in (*there, *self._short(asked))]
        self.model.row(("kinds", *asked.name), parts, rule.low, INFINITE)

    def _whole(self, asked: _Asked, rule: AllOrNone, column: int) -> None:
        parts = list(self._sum(asked.group, column))
        size = len(rule.people) + rule.strangers
        some = self.model.variable(0, 1, whole=True)
        self.model.row(("whole-high", *asked.name), [*parts, (some, -size)], -INFINITE, 0)
        short = [(one, 1.0) for one in self._short(asked)]
        self.model.row(("whole-low", *asked.name), [*parts, *short, (some, -size)], 0, INFINITE)

    # -- over all groups -------------------------------------------------------------------------

    def loads(self) -> None:
        tally, model = self.tally, self.model
        tops = {tier: model.variable(0, tally.groups, whole=True) for tier, _ in tally.top_load}
        for tier, weight in tally.top_load:
            model.want(tier, tops[tier], weight)
        for kind, size in enumerate(model.size):
            person = self.some[kind]
            seats = [(int(one), 1.0) for one in model.seat[kind] if one >= 0]
            low, high = int(tally.load_low[person]), int(tally.load_high[person])
            code = tally.problem.candidates[person].code
            if low or high < len(seats):
                low_all, high_all = low * int(size), high * int(size)
                self._bounded(("load", code), (LOAD_OF + code, ""), seats, low_all, high_all)
            for top in tops.values():
                model.row(("top", code), [*seats, (top, -float(size))], -INFINITE, 0)
            for tier, weight, least in tally.loaded:
                heavy = model.variable(0, 1, whole=True)
                most = max(1, min(high, len(seats)) - least + 1)
                model.row(("heavy", str(kind)), [*seats, (heavy, -most)], -INFINITE, least - 1)
                model.want(tier, heavy, weight)

    def shares(self) -> None:
        tally, model = self.tally, self.model
        for floor, (value, least) in zip(tally.problem.floors, tally.floors, strict=True):
            parts = [
                (int(model.seat[kind, group]), float(worth))
                for kind, group in np.argwhere(model.seat >= 0)
                if (worth := value.of(self.some[kind : kind + 1], np.array([group]))[0])
            ]
            key = (FLOOR_OF + floor.goal.key, "")
            self._bounded(("floor",), key, parts, least, INFINITE)
        for tier, weight in tally.spread:
            largest = model.variable(0, tally.people)
            smallest = model.variable(0, tally.people)
            model.want(tier, largest, weight)
            model.want(tier, smallest, -weight)
            for group, spec in enumerate(tally.problem.groups):
                seats = list(self._sum(group, 0))
                model.row(("spread-high", spec.id), [*seats, (largest, -1)], -INFINITE, 0)
                model.row(("spread-low", spec.id), [*seats, (smallest, -1)], 0, INFINITE)


def seated(model: Linear, solution: Floats) -> list[list[int]]:
    """Return the members of each group in *solution*, kinds dealt out to their people in turn."""
    turn = [0] * len(model.size)
    people = [np.flatnonzero(model.kinds == kind) for kind in range(len(model.size))]
    groups: list[list[int]] = []
    for group in range(model.tally.groups):
        members: list[int] = []
        for kind in np.flatnonzero(model.seat[:, group] >= 0):
            for _ in range(round(solution[model.seat[kind, group]])):
                members.append(int(people[kind][turn[kind] % len(people[kind])]))
                turn[kind] += 1
        groups.append(sorted(members))
    return groups


def spelled(model: Linear, members: Iterable[Iterable[int]]) -> tuple[Ints, Floats]:
    """Return the seat variables and their values in a seating of *members*."""
    counts = np.zeros(model.seat.shape)
    for group, people in enumerate(members):
        for person in people:
            counts[model.kinds[person], group] += 1
    used = model.seat >= 0
    return model.seat[used].astype(np.int32), counts[used]
