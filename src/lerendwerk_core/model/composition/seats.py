"""Who can take a seat, and the groups there are to fill."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import MunicipalPart, Purpose

STEP, DISCIPLINE, DEPARTMENT, ORGANISATION, PART = (
    "step",
    "discipline",
    "department",
    "organisation",
    "part",
)


def spoken(dimension: str, value: str) -> Text | str:
    """
    Return *value* of *dimension* as it is read in a sentence.

    Who has a part for the municipality goes by the label of that part; a step keeps its name, by
    which it is looked up; of everything else underscores become spaces.
    """
    part = MunicipalPart.read(value) if dimension in (DISCIPLINE, PART) else None
    if part:
        return part.label
    return value if dimension == STEP else value.replace("_", " ")


@attrs.frozen(kw_only=True)
class Candidate(Wired):
    """
    Someone who can take a seat, by role code.

    ``tags`` hold values per dimension (step, discipline, organisation, ...); ``area`` and
    ``moments`` bind to groups of that area and those moments (empty: anywhere, always); ``load``
    bounds the number of groups for this one (``None``: as for everybody). Who is ``invited`` may
    sit in a group without performing a step of its process.
    """

    code: str
    tags: Table[str, tuple[str, ...]] = attrs.field(factory=Table)
    area: str = ""
    moments: tuple[str, ...] = ()
    load: tuple[int, int] | None = None
    invited: bool = False

    def has(self, dimension: str, value: str) -> bool:
        """Whether the candidate carries *value* in *dimension*."""
        return value in self.tags.get(dimension, ())


@attrs.frozen(kw_only=True)
class GroupSpec(Wired):
    """
    A group to fill: size bounds, and the steps and handovers of the process it learns on.

    ``weights`` holds a number per handover, by its rung on the border ladder (none: 1 each). In a
    group of ``performers_only`` sit only those who perform one of its steps, and who is invited.
    """

    id: str
    size: tuple[int, int]
    steps: tuple[str, ...] = ()
    handovers: tuple[tuple[str, str], ...] = ()
    weights: tuple[int, ...] = ()
    process: str = ""
    area: str = ""
    moment: str = ""
    purpose: Purpose = Purpose.ORGANISATION
    performers_only: bool = False

    @property
    def weighed(self) -> tuple[tuple[tuple[str, str], int], ...]:
        """The handovers, each with its weight."""
        weights = self.weights or (1,) * len(self.handovers)
        return tuple(zip(self.handovers, weights, strict=True))

    def admits(self, candidate: Candidate) -> bool:
        """Whether *candidate* may sit here at all: area, moment, and a step to perform if asked."""
        if candidate.area and self.area and candidate.area != self.area:
            return False
        if candidate.moments and self.moment and self.moment not in candidate.moments:
            return False
        if not self.performers_only or candidate.invited:
            return True
        return not set(self.steps).isdisjoint(candidate.tags.get(STEP, ()))
