"""
Of few people less is told together: their advice stands, but not every figure beside it.

A figure over all answers, such as how far people agree, narrows down what a hidden count can be; with few
people perhaps to one. So figures are added one by one, the most useful first, as long as for every hidden
count there still is somebody who could have answered otherwise without any of them being another. What
depends on who answered what to several items is not told at all.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Mapping

import attrs

from lerendwerk_core.disclosure import TOTAL
from lerendwerk_core.model.answers import LEVELS, AnswerSheet, Counts
from lerendwerk_core.model.contracts import Aggregation
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.aggregation import ONE_VOTE
from lerendwerk_core.readiness.agreement import Spread
from lerendwerk_core.readiness.disagreement import DIGITS, Disagreement, rounded
from lerendwerk_core.readiness.people.item_table import Ways
from lerendwerk_core.readiness.people.opened import Opened
from lerendwerk_core.readiness.several import one_answer
from lerendwerk_core.readiness.stability import Routing, Stability, filled

Keeps = Callable[[str, str, Counts], bool]
"""Whether a figure stays the same when an item has other counts in an organisation, or in all."""

FEW = 20
"""So many times the minimum are no longer few: one of them has little to do with figures over all."""


def veiled(
    holds: Stability,
    differs: Disagreement,
    told: Opened,
    ways: Iterable[Aggregation],
    route: Routing,
) -> tuple[Stability, Disagreement]:
    """
    Return *holds* and *differs* with only those figures that give no count away.

    *ways* are those whose routes may be told, *route* gives the route of a sheet.
    """
    veil = _Veil(told)
    # Organisations keep what they vote, whoever of them answers otherwise: see ItemTable.steps.
    voting = {ONE_VOTE.key} | ({told.way.key} if told.way.by_organisation else set())
    pooled = [one for one in ways if not one.by_organisation]
    return veil.stability(holds, pooled, voting, route), veil.disagreement(differs)


class _Veil:
    """Lets one figure through after another, as long as all of them together can be told."""

    def __init__(self, told: Opened) -> None:
        self.told = told
        self.counts = {item: table.total for item, table in told.tables.items()}
        self.ways = {item: table.ways for item, table in told.tables.items()}

    def lets(self, *figures: Keeps) -> bool:
        """Whether *figures* can be told beside those that came through before."""
        narrower: dict[str, Ways] = {}
        for item, table in self.told.tables.items():
            together = functools.partial(_all_keep, figures, item)
            narrower[item] = table.narrowed(self.ways[item], together)
            if narrower[item] != self.ways[item] and table.gives_away(narrower[item]):
                return False
        self.ways = narrower
        return True

    def stability(
        self, holds: Stability, pooled: list[Aggregation], voting: set[str], route: Routing
    ) -> Stability:
        keys = {one.key for one in pooled} | voting
        tells = self.lets(*(_keeps_route(self.counts, one, route) for one in pooled))
        return attrs.evolve(
            holds,
            routes=Table((key, one) for key, one in holds.routes.items() if tells and key in keys),
            without_anyone=None,
            organisations=None,
            open_best=holds.open_best if self._lets_filled(route, 0) else None,
            open_worst=holds.open_worst if self._lets_filled(route, LEVELS - 1) else None,
        )

    def _lets_filled(self, route: Routing, level: int) -> bool:
        way = self.told.way
        return not way.by_organisation and self.lets(_keeps_filled(self.counts, way, route, level))

    def disagreement(self, differs: Disagreement) -> Disagreement:
        within = {name: self._alpha(one, name) for name, one in differs.within.items()}
        return attrs.evolve(
            differs,
            alpha=self._alpha(differs.alpha, TOTAL),
            within=Table((name, one) for name, one in within.items() if one is not None),
        )

    def _alpha(self, alpha: float | None, of: str) -> float | None:
        """Return *alpha* as precisely as can be told; of whom it is, in all or an organisation."""
        tables = self.told.tables.items()
        counts = self.counts if of == TOTAL else {item: table.rows[of] for item, table in tables}
        for digits in (DIGITS, 1):
            if alpha is not None and self.lets(_keeps_alpha(counts, of, digits)):
                return rounded(alpha, digits)
        return None


def _all_keep(figures: Iterable[Keeps], item: str, name: str, counts: Counts) -> bool:
    return all(keeps(item, name, counts) for keeps in figures)


def _keeps_route(counts: Mapping[str, Counts], way: Aggregation, route: Routing) -> Keeps:
    sheet: AnswerSheet = Table((item, one_answer([one], way)) for item, one in counts.items())
    now = route(sheet)

    def keeps(item: str, name: str, after: Counts) -> bool:
        answer = one_answer([after], way) if name == TOTAL else sheet[item]
        return answer is sheet[item] or route(Table({**sheet, item: answer})) is now

    return keeps


def _keeps_filled(
    counts: Mapping[str, Counts], way: Aggregation, route: Routing, level: int
) -> Keeps:
    full = {item: filled(one, level) for item, one in counts.items()}
    keeps = _keeps_route(full, way, route)
    return lambda item, name, after: keeps(item, name, filled(after, level))


def _keeps_alpha(counts: Mapping[str, Counts], of: str, digits: int) -> Keeps:
    graded = {item: dict(enumerate(one[:LEVELS])) for item, one in counts.items()}
    spread = Spread.of(graded.values())
    now = rounded(spread.alpha(), digits)

    def keeps(item: str, name: str, after: Counts) -> bool:
        if name != of:
            return True
        other = spread.replaced(graded[item], dict(enumerate(after[:LEVELS])))
        return rounded(other.alpha(), digits) == now

    return keeps
