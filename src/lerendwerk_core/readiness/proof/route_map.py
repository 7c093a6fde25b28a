"""The route at every position there can be, the rule asked once per tally."""

from __future__ import annotations

import functools
from collections.abc import Sequence

from lerendwerk_core.model.contracts import RouteRule, Tally
from lerendwerk_core.readiness.rule import Position
from lerendwerk_core.vocabulary import Answer, Route

Rows = Sequence[Sequence[Route]]
"""Per number of items left open, and then per number that lacks, the route there."""


class RouteMap:
    """
    Where a rule leads from every position, as :func:`.decide` has it.

    Leaving one item more open joins two neighbours: the route is theirs, or undetermined.
    """

    def __init__(self, rule: RouteRule) -> None:
        self._rule = rule
        self.rows = functools.cache(self._rows)
        self._complete = functools.cache(self._tallied)

    def at(self, position: Position) -> Route:
        """Return the route at *position*."""
        rows = self.rows(position.others, position.last)
        return rows[position.open][position.deficient]

    def _rows(self, others: int, last: Answer | None) -> Rows:
        """Return the routes with so many *others* that count, and this answer to the last item."""
        rows = [self._first(others, last)]
        for _ in range(others):
            rows.append([_both(*pair) for pair in zip(rows[-1], rows[-1][1:], strict=False)])
        return rows

    def _first(self, others: int, last: Answer | None) -> list[Route]:
        """Return the routes where nothing is open but perhaps the last item."""
        items = others + (last is not None)
        ends = (False, True) if last is Answer.UNANSWERED else (bool(last and last.is_deficient),)
        known = [[self._complete(items, n, end) for n in range(others + 1)] for end in ends]
        return [functools.reduce(_both, there) for there in zip(*known, strict=True)]

    def _tallied(self, items: int, deficient: int, lacks: bool) -> Route:
        tally = Tally(items=items, deficient=deficient + lacks, last_is_deficient=lacks)
        return self._rule(tally)[0]


def _both(one: Route, other: Route) -> Route:
    return one if one is other else Route.UNDETERMINED
