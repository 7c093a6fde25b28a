"""The regie of a municipality: per arrangement its rights, demands and accountability."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.frame import NUMBER, TEXT, Row, as_frame
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.regie import (
    EMPLOYEE,
    PERSONAL_ROUTE,
    Arrangement,
    Demand,
    RegieActivity,
    RegieActor,
    RegieModel,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.regie.accountability import actor_paths, paths, shortest
from lerendwerk_core.regie.coherence import Coherence, GoalFigures, coherence, goal_figures
from lerendwerk_core.regie.demands import demands_of
from lerendwerk_core.regie.expected import step_rows
from lerendwerk_core.regie.history import RegieChange, history
from lerendwerk_core.regie.steering import steering_degree
from lerendwerk_core.regie.territory import Territory, territory
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Decentralisation, DecisionRight, Holder
from lerendwerk_core.wording import reason

COLUMNS = {**dict.fromkeys(("area", "act", "model", "right", "holder"), TEXT), "share": NUMBER}
"""The columns of the regie as a frame."""


@attrs.frozen(kw_only=True)
class ArrangementFigures(Wired):
    """
    One arrangement: its model, derived steering degree (0 to 1), decision rights, what it asks.

    ``because`` says how many rights the municipality holds alone, with others, and not at all.
    ``outside_services`` are the steps that the contract or covenant does not cover. ``raci`` is the
    model's, per activity; ``step_raci`` what follows from it for every step, in organisations.
    ``actor_paths`` is the path to the council of every actor whom the model makes accountable.
    """

    model: str
    label: Text
    area: str
    act: Decentralisation | None
    partners: tuple[str, ...]
    steering_degree: float
    because: tuple[Text, ...]
    rights: Table[DecisionRight, Holder]
    outside_services: tuple[str, ...]
    demands: tuple[Demand, ...]
    raci: Table[str, RaciRow]
    step_raci: Table[str, RaciRow]
    accountability: Table[str, tuple[str, ...]]
    actor_paths: Table[str, tuple[str, ...]]
    unlearn: tuple[Text, ...]
    family: str = ""
    services: tuple[str, ...] | None = None
    since: dt.date | None = None
    rationale: Text | None = None


@attrs.frozen(kw_only=True)
class Regie(Wired):
    """
    The regie of the municipality.

    ``steering_degree`` is keyed by area; ``outside_services`` are steps outside every arrangement
    that lists its services; ``accountability`` gives each party's path to the council, ``parties``
    the words for everyone in it. ``words`` are those for actors and activities of the models,
    ``history`` every change of arrangement.
    """

    arrangements: tuple[ArrangementFigures, ...]
    steering_degree: Table[str, float]
    outside_services: tuple[str, ...]
    accountability: Table[str, tuple[str, ...]]
    parties: Table[str, Text]
    goals: Table[str, GoalFigures]
    coherence: Coherence
    territory: Territory = attrs.field(factory=Territory)
    history: tuple[RegieChange, ...] = ()
    words: Table[str, Text] = attrs.field(factory=Table)

    def to_frame(self, backend: str | None = None) -> Any:
        """
        Return a row per arrangement and decision right: a frame of *backend*, or dictionaries.

        Raises:
            MissingExtraError: A frame is asked for, and the extra ``data`` is not installed.
        """
        return as_frame(self._rights(), COLUMNS, backend)

    def _rights(self) -> Iterator[Row]:
        for one in self.arrangements:
            scope = {"area": one.area, "act": one.act.value if one.act else "", "model": one.model}
            for right, holder in one.rights.items():
                held = {"right": right.value, "holder": holder.value, "share": holder.share}
                yield {**scope, **held}


def govern(
    dossier: Dossier,
    models: Mapping[str, RegieModel],
    actors: Mapping[str, RegieActor] | None = None,
    activities: Mapping[str, RegieActivity] | None = None,
) -> Regie:
    """
    Return the regie of *dossier*.

    *models* holds every model that its arrangements name, *actors* and *activities* the words for
    those that they name.
    """
    coherent = coherence(dossier)
    figures = tuple(
        _figures(dossier, arrangement, models[arrangement.model])
        for arrangement in dossier.arrangements
    )
    accountability = shortest([one.accountability for one in figures])
    return Regie(
        arrangements=figures,
        steering_degree=Table(_degrees(dossier, figures)),
        outside_services=_outside_all(dossier),
        accountability=Table(accountability),
        parties=Table(_parties(dossier, accountability, actors or {})),
        goals=Table(goal_figures(dossier, coherent)),
        coherence=coherent,
        territory=territory(dossier, models),
        history=history(dossier, models),
        words=Table(_words(figures, {**(actors or {}), **(activities or {}), **models})),
    )


def _words(
    figures: tuple[ArrangementFigures, ...],
    known: Mapping[str, RegieActor | RegieActivity | RegieModel],
) -> Iterator[tuple[str, Text]]:
    """Yield the words for every activity and actor in the RACI of the models, and for the models."""
    rows = [one.raci for one in figures]
    ids = (key for raci in rows for act, row in raci.items() for key in (act, *row.parties))
    on_the_way = (one for figure in figures for path in figure.actor_paths.values() for one in path)
    models = (key for key, one in known.items() if isinstance(one, RegieModel))
    for key in dict.fromkeys((*ids, *on_the_way, *models)):
        yield key, known[key].label if key in known else Text.of(key)


def _parties(
    dossier: Dossier,
    accountability: Mapping[str, tuple[str, ...]],
    actors: Mapping[str, RegieActor],
) -> Iterator[tuple[str, Text]]:
    named = {actor.id: actor.label for actor in actors.values()}
    named |= {organisation.id: organisation.label for organisation in dossier.organisations}
    partners = (partner for one in dossier.arrangements for partner in one.partners)
    on_the_way = (party for path in accountability.values() for party in path)
    for party in dict.fromkeys((*on_the_way, *partners)):
        yield party, named.get(party, Text.of(party))


def _figures(dossier: Dossier, arrangement: Arrangement, model: RegieModel) -> ArrangementFigures:
    return ArrangementFigures(
        model=model.id,
        label=model.label,
        area=arrangement.area,
        act=arrangement.act,
        partners=arrangement.partners,
        steering_degree=steering_degree(model),
        because=(_steering(model),),
        rights=Table((right, model.choice[right]) for right in DecisionRight),
        outside_services=_outside(dossier, arrangement),
        demands=demands_of(dossier, arrangement, model),
        raci=_with_own_route(model),
        step_raci=Table(step_rows(dossier, arrangement, model)),
        actor_paths=Table(actor_paths(model)),
        family=model.family,
        services=arrangement.services,
        since=arrangement.since,
        rationale=arrangement.rationale,
        accountability=Table(paths(dossier, arrangement, model)),
        unlearn=model.unlearn,
    )


def _with_own_route(model: RegieModel) -> Table[str, RaciRow]:
    """Return the RACI of *model*; the personal route is in it also where the model is silent (I6)."""
    own = RaciRow(accountable=(EMPLOYEE,), responsible=(EMPLOYEE,))
    return Table(
        {PERSONAL_ROUTE: own, **model.raci} if PERSONAL_ROUTE not in model.raci else model.raci
    )


def _steering(model: RegieModel) -> Text:
    shares = [model.choice[right].share for right in DecisionRight]
    alone, none = shares.count(1.0), shares.count(0.0)
    shared = len(shares) - alone - none
    return reason("steering-degree", alone=alone, shared=shared, none=none)


def _degrees(
    dossier: Dossier, figures: tuple[ArrangementFigures, ...]
) -> Iterator[tuple[str, float]]:
    named: set[str] = set()
    for arrangement, one in zip(dossier.arrangements, figures, strict=True):
        name = arrangement.scope_name
        if name in named and arrangement.act:
            name = f"{name}/{arrangement.act.value}"
        named.add(name)
        yield name, one.steering_degree


def _outside(dossier: Dossier, arrangement: Arrangement) -> tuple[str, ...]:
    steps = dossier.process.steps if dossier.process else ()
    return tuple(step.id for step in steps if not arrangement.covers(step.id))


def _outside_all(dossier: Dossier) -> tuple[str, ...]:
    """Return the steps that no arrangement covers: those outside each of them."""
    outside = [set(_outside(dossier, one)) for one in dossier.arrangements]
    common = set.intersection(*outside) if outside else set()
    return tuple(s.id for s in (dossier.process.steps if dossier.process else ()) if s.id in common)
