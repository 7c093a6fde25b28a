"""
Which items add most to a score, for models of which it is known how items add up.

With the same items answered, each adds its own amount whatever the others are, and items that are alike
add the same. Once it is chosen which open items to answer, of the others those that add most come first.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Hashable, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.model.checklist import ChecklistItem
from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.readiness.rule import answer_to
from lerendwerk_core.readiness.scoring.gains import Mending
from lerendwerk_core.readiness.scoring.models import (
    Average,
    AverageOfAverages,
    Flat,
    Maturity,
    Sum,
    WeightedTree,
)
from lerendwerk_core.vocabulary import Answer

WITHOUT_SECTIONS: tuple[type, ...] = (Flat, Average, Sum)
ADDITIVE = (*WITHOUT_SECTIONS, WeightedTree, AverageOfAverages, Maturity)

Items = tuple[str, ...]
Best = Mapping[int, tuple[float, Items]]
"""Per number of items how far beyond a target the score can be, and with which."""


def adds_up(model: ScoringModel) -> bool:
    """Return whether it is known how items add up to the score of *model*; a subclass may differ."""
    return type(model) in ADDITIVE


def is_mean_of_sections(model: ScoringModel) -> bool:
    """Return whether the score is the plain mean of those of the sections, each by itself."""
    return type(model) is WeightedTree or (type(model) is AverageOfAverages and model.depth == 1)


@attrs.frozen
class Ladder:
    """The items of a checklist that could come in order, those that are alike together."""

    mending: Mending
    lacking: tuple[Items, ...]
    open: tuple[Items, ...]

    @classmethod
    def of(cls, mending: Mending) -> Ladder:
        """Return the ladder of all items of *mending*."""
        found: tuple[dict[Hashable, Items], ...] = ({}, {})
        for item in mending.checklist.items:
            answer = answer_to(item, mending.sheet)
            if item.id in mending.items:
                groups, kind = found[answer is Answer.UNANSWERED], (answer, *_kind(mending, item))
                groups[kind] = (*groups.get(kind, ()), item.id)
        return cls(mending, *(tuple(groups.values()) for groups in found))

    @classmethod
    def of_sections(cls, mending: Mending) -> tuple[Ladder, ...]:
        """Return the ladder of each section by itself."""
        whole = mending.checklist
        apart = (
            attrs.evolve(
                whole,
                sections=(section,),
                items=tuple(item for item in whole.items if item.section == section.id),
            )
            for section in whole.sections
        )
        return tuple(cls.of(attrs.evolve(mending, checklist=one)) for one in apart)

    @property
    def choices(self) -> int:
        """In how many ways open items can be chosen that are not alike."""
        return math.prod(len(alike) + 1 for alike in self.open)

    def openings(self) -> Iterator[Items]:
        """Yield every choice of open items that is not like another, fewest first."""
        for size in range(sum(map(len, self.open)) + 1):
            for numbers in _spread(size, [len(alike) for alike in self.open]):
                pairs = zip(self.open, numbers, strict=True)
                yield tuple(itertools.chain(*(alike[:number] for alike, number in pairs)))

    def rungs(self, opened: Items) -> Iterator[tuple[Items, float]]:
        """Yield *opened* with none, one, two ... of the lacking items that add most, and the score."""
        reached = self.mending.value(opened)
        if reached is None:
            return
        adds = [(self._added(opened, alike[0], reached), alike) for alike in self.lacking]
        chosen = opened
        yield chosen, reached
        for added, alike in sorted(adds, key=lambda one: -one[0]):
            for item in alike:
                chosen, reached = (*chosen, item), reached + added
                yield chosen, reached

    def _added(self, opened: Items, item: str, now: float) -> float:
        value = self.mending.value((*opened, item))
        return 0.0 if value is None else value - now

    def best(self, target: float) -> Best:
        """Return how far beyond *target* the score can be; 0 where there is nothing to score."""
        found: dict[int, tuple[float, Items]] = {}
        for opened in self.openings():
            for chosen, reached in self.rungs(opened):
                _keep(found, reached - target, chosen)
        return {0: (0.0, ()), **found}


def best_together(ladders: Sequence[Ladder], target: float) -> Best:
    """
    Return how far beyond *target* those of all *ladders* together can be.

    A mean reaches a target where what its parts are beyond it is not less than nothing; a part in which
    nothing is answered is not in the mean, and neither adds nor takes.
    """
    together: Best = {0: (0.0, ())}
    for ladder in ladders:
        found: dict[int, tuple[float, Items]] = {}
        for one, other in itertools.product(together.values(), ladder.best(target).values()):
            _keep(found, one[0] + other[0], (*one[1], *other[1]))
        together = found
    return together


def _keep(found: dict[int, tuple[float, Items]], beyond: float, items: Items) -> None:
    if len(items) not in found or beyond > found[len(items)][0]:
        found[len(items)] = beyond, items


def _kind(mending: Mending, item: ChecklistItem) -> tuple[Hashable, ...]:
    """Return what a model that adds up can tell of an item, beside its answer."""
    if type(mending.model) in WITHOUT_SECTIONS:
        return (item.weight,)
    return item.section, item.weight


def _spread(size: int, most: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every way to take *size* in all, of each group at most so many."""
    if not most:
        if not size:
            yield ()
        return
    for here in range(max(0, size - sum(most[1:])), min(size, most[0]) + 1):
        for others in _spread(size - here, most[1:]):
            yield here, *others
