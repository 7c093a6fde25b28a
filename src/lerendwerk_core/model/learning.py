"""Needs, learning activities, learning groups (C#49, 52, 56, 57, 66)."""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    Characteristic,
    CompetenceMatch,
    Content,
    Formality,
    LearningLevel,
    LearningMode,
    Purpose,
    UnlearnKind,
)


@attrs.frozen(kw_only=True)
class CompetenceRef(Wired):
    """
    A competence in somebody's list: which list, its address or code there, how close it comes.

    The form is that of SKOS; no list is favoured, and none is needed.
    """

    scheme: str
    code: str
    label: Text
    match: CompetenceMatch = CompetenceMatch.CLOSE


@attrs.frozen(kw_only=True, repr=False)
class Need:
    """
    A need that employees name themselves, in their own words: how many per discipline (C#57).

    ``activities`` are those of the catalogue that they think would help, ``competences`` what it
    comes down to in somebody's list; both may be empty. ``consented`` is false when those who named
    it do not want it to be used.

    The counts are the owners'; they have no way out of the library, so a need has neither
    ``to_dict`` nor a ``repr`` that shows them.
    """

    id: str
    label: Text
    named: Table[str, int]
    activities: tuple[str, ...] = ()
    competences: tuple[CompetenceRef, ...] = ()
    consented: bool = True

    def __repr__(self) -> str:
        return f"Need(id={self.id!r}, label={self.label!r})"


@attrs.frozen(kw_only=True)
class NeedCount:
    """How many people ``named`` a need, of how many: in all, and of the disciplines that name it."""

    named: int
    staff: int
    staff_of_disciplines: int


@attrs.frozen(kw_only=True)
class LearningActivity(Wired):
    """
    An activity of the catalogue, on two axes (C#66).

    ``hours`` are per round, ``size`` is that of the group. ``after`` are the activities that must
    precede it, ``unlearns`` the kinds of thing that it can help to unlearn, ``content`` whether those
    who take part bring the subject themselves, ``competences`` what it builds.
    """

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
    after: tuple[str, ...] = ()
    unlearns: tuple[UnlearnKind, ...] = ()
    content: Content = Content.SET
    competences: tuple[CompetenceRef, ...] = ()


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

    def hours_of(self, activity: LearningActivity) -> float:
        """Return the hours per participant: its own, else those of *activity* of the catalogue."""
        return activity.hours if self.hours is None else self.hours


@attrs.frozen(kw_only=True)
class LearningGroup(Wired):
    """A learning group that exists: its purpose (C#49), area and members by role code."""

    id: str
    purpose: Purpose = Purpose.ORGANISATION
    area: str = ""
    members: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ResourceFrame(Wired):
    """The means within which the goals must be reached (C#10): hours to learn, hours to work."""

    learning_hours: float | None = None
    work_hours: float | None = None
