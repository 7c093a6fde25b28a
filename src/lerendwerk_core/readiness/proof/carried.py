"""
Which of the answers that changed made the route another: those that, had they stayed, had kept it.

Items that changed in the same way are alike to a rule, so only how many of each kind stay as they were
matters. Kind after kind is gone through, and what was found from one position is never looked for again.
"""

from __future__ import annotations

import functools
import itertools
import math
from collections import Counter
from collections.abc import Iterator

import attrs

from lerendwerk_core.model.answers import AnswerSheet
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.readiness.proof.item_sets import Sets, sets_with
from lerendwerk_core.readiness.proof.margin import LISTED_FLIPS
from lerendwerk_core.readiness.proof.route_map import RouteMap
from lerendwerk_core.readiness.rule import FEWEST_ITEMS, Position, answer_to, position_of
from lerendwerk_core.vocabulary import Answer, Route

MOST_CHOICES = 1000
NEVER = math.inf


@attrs.frozen
class Kind:
    """How an item changed, as far as a rule can tell: is it the last, and from what to what."""

    last: bool
    was: Answer
    now: Answer


def carried(
    checklist: Checklist,
    old: AnswerSheet,
    new: AnswerSheet,
    routes: RouteMap,
    limit: int = LISTED_FLIPS,
) -> Sets:
    """
    Return the smallest sets of changed items that, had they stayed, had kept the route as it was.

    All are counted. The first *limit* are listed; of more than a thousand ways to divide them over the
    kinds of change only the first thousand are looked at for that.
    """
    kinds = _kinds(checklist, old, new)
    there = routes.at(position_of(checklist, old))
    search = _Search(tuple(Counter(kinds.values()).items()), routes, there)
    here = position_of(checklist, new)
    choices = list(itertools.islice(search.choices(0, here), MOST_CHOICES))
    return Sets(sets_with(kinds, choices, limit).listed, search.least(0, here)[1])


def _kinds(checklist: Checklist, old: AnswerSheet, new: AnswerSheet) -> dict[str, Kind]:
    found = {}
    for item in checklist.items:
        was, now = answer_to(item, old), answer_to(item, new)
        if was is not now:
            found[item.id] = Kind(item.id == checklist.last_item, _alike(was), _alike(now))
    return found


def _alike(answer: Answer) -> Answer:
    return Answer.NOT_IN_ORDER if answer.is_deficient else answer


class _Search:
    """Looks for the fewest items of each kind that stay as they were, with the route *there* again."""

    def __init__(self, kinds: tuple[tuple[Kind, int], ...], routes: RouteMap, there: Route) -> None:
        self.kinds, self.routes, self.there = kinds, routes, there
        self.least = functools.cache(self._least)

    def _least(self, at: int, position: Position) -> tuple[float, int]:
        """Return how few items of the kinds from *at* on must stay, and how many such sets there are."""
        if at == len(self.kinds):
            return (0, 1) if self._is_there(position) else (NEVER, 0)
        kind, most = self.kinds[at]
        fewest, total = NEVER, 0
        for number, kept in enumerate(_kept(position, kind, most)):
            if number > fewest:
                break
            more, sets = self.least(at + 1, kept)
            if number + more < fewest:
                fewest, total = number + more, 0
            total += math.comb(most, number) * sets * (number + more == fewest)
        return fewest, total

    def choices(self, at: int, position: Position) -> Iterator[dict[Kind, int]]:
        """Yield how many of each kind from *at* on stay in the smallest sets."""
        if at == len(self.kinds):
            yield {}
            return
        kind, most = self.kinds[at]
        for number, kept in enumerate(_kept(position, kind, most)):
            if number + self.least(at + 1, kept)[0] == self.least(at, position)[0] < NEVER:
                for others in self.choices(at + 1, kept):
                    yield {kind: number, **others}

    def _is_there(self, position: Position) -> bool:
        return position.items >= FEWEST_ITEMS and self.routes.at(position) is self.there


def _kept(position: Position, kind: Kind, most: int) -> Iterator[Position]:
    """Yield where none, one, two ... of *most* items of a kind stay as they were."""
    yield position
    if kind.last:
        was = None if kind.was is Answer.NOT_APPLICABLE else kind.was
        yield attrs.evolve(position, last=was)
        return
    for _ in range(most):
        position = Position(
            others=position.others + _applies(kind.was) - _applies(kind.now),
            deficient=position.deficient + kind.was.is_deficient - kind.now.is_deficient,
            open=position.open + _is_open(kind.was) - _is_open(kind.now),
            last=position.last,
        )
        yield position


def _applies(answer: Answer) -> bool:
    return answer is not Answer.NOT_APPLICABLE


def _is_open(answer: Answer) -> bool:
    return answer is Answer.UNANSWERED
