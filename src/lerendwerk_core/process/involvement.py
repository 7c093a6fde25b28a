"""
Who takes part where: steps by discipline, those who stand on both sides of a border, overlap.

Input for composing (who bridges), for aligning roles (who does the same), and for reading a map.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.process import WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.process.borders import LADDER, border, weighed_borders
from lerendwerk_core.vocabulary import Rung

LEAST_OVERLAP = 2
"""From how many steps in common two disciplines overlap."""


@attrs.frozen(kw_only=True)
class Bridge(Wired):
    """A discipline that performs both steps of ``borders``: it knows the work on both sides."""

    discipline: str
    organisation: str
    borders: tuple[tuple[str, str], ...]


@attrs.frozen(kw_only=True)
class Overlap(Wired):
    """Two disciplines that perform the same ``steps``."""

    first: str
    second: str
    steps: tuple[str, ...]


@attrs.frozen(kw_only=True)
class BorderEdge(Wired):
    """A transition between two roles; ``weight`` is what a group that has both ends gains by it."""

    source: str
    target: str
    border: Rung
    weight: int
    seen: int | None = None
    waited: float | None = None


@attrs.frozen(kw_only=True)
class Involvement(Wired):
    """
    Who performs what.

    ``performs`` and ``leads`` give the steps of every discipline, ``alone`` the steps that only one
    discipline can do; ``bridges`` stand on both sides of a border between organisations or
    departments; ``borders`` are the transitions between roles, heaviest first.
    """

    performs: Table[str, tuple[str, ...]]
    leads: Table[str, tuple[str, ...]]
    alone: tuple[str, ...]
    bridges: tuple[Bridge, ...]
    overlaps: tuple[Overlap, ...]
    borders: tuple[BorderEdge, ...]


def involvement(dossier: Dossier, process: WorkProcess) -> Involvement:
    """Return who performs what in *process* (C#27)."""
    performs = _steps_by_discipline(process)
    leads = {one: tuple(s.id for s in process.steps if s.lead == one) for one in performs}
    return Involvement(
        performs=Table(performs),
        leads=Table(leads),
        alone=tuple(step.id for step in process.steps if len(set(step.performers)) == 1),
        bridges=tuple(_bridges(dossier, process, performs)),
        overlaps=tuple(_overlaps(performs)),
        borders=_heaviest_first(dossier, process),
    )


def _steps_by_discipline(process: WorkProcess) -> dict[str, tuple[str, ...]]:
    steps: dict[str, list[str]] = defaultdict(list)
    for step in process.steps:
        for discipline in dict.fromkeys(step.performers):
            steps[discipline].append(step.id)
    return {discipline: tuple(own) for discipline, own in steps.items()}


def _bridges(
    dossier: Dossier, process: WorkProcess, performs: Mapping[str, tuple[str, ...]]
) -> Iterator[Bridge]:
    far = LADDER.index(Rung.OTHER_DEPARTMENT)
    ends = [
        (edge.source, edge.target)
        for edge in process.edges
        if LADDER.index(border(dossier, process, edge)) >= far
    ]
    for discipline, steps in performs.items():
        both = tuple(pair for pair in ends if set(pair) <= set(steps))
        if both:
            employer = dossier.employer_of(discipline)
            yield Bridge(discipline=discipline, organisation=employer, borders=both)


def _overlaps(performs: Mapping[str, tuple[str, ...]]) -> Iterator[Overlap]:
    for (first, ours), (second, theirs) in itertools.combinations(performs.items(), 2):
        common = tuple(step for step in ours if step in set(theirs))
        if len(common) >= LEAST_OVERLAP:
            yield Overlap(first=first, second=second, steps=common)


def _heaviest_first(dossier: Dossier, process: WorkProcess) -> tuple[BorderEdge, ...]:
    edges = (
        BorderEdge(
            source=edge.source,
            target=edge.target,
            border=border(dossier, process, edge),
            weight=weight,
            seen=edge.seen,
            waited=edge.waited,
        )
        for edge, weight in weighed_borders(dossier, process)
    )
    return tuple(sorted(edges, key=lambda one: -one.weight))
