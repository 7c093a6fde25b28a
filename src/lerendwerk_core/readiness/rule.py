"""
The route that the answers lead to.

The source states two cases: only the last item lacking leads to courses (C#63), and more than half
lacking to lerend werken (C#62). What lies between is our own reading and says so.
"""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from lerendwerk_core.errors import ReadinessError
from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist, ChecklistItem
from lerendwerk_core.model.contracts import RouteRule, Tally
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Answer, Route

FEWEST_ITEMS = 3


@attrs.frozen
class SourceRule:
    """The source's own rule, unweighted: partly in order counts the same as not in order."""

    key: str = "source"

    def __call__(self, tally: Tally) -> tuple[Route, bool]:
        """Return the route of a complete tally, and whether the source states it."""
        if tally.deficient == 1 and tally.last_is_deficient:
            return Route.COURSES, True
        if 2 * tally.deficient > tally.items:
            return Route.LEREND_WERKEN, True
        if tally.deficient == 0:
            return Route.SECURE, False
        return Route.TARGETED, False


@attrs.frozen(kw_only=True)
class Position:
    """
    Where an answer sheet stands: of the items that count, how many (apart from the last item) are
    deficient and open, and how the last item was answered (``None``: it does not count).
    """

    others: int
    deficient: int
    open: int
    last: Answer | None

    @property
    def items(self) -> int:
        """The items that count: all but those that do not apply."""
        return self.others + (self.last is not None)

    @property
    def all_deficient(self) -> int:
        """The deficient items, the last one included."""
        return self.deficient + (self.last is not None and self.last.is_deficient)


def answer_to(item: ChecklistItem, sheet: AnswerSheet) -> Answer:
    """Return the answer to *item*: open without one; what a layer set aside applies to nobody."""
    return sheet.get(item.id, Answer.UNANSWERED) if item.applies else Answer.NOT_APPLICABLE


def position_of(checklist: Checklist, sheet: AnswerSheet) -> Position:
    """
    Return where *sheet* stands on *checklist*; an item without an answer is open.

    Raises:
        ReadinessError: Fewer than three items count, so that the two stated rules collide.
    """
    answers = {item.id: answer_to(item, sheet) for item in checklist.items}
    last = answers.pop(checklist.last_item, Answer.NOT_APPLICABLE)
    counting = [answer for answer in answers.values() if answer is not Answer.NOT_APPLICABLE]
    position = Position(
        others=len(counting),
        deficient=sum(answer.is_deficient for answer in counting),
        open=counting.count(Answer.UNANSWERED),
        last=None if last is Answer.NOT_APPLICABLE else last,
    )
    if position.items < FEWEST_ITEMS:
        raise ReadinessError(
            Text(
                f"Er tellen maar {position.items} items mee; een advies vraagt er {FEWEST_ITEMS}.",
                f"Only {position.items} items count; an advice takes {FEWEST_ITEMS}.",
            )
        )
    return position


def decide(position: Position, rule: RouteRule) -> tuple[Route, bool]:
    """Return the route at *position*: undetermined while open items could still change it."""
    fillings = list(_fillings(position))
    first = rule(fillings[0])
    if any(rule(tally)[0] is not first[0] for tally in fillings[1:]):
        return Route.UNDETERMINED, False
    return first


def _fillings(position: Position) -> Iterable[Tally]:
    """Yield the tally of every way in which the open items can still be answered."""
    for last_is_deficient in _last_fillings(position.last):
        for deficient in range(position.deficient, position.deficient + position.open + 1):
            yield Tally(
                items=position.items,
                deficient=deficient + last_is_deficient,
                last_is_deficient=last_is_deficient,
            )


def _last_fillings(last: Answer | None) -> tuple[bool, ...]:
    if last is Answer.UNANSWERED:
        return (False, True)
    return (last is not None and last.is_deficient,)
