"""What to discuss about an advice."""

from __future__ import annotations

from collections.abc import Iterator

from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.readiness.aggregation import way_named
from lerendwerk_core.readiness.result import Readiness
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Route, Stage


def findings(readiness: Readiness) -> Iterator[Finding]:
    """Yield what to discuss about the advice."""
    if readiness.reconstruction:
        yield _finding("checklist-reconstruction", readiness)
    yield from _of_layers(readiness)
    if readiness.untold:
        yield _finding("rounds-untold", readiness, moments=readiness.untold)
    if readiness.route is Route.UNDETERMINED:
        yield _finding("route-undetermined", readiness, items=readiness.drivers)
    elif readiness.margin == 1:
        yield _finding("route-narrow", readiness)
    holds = readiness.stability
    if holds and holds.depends_on_choice:
        said = [
            Text(f"{way_named(way).nl}: {route.label.nl}", f"{way_named(way).en}: {route.label.en}")
            for way, route in holds.routes.items()
        ]
        yield _finding("route-by-combination", readiness, routes=said)
    if holds and holds.without_anyone is False:
        yield _finding("route-hangs-on-one", readiness)
    differ = readiness.disagreement
    if differ and differ.full_scale:
        yield _finding("respondents-polarised", readiness, items=differ.polarised)


def _of_layers(readiness: Readiness) -> Iterator[Finding]:
    if readiness.outdated:
        yield _finding("checklist-outdated", readiness, layers=readiness.outdated)
    if readiness.untranslated:
        yield _finding("checklist-untranslated", readiness, items=readiness.untranslated)
    beside = readiness.comparable
    if beside and beside.differs:
        routes = [
            one.route.label if one.route else "-"
            for one in (beside.under_base, beside.under_variant)
        ]
        values = {"base": beside.base, "there": routes[0], "here": routes[1]}
        yield _finding("route-by-tailoring", readiness, **values)


def _finding(code: str, readiness: Readiness, **values: object) -> Finding:
    where, stage = "checklist", Stage.READINESS
    return Finding.of(code, where, stage=stage, checklist=readiness.label, **values)
