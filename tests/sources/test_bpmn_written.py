"""BPMN that we write: what is in a drawing stands in it, whatever it is called."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest
from drawings import bounds, definitions, pool, sheet, tasks
from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core.model.drawing import (
    SUBPROCESSES,
    Box,
    DataObject,
    Drawing,
    DrawnFlow,
    DrawnNode,
    ImportReport,
    Lane,
    Point,
    Pool,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.bpmn import NODES, bpmn_of
from lerendwerk_core.sources.xml import Element, parse_xml
from lerendwerk_core.vocabulary import FlowKind

DI = 'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:w="http://www.omg.org/spec/DD/20100524/DI"'


def line(key: str, *points: tuple[object, object]) -> str:
    turns = "".join(f'<w:waypoint x="{x}" y="{y}"/>' for x, y in points)
    return f'<di:BPMNEdge bpmnElement="{key}">{turns}</di:BPMNEdge>'


def pictured(*things: str) -> str:
    return f"<di:BPMNDiagram {DI}><di:BPMNPlane>{''.join(things)}</di:BPMNPlane></di:BPMNDiagram>"


def arrow(*shown: str) -> str:
    """Return a flow ``f`` from a to b, and how it is *shown*."""
    flow = '<sequenceFlow id="f" sourceRef="a" targetRef="b"/>'
    return definitions(f'<process id="p">{tasks("a", "b")}{flow}</process>{pictured(*shown)}')


def test_where_an_arrow_turns_is_read_and_written_again(tmp_path: Path) -> None:
    text = arrow(line("t:f", (1, 2), ("3.25", -4), (5, 6)))

    drawing = sheet(tmp_path, text)

    assert drawing.flows[0].points == (Point(x=1, y=2), Point(x=3.25, y=-4), Point(x=5, y=6))
    placed = attrs.evolve(drawing.nodes[0], box=Box(x=0, y=0, width=9, height=9))
    kept = attrs.evolve(drawing, nodes=(placed, drawing.nodes[1]))
    assert sheet(tmp_path, bpmn_of(kept)).flows == drawing.flows


@pytest.mark.parametrize("bad", ["x", "", "nan", "1e300"])
def test_a_line_through_nowhere_is_no_line(tmp_path: Path, bad: str) -> None:
    text = arrow(line("f", (1, 2), (bad, 4)))

    assert sheet(tmp_path, arrow(line("f", (1, 2), (3, 4)))).flows[0].points
    assert sheet(tmp_path, text).flows[0].points == ()


def test_nodes_with_places_and_no_lines_get_lines() -> None:
    boxes = (Box(x=0, y=0, width=10, height=10), Box(x=50, y=0, width=10, height=10))
    nodes = tuple(
        DrawnNode(id=key, kind="task", process="p", box=box)
        for key, box in zip("ab", boxes, strict=True)
    )
    drawing = Drawing(id="p", nodes=nodes, flows=(DrawnFlow(id="f", source="a", target="b"),))

    assert bpmn_of(drawing).count("waypoint") == 2


def test_lanes_beside_each_other_stay_upright(tmp_path: Path) -> None:
    lanes = '<laneSet><lane id="l"/></laneSet>'
    shapes = bounds("c", 0, 0, 100, 400), bounds("l", 0, 30, 100, 370)
    text = definitions(
        f'<process id="p">{lanes}{tasks("a")}</process>{pool("X")}'
        f'<di:BPMNDiagram {DI} xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"><di:BPMNPlane>'
        f"{''.join(shapes)}{bounds('a', 20, 50, 9, 9)}</di:BPMNPlane></di:BPMNDiagram>"
    )

    assert bpmn_of(sheet(tmp_path, text)).count('isHorizontal="false"') == 2


def every_id(root: Element) -> list[str]:
    return [one.get("id") for one in (root, *root.below()) if one.get("id")]


@pytest.mark.parametrize("key", ["definitions", "lw_definitions", "lw_shape_a", "lw__x", "a"])
def test_no_two_ids_are_the_same_whatever_things_are_called(key: str) -> None:
    drawing = Drawing(
        id=key,
        pools=(Pool(id=key, process=key),),
        lanes=(Lane(id=key, process=key),),
        nodes=(
            DrawnNode(id=key, kind="task", process=key, lane=key, events=(), candidates=("x",)),
            DrawnNode(id="b", kind="boundaryEvent", process=key, host=key, events=("timer",)),
        ),
        data=(DataObject(id=key, kind="dataObjectReference", process=key),),
        flows=(DrawnFlow(id=key, source="b", target=key),),
    )

    ids = every_id(parse_xml(bpmn_of(drawing).encode(), "x"))

    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z_][\w.-]*", one) for one in ids)


def test_what_no_file_could_hold_is_left_out() -> None:
    drawing = Drawing(
        id="p",
        nodes=(DrawnNode(id="a", kind="task", name="a\x00\ud800b", process="p", parent="weg"),),
        flows=(DrawnFlow(id="f", source="a", target="weg"),),
    )

    written = bpmn_of(drawing)

    assert 'name="ab"' in written
    assert "sequenceFlow" not in written


def test_what_a_process_takes_stands_before_its_lanes(tmp_path: Path) -> None:
    drawing = Drawing(
        id="p",
        lanes=(Lane(id="l", process="p"),),
        nodes=(DrawnNode(id="a", kind="task", process="p"),),
        data=(DataObject(id="d", kind="dataInput", process="p"),),
        flows=(DrawnFlow(id="f", source="d", target="a", kind=FlowKind.DATA),),
    )

    written = bpmn_of(drawing)

    assert written.index("ioSpecification") < written.index("laneSet")
    assert [one.id for one in sheet(tmp_path, written).data] == ["d"]


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=6).map(
    lambda name: " ".join(name.split())
)
CONDITIONS = st.text(st.characters(codec="utf-8"), max_size=8)
KINDS = st.sampled_from(sorted(NODES - {"boundaryEvent"}))


@st.composite
def sheets(draw: st.DrawFn) -> Drawing:
    lanes: list[Lane] = []
    for number in range(draw(st.integers(0, 4))):
        around = draw(st.sampled_from(["", *(lane.id for lane in lanes)]))
        lanes.append(Lane(id=f"l{number}", name=draw(NAMES), process="p", parent=around))
    nodes: list[DrawnNode] = []
    for number in range(draw(st.integers(0, 6))):
        subs = [one.id for one in nodes if one.kind in SUBPROCESSES]
        kind, parent = draw(KINDS), draw(st.sampled_from(["", *subs]))
        nodes.append(
            DrawnNode(id=f"n{number}", kind=kind, name=draw(NAMES), process="p", parent=parent)
        )
    ends = st.sampled_from([one.id for one in nodes] or [""])
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=6)) if nodes else []
    flows = tuple(
        DrawnFlow(id=f"f{n}", source=a, target=b, name=draw(NAMES), condition=draw(CONDITIONS))
        for n, (a, b) in enumerate(pairs)
    )
    return Drawing(
        id="p",
        processes=Table({"p": draw(NAMES)}),
        lanes=tuple(lanes),
        nodes=tuple(nodes),
        flows=flows,
    )


@given(sheets())
def test_any_drawing_is_read_again_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, drawing: Drawing
) -> None:
    found = sheet(tmp_path_factory.mktemp("sheet"), bpmn_of(drawing))

    def bare(one: DrawnNode) -> tuple[str, ...]:
        return one.id, one.kind, one.name, one.process, one.parent

    def said(one: DrawnFlow) -> tuple[str, ...]:
        return one.id, one.source, one.target, one.name, "".join(one.condition.split())

    def legal(one: DrawnFlow) -> DrawnFlow:
        allowed = re.sub(
            r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", one.condition
        )
        return attrs.evolve(one, condition=allowed)

    assert sorted(map(bare, found.nodes)) == sorted(map(bare, drawing.nodes))
    assert sorted(map(said, found.flows)) == sorted(said(legal(one)) for one in drawing.flows)
    assert {(lane.id, lane.name, lane.parent) for lane in found.lanes} == {
        (lane.id, lane.name, lane.parent) for lane in drawing.lanes
    }
    again = sheet(tmp_path_factory.mktemp("again"), bpmn_of(found))
    assert attrs.evolve(again, report=ImportReport()) == attrs.evolve(found, report=ImportReport())
