"""What the problem gives, read once: who may sit where and how often, and who carries what."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.model.composition import (
    CompositionProblem,
    Covered,
    End,
    GroupSpec,
    Sense,
    Term,
    Weighted,
)
from lerendwerk_core.model.contracts import CompositionGoal

CLOSE = 1e-9
"""Values and bounds are sums of what need not be whole; so much may be lost in adding them up."""


@attrs.frozen(eq=False)
class Given:
    """
    A problem as the verifier sees it, candidates and groups by their position.

    ``admitted`` holds who may sit in each group and ``sizes`` how many at least and at most, as far as
    there are people; ``least`` and ``most`` how many seats each candidate can have; ``carriers`` who
    carries a value in a dimension.
    """

    problem: CompositionProblem
    admitted: tuple[frozenset[int], ...]
    sizes: tuple[tuple[int, int], ...]
    least: tuple[int, ...]
    most: tuple[int, ...]
    carriers: Mapping[tuple[str, str], frozenset[int]]

    @classmethod
    def of(cls, problem: CompositionProblem) -> Given:
        """Return what *problem* gives."""
        admitted = _admitted(problem)
        groups = zip(problem.groups, admitted, strict=True)
        loads = [problem.load_of(one) for one in problem.candidates]
        alike = Counter(admitted).items()
        doors = [sum(n for who, n in alike if place in who) for place in range(len(loads))]
        return cls(
            problem=problem,
            admitted=admitted,
            sizes=tuple((group.size[0], min(group.size[1], len(who))) for group, who in groups),
            least=tuple(low for low, _ in loads),
            most=tuple(min(high, door) for (_, high), door in zip(loads, doors, strict=True)),
            carriers=_carriers(problem),
        )

    def carry(self, end: End) -> frozenset[int]:
        """Return who carries what *end* asks for."""
        return self.carriers.get((end.dimension, end.value), frozenset())


def _admitted(problem: CompositionProblem) -> tuple[frozenset[int], ...]:
    # Groups that differ in name and size only admit the same people, and share the set of them.
    known: dict[GroupSpec, frozenset[int]] = {}
    admitted = []
    for group in problem.groups:
        kind = attrs.evolve(group, id="", size=(0, 0))
        if kind not in known:
            people = enumerate(problem.candidates)
            known[kind] = frozenset(place for place, one in people if group.admits(one))
        admitted.append(known[kind])
    return tuple(admitted)


def _carriers(problem: CompositionProblem) -> Mapping[tuple[str, str], frozenset[int]]:
    carriers: dict[tuple[str, str], set[int]] = {}
    for place, one in enumerate(problem.candidates):
        for dimension, values in one.tags.items():
            for value in values:
                carriers.setdefault((dimension, value), set()).add(place)
    return {tag: frozenset(places) for tag, places in carriers.items()}


# -- tiers and goals ---------------------------------------------------------------------------------


def parts_of(tier: CompositionGoal | Weighted) -> tuple[tuple[CompositionGoal, float], ...]:
    """Return the goals of *tier*, each with its weight."""
    return tier.parts if isinstance(tier, Weighted) else ((tier, 1.0),)


def sense_of(tier: CompositionGoal | Weighted) -> Sense:
    """Return whether most or least is wanted of *tier*; of weighted goals it is most."""
    return Sense.MOST if isinstance(tier, Weighted) else tier.sense


def sign_in(tier: CompositionGoal | Weighted, goal: CompositionGoal) -> int:
    """Return -1 where the value of *goal* is taken off that of *tier*, else 1."""
    return 1 if goal.sense is sense_of(tier) else -1


def goals_of(problem: CompositionProblem) -> Iterator[tuple[int, CompositionGoal, float]]:
    """Yield every goal of *problem* with its tier and its weight there."""
    for tier, one in enumerate(problem.goals):
        for goal, weight in parts_of(one):
            yield tier, goal, weight


def can_be_bounded(terms: tuple[Term, ...]) -> bool:
    """
    Whether anything can be proven of a goal with *terms*.

    Not where it says nothing of itself, nor where it takes off for what is covered: neither the
    count nor the linear form holds what would force that.
    """
    elements = (one for term in terms if isinstance(term, Covered) for one in term.elements)
    return bool(terms) and all(one.weight >= 0 for one in elements)


def close(one: float, other: float) -> bool:
    """Whether two values are the same, but for the adding up."""
    return math.isclose(one, other, rel_tol=CLOSE, abs_tol=CLOSE)


def passes(value: float, bound: float, sense: str) -> bool:
    """Whether *value* is better than *bound*, in the words of *sense*."""
    if close(value, bound):
        return False
    return value > bound if sense == Sense.MOST.value else value < bound
