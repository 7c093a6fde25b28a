"""The border ladder: which border a handover crosses, lowest rung first."""

from __future__ import annotations

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


def role_borders(dossier: Dossier, process: WorkProcess) -> tuple[tuple[Edge, int], ...]:
    """Return the transitions of the main path between two roles, each with its rung as weight."""
    weighed = ((edge, LADDER.index(border(dossier, process, edge))) for edge in process.edges)
    lowest = LADDER.index(Rung.SAME_ROLE)
    return tuple((edge, rung - lowest) for edge, rung in weighed if rung > lowest)


def handover_edges(dossier: Dossier, process: WorkProcess) -> tuple[Edge, ...]:
    """Return the transitions of the main path that cross to another organisation."""
    return tuple(
        edge for edge in process.edges if border(dossier, process, edge) is Rung.OTHER_ORGANISATION
    )
