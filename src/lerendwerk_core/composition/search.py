"""
The built-in solver: fill the groups greedily, then improve seat by seat.

Goals are tiers, so a seating is valued by a tuple and compared from the left: hard requirements
first, then soft ones, then the goals. Members are sets of bits while searching; the checker, which
shares nothing with this module, recounts the outcome from the problem itself.
"""

from __future__ import annotations

import itertools
import random
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial

import attrs

from lerendwerk_core.composition.bounds import reaches
from lerendwerk_core.composition.masks import Changes, Groups, Masks, Value
from lerendwerk_core.model.composition import (
    CompositionProblem,
    Seating,
)

RESTARTS = {"quick": 1, "normal": 4, "thorough": 16}


@attrs.frozen
class Search:
    """Seats candidates by greedy construction and seat-by-seat improvement, with restarts."""

    key: str = "search"

    def __call__(
        self, problem: CompositionProblem, *, seed: int, effort: str, stop: Callable[[], bool]
    ) -> Seating:
        """
        Return the best seating found in as many restarts as *effort* allows.

        The same problem, seed and effort give the same seating on every machine. *stop* is asked
        between improvements; when it says so, the best so far is returned.
        """
        climb = _Climb(Masks.of(problem), stop)
        best: _Seats | None = None
        reason = "effort"
        for turn in range(RESTARTS.get(effort, RESTARTS["normal"])):
            seats = climb.once(random.Random(f"{seed}/{turn}"))  # noqa: S311 - no secret
            if best is None or seats.value > best.value:
                best = seats
            if best.value == climb.masks.best_thinkable:
                reason = "proof"
                break
            if stop():
                reason = "cancel"
                break
        members = best.groups if best else []
        return Seating(members=climb.masks.named(members), stopped_by=reason, seed=seed)


@attrs.define
class _Seats:
    """A seating while it is being improved: its groups and what they are worth."""

    masks: Masks
    groups: Groups
    value: Value = ()
    _parts: list[Value] = attrs.field(factory=list)
    _sizes: list[int] = attrs.field(factory=list)
    _taken: Counter[int] = attrs.field(factory=Counter)

    def __attrs_post_init__(self) -> None:
        numbered = enumerate(self.groups)
        self._parts = [self.masks.group_value(number, members) for number, members in numbered]
        self._sizes = [len(members) for members in self.groups]
        self._taken = Counter(itertools.chain(*self.groups))
        self.value = self.after({})

    def taken(self, person: int) -> int:
        """Return in how many groups *person* has a seat."""
        return self._taken[person]

    def after(self, changes: Changes) -> Value:
        """Return the value of the seating with *changes* made."""
        sums = [sum(column) for column in zip(*self._parts, strict=True)]
        sizes = list(self._sizes)
        for number, members in changes.items():
            new = self.masks.group_value(number, members)
            sums = [
                s - was + is_ for s, was, is_ in zip(sums, self._parts[number], new, strict=True)
            ]
            sizes[number] = len(members)
        return self.masks.whole(tuple(sums), sizes, self._idle(changes))

    def _idle(self, changes: Changes) -> int:
        """Return how many placements are missing for everyone to have the least load."""
        least = self.masks.problem.load[0]
        if not least:
            return 0
        moved: Counter[int] = Counter()
        for number, members in changes.items():
            moved.update(members - self.groups[number])
            moved.subtract(self.groups[number] - members)
        people = range(len(self.masks.steps))
        return sum(max(0, least - self._taken[person] - moved[person]) for person in people)

    def make(self, changes: Changes, value: Value) -> None:
        """Make *changes*, which lead to *value*."""
        for number, members in changes.items():
            self._taken.update(members - self.groups[number])
            self._taken.subtract(self.groups[number] - members)
            self.groups[number] = members
            self._parts[number] = self.masks.group_value(number, members)
            self._sizes[number] = len(members)
        self.value = value


@attrs.define
class _Climb:
    """One greedy start and the improvements after it."""

    masks: Masks
    stop: Callable[[], bool]

    def once(self, chance: random.Random) -> _Seats:
        """Return a seating that no single join, leave, replacement or swap improves."""
        seats = _Seats(self.masks, self._filled(chance))
        while self._sweep(seats, chance) and not self.stop():
            pass
        return seats

    def _is_done(self, seats: _Seats) -> bool:
        """Whether to end a sweep: nothing is better, or told to stop with a seating that stands."""
        stands = seats.value[0] == 0
        return seats.value == self.masks.best_thinkable or (stands and self.stop())

    def _sweep(self, seats: _Seats, chance: random.Random) -> bool:
        """Improve every group, then every pair of groups; say whether anything improved."""
        numbers = list(range(len(seats.groups)))
        pairs = list(itertools.combinations(numbers, 2))
        chance.shuffle(numbers)
        chance.shuffle(pairs)
        improved = False
        for number in numbers:
            improved |= self._improve(seats, partial(self._joins_and_leaves, seats, number))
        for number, other in pairs:
            improved |= self._improve(seats, partial(self._swaps, seats, number, other))
        return improved

    def _improve(self, seats: _Seats, moves: Callable[[], Iterator[Changes]]) -> bool:
        """Make the first of *moves* that improves, again and again, until none does."""
        improved = False
        while not self._is_done(seats) and self._first(seats, moves()):
            improved = True
        return improved

    def _first(self, seats: _Seats, moves: Iterator[Changes]) -> bool:
        for changes in moves:
            value = seats.after(changes)
            if value > seats.value:
                seats.make(changes, value)
                return True
        return False

    def _filled(self, chance: random.Random) -> Groups:
        """Return groups of their least size, each seat taken by whoever adds most."""
        specs = self.masks.problem.groups
        groups: Groups = [frozenset() for _ in specs]
        taken: Counter[int] = Counter()
        order = list(range(len(self.masks.steps)))
        chance.shuffle(order)
        for seat in range(max((spec.size[0] for spec in specs), default=0)):
            for number, spec in enumerate(specs):
                free = [p for p in order if self._may_join(p, number, groups[number], taken[p])]
                if seat < spec.size[0] and free:
                    members = groups[number]
                    best = max(free, key=lambda p: self.masks.group_value(number, members | {p}))
                    groups[number] = members | {best}
                    taken[best] += 1
        return groups

    def _may_join(self, person: int, number: int, members: frozenset[int], taken: int) -> bool:
        problem = self.masks.problem
        there = reaches(problem.candidates[person], problem.groups[number])
        return person not in members and taken < problem.load[1] and there

    def _joins_and_leaves(self, seats: _Seats, number: int) -> Iterator[Changes]:
        low, high = self.masks.problem.groups[number].size
        members = seats.groups[number]
        people = range(len(self.masks.steps))
        free = [p for p in people if self._may_join(p, number, members, seats.taken(p))]
        if len(members) < high:
            yield from ({number: members | {person}} for person in free)
        if len(members) > low:
            yield from ({number: members - {person}} for person in sorted(members))
        for out, in_ in itertools.product(sorted(members), free):
            yield {number: members - {out} | {in_}}

    def _swaps(self, seats: _Seats, number: int, other: int) -> Iterator[Changes]:
        """Yield the changes in which two people change places, or one moves to the other group."""
        here, there = seats.groups[number], seats.groups[other]
        to_there = [p for p in sorted(here - there) if self._reaches(p, other)]
        to_here = [p for p in sorted(there - here) if self._reaches(p, number)]
        for a, b in itertools.product(to_there, to_here):
            yield {number: here - {a} | {b}, other: there - {b} | {a}}
        if self._has_room(len(here), number, len(there), other):
            yield from ({number: here - {p}, other: there | {p}} for p in to_there)
        if self._has_room(len(there), other, len(here), number):
            yield from ({other: there - {p}, number: here | {p}} for p in to_here)

    def _reaches(self, person: int, number: int) -> bool:
        return reaches(self.masks.problem.candidates[person], self.masks.problem.groups[number])

    def _has_room(self, source: int, number: int, target: int, other: int) -> bool:
        """Whether a group of *source* may give one member to a group of *target*."""
        groups = self.masks.problem.groups
        return source > groups[number].size[0] and target < groups[other].size[1]
