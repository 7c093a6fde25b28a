"""
The composition problem in bits: what a set of members is worth, counted fast and remembered.

Used while searching only; the checker recounts every outcome from the problem itself.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.composition.bounds import goal_bounds, shortfall_bound
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
    Together,
)
from lerendwerk_core.model.table import Table

MOST_REMEMBERED = 500_000

Value = tuple[int, ...]
Groups = list[frozenset[int]]
Changes = Mapping[int, frozenset[int]]


@attrs.frozen
class Masks:
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
    def of(cls, problem: CompositionProblem) -> Masks:
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

    def whole(self, parts: Value, sizes: Sequence[int], idle: int) -> Value:
        """
        Return the value of a seating, to be compared from the left.

        *parts* is the sum of its groups' values, *idle* how many placements are still missing.
        """
        hard, soft, *goals = parts
        names = ("steps", "handovers", "organisations", "disciplines")
        totals = dict(zip(names, goals, strict=True))
        totals["balance"] = min(sizes) - max(sizes)
        return (hard - idle, soft, *(totals[goal] for goal in self.problem.goals))

    def group_value(self, number: int, members: frozenset[int]) -> Value:
        known = (number, members)
        if known not in self._known:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
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
        if giver in bit and receiver in bit:
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
            # Who is no candidate has no seat to give: then the others must stay out too.
            wanted = frozenset(number.get(code, code) for code in one.codes)
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
