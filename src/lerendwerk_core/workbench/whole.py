"""All stages of one dossier, and everything that there is to discuss about them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from lerendwerk_core import (
    alignment,
    composition,
    learning,
    outcomes,
    process,
    readiness,
    regie,
    review,
    setup,
)
from lerendwerk_core._version import __version__
from lerendwerk_core.following import State
from lerendwerk_core.hooks import TrajectoryContext
from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import DatedDossier, Dossier
from lerendwerk_core.model.table import Table
from lerendwerk_core.plugins import Catalogue, PluginHost, PluginState
from lerendwerk_core.readiness import Readiness
from lerendwerk_core.trajectory import Provenance
from lerendwerk_core.workbench import stages

SOURCE = "source"
"""The rule of the source itself, which is asked where nobody names another."""


def context_of(
    catalogue: Catalogue,
    dossier: Dossier,
    composed: composition.Composition,
    as_of: dt.date | None,
) -> TrajectoryContext:
    """Return the results of all stages of *dossier*, its groups *composed* already."""
    assessed = stages.assessed(catalogue, dossier, SOURCE)
    drawn = process.map_process(dossier)
    return TrajectoryContext(
        scope=setup.set_up(dossier, catalogue.register),
        readiness=assessed,
        regie=regie.govern(dossier, catalogue.models, catalogue.actors, catalogue.raci_activities),
        process=drawn,
        composition=composed,
        alignment=stages.aligned(catalogue, dossier),
        learning=stages.planned(catalogue, dossier, assessed.route if assessed else None),
        outcomes=stages.measured(catalogue, dossier, drawn),
        review=looked_back(dossier, assessed, as_of),
    )


def looked_back(dossier: Dossier, found: Readiness | None, as_of: dt.date | None) -> review.Review:
    """Return what changed since the previous round, seen from the day *as_of*."""
    if found is None:
        return review.look_back(dossier, Table(), (), as_of)
    rounds = found.rounds or {"": found}
    routes = Table((moment, one.route) for moment, one in rounds.items())
    return review.look_back(dossier, routes, found.changes, as_of)


def findings_of(host: PluginHost, dossier: Dossier, found: TrajectoryContext) -> Iterator[Finding]:
    """Yield what there is to discuss, stage by stage; what plugins say comes last."""
    catalogue = host.catalogue
    yield from host.findings()
    yield from dossier.findings
    yield from setup.findings(dossier, catalogue.register, found.scope)
    if found.readiness:
        yield from readiness.findings(found.readiness)
    yield from regie.findings(dossier, catalogue.models, found.regie)
    if found.process:
        yield from process.findings(found.process)
    yield from composition.findings(found.composition)
    yield from alignment.findings(dossier, found.alignment)
    yield from learning.findings(dossier, catalogue.activities, found.learning)
    if found.outcomes:
        yield from outcomes.findings(found.outcomes)
    yield from review.findings(found.review)
    yield from host.review(found)


def state_of(host: PluginHost, dated: DatedDossier) -> State:
    """Return how a trajectory stood on a day; groups that were asked for are not composed again."""
    dossier = attrs.evolve(dated.dossier, compose=None)
    composed = stages.composed(host.catalogue, dossier, "")
    found = context_of(host.catalogue, dossier, composed, dated.date)
    return State(
        date=dated.date,
        minimum_cell=dossier.minimum_cell,
        found=found,
        findings=tuple(findings_of(host, dossier, found)),
    )


def provenance_of(host: PluginHost) -> Provenance:
    """Return the versions of the library and of every loaded plugin."""
    loaded = (one for one in host.records if one.state is PluginState.LOADED)
    return Provenance(library=__version__, plugins=Table((one.name, one.version) for one in loaded))
