"""
What groups are composed for: goals, each reported apart, and never blended unasked.

A goal says twice what it is: plainly, for the checker (``measure``), and as terms, for those who
search and prove. Any class with these attributes and methods is a goal; a plugin may bring its own.
"""

from __future__ import annotations

import enum
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from lerendwerk_core.model.composition.seats import (
    DISCIPLINE,
    ORGANISATION,
    STEP,
    Candidate,
    GroupSpec,
)
from lerendwerk_core.model.composition.terms import (
    Covered,
    Distances,
    Element,
    End,
    Loaded,
    SeatWorth,
    SizeSpread,
    Term,
    TopLoad,
)
from lerendwerk_core.model.contracts import CompositionGoal
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.wording import reason

if TYPE_CHECKING:
    from lerendwerk_core.model.composition.problem import CompositionProblem

Members = Mapping[str, Sequence[Candidate]]
WEIGHTED = "weighted"


class Sense(enum.Enum):
    """Whether more of a goal is better, or less."""

    MOST = "most"
    LEAST = "least"


@attrs.frozen(kw_only=True)
class StepCover(Wired):
    """
    The steps that somebody in the group performs, over all groups (C#52).

    ``at_least`` asks for more than one performer of each; with ``share`` a group counts for the
    share of its steps that it covers.
    """

    at_least: int = 1
    share: bool = False
    key: str = "steps"
    sense = Sense.MOST

    @property
    def label(self) -> Text:
        return reason("goal-steps")

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        total = 0.0
        for group in problem.groups:
            done = Counter(s for one in members[group.id] for s in set(one.tags.get(STEP, ())))
            covered = sum(done[step] >= self.at_least for step in group.steps)
            total += covered / len(group.steps) if self.share and group.steps else covered
        return total

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:
        known: dict[object, tuple[Element, ...]] = {}
        for group in problem.groups:
            if group.steps not in known:
                known[group.steps] = tuple(self._elements(group))
            yield Covered(group=group.id, elements=known[group.steps])

    def _elements(self, group: GroupSpec) -> Iterator[Element]:
        weight = 1 / len(group.steps) if self.share and group.steps else 1
        for step in group.steps:
            yield Element(name=step, ends=(End(STEP, step, self.at_least),), weight=weight)


@attrs.frozen(kw_only=True)
class HandoverCover(Wired):
    """The handovers with both ends in the group, weighed by their rung on the border ladder."""

    key: str = "handovers"
    sense = Sense.MOST

    @property
    def label(self) -> Text:
        return reason("goal-handovers")

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        total = 0
        for group in problem.groups:
            done = {step for one in members[group.id] for step in one.tags.get(STEP, ())}
            done &= set(group.steps)
            total += sum(weight for ends, weight in group.weighed if set(ends) <= done)
        return total

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:
        known: dict[object, tuple[Element, ...]] = {}
        for group in problem.groups:
            key = (group.steps, group.handovers, group.weights)
            if key not in known:
                known[key] = tuple(_handed_over(group))
            yield Covered(group=group.id, elements=known[key])


@attrs.frozen(kw_only=True)
class Cover(Wired):
    """What groups cover of ``elements``, each with its own ends and weight, in every group."""

    elements: tuple[Element, ...]
    key: str = "cover"
    sense = Sense.MOST

    @property
    def label(self) -> Text:
        return reason("goal-cover", key=self.key.replace("_", " "))

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        total: float = 0
        for group in problem.groups:
            for element in self.elements:
                there = (
                    sum(one.has(end.dimension, end.value) for one in members[group.id])
                    >= end.at_least
                    for end in element.ends
                )
                total += element.weight if all(there) else 0
        return total

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:
        for group in problem.groups:
            yield Covered(group=group.id, elements=self.elements)


@attrs.frozen(kw_only=True)
class Variety(Wired):
    """The different values of ``dimension`` in a group, summed over the groups."""

    dimension: str
    key: str = attrs.field(
        default=attrs.Factory(lambda self: f"{self.dimension}s", takes_self=True)
    )
    sense = Sense.MOST

    @property
    def label(self) -> Text:
        known = self.dimension in (ORGANISATION, DISCIPLINE)
        if known:
            return reason(f"goal-{self.dimension}s")
        return reason("goal-variety", key=self.key.replace("_", " "))

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        return sum(
            len({v for one in members[group.id] for v in one.tags.get(self.dimension, ())})
            for group in problem.groups
        )

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:
        brought = (v for one in problem.candidates for v in one.tags.get(self.dimension, ()))
        elements = tuple(
            Element(name=value, ends=(End(self.dimension, value),))
            for value in dict.fromkeys(brought)
        )
        for group in problem.groups:
            yield Covered(group=group.id, elements=elements)


@attrs.frozen(kw_only=True)
class Diversity(Wired):
    """
    The sum of the distances between all pairs within a group, over the groups.

    ``distances`` has a row and a column per candidate, in their order; without it, the distance of
    two people is the number of ``dimensions`` in which they have no value in common.
    """

    distances: tuple[tuple[float, ...], ...] = ()
    dimensions: tuple[str, ...] = (DISCIPLINE, ORGANISATION)
    key: str = "diversity"
    sense = Sense.MOST

    @property
    def label(self) -> Text:
        return reason("goal-diversity")

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        place = {one.code: number for number, one in enumerate(problem.candidates)}
        return sum(
            self.distances[place[a.code]][place[b.code]] if self.distances else self._apart(a, b)
            for group in problem.groups
            for a, b in itertools.combinations(members[group.id], 2)
        )

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:
        people = problem.candidates
        matrix = self.distances or tuple(tuple(self._apart(a, b) for b in people) for a in people)
        # Nobody is at a distance from themselves, whoever has no values or whatever a table says.
        yield Distances(matrix=tuple(_but_to_self(row, at) for at, row in enumerate(matrix)))

    def _apart(self, a: Candidate, b: Candidate) -> int:
        shared = (set(a.tags.get(d, ())) & set(b.tags.get(d, ())) for d in self.dimensions)
        return sum(not values for values in shared)


@attrs.frozen(kw_only=True)
class Balance(Wired):
    """Groups of equal size: the largest less the smallest."""

    key: str = "balance"
    sense = Sense.LEAST

    @property
    def label(self) -> Text:
        return reason("goal-balance")

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        sizes = [len(members[group.id]) for group in problem.groups]
        return max(sizes) - min(sizes)

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:  # noqa: ARG002 - as every goal
        yield SizeSpread()


@attrs.frozen(kw_only=True)
class Stability(Wired):
    """How many of ``earlier`` seats are kept."""

    earlier: Table[str, tuple[str, ...]]
    key: str = "stability"
    sense = Sense.MOST

    @property
    def label(self) -> Text:
        return reason("goal-stability")

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        return sum(
            one.code in self.earlier.get(group.id, ())
            for group in problem.groups
            for one in members[group.id]
        )

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:
        for group in problem.groups:
            kept = set(self.earlier.get(group.id, ()))
            worth = tuple(float(one.code in kept) for one in problem.candidates)
            yield SeatWorth(group=group.id, worth=worth)


@attrs.frozen(kw_only=True)
class Kept(Wired):
    """
    How little changes: ``earlier`` seats that are kept, less the seats of those who had none.

    For who may sit in several groups, every new seat counts as one less.
    """

    earlier: Table[str, tuple[str, ...]]
    key: str = "kept"
    sense = Sense.MOST

    @property
    def label(self) -> Text:
        return reason("goal-kept")

    def had(self, problem: CompositionProblem) -> int:
        """Return how many earlier seats there are of people who are still there."""
        there = {one.code for one in problem.candidates}
        groups = {group.id for group in problem.groups}
        seats = (
            code for group, codes in self.earlier.items() if group in groups for code in {*codes}
        )
        return sum(code in there for code in seats)

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        worth = {group.id: self._worths(problem, group.id) for group in problem.groups}
        return sum(worth[name][one.code] for name, seated in members.items() for one in seated)

    def _worths(self, problem: CompositionProblem, group: str) -> dict[str, int]:
        here = set(self.earlier.get(group, ()))
        sat = {code for codes in self.earlier.values() for code in codes}
        return {
            one.code: 1 if one.code in here else self._new(problem, one, sat)
            for one in problem.candidates
        }

    def _new(self, problem: CompositionProblem, one: Candidate, sat: set[str]) -> int:
        return 0 if one.code in sat and problem.load_of(one)[1] == 1 else -1

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:
        for group in problem.groups:
            yield SeatWorth(
                group=group.id,
                worth=tuple(map(float, self._worths(problem, group.id).values())),
            )


@attrs.frozen(kw_only=True)
class Cost(Wired):
    """What the seats cost: ``costs`` per role code and seat, 1 for who is not named."""

    costs: Table[str, float] = attrs.field(factory=Table)
    key: str = "cost"
    sense = Sense.LEAST

    @property
    def label(self) -> Text:
        return reason("goal-cost")

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        return sum(
            self.costs.get(one.code, 1) for group in problem.groups for one in members[group.id]
        )

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:
        worth = tuple(float(self.costs.get(one.code, 1)) for one in problem.candidates)
        for group in problem.groups:
            yield SeatWorth(group=group.id, worth=worth)


@attrs.frozen(kw_only=True)
class LargestLoad(Wired):
    """The largest number of groups that one person sits in."""

    key: str = "largest-load"
    sense = Sense.LEAST

    @property
    def label(self) -> Text:
        return reason("goal-largest-load")

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        return max(_loads(problem, members).values(), default=0)

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:  # noqa: ARG002 - as every goal
        yield TopLoad()


@attrs.frozen(kw_only=True)
class HeavyLoad(Wired):
    """The number of people who sit in at least ``groups`` groups; see :func:`even_load`."""

    groups: int
    key: str = attrs.field(
        default=attrs.Factory(lambda self: f"load-{self.groups}", takes_self=True)
    )
    sense = Sense.LEAST

    @property
    def label(self) -> Text:
        return reason("goal-heavy-load", groups=self.groups)

    def measure(self, problem: CompositionProblem, members: Members) -> float:
        return sum(load >= self.groups for load in _loads(problem, members).values())

    def terms(self, problem: CompositionProblem) -> Iterator[Term]:  # noqa: ARG002 - as every goal
        yield Loaded(self.groups)


def even_load(most: int) -> tuple[HeavyLoad, ...]:
    """
    Return the goals that share the load fairly, for people with at most *most* groups.

    In this order they are leximin: as few as can be with the highest load, then with the one below
    it, and so on.
    """
    return tuple(HeavyLoad(groups=groups) for groups in range(most, 1, -1))


@attrs.frozen(kw_only=True)
class Weighted(Wired):
    """Goals that may make up for each other, each ``parts`` with its weight; reported apart."""

    parts: tuple[tuple[CompositionGoal, float], ...]
    key: str = WEIGHTED

    @property
    def label(self) -> Text:
        if self.key == WEIGHTED:
            return reason("goal-weighted")
        return reason("goal-weighted-named", key=self.key.replace("_", " "))


@attrs.frozen(kw_only=True)
class Floor:
    """
    A goal of seats that must reach ``least`` (one wanted least: must not pass it).

    Only goals whose terms are what seats are worth can be floors: ``Cost``, ``Stability``, ``Kept``.
    """

    goal: CompositionGoal
    least: float


GOALS: tuple[CompositionGoal, ...] = (
    StepCover(),
    HandoverCover(),
    Variety(dimension=ORGANISATION),
    Variety(dimension=DISCIPLINE),
    Balance(),
)
"""The goals of a composition where nobody says otherwise, most important first."""

GOAL_KINDS = (
    StepCover,
    HandoverCover,
    Cover,
    Variety,
    Diversity,
    Balance,
    Stability,
    Kept,
    Cost,
    LargestLoad,
    HeavyLoad,
)
"""The goals that ship with the library."""


def _but_to_self(row: tuple[float, ...], at: int) -> tuple[float, ...]:
    return (*row[:at], 0, *row[at + 1 :]) if any(row[at : at + 1]) else row


def _handed_over(group: GroupSpec) -> Iterator[Element]:
    steps = set(group.steps)
    for ends, weight in group.weighed:
        if set(ends) <= steps:
            yield Element(
                name=f"{ends[0]} > {ends[1]}",
                ends=tuple(End(STEP, step) for step in dict.fromkeys(ends)),
                weight=weight,
            )


def _loads(problem: CompositionProblem, members: Members) -> Counter[str]:
    return Counter(one.code for group in problem.groups for one in members[group.id])
