"""
The built-in solver: fill the groups greedily, then improve seat by seat.

Goals are tiers, so a seating is valued by a tuple and compared from the left: hard requirements
first, then soft ones, then the goals. Members are sets of bits while searching; the checker, which
shares nothing with this module, recounts the outcome from the problem itself.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator

import attrs

from lerendwerk_core.composition.bounds import goal_bounds, reaches, shortfall_bound
from lerendwerk_core.model.composition import (
    DISCIPLINE,
    ORGANISATION,
    STEP,
    Apart,
    AtLeast,
    AtMostShare,
    CompositionProblem,
    Distinct,
    Excluded,
    Fixed,
    GroupSpec,
    Requirement,
    Seating,
    Together,
)
from lerendwerk_core.model.table import Table

RESTARTS = {"quick": 1, "normal": 4, "thorough": 16}

Value = tuple[int, ...]
Groups = list[frozenset[int]]


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
        climb = _Climb(_Masks.of(problem), stop)
        best: tuple[Value, Groups] | None = None
        reason = "effort"
        for turn in range(RESTARTS.get(effort, RESTARTS["normal"])):
            groups = climb.once(random.Random(f"{seed}/{turn}"))  # noqa: S311 - no secret
            value = climb.masks.value(groups)
            if best is None or value > best[0]:
                best = (value, groups)
            if best[0] == climb.masks.best_thinkable:
                reason = "proof"
                break
            if stop():
                reason = "cancel"
                break
        members = best[1] if best else []
        return Seating(members=climb.masks.named(members), stopped_by=reason, seed=seed)


@attrs.frozen
class _Masks:
    """The problem in bits: per candidate its steps, organisation and discipline."""

    problem: CompositionProblem
    steps: tuple[int, ...]
    organisations: tuple[int, ...]
    disciplines: tuple[int, ...]
    group_steps: tuple[int, ...]
    handovers: tuple[tuple[tuple[int, int], ...], ...]
    tests: tuple[tuple[tuple[Requirement, Callable[[frozenset[int]], int]], ...], ...]
    best_thinkable: Value
    _known: dict[tuple[int, frozenset[int]], Value] = attrs.field(factory=dict, eq=False)

    @classmethod
    def of(cls, problem: CompositionProblem) -> _Masks:
        steps = {s: 1 << i for i, s in enumerate(dict.fromkeys(_all_steps(problem)))}
        bounds = goal_bounds(problem)
        return cls(
            problem,
            _bits(problem, STEP, steps),
            _bits(problem, ORGANISATION, _numbered(problem, ORGANISATION)),
            _bits(problem, DISCIPLINE, _numbered(problem, DISCIPLINE)),
            tuple(sum(steps[step] for step in set(group.steps)) for group in problem.groups),
            tuple(tuple(_weighed(group, steps)) for group in problem.groups),
            tuple(
                tuple((one, _test(problem, one)) for one in problem.requirements_of(group.id))
                for group in problem.groups
            ),
            (0, -shortfall_bound(problem), *(bounds[goal] for goal in problem.goals)),
        )

    def value(self, groups: Groups) -> Value:
        """Return the value of a whole seating, to be compared from the left."""
        parts = [self.group_value(number, members) for number, members in enumerate(groups)]
        hard, soft, *goals = (sum(column) for column in zip(*parts, strict=True))
        sizes = [len(members) for members in groups]
        totals = dict(
            zip(("steps", "handovers", "organisations", "disciplines"), goals, strict=True)
        )
        totals["balance"] = min(sizes) - max(sizes)
        idle = self._unplaced(groups)
        return (hard - idle, soft, *(totals[goal] for goal in self.problem.goals))

    def _unplaced(self, groups: Groups) -> int:
        least = self.problem.load[0]
        if not least:
            return 0
        seats = [sum(p in members for members in groups) for p in range(len(self.steps))]
        return sum(max(0, least - count) for count in seats)

    def group_value(self, number: int, members: frozenset[int]) -> Value:
        known = (number, members)
        if known not in self._known:
            self._known[known] = self._count(number, members)
        return self._known[known]

    def _count(self, number: int, members: frozenset[int]) -> Value:
        steps = organisations = disciplines = 0
        for member in members:
            steps |= self.steps[member]
            organisations |= self.organisations[member]
            disciplines |= self.disciplines[member]
        steps &= self.group_steps[number]
        low, high = self.problem.groups[number].size
        hard = max(0, low - len(members)) + max(0, len(members) - high)
        soft = 0
        for requirement, short in self.tests[number]:
            missing = short(members)
            hard, soft = (hard + missing, soft) if requirement.hard else (hard, soft + missing)
        weight = sum(w for ends, w in self.handovers[number] if steps & ends == ends)
        return (
            -hard,
            -soft,
            steps.bit_count(),
            weight,
            organisations.bit_count(),
            disciplines.bit_count(),
        )

    def named(self, groups: Groups) -> Table[str, tuple[str, ...]]:
        """Return the seating in role codes, in the order of the candidates."""
        codes = [candidate.code for candidate in self.problem.candidates]
        pairs = zip(self.problem.groups, groups, strict=True)
        return Table((spec.id, tuple(codes[p] for p in sorted(members))) for spec, members in pairs)


def _all_steps(problem: CompositionProblem) -> Iterator[str]:
    return itertools.chain.from_iterable(group.steps for group in problem.groups)


def _numbered(problem: CompositionProblem, dimension: str) -> dict[str, int]:
    values = (value for one in problem.candidates for value in one.tags.get(dimension, ()))
    return {value: 1 << number for number, value in enumerate(dict.fromkeys(values))}


def _bits(problem: CompositionProblem, dimension: str, bit: dict[str, int]) -> tuple[int, ...]:
    return tuple(
        sum(bit.get(value, 0) for value in set(one.tags.get(dimension, ())))
        for one in problem.candidates
    )


def _weighed(group: GroupSpec, bit: dict[str, int]) -> Iterator[tuple[int, int]]:
    for (giver, receiver), weight in zip(group.handovers, group.weights, strict=True):
        yield bit[giver] | bit[receiver], weight


def _test(problem: CompositionProblem, one: Requirement) -> Callable[[frozenset[int]], int]:
    """Return the function from member numbers to how far they are from meeting *one*."""
    number = {candidate.code: place for place, candidate in enumerate(problem.candidates)}
    match one:
        case AtLeast():
            holders = _holders(problem, one.dimension, one.value)
            return lambda members: max(0, one.minimum - len(members & holders))
        case AtMostShare():
            return _share_test(problem, one)
        case Distinct():
            bits = _bits(problem, one.dimension, _numbered(problem, one.dimension))
            return lambda members: max(0, one.minimum - _joined(bits, members).bit_count())
        case Together():
            wanted = frozenset(number[code] for code in one.codes if code in number)
            return lambda members: len(wanted - members) if members & wanted else 0
        case Apart():
            unwanted = frozenset(number[code] for code in one.codes if code in number)
            return lambda members: max(0, len(members & unwanted) - 1)
        case Fixed():
            return lambda members: int(number.get(one.code, -1) not in members)
        case Excluded():
            return lambda members: int(number.get(one.code, -1) in members)


def _holders(problem: CompositionProblem, dimension: str, value: str) -> frozenset[int]:
    people = enumerate(problem.candidates)
    return frozenset(number for number, one in people if one.has(dimension, value))


def _joined(bits: tuple[int, ...], members: frozenset[int]) -> int:
    joined = 0
    for member in members:
        joined |= bits[member]
    return joined


def _share_test(problem: CompositionProblem, one: AtMostShare) -> Callable[[frozenset[int]], int]:
    values = [one.value] if one.value else list(_numbered(problem, one.dimension))
    parts = [_holders(problem, one.dimension, value) for value in values]

    def short(members: frozenset[int]) -> int:
        most = int(one.share * len(members) + 1e-9)
        return sum(max(0, len(members & part) - most) for part in parts)

    return short


@attrs.define
class _Climb:
    """One greedy start and the improvements after it."""

    masks: _Masks
    stop: Callable[[], bool]

    def once(self, chance: random.Random) -> Groups:
        """Return a seating that no single add, remove, replacement or swap improves."""
        groups = self._filled(chance)
        value = self.masks.value(groups)
        improved = True
        while improved and value != self.masks.best_thinkable and not self.stop():
            improved = False
            for changed in self._neighbours(groups, chance):
                better = self.masks.value(changed)
                if better > value:
                    groups, value, improved = changed, better, True
                    break
        return groups

    def _filled(self, chance: random.Random) -> Groups:
        """Return groups of their least size, each seat taken by whoever adds most."""
        specs = self.masks.problem.groups
        groups: Groups = [frozenset() for _ in specs]
        order = list(range(len(self.masks.steps)))
        chance.shuffle(order)
        for seat in range(max((spec.size[0] for spec in specs), default=0)):
            for number, spec in enumerate(specs):
                free = [p for p in order if self._may_join(p, number, groups)]
                if seat < spec.size[0] and free:
                    members = groups[number]
                    best = max(free, key=lambda p: self.masks.group_value(number, members | {p}))
                    groups[number] = members | {best}
        return groups

    def _may_join(self, person: int, number: int, groups: Groups) -> bool:
        problem = self.masks.problem
        seats = sum(person in members for members in groups)
        return (
            person not in groups[number]
            and seats < problem.load[1]
            and reaches(problem.candidates[person], problem.groups[number])
        )

    def _neighbours(self, groups: Groups, chance: random.Random) -> Iterator[Groups]:
        numbers = list(range(len(groups)))
        people = list(range(len(self.masks.steps)))
        chance.shuffle(numbers)
        chance.shuffle(people)
        for number in numbers:
            yield from self._joins_and_leaves(groups, number, people)
        for number, other in itertools.combinations(numbers, 2):
            yield from self._swaps(groups, number, other)

    def _joins_and_leaves(self, groups: Groups, number: int, people: list[int]) -> Iterator[Groups]:
        low, high = self.masks.problem.groups[number].size
        members = groups[number]
        free = [person for person in people if self._may_join(person, number, groups)]
        seated = [person for person in people if person in members]
        if len(members) < high:
            yield from (_with(groups, number, members | {person}) for person in free)
        if len(members) > low:
            yield from (_with(groups, number, members - {person}) for person in seated)
        for out, in_ in itertools.product(seated, free):
            yield _with(groups, number, members - {out} | {in_})

    def _swaps(self, groups: Groups, number: int, other: int) -> Iterator[Groups]:
        """Yield the seatings in which two people change places, or one moves to the other group."""
        problem = self.masks.problem
        here, there = groups[number], groups[other]
        for a, b in itertools.product(sorted(here - there), sorted(there - here)):
            if reaches(problem.candidates[a], problem.groups[other]) and reaches(
                problem.candidates[b], problem.groups[number]
            ):
                swapped = _with(groups, number, here - {a} | {b})
                yield _with(swapped, other, there - {b} | {a})
        for source, target in ((number, other), (other, number)):
            low, high = problem.groups[source].size[0], problem.groups[target].size[1]
            if len(groups[source]) > low and len(groups[target]) < high:
                for person in sorted(groups[source] - groups[target]):
                    if reaches(problem.candidates[person], problem.groups[target]):
                        moved = _with(groups, source, groups[source] - {person})
                        yield _with(moved, target, groups[target] | {person})


def _with(groups: Groups, number: int, members: frozenset[int]) -> Groups:
    return [*groups[:number], members, *groups[number + 1 :]]
