"""The answer of every stage in one sentence, and what stands behind it: for text and page alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from lerendwerk_core.learning.characteristics import MET
from lerendwerk_core.regie.govern import ArrangementFigures
from lerendwerk_core.text import Text, number
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.vocabulary import Stage
from lerendwerk_core.wording import page_text

MINUTES_PER_HOUR = 60


@attrs.frozen(kw_only=True)
class StageAnswer:
    """What a stage asks, what it answers, and the points behind the answer."""

    stage: Stage
    question: Text
    answer: Text
    points: tuple[Text, ...]


def answers(shown: Shown) -> tuple[StageAnswer, ...]:
    """Return the answers of all ten stages, in order."""
    return tuple(
        StageAnswer(
            stage=stage,
            question=page_text(f"question-{stage.value}"),
            answer=answer(shown),
            points=tuple(points(shown)),
        )
        for stage, (answer, points) in _STAGES.items()
    )


def percentage(share: float | None) -> Text:
    """Return *share* (0 to 1) in per cent, with one decimal at the most."""
    if share is None:
        return Text("-", "-")
    value = round(share * 100, 1)
    return Text(f"{number(value, 'nl')} %", f"{number(value, 'en')}%")


def signed(value: float) -> Text:
    """Return *value* with its sign."""
    sign = "+" if value > 0 else ""
    return Text(sign + number(value, "nl"), sign + number(value, "en"))


def chain(parts: Sequence[Text]) -> Text:
    """Return *parts* with arrows between them."""
    return Text(" > ".join(part.nl for part in parts), " > ".join(part.en for part in parts))


def listed(parts: Sequence[Text]) -> Text:
    """Return *parts* with commas between them."""
    nl, en = ", ".join(part.nl for part in parts), ", ".join(part.en for part in parts)
    return Text(nl or "-", en or "-")


# -- set-up ----------------------------------------------------------------------------------------


def _setup(shown: Shown) -> Text:
    scope = shown.scope
    place = scope.municipality
    name = f"{place.name} ({place.code})" if place else shown.id
    acts = listed([act.label for act in scope.acts])
    behind = Text(f", {acts.nl}", f", {acts.en}") if scope.acts else Text("", "")
    counts = scope.counts
    return page_text(
        "setup",
        name=name,
        acts=behind,
        people=counts.people,
        disciplines=counts.disciplines,
        organisations=counts.organisations,
        steps=counts.steps,
    )


def _setup_points(shown: Shown) -> Iterator[Text]:
    scope = shown.scope
    period = scope.period
    if period.start and period.go_live:
        yield page_text("setup-period", start=period.start, go_live=period.go_live)
    staff = [f"{name} {count}" for name, count in scope.staff.shown.items()]
    if staff:
        yield page_text("setup-staff", staff=staff)
    if scope.staff.hidden:
        yield page_text("setup-hidden", minimum=scope.minimum_cell, hidden=scope.staff.hidden)


# -- readiness -------------------------------------------------------------------------------------


def _readiness(shown: Shown) -> Text:
    if shown.readiness is None:
        return page_text("readiness-none")
    return page_text("readiness", route=shown.readiness.route.label)


def _readiness_points(shown: Shown) -> Iterator[Text]:
    result = shown.readiness
    if result is None:
        return
    yield from result.because
    sections = [f"{one.id} {one.deficient}/{one.items}" for one in result.sections]
    yield page_text("readiness-sections", sections=sections)
    if result.drivers:
        yield page_text("readiness-drivers", drivers=result.drivers)
    if result.flips:
        yield page_text("readiness-flip", flip=result.flips[0], total=result.flips_total)
    if result.disagreement:
        differ = result.disagreement
        values = {"differing": differ.items_differing, "full": differ.full_scale}
        yield page_text("readiness-differ", **values)
    for name, one in result.respondents.items():
        route, items = one.route.label, one.items
        yield page_text(
            "readiness-respondent", name=name, route=route, deficient=one.deficient, items=items
        )


# -- regie -----------------------------------------------------------------------------------------


def scope_of(one: ArrangementFigures) -> Text:
    """Return what an arrangement holds for: its area, its act, or the whole territory."""
    if one.area:
        return Text.of(one.area)
    return one.act.label if one.act else page_text("regie-whole")


def _regie(shown: Shown) -> Text:
    if not shown.regie.arrangements:
        return page_text("regie-none")
    parts = [
        page_text("regie-one", scope=scope_of(one), model=one.label, degree=one.steering_degree)
        for one in shown.regie.arrangements
    ]
    nl, en = "; ".join(part.nl for part in parts), "; ".join(part.en for part in parts)
    return Text(f"{nl}.", f"{en}.")


def _regie_points(shown: Shown) -> Iterator[Text]:
    for one in shown.regie.arrangements:
        if one.partners:
            partners = listed([shown.regie.parties[partner] for partner in one.partners])
            yield page_text("regie-partners", scope=scope_of(one), partners=partners)
        yield from one.because
    if shown.regie.outside_services:
        yield page_text("regie-outside", steps=shown.regie.outside_services)
    named = shown.regie.parties
    for path in dict.fromkeys(shown.regie.accountability.values()):
        yield page_text("regie-path", path=chain([named[party] for party in path]))


# -- process ---------------------------------------------------------------------------------------


def _process(shown: Shown) -> Text:
    if shown.process is None:
        return page_text("process-none")
    now = shown.process.now
    if not now.wait_days and not now.touch_minutes:
        values = {"steps": now.steps, "transitions": now.transitions, "handovers": now.handovers}
        return page_text("process-untimed", **values)
    return page_text(
        "process",
        handovers=now.handovers,
        transitions=now.transitions,
        wait=now.wait_days,
        touch=round(now.touch_minutes / MINUTES_PER_HOUR, 1),
    )


def _process_points(shown: Shown) -> Iterator[Text]:
    if shown.process is None:
        return
    for version, one in shown.process.versions.items():
        if one.flow_efficiency is not None:
            flow = percentage(one.flow_efficiency)
            yield page_text("process-flow", version=version, flow=flow)
        if any(one.stance.values()):
            yield page_text("process-stance", version=version, **one.stance)
    for change in shown.process.changes:
        yield page_text(
            "process-change",
            before=change.before,
            after=change.after,
            handovers=signed(change.handovers),
            wait=signed(change.wait_days),
            touch=signed(change.touch_minutes),
        )


# -- groups ----------------------------------------------------------------------------------------


def _composition(shown: Shown) -> Text:
    result = shown.composition
    if not result.groups and result.status == "not-asked":
        return page_text("composition-none")
    existing = Text("", "")
    if result.groups:
        existing = page_text("composition-existing", count=len(result.groups))
    proposed = Text("", "")
    if result.proposed:
        status = page_text(f"status-{result.status}", gap=percentage(result.gap))
        proposed = page_text("composition-proposed", count=len(result.proposed), status=status)
    elif result.status != "not-asked":
        proposed = page_text("composition-failed")
    return page_text("composition", existing=existing, proposed=proposed)


def _composition_points(shown: Shown) -> Iterator[Text]:
    result = shown.composition
    for name, one in (*result.groups.items(), *result.proposed.items()):
        yield page_text(
            "group",
            name=name,
            size=one.size,
            disciplines=one.disciplines,
            organisations=one.organisations,
            covered=one.steps_covered,
        )
    yield from result.because


# -- roles, principles -----------------------------------------------------------------------------


def _alignment(shown: Shown) -> Text:
    versions = list(shown.alignment.roles.values())
    if not versions:
        return page_text("alignment-none")
    unclear = [len(v.accountable_missing) + len(v.accountable_double) for v in versions]
    later = Text("", "")
    if len(versions) > 1:
        later = page_text("alignment-later", unclear=unclear[-1])
    steps = len(versions[0].rows)
    return page_text("alignment", unclear=unclear[0], steps=steps, later=later)


def _alignment_points(shown: Shown) -> Iterator[Text]:
    versions = list(shown.alignment.roles.values())
    if versions and versions[-1].pairs_without_agreement:
        pairs = [" + ".join(pair) for pair in versions[-1].pairs_without_agreement]
        yield page_text("alignment-pairs", pairs=pairs)
    fields = 6
    all_fields = fields * len(shown.alignment.open_positions)
    still_open = sum(len(names) for names in shown.alignment.open_positions.values())
    yield page_text("alignment-positions", filled=all_fields - still_open, all=all_fields)


def _principles(shown: Shown) -> Text:
    figures = shown.alignment.principles
    if not figures.labels:
        return page_text("principles-none")
    return page_text("principles", both=len(figures.both), all=len(figures.labels))


def _principles_points(shown: Shown) -> Iterator[Text]:
    yield page_text("principles-agreements", count=len(shown.alignment.agreements))
    share = shown.alignment.plan.by_participants
    if share is not None:
        yield page_text("principles-plan", share=percentage(share))


# -- learning, outcomes, review --------------------------------------------------------------------


def _learning(shown: Shown) -> Text:
    result = shown.learning
    return page_text(
        "learning",
        collective=len(result.collective_route.needs),
        personal=result.personal_needs,
        met=sum(one.state == MET for one in result.characteristics.values()),
    )


def _learning_points(shown: Shown) -> Iterator[Text]:
    result = shown.learning
    for need in result.needs:
        if need.total is None:
            yield page_text("learning-hidden", need=need.label)
        else:
            route = page_text("learning-collective") if need.collective else Text("", "")
            yield page_text("learning-need", need=need.label, total=need.total, route=route)
    proposal = result.collective_route.proposal
    names = listed([one.label for one in proposal.activities])
    yield page_text("learning-route", activities=names, hours=proposal.hours)
    for goal in result.unlearning:
        if goal.now:
            yield page_text("learning-unlearn", goal=goal.label, state=goal.now.label)


def _outcomes(shown: Shown) -> Text:
    if shown.outcomes is None:
        return page_text("outcomes-none")
    series = shown.outcomes.series.values()
    latest = [list(one.moments.values())[-1] for one in series if one.moments]
    judged = [one.worse for one in latest]
    changed = [bool(one.change) for one in latest]
    better = sum(worse is False and moved for worse, moved in zip(judged, changed, strict=True))
    return page_text("outcomes", better=better, all=len(latest), worse=judged.count(True))


def _outcomes_points(shown: Shown) -> Iterator[Text]:
    if shown.outcomes is None:
        return
    for one in shown.outcomes.series.values():
        values = [_moment(moment, figures.value) for moment, figures in one.moments.items()]
        label = Text(f"{one.label.nl} ({one.better.nl})", f"{one.label.en} ({one.better.en})")
        yield page_text("outcomes-series", label=label, values=listed(values))
    if shown.outcomes.unmeasured:
        parts = [page_text(f"part-{part}") for part in shown.outcomes.unmeasured]
        yield page_text("outcomes-unmeasured", parts=listed(parts))


def _moment(moment: str, value: float | None) -> Text:
    shown = page_text("hidden") if value is None else Text(number(value, "nl"), number(value, "en"))
    return Text(f"{moment} {shown.nl}", f"{moment} {shown.en}")


def _review(shown: Shown) -> Text:
    routes = shown.review.routes
    if len(routes) < 2:  # noqa: PLR2004 - looking back takes two
        return page_text("review-none")
    parts = [
        Text(f"{moment} {route.nl}", f"{moment} {route.en}") for moment, route in routes.items()
    ]
    return page_text("review", routes=listed(parts))


def _review_points(shown: Shown) -> Iterator[Text]:
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


_STAGES: Mapping[Stage, tuple[Callable[[Shown], Text], Callable[[Shown], Iterator[Text]]]] = {
    Stage.SETUP: (_setup, _setup_points),
    Stage.READINESS: (_readiness, _readiness_points),
    Stage.REGIE: (_regie, _regie_points),
    Stage.PROCESS: (_process, _process_points),
    Stage.COMPOSITION: (_composition, _composition_points),
    Stage.ALIGNMENT: (_alignment, _alignment_points),
    Stage.PRINCIPLES: (_principles, _principles_points),
    Stage.LEARNING: (_learning, _learning_points),
    Stage.OUTCOMES: (_outcomes, _outcomes_points),
    Stage.REVIEW: (_review, _review_points),
}
