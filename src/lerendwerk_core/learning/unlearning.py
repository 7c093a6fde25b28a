"""
The unlearning register: named, interrupted, replaced, secured, and relapse (C#32-34).

It looks at nothing but itself: what is learned meanwhile changes nothing here, and it has a clock of
its own, because what is old keeps lurking long after a course has ended.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Sequence

import attrs

from lerendwerk_core.disclosure import below
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.unlearning import Turn, UnlearnGoal
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import UnlearnKind, UnlearnState

STATES = tuple(UnlearnState)
SETTLED_AFTER = 90
"""
How many days something must have been replaced before it is secured: our own choice, for the source
says only that it is hard, and practice that it takes lasting attention.
"""


@attrs.frozen(kw_only=True)
class UnlearnPoint(Wired):
    """A state in the course of unlearning: at a moment of measurement, on a day of its own, or both."""

    state: UnlearnState
    moment: str = ""
    date: dt.date | None = None
    cause: Text | None = None


@attrs.frozen(kw_only=True)
class UnlearnFigures(Wired):
    """
    How far one thing to unlearn has come.

    ``stages`` are the states at the moments of measurement, ``course`` those and what happened in
    between, oldest first. ``relapses`` are the moments or days at which the state is lower than
    before; ``stalled`` says that it has not moved since the previous moment and is not secured yet.
    ``days_in_state`` is how long it was in each state, as far as days are known; ``since`` the day
    on which it came to be as it is ``now``; ``secured_too_soon`` that it was called secured before it
    had been replaced for so long that this says something. Groups that are too small to be named are
    left out of ``groups``, and ``groups_hidden`` is then true.
    """

    id: str
    kind: UnlearnKind
    label: Text
    replaced_by: Text | None
    stages: Table[str, UnlearnState]
    course: tuple[UnlearnPoint, ...]
    now: UnlearnState | None
    since: dt.date | None
    days_in_state: Table[str, int]
    relapses: tuple[str, ...]
    stalled: bool
    secured_too_soon: bool
    groups: tuple[str, ...]
    groups_hidden: bool
    step: str
    principle: str
    blocks: Turn | None


def unlearn_figures(dossier: Dossier) -> tuple[UnlearnFigures, ...]:
    """Return the register of *dossier*."""
    return tuple(_figures(goal, dossier) for goal in dossier.unlearning)


def _figures(goal: UnlearnGoal, dossier: Dossier) -> UnlearnFigures:
    order = _ordered(goal, dossier.period.measurements)
    course = _course(goal, order, dossier.moment_dates)
    states = [point.state for point in course]
    now = states[-1] if states else None
    sizes = dossier.size_of_groups
    shown = tuple(one for one in goal.groups if not below(sizes[one], dossier.minimum_cell))
    return UnlearnFigures(
        id=goal.id,
        kind=goal.kind,
        label=goal.label,
        replaced_by=goal.replaced_by,
        stages=Table((moment, goal.stage[moment]) for moment in order),
        course=course,
        now=now,
        since=_since(course),
        days_in_state=Table(_days_in_state(course)),
        relapses=tuple(_relapses(course)),
        stalled=len(states) > 1 and states[-2] is now and now is not UnlearnState.SECURED,
        secured_too_soon=_too_soon(course),
        groups=shown,
        groups_hidden=shown != goal.groups,
        step=goal.step,
        principle=goal.principle,
        blocks=goal.blocks,
    )


def _ordered(goal: UnlearnGoal, moments: Sequence[str]) -> list[str]:
    order = [moment for moment in moments if moment in goal.stage]
    return order + [moment for moment in goal.stage if moment not in order]


def _course(
    goal: UnlearnGoal, order: Sequence[str], dates: dict[str, dt.date]
) -> tuple[UnlearnPoint, ...]:
    """Return moments and events in one order: by day; a moment without one stays after its elder."""
    points = [UnlearnPoint(state=goal.stage[one], moment=one, date=dates.get(one)) for one in order]
    last = dt.date.min
    placed = []
    for at, point in enumerate(points):
        last = max(last, point.date or last)
        placed.append((last, 0, at, point))
    for at, one in enumerate(goal.events):
        event = UnlearnPoint(state=one.state, date=one.date, cause=one.cause)
        placed.append((one.date, 1, at, event))
    return tuple(point for *_, point in sorted(placed, key=lambda one: one[:3]))


def _relapses(course: Sequence[UnlearnPoint]) -> Iterator[str]:
    for before, after in itertools.pairwise(course):
        if STATES.index(after.state) < STATES.index(before.state):
            yield after.moment or str(after.date)


def _since(course: Sequence[UnlearnPoint]) -> dt.date | None:
    """Return the first known day of the state in which the course ends."""
    first: dt.date | None = None
    for point in reversed(course):
        if point.state is not course[-1].state:
            break
        first = point.date or first
    return first


def _days_in_state(course: Sequence[UnlearnPoint]) -> Iterator[tuple[str, int]]:
    days: dict[str, int] = {}
    for before, after in itertools.pairwise(course):
        if before.date and after.date:
            passed = (after.date - before.date).days
            days[before.state.value] = days.get(before.state.value, 0) + passed
    yield from days.items()


def _too_soon(course: Sequence[UnlearnPoint]) -> bool:
    """Whether it is secured now, and was not replaced for long enough before, as far as is known."""
    held = list(itertools.takewhile(lambda one: one.state in _HELD, reversed(course)))
    secured = [one.date for one in held if one.state is UnlearnState.SECURED and one.date]
    if len(course) == 1 or not secured or course[-1].state is not UnlearnState.SECURED:
        return False
    first = min(one.date for one in held if one.date)
    return (min(secured) - first).days < SETTLED_AFTER


_HELD = (UnlearnState.REPLACED, UnlearnState.SECURED)
