"""Stage 1: whether lerend werken is the road, what that rests on, and whether it would hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lerendwerk_core.model.rounds import RoundChange
from lerendwerk_core.readiness import Readiness
from lerendwerk_core.readiness.aggregation import way_named
from lerendwerk_core.readiness.comparable import Result
from lerendwerk_core.readiness.disagreement import Disagreement
from lerendwerk_core.readiness.stability import Stability
from lerendwerk_core.text import Text, number
from lerendwerk_core.views.answers.phrases import listed
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import Route
from lerendwerk_core.wording import page_text

MOST_NAMED = 12
"""Of so many organisations each route is a line; of more, how many have which."""


def readiness_answer(shown: Shown) -> Text:
    if shown.readiness is None:
        return page_text("readiness-none")
    return page_text("readiness", route=shown.readiness.route.label)


def readiness_points(shown: Shown) -> Iterator[Text]:
    result = shown.readiness
    if result is None:
        return
    yield from result.because
    if result.people is not None:
        yield page_text("readiness-people", people=result.people)
    sections = [f"{one.id} {one.deficient}/{one.items}" for one in result.sections]
    yield page_text("readiness-sections", sections=sections)
    yield from _agenda(result)
    yield from _flips(result)
    if result.disagreement:
        yield from _agreement(result.disagreement)
    yield from _voices(result.respondents)
    yield from _voices(result.organisations)
    if result.stability:
        yield from _holds(result.stability)
    yield from _beside(result)
    for change in result.changes:
        yield from _changed(change)


def _agenda(result: Readiness) -> Iterator[Text]:
    """Yield what to talk about, what people stand against each other on first."""
    polarised = result.disagreement.polarised if result.disagreement else ()
    for item in polarised:
        yield page_text("readiness-polarised", item=item, text=result.texts[item])
    code = "open" if result.route is Route.UNDETERMINED else "driver"
    for item in result.drivers:
        if item not in polarised:
            yield page_text(f"readiness-{code}", item=item, text=result.texts[item])


def _flips(result: Readiness) -> Iterator[Text]:
    if result.flips:
        yield page_text("readiness-flip", flip=result.flips[0], total=result.flips_total)
    for route, reach in result.reach.items():
        name = Route.valued(route).label
        sets = {"items": reach.sets[0], "total": reach.total}
        yield page_text("readiness-reach", route=name, answers=reach.answers, **sets)
        yield from reach.because
    if result.target and result.target is not result.route:
        within = result.target.value in result.reach
        code = "readiness-target" if within else "readiness-target-out"
        yield page_text(code, route=result.target.label)


def _agreement(differ: Disagreement) -> Iterator[Text]:
    if differ.alpha is not None:
        yield page_text("readiness-alpha", alpha=differ.alpha)
    if differ.items_differing is not None:
        values = {"differing": differ.items_differing, "full": differ.full_scale}
        yield page_text("readiness-differ", **values)
    if differ.silent:
        yield page_text("readiness-silent", items=differ.silent)
    if differ.within:
        within = [
            Text(f"{name} {number(alpha, 'nl')}", f"{name} {number(alpha, 'en')}")
            for name, alpha in differ.within.items()
        ]
        yield page_text("readiness-within", within=within)
    if differ.between:
        between = differ.between
        alpha = page_text("undefined") if between.alpha is None else between.alpha
        order = page_text("undefined") if between.kendalls_w is None else between.kendalls_w
        yield page_text("readiness-between", alpha=alpha, order=order)


def _voices(apart: Mapping[str, Readiness]) -> Iterator[Text]:
    """Yield the advice of each respondent or organisation, or how many have which."""
    if len(apart) > MOST_NAMED:
        routes = [one.route for one in apart.values()]
        said = [
            Text(f"{routes.count(one)} {one.label.nl}", f"{routes.count(one)} {one.label.en}")
            for one in Route
            if one in routes
        ]
        yield page_text("readiness-organisations", routes=listed(said))
        return
    for name, one in apart.items():
        values = {"route": one.route.label, "deficient": one.deficient, "items": one.items}
        yield page_text("readiness-respondent", name=name, **values)


def _holds(holds: Stability) -> Iterator[Text]:
    if holds.routes and not holds.depends_on_choice:
        yield page_text("readiness-any-way", ways=[way_named(way) for way in holds.routes])
    if holds.without_anyone:
        yield page_text("readiness-without-anyone")
    if holds.organisations:
        yield page_text("readiness-without-organisation", organisations=holds.organisations)
    if holds.items:
        yield page_text("readiness-without-item", items=holds.items)
    if holds.open_best and holds.open_worst:
        ends = {"best": holds.open_best.label, "worst": holds.open_worst.label}
        yield page_text("readiness-filled", **ends)


def _beside(result: Readiness) -> Iterator[Text]:
    beside = result.comparable
    if beside is None:
        return
    yield page_text("readiness-core", base=beside.base, core=_said(beside.core))
    there, here = _said(beside.under_base), _said(beside.under_variant)
    yield page_text("readiness-beside", base=beside.base, there=there, here=here)


def _said(result: Result) -> Text:
    route = result.route.label if result.route else page_text("too-few-items")
    counts = f"({result.deficient}/{result.items})"
    return Text(f"{route.nl} {counts}", f"{route.en} {counts}")


def _changed(change: RoundChange) -> Iterator[Text]:
    yield page_text(
        "readiness-changed",
        before=change.before,
        after=change.after,
        improved=_named(change.improved),
        worsened=_named(change.worsened),
    )
    if change.carried_by:
        values = {
            "there": change.route_before.label,
            "here": change.route_after.label,
            "items": change.carried_by[0],
            "total": change.carried_total,
        }
        yield page_text("readiness-carried", after=change.after, **values)


def _named(items: Sequence[str]) -> Sequence[str]:
    return items or ("-",)
