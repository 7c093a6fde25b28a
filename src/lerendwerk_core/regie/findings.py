"""What there is to discuss about the regie of a municipality."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from lerendwerk_core.model.contracts import Finding
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.regie import Arrangement, RegieModel
from lerendwerk_core.regie.answering import reaches_council
from lerendwerk_core.regie.coherence import GoalFigures, endorsed_by_all
from lerendwerk_core.regie.govern import Regie
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Decentralisation, Stage

_finding = partial(Finding.of, stage=Stage.REGIE)

ALL = Text("alle wetten", "all acts")


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
    yield from _territory_findings(regie)
    yield from _history_findings(regie)
    yield from _actor_findings(dossier, regie)
    # Where no step names any goal, that is said of the process, and not of every goal again.
    if any(figures.steps for figures in regie.goals.values()):
        for goal, figures in regie.goals.items():
            yield from _goal_findings(goal, figures)


def _arrangement_findings(
    dossier: Dossier, arrangement: Arrangement, model: RegieModel, where: str
) -> Iterator[Finding]:
    yield from unmet_by(dossier, arrangement, model, where)
    if arrangement.rationale is None or arrangement.since is None:
        yield _finding("arrangement-unreasoned", where, scope=arrangement.scope_name)


def unmet_by(
    dossier: Dossier, arrangement: Arrangement, model: RegieModel, where: str
) -> Iterator[Finding]:
    """Yield what *model* asks of *arrangement* that is not there: partners, shared goals."""
    if model.payoff.primes_per_area == 1 and len(arrangement.partners) != 1:
        yield _finding("one-partner-per-area", where, count=len(arrangement.partners))
    others = [one for one in arrangement.partners if one not in dossier.municipal]
    if len(others) < model.scope.partners_min:
        least = model.scope.partners_min
        yield _finding("too-few-partners", where, count=len(others), least=least)
    shared = endorsed_by_all(dossier, arrangement.partners)
    if len(shared) < model.scope.shared_goals_min:
        yield _finding("no-shared-goal", where)


def _territory_findings(regie: Regie) -> Iterator[Finding]:
    found = regie.territory
    for code, claims in (("area-twice", found.overlaps), ("area-without", found.holes)):
        for one in claims:
            area = one.area or Text("het hele gebied", "the whole territory")
            yield _finding(code, f"regie.{one.area or 'all'}", area=area, act=_act(one.act))
    if found.parts_twice:
        yield _finding("part-twice", "areas", parts=found.parts_twice)
    if found.parts_nowhere:
        yield _finding("part-nowhere", "areas", parts=found.parts_nowhere)


def _act(act: Decentralisation | None) -> Text:
    return act.label if act else ALL


def _history_findings(regie: Regie) -> Iterator[Finding]:
    for one in regie.history:
        if one.gap_days:
            yield _finding(
                "history-gap" if one.gap_days > 0 else "history-overlap",
                f"regie.history.{one.area or 'all'}",
                scope=one.area or _act(one.act),
                before=regie.words.get(one.before, one.before),
                after=regie.words.get(one.after, one.after),
                days=abs(one.gap_days),
            )


def _actor_findings(dossier: Dossier, regie: Regie) -> Iterator[Finding]:
    """Yield what keeps regie from being regie: no independent actors, or some without a part."""
    found = regie.coherence
    if dossier.arrangements and found.actors and not found.independent:
        yield _finding("no-independent-actor", "organisations")
    labels = {one.id: one.label for one in dossier.organisations}
    for actor in found.actors_without_action:
        yield _finding("actor-without-action", f"organisations.{actor}", party=labels[actor])


def _goal_findings(goal: str, figures: GoalFigures) -> Iterator[Finding]:
    where = f"goals.{goal}"
    if figures.steps == 0:
        yield _finding("goal-without-step", where, goal=figures.label)
    if figures.working_without_endorsing:
        parties = figures.working_without_endorsing
        yield _finding("goal-not-endorsed", where, goal=figures.label, parties=parties)
