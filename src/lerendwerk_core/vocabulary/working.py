"""Borders in the work, and what is agreed about it."""

from __future__ import annotations

from lerendwerk_core.vocabulary.word import Word


class Rung(Word):
    """The border ladder of a handover, lowest first; a hat change is no border between people."""

    SAME_PERSON = "same-person", "zelfde persoon", "same person"
    SAME_ROLE = "same-role", "zelfde rol", "same role"
    SAME_DEPARTMENT = "same-department", "zelfde afdeling", "same department"
    OTHER_DEPARTMENT = "other-department", "andere afdeling", "other department"
    OTHER_ORGANISATION = "other-organisation", "andere organisatie", "other organisation"
    HAT_CHANGE = "hat-change", "andere pet", "hat change"


class AgreementKind(Word):
    """What an agreement is about (C#29, 54, 55)."""

    ROLE = "role", "rol", "role", "rol"
    TASK = "task", "taak", "task", "taak"
    BEHAVIOUR = "behaviour", "gedrag", "behaviour", "gedrag"


class RoleFrom(Word):
    """Where a drawing says whose a node is; in this order, the first that says anything."""

    LANE = "lane", "baan noemt het", "listed in a lane"
    HOST = "host", "baan van de stap waar het aan hangt", "lane of the step it is attached to"
    AROUND = "sub-process", "baan van het deelproces", "lane of the sub-process"
    PLACE = "geometry", "plaats in de tekening", "place in the drawing"
    POOL = "pool", "naam van de pool", "name of the pool"
    CANDIDATES = "candidates", "kandidaatgroepen", "candidate groups"
    NOWHERE = "none", "nergens", "nowhere"


class KnownBy(Word):
    """By what a step of one version is known again in another; the surest first."""

    ID = "id", "aan het id", "by id"
    NAME = "name", "aan de naam", "by name"
    LIKENESS = "likeness", "aan een naam die erop lijkt", "by a name much alike"
    PLACE = "place", "aan de plaats", "by place"


class FlowKind(Word):
    """What an arrow in a drawing carries."""

    SEQUENCE = "sequence", "volgorde", "sequence"
    MESSAGE = "message", "bericht", "message"
    DATA = "data", "gegevens", "data"
