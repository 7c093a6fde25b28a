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
    Stance,
    Verb,
)


@attrs.frozen(kw_only=True)
class Goal(Wired):
    """
    What the parties want to reach (C#10), the pillars and principles it serves, who endorses it (C#26).
    """

    id: str
    label: Text
    pillars: tuple[Pillar, ...] = ()
    endorsed_by: tuple[str, ...] = ()
    principles: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Frame(Wired):
    """
    The bounds within which people make agreements of their own (C#55); what is empty leaves free.

    Agreements are of these ``kinds`` and about these ``steps``, the ``parties`` all take part, they are
    made from ``since`` until ``until`` and do not turn the other way than ``stance``.
    """

    kinds: tuple[AgreementKind, ...] = ()
    steps: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    stance: Stance | None = None
    since: dt.date | None = None
    until: dt.date | None = None


@attrs.frozen(kw_only=True)
class Principle(Wired):
    """
    A leading principle of the top (C#51) and whether it holds for transition and system (C#42).

    ``frame`` are the bounds that it sets to agreements.
    """

    id: str
    label: Text
    pillars: tuple[Pillar, ...] = ()
    transition: bool = False
    system: bool = False
    owner: str = ""
    frame: Frame = Frame()


@attrs.frozen(kw_only=True)
class Agreement(Wired):
    """
    An agreement on roles, tasks or behaviour, written by groups within a frame (C#54, 55).

    ``frame`` is the principle that it keeps to, ``stance`` which way it turns (C#8), ``conflict`` where
    people themselves see that it is at odds with the frame.
    """

    id: str
    kind: AgreementKind
    label: Text
    parties: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    frame: str = ""
    date: dt.date | None = None
    steps: tuple[str, ...] = ()
    stance: Stance | None = None
    conflict: Text | None = None


@attrs.frozen(kw_only=True)
class Stakeholder(Wired):
    """A type of those who are repositioned: one of the source's six, or one that a plugin adds (C#27)."""

    id: str
    label: Text


SOURCE_STAKEHOLDERS = tuple(Stakeholder(id=one.value, label=one.label) for one in StakeholderType)


@attrs.frozen(kw_only=True)
class Placed(Wired):
    """
    What a part of a new position is, and how far that has landed (C#28); without text unknown.

    ``stance`` is which way a task or behaviour turns (C#8).
    """

    text: Text | None = None
    state: RepositioningState = RepositioningState.UNKNOWN
    stance: Stance | None = None


@attrs.frozen(kw_only=True)
class Expectation(Wired):
    """
    What one type of stakeholder expects of another (C#29).

    ``of`` is empty where nobody wrote of whom; ``answer`` is what the other says to it.
    """

    by: str
    of: str
    label: Text
    state: RepositioningState = RepositioningState.NAMED
    answer: Text | None = None

    @property
    def is_answered(self) -> bool:
        """Whether the other answered, or both have accepted it."""
        return self.answer is not None or self.state is RepositioningState.ACCEPTED


PARTS = ("position", "roles", "tasks", "expectations", "knowledge", "behaviour")
"""The six columns of the matrix of repositioning (C#30)."""


@attrs.frozen(kw_only=True)
class Repositioning(Wired):
    """The new position of one type of stakeholder (C#28-30); a part without text is a gap to fill."""

    stakeholder: str
    position: Placed = Placed()
    roles: Placed = Placed()
    tasks: Placed = Placed()
    expectations: tuple[Expectation, ...] = ()
    knowledge: Placed = Placed()
    behaviour: Placed = Placed()

    def state_of(self, part: str) -> RepositioningState:
        """Return how far *part* has landed; of expectations the one that is least far."""
        if part == "expectations":
            order = list(RepositioningState)
            states = [one.state for one in self.expectations]
            return min(states, key=order.index, default=RepositioningState.UNKNOWN)
        placed: Placed = getattr(self, part)
        return placed.state

    def text_of(self, part: str) -> Text | None:
        """Return what is written in *part*, expectations after each other; ``None`` if it is empty."""
        if part == "expectations":
            labels = [one.label for one in self.expectations]
            joined = ("; ".join(one.nl for one in labels), "; ".join(one.en for one in labels))
            return Text(*joined) if labels else None
        placed: Placed = getattr(self, part)
        return placed.text

    @property
    def open_fields(self) -> tuple[str, ...]:
        """The parts that nobody has filled yet."""
        return tuple(part for part in PARTS if self.text_of(part) is None)


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
