"""When not every wish can be served: which of them conflict, and what it takes to serve them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from lerendwerk_core.learning.routes.case import UNITS, Case, bits, case_of
from lerendwerk_core.learning.routes.search import Choice, Search
from lerendwerk_core.model.routes import RouteProblem, WayOut, Wish
from lerendwerk_core.wording import reason

HOURS, CALENDAR = "hours", "end"
"""The limits of a route, beside its wishes, that can be part of a conflict."""

MOST_OCCASIONS = 512


def is_possible(problem: RouteProblem) -> bool | None:
    """Whether all wishes of *problem* can be served; ``None`` if that took too long to know."""
    search = Search(case_of(problem, may_give_up=False), any_will_do=True)
    found = search.run()
    return None if found is None and search.is_broken_off else found is not None


def conflict(problem: RouteProblem) -> tuple[str, ...]:
    """
    Return wishes and limits that cannot be together, none of which can be missed in the conflict.

    Each is left out in turn, and stays out when there is still no route without it.
    """
    parts = [*(wish.key for wish in problem.wishes), HOURS, CALENDAR]
    kept = list(parts)
    for part in parts:
        fewer = [one for one in kept if one != part]
        possible = is_possible(_only(problem, fewer))
        if possible is None:
            return ()
        kept = kept if possible else fewer
    return tuple(kept)


def _only(problem: RouteProblem, parts: Sequence[str]) -> RouteProblem:
    return attrs.evolve(
        problem,
        wishes=tuple(wish for wish in problem.wishes if wish.key in parts),
        hours=problem.hours if HOURS in parts else None,
        occasions=problem.occasions if CALENDAR in parts else _longer(problem, MOST_OCCASIONS),
    )


def ways_out(problem: RouteProblem, given_up: Sequence[Wish]) -> Iterator[WayOut]:
    """Yield the least change of each kind with which every wish of *problem* is served."""
    yield from _more_hours(problem)
    yield from _more_occasions(problem)
    yield from _later(problem, given_up)
    labels = [wish.label for wish in given_up]
    yield WayOut(kind="wishes", because=reason("way-out-wishes", wishes=labels))


def _more_hours(problem: RouteProblem) -> Iterator[WayOut]:
    if problem.hours is None:
        return
    case = case_of(attrs.evolve(problem, hours=None), may_give_up=False)
    found = Search(case).run()
    if found and found.proven:
        hours = hours_of(case, found)
        more = round(hours - problem.hours, 2)
        yield WayOut(kind="hours", because=reason("way-out-hours", more=more, hours=hours))


def hours_of(case: Case, found: Choice) -> float:
    """Return the hours per participant of what was found."""
    return sum(case.units[place] for place in bits(found.chosen)) / UNITS


def _more_occasions(problem: RouteProblem) -> Iterator[WayOut]:
    """Yield the fewest occasions more; more occasions never make less possible."""
    if problem.occasions is None or not _holds(problem, MOST_OCCASIONS):
        return
    low, high = 0, MOST_OCCASIONS
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if _holds(problem, middle) else (middle, high)
    last = (_longer(problem, high) or (dt.date.min,))[-1]
    yield WayOut(kind="occasions", because=reason("way-out-occasions", count=high, last=last))


def _holds(problem: RouteProblem, more: int) -> bool:
    return is_possible(attrs.evolve(problem, occasions=_longer(problem, more))) is True


def _longer(problem: RouteProblem, more: int) -> tuple[dt.date, ...] | None:
    """Return the occasions with so many *more* behind them, in the same rhythm."""
    if not problem.occasions:
        return problem.occasions
    last = max(problem.occasions)
    room = (dt.date.max - last).days // problem.every
    every = (last + dt.timedelta(days=problem.every * at) for at in range(1, min(more, room) + 1))
    return (*problem.occasions, *every)


def _later(problem: RouteProblem, given_up: Sequence[Wish]) -> Iterator[WayOut]:
    late = [wish for wish in given_up if wish.by]
    if not late or problem.occasions is None:
        return
    undated = tuple(
        attrs.evolve(wish, by=None) if wish in late else wish for wish in problem.wishes
    )
    if is_possible(attrs.evolve(problem, wishes=undated)):
        labels = [wish.label for wish in late]
        yield WayOut(kind="later", because=reason("way-out-later", steps=labels))
