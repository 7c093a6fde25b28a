"""
The shortest route through the catalogue that serves all eight characteristics.

Exact: the catalogue has some forty activities and a route must reach twelve marks (eight
characteristics, both levels, something informal, something that unlearns), so the least hours to
every set of marks are found by walking over 2^12 sets.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import attrs

from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    Characteristic,
    Formality,
    LearningLevel,
    LearningMode,
)


@attrs.frozen(kw_only=True)
class RouteActivity(Wired):
    """An activity of a route, on the two axes, with the characteristics it serves."""

    id: str
    label: Text
    level: LearningLevel
    formality: Formality
    hours: float
    characteristics: tuple[Characteristic, ...]


@attrs.frozen(kw_only=True)
class Route(Wired):
    """
    A set of activities that serves every characteristic in the least hours per participant.

    ``hours`` counts each activity once; ``unserved`` names what no activity of the catalogue serves.
    """

    activities: tuple[RouteActivity, ...]
    hours: float
    unserved: tuple[str, ...]


def shortest_route(
    catalogue: Sequence[LearningActivity], *, unlearn: bool, size: int | None = None
) -> Route:
    """
    Return the route of least hours through *catalogue*.

    With *unlearn* it holds an activity that unlearns; *size* leaves out what does not fit a group of
    that many people. Of routes with equal hours, the one with fewest activities is taken, then the
    first in the order of the catalogue.
    """
    fitting = [one for one in catalogue if size is None or one.size[0] <= size <= one.size[1]]
    wanted = ["organisation", "individual", "informal", *(["unlearn"] if unlearn else [])]
    marks = {
        name: 1 << place for place, name in enumerate([c.value for c in Characteristic] + wanted)
    }
    masks = [sum(marks[name] for name in _marks(one) if name in marks) for one in fitting]
    reachable = 0
    for mask in masks:
        reachable |= mask
    chosen = _least(fitting, masks, reachable)
    return Route(
        activities=tuple(_shown(one) for one in chosen),
        hours=round(math.fsum(one.hours for one in chosen), 2),
        unserved=tuple(name for name, bit in marks.items() if not reachable & bit),
    )


def _marks(activity: LearningActivity) -> set[str]:
    marks = {one.value for one in activity.characteristics}
    if activity.level is LearningLevel.BOTH:
        marks |= {LearningLevel.ORGANISATION.value, LearningLevel.INDIVIDUAL.value}
    else:
        marks.add(activity.level.value)
    if activity.formality is Formality.INFORMAL:
        marks.add(Formality.INFORMAL.value)
    if activity.mode is not LearningMode.LEARN:
        marks.add(LearningMode.UNLEARN.value)
    return marks


def _least(
    activities: Sequence[LearningActivity], masks: Sequence[int], wanted: int
) -> list[LearningActivity]:
    """Return the activities of least hours whose marks together are *wanted*."""
    best: dict[int, tuple[float, int, tuple[int, ...]]] = {0: (0.0, 0, ())}
    for place, mask in enumerate(masks):
        for reached, (hours, count, chosen) in list(best.items()):
            together = (reached | mask) & wanted
            option = (hours + activities[place].hours, count + 1, (*chosen, place))
            if together != reached and option < best.get(together, (float("inf"), 0, ())):
                best[together] = option
    return [activities[place] for place in best[wanted][2]]


def _shown(activity: LearningActivity) -> RouteActivity:
    return RouteActivity(
        id=activity.id,
        label=activity.label,
        level=activity.level,
        formality=activity.formality,
        hours=activity.hours,
        characteristics=activity.characteristics,
    )
