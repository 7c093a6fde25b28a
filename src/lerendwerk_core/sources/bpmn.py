"""
BPMN 2.0 drawings: tasks, lanes, flows and gateways as a work process.

The lanes are the roles. What lies between two tasks (gateways, events) is walked through, so that a
transition runs from task to task; ways out of a boundary event are branches. What is damaged or not
understood becomes a finding; a file is refused only when it is no BPMN at all.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.process import Edge, ProcessReading, SourceFinding, Step, WorkProcess
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.nodes import MAX_BYTES, read_bytes, refused
from lerendwerk_core.sources.xml import Element, parse_xml
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import Severity

NAMESPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL"
TASKS = frozenset(
    f"{kind}ask"
    for kind in (
        "t",
        "userT",
        "manualT",
        "serviceT",
        "scriptT",
        "sendT",
        "receiveT",
        "businessRuleT",
    )
) | {"callActivity"}
SUBPROCESSES = frozenset({"subProcess", "adHocSubProcess", "transaction"})
GATEWAYS = frozenset(
    f"{kind}Gateway" for kind in ("exclusive", "inclusive", "parallel", "complex", "eventBased")
)
EVENTS = frozenset(
    f"{kind}Event"
    for kind in ("start", "end", "boundary", "intermediateCatch", "intermediateThrow")
)
NODES = TASKS | SUBPROCESSES | GATEWAYS | EVENTS
MAX_WALKED = 200_000
_OUT = "\0out"  # behind the id of a sub-process: the place where it is left; no XML holds a NUL
NOT_READ = frozenset(
    {
        "dataObjectReference",
        "dataStoreReference",
        "textAnnotation",
        "association",
        "group",
        "choreographyTask",
        "conversation",
    }
)


@attrs.frozen
class BpmnReader:
    """Reads a BPMN 2.0 file; asked for by ``process: {bpmn: file}``."""

    key: str = "bpmn"

    def __call__(self, path: Path, options: Mapping[str, str]) -> ProcessReading:
        """
        Return what the file draws.

        Raises:
            DossierError: The file is no BPMN 2.0.
        """
        shown_as = options.get("shown_as", str(path))
        root = parse_xml(read_bytes(path, shown_as, MAX_BYTES * 4), shown_as)
        if root.name != "definitions" or root.namespace != NAMESPACE:
            raise refused(Mark(shown_as, root.mark.line, 1), "bpmn-not", root=root.name)
        return _Model(root).drawing()


@attrs.define
class _Node:
    """A flow node: its element, the sub-process around it, and the process it is in."""

    element: Element
    parent: str
    process: str

    @property
    def kind(self) -> str:
        return self.element.name

    @property
    def name(self) -> str:
        return clean(self.element.get("name"))


def clean(name: str) -> str:
    """Return *name* on one line, without double or non-breaking spaces."""
    return re.sub(r"\s+", " ", name).strip()


class _Model:
    """Everything a drawing says, by id."""

    def __init__(self, root: Element) -> None:
        self.root = root
        self.nodes: dict[str, _Node] = {}
        self.flows: list[tuple[str, str, str]] = []
        self.messages: list[tuple[str, str, str]] = []
        self.findings: list[SourceFinding] = []
        self.lanes: dict[str, str] = {}
        for process in root.named("process"):
            self._collect_nodes(process)
            self._collect_lanes(process)
        self._collect_flows()
        self._walked = 0
        self._parents = {node.parent for node in self.nodes.values()}
        self._pools = {
            one.get("processRef").rpartition(":")[2]: clean(one.get("name"))
            for collaboration in root.named("collaboration")
            for one in collaboration.named("participant")
        }

    def drawing(self) -> ProcessReading:
        """Return the process, its roles and what could not be understood."""
        steps = tuple(
            self._step(key, node) for key, node in self.nodes.items() if self._is_step(key)
        )
        edges, branches = self._transitions({step.id for step in steps})
        self._note_not_read()
        if not steps:
            self._note("drawing-no-steps", "process")
        name = next((one.get("id") for one in self.root.named("process")), "process")
        process = WorkProcess(
            id=name or "process", steps=steps, edges=edges, branches=branches, origin="bpmn"
        )
        roles = dict.fromkeys(role for step in steps for role in step.performers)
        return ProcessReading(process=process, roles=tuple(roles), findings=tuple(self.findings))

    def _note(
        self, code: str, where: str, severity: Severity = Severity.WARNING, **values: str
    ) -> None:
        found = SourceFinding(code=code, where=where, values=Table(values), severity=severity)
        self.findings.append(found)

    # -- what is there -------------------------------------------------------------------------

    def _collect_nodes(self, process: Element) -> None:
        waiting = [(child, "") for child in reversed(process.children)]
        while waiting:
            element, parent = waiting.pop()
            if element.name not in NODES:
                continue
            key = element.get("id") or f"{element.name}@{element.mark.line}:{element.mark.column}"
            if key in self.nodes:
                self._note("drawing-duplicate-id", key, id=key)
                continue
            self.nodes[key] = _Node(element, parent, process.get("id"))
            if element.name in SUBPROCESSES:
                waiting += [(child, key) for child in reversed(element.children)]

    def _collect_lanes(self, process: Element) -> None:
        """Note for every node the deepest lane that lists it."""
        waiting = deque(lane for lanes in process.named("laneSet") for lane in lanes.named("lane"))
        while waiting:
            lane = waiting.popleft()
            name = clean(lane.get("name"))
            for reference in lane.named("flowNodeRef"):
                key = reference.text.strip()
                if name:
                    self.lanes[key] = name
            waiting += [one for lanes in lane.named("childLaneSet") for one in lanes.named("lane")]

    def _collect_flows(self) -> None:
        for element in self.root.below():
            if element.name not in ("sequenceFlow", "messageFlow"):
                continue
            ends = [element.get(end).rpartition(":")[2] for end in ("sourceRef", "targetRef")]
            if all(end in self.nodes for end in ends):
                flows = self.flows if element.name == "sequenceFlow" else self.messages
                flows.append((ends[0], ends[1], clean(element.get("name"))))
            elif element.name == "sequenceFlow":
                key = element.get("id") or str(element.mark.line)
                self._note("drawing-dangling-flow", key, flow=key)

    def _note_not_read(self) -> None:
        counts = Counter(one.name for one in self.root.below() if one.name in NOT_READ)
        for name, count in sorted(counts.items()):
            self._note("drawing-not-read", name, Severity.NOTE, what=name, count=str(count))

    # -- steps and their roles -----------------------------------------------------------------

    def _is_step(self, key: str) -> bool:
        """Whether the node is a step: a task, or a sub-process that shows no tasks of its own."""
        kind = self.nodes[key].kind
        return kind in TASKS or (kind in SUBPROCESSES and key not in self._parents)

    def _step(self, key: str, node: _Node) -> Step:
        role = self._role(key)
        if not role:
            self._note("drawing-no-lane", key, name=node.name or key)
        if not node.name:
            self._note("drawing-unnamed", key, Severity.NOTE, id=key)
        return Step(
            id=key,
            label=Text.of(node.name or key),
            performers=(role,) if role else (),
            kind=node.kind,
        )

    def _role(self, key: str) -> str:
        """Return the role of a node: its lane, that of its sub-process, else its pool's name."""
        node = self.nodes[key]
        place = key
        while place:
            if place in self.lanes:
                return self.lanes[place]
            place = self.nodes[place].parent
        return self._pools.get(node.process, "") or clean(node.element.get("candidateGroups"))

    # -- from task to task ---------------------------------------------------------------------

    def _transitions(self, steps: set[str]) -> tuple[tuple[Edge, ...], tuple[Edge, ...]]:
        ways = self._ways()
        edges: dict[tuple[str, str], Edge] = {}
        branches: dict[tuple[str, str], Edge] = {}
        for step in self.nodes:
            if step not in steps:
                continue
            for target, label, aside in self._reached(step, ways, steps):
                found = branches if aside else edges
                found.setdefault((step, target), Edge(source=step, target=target, label=label))
        aside_only = [edge for ends, edge in branches.items() if ends not in edges]
        return tuple(edges.values()), tuple(aside_only)

    def _ways(self) -> dict[str, list[tuple[str, str]]]:
        """Return from every node the nodes that follow, into and out of sub-processes too."""
        ways: dict[str, list[tuple[str, str]]] = {key: [] for key in self.nodes}
        entered = {target for _, target, _ in self.flows}
        left = {source for source, _, _ in self.flows}
        for source, target, label in (*self.flows, *self.messages):
            ways[source].append((target, label))
        for key, node in self.nodes.items():
            host = node.element.get("attachedToRef").rpartition(":")[2]
            if node.kind == "boundaryEvent" and host in self.nodes:
                ways[host].append((key, node.name or "*"))
            elif node.parent:
                if key not in entered:
                    ways[node.parent].append((key, ""))
                if key not in left:
                    ways[key].append((node.parent + _OUT, ""))
        return ways

    def _reached(
        self, step: str, ways: Mapping[str, list[tuple[str, str]]], steps: set[str]
    ) -> Iterator[tuple[str, str, bool]]:
        """Yield the steps that follow *step*, the first name on the way, and whether it is a branch."""
        waiting = deque((target, label, False) for target, label in self._next(step, ways))
        seen: set[tuple[str, bool]] = set()
        while waiting:
            place, label, aside = waiting.popleft()
            self._count_walked()
            inside = self.nodes.get(place)
            aside = aside or (inside is not None and inside.kind == "boundaryEvent")
            if (place, aside) in seen:
                continue
            seen.add((place, aside))
            if place in steps:
                yield place, label.strip("*"), aside
                continue
            waiting += [(target, label or name, aside) for target, name in self._next(place, ways)]

    def _count_walked(self) -> None:
        self._walked += 1
        if self._walked > MAX_WALKED:
            raise refused(self.root.mark, "xml-too-many", limit=MAX_WALKED)

    def _next(
        self, place: str, ways: Mapping[str, list[tuple[str, str]]]
    ) -> Iterator[tuple[str, str]]:
        """Yield what follows *place*; a sub-process is entered first and left by its own flows."""
        if place.endswith(_OUT):
            key = place.removesuffix(_OUT)
            yield from (one for one in ways[key] if not self._is_inside(one[0], key))
            return
        following = ways[place]
        inside = [one for one in following if self._is_inside(one[0], place)]
        if inside:
            # Boundary events hang on the sub-process itself, and are left beside its inside.
            aside = (one for one in following if self._is_boundary(one[0]))
            yield from (*inside, *aside)
        else:
            yield from following

    def _is_inside(self, place: str, key: str) -> bool:
        return place in self.nodes and self.nodes[place].parent == key

    def _is_boundary(self, key: str) -> bool:
        return key in self.nodes and self.nodes[key].kind == "boundaryEvent"
