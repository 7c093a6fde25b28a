"""The stages of the road that one is on: lerend werken and courses each have their own (C#47)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningActivity
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Formality, Route
from lerendwerk_core.wording import page_text

Catalogue = Mapping[str, LearningActivity]
Seen = Callable[[Dossier, Catalogue], bool]


@attrs.frozen(kw_only=True)
class RoadStage(Wired):
    """A stage of the road, and whether the dossier shows that somebody has been there."""

    id: str
    label: Text
    seen: bool


def road_stages(
    dossier: Dossier, catalogue: Catalogue, route: Route | None
) -> tuple[RoadStage, ...]:
    """Return the stages of *route*; without an advice those of lerend werken."""
    stages = STAGES.get(route, LEREND_WERKEN) if route else LEREND_WERKEN
    return tuple(
        RoadStage(id=key, label=page_text(f"roadstage-{key}"), seen=seen(dossier, catalogue))
        for key, seen in stages.items()
    )


def _courses(dossier: Dossier, catalogue: Catalogue) -> bool:
    return any(catalogue[one.activity].formality is Formality.FORMAL for one in dossier.activities)


def _applied(dossier: Dossier, catalogue: Catalogue) -> bool:
    formal = (
        one for one in dossier.activities if catalogue[one.activity].formality is Formality.FORMAL
    )
    return any(one.steps for one in formal)


def _looked_back(dossier: Dossier, _: Catalogue) -> bool:
    return any(one.done for one in dossier.plan.reviews)


LEREND_WERKEN: Mapping[str, Seen] = {
    "checklist": lambda dossier, _: dossier.checklist is not None,
    "regie": lambda dossier, _: bool(dossier.arrangements),
    "process": lambda dossier, _: dossier.process is not None,
    "groups": lambda dossier, _: bool(dossier.groups),
    "roles": lambda dossier, _: any(
        step.raci for step in (dossier.process.steps if dossier.process else ())
    ),
    "agreements": lambda dossier, _: bool(dossier.agreements),
    "unlearning": lambda dossier, _: bool(dossier.unlearning),
    "routes": lambda dossier, _: bool(dossier.needs and dossier.activities),
    "results": lambda dossier, _: dossier.outcomes is not None,
    "review": _looked_back,
}
COURSES: Mapping[str, Seen] = {
    "checklist": LEREND_WERKEN["checklist"],
    "lacking": lambda dossier, _: bool(dossier.needs),
    "courses": _courses,
    "applied": _applied,
    "results": LEREND_WERKEN["results"],
    "review": _looked_back,
}
SECURE: Mapping[str, Seen] = {
    "checklist": LEREND_WERKEN["checklist"],
    "results": LEREND_WERKEN["results"],
    "review": _looked_back,
}
STAGES: Mapping[Route, Mapping[str, Seen]] = {
    Route.COURSES: COURSES,
    Route.SECURE: SECURE,
}
