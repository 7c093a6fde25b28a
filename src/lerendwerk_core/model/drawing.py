"""A drawing of a process as it was made: pools, lanes, nodes and flows (BPMN 2.0), nothing left out."""

from __future__ import annotations

import attrs

from lerendwerk_core.model.table import Table
from lerendwerk_core.model.wire import Wired
from lerendwerk_core.vocabulary import FlowKind, RoleFrom

SUBPROCESSES = frozenset({"subProcess", "adHocSubProcess", "transaction"})


@attrs.frozen(kw_only=True)
class Box(Wired):
    """Where something stands in the picture, in the picture's own units; ``y`` grows downwards."""

    x: float
    y: float
    width: float
    height: float


@attrs.frozen(kw_only=True)
class Point(Wired):
    """A place in the picture."""

    x: float
    y: float


@attrs.frozen(kw_only=True)
class Pool(Wired):
    """A party in the drawing; one without a ``process`` is a black box."""

    id: str
    name: str = ""
    process: str = ""
    box: Box | None = None


@attrs.frozen(kw_only=True)
class Lane(Wired):
    """A role in a pool; ``parent`` is the lane around it, empty for an outermost one."""

    id: str
    name: str = ""
    process: str = ""
    parent: str = ""
    box: Box | None = None


@attrs.frozen(kw_only=True)
class DrawnNode(Wired):
    """
    A task, sub-process, gateway or event.

    ``kind`` is its BPMN name (``userTask``), ``events`` what an event waits for or throws
    (``timer``), ``parent`` the sub-process around it, ``host`` what a boundary event hangs on,
    ``calls`` what a call activity calls, ``undone_by`` what undoes the work that a boundary event
    hangs on. ``by_event`` is a sub-process that an event starts. ``candidates`` are the groups and
    resources that the node names itself.

    ``lane`` is the innermost lane it is in and ``lane_from`` where that was said; ``role`` is whose
    it is and ``role_from`` where that was said. They differ where no lane around it has a name.
    """

    id: str
    kind: str
    name: str = ""
    process: str = ""
    parent: str = ""
    host: str = ""
    interrupting: bool = True
    by_event: bool = False
    events: tuple[str, ...] = ()
    calls: str = ""
    undone_by: str = ""
    candidates: tuple[str, ...] = ()
    lane: str = ""
    lane_from: RoleFrom = RoleFrom.NOWHERE
    role: str = ""
    role_from: RoleFrom = RoleFrom.NOWHERE
    box: Box | None = None

    @property
    def family(self) -> str:
        """``task``, ``sub``, ``gateway`` or ``event``."""
        if self.kind in SUBPROCESSES:
            return "sub"
        return next(
            (one for one in ("gateway", "event") if self.kind.lower().endswith(one)), "task"
        )


@attrs.frozen(kw_only=True)
class DrawnFlow(Wired):
    """
    An arrow; the ends of a message may be pools, of data a data object. ``condition`` as written.

    ``points`` are where its line begins, turns and ends in the picture.
    """

    id: str
    source: str
    target: str
    name: str = ""
    kind: FlowKind = FlowKind.SEQUENCE
    condition: str = ""
    default: bool = False
    points: tuple[Point, ...] = ()


@attrs.frozen(kw_only=True)
class DataObject(Wired):
    """
    A document or store that nodes read and write; ``kind`` is its BPMN name.

    ``process`` and ``parent`` are the process and the sub-process that it stands in.
    """

    id: str
    kind: str
    name: str = ""
    process: str = ""
    parent: str = ""
    box: Box | None = None


@attrs.frozen(kw_only=True)
class ImportReport(Wired):
    """
    What was met in a file and what became of it.

    ``elements`` counts BPMN elements by name, ``roles`` nodes by how their role was found,
    ``without_role`` names those without one. ``dangling`` are flows with an end that is not there or
    that no such flow can have; they are left out. ``duplicates`` are ids that more than one element
    has, ``unnamed`` nodes without a name, ``not_read`` counts what is in the file and not here.
    """

    elements: Table[str, int] = attrs.field(factory=Table)
    roles: Table[str, int] = attrs.field(factory=Table)
    without_role: tuple[str, ...] = ()
    dangling: tuple[str, ...] = ()
    duplicates: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    not_read: Table[str, int] = attrs.field(factory=Table)


@attrs.frozen(kw_only=True)
class Drawing(Wired):
    """
    Everything that a drawing says about who does what after what.

    ``id`` is that of its first process; ``processes`` gives the name of each.
    """

    id: str
    name: str = ""
    processes: Table[str, str] = attrs.field(factory=Table)
    pools: tuple[Pool, ...] = ()
    lanes: tuple[Lane, ...] = ()
    nodes: tuple[DrawnNode, ...] = ()
    flows: tuple[DrawnFlow, ...] = ()
    data: tuple[DataObject, ...] = ()
    report: ImportReport = attrs.field(factory=ImportReport)
