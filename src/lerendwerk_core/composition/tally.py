"""
The composition problem in arrays: what there is to count per group, and what each count is worth.

Candidates and groups stand by their position. Every tag, rule and set that matters is a *column*:
a whole number per candidate; a group's count in it is the sum over its members. Groups that look at
the same columns in the same way share a *profile*, so that a thousand alike cost what one does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import numpy as np

from lerendwerk_core.model.composition import (
    AllOrNone,
    CompositionProblem,
    Count,
    Covered,
    Distances,
    Element,
    End,
    GroupSpec,
    Kinds,
    Loaded,
    SeatWorth,
    Sense,
    SizeSpread,
    TopLoad,
    Weighted,
)
from lerendwerk_core.model.contracts import CompositionGoal, Requirement

Ints = np.ndarray[Any, np.dtype[np.signedinteger[Any]]]
Floats = np.ndarray[Any, np.dtype[np.float64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]

SIZE = 0
"""The column that counts members."""

HARD, SOFT, TIERS = 0, 1, 2
"""Where a value holds the seats by which hard requirements fall short, the soft price, the tiers."""


@attrs.frozen(eq=False)
class Rules:
    """The requirements of a profile: counts with bounds, kinds, and all-or-none sets."""

    columns: Ints
    low: Ints
    high: Ints
    unit: Ints
    price: Floats  # per rule: (hard, soft)
    kinds: tuple[tuple[Ints, int, tuple[float, float]], ...]
    whole: tuple[tuple[int, int, tuple[float, float]], ...]


@attrs.frozen(eq=False)
class Profile:
    """
    How a group is valued.

    ``columns`` and ``least`` are its ends: a count that is high enough. ``single`` holds what each
    end is worth by itself, per tier; ``pairs`` the ends of elements that need more than one
    (padded with an end that always is there), ``joint`` what those are worth.
    """

    ends: tuple[End, ...]
    columns: Ints
    least: Ints
    single: Floats
    pairs: Ints
    joint: Floats
    rules: Rules
    elements: tuple[tuple[Element, int, float], ...]
    requirements: tuple[Requirement, ...]


@attrs.frozen(eq=False)
class SeatValue:
    """What a seat is worth in a tier: per candidate, and per group where groups differ."""

    tier: int
    worth: Floats

    def of(self, people: Ints, groups: Ints) -> Floats:
        """Return the worth of seats of *people* in *groups*; nobody (past the last) is worth 0."""
        columns = groups if self.worth.shape[1] > 1 else np.zeros_like(groups)
        return self.worth[people, columns]


@attrs.frozen(eq=False)
class Tally:
    """The problem in arrays; see the module."""

    problem: CompositionProblem
    columns: Ints  # (people + 1, columns); the last row is nobody
    allowed: Flags  # (people, groups)
    doors: Ints
    """Per group a number: those with the same number are open to the same people."""
    load_low: Ints
    load_high: Ints
    size_low: Ints
    size_high: Ints
    profiles: tuple[Profile, ...]
    profile_of: Ints
    tiers: int
    column_of: Mapping[Any, int]
    ruled: Mapping[int, list[tuple[Any, Any]]]
    seat_values: tuple[SeatValue, ...] = ()
    floors: tuple[tuple[SeatValue, float], ...] = ()
    distances: tuple[tuple[int, Floats], ...] = ()  # (people + 1, people + 1)
    spread: tuple[tuple[int, float], ...] = ()
    top_load: tuple[tuple[int, float], ...] = ()
    loaded: tuple[tuple[int, float, int], ...] = ()  # tier, weight, least groups
    _by_goal: Tally | None = None

    @property
    def by_goal(self) -> Tally:
        """The same with every goal in a tier of its own."""
        return self._by_goal or self

    @property
    def people(self) -> int:
        """How many candidates there are."""
        return len(self.allowed)

    def rules_of(self, requirement: Requirement) -> list[tuple[Any, Any]]:
        """Return the rules of *requirement*, each with the column or columns it looks at."""
        return self.ruled[id(requirement)]

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self.profile_of)


def tier_parts(tier: CompositionGoal | Weighted) -> tuple[tuple[CompositionGoal, float], ...]:
    """Return the goals of *tier*, each with its weight."""
    return tier.parts if isinstance(tier, Weighted) else ((tier, 1.0),)


def signed(goal: CompositionGoal, weight: float) -> float:
    """Return *weight*, negative where less of *goal* is better."""
    return weight if goal.sense is Sense.MOST else -weight


def tallied(problem: CompositionProblem) -> Tally:
    """Return *problem* in arrays."""
    writer = _Writer(problem)
    tally = writer.tally(problem)
    if not any(isinstance(tier, Weighted) for tier in problem.goals):
        return tally
    goals = tuple(goal for tier in problem.goals for goal, _ in tier_parts(tier))
    return attrs.evolve(tally, by_goal=writer.tally(attrs.evolve(problem, goals=goals)))


@attrs.define
class _Writer:
    """Numbers the columns while it reads the problem."""

    problem: CompositionProblem
    columns: list[Any] = attrs.field(factory=list)
    known: dict[Any, int] = attrs.field(factory=dict)
    holders: dict[tuple[str, str], list[int]] = attrs.field(factory=dict)
    ruled: dict[int, list[tuple[Any, int]]] = attrs.field(factory=dict)
    allowed: Flags = attrs.field(init=False)
    doors: Ints = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        people = self.problem.candidates
        for place, one in enumerate(people):
            for dimension, values in one.tags.items():
                for value in dict.fromkeys(values):
                    self.holders.setdefault((dimension, value), []).append(place)
        self._column("size", np.ones(len(people), np.int32))
        self.allowed, self.doors = _allowed(self.problem)

    def tally(self, problem: CompositionProblem) -> Tally:
        """Return *problem*, the writer's own or the same with other goals, in arrays."""
        parts = _Parts.of(problem)
        profiles, profile_of = self._profiles(parts, len(problem.goals))
        loads = np.array([problem.load_of(one) for one in problem.candidates], np.int32).reshape(
            -1, 2
        )
        sizes = np.array([group.size for group in problem.groups], np.int32).reshape(-1, 2)
        nobody = np.zeros(len(self.columns), np.int32)
        return Tally(
            problem=problem,
            columns=np.vstack([np.array(self.columns, np.int32).T, nobody]),
            allowed=self.allowed,
            doors=self.doors,
            load_low=loads[:, 0],
            load_high=loads[:, 1],
            size_low=sizes[:, 0],
            size_high=np.minimum(sizes[:, 1], len(problem.candidates)),
            profiles=tuple(profiles),
            profile_of=np.array(profile_of, np.int32),
            tiers=len(problem.goals),
            column_of=self.known,
            ruled=self.ruled,
            seat_values=tuple(parts.seat_values(problem)),
            floors=tuple(_floors(problem)),
            distances=tuple(parts.distances),
            spread=tuple(parts.spread),
            top_load=tuple(parts.top_load),
            loaded=tuple(parts.loaded),
        )

    def _column(self, key: Any, weights: Any) -> int:
        if key not in self.known:
            self.known[key] = len(self.columns)
            self.columns.append(weights)
        return self.known[key]

    def _tag(self, end: End) -> int:
        key = (end.dimension, end.value)
        if key not in self.known:
            self._column(key, self._marked(self.holders.get(key, [])))
        return self.known[key]

    def _marked(self, places: Any) -> Any:
        column = np.zeros(len(self.problem.candidates), np.int32)
        column[np.array(places, np.intp)] = 1
        return column

    def _profiles(self, parts: _Parts, tiers: int) -> tuple[list[Profile], list[int]]:
        """Return the different profiles, and which one each group has."""
        numbers: dict[Any, int] = {}
        profiles: list[Profile] = []
        profile_of = []
        for group in self.problem.groups:
            asked = self.problem.requirements_of(group.id)
            elements = parts.elements.get(group.id, [])
            key = (tuple(map(id, asked)), tuple((id(e), tier, w) for e, tier, w in elements))
            if key not in numbers:
                numbers[key] = len(profiles)
                profiles.append(self._profile(elements, asked, tiers))
            profile_of.append(numbers[key])
        return profiles, profile_of

    def _profile(
        self, covered: list[tuple[Any, int, float]], asked: tuple[Requirement, ...], tiers: int
    ) -> Profile:
        elements = [(e, tier, w * e.weight) for many, tier, w in covered for e in many if e.weight]
        ends = {
            end: n for n, end in enumerate(dict.fromkeys(x for e, *_ in elements for x in e.ends))
        }
        single = np.zeros((len(ends), tiers))
        joined: dict[tuple[int, ...], Any] = {}
        for element, tier, weight in elements:
            places = tuple(sorted(ends[end] for end in dict.fromkeys(element.ends)))
            if len(places) == 1:
                single[places[0], tier] += weight
            else:
                joined.setdefault(places, np.zeros(tiers))[tier] += weight
        width = max(map(len, joined), default=2)
        padded = [(*places, *[len(ends)] * (width - len(places))) for places in joined]
        return Profile(
            ends=tuple(ends),
            columns=np.array([self._tag(end) for end in ends], np.int32),
            least=np.array([end.at_least for end in ends], np.int32),
            single=single,
            pairs=np.array(padded, np.int32).reshape(len(padded), width),
            joint=np.array(list(joined.values())).reshape(len(padded), tiers),
            rules=self._rules(asked),
            elements=tuple(elements),
            requirements=asked,
        )

    def _rules(self, asked: tuple[Requirement, ...]) -> Rules:
        counts, kinds, whole = [], [], []
        for requirement in asked:
            price = (1.0, 0.0) if requirement.hard else (0.0, float(requirement.cost))
            for rule, column in self._ruled(requirement):
                match rule:
                    case Count():
                        counts.append((column, rule, price))
                    case Kinds():
                        kinds.append((np.array(column, np.int32), rule.low, price))
                    case AllOrNone():
                        whole.append((column, len(rule.people) + rule.strangers, price))
        far = np.iinfo(np.int32).max // 2
        return Rules(
            columns=np.array([column for column, *_ in counts], np.int32),
            low=np.array([-far if r.low is None else r.low for _, r, _ in counts], np.int32),
            high=np.array([far if r.high is None else r.high for _, r, _ in counts], np.int32),
            unit=np.array([rule.unit for _, rule, _ in counts], np.int32),
            price=np.array([price for *_, price in counts]).reshape(len(counts), 2),
            kinds=tuple(kinds),
            whole=tuple(whole),
        )

    def _ruled(self, requirement: Requirement) -> list[tuple[Any, Any]]:
        """Return the rules of *requirement*, each with the column or columns it looks at."""
        if id(requirement) not in self.ruled:
            rules = requirement.rules(self.problem.candidates)
            self.ruled[id(requirement)] = [(rule, self._looks_at(rule)) for rule in rules]
        return self.ruled[id(requirement)]

    def _looks_at(self, rule: Any) -> Any:
        if isinstance(rule, Count):
            return self._column(("weights", rule.weights), np.array(rule.weights, np.int32))
        if isinstance(rule, AllOrNone):
            return self._column(("set", rule.people), self._marked(rule.people))
        return [self._column(("set", part), self._marked(part)) for part in rule.parts]


@attrs.define
class _Parts:
    """The terms of all goals, sorted by kind, each with its tier and signed weight."""

    elements: dict[str, list[tuple[Any, int, float]]] = attrs.field(factory=dict)
    worths: dict[int, dict[str, Any]] = attrs.field(factory=dict)
    distances: list[tuple[int, Floats]] = attrs.field(factory=list)
    spread: list[tuple[int, float]] = attrs.field(factory=list)
    top_load: list[tuple[int, float]] = attrs.field(factory=list)
    loaded: list[tuple[int, float, int]] = attrs.field(factory=list)

    @classmethod
    def of(cls, problem: CompositionProblem) -> _Parts:
        parts = cls()
        for tier, goal, weight in _weighed(problem):
            for term in goal.terms(problem):
                parts.take(term, tier, weight)
        return parts

    def take(self, term: Any, tier: int, weight: float) -> None:
        match term:
            case Covered():
                self.elements.setdefault(term.group, []).append((term.elements, tier, weight))
            case SeatWorth():
                worth = weight * np.array(term.worth, np.float64)
                kept = self.worths.setdefault(tier, {})
                kept[term.group] = kept.get(term.group, 0.0) + worth
            case Distances():
                self.distances.append((tier, weight * _with_nobody(term.matrix)))
            case SizeSpread():
                self.spread.append((tier, weight))
            case TopLoad():
                self.top_load.append((tier, weight))
            case Loaded():
                self.loaded.append((tier, weight, term.least))

    def seat_values(self, problem: CompositionProblem) -> Iterator[SeatValue]:
        nothing = np.zeros(len(problem.candidates))
        for tier, worths in self.worths.items():
            rows = [worths.get(group.id, nothing) for group in problem.groups]
            alike = all(np.array_equal(row, rows[0]) for row in rows)
            matrix = np.array(rows[:1] if alike else rows).T
            yield SeatValue(tier, np.vstack([matrix, np.zeros(matrix.shape[1])]))


def _floors(problem: CompositionProblem) -> Iterator[tuple[SeatValue, float]]:
    for floor in problem.floors:
        parts = _Parts()
        for term in floor.goal.terms(problem):
            parts.take(term, 0, signed(floor.goal, 1.0))
        for value in parts.seat_values(problem):
            yield value, signed(floor.goal, 1.0) * floor.least


def _with_nobody(matrix: Any) -> Floats:
    """Return *matrix* with a row and a column of zeros for nobody."""
    return np.pad(np.array(matrix, np.float64), ((0, 1), (0, 1)))


def _weighed(problem: CompositionProblem) -> Iterator[tuple[int, CompositionGoal, float]]:
    for tier, one in enumerate(problem.goals):
        for goal, weight in tier_parts(one):
            yield tier, goal, signed(goal, weight)


def _allowed(problem: CompositionProblem) -> tuple[Flags, Ints]:
    """Return who may sit where, and which groups have the same conditions."""
    known: dict[Any, int] = {}
    doors = np.array([known.setdefault(conditions(g), len(known)) for g in problem.groups], int)
    first = [problem.groups[int(np.argmax(doors == door))] for door in range(len(known))]
    columns = [[group.admits(one) for one in problem.candidates] for group in first]
    open_to = np.array(columns, np.bool_).T.reshape(len(problem.candidates), len(known))
    return np.ascontiguousarray(open_to[:, doors]), doors


def conditions(group: GroupSpec) -> tuple[Any, ...]:
    """Return what decides who may sit in *group*."""
    return (group.area, group.moment, group.performers_only and group.steps)
