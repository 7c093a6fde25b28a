"""What a later round answers differently, and which of that made the advice another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from lerendwerk_core.model.answers import CODES, AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import RouteRule
from lerendwerk_core.model.rounds import RoundChange
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.proof.carried import carried
from lerendwerk_core.readiness.proof.item_sets import Sets
from lerendwerk_core.readiness.proof.route_map import RouteMap
from lerendwerk_core.readiness.rule import answer_to, position_of
from lerendwerk_core.vocabulary import Answer


def changes(
    checklist: Checklist, sheets: Mapping[str, AnswerSheet], rule: RouteRule
) -> tuple[RoundChange, ...]:
    """
    Return what each of *sheets*, by moment, answers otherwise than the one before.

    Raises:
        ReadinessError: Fewer than three items count in one of them.
    """
    routes = RouteMap(rule)
    pairs = itertools.pairwise(sheets.items())
    return tuple(_change(checklist, routes, *earlier, *later) for earlier, later in pairs)


def _change(
    checklist: Checklist,
    routes: RouteMap,
    before: str,
    old: AnswerSheet,
    after: str,
    new: AnswerSheet,
) -> RoundChange:
    there, here = (routes.at(position_of(checklist, sheet)) for sheet in (old, new))
    sets = carried(checklist, old, new, routes) if there is not here else Sets((), 0)
    return RoundChange(
        before=before,
        after=after,
        route_before=there,
        route_after=here,
        carried_by=sets.listed,
        carried_total=sets.total,
        **_sorted(checklist, old, new),
    )


def _sorted(
    checklist: Checklist, old: AnswerSheet, new: AnswerSheet
) -> Mapping[str, tuple[str, ...]]:
    """Return the items that were answered otherwise, by what became of them."""
    found = list(_became(checklist, old, new))
    became = dict.fromkeys(what for _, what in found)
    return Table((what, tuple(item for item, one in found if one == what)) for what in became)


def _became(checklist: Checklist, old: AnswerSheet, new: AnswerSheet) -> Iterator[tuple[str, str]]:
    for item in checklist.items:
        was, now = answer_to(item, old), answer_to(item, new)
        if was is not now:
            yield item.id, _what(was, now)


def _what(was: Answer, now: Answer) -> str:
    if Answer.NOT_APPLICABLE in (was, now):
        return "not_comparable"
    if was is Answer.UNANSWERED:
        return "newly_answered"
    if now is Answer.UNANSWERED:
        return "no_longer_answered"
    return "improved" if CODES[now] < CODES[was] else "worsened"
