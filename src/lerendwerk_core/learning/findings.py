"""What there is to discuss about learning and unlearning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from lerendwerk_core.learning.characteristics import NOT_MET
from lerendwerk_core.learning.plan import Learning
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.vocabulary import Formality, LearningMode, RouteStatus, Stage

_finding = partial(Finding.of, stage=Stage.LEARNING)

Catalogue = Mapping[str, LearningActivity]


def findings(dossier: Dossier, catalogue: Catalogue, learning: Learning) -> Iterator[Finding]:
    """Yield what to discuss about learning and unlearning."""
    yield from _characteristics(learning)
    yield from _unlearning(learning)
    yield from _routes(learning)
    yield from _means(learning)
    yield from _plan(dossier, catalogue)


def _characteristics(learning: Learning) -> Iterator[Finding]:
    for name, figures in learning.characteristics.items():
        if figures.state == NOT_MET:
            values: dict[str, Any] = {"characteristic": figures.label, "because": figures.because}
            code = "characteristic-not-met"
            yield _finding(code, f"learning.characteristics.{name.value}", **values)
    if learning.planned and not learning.joint.holds:
        yield _finding("not-together", "activities", because=learning.joint.because)


def _unlearning(learning: Learning) -> Iterator[Finding]:
    for one in learning.unlearning:
        where = f"unlearning.{one.id}"
        if one.relapses:
            yield _finding("relapse", where, goal=one.label, moments=one.relapses)
        if one.stalled and one.now:
            yield _finding("unlearning-stalled", where, goal=one.label, state=one.now.label)
        if one.secured_too_soon:
            yield _finding("secured-too-soon", where, goal=one.label)
        if one.groups_hidden:
            yield _finding("unlearning-of-few", where, goal=one.label)


def _routes(learning: Learning) -> Iterator[Finding]:
    for group, route in learning.routes.items():
        where = f"learning.routes.{group}"
        if route.status in (RouteStatus.IMPOSSIBLE, RouteStatus.UNKNOWN):
            given_up = [route.wishes[key] for key in route.given_up]
            ways = [way.because for way in route.ways_out]
            yield _finding("route-impossible", where, group=group, wishes=given_up, ways=ways)
        if route.unserved:
            wishes = [route.wishes[key] for key in route.unserved]
            yield _finding("wish-without-activity", where, group=group, wishes=wishes)


def _means(learning: Learning) -> Iterator[Finding]:
    hours = learning.hours
    if hours.frame is None:
        return
    planned = hours.planned or 0.0
    if planned > hours.frame:
        yield _finding("hours-over-frame", "resources", planned=planned, frame=hours.frame)
    elif planned + hours.proposed > hours.frame:
        whole = planned + hours.proposed
        yield _finding("routes-over-frame", "resources", planned=whole, frame=hours.frame)


def _plan(dossier: Dossier, catalogue: Catalogue) -> Iterator[Finding]:
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
