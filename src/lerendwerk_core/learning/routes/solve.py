"""From a problem to a route: found, proven, told."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.learning.routes.case import UNITS, Case, bits, case_of, mask_of
from lerendwerk_core.learning.routes.search import Choice, Search
from lerendwerk_core.learning.routes.timetable import Timetable
from lerendwerk_core.learning.routes.way_out import conflict, ways_out
from lerendwerk_core.model.routes import (
    LearningRoute,
    RouteActivity,
    RouteOption,
    RouteProblem,
    Wish,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import RouteStatus
from lerendwerk_core.wording import reason


def solve(problem: RouteProblem) -> LearningRoute:
    """
    Return the route that serves every wish of *problem* in the fewest new hours.

    Of routes with equal hours it has the fewest activities, then those first in the catalogue. Where
    not every wish can be served, as few as possible are given up, and the route says which conflict
    and what would mend it. The answer is the same on every machine: nothing is left to chance.
    """
    asked = attrs.evolve(problem, wishes=tuple(one for one in problem.wishes if one.served_by))
    case = case_of(asked)
    found = Search(case).run() or _nothing_new(case)
    first = len(case.options)
    given_up = [case.wishes[place - first] for place in bits(found.chosen & case.gives_up)]
    route = _told(problem, case, found, given_up)
    if not given_up:
        return route
    return attrs.evolve(route, conflict=conflict(asked), ways_out=tuple(ways_out(asked, given_up)))


def _nothing_new(case: Case) -> Choice:
    """Return the choice of what is planned only, where the search ended with nothing at all."""
    open_wishes = case.all_plain & ~case.served_by(case.planned)
    late = (one.wish for one in case.dated if not one.is_settled)
    lost = (*(case.plain[bit] for bit in bits(open_wishes)), *late)
    chosen = case.planned | mask_of(len(case.options) + at for at in lost)
    return Choice(chosen=chosen, cost=0, when={}, proven=False)


def _told(problem: RouteProblem, case: Case, found: Choice, given_up: list[Wish]) -> LearningRoute:
    chosen = [case.options[place] for place in bits(found.chosen & ~case.gives_up)]
    dates = _dates(case, found.when)
    order = sorted(chosen, key=lambda one: _order(one, case, found.when, dates))
    names = {one.id for one in chosen}
    serves = {
        wish.key: tuple(one for one in wish.served_by if one in names)
        for wish in case.wishes
        if wish not in given_up
    }
    new = sum(case.units[at] for at in bits(found.chosen & ~case.planned)) / UNITS
    return LearningRoute(
        activities=tuple(_activity(one, dates, serves) for one in order),
        hours=round(math.fsum(one.hours for one in chosen), 2),
        new_hours=round(new, 2),
        status=_status(found, given_up),
        wishes=Table((wish.key, wish.label) for wish in problem.wishes),
        serves=Table(serves),
        given_up=tuple(wish.key for wish in given_up),
        unserved=tuple(wish.key for wish in problem.wishes if not wish.served_by),
        because=tuple(_because(found, new, given_up)),
    )


def _status(found: Choice, given_up: list[Wish]) -> RouteStatus:
    if given_up:
        return RouteStatus.IMPOSSIBLE if found.proven else RouteStatus.UNKNOWN
    return RouteStatus.OPTIMAL if found.proven else RouteStatus.FOUND


def _because(found: Choice, new: float, given_up: list[Wish]) -> Iterator[Text]:
    if found.proven and not given_up:
        yield reason("route-fewest-hours", hours=round(new, 2))
    if found.proven and given_up:
        yield reason("route-fewest-given-up", count=len(given_up))
    if not found.proven:
        yield reason("route-not-proven")


def _dates(case: Case, when: Timetable) -> Mapping[str, tuple[dt.date, ...]]:
    planned = {one.id: (one.date,) for one in case.options if one.planned and one.date}
    days = case.days or ()
    new = {
        case.options[place].id: tuple(days[slot] for slot in slots) if days else ()
        for place, slots in when.items()
    }
    return {**planned, **{key: dates for key, dates in new.items() if dates}}


def _order(
    option: RouteOption, case: Case, when: Timetable, dates: Mapping[str, tuple[dt.date, ...]]
) -> tuple[dt.date, int, int]:
    """Return where *option* comes: by its day; without one, what is planned comes first."""
    place = case.options.index(option)
    without = dt.date.min if option.planned else dt.date.max
    return dates.get(option.id, (without,))[0], when.get(place, (0,))[0], place


def _activity(
    option: RouteOption,
    dates: Mapping[str, tuple[dt.date, ...]],
    serves: Mapping[str, tuple[str, ...]],
) -> RouteActivity:
    return RouteActivity(
        id=option.id,
        activity=option.activity,
        label=option.label,
        level=option.level,
        formality=option.formality,
        mode=option.mode,
        hours=option.hours,
        in_parts=option.in_parts,
        planned=option.planned,
        dates=dates.get(option.id, ()),
        serves=tuple(key for key, servers in serves.items() if option.id in servers),
    )
