"""Many answers to an item become one (C#64)."""

from __future__ import annotations

from collections.abc import Sequence

from lerendwerk_core.model.answers import ANSWERS, LEVELS, AnswerRound, AnswerSheet, Counts
from lerendwerk_core.model.checklist import Checklist, ChecklistItem
from lerendwerk_core.model.contracts import Aggregation
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.aggregation import MEDIAN, Votes
from lerendwerk_core.vocabulary import Answer


def merged(checklist: Checklist, answered: AnswerRound, way: Aggregation = MEDIAN) -> AnswerSheet:
    """Return one sheet: per item what *way* makes of the answers; unless asked, the median."""
    spans = tuple(answered.spans.values())
    return Table(
        (item.id, _merged(item, [answered.counts(item.id, span) for span in spans], way))
        for item in checklist.items
    )


def _merged(item: ChecklistItem, counts: Sequence[Counts], way: Aggregation) -> Answer:
    return one_answer(counts, way) if item.applies else Answer.NOT_APPLICABLE


def one_answer(counts: Sequence[Counts], way: Aggregation = MEDIAN) -> Answer:
    """
    Return what *way* makes of *counts*, one per organisation.

    Whoever did not answer has no say; if nobody answered, the item is open, and if those who spoke
    all say that it does not apply, it does not apply.
    """
    votes: Votes = [one[:LEVELS] for one in counts]
    if any(map(any, votes)):
        return ANSWERS[way(votes)]
    spoken = any(one[LEVELS] for one in counts)
    return Answer.NOT_APPLICABLE if spoken else Answer.UNANSWERED
