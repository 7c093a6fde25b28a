"""Pairs of organisations that meet in the work, and what aligns them there (C#29, 54)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.goals import Agreement
from lerendwerk_core.model.process import Step, WorkProcess
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.process.borders import handover_edges

Pair = tuple[str, str]


@attrs.frozen(kw_only=True)
class Border(Wired):
    """
    Two organisations that meet in the work: in ``steps`` that both do, in ``handovers`` from a step
    that one leads to a step that the other leads; ``agreements`` are those that align them there.
    """

    parties: tuple[str, str]
    steps: tuple[str, ...]
    handovers: tuple[tuple[str, str], ...]
    agreements: tuple[str, ...]


def neighbours(dossier: Dossier, process: WorkProcess) -> tuple[Border, ...]:
    """Return every pair of organisations of *dossier* that share a border in *process*, sorted."""
    shared: dict[Pair, list[str]] = {}
    for step in process.steps:
        for pair in combinations(sorted(_doing(dossier, step)), 2):
            shared.setdefault(pair, []).append(step.id)
    passed: dict[Pair, list[tuple[str, str]]] = {}
    for giver, receiver, edge in _handovers(dossier, process):
        pair = (min(giver, receiver), max(giver, receiver))
        passed.setdefault(pair, []).append(edge)
    return tuple(
        _border(dossier, pair, tuple(shared.get(pair, ())), tuple(passed.get(pair, ())))
        for pair in sorted({*shared, *passed})
    )


def _doing(dossier: Dossier, step: Step) -> set[str]:
    """Return the organisations that do *step*: who performs it, and who its row says does."""
    parties = {one.id for one in dossier.organisations}
    written = set(step.raci.responsible) if step.raci else set()
    performing = {dossier.employer_of(one) for one in step.performers}
    return parties & (written | performing)


def _handovers(
    dossier: Dossier, process: WorkProcess
) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Yield who gives, who receives and between which steps, also off the main path."""
    leads = {step.id: dossier.employer_of(step.lead) for step in process.steps}
    crossing = handover_edges(dossier, process, (*process.edges, *process.branches))
    for source, target in dict.fromkeys((edge.source, edge.target) for edge in crossing):
        yield leads[source], leads[target], (source, target)


def _border(
    dossier: Dossier, pair: Pair, steps: tuple[str, ...], handovers: tuple[tuple[str, str], ...]
) -> Border:
    places = {*steps, *(step for edge in handovers for step in edge)}
    aligned = (one.id for one in dossier.agreements if _aligns(one, pair, places))
    return Border(parties=pair, steps=steps, handovers=handovers, agreements=tuple(aligned))


def _aligns(one: Agreement, pair: Pair, places: set[str]) -> bool:
    """Whether an agreement is between both, and about a place where they meet if it names places."""
    return set(pair) <= set(one.parties) and (not one.steps or bool(places & set(one.steps)))
