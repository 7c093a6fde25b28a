"""What to learn together and alone, what to unlearn, and whether it is lerend werken."""

from __future__ import annotations

import math
from collections.abc import Mapping

import attrs

from lerendwerk_core.disclosure import open_count
from lerendwerk_core.learning.characteristics import (
    CharacteristicFigures,
    Evidence,
    characteristic_figures,
)
from lerendwerk_core.learning.joint import JointFigures, joint_figures
from lerendwerk_core.learning.needs import NeedFigures, StandardRule, need_figures
from lerendwerk_core.learning.road import RoadStage, road_stages
from lerendwerk_core.learning.routes import brief, solve
from lerendwerk_core.learning.unlearning import UnlearnFigures, unlearn_figures
from lerendwerk_core.model.contracts import CollectiveRule
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningActivity, LearningGroup, PlannedActivity
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.routes import LearningRoute
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Characteristic, Route

Catalogue = Mapping[str, LearningActivity]
STANDARD = StandardRule()


@attrs.frozen(kw_only=True)
class Hours(Wired):
    """
    Hours of planned learning against the frame (C#10); ``None`` where nothing is recorded.

    ``proposed`` are those that the routes would add, ``share_of_work`` the hours of learning as a
    part of the hours of work.
    """

    planned: float | None
    proposed: float
    frame: float | None
    work: float | None
    share_of_work: float | None


@attrs.frozen(kw_only=True)
class Learning(Wired):
    """
    The learning side of a trajectory.

    ``collective_needs`` are learned together; ``routes`` holds a route per learning group, or one for
    everybody where there are no groups. ``personal_needs`` is how many needs stay personal: a number
    of needs, never of people. Personal routes themselves are their owners' and not in here;
    ``personal_routes`` is how many there are, ``None`` when they are few.
    ``unlearning`` is a register of its own: nothing that is learned changes it.
    """

    needs: tuple[NeedFigures, ...]
    collective_needs: tuple[str, ...]
    routes: Table[str, LearningRoute]
    personal_needs: int
    personal_routes: int | None
    planned: tuple[PlannedActivity, ...]
    hours: Hours
    characteristics: Table[Characteristic, CharacteristicFigures]
    joint: JointFigures
    road: tuple[RoadStage, ...]
    unlearning: tuple[UnlearnFigures, ...]


def plan(
    dossier: Dossier,
    catalogue: Catalogue,
    versions: tuple[WorkProcess, ...],
    rule: CollectiveRule = STANDARD,
    *,
    route: Route | None = None,
    conflicting: tuple[str, ...] = (),
) -> Learning:
    """
    Return the learning side of *dossier*, with *catalogue* to choose from.

    *rule* says which needs are collective; *route* is what the checklist advises; *conflicting* are
    the agreements that conflict with their frame.
    """
    needs = need_figures(dossier, rule)
    collective = tuple(need.id for need in needs if need.collective)
    evidence = Evidence(
        dossier=dossier, catalogue=catalogue, versions=versions, conflicting=conflicting
    )
    routes = {
        group.id: solve(brief(dossier, group, catalogue, collective)) for group in _groups(dossier)
    }
    return Learning(
        needs=needs,
        collective_needs=collective,
        routes=Table(routes),
        personal_needs=len(needs) - len(collective),
        personal_routes=open_count(len(dossier.personal_routes), dossier.minimum_cell),
        planned=dossier.activities,
        hours=_hours(dossier, catalogue, routes),
        characteristics=characteristic_figures(evidence),
        joint=joint_figures(dossier, catalogue),
        road=road_stages(dossier, catalogue, route),
        unlearning=unlearn_figures(dossier),
    )


EVERYBODY = "everybody"
"""The name of the route where there are no learning groups yet."""


def _groups(dossier: Dossier) -> tuple[LearningGroup, ...]:
    asked = dossier.routes.groups
    if not dossier.groups:
        return (LearningGroup(id=EVERYBODY),)
    return tuple(one for one in dossier.groups if one.members and (not asked or one.id in asked))


def _hours(dossier: Dossier, catalogue: Catalogue, routes: Mapping[str, LearningRoute]) -> Hours:
    """Return the hours of all participants together; an activity without groups counts once."""
    sizes = dossier.size_of_groups
    planned = [
        one.hours_of(catalogue[one.activity]) * (sum(sizes[group] for group in one.groups) or 1)
        for one in dossier.activities
    ]
    learning = math.fsum(planned) if planned else None
    work = dossier.resources.work_hours
    return Hours(
        planned=learning,
        proposed=math.fsum(one.new_hours * sizes.get(key, 1) for key, one in routes.items()),
        frame=dossier.resources.learning_hours,
        work=work,
        share_of_work=round(learning / work, 4) if learning is not None and work else None,
    )
