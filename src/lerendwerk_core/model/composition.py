"""
The composition problem: who is available, which groups there are, what a group must and should be.

Candidates carry tags in dimensions (step, discipline, department, organisation, area, part).
Requirements are named and hard or soft; goals are tiers, each reported apart.
"""

from __future__ import annotations

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Purpose, Spread

STEP, DISCIPLINE, DEPARTMENT, ORGANISATION, PART = (
    "step",
    "discipline",
    "department",
    "organisation",
    "part",
)


@attrs.frozen(kw_only=True)
class Candidate:
    """Someone who can take a seat: role code, tags per dimension, the area they are bound to."""

    code: str
    tags: Table[str, tuple[str, ...]]
    area: str = ""

    def has(self, dimension: str, value: str) -> bool:
        """Whether the candidate carries *value* in *dimension*."""
        return value in self.tags.get(dimension, ())


@attrs.frozen(kw_only=True)
class GroupSpec:
    """
    A group to fill: size bounds, area, and the steps and handovers it learns on.

    ``weights`` holds a whole number per handover, by its rung on the border ladder.
    """

    id: str
    size: tuple[int, int]
    steps: tuple[str, ...] = ()
    handovers: tuple[tuple[str, str], ...] = ()
    weights: tuple[int, ...] = ()
    area: str = ""
    purpose: Purpose = Purpose.ORGANISATION


@attrs.frozen(kw_only=True)
class AtLeast:
    """At least ``minimum`` members with ``value`` in ``dimension``."""

    name: str
    because: Text
    dimension: str
    value: str
    minimum: int = 1
    groups: tuple[str, ...] = ()
    hard: bool = False


@attrs.frozen(kw_only=True)
class AtMostShare:
    """At most ``share`` of the seats for ``value`` in ``dimension``; no value: for any one value."""

    name: str
    because: Text
    dimension: str
    share: float
    value: str = ""
    groups: tuple[str, ...] = ()
    hard: bool = False


@attrs.frozen(kw_only=True)
class Distinct:
    """At least ``minimum`` different values of ``dimension``."""

    name: str
    because: Text
    dimension: str
    minimum: int = 2
    groups: tuple[str, ...] = ()
    hard: bool = True


@attrs.frozen(kw_only=True)
class Together:
    """Either all of ``codes`` in the group or none of them."""

    name: str
    because: Text
    codes: tuple[str, ...]
    groups: tuple[str, ...] = ()
    hard: bool = True


@attrs.frozen(kw_only=True)
class Apart:
    """At most one of ``codes`` in the group."""

    name: str
    because: Text
    codes: tuple[str, ...]
    groups: tuple[str, ...] = ()
    hard: bool = True


@attrs.frozen(kw_only=True)
class Fixed:
    """``code`` has a seat in the group."""

    name: str
    because: Text
    code: str
    groups: tuple[str, ...]
    hard: bool = True


@attrs.frozen(kw_only=True)
class Excluded:
    """``code`` has no seat in the group."""

    name: str
    because: Text
    code: str
    groups: tuple[str, ...] = ()
    hard: bool = True


Requirement = AtLeast | AtMostShare | Distinct | Together | Apart | Fixed | Excluded

GOALS = ("steps", "handovers", "organisations", "disciplines", "balance")
"""The goals of a composition, most important first; each has its own value and bound."""


@attrs.frozen(kw_only=True)
class CompositionProblem:
    """
    Everything a solver needs.

    ``load`` bounds the number of groups per candidate: (0, 1) chooses, (1, 1) places everyone.
    ``goals`` are tiers: a later one is only weighed where all earlier ones are equal.
    """

    candidates: tuple[Candidate, ...]
    groups: tuple[GroupSpec, ...]
    load: tuple[int, int] = (0, 1)
    requirements: tuple[Requirement, ...] = ()
    goals: tuple[str, ...] = GOALS

    def requirements_of(self, group: str) -> tuple[Requirement, ...]:
        """Return the requirements that *group* must meet."""
        return tuple(one for one in self.requirements if not one.groups or group in one.groups)


@attrs.frozen(kw_only=True)
class Seating:
    """
    What a solver returns: the members of each group, and why it stopped.

    ``stopped_by`` is ``proof`` (every goal at its bound), ``effort`` (no improvement left within the
    effort asked), ``time`` or ``cancel``.
    """

    members: Table[str, tuple[str, ...]]
    stopped_by: str
    seed: int


@attrs.frozen(kw_only=True)
class ComposeRequest(Wired):
    """What a dossier asks of the composer."""

    groups: int
    size: tuple[int, int]
    per: Spread | None = None
    purpose: Purpose = Purpose.ORGANISATION
    load: tuple[int, int] = (0, 1)
    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, ...], ...] = ()
    fixed: Table[str, tuple[str, ...]] = attrs.field(factory=Table)
    excluded: Table[str, tuple[str, ...]] = attrs.field(factory=Table)
    seed: int = 0
    effort: str = "normal"
