"""Stages 0 and 2: who it is about, who steers."""

from __future__ import annotations

from collections.abc import Iterator

from lerendwerk_core.regie.govern import ArrangementFigures
from lerendwerk_core.text import Text
from lerendwerk_core.views.answers.phrases import chain, listed
from lerendwerk_core.views.shown import Shown
from lerendwerk_core.wording import page_text


def setup_answer(shown: Shown) -> Text:
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
        people=page_text("hidden") if counts.people is None else counts.people,
        disciplines=counts.disciplines,
        organisations=counts.organisations,
        steps=counts.steps,
    )


def setup_points(shown: Shown) -> Iterator[Text]:
    scope = shown.scope
    period = scope.period
    if period.start and period.go_live:
        yield page_text("setup-period", start=period.start, go_live=period.go_live)
    staff = [f"{name} {count}" for name, count in scope.staff.shown.items()]
    if staff:
        yield page_text("setup-staff", staff=staff)
    if scope.staff.hidden:
        yield page_text("setup-hidden", minimum=scope.minimum_cell, hidden=scope.staff.hidden)


def scope_of(one: ArrangementFigures) -> Text:
    """Return what an arrangement holds for: its area, its act, or the whole territory."""
    if one.area:
        return Text.of(one.area)
    return one.act.label if one.act else page_text("regie-whole")


def regie_answer(shown: Shown) -> Text:
    if not shown.regie.arrangements:
        return page_text("regie-none")
    parts = [
        page_text("regie-one", scope=scope_of(one), model=one.label, degree=one.steering_degree)
        for one in shown.regie.arrangements
    ]
    nl, en = "; ".join(part.nl for part in parts), "; ".join(part.en for part in parts)
    return Text(f"{nl}.", f"{en}.")


def regie_points(shown: Shown) -> Iterator[Text]:
    for one in shown.regie.arrangements:
        if one.partners:
            partners = listed([shown.regie.parties[partner] for partner in one.partners])
            yield page_text("regie-partners", scope=scope_of(one), partners=partners)
        yield from one.because
    if shown.regie.outside_services:
        yield page_text("regie-outside", steps=shown.regie.outside_services)
    yield from _history(shown)
    yield from _coherence(shown)
    named = shown.regie.parties
    for path in dict.fromkeys(shown.regie.accountability.values()):
        yield page_text("regie-path", path=chain([named[party] for party in path]))


def _history(shown: Shown) -> Iterator[Text]:
    labels = shown.regie.words
    for one in shown.regie.history:
        yield page_text(
            "regie-change",
            scope=one.area or (one.act.label if one.act else page_text("regie-whole")),
            before=labels.get(one.before, one.before),
            after=labels.get(one.after, one.after),
            date=one.date or page_text("regie-undated"),
            why=one.rationale or page_text("regie-unexplained"),
        )


def _coherence(shown: Shown) -> Iterator[Text]:
    found = shown.regie.coherence
    if found.serves and found.endorses:
        yield page_text(
            "regie-coherence",
            actors=len(found.actors),
            independent=len(found.independent),
            actions=len(found.actions_without_goal),
            goals=len(found.goals_without_action),
            unendorsed=len(found.working_without_endorsing),
            idle=len(found.actors_without_action),
        )
