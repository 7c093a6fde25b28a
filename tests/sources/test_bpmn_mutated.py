"""Drawings that something happened to: read or refused in bounded time, and never anything else."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

import pytest
from drawings import bounds, definitions, drawn, lane, lanes, picture, process, sheet, tasks
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.process import ProcessReading
from lerendwerk_core.vocabulary import RoleFrom

WHOLE = definitions(
    '<collaboration id="c"><participant id="pool" name="Gemeente" processRef="p"/>'
    '<participant id="burger" name="Burger"/>'
    '<messageFlow id="m" sourceRef="burger" targetRef="start" messageRef="brief"/></collaboration>'
    '<message id="brief" name="Brief"/><resource id="r" name="Arts"/>'
    '<process id="p"><laneSet id="ls">'
    + lane("Loket", "start a g", f"<childLaneSet>{lane('Balie', 'a')}</childLaneSet>")
    + lane("Team", "b s late")
    + "</laneSet>"
    '<startEvent id="start"><messageEventDefinition/></startEvent>'
    '<userTask id="a" name="Melden" camunda="x"><ioSpecification><dataInput id="in"/></ioSpecification>'
    '<dataInputAssociation id="da"><sourceRef>d</sourceRef><targetRef>in</targetRef></dataInputAssociation>'
    "</userTask>"
    '<exclusiveGateway id="g" default="f3"/>'
    '<task id="b" name="Helpen"><potentialOwner><resourceRef>r</resourceRef></potentialOwner></task>'
    '<boundaryEvent id="late" attachedToRef="b" name="te laat"><timerEventDefinition/></boundaryEvent>'
    '<subProcess id="s" name="Zorg"><startEvent id="s1"/><task id="x" name="Plannen"/>'
    '<subProcess id="t" triggeredByEvent="true"><task id="y" name="Stoppen"/></subProcess>'
    '<sequenceFlow id="f0" sourceRef="s1" targetRef="x"/></subProcess>'
    '<endEvent id="end"/><dataObject id="o" name="Dossier"/>'
    '<dataObjectReference id="d" dataObjectRef="o"/><textAnnotation id="n"/>'
    '<association id="as" sourceRef="b" targetRef="d"/>'
    '<sequenceFlow id="f1" sourceRef="start" targetRef="a"/>'
    '<sequenceFlow id="f2" sourceRef="a" targetRef="g"/>'
    '<sequenceFlow id="f3" sourceRef="g" targetRef="b" name="ja"/>'
    '<sequenceFlow id="f4" sourceRef="g" targetRef="s"><conditionExpression>x</conditionExpression></sequenceFlow>'
    '<sequenceFlow id="f5" sourceRef="late" targetRef="s"/>'
    '<sequenceFlow id="f6" sourceRef="s" targetRef="end"/></process>'
    + picture(
        bounds("pool", 0, 0, 800, 400),
        bounds("lane-Loket", 30, 0, 770, 200),
        bounds("lane-Balie", 60, 0, 740, 100),
        bounds("lane-Team", 30, 200, 770, 200),
        bounds("a", 100, 10, 100, 80),
        bounds("end", 700, 250, 36, 36),
    )
)
TAGS = re.findall(r"<[^>]+>", WHOLE)
LEAVES = [tag for tag in TAGS if tag.endswith("/>")]
ATTRIBUTES = sorted(set(re.findall(r' (?!xmlns)\w+="[^"]*"', WHOLE)))
VALUES = sorted(set(re.findall(r'"[^"]*"', "".join(ATTRIBUTES))))
IDS = sorted(set(re.findall(r'\bid="([^"]*)"', WHOLE)))
ODD = ['""', '"NaN"', '"1e999"', '"-5"', '"t:a"', '" a "', '"&#10;a&#160;b"']


@st.composite
def mutation(draw: st.DrawFn) -> tuple[str, str]:
    """A piece of the drawing, and what comes in its place."""
    kind = draw(st.sampled_from(["value", "id", "attribute", "leaf", "leaves", "tag"]))
    if kind == "value":
        return draw(st.sampled_from(VALUES)), draw(st.sampled_from([*VALUES, *ODD]))
    if kind == "id":
        old, new = draw(st.sampled_from(IDS)), draw(st.sampled_from([*IDS, "", "weg", "a:b"]))
        return f' id="{old}"', f' id="{new}"' if new else ""
    if kind == "attribute":
        return draw(st.sampled_from(ATTRIBUTES)), ""
    if kind == "tag":
        return draw(st.sampled_from(TAGS)), draw(st.sampled_from(["", *TAGS]))
    leaf = draw(st.sampled_from(LEAVES))
    return leaf, leaf * 2 if kind == "leaves" else draw(st.sampled_from(["", *LEAVES]))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The drawing with up to a dozen pieces of it changed, once or wherever they stand."""
    text = WHOLE
    for old, new in draw(st.lists(mutation(), min_size=1, max_size=12)):
        text = text.replace(old, new, draw(st.sampled_from([1, -1])))
    return text


@st.composite
def shuffled(draw: st.DrawFn) -> str:
    """Well-formed XML of the elements of the drawing, in any order and nesting."""
    opened: list[str] = []
    parts: list[str] = []
    for tag in draw(st.lists(st.sampled_from(TAGS), max_size=60)):
        if tag.startswith("</"):
            parts.append(f"</{opened.pop()}>" if opened else "")
        elif not tag.startswith(("<definitions", "<di:", "<dc:")):
            parts.append(tag)
            opened += [] if tag.endswith("/>") else [tag[1:-1].split()[0]]
    return definitions("".join(parts) + "".join(f"</{name}>" for name in reversed(opened)))


def check(read: ProcessReading) -> None:
    """Whatever was read holds together."""
    drawing = read.drawing
    assert drawing is not None
    nodes = {node.id for node in drawing.nodes}
    lanes = {one.id for one in drawing.lanes}
    ends = nodes | {pool.id for pool in drawing.pools} | {data.id for data in drawing.data}
    assert len(nodes) == len(drawing.nodes)
    assert all(flow.source in ends and flow.target in ends for flow in drawing.flows)
    for node in drawing.nodes:
        assert {node.parent, node.host, node.undone_by} <= nodes | {""}
        assert node.lane in lanes | {""}
        assert bool(node.lane) == (node.lane_from is not RoleFrom.NOWHERE)
        assert bool(node.role) == (node.role_from is not RoleFrom.NOWHERE)
    assert {one.parent for one in drawing.lanes} <= lanes | {""}
    assert sum(drawing.report.roles.values()) == len(drawing.nodes)
    steps = {step.id for step in read.process.steps}
    edges = (*read.process.edges, *read.process.branches)
    assert all({edge.source, edge.target} <= steps for edge in edges)
    assert Drawing.from_dict(drawing.to_dict()) == drawing


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mutated")


def test_the_whole_drawing_has_no_findings_but_notes(folder: Path) -> None:
    read = drawn(folder, WHOLE)

    check(read)
    assert {one.code for one in read.findings} == {"drawing-not-read", "drawing-by-place"}
    assert read.roles == ("Balie", "Team")


@given(text=mutated())
def test_a_drawing_with_pieces_changed_is_read_or_refused(text: str, folder: Path) -> None:
    with suppress(lw.DossierError):
        check(drawn(folder, text))


@given(text=shuffled())
def test_elements_in_any_order_and_nesting_are_read(text: str, folder: Path) -> None:
    check(drawn(folder, text))


@given(cut=st.integers(0, len(WHOLE) - 1))
def test_a_drawing_that_breaks_off_is_refused(cut: int, folder: Path) -> None:
    with pytest.raises(lw.DossierError):
        drawn(folder, WHOLE[:cut])


@given(
    changes=st.lists(
        st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), min_size=1, max_size=8
    )
)
def test_a_drawing_with_bytes_changed_is_read_or_refused(
    changes: list[tuple[int, int]], folder: Path
) -> None:
    data = bytearray(WHOLE.encode())
    for place, byte in changes:
        data[place] = byte

    with suppress(lw.DossierError):
        check(drawn(folder, bytes(data)))


# Far too large to be read in good time if any pair of things were compared.
MANY = 10_000


@pytest.mark.parametrize("height", [100, 0.01], ids=["beside each other", "on one spot"])
def test_many_nodes_in_many_lanes_are_found_by_place(folder: Path, height: float) -> None:
    names = {f"L{n}": "" for n in range(MANY)}
    keys = [f"t{n}" for n in range(MANY)]
    shapes = [bounds(f"lane-L{n}", 0, n * height, 900, 100) for n in range(MANY)]
    shapes += [bounds(key, 10, n * height + 10, 90, 60) for n, key in enumerate(keys)]
    text = process(lanes(**names), tasks(*keys))

    drawing = sheet(folder, text.replace("</definitions>", f"{picture(*shapes)}</definitions>"))

    by_place = drawing.report.roles.get("geometry", 0)
    assert by_place == (MANY if height == 100 else 0)


def test_a_sub_process_of_many_loose_tasks_is_read(folder: Path) -> None:
    keys = [f"t{n}" for n in range(MANY)]
    sub = f'<subProcess id="s">{tasks(*keys)}</subProcess>'
    flows = '<sequenceFlow sourceRef="a" targetRef="s"/><sequenceFlow sourceRef="s" targetRef="b"/>'

    read = drawn(folder, process(tasks("a", "b"), sub, flows))

    assert len(read.process.edges) == 2 * MANY
