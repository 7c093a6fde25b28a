"""Several respondents on one checklist: one answer per item, and where they differ (C#64)."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.model.answers import ANSWERS, LEVELS, AnswerRound, AnswerSheet, Counts
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import Aggregation
from lerendwerk_core.model.dossier import SMALLEST_CELL
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.aggregation import MEDIAN, Votes
from lerendwerk_core.readiness.agreement import alpha_of, consensus, is_polarised
from lerendwerk_core.vocabulary import Answer

DIGITS = 3


@attrs.frozen(kw_only=True)
class Disagreement(Wired):
    """
    On how many items respondents differ, and on how many they span the full scale.

    ``differing`` are those items, ``polarised`` those where the ends stand against each other.
    ``alpha`` is Krippendorff's ordinal alpha over all items, ``consensus`` that of Tastle and Wierman
    per item: both only from SMALLEST_CELL respondents on.
    """

    items_differing: int
    full_scale: int
    differing: tuple[str, ...]
    polarised: tuple[str, ...]
    alpha: float | None = None
    consensus: Table[str, float] = attrs.field(factory=Table)


def merged(checklist: Checklist, answered: AnswerRound, way: Aggregation = MEDIAN) -> AnswerSheet:
    """Return one sheet: per item what *way* makes of the answers; unless asked, the median."""
    spans = tuple(answered.spans.values())
    return Table(
        (item, one_answer([answered.counts(item, span) for span in spans], way))
        for item in checklist.item_ids
    )


def one_answer(counts: list[Counts], way: Aggregation = MEDIAN) -> Answer:
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


def disagreement(checklist: Checklist, answered: AnswerRound) -> Disagreement:
    """Return where the respondents differ; an unanswered item is no opinion."""
    counts = {item: answered.counts(item) for item in checklist.item_ids}
    differing = tuple(item for item, one in counts.items() if sum(map(bool, one[:-1])) > 1)
    ends = [item for item in differing if counts[item][0] and counts[item][LEVELS - 1]]
    alpha = alpha_of([one[:LEVELS] for one in counts.values()])
    enough = len(answered) >= SMALLEST_CELL
    return Disagreement(
        items_differing=len(differing),
        full_scale=len(ends),
        differing=differing,
        polarised=tuple(item for item in ends if is_polarised(counts[item][:LEVELS])),
        alpha=round(alpha, DIGITS) if enough and alpha is not None else None,
        consensus=Table(_consensus(counts)) if enough else Table(),
    )


def _consensus(counts: dict[str, Counts]) -> Iterator[tuple[str, float]]:
    """Yield the consensus on every item that enough respondents graded."""
    for item, one in counts.items():
        found = consensus(one[:LEVELS]) if sum(one[:LEVELS]) >= SMALLEST_CELL else None
        if found is not None:
            yield item, round(found, DIGITS)
