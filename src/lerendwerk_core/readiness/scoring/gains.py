"""What it would bring a score to have items in order, and which of them reach a target."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import ScoringModel
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.rule import answer_to
from lerendwerk_core.readiness.scoring.models import scores
from lerendwerk_core.vocabulary import Answer


@attrs.frozen
class Mending:
    """What *model* says of *sheet* when some of its items would be in order."""

    checklist: Checklist
    sheet: AnswerSheet
    model: ScoringModel

    @property
    def items(self) -> tuple[str, ...]:
        """The items that could come in order: what lacks, and what is not answered."""
        fine = (Answer.IN_ORDER, Answer.NOT_APPLICABLE)
        every = ((item.id, answer_to(item, self.sheet)) for item in self.checklist.items)
        return tuple(item for item, answer in every if answer not in fine)

    def value(self, items: Iterable[str]) -> float | None:
        """Return the score with *items* in order; ``None`` where there is nothing to score."""
        mended = Table({**self.sheet, **dict.fromkeys(items, Answer.IN_ORDER)})
        (scored,) = scores(self.checklist, mended, (self.model,)).values()
        return scored.value

    def gains(self) -> Table[str, float]:
        """Return how much more the score would be with each of the items alone."""
        now = self.value(())
        if now is None:
            return Table()
        found = ((item, self.value((item,))) for item in self.items)
        return Table((item, value - now) for item, value in found if value is not None)


def gains(checklist: Checklist, sheet: AnswerSheet, model: ScoringModel) -> Table[str, float]:
    """
    Return what *model* would score more for each item that is not in order, if that one were.

    Nothing is said where there is no score to begin with. The gains of two items together need not be
    their sum.
    """
    return Mending(checklist, sheet, model).gains()
