"""
The fewest items to bring in order for a score to reach a target.

Of most models that ship it is known how items add up: with the same items answered, each adds its own
amount whatever the others are, and items alike add the same. Which of the open items to answer is then
tried, fewest first; of the others those that add most are taken. Of any other model nothing is known, and
sets are tried, fewest first. Either goes on for so long, and says whether it proved that fewer cannot do.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable, Iterator, Sequence

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist, ChecklistItem
from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.gains import Mending
from lerendwerk_core.readiness.rule import answer_to
from lerendwerk_core.readiness.scoring import (
    AllOrNothing,
    Average,
    AverageOfAverages,
    Flat,
    Maturity,
    Sum,
    WeightedTree,
)
from lerendwerk_core.vocabulary import Answer

MOST_TRIED = 4000
NEAR = 1e-9
WITHOUT_SECTIONS: tuple[type, ...] = (Flat, Average, Sum)
ADDITIVE = (*WITHOUT_SECTIONS, WeightedTree, AverageOfAverages, Maturity)


@attrs.frozen(kw_only=True)
class Needed(Wired):
    """
    Items to bring in order for a score to reach ``target``; ``reached`` is the score with them.

    ``items`` is ``None`` where no set was found that does. ``proven`` is whether no fewer items, or none
    at all, can do.
    """

    target: float
    items: tuple[str, ...] | None
    reached: float | None
    proven: bool


def needed(checklist: Checklist, sheet: AnswerSheet, model: ScoringModel, target: float) -> Needed:
    """Return as few items as possible that, in order, bring the score of *model* to *target*."""
    search = _Search(Mending(checklist, sheet, model), target)
    if type(model) in ADDITIVE:
        return search.adding_up()
    return search.trying(search.indispensable() if type(model) is AllOrNothing else ())


@attrs.frozen
class _Search:
    mending: Mending
    target: float

    def adding_up(self) -> Needed:
        """Return the fewest for a model whose items add up."""
        best: Sequence[str] | None = None
        lacking, unanswered = self._alike()
        left = MOST_TRIED
        for opened in _openings(unanswered):
            if best is not None and len(opened) >= len(best):
                break
            left -= len(lacking) + 1
            if left < 0:
                return self._told(self._in_turn() if best is None else best, proven=False)
            found = self._with(opened, lacking)
            if found is not None and (best is None or len(found) < len(best)):
                best = found
        return self._told(best, proven=True)

    def _with(self, opened: Sequence[str], lacking: Groups) -> Sequence[str] | None:
        """Return *opened* with as few *lacking* items as reach the target, those that add most."""
        reached = self.mending.value(opened)
        if reached is None:
            return None
        adds = [(self._added(opened, alike[0], reached), alike) for alike in lacking]
        chosen = list(opened)
        for added, alike in sorted(adds, key=lambda one: -one[0]):
            for item in alike:
                if self._is_reached(reached):
                    return chosen
                chosen.append(item)
                reached += added
        return chosen if self._is_reached(reached) else None

    def _added(self, opened: Sequence[str], item: str, now: float) -> float:
        value = self.mending.value((*opened, item))
        return 0.0 if value is None else value - now

    def trying(self, must: Sequence[str]) -> Needed:
        """Return the fewest for any model, by trying all sets that have *must* in them."""
        free = [item for item in self.mending.items if item not in must]
        sizes = range(len(free) + 1)
        tried = (more for size in sizes for more in itertools.combinations(free, size))
        for number, more in enumerate(tried):
            if number == MOST_TRIED:
                return self._told(self._in_turn(), proven=False)
            if self._is_reached(self.mending.value((*must, *more))):
                return self._told((*must, *more), proven=True)
        return self._told(None, proven=True)

    def indispensable(self) -> Sequence[str]:
        """Return the items without which all others together do not do."""
        items = self.mending.items
        without = ([other for other in items if other != item] for item in items)
        return [
            item
            for item, others in zip(items, without, strict=True)
            if not self._is_reached(self.mending.value(others))
        ]

    def _in_turn(self) -> Sequence[str] | None:
        """Return items that do, those with the largest gains first, be it not the fewest."""
        known = self.mending.gains()
        items = sorted(self.mending.items, key=lambda item: -known.get(item, 0.0))
        enough = (items[:number] for number in range(len(items) + 1))
        return next((some for some in enough if self._is_reached(self.mending.value(some))), None)

    def _is_reached(self, value: float | None) -> bool:
        return value is not None and value >= self.target - NEAR

    def _told(self, items: Sequence[str] | None, *, proven: bool) -> Needed:
        if items is None:
            return Needed(target=self.target, items=None, reached=None, proven=proven)
        ordered = tuple(item for item in self.mending.checklist.item_ids if item in items)
        reached = self.mending.value(ordered)
        return Needed(target=self.target, items=ordered, reached=reached, proven=proven)

    def _alike(self) -> tuple[Groups, Groups]:
        """Return the lacking and the open items, those together that the model cannot tell apart."""
        found: tuple[dict[Hashable, list[str]], ...] = ({}, {})
        for item in self.mending.checklist.items:
            answer = answer_to(item, self.mending.sheet)
            if item.id in self.mending.items:
                groups = found[answer is Answer.UNANSWERED]
                groups.setdefault((answer, *self._kind(item)), []).append(item.id)
        return list(found[0].values()), list(found[1].values())

    def _kind(self, item: ChecklistItem) -> tuple[Hashable, ...]:
        if type(self.mending.model) in WITHOUT_SECTIONS:
            return (item.weight,)
        return item.section, item.weight


Groups = Sequence[Sequence[str]]


def _openings(groups: Groups) -> Iterator[Sequence[str]]:
    """Yield every choice of open items that is not like another, fewest first."""
    for size in range(sum(map(len, groups)) + 1):
        for numbers in _spread(size, [len(alike) for alike in groups]):
            chosen: Iterable[Sequence[str]] = (
                alike[:number] for alike, number in zip(groups, numbers, strict=True)
            )
            yield list(itertools.chain(*chosen))


def _spread(size: int, most: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield every way to take *size* in all, of each group at most so many."""
    if not most:
        if not size:
            yield ()
        return
    for here in range(max(0, size - sum(most[1:])), min(size, most[0]) + 1):
        for others in _spread(size - here, most[1:]):
            yield here, *others
