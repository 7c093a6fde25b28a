"""Goals, leading principles, agreements, the outline plan (C#10, 29, 39-44, 51, 55)."""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import (
    AgreementKind,
    Author,
    Pillar,
    RepositioningState,
    StakeholderType,
    Verb,
)


@attrs.frozen(kw_only=True)
class Goal(Wired):
    """What the parties want to reach (C#10), the pillars it serves and who endorses it (C#26)."""

    id: str
    label: Text
    pillars: tuple[Pillar, ...] = ()
    endorsed_by: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Principle(Wired):
    """A leading principle of the top (C#51) and whether it holds for transition and system (C#42)."""

    id: str
    label: Text
    pillars: tuple[Pillar, ...] = ()
    transition: bool = False
    system: bool = False
    owner: str = ""


@attrs.frozen(kw_only=True)
class Agreement(Wired):
    """An agreement on roles, tasks or behaviour, written by groups within a frame (C#54, 55)."""

    id: str
    kind: AgreementKind
    label: Text
    parties: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    frame: str = ""
    date: dt.date | None = None
    steps: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Repositioning(Wired):
    """The new position of one stakeholder type (C#28-30); an empty field is a gap to fill."""

    stakeholder: StakeholderType
    state: RepositioningState = RepositioningState.UNKNOWN
    position: Text | None = None
    roles: Text | None = None
    tasks: Text | None = None
    expectations: Text | None = None
    knowledge: Text | None = None
    behaviour: Text | None = None

    @property
    def open_fields(self) -> tuple[str, ...]:
        """The fields that nobody has filled yet."""
        names = ("position", "roles", "tasks", "expectations", "knowledge", "behaviour")
        return tuple(name for name in names if getattr(self, name) is None)


@attrs.frozen(kw_only=True)
class OutlineElement(Wired):
    """A part of the plan, by the top or by participants; ``depth`` 1 is the outline itself (C#39)."""

    id: str
    label: Text
    by: Author
    depth: int = 1


@attrs.frozen(kw_only=True)
class ChangeStep(Wired):
    """A step of the change, its verb (C#13) and the learning activity that it carries (C#41, 43)."""

    id: str
    label: Text
    start: dt.date | None = None
    activity: str = ""
    verb: Verb | None = None


@attrs.frozen(kw_only=True)
class ReviewMoment(Wired):
    """A moment at which the questions are asked again (C#40)."""

    moment: str
    date: dt.date
    done: bool = False


@attrs.frozen(kw_only=True)
class Plan(Wired):
    """The plan of the change: outline, steps and reviews."""

    outline: tuple[OutlineElement, ...] = ()
    change_steps: tuple[ChangeStep, ...] = ()
    reviews: tuple[ReviewMoment, ...] = ()
