"""Stages 7 to 9: what is learned, whether it works, looking back."""

from __future__ import annotations

from collections.abc import Iterator

from lerendwerk_core.learning.characteristics import MET
from lerendwerk_core.learning.plan import EVERYBODY
from lerendwerk_core.model.routes import LearningRoute
from lerendwerk_core.outcomes import Difference, PartFigures, SeriesFigures
from lerendwerk_core.text import Text, number
from lerendwerk_core.views.answers.phrases import listed, percentage
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import Better
from lerendwerk_core.wording import hint_text, page_text


def learning_answer(shown: Shown) -> Text:
    result = shown.learning
    return page_text(
        "learning",
        collective=len(result.collective_needs),
        personal=result.personal_needs,
        met=sum(one.state == MET for one in result.characteristics.values()),
    )


def learning_points(shown: Shown) -> Iterator[Text]:
    result = shown.learning
    for need in result.needs:
        if need.total is None:
            yield page_text("learning-hidden", need=need.label)
        else:
            route = page_text("learning-collective") if need.collective else Text("", "")
            yield page_text("learning-need", need=need.label, total=need.total, route=route)
    for group, planned in result.routes.items():
        yield from _route_points(group, planned)
    if result.planned:
        hours = result.hours
        values = {"planned": hours.planned or 0.0, "proposed": hours.proposed}
        yield page_text("learning-hours", **values)
        yield page_text("learning-joint", because=listed(result.joint.because))
    seen = [one.label for one in result.road if one.seen]
    still = [one.label for one in result.road if not one.seen]
    yield page_text("learning-road", seen=seen, open=still)
    for goal in result.unlearning:
        if goal.now:
            yield page_text("learning-unlearn", goal=goal.label, state=goal.now.label)


def _route_points(group: str, route: LearningRoute) -> Iterator[Text]:
    name: str | Text = page_text("learning-everybody") if group == EVERYBODY else group
    yield page_text(
        "learning-route",
        group=name,
        activities=listed([one.label for one in route.activities]),
        hours=route.hours,
        new=route.new_hours,
        status=route.status.label,
    )
    if route.conflict:
        parts = [_part(route, key) for key in route.conflict]
        yield page_text("learning-conflict", group=name, wishes=listed(parts))
    for way in route.ways_out:
        yield page_text("learning-way-out", group=name, way=way.because)


def _part(route: LearningRoute, key: str) -> Text:
    """Return a part of a conflict in words: a wish, or a limit."""
    return route.wishes[key] if key in route.wishes else page_text(f"limit-{key}")


def outcomes_answer(shown: Shown) -> Text:
    if shown.outcomes is None:
        return page_text("outcomes-none")
    series = shown.outcomes.series.values()
    latest = [list(one.moments.values())[-1] for one in series if one.moments]
    judged = [one.worse for one in latest]
    changed = [bool(one.change) for one in latest]
    better = sum(worse is False and moved for worse, moved in zip(judged, changed, strict=True))
    return page_text("outcomes", better=better, all=len(latest), worse=judged.count(True))


def outcomes_points(shown: Shown) -> Iterator[Text]:
    yield from _measured_points(shown)
    for goal in shown.learning.unlearning:
        if goal.relapses:
            yield page_text("outcomes-relapse", goal=goal.label, moments=goal.relapses)
    hours = shown.learning.hours
    if hours.planned is not None and hours.frame is not None:
        yield page_text("outcomes-frame", planned=hours.planned, frame=hours.frame)
    if hours.share_of_work is not None:
        yield page_text("outcomes-work", share=percentage(hours.share_of_work))


def _measured_points(shown: Shown) -> Iterator[Text]:
    found = shown.outcomes
    if found is None:
        return
    for table in (found.series, found.structure, found.observation):
        for one in table.values():
            yield from _series_points(one)
    if found.unmeasured:
        parts = [page_text(f"part-{part}") for part in found.unmeasured]
        yield page_text("outcomes-unmeasured", parts=listed(parts))


def _series_points(one: SeriesFigures) -> Iterator[Text]:
    values = [_moment(moment, figures.value) for moment, figures in one.moments.items()]
    label = Text(f"{one.label.nl} ({one.better.nl})", f"{one.label.en} ({one.better.en})")
    yield page_text("outcomes-series", label=label, values=listed(values))
    if one.differences:
        yield _difference(one, one.differences[0])
    for by, part in one.parts.items():
        yield _for_whom(one, by, part)


def _for_whom(one: SeriesFigures, by: str, part: PartFigures) -> Text:
    """Return the first and the last moment of every cell that may be seen."""
    cells = []
    for cell, moments in part.cells.items():
        ends = list(moments.items())
        first_and_last = ends if len(ends) == 1 else [ends[0], ends[-1]]
        said = listed([_moment(moment, figures.value) for moment, figures in first_and_last])
        cells.append(Text(f"{cell} {said.nl}", f"{cell} {said.en}"))
    kind = hint_text(f"kind-{by}")
    return page_text(
        "outcomes-by",
        label=one.label,
        by=kind,
        cells=Text("; ".join(c.nl for c in cells), "; ".join(c.en for c in cells)),
        hidden=part.hidden,
    )


def _difference(one: SeriesFigures, whole: Difference) -> Text:
    """Return what changed from the first moment to the last, as plain when worse as when better."""
    said = {
        "label": one.label,
        "before": whole.before,
        "after": whole.after,
        "value": whole.value,
        "margin": _margin(whole),
    }
    if not whole.value:
        return page_text("outcomes-same", **said)
    if one.better is Better.UNKNOWN:
        return page_text("outcomes-changed", **said)
    rose = whole.value > 0
    if rose is (one.better is Better.HIGHER):
        return page_text("outcomes-better", **said)
    return page_text("outcomes-worse", **said)


def _margin(whole: Difference) -> Text:
    if whole.low is None or whole.high is None:
        return page_text("outcomes-no-margin")
    return page_text("outcomes-margin", low=whole.low, high=whole.high)


def _moment(moment: str, value: float | None) -> Text:
    shown = page_text("hidden") if value is None else Text(number(value, "nl"), number(value, "en"))
    return Text(f"{moment} {shown.nl}", f"{moment} {shown.en}")


def review_answer(shown: Shown) -> Text:
    routes = shown.review.routes
    if len(routes) < 2:  # noqa: PLR2004 - looking back takes two
        return page_text("review-none")
    parts = [
        Text(f"{moment} {route.nl}", f"{moment} {route.en}") for moment, route in routes.items()
    ]
    return page_text("review", routes=listed(parts))


def review_points(shown: Shown) -> Iterator[Text]:
    for change in shown.review.changes:
        yield page_text(
            "review-change",
            before=change.before,
            after=change.after,
            improved=change.improved,
            worsened=change.worsened,
        )
    if shown.review.overdue:
        yield page_text("review-overdue", moments=shown.review.overdue)
