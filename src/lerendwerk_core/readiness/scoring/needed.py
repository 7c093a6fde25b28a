"""
The fewest items to bring in order for a score to reach a target.

Where it is known how items add up the fewest are found and proven: which open items to answer is tried,
fewest first, or section by section where the score is their mean. Of any other model nothing is known:
sets are tried, fewest first. Trying ends in time, and it is told whether fewer were proven not to do.
"""

from __future__ import annotations

import itertools

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.scoring.gains import Mending
from lerendwerk_core.readiness.scoring.ladder import (
    Items,
    Ladder,
    adds_up,
    best_together,
    is_mean_of_sections,
)
from lerendwerk_core.readiness.scoring.models import AllOrNothing

MOST_TRIED = 4000
NEAR = 1e-9


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
    mending = Mending(checklist, sheet, model)
    search = _Search(mending, target)
    if is_mean_of_sections(model):
        sections = Ladder.of_sections(mending)
        if sum(one.choices for one in sections) <= MOST_TRIED:
            return search.by_section(sections)
    if adds_up(model):
        return search.by_opening(Ladder.of(mending))
    return search.by_trying(search.indispensable() if type(model) is AllOrNothing else ())


@attrs.frozen
class _Search:
    mending: Mending
    target: float

    def by_section(self, sections: tuple[Ladder, ...]) -> Needed:
        """Return the fewest for a score that is the mean of *sections*."""
        best = best_together(sections, self.target - NEAR)
        enough = (items for _, (_, items) in sorted(best.items()) if self._reaches(items))
        return self._told(next(enough, None), proven=True)

    def by_opening(self, ladder: Ladder) -> Needed:
        """Return the fewest for a score that adds up, by trying which open items to answer."""
        best: Items | None = None
        left = MOST_TRIED
        for opened in ladder.openings():
            if best is not None and len(opened) >= len(best):
                break
            left -= len(ladder.lacking) + 1
            if left < 0:
                return self._told(best or self._in_turn(), proven=False)
            enough = (items for items, value in ladder.rungs(opened) if self._is_reached(value))
            found = next(enough, None)
            if found is not None and (best is None or len(found) < len(best)):
                best = found
        return self._told(best, proven=True)

    def by_trying(self, must: Items) -> Needed:
        """Return the fewest for any score, by trying all sets that have *must* in them."""
        free = [item for item in self.mending.items if item not in must]
        sizes = range(len(free) + 1)
        tried = ((*must, *more) for size in sizes for more in itertools.combinations(free, size))
        for number, items in enumerate(tried):
            if number == MOST_TRIED:
                return self._told(self._in_turn(), proven=False)
            if self._reaches(items):
                return self._told(items, proven=True)
        return self._told(None, proven=True)

    def indispensable(self) -> Items:
        """Return the items without which all others together do not do."""
        items = self.mending.items
        without = {item: tuple(other for other in items if other != item) for item in items}
        return tuple(item for item, others in without.items() if not self._reaches(others))

    def _in_turn(self) -> Items | None:
        """Return items that do, those with the largest gains first, be it not the fewest."""
        known = self.mending.gains()
        items = sorted(self.mending.items, key=lambda item: -known.get(item, 0.0))
        enough = (tuple(items[:number]) for number in range(len(items) + 1))
        return next(filter(self._reaches, enough), None)

    def _reaches(self, items: Items) -> bool:
        return self._is_reached(self.mending.value(items))

    def _is_reached(self, value: float | None) -> bool:
        return value is not None and value >= self.target - NEAR

    def _told(self, items: Items | None, *, proven: bool) -> Needed:
        if items is None:
            return Needed(target=self.target, items=None, reached=None, proven=proven)
        ordered = tuple(item for item in self.mending.checklist.item_ids if item in items)
        reached = self.mending.value(ordered)
        return Needed(target=self.target, items=ordered, reached=reached, proven=proven)
