"""
Of few people less is told together: their advice stands, but not every figure beside it.

A figure over all answers, such as how far people agree, narrows down what a hidden count can be; with few
people perhaps to one. So figures are added one by one, the most useful first, as long as for every hidden
count there still is somebody who could have answered otherwise without any of them being another. What
depends on who answered what to several items is not told at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from lerendwerk_core.disclosure import TOTAL
from lerendwerk_core.model.answers import LEVELS, AnswerSheet, Counts
from lerendwerk_core.model.contracts import Aggregation
from lerendwerk_core.model.table import Table
from lerendwerk_core.readiness.agreement import Spread
from lerendwerk_core.readiness.disagreement import Disagreement, rounded
from lerendwerk_core.readiness.opened import Keeps, Opened
from lerendwerk_core.readiness.several import one_answer
from lerendwerk_core.readiness.stability import Routing, Stability, filled

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
    counts, way = {item: table.total for item, table in told.tables.items()}, told.way
    pooled = [one for one in ways if not one.by_organisation]
    figures: dict[str, Keeps] = {
        "routes": _all_keep([_keeps_route(counts, one, route) for one in pooled]),
        "open_best": _keeps_filled(counts, way, route, 0),
        "open_worst": _keeps_filled(counts, way, route, LEVELS - 1),
        "alpha": _keeps_alpha(counts, TOTAL),
    }
    for name in differs.within:
        rows = {item: table.rows[name] for item, table in told.tables.items()}
        figures[f"within {name}"] = _keeps_alpha(rows, name)
    kept = _borne(told, figures)
    keys = {one.key for one in pooled} | {"one-organisation-one-vote"}
    routes = ((key, said) for key, said in holds.routes.items() if "routes" in kept and key in keys)
    holds = attrs.evolve(
        holds,
        routes=Table(routes),
        without_anyone=None,
        organisations=None,
        open_best=holds.open_best if "open_best" in kept else None,
        open_worst=holds.open_worst if "open_worst" in kept else None,
    )
    within = ((name, said) for name, said in differs.within.items() if f"within {name}" in kept)
    alpha = differs.alpha if "alpha" in kept else None
    return holds, attrs.evolve(differs, alpha=alpha, within=Table(within))


def _borne(told: Opened, figures: Mapping[str, Keeps]) -> list[str]:
    """Return the names of the figures that can be told together."""
    kept: list[str] = []
    for name in figures:
        if told.bears(_all_keep([figures[one] for one in (*kept, name)])):
            kept.append(name)
    return kept


def _all_keep(figures: Iterable[Keeps]) -> Keeps:
    known = tuple(figures)
    return lambda item, name, after: all(keeps(item, name, after) for keeps in known)


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


def _keeps_alpha(counts: Mapping[str, Counts], of: str) -> Keeps:
    graded = {item: dict(enumerate(one[:LEVELS])) for item, one in counts.items()}
    spread = Spread.of(graded.values())
    now = rounded(spread.alpha())

    def keeps(item: str, name: str, after: Counts) -> bool:
        if name != of:
            return True
        other = spread.replaced(graded[item], dict(enumerate(after[:LEVELS])))
        return rounded(other.alpha()) == now

    return keeps
