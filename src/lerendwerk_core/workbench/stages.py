"""Each stage with what the plugins offer for it; what of a plugin fails is blamed on its owner."""

from __future__ import annotations

from typing import Any

import attrs

from lerendwerk_core import alignment, composition, learning, outcomes, process, readiness, regie
from lerendwerk_core.errors import UnknownKeyError
from lerendwerk_core.model.answers import ChecklistUse
from lerendwerk_core.model.checklist import Checklist
from lerendwerk_core.model.composition import CompositionProblem
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.learning import LearningGroup
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.regie import Arrangement, Demand, RegieModel
from lerendwerk_core.model.table import Table
from lerendwerk_core.plugins import Catalogue
from lerendwerk_core.plugins.blame import BlamedAggregation, BlamedModel, Blaming
from lerendwerk_core.vocabulary import Route


def checklists_for(catalogue: Catalogue, used: ChecklistUse) -> dict[str, Checklist]:
    """Return the checklists that there are for a dossier: those of plugins, and its own."""
    return {**catalogue.checklists, **{one.id: one for one in used.own}}


def checklist_of(catalogue: Catalogue, dossier: Dossier) -> Checklist:
    """Return the checklist that *dossier* uses, its own tailorings laid on it."""
    used = dossier.checklist or ChecklistUse(use="", rounds=())
    known = checklists_for(catalogue, used)
    if used.use not in known:
        raise UnknownKeyError.of("checklist", used.use, sorted(known))
    return known[used.use]


def assessed(catalogue: Catalogue, dossier: Dossier, rule: str) -> readiness.Readiness | None:
    """Return whether lerend werken is the road; ``None`` without answers."""
    if dossier.checklist is None:
        return None
    checklist = checklist_of(catalogue, dossier)
    chosen = catalogue.pick("rule", rule)
    models = [
        BlamedModel(catalogue.owner_of("scoring", key), model)
        for key, model in catalogue.scoring_models.items()
    ]
    ways = [
        BlamedAggregation(catalogue.owner_of("aggregation", key), way)
        for key, way in catalogue.aggregations.items()
    ]
    base = checklists_for(catalogue, dossier.checklist).get(checklist.origin.layer)
    with Blaming(catalogue.owner_of("rule", rule)):
        return readiness.assess(
            checklist,
            dossier.checklist,
            chosen,
            models,
            ways,
            minimum=dossier.minimum_cell,
            base=base,
        )


def compared(
    catalogue: Catalogue, dossier: Dossier, model: str, area: str
) -> tuple[regie.RegieComparison, ...]:
    """Return what *model* would change for every arrangement of *dossier*, or those of *area*."""
    after = catalogue.pick("model", model)
    areas = [one.area for one in dossier.arrangements]
    if area and area not in areas:
        raise UnknownKeyError.of("area", area, sorted({*areas} - {""}))
    return tuple(
        _compared(dossier, one, catalogue.models[one.model], after)
        for one in dossier.arrangements
        if not area or one.area == area
    )


def _compared(
    dossier: Dossier, one: Arrangement, before: RegieModel, after: RegieModel
) -> regie.RegieComparison:
    found = regie.compare(dossier, one, before, after)
    lacking = regie.unmet_by(dossier, one, after, f"regie.{one.scope_name}")
    return attrs.evolve(found, missing=tuple(finding.message for finding in lacking))


def demands_of(catalogue: Catalogue, dossier: Dossier) -> tuple[Demand, ...]:
    """Return what the regie models of *dossier* ask of its groups."""
    return tuple(
        demand
        for one in dossier.arrangements
        for demand in regie.demands_of(dossier, one, catalogue.models[one.model])
    )


def composed(
    catalogue: Catalogue, dossier: Dossier, solver: str, **how: Any
) -> composition.Composition:
    """Return the groups that exist, reviewed, and those that *dossier* asks for, by *solver*."""
    demands = demands_of(catalogue, dossier)
    reviewed = Table(
        (group.id, composition.review(dossier, group, demands)) for group in dossier.groups
    )
    request = dossier.compose
    if request is None:
        return composition.Composition(groups=reviewed)
    problem = composition.brief(dossier, request, demands)
    chosen = catalogue.pick("solver", solver)
    with Blaming(catalogue.owner_of("solver", solver)):
        found = composition.solve(
            problem, seed=request.seed, effort=request.effort, solver=chosen, **how
        )
    proposed = Table(
        (one.id, composition.review(dossier, one, demands)) for one in _groups(problem, found)
    )
    return attrs.evolve(found, groups=reviewed, proposed=proposed)


def _groups(
    problem: CompositionProblem, found: composition.Composition
) -> tuple[LearningGroup, ...]:
    return tuple(
        LearningGroup(
            id=spec.id,
            purpose=spec.purpose,
            area=spec.area,
            members=found.members.get(spec.id, ()),
        )
        for spec in problem.groups
        if spec.id in found.members
    )


def aligned(catalogue: Catalogue, dossier: Dossier) -> alignment.Alignment:
    """Return who does what, and from which principles."""
    models = catalogue.models
    return alignment.align(
        dossier,
        versions_of(dossier),
        regie.expected_accountable(dossier, models),
        catalogue.stakeholders.values(),
        regie.expected_for_activities(dossier, models),
    )


def planned(catalogue: Catalogue, dossier: Dossier, advice: Route | None) -> learning.Learning:
    """Return what is learned together and alone, and unlearned, on the road of the *advice*."""
    rule = catalogue.pick("collective-rule", dossier.routes.rule)
    with Blaming(catalogue.owner_of("collective-rule", dossier.routes.rule)):
        return learning.plan(
            dossier,
            catalogue.activities,
            versions_of(dossier),
            rule,
            route=advice,
            conflicting=tuple(alignment.frame_conflicts(dossier)),
        )


def measured(
    catalogue: Catalogue, dossier: Dossier, drawn: process.ProcessMap | None
) -> outcomes.Outcomes | None:
    """Return whether it works; ``None`` when nothing was measured. *drawn* is the map of its process."""
    measures, instruments = catalogue.measures.values(), catalogue.instruments.values()
    return outcomes.follow(dossier, measures, drawn, instruments)


def versions_of(dossier: Dossier) -> tuple[WorkProcess, ...]:
    """Return the process and its renewal, as far as they are there."""
    if dossier.process is None:
        return ()
    after = process.renewed(dossier.process)
    return (dossier.process, after) if after else (dossier.process,)
