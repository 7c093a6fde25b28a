"""
A drawing as BPMN 2.0 XML that other tools open: pools, lanes, nodes, flows and the picture of them.

What has no place in the picture gets one. Ids that XML does not allow, or that two things share, are
changed, and everything that refers to them with them. The same drawing gives the same bytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

import attrs

from lerendwerk_core.model.drawing import (
    SUBPROCESSES,
    Box,
    DataObject,
    Drawing,
    DrawnFlow,
    DrawnNode,
    Lane,
    Pool,
)
from lerendwerk_core.process.layout import laid_out
from lerendwerk_core.sources.bpmn.names import EVENT_DEFINITION, NAMESPACE
from lerendwerk_core.vocabulary import FlowKind, RoleFrom

HEAD = (
    f'xmlns="{NAMESPACE}" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" '
    'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" '
    'xmlns:di="http://www.omg.org/spec/DD/20100524/DI" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
)
TARGET = "urn:lerendwerk"
GLOBAL = frozenset({"dataStore"})
IN_AND_OUT = {"dataInput": "inputSet", "dataOutput": "outputSet"}
_CONTROL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_NAME = re.compile(r"[^A-Za-z0-9_.-]")


def bpmn_of(drawing: Drawing) -> str:
    """Return *drawing* as BPMN 2.0 XML; what was drawn stays where it stands."""
    if any(node.box for node in drawing.nodes):
        said = frozenset({RoleFrom.LANE})
        return _written(drawing, said)
    return _written(laid_out(drawing), frozenset({RoleFrom.LANE, RoleFrom.PLACE}))


def _written(drawing: Drawing, listed: frozenset[RoleFrom]) -> str:
    return "\n".join(_Writer(_with_ids(drawing), listed).lines()) + "\n"


def _text(words: str) -> str:
    return escape(_CONTROL.sub("", words))


def _attribute(name: str, value: str) -> str:
    return f" {name}={quoteattr(_CONTROL.sub('', value))}" if value else ""


_Thing = Pool | Lane | DrawnNode | DataObject


def _things(drawing: Drawing) -> tuple[_Thing, ...]:
    return (*drawing.pools, *drawing.lanes, *drawing.nodes, *drawing.data)


@attrs.define
class _Writer:
    """Writes element after element, in the order that the schema asks for."""

    drawing: Drawing
    listed: frozenset[RoleFrom]
    """For which nodes their lane is said, and not only seen: by how it was known."""
    inside: dict[tuple[str, str], list[DrawnNode]] = attrs.field(init=False)
    flows_in: dict[tuple[str, str], list[DrawnFlow]] = attrs.field(init=False)
    data_in: dict[tuple[str, str], list[DataObject]] = attrs.field(init=False)
    nodes: dict[str, DrawnNode] = attrs.field(init=False)
    reads: dict[str, list[DrawnFlow]] = attrs.field(init=False)
    writes: dict[str, list[DrawnFlow]] = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.nodes = {node.id: node for node in self.drawing.nodes}
        self.inside, self.flows_in = defaultdict(list), defaultdict(list)
        self.data_in, self.reads, self.writes = (
            defaultdict(list),
            defaultdict(list),
            defaultdict(list),
        )
        for node in self.drawing.nodes:
            self.inside[node.process, self._home(node.parent)].append(node)
        for flow in self.drawing.flows:
            if flow.kind is FlowKind.SEQUENCE:
                source = self.nodes[flow.source]
                self.flows_in[source.process, self._home(source.parent)].append(flow)
            elif flow.kind is FlowKind.DATA:
                (self.reads if flow.target in self.nodes else self.writes)[
                    flow.target if flow.target in self.nodes else flow.source
                ].append(flow)
        for one in self.drawing.data:
            if one.kind not in GLOBAL:
                self.data_in[one.process, self._home(one.parent)].append(one)

    def _home(self, parent: str) -> str:
        return parent if parent in self.nodes else ""

    def lines(self) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        name = _attribute("name", self.drawing.name)
        yield f'<definitions {HEAD} id="definitions"{name} targetNamespace="{TARGET}">'
        for one in self.drawing.data:
            if one.kind in GLOBAL:
                yield f"  <{one.kind} id={quoteattr(one.id)}{_attribute('name', one.name)}/>"
        yield from self._collaboration()
        for process, called in self._processes().items():
            yield f'  <process id="{process}"{_attribute("name", called)} isExecutable="false">'
            yield from self._lanes(process)
            yield from self._contents(process, "", "    ")
            yield "  </process>"
        yield from self._picture()
        yield "</definitions>"

    def _processes(self) -> dict[str, str]:
        used = dict.fromkeys((node.process for node in self.drawing.nodes), "")
        return {
            **self.drawing.processes,
            **{k: "" for k in used if k not in self.drawing.processes},
        }

    # -- who -----------------------------------------------------------------------------------

    def _collaboration(self) -> Iterator[str]:
        messages = [flow for flow in self.drawing.flows if flow.kind is FlowKind.MESSAGE]
        if not self.drawing.pools and not messages:
            return
        yield '  <collaboration id="collaboration">'
        for pool in self.drawing.pools:
            process = _attribute("processRef", pool.process)
            yield f'    <participant id="{pool.id}"{_attribute("name", pool.name)}{process}/>'
        for flow in messages:
            yield f"    <messageFlow{_ends(flow)}/>"
        yield "  </collaboration>"

    def _lanes(self, process: str) -> Iterator[str]:
        own = [lane for lane in self.drawing.lanes if lane.process == process]
        known = {lane.id for lane in own}
        inner: dict[str, list[Lane]] = defaultdict(list)
        for lane in own:
            inner[lane.parent if lane.parent in known else ""].append(lane)
        listed: dict[str, list[str]] = defaultdict(list)
        for node in self.drawing.nodes:
            if node.lane_from in self.listed:
                listed[node.lane].append(node.id)
        if own:
            yield f'    <laneSet id="{process}-lanes">'
            for lane in inner[""]:
                yield from self._lane(lane, inner, listed, "      ")
            yield "    </laneSet>"

    def _lane(
        self,
        lane: Lane,
        inner: Mapping[str, list[Lane]],
        listed: Mapping[str, list[str]],
        indent: str,
    ) -> Iterator[str]:
        yield f'{indent}<lane id="{lane.id}"{_attribute("name", lane.name)}>'
        for key in listed.get(lane.id, ()):
            yield f"{indent}  <flowNodeRef>{key}</flowNodeRef>"
        if inner.get(lane.id):
            yield f'{indent}  <childLaneSet id="{lane.id}-lanes">'
            for one in inner[lane.id]:
                yield from self._lane(one, inner, listed, indent + "    ")
            yield f"{indent}  </childLaneSet>"
        yield f"{indent}</lane>"

    # -- what ----------------------------------------------------------------------------------

    def _contents(self, process: str, parent: str, indent: str) -> Iterator[str]:
        data = self.data_in[process, parent]
        yield from _in_and_out(data, indent)
        for one in data:
            if one.kind not in IN_AND_OUT:
                yield f'{indent}<{one.kind} id="{one.id}"{_attribute("name", one.name)}/>'
        for node in self.inside[process, parent]:
            yield from self._node(node, indent)
        for flow in self.flows_in[process, parent]:
            yield from _sequence(flow, indent)
        for node in self.inside[process, parent]:
            if node.undone_by:
                ends = f'sourceRef="{node.id}" targetRef="{node.undone_by}"'
                key = f"{node.id}-undone"
                yield f'{indent}<association id="{key}" associationDirection="One" {ends}/>'

    def _node(self, node: DrawnNode, indent: str) -> Iterator[str]:
        lines = [*self._within(node, indent + "  ")]
        start = f'{indent}<{node.kind} id="{node.id}"{self._attributes(node)}'
        if not lines:
            yield f"{start}/>"
            return
        yield f"{start}>"
        yield from lines
        yield f"{indent}</{node.kind}>"

    def _attributes(self, node: DrawnNode) -> str:
        default = next((f.id for f in self.drawing.flows if f.default and f.source == node.id), "")
        said = _attribute("name", node.name) + _attribute("attachedToRef", node.host)
        said += _attribute("calledElement", node.calls) + _attribute("default", default)
        if not node.interrupting:
            name = "cancelActivity" if node.kind == "boundaryEvent" else "isInterrupting"
            said += f' {name}="false"'
        return said + (' triggeredByEvent="true"' if node.by_event else "")

    def _within(self, node: DrawnNode, indent: str) -> Iterator[str]:
        for flow in self.reads[node.id]:
            yield from self._association("dataInputAssociation", flow, indent)
        for flow in self.writes[node.id]:
            yield from self._association("dataOutputAssociation", flow, indent)
        for number, group in enumerate(node.candidates):
            key = f"{node.id}-performer-{number}"
            said = f"<formalExpression>{_text(group)}</formalExpression>"
            yield f'{indent}<performer id="{key}"><resourceAssignmentExpression>{said}'
            yield f"{indent}</resourceAssignmentExpression></performer>"
        for number, event in enumerate(node.events):
            yield f'{indent}<{event}{EVENT_DEFINITION} id="{node.id}-event-{number}"/>'
        if node.kind in SUBPROCESSES:
            yield from self._contents(node.process, node.id, indent)

    def _association(self, kind: str, flow: DrawnFlow, indent: str) -> Iterator[str]:
        yield f'{indent}<{kind} id="{flow.id}">'
        yield f"{indent}  <sourceRef>{flow.source}</sourceRef>"
        yield f"{indent}  <targetRef>{flow.target}</targetRef>"
        yield f"{indent}</{kind}>"

    # -- the picture ---------------------------------------------------------------------------

    def _picture(self) -> Iterator[str]:
        """Yield the picture, and a second one for what stood apart from the lanes."""
        processes = self._processes()
        plane = "collaboration" if self.drawing.pools else next(iter(processes), "collaboration")
        apart = {node.id for node in self.drawing.nodes if self._stood_apart(node)}
        for number, shown in enumerate((False, True) if apart else (False,)):
            things = [one for one in _things(self.drawing) if (one.id in apart) is shown]
            yield f'  <bpmndi:BPMNDiagram id="diagram-{number}">'
            yield f'    <bpmndi:BPMNPlane id="plane-{number}" bpmnElement="{plane}">'
            yield from self._shapes(things)
            yield "    </bpmndi:BPMNPlane>"
            yield "  </bpmndi:BPMNDiagram>"

    def _shapes(self, things: Iterable[_Thing]) -> Iterator[str]:
        boxes: dict[str, Box] = {}
        for one in things:
            if one.box is not None:
                boxes[one.id] = one.box
                yield from _shape(one.id, one.box, self._says_of(one))
        for flow in self.drawing.flows:
            if flow.source in boxes and flow.target in boxes:
                yield from _edge(flow, boxes[flow.source], boxes[flow.target])

    def _stood_apart(self, node: DrawnNode) -> bool:
        """Whether *node* is in no lane although one is drawn where it stands: in another picture."""
        box = node.box
        if node.lane or node.parent or node.host or box is None:
            return False
        x, y = box.x + box.width / 2, box.y + box.height / 2
        lanes = (lane.box for lane in self.drawing.lanes if lane.box is not None)
        return any(
            lane.x <= x <= lane.x + lane.width and lane.y <= y <= lane.y + lane.height
            for lane in lanes
        )

    def _says_of(self, one: _Thing) -> str:
        if isinstance(one, DrawnNode):
            return ' isExpanded="true"' if self.inside.get((one.process, one.id)) else ""
        return "" if isinstance(one, DataObject) else ' isHorizontal="true"'


def _in_and_out(data: Iterable[DataObject], indent: str) -> Iterator[str]:
    """Yield what a process as a whole takes and gives."""
    own = [one for one in data if one.kind in IN_AND_OUT]
    if own:
        yield f"{indent}<ioSpecification>"
        for one in own:
            yield f'{indent}  <{one.kind} id="{one.id}"{_attribute("name", one.name)}/>'
        yield f"{indent}  <inputSet/>"
        yield f"{indent}  <outputSet/>"
        yield f"{indent}</ioSpecification>"


def _ends(flow: DrawnFlow) -> str:
    name = _attribute("name", flow.name)
    return f' id="{flow.id}"{name} sourceRef="{flow.source}" targetRef="{flow.target}"'


def _sequence(flow: DrawnFlow, indent: str) -> Iterator[str]:
    if not flow.condition:
        yield f"{indent}<sequenceFlow{_ends(flow)}/>"
        return
    yield f"{indent}<sequenceFlow{_ends(flow)}>"
    condition = f'<conditionExpression xsi:type="tFormalExpression">{_text(flow.condition)}'
    yield f"{indent}  {condition}</conditionExpression>"
    yield f"{indent}</sequenceFlow>"


def _shape(key: str, box: Box, said: str) -> Iterator[str]:
    yield f'      <bpmndi:BPMNShape id="{key}-shape" bpmnElement="{key}"{said}>'
    yield (
        f'        <dc:Bounds x="{box.x!r}" y="{box.y!r}" width="{box.width!r}" '
        f'height="{box.height!r}"/>'
    )
    yield "      </bpmndi:BPMNShape>"


def _edge(flow: DrawnFlow, source: Box, target: Box) -> Iterator[str]:
    yield f'      <bpmndi:BPMNEdge id="{flow.id}-edge" bpmnElement="{flow.id}">'
    for x, y in _waypoints(source, target):
        yield f'        <di:waypoint x="{x:g}" y="{y:g}"/>'
    yield "      </bpmndi:BPMNEdge>"


def _waypoints(source: Box, target: Box) -> list[tuple[float, float]]:
    """Return a way with straight corners: out on the right and in on the left, or round below."""
    start = source.x + source.width, source.y + source.height / 2
    end = target.x, target.y + target.height / 2
    if start[0] < end[0]:
        middle = end[0] - min(25.0, (end[0] - start[0]) / 2)
        corners = [] if start[1] == end[1] else [(middle, start[1]), (middle, end[1])]
        return [start, *corners, end]
    low = max(source.y + source.height, target.y + target.height) + 12
    out, into = source.x + source.width / 2, target.x + target.width / 2
    return [
        (out, source.y + source.height),
        (out, low),
        (into, low),
        (into, target.y + target.height),
    ]


# -- ids -------------------------------------------------------------------------------------------


def _with_ids(drawing: Drawing) -> Drawing:
    """Return *drawing* with ids that XML allows and that no two things share."""
    names = _Names()
    processes = {key: names.of(key, "process") for key in _process_ids(drawing)}
    things = [(one.id, one) for one in _things(drawing)]
    if all(names.is_free(key) for key in _every_id(drawing)) and _all_unlike(drawing, processes):
        return drawing
    new = {key: names.of(key, type(one).__name__.lower()) for key, one in things}
    flows = [names.of(flow.id, "flow") for flow in drawing.flows]
    return _renamed(drawing, processes, new, flows)


def _process_ids(drawing: Drawing) -> list[str]:
    used = [*drawing.processes, *(node.process for node in drawing.nodes)]
    return list(dict.fromkeys(used))


def _every_id(drawing: Drawing) -> Iterator[str]:
    yield from (one.id for one in _things(drawing))
    yield from (flow.id for flow in drawing.flows)
    yield from _process_ids(drawing)


def _all_unlike(drawing: Drawing, processes: Mapping[str, str]) -> bool:
    keys = list(_every_id(drawing))
    return len(set(keys)) == len(keys) and all(key == new for key, new in processes.items())


@attrs.define
class _Names:
    taken: set[str] = attrs.field(factory=set)

    @staticmethod
    def is_free(key: str) -> bool:
        """Whether XML allows *key* as an id."""
        return bool(re.fullmatch(r"[^\W\d][\w.-]*", key))

    def of(self, key: str, kind: str) -> str:
        """Return *key* if it may be an id and is not taken, else the nearest that is."""
        base = key if self.is_free(key) else _NO_NAME.sub("_", f"{kind}_{key}")
        name, number = base, 1
        while name in self.taken:
            number += 1
            name = f"{base}_{number}"
        self.taken.add(name)
        return name


def _renamed(
    drawing: Drawing, processes: Mapping[str, str], new: Mapping[str, str], flows: list[str]
) -> Drawing:
    def process(key: str) -> str:
        return processes.get(key, key)

    return attrs.evolve(
        drawing,
        processes=type(drawing.processes)((process(k), v) for k, v in drawing.processes.items()),
        pools=tuple(
            attrs.evolve(one, id=new[one.id], process=process(one.process)) for one in drawing.pools
        ),
        lanes=tuple(
            attrs.evolve(
                one, id=new[one.id], process=process(one.process), parent=new.get(one.parent, "")
            )
            for one in drawing.lanes
        ),
        nodes=tuple(
            attrs.evolve(
                one,
                id=new[one.id],
                process=process(one.process),
                parent=new.get(one.parent, ""),
                host=new.get(one.host, ""),
                lane=new.get(one.lane, ""),
                undone_by=new.get(one.undone_by, ""),
            )
            for one in drawing.nodes
        ),
        data=tuple(
            attrs.evolve(
                one, id=new[one.id], process=process(one.process), parent=new.get(one.parent, "")
            )
            for one in drawing.data
        ),
        flows=tuple(
            attrs.evolve(one, id=key, source=new[one.source], target=new[one.target])
            for one, key in zip(drawing.flows, flows, strict=True)
        ),
    )
