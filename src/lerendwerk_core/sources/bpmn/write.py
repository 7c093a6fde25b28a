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
from lerendwerk_core.process.routes import routed
from lerendwerk_core.sources.bpmn.ids import own_mark, process_ids, with_ids
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


def bpmn_of(drawing: Drawing) -> str:
    """
    Return *drawing* as BPMN 2.0 XML; what was drawn stays where it stands.

    A flow without both its ends is left out.
    """
    known = {one.id for one in _things(drawing)}
    flows = [flow for flow in drawing.flows if {flow.source, flow.target} <= known]
    drawing = attrs.evolve(drawing, flows=tuple(flows))
    if not any(node.box for node in drawing.nodes):
        return _written(laid_out(drawing), frozenset({RoleFrom.LANE, RoleFrom.PLACE}))
    has_lines = any(flow.points for flow in drawing.flows)
    return _written(drawing if has_lines else routed(drawing), frozenset({RoleFrom.LANE}))


def _written(drawing: Drawing, listed: frozenset[RoleFrom]) -> str:
    return "\n".join(_Writer(with_ids(drawing), listed).lines()) + "\n"


def _legal(words: str) -> str:
    """Return *words* without the characters that XML does not allow."""
    return _CONTROL.sub("", words)


def _text(words: str) -> str:
    return escape(_legal(words), {"\r": "&#13;"})


def _attribute(name: str, value: str) -> str:
    return f" {name}={quoteattr(_legal(value))}" if value else ""


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
    own: str = attrs.field(init=False)
    """How the ids begin that we give."""
    reads: dict[str, list[DrawnFlow]] = attrs.field(init=False)
    writes: dict[str, list[DrawnFlow]] = attrs.field(init=False)
    upright: frozenset[str] = attrs.field(init=False)
    """The processes whose lanes stand beside each other."""

    def __attrs_post_init__(self) -> None:
        self.nodes = {node.id: node for node in self.drawing.nodes}
        self.own = own_mark(self.drawing)
        self.upright = frozenset(_upright(self.drawing))
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
        around = self.nodes.get(parent)
        return parent if around and around.kind in SUBPROCESSES else ""

    def lines(self) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        name = _attribute("name", self.drawing.name)
        yield f'<definitions {HEAD} id="{self.own}definitions"{name} targetNamespace="{TARGET}">'
        for one in self.drawing.data:
            if one.kind in GLOBAL:
                yield f"  <{one.kind} id={quoteattr(one.id)}{_attribute('name', one.name)}/>"
        yield from self._collaboration()
        for process, called in self._processes().items():
            yield f'  <process id="{process}"{_attribute("name", called)} isExecutable="false">'
            yield from _in_and_out(self.data_in[process, ""], "    ")
            yield from self._lanes(process)
            yield from self._contents(process, "", "    ")
            yield "  </process>"
        yield from self._picture()
        yield "</definitions>"

    def _processes(self) -> dict[str, str]:
        return {key: self.drawing.processes.get(key, "") for key in process_ids(self.drawing)}

    # -- who -----------------------------------------------------------------------------------

    def _collaboration(self) -> Iterator[str]:
        messages = [flow for flow in self.drawing.flows if flow.kind is FlowKind.MESSAGE]
        if not self.drawing.pools and not messages:
            return
        yield f'  <collaboration id="{self.own}collaboration">'
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
            yield f'    <laneSet id="{self.own}lanes_{process}">'
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
            yield f'{indent}  <childLaneSet id="{self.own}lanes_in_{lane.id}">'
            for one in inner[lane.id]:
                yield from self._lane(one, inner, listed, indent + "    ")
            yield f"{indent}  </childLaneSet>"
        yield f"{indent}</lane>"

    # -- what ----------------------------------------------------------------------------------

    def _contents(self, process: str, parent: str, indent: str) -> Iterator[str]:
        for one in self.data_in[process, parent]:
            if one.kind not in IN_AND_OUT:
                yield f'{indent}<{one.kind} id="{one.id}"{_attribute("name", one.name)}/>'
        for node in self.inside[process, parent]:
            yield from self._node(node, indent)
        for flow in self.flows_in[process, parent]:
            yield from _sequence(flow, indent)
        for node in self.inside[process, parent]:
            if node.undone_by:
                ends = f'sourceRef="{node.id}" targetRef="{node.undone_by}"'
                key = f"{self.own}undone_{node.id}"
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
        yield from _in_and_out(self.data_in[node.process, node.id], indent)
        for flow in self.reads[node.id]:
            yield from self._association("dataInputAssociation", flow, indent)
        for flow in self.writes[node.id]:
            yield from self._association("dataOutputAssociation", flow, indent)
        yield from self._performers(node, indent)
        yield from self._events(node, indent)
        if node.kind in SUBPROCESSES:
            yield from self._contents(node.process, node.id, indent)

    def _performers(self, node: DrawnNode, indent: str) -> Iterator[str]:
        for number, group in enumerate(node.candidates):
            key = f"{self.own}performer_{node.id}_{number}"
            said = f"<formalExpression>{_text(group)}</formalExpression>"
            yield f'{indent}<performer id="{key}"><resourceAssignmentExpression>{said}'
            yield f"{indent}</resourceAssignmentExpression></performer>"

    def _events(self, node: DrawnNode, indent: str) -> Iterator[str]:
        for number, event in enumerate(node.events):
            start = f'{indent}<{event}{EVENT_DEFINITION} id="{self.own}event_{node.id}_{number}"'
            if event == "conditional":
                yield f"{start}><condition/></{event}{EVENT_DEFINITION}>"
            else:
                name = f" name={quoteattr(_legal(node.name))}" if event == "link" else ""
                yield f"{start}{name}/>"

    def _association(self, kind: str, flow: DrawnFlow, indent: str) -> Iterator[str]:
        yield f'{indent}<{kind} id="{flow.id}">'
        yield f"{indent}  <sourceRef>{flow.source}</sourceRef>"
        yield f"{indent}  <targetRef>{flow.target}</targetRef>"
        yield f"{indent}</{kind}>"

    # -- the picture ---------------------------------------------------------------------------

    def _picture(self) -> Iterator[str]:
        """Yield the picture, and a second one for what stood apart from the lanes."""
        processes = self._processes()
        whole = f"{self.own}collaboration"
        plane = whole if self.drawing.pools else next(iter(processes), whole)
        apart = {node.id for node in self.drawing.nodes if self._stood_apart(node)}
        for number, shown in enumerate((False, True) if apart else (False,)):
            things = [one for one in _things(self.drawing) if (one.id in apart) is shown]
            yield f'  <bpmndi:BPMNDiagram id="{self.own}diagram_{number}">'
            yield f'    <bpmndi:BPMNPlane id="{self.own}plane_{number}" bpmnElement="{plane}">'
            for one in things:
                if one.box is not None:
                    yield from _shape(self.own, one.id, one.box, self._says_of(one))
            for flow in self.drawing.flows:
                if (not apart.isdisjoint((flow.source, flow.target))) is shown:
                    yield from _edge(self.own, flow)
            yield "    </bpmndi:BPMNPlane>"
            yield "  </bpmndi:BPMNDiagram>"

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
        if isinstance(one, DataObject):
            return ""
        return f' isHorizontal="{str(one.process not in self.upright).lower()}"'


def _upright(drawing: Drawing) -> Iterator[str]:
    """Yield the processes whose pool has its name above its lanes, or whose lanes stand in a row."""
    pools = {pool.process: pool.box for pool in drawing.pools if pool.box}
    first: dict[str, Box] = {}
    for lane in drawing.lanes:
        if lane.box and not lane.parent:
            one, pool, box = (
                first.setdefault(lane.process, lane.box),
                pools.get(lane.process),
                lane.box,
            )
            under = pool is not None and pool.x == one.x and pool.y < one.y
            if under or (one.y == box.y and one.x != box.x):
                yield lane.process


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


def _shape(own: str, key: str, box: Box, said: str) -> Iterator[str]:
    yield f'      <bpmndi:BPMNShape id="{own}shape_{key}" bpmnElement="{key}"{said}>'
    yield (
        f'        <dc:Bounds x="{box.x!r}" y="{box.y!r}" width="{box.width!r}" '
        f'height="{box.height!r}"/>'
    )
    yield "      </bpmndi:BPMNShape>"


def _edge(own: str, flow: DrawnFlow) -> Iterator[str]:
    if flow.points:
        yield f'      <bpmndi:BPMNEdge id="{own}edge_{flow.id}" bpmnElement="{flow.id}">'
        for point in flow.points:
            yield f'        <di:waypoint x="{point.x!r}" y="{point.y!r}"/>'
        yield "      </bpmndi:BPMNEdge>"
