"""Needs, unlearning, learning activities, learning groups (C#32-35, 49, 52, 56, 57, 66)."""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    Characteristic,
    Formality,
    LearningLevel,
    LearningMode,
    Purpose,
    UnlearnKind,
    UnlearnState,
)


@attrs.frozen(kw_only=True, repr=False)
class Need:
    """
    A need that employees name themselves: how many per discipline (C#57).

    The counts are the owners'; they have no way out of the library, so a need has neither
    ``to_dict`` nor a ``repr`` that shows them.
    """

    id: str
    label: Text
    named: Table[str, int]

    def __repr__(self) -> str:
        return f"Need(id={self.id!r}, label={self.label!r})"


@attrs.frozen(kw_only=True)
class UnlearnGoal(Wired):
    """A belief, pattern or loyalty to unlearn, what replaces it, and its state per moment (C#32-34)."""

    id: str
    kind: UnlearnKind
    label: Text
    replaced_by: Text | None = None
    stage: Table[str, UnlearnState] = attrs.field(factory=Table)


@attrs.frozen(kw_only=True)
class LearningActivity(Wired):
    """An activity of the catalogue, on two axes (C#66): ``hours`` per round, ``size`` of the group."""

    id: str
    label: Text
    level: LearningLevel
    formality: Formality
    mode: LearningMode
    size: tuple[int, int]
    hours: float
    characteristics: tuple[Characteristic, ...] = ()
    bucket: int | None = None
    loop: int = 1
    evidence: Text | None = None


@attrs.frozen(kw_only=True)
class PlannedActivity(Wired):
    """An activity of the catalogue as this trajectory plans or did it."""

    id: str
    activity: str
    groups: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unlearns: tuple[str, ...] = ()
    hours: float | None = None
    date: dt.date | None = None


@attrs.frozen(kw_only=True)
class LearningGroup(Wired):
    """A learning group that exists: its purpose (C#49), area and members by role code."""

    id: str
    purpose: Purpose = Purpose.ORGANISATION
    area: str = ""
    members: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ResourceFrame(Wired):
    """The means within which the goals must be reached (C#10)."""

    learning_hours: float | None = None
