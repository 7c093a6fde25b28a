"""From one answer sheet to an advice: the route, what it rests on and what would change it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.contracts import RouteRule
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.proof.margin import Margins, margins, sets_of
from lerendwerk_core.readiness.proof.reach import reach_by
from lerendwerk_core.readiness.result import Readiness, SectionCount
from lerendwerk_core.readiness.rule import Position, answer_to, decide, position_of
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer, Route
from lerendwerk_core.wording import reason


@attrs.define
class Adviser:
    """Advises on sheet after sheet; what would change the route is looked for once per position."""

    checklist: Checklist
    rule: RouteRule
    known: dict[Position, Margins] = attrs.field(factory=dict)

    def advise(self, sheet: AnswerSheet) -> Readiness:
        """
        Return the advice of one sheet.

        Raises:
            ReadinessError: Fewer than three items count.
        """
        checklist = self.checklist
        sheet = Table((item.id, answer_to(item, sheet)) for item in checklist.items)
        position = position_of(checklist, sheet)
        route, stated = decide(position, self.rule)
        found = self._margins(position)
        flips = sets_of(checklist, sheet, found.smallest)
        minimal = sets_of(checklist, sheet, found.minimal)
        margin = found.minimal[0].size if found.minimal else None
        return Readiness(
            checklist=checklist.id,
            label=checklist.label,
            reconstruction=checklist.reconstruction,
            outdated=checklist.outdated,
            untranslated=tuple(item.id for item in checklist.items if item.untranslated),
            items=position.items,
            counts=_counts(checklist, sheet),
            deficient=position.all_deficient,
            route=route,
            stated_by_source=stated,
            margin=margin,
            drivers=_drivers(checklist, sheet, route),
            flips=flips.listed,
            flips_total=flips.total,
            minimal=minimal.listed,
            minimal_total=minimal.total,
            reach=Table(
                (route.value, reach_by(checklist, sheet, position, shapes))
                for route, shapes in found.reach.items()
            ),
            sections=tuple(_sections(checklist, sheet)),
            because=_because(position.all_deficient, position.items, route, margin, stated=stated),
        )

    def _margins(self, position: Position) -> Margins:
        if position not in self.known:
            self.known[position] = margins(position, self.rule)
        return self.known[position]


def _counts(checklist: Checklist, sheet: AnswerSheet) -> Table[str, int]:
    answers = [sheet[item] for item in checklist.item_ids]
    return Table((answer.value, answers.count(answer)) for answer in Answer)


def _drivers(checklist: Checklist, sheet: AnswerSheet, route: Route) -> tuple[str, ...]:
    """Return the items that the route rests on: what lacks most first, or what is still open."""
    if route is Route.UNDETERMINED:
        return _answered(checklist, sheet, Answer.UNANSWERED)
    lacking = _answered(checklist, sheet, Answer.NOT_IN_ORDER)
    return (*lacking, *_answered(checklist, sheet, Answer.PARTLY))


def _answered(checklist: Checklist, sheet: AnswerSheet, answer: Answer) -> tuple[str, ...]:
    return tuple(item for item in checklist.item_ids if sheet[item] is answer)


def _sections(checklist: Checklist, sheet: AnswerSheet) -> Iterator[SectionCount]:
    for section in checklist.sections:
        items = [item.id for item in checklist.items if item.section == section.id]
        answers = [sheet[item] for item in items]
        counting = [answer for answer in answers if answer is not Answer.NOT_APPLICABLE]
        yield SectionCount(
            id=section.id,
            label=section.label,
            items=len(counting),
            deficient=sum(answer.is_deficient for answer in counting),
        )


def _because(
    deficient: int, items: int, route: Route, margin: int | None, *, stated: bool
) -> tuple[Text, ...]:
    return (
        reason(f"route-{route.value}", deficient=deficient, items=items),
        reason("route-stated" if stated else "route-own-reading"),
        reason("route-margin", margin=margin) if margin else reason("route-no-margin"),
    )
