"""
What an event log shows of a work process: steps, successions, variants, borders, waiting.

Nothing here is about one person. Who handed over to whom by name stays with the owner of the log
(:mod:`lerendwerk_core.process.successions`); here are steps, groups and organisations.
"""

from __future__ import annotations

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired


@attrs.frozen(kw_only=True)
class Duration(Wired):
    """How long something took, in seconds: of ``count`` times that are known."""

    count: int
    mean: float
    median: float
    p90: float
    most: float


@attrs.frozen(kw_only=True)
class Succession(Wired):
    """One step directly followed by another in the same case, ``count`` times."""

    source: str
    target: str
    count: int
    took: Duration | None = None


@attrs.frozen(kw_only=True)
class StepSeen(Wired):
    """
    A step as the log shows it.

    ``count`` events in ``cases`` cases, of which it began ``starts`` and ended ``ends``; ``repeated``
    is how often it came back in a case that had had it; ``groups`` counts its events by group. Of a
    log that was counted in parts, ``cases`` and ``repeated`` are not known.
    """

    step: str
    count: int
    cases: int | None = None
    starts: int = 0
    ends: int = 0
    repeated: int | None = None
    groups: Table[str, int] = attrs.field(factory=Table)


@attrs.frozen(kw_only=True)
class Variant(Wired):
    """A way through the process, and how many cases took it."""

    steps: tuple[str, ...]
    cases: int


@attrs.frozen(kw_only=True)
class GroupHandover(Wired):
    """Work that went from one group to another (or stayed), ``count`` times."""

    source: str
    target: str
    count: int
    same_person: int = 0
    waited: Duration | None = None


@attrs.frozen(kw_only=True)
class Observed(Wired):
    """
    A whole log, counted.

    ``borders`` counts the successions by rung of the border ladder, the hat change among them;
    ``variants`` are the most frequent of ``variant_count``; ``people`` is ``None`` where nobody is
    named. Times are in seconds, of working hours when a calendar was given.
    """

    cases: int
    events: int
    people: int | None = None
    variant_count: int = 0
    steps: tuple[StepSeen, ...] = ()
    successions: tuple[Succession, ...] = ()
    variants: tuple[Variant, ...] = ()
    handovers: tuple[GroupHandover, ...] = ()
    borders: Table[str, int] = attrs.field(factory=Table)
    took: Duration | None = None
    inside: Duration | None = None
    at_borders: Duration | None = None
