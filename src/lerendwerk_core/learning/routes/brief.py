"""From a dossier to what must be planned for one of its groups."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from lerendwerk_core.learning.routes.options import (
    Catalogue,
    fitting,
    helps,
    options_of,
    planned_for,
)
from lerendwerk_core.learning.routes.wishes import Wishes, needs_of
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningGroup
from lerendwerk_core.model.routes import RouteProblem, RouteRequest

MOST_OCCASIONS = 520
MOST_SUBJECTS = 40
"""With more needs than this, what is open to any subject is held once, about all of them."""


def brief(
    dossier: Dossier, group: LearningGroup, catalogue: Catalogue, collective: Collection[str]
) -> RouteProblem:
    """
    Return what to plan for *group*: everything it must learn and unlearn, within its means.

    *collective* are the needs that are learned together. A group serves those that people of its
    disciplines named, what is to be unlearned and not secured yet, and the change steps whose
    learning is its own. A group for organisational learning also serves all eight characteristics,
    both levels and both formalities.
    """
    asked, planned = dossier.routes, planned_for(dossier, group)
    parts = fitting(catalogue, group, planned)
    needs = needs_of(dossier, group, collective)
    met = {key for one in planned for key in one.needs}
    met |= {need.id for need in needs if any(helps(catalogue[key], need) for key in parts)}
    subjects = [need for need in needs if need.id not in met]
    is_many = len(subjects) > MOST_SUBJECTS
    options = options_of(planned, parts, catalogue, () if is_many else subjects)
    wishes = Wishes(
        dossier=dossier,
        group=group,
        catalogue=catalogue,
        options=options,
        planned={one.id: one for one in planned},
        together=frozenset(need.id for need in subjects) if is_many else frozenset(),
    )
    return RouteProblem(
        options=options,
        wishes=tuple(wishes.all(needs)),
        hours=asked.hours,
        occasions=occasions(asked),
        hours_per_occasion=asked.hours_per_occasion,
        every=asked.every,
    )


def occasions(request: RouteRequest) -> tuple[dt.date, ...] | None:
    """Return the days on which a group comes together; ``None`` where nobody said from when."""
    if request.start is None:
        return None
    end = request.end or dt.date.max
    most = min(MOST_OCCASIONS, (end - request.start).days // request.every + 1)
    days = (request.start + dt.timedelta(days=request.every * at) for at in range(max(most, 0)))
    return tuple(day for day in days if day not in request.except_)
