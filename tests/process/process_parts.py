"""Lines of work and those who do it, for the tests of the process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import attrs

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.people import Person
from lerendwerk_core.model.process import Change, Edge, Move, Renewal, Step, WorkProcess
from lerendwerk_core.text import Text

STAFF = {
    "loket": ("gem", "voor"),
    "balie": ("gem", "voor"),
    "besluit": ("gem", "achter"),
    "hulp": ("zorg", ""),
}
"""Per discipline the organisation and the department."""


def step(key: str, *performers: str, **changes: object) -> Step:
    return attrs.evolve(Step(id=key, label=Text.of(key), performers=performers), **changes)


def edges(*pairs: str) -> tuple[Edge, ...]:
    """Edges between steps of one letter: ``"ab"`` leads from a to b."""
    return tuple(Edge(source=pair[0], target=pair[1]) for pair in pairs)


def line(steps: Sequence[Step], **changes: object) -> WorkProcess:
    """The process in which *steps* follow each other."""
    path = tuple(Edge(source=one.id, target=other.id) for one, other in pairwise(steps))
    return attrs.evolve(WorkProcess(id="p", steps=tuple(steps), edges=path), **changes)


def letters(names: str) -> WorkProcess:
    """The line of steps ``a``, ``b``, ... without anyone to do them."""
    return line([step(name) for name in names])


def renewal(*moves: Move, change: Sequence[Change] = ()) -> Renewal:
    return Renewal(move=moves, change=tuple(change))


def dossier(
    process: WorkProcess,
    staff: Mapping[str, tuple[str, str]] = STAFF,
    registered: Sequence[str] = (),
) -> Dossier:
    """A dossier with one person for every discipline of *staff*."""
    people = (
        Person(
            code=f"{name}-01",
            discipline=name,
            organisation=organisation,
            department=department,
            registered="SKJ" if name in registered else "",
        )
        for name, (organisation, department) in staff.items()
    )
    return Dossier(id="d", people=tuple(people), process=process)


def order(process: WorkProcess) -> str:
    """The steps of a line in the order of its edges; fails if it is no line."""
    follows = {edge.source: edge.target for edge in process.edges}
    targets = {edge.target for edge in process.edges}
    assert len(follows) == len(targets) == len(process.edges) == len(process.steps) - 1
    (walk,) = [one.id for one in process.steps if one.id not in targets]
    while walk[-1] in follows:
        walk += follows[walk[-1]]
        assert len(walk) <= len(process.steps)
    return walk
