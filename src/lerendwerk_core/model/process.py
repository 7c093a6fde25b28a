"""The work process: steps, edges, versions (C#8, 11, 53)."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.event_log import EventLog
from lerendwerk_core.model.observed import Observed
from lerendwerk_core.model.raci import RaciRow
from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Client, Severity, Stance


@attrs.frozen(kw_only=True)
class Step(Wired):
    """
    One step of the work.

    The first of ``performers`` (disciplines) leads. ``touch`` is minutes of work, ``wait`` calendar
    days of waiting before the step. ``raci`` is ``None`` when nobody wrote it down, which differs
    from an empty one.
    """

    id: str
    label: Text
    performers: tuple[str, ...] = ()
    touch: float = 0.0
    wait: float = 0.0
    goals: tuple[str, ...] = ()
    stance: Stance | None = None
    principles: tuple[str, ...] = ()
    registered: bool = False
    raci: RaciRow | None = None
    kind: str = "task"

    @property
    def lead(self) -> str:
        """The discipline that leads the step; empty when nobody performs it."""
        return self.performers[0] if self.performers else ""

    @property
    def has_client_part(self) -> bool:
        """Whether the client has a part in the step (C#27)."""
        parties = self.raci.parties if self.raci else ()
        return any(Client.read(party) for party in parties)


@attrs.frozen(kw_only=True)
class Edge(Wired):
    """
    From one step to the next; ``label`` names a branch off the main path.

    Where a log was laid on the process, ``seen`` is how often work went this way and ``waited`` the
    median number of days that it took.
    """

    source: str
    target: str
    label: str = ""
    seen: int | None = None
    waited: float | None = None


@attrs.frozen(kw_only=True)
class Move(Wired):
    """A step that goes to another place in the main path, perhaps under another lead."""

    step: str
    to_after: str
    lead: str = ""


@attrs.frozen(kw_only=True)
class Change(Wired):
    """What changes within a step; ``None`` leaves a field as it is."""

    step: str
    lead: str = ""
    label: Text | None = None
    performers: tuple[str, ...] | None = None
    touch: float | None = None
    wait: float | None = None
    goals: tuple[str, ...] | None = None
    stance: Stance | None = None
    registered: bool | None = None
    accountable: tuple[str, ...] | None = None
    responsible: tuple[str, ...] | None = None
    consulted: tuple[str, ...] | None = None
    informed: tuple[str, ...] | None = None


@attrs.frozen(kw_only=True)
class Renewal(Wired):
    """
    What the learning groups made of the process: the next version as moves and changes (C#53).

    ``by`` are the groups that did.
    """

    move: tuple[Move, ...] = ()
    change: tuple[Change, ...] = ()
    by: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class WorkProcess(Wired):
    """
    One version of a work process.

    ``edges`` are the main path, ``branches`` the ways off it; ``statutory`` holds terms in days;
    ``origin`` says where it comes from (``authored``, ``bpmn``), ``mapped_by`` which groups drew it up.
    """

    id: str
    version: int = 1
    steps: tuple[Step, ...] = ()
    edges: tuple[Edge, ...] = ()
    branches: tuple[Edge, ...] = ()
    statutory: Table[str, float] = attrs.field(factory=Table)
    renewal: Renewal | None = None
    origin: str = "authored"
    mapped_by: tuple[str, ...] = ()

    def step(self, key: str) -> Step:
        """Return the step with id *key*; ``KeyError`` if there is none."""
        return {step.id: step for step in self.steps}[key]


@attrs.frozen(kw_only=True)
class SourceFinding(Wired):
    """What a reader could not understand: finding code, place in the file, words for its message."""

    code: str
    where: str
    values: Table[str, str] = attrs.field(factory=Table)
    severity: Severity = Severity.WARNING


@attrs.frozen(kw_only=True)
class ProcessReading:
    """
    What a process reader found in a file: a process whose performers are role names, and findings.

    ``drawing`` is the picture itself where there is one, ``observed`` what a ``log`` shows. This is
    for whoever asked for the file: the log says who did what.
    """

    process: WorkProcess
    roles: tuple[str, ...] = ()
    findings: tuple[SourceFinding, ...] = ()
    drawing: Drawing | None = None
    observed: Observed | None = None
    log: EventLog | None = attrs.field(default=None, eq=False, repr=False)
