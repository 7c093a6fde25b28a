"""What to learn together and alone, what to unlearn, and whether it is lerend werken."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from lerendwerk_core.learning.characteristics import (
    NOT_MET,
    CharacteristicFigures,
    Evidence,
    characteristic_figures,
)
from lerendwerk_core.learning.needs import CollectiveRule, NeedFigures, need_figures
from lerendwerk_core.learning.route import Route, shortest_route
from lerendwerk_core.learning.unlearning import UnlearnFigures, unlearn_figures
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningActivity, PlannedActivity
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import Characteristic, Formality, LearningMode, Stage

_finding = partial(Finding.of, stage=Stage.LEARNING)


@attrs.frozen(kw_only=True)
class CollectiveRoute(Wired):
    """The needs that are learned together, and the shortest route that serves all characteristics."""

    needs: tuple[str, ...]
    proposal: Route


@attrs.frozen(kw_only=True)
class Hours(Wired):
    """Hours of planned learning against the frame (C#10); ``None`` where nothing is recorded."""

    planned: float | None
    frame: float | None


@attrs.frozen(kw_only=True)
class Learning(Wired):
    """
    The learning side of a trajectory.

    ``personal_needs`` is how many needs stay personal: a number of needs, never of people. Personal
    routes themselves are their owners' and not in here.
    """

    needs: tuple[NeedFigures, ...]
    collective_route: CollectiveRoute
    personal_needs: int
    planned: tuple[PlannedActivity, ...]
    hours: Hours
    characteristics: Table[Characteristic, CharacteristicFigures]
    unlearning: tuple[UnlearnFigures, ...]


def plan(
    dossier: Dossier,
    catalogue: Mapping[str, LearningActivity],
    versions: tuple[WorkProcess, ...],
    rule: CollectiveRule | None = None,
) -> Learning:
    """Return the learning side of *dossier*, with *catalogue* to choose from."""
    needs = need_figures(dossier, rule or CollectiveRule())
    collective = tuple(need.id for need in needs if need.collective)
    evidence = Evidence(dossier=dossier, catalogue=catalogue, versions=versions)
    unlearn = bool(dossier.unlearning)
    return Learning(
        needs=needs,
        collective_route=CollectiveRoute(
            needs=collective,
            proposal=shortest_route(tuple(catalogue.values()), unlearn=unlearn),
        ),
        personal_needs=len(needs) - len(collective),
        planned=dossier.activities,
        hours=_hours(dossier, catalogue),
        characteristics=characteristic_figures(evidence),
        unlearning=unlearn_figures(dossier),
    )


def _hours(dossier: Dossier, catalogue: Mapping[str, LearningActivity]) -> Hours:
    """Return the hours of all participants together; an activity without groups counts once."""
    sizes = {group.id: len(group.members) for group in dossier.groups}
    planned = [
        (catalogue[one.activity].hours if one.hours is None else one.hours)
        * (sum(sizes[group] for group in one.groups) or 1)
        for one in dossier.activities
    ]
    return Hours(
        planned=math.fsum(planned) if planned else None, frame=dossier.resources.learning_hours
    )


def findings(
    dossier: Dossier, catalogue: Mapping[str, LearningActivity], learning: Learning
) -> Iterator[Finding]:
    """Yield what to discuss about learning and unlearning."""
    for name, figures in learning.characteristics.items():
        if figures.state == NOT_MET:
            values: dict[str, Any] = {"characteristic": figures.label, "because": figures.because}
            code = "characteristic-not-met"
            yield _finding(code, f"learning.characteristics.{name.value}", **values)
    for one in learning.unlearning:
        where = f"unlearning.{one.id}"
        if one.relapses:
            yield _finding("relapse", where, goal=one.label, moments=one.relapses)
        if one.stalled and one.now:
            yield _finding("unlearning-stalled", where, goal=one.label, state=one.now.label)
    hours = learning.hours
    if hours.planned is not None and hours.frame is not None and hours.planned > hours.frame:
        yield _finding("hours-over-frame", "resources", planned=hours.planned, frame=hours.frame)
    yield from _plan_findings(dossier, catalogue)


def _plan_findings(
    dossier: Dossier, catalogue: Mapping[str, LearningActivity]
) -> Iterator[Finding]:
    chosen = [catalogue[one.activity] for one in dossier.activities]
    if chosen and all(one.formality is Formality.FORMAL for one in chosen):
        yield _finding("only-courses", "activities")
    served = {goal for one in dossier.activities for goal in one.unlearns}
    unlearning = {
        goal
        for one in dossier.activities
        if catalogue[one.activity].mode is not LearningMode.LEARN
        for goal in one.unlearns
    }
    for goal in dossier.unlearning:
        if chosen and goal.id not in unlearning:
            code = "unlearn-by-learning-only" if goal.id in served else "unlearn-without-activity"
            yield _finding(code, f"unlearning.{goal.id}", goal=goal.label)
