"""Several respondents on one checklist: one answer per item, and where they differ (C#64)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from lerendwerk_core.model.checklist import AnswerSheet, Checklist
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.agreement import consensus, krippendorff_alpha
from lerendwerk_core.vocabulary import Answer

FEWEST = 5
"""From so many respondents on, how far they agree gives nobody away."""

DIGITS = 3

SCALE = (Answer.IN_ORDER, Answer.PARTLY, Answer.NOT_IN_ORDER)


@attrs.frozen(kw_only=True)
class Disagreement(Wired):
    """
    On how many items respondents differ, and on how many they span the full scale.

    ``differing`` and ``polarised`` are the items themselves, in checklist order. ``alpha`` is
    Krippendorff's ordinal alpha over all items, ``consensus`` that of Tastle and Wierman per item: both
    only from FEWEST respondents on, because from fewer one could tell what somebody else said.
    """

    items_differing: int
    full_scale: int
    differing: tuple[str, ...]
    polarised: tuple[str, ...]
    alpha: float | None = None
    consensus: Table[str, float] = attrs.field(factory=Table)


def merged(checklist: Checklist, sheets: Mapping[str, AnswerSheet]) -> AnswerSheet:
    """Return one sheet: per item the median answer, the worse of the middle two."""
    return Table((item, median(given(item, sheets))) for item in checklist.item_ids)


def given(item: str, sheets: Mapping[str, AnswerSheet]) -> list[Answer]:
    """Return the answers of all respondents to *item*."""
    return [sheet.get(item, Answer.UNANSWERED) for sheet in sheets.values()]


def median(answers: Iterable[Answer]) -> Answer:
    """
    Return the median on the three-point scale, the worse of the middle two (domain, section 2).

    Whoever did not answer has no say; if nobody answered, the item is open, and if those who spoke
    all say that it does not apply, it does not apply.
    """
    spoken = [answer for answer in answers if answer is not Answer.UNANSWERED]
    graded = sorted((answer for answer in spoken if answer in SCALE), key=SCALE.index)
    if graded:
        return graded[len(graded) // 2]
    return Answer.NOT_APPLICABLE if spoken else Answer.UNANSWERED


def disagreement(checklist: Checklist, sheets: Mapping[str, AnswerSheet]) -> Disagreement:
    """Return where the respondents differ; an unanswered item is no opinion."""
    opinions = {
        item: {answer for answer in given(item, sheets) if answer is not Answer.UNANSWERED}
        for item in checklist.item_ids
    }
    differing = tuple(item for item, said in opinions.items() if len(said) > 1)
    extremes = {Answer.IN_ORDER, Answer.NOT_IN_ORDER}
    polarised = tuple(item for item in differing if extremes <= opinions[item])
    alpha, consensuses = None, Table[str, float]()
    if len(sheets) >= FEWEST:
        alpha = krippendorff_alpha([_levels(checklist, sheet) for sheet in sheets.values()])
        consensuses = Table(_consensus(checklist, sheets))
    return Disagreement(
        items_differing=len(differing),
        full_scale=len(polarised),
        differing=differing,
        polarised=polarised,
        alpha=None if alpha is None else round(alpha, DIGITS),
        consensus=consensuses,
    )


def _levels(checklist: Checklist, sheet: AnswerSheet) -> list[int | None]:
    """Return the answers of one respondent as levels; what does not apply is no level."""
    answers = (sheet.get(item, Answer.UNANSWERED) for item in checklist.item_ids)
    return [SCALE.index(answer) if answer in SCALE else None for answer in answers]


def _consensus(
    checklist: Checklist, sheets: Mapping[str, AnswerSheet]
) -> Iterator[tuple[str, float]]:
    """Yield the consensus on every item that enough respondents graded."""
    for item in checklist.item_ids:
        counts = [given(item, sheets).count(answer) for answer in SCALE]
        found = consensus(counts) if sum(counts) >= FEWEST else None
        if found is not None:
            yield item, round(found, DIGITS)
