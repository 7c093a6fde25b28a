"""
Does the advice hold: combined in another way, without any one respondent, however open items end?

Whether it does is told; whose answers it hangs on is not.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.model.checklist import AnswerSheet, Checklist
from lerendwerk_core.model.contracts import RouteRule
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.readiness.rule import decide, position_of
from lerendwerk_core.readiness.several import FEWEST, SCALE, given, median
from lerendwerk_core.vocabulary import Answer, Route

Combine = Callable[[Sequence[Answer]], Answer]


@attrs.frozen(kw_only=True)
class Stability(Wired):
    """
    Whether the route stays as it is.

    ``routes`` gives the route per way of combining answers; ``without_anyone`` is whether it survives
    the loss of any one respondent (``None`` under FEWEST respondents: it would tell who decides);
    ``open_best`` and ``open_worst`` are the routes when all open items turn out in order, or not.
    """

    routes: Table[str, Route]
    without_anyone: bool | None
    open_best: Route
    open_worst: Route

    @property
    def depends_on_choice(self) -> bool:
        """Whether another way of combining answers gives another route."""
        return len(set(self.routes.values())) > 1


def mean_rounded(answers: Sequence[Answer]) -> Answer:
    """Return the mean of the three levels, half a level to the worse side."""
    graded = [SCALE.index(one) for one in answers]
    return SCALE[(2 * sum(graded) + len(graded)) // (2 * len(graded))]


def majority(answers: Sequence[Answer]) -> Answer:
    """Return the answer that most gave; of those that as many gave, the worst."""
    counts = Counter(SCALE.index(one) for one in answers)
    return SCALE[max(counts, key=lambda level: (counts[level], level))]


def worst(answers: Sequence[Answer]) -> Answer:
    """Return the worst answer that anybody gave."""
    return max(answers, key=SCALE.index)


COMBINATIONS: Mapping[str, Combine] = {
    "median": median,
    "mean": mean_rounded,
    "majority": majority,
    "worst": worst,
}
"""Ways to make one answer of many; the median is the one that the advice rests on."""


def stability(
    checklist: Checklist, sheets: Mapping[str, AnswerSheet], rule: RouteRule
) -> Stability:
    """Return whether the route that *rule* takes from *sheets* stays as it is."""

    def route(merged_sheet: AnswerSheet) -> Route:
        return decide(position_of(checklist, merged_sheet), rule)[0]

    combined = combined_by(checklist, sheets, median)
    now = route(combined)
    alone = None
    if len(sheets) >= FEWEST:
        others = set(_without_each(checklist, sheets))
        alone = all(route(Table(one)) is now for one in sorted(others, key=repr))
    return Stability(
        routes=Table(
            (name, route(combined_by(checklist, sheets, way))) for name, way in COMBINATIONS.items()
        ),
        without_anyone=alone,
        open_best=route(_filled(combined, Answer.IN_ORDER)),
        open_worst=route(_filled(combined, Answer.NOT_IN_ORDER)),
    )


def _without_each(
    checklist: Checklist, sheets: Mapping[str, AnswerSheet]
) -> Iterator[tuple[tuple[str, Answer], ...]]:
    """Yield the medians without each respondent, from how often every answer was given."""
    counts = {item: Counter(given(item, sheets)) for item in checklist.item_ids}
    for sheet in sheets.values():
        yield tuple(
            (item, _median_without(counts[item], sheet.get(item, Answer.UNANSWERED)))
            for item in checklist.item_ids
        )


def _median_without(counts: Mapping[Answer, int], left: Answer) -> Answer:
    """Return the median of *counts* less one *left*, the worse of the middle two."""
    graded = [counts.get(level, 0) - (level is left) for level in SCALE]
    middle = sum(graded) // 2
    if not sum(graded):
        some = counts.get(Answer.NOT_APPLICABLE, 0) > (left is Answer.NOT_APPLICABLE)
        return Answer.NOT_APPLICABLE if some else Answer.UNANSWERED
    reached = itertools.accumulate(graded)
    return next(level for level, so_far in zip(SCALE, reached, strict=True) if so_far > middle)


def combined_by(
    checklist: Checklist, sheets: Mapping[str, AnswerSheet], way: Combine
) -> AnswerSheet:
    """Return one sheet: per item what *way* makes of the answers that were given."""
    return Table((item, _combined(given(item, sheets), way)) for item in checklist.item_ids)


def _combined(answers: Sequence[Answer], way: Combine) -> Answer:
    graded = [one for one in answers if one in SCALE]
    return way(graded) if graded else median(answers)


def _filled(sheet: AnswerSheet, answer: Answer) -> AnswerSheet:
    return Table(
        (item, answer if said is Answer.UNANSWERED else said) for item, said in sheet.items()
    )
