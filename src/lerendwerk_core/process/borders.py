"""The border ladder: which border a handover crosses, lowest rung first."""

from __future__ import annotations

from collections.abc import Iterable

from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.process import Edge, WorkProcess
from lerendwerk_core.vocabulary import Rung

LADDER = (
    Rung.SAME_PERSON,
    Rung.SAME_ROLE,
    Rung.SAME_DEPARTMENT,
    Rung.OTHER_DEPARTMENT,
    Rung.OTHER_ORGANISATION,
)

BUSIEST = 10
"""How many times as much the busiest way counts as one that is hardly used."""


def rung_between(dossier: Dossier, giver: str, receiver: str) -> Rung:
    """
    Return the rung between two disciplines.

    A discipline belongs to the organisation that staffs it. Where nobody staffs one of the two, no
    organisation border is claimed: the roles differ, and more is not known.
    """
    if giver == receiver:
        return Rung.SAME_ROLE
    gives, receives = dossier.employer_of(giver), dossier.employer_of(receiver)
    if not gives or not receives:
        return Rung.OTHER_DEPARTMENT
    if gives != receives:
        return Rung.OTHER_ORGANISATION
    if dossier.department_of(giver) != dossier.department_of(receiver):
        return Rung.OTHER_DEPARTMENT
    return Rung.SAME_DEPARTMENT


def border(dossier: Dossier, process: WorkProcess, edge: Edge) -> Rung:
    """Return the rung between the leads of the two steps of *edge*."""
    leads = (process.step(edge.source).lead, process.step(edge.target).lead)
    return rung_between(dossier, *leads)


def weighed_borders(dossier: Dossier, process: WorkProcess) -> tuple[tuple[Edge, int], ...]:
    """
    Return the transitions of the main path between two roles, each with its weight.

    The weight is how many rungs higher than within one role. Where a log says how often work went
    each way, it is multiplied by how busy the way is: from 1, rarely or never seen, to BUSIEST.
    """
    weighed = ((edge, LADDER.index(border(dossier, process, edge))) for edge in process.edges)
    lowest = LADDER.index(Rung.SAME_ROLE)
    most = max((edge.seen or 0 for edge in process.edges), default=0)
    return tuple(
        (edge, (rung - lowest) * _busyness(edge, most)) for edge, rung in weighed if rung > lowest
    )


def _busyness(edge: Edge, most: int) -> int:
    return max(1, round(BUSIEST * (edge.seen or 0) / most)) if most else 1


def handover_edges(
    dossier: Dossier, process: WorkProcess, edges: Iterable[Edge] | None = None
) -> tuple[Edge, ...]:
    """Return which of *edges* (without: those of the main path) cross to another organisation."""
    looked_at = process.edges if edges is None else edges
    return tuple(
        edge for edge in looked_at if border(dossier, process, edge) is Rung.OTHER_ORGANISATION
    )
