"""What there is to unlearn, and how that goes: a register of its own, with its own clock (C#32-35)."""

from __future__ import annotations

import datetime as dt

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import UnlearnKind, UnlearnState


@attrs.frozen(kw_only=True)
class UnlearnEvent(Wired):
    """On a day something came to another state, or fell back; ``cause`` is what brought it about."""

    date: dt.date
    state: UnlearnState
    cause: Text | None = None


@attrs.frozen(kw_only=True)
class Turn(Wired):
    """The turn in thinking and in doing that something old stands in the way of (C#35)."""

    thinking: Text | None = None
    doing: Text | None = None


@attrs.frozen(kw_only=True)
class UnlearnGoal(Wired):
    """
    A belief, pattern or loyalty to unlearn, what replaces it, and how far it has come (C#32-34).

    It is of ``groups`` (none: of everybody), never of a person. ``stage`` holds the state at the
    moments of measurement, ``events`` what happened on days of its own. A pattern can be tied to a
    ``step`` of the work, a belief to the ``principle`` that it is at odds with; ``blocks`` is the turn
    that it stands in the way of.
    """

    id: str
    kind: UnlearnKind
    label: Text
    replaced_by: Text | None = None
    stage: Table[str, UnlearnState] = attrs.field(factory=Table)
    events: tuple[UnlearnEvent, ...] = ()
    groups: tuple[str, ...] = ()
    step: str = ""
    principle: str = ""
    blocks: Turn | None = None
