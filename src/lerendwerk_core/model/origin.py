"""Where a work process was taken from: a drawing, a log, or a log laid on what was drawn or written."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.observed import Duration, Observed
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired


@attrs.frozen(kw_only=True)
class EdgeSeen(Wired):
    """
    One way from step to step: drawn, observed, or both.

    ``count`` is how often work went this way, by cause and not by the clock: what two parallel
    branches do after each other is no handover between them. ``other_person`` counts those in which
    another person took over, ``None`` where the log names nobody.
    """

    source: str
    target: str
    drawn: bool
    count: int
    took: Duration | None = None
    other_person: int | None = None


@attrs.frozen(kw_only=True)
class Overlay(Wired):
    """
    A log laid on a drawn or written process.

    ``steps`` gives for every step of the log the step of the process that it is, ``unknown`` those
    that are none, ``near`` the likeliest step for each of these; ``never`` are steps of the process
    that the log does not show. ``parallel`` counts the successions between parallel branches that
    are no handover.
    """

    steps: Table[str, str]
    unknown: tuple[str, ...] = ()
    near: Table[str, str] = attrs.field(factory=Table)
    never: tuple[str, ...] = ()
    edges: tuple[EdgeSeen, ...] = ()
    parallel: int = 0

    @property
    def not_drawn(self) -> tuple[EdgeSeen, ...]:
        """The ways that work went and that are not drawn."""
        return tuple(edge for edge in self.edges if not edge.drawn)

    @property
    def never_seen(self) -> tuple[EdgeSeen, ...]:
        """The drawn ways that the log does not show."""
        return tuple(edge for edge in self.edges if edge.drawn and not edge.count)


@attrs.frozen(kw_only=True)
class ProcessOrigin(Wired):
    """
    What the process of a dossier was taken from, as far as there is more than what is written.

    ``roles`` gives the discipline that is meant by a role in the drawing or a group in the log.
    """

    drawing: Drawing | None = None
    observed: Observed | None = None
    overlay: Overlay | None = None
    roles: Table[str, str] = attrs.field(factory=Table)
