"""The regie of a municipality: per arrangement its rights, demands and accountability."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

import attrs

from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.regie import Arrangement, Demand, RaciRow, RegieActor, RegieModel
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.regie.accountability import paths, reaches_council, shortest
from lerendwerk_core.regie.coherence import GoalFigures, endorsed_by_all, goal_figures
from lerendwerk_core.regie.demands import demands_of
from lerendwerk_core.regie.steering import steering_degree
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Decentralisation, DecisionRight, Holder, Stage
from lerendwerk_core.wording import reason

_finding = partial(Finding.of, stage=Stage.REGIE)


@attrs.frozen(kw_only=True)
class ArrangementFigures(Wired):
    """
    One arrangement: its model, derived steering degree (0 to 1), decision rights, what it asks.

    ``because`` says how many rights the municipality holds alone, with others, and not at all.
    ``outside_services`` are the steps that the contract or covenant does not cover.
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
    accountability: Table[str, tuple[str, ...]]
    unlearn: tuple[Text, ...]


@attrs.frozen(kw_only=True)
class Regie(Wired):
    """
    The regie of the municipality.

    ``steering_degree`` is keyed by area; ``outside_services`` are steps outside every arrangement
    that lists its services; ``accountability`` gives each party's path to the council, ``parties``
    the words for everyone in it.
    """

    arrangements: tuple[ArrangementFigures, ...]
    steering_degree: Table[str, float]
    outside_services: tuple[str, ...]
    accountability: Table[str, tuple[str, ...]]
    parties: Table[str, Text]
    goals: Table[str, GoalFigures]


def govern(
    dossier: Dossier,
    models: Mapping[str, RegieModel],
    actors: Mapping[str, RegieActor] | None = None,
) -> Regie:
    """
    Return the regie of *dossier*.

    *models* holds every model that its arrangements name, *actors* the words for their actors.
    """
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
        goals=Table(goal_figures(dossier)),
    )


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
        raci=model.raci,
        accountability=Table(paths(dossier, arrangement, model)),
        unlearn=model.unlearn,
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
    if dossier.process is None or arrangement.services is None:
        return ()
    return tuple(s.id for s in dossier.process.steps if s.id not in arrangement.services)


def _outside_all(dossier: Dossier) -> tuple[str, ...]:
    """Return the steps that no arrangement covers: those outside each of them."""
    outside = [set(_outside(dossier, one)) for one in dossier.arrangements]
    common = set.intersection(*outside) if outside else set()
    return tuple(s.id for s in (dossier.process.steps if dossier.process else ()) if s.id in common)


def findings(dossier: Dossier, models: Mapping[str, RegieModel], regie: Regie) -> Iterator[Finding]:
    """Yield what to discuss about the regie."""
    for arrangement, one in zip(dossier.arrangements, regie.arrangements, strict=True):
        where = f"regie.{arrangement.scope_name}"
        yield from _arrangement_findings(dossier, arrangement, models[one.model], where)
        for party, path in one.accountability.items():
            if not reaches_council(path):
                yield _finding("no-path-to-council", where, party=party)
        if one.outside_services:
            scope, steps = arrangement.scope_name, one.outside_services
            yield _finding("steps-outside-contract", where, scope=scope, steps=steps)
    yield from _partner_count(dossier, models)
    # Where no step names any goal, that is said of the process, and not of every goal again.
    if any(figures.steps for figures in regie.goals.values()):
        for goal, figures in regie.goals.items():
            yield from _goal_findings(goal, figures)


def _arrangement_findings(
    dossier: Dossier, arrangement: Arrangement, model: RegieModel, where: str
) -> Iterator[Finding]:
    if model.payoff.primes_per_area == 1 and len(arrangement.partners) != 1:
        yield _finding("one-partner-per-area", where, count=len(arrangement.partners))
    others = _independent(dossier, arrangement.partners)
    if len(others) < model.scope.partners_min:
        least = model.scope.partners_min
        yield _finding("too-few-partners", where, count=len(others), least=least)
    shared = endorsed_by_all(dossier, arrangement.partners)
    if len(shared) < model.scope.shared_goals_min:
        yield _finding("no-shared-goal", where)
    if arrangement.rationale is None or arrangement.since is None:
        yield _finding("arrangement-unreasoned", where, scope=arrangement.scope_name)


def _independent(dossier: Dossier, partners: tuple[str, ...]) -> tuple[str, ...]:
    municipal = {one.id for one in dossier.organisations if one.is_municipality}
    return tuple(one for one in partners if one not in municipal)


def _partner_count(dossier: Dossier, models: Mapping[str, RegieModel]) -> Iterator[Finding]:
    """Yield the areas that two arrangements of a partitioning model claim for the same act."""
    seen: set[tuple[str, Decentralisation | None]] = set()
    for one in dossier.arrangements:
        claim = (one.area, one.act)
        if claim in seen and models[one.model].scope.area_partition_required:
            yield _finding("area-twice", f"regie.{one.scope_name}", area=one.area)
        seen.add(claim)


def _goal_findings(goal: str, figures: GoalFigures) -> Iterator[Finding]:
    where = f"goals.{goal}"
    if figures.steps == 0:
        yield _finding("goal-without-step", where, goal=figures.label)
    if figures.working_without_endorsing:
        parties = figures.working_without_endorsing
        yield _finding("goal-not-endorsed", where, goal=figures.label, parties=parties)
