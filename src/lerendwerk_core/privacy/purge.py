"""What is past its term on a day, taken out of a dossier; the day is given, for there is no clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TypeVar

import attrs

from lerendwerk_core.model.answers import ChecklistUse
from lerendwerk_core.model.composition import ComposeRequest
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.outcomes import OutcomeRecord
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Kept

V = TypeVar("V")

YEARS: Mapping[Kept, int] = {
    Kept.STAFF: 1,
    Kept.ANSWERS: 1,
    Kept.NEEDS: 1,
    Kept.UNLEARNING: 1,
    Kept.AGREEMENTS: 10,
    Kept.ACTIVITIES: 5,
    Kept.PERSONAL: 5,
    Kept.OUTCOMES: 5,
}
"""
The term of each kind in years.

From the selectielijst (static reference list of 2020): agreements as the introduction of a new way of
working (1.1), personal routes as personal development plans (3.1), activities as internal schooling
(22.1), outcomes as an internal report (20.1.5). The other terms are a choice of our own.
"""


@attrs.frozen(kw_only=True)
class Expiry(Wired):
    """A thing in a dossier: its kind, its place, and the day from which it goes, if it has a date."""

    kind: Kept
    where: str
    until: dt.date | None


@attrs.frozen(kw_only=True)
class Purged:
    """The dossier without what is past its term; what went, what stays until when, what has no date."""

    dossier: Dossier
    removed: tuple[Expiry, ...]
    kept_until: tuple[Expiry, ...]
    undated: tuple[Expiry, ...]


def purge(dossier: Dossier, now: dt.date) -> Purged:
    """
    Return *dossier* without what is past its term on the day *now*, by its own terms first.

    What has no date of its own goes by the last date in the dossier. Where something went, that date
    becomes the end of the period, so that what stays does not grow older by it.
    """
    end = end_of(dossier)
    terms = {**YEARS, **dossier.retention}
    found = [
        Expiry(kind=kind, where=where, until=_until(date or end, terms[kind]))
        for kind, where, date in _things(dossier)
    ]
    removed = tuple(one for one in found if one.until and one.until <= now)
    return Purged(
        dossier=_without(dossier, {one.where for one in removed}, end) if removed else dossier,
        removed=removed,
        kept_until=tuple(one for one in found if one.until and one.until > now),
        undated=tuple(one for one in found if one.until is None),
    )


def end_of(dossier: Dossier) -> dt.date | None:
    """Return the end of the period, or else the last date that *dossier* holds."""
    if dossier.period.end:
        return dossier.period.end
    plan = dossier.plan
    dates = (
        dossier.period.start,
        dossier.period.go_live,
        *(one.date for one in plan.reviews),
        *(one.start for one in plan.change_steps),
        *(one.date for one in dossier.agreements),
        *(one.date for one in dossier.activities),
        *(one.date for goal in dossier.unlearning for one in goal.events),
    )
    return max((date for date in dates if date), default=None)


def _until(date: dt.date | None, years: int) -> dt.date | None:
    """Return the day *years* after *date*; from 29 February the first of March, if need be."""
    if date is None:
        return None
    if date.year + years > dt.MAXYEAR:
        return dt.date.max
    try:
        return date.replace(year=date.year + years)
    except ValueError:
        return dt.date(date.year + years, 3, 1)


def _things(dossier: Dossier) -> Iterator[tuple[Kept, str, dt.date | None]]:
    """Yield everything that has a term, with its place and its own date."""
    moments = dossier.moment_dates
    if dossier.people or any(one.members for one in dossier.groups) or dossier.compose:
        yield Kept.STAFF, "people", None
    for one in dossier.checklist.rounds if dossier.checklist else ():
        yield Kept.ANSWERS, f"checklist.{one.moment}", moments.get(one.moment)
    yield from ((Kept.NEEDS, f"needs.{one.id}", None) for one in dossier.needs)
    yield from ((Kept.UNLEARNING, f"unlearning.{one.id}", None) for one in dossier.unlearning)
    yield from ((Kept.AGREEMENTS, f"agreements.{a.id}", a.date) for a in dossier.agreements)
    yield from ((Kept.ACTIVITIES, f"activities.{a.id}", a.date) for a in dossier.activities)
    if dossier.personal_routes:
        yield Kept.PERSONAL, "personal_routes", None
    for moment in _measured(dossier.outcomes) if dossier.outcomes else ():
        yield Kept.OUTCOMES, f"outcomes.{moment}", moments.get(moment)


def _measured(record: OutcomeRecord) -> Iterator[str]:
    every = (*record.response, *(moment for one in record.series for moment in one.values))
    yield from dict.fromkeys((*every, *(one.moment for one in record.observations)))


def _without(dossier: Dossier, gone: set[str], end: dt.date | None) -> Dossier:
    """Return *dossier* without what is *gone*, nor any mention of it in what stays."""
    kept = attrs.evolve(
        dossier if "people" not in gone else _unstaffed(dossier),
        period=attrs.evolve(dossier.period, end=end),
        checklist=_asked(dossier.checklist, gone) if dossier.checklist else None,
        needs=tuple(one for one in dossier.needs if f"needs.{one.id}" not in gone),
        unlearning=tuple(one for one in dossier.unlearning if f"unlearning.{one.id}" not in gone),
        agreements=tuple(one for one in dossier.agreements if f"agreements.{one.id}" not in gone),
        personal_routes=() if "personal_routes" in gone else dossier.personal_routes,
        outcomes=_followed(dossier.outcomes, gone) if dossier.outcomes else None,
    )
    return _unmentioned(kept, gone)


def _unmentioned(dossier: Dossier, gone: set[str]) -> Dossier:
    """Return *dossier* with activities and change steps that name nothing that is gone."""
    activities = (
        attrs.evolve(
            one,
            needs=tuple(need for need in one.needs if f"needs.{need}" not in gone),
            unlearns=tuple(goal for goal in one.unlearns if f"unlearning.{goal}" not in gone),
        )
        for one in dossier.activities
        if f"activities.{one.id}" not in gone
    )
    steps = (
        attrs.evolve(one, activity="") if f"activities.{one.activity}" in gone else one
        for one in dossier.plan.change_steps
    )
    plan = attrs.evolve(dossier.plan, change_steps=tuple(steps))
    return attrs.evolve(dossier, activities=tuple(activities), plan=plan)


def _unstaffed(dossier: Dossier) -> Dossier:
    """Return *dossier* without people; groups keep their name, so that what names them still can."""
    groups = (attrs.evolve(one, members=()) for one in dossier.groups)
    asked: ComposeRequest | None = None
    return attrs.evolve(dossier, people=(), groups=tuple(groups), compose=asked)


def _asked(used: ChecklistUse, gone: set[str]) -> ChecklistUse | None:
    rounds = tuple(one for one in used.rounds if f"checklist.{one.moment}" not in gone)
    return attrs.evolve(used, rounds=rounds) if rounds or not used.rounds else None


def _followed(record: OutcomeRecord, gone: set[str]) -> OutcomeRecord | None:
    series = (attrs.evolve(one, values=_moments(one.values, gone)) for one in record.series)
    kept = attrs.evolve(
        record,
        response=_moments(record.response, gone),
        series=tuple(one for one in series if one.values),
        observations=tuple(
            one for one in record.observations if f"outcomes.{one.moment}" not in gone
        ),
    )
    return kept if kept.series or kept.response or kept.observations else None


def _moments(values: Mapping[str, V], gone: set[str]) -> Table[str, V]:
    return Table((key, one) for key, one in values.items() if f"outcomes.{key}" not in gone)
