"""What a drawing holds beside the steps: pools, flows of three kinds, data, events and calls."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawings import (
    bounds,
    branches,
    definitions,
    drawn,
    edges,
    flows,
    found,
    lanes,
    nodes,
    picture,
    pool,
    process,
    sheet,
    tasks,
)

from lerendwerk_core.model.drawing import Box, Drawing, DrawnNode
from lerendwerk_core.sources.bpmn import NODES
from lerendwerk_core.vocabulary import FlowKind


def node(drawing: Drawing, key: str) -> DrawnNode:
    return next(one for one in drawing.nodes if one.id == key)


def arrows(drawing: Drawing, kind: FlowKind) -> list[str]:
    flows = (flow for flow in drawing.flows if flow.kind is kind)
    return [f"{flow.source} {flow.target} {flow.name}".strip() for flow in flows]


@pytest.mark.parametrize("kind", sorted(NODES))
def test_every_kind_of_node_is_read(tmp_path: Path, kind: str) -> None:
    drawing = sheet(tmp_path, process(nodes(kind, "a"), lanes(L="a")))

    assert [(one.id, one.kind, one.name, one.process) for one in drawing.nodes] == [
        ("a", kind, "a", "p")
    ]
    assert drawing.report.elements[kind] == 1


def test_only_what_bpmn_names_is_read(tmp_path: Path) -> None:
    other = '<x:task xmlns:x="urn:x" id="b"/><x:lane xmlns:x="urn:x"/>'
    copied = f"<extensionElements>{tasks('c')}</extensionElements>"

    drawing = sheet(tmp_path, process(tasks("a"), other, copied))

    assert [one.id for one in drawing.nodes] == ["a"]
    assert drawing.lanes == ()


@pytest.mark.parametrize("prefix", ["bpmn", "bpmn2", "semantic"])
def test_any_prefix_will_do(tmp_path: Path, prefix: str) -> None:
    text = process(lanes(L="a b"), tasks("a", "b"), flows("a b"))
    prefixed = text.replace("</", f"</{prefix}:").replace("<", f"<{prefix}:")
    prefixed = prefixed.replace(f"<{prefix}:/{prefix}:", f"</{prefix}:").replace(
        "xmlns=", f"xmlns:{prefix}="
    )

    assert edges(drawn(tmp_path, prefixed)) == {"a b"}


def test_a_pool_without_a_process_is_a_black_box(tmp_path: Path) -> None:
    box = '<collaboration><participant id="x" name="Inwoner"/></collaboration>'
    text = definitions(
        f'<process id="p" name="Intake">{tasks("a")}</process>{pool("Gemeente", "t:p")}{box}'
    )

    drawing = sheet(tmp_path, text)

    assert [(one.id, one.name, one.process) for one in drawing.pools] == [
        ("c", "Gemeente", "p"),
        ("x", "Inwoner", ""),
    ]
    assert dict(drawing.processes) == {"p": "Intake"}


def test_a_message_may_go_to_a_pool_or_its_process_and_take_the_name_of_the_message(
    tmp_path: Path,
) -> None:
    text = definitions(
        f'<process id="p">{tasks("a")}</process><message id="m" name="Brief"/>{pool("Gemeente")}'
        '<collaboration><participant id="x"/>'
        '<messageFlow id="1" sourceRef="a" targetRef="x" messageRef="t:m"/>'
        '<messageFlow id="2" sourceRef="x" targetRef="p" name="Antwoord"/></collaboration>'
    )

    assert arrows(sheet(tmp_path, text), FlowKind.MESSAGE) == ["a x Brief", "x c Antwoord"]


def test_a_flow_has_its_condition_and_says_whether_it_is_the_default(tmp_path: Path) -> None:
    text = process(
        '<exclusiveGateway id="g" default="two"/>',
        tasks("a", "b"),
        '<sequenceFlow id="one" sourceRef="g" targetRef="a">'
        "<conditionExpression> bedrag &gt; 10 </conditionExpression></sequenceFlow>"
        '<sequenceFlow id="two" sourceRef="g" targetRef="b"/>',
    )

    one, two = sheet(tmp_path, text).flows

    assert (one.condition, one.default) == ("bedrag > 10", False)
    assert (two.condition, two.default) == ("", True)


def test_data_that_nodes_read_and_write_are_flows(tmp_path: Path) -> None:
    text = process(
        '<dataObject id="d" name="Aanvraag"/><dataObjectReference id="r" dataObjectRef="d"/>'
        '<dataStoreReference id="s" name="Registratie"/>',
        '<task id="a" name="a"><ioSpecification><dataInput id="in"/></ioSpecification>'
        '<property id="inside"/>'
        "<dataInputAssociation><sourceRef>r</sourceRef><targetRef>in</targetRef></dataInputAssociation>"
        "<dataInputAssociation><sourceRef>inside</sourceRef></dataInputAssociation>"
        "<dataOutputAssociation><targetRef>s</targetRef></dataOutputAssociation>"
        "<dataOutputAssociation><targetRef>d</targetRef></dataOutputAssociation></task>",
    )

    drawing = sheet(tmp_path, text)

    assert [(one.id, one.kind, one.name) for one in drawing.data] == [
        ("r", "dataObjectReference", "Aanvraag"),
        ("s", "dataStoreReference", "Registratie"),
    ]
    assert arrows(drawing, FlowKind.DATA) == ["r a", "a s", "a r"]
    assert drawing.report.dangling == ()


def test_an_association_with_data_is_a_flow_and_one_with_a_note_is_not(tmp_path: Path) -> None:
    text = process(
        '<dataObjectReference id="d"/><textAnnotation id="n"/>',
        tasks("a"),
        '<association id="1" sourceRef="a" targetRef="d"/><association id="2" sourceRef="d" targetRef="a"/>'
        '<association id="3" sourceRef="a" targetRef="n"/>',
    )

    drawing = sheet(tmp_path, text)

    assert arrows(drawing, FlowKind.DATA) == ["a d", "d a"]
    assert dict(drawing.report.not_read) == {"association": 1, "textAnnotation": 1}


def test_an_event_says_what_it_waits_for_in_place_or_elsewhere(tmp_path: Path) -> None:
    text = definitions(
        '<process id="p"><startEvent id="a"><timerEventDefinition/><messageEventDefinition/></startEvent>'
        '<endEvent id="b"><eventDefinitionRef>t:x</eventDefinitionRef></endEvent></process>'
        '<errorEventDefinition id="x"/>'
    )

    drawing = sheet(tmp_path, text)

    assert node(drawing, "a").events == ("timer", "message")
    assert node(drawing, "b").events == ("error",)


def test_an_event_may_leave_the_work_going(tmp_path: Path) -> None:
    text = process(
        tasks("a"),
        '<boundaryEvent id="e" attachedToRef="a" cancelActivity="false"/>'
        '<boundaryEvent id="f" attachedToRef="a"/>'
        '<subProcess id="s" triggeredByEvent="true"><startEvent id="g" isInterrupting="false"/></subProcess>',
    )

    drawing = sheet(tmp_path, text)

    assert [node(drawing, key).interrupting for key in "efg"] == [False, True, False]
    assert node(drawing, "s").by_event


def test_a_call_activity_says_what_it_calls(tmp_path: Path) -> None:
    extended = (
        '<extensionElements><z:calledElement xmlns:z="urn:z" processId="y"/></extensionElements>'
    )
    text = process(
        '<callActivity id="a" calledElement="t:p"/>',
        f'<callActivity id="b">{extended}</callActivity>',
        '<callActivity id="c" calledElement="q:elders"/>',
    )

    drawing = sheet(tmp_path, text)

    assert [node(drawing, key).calls for key in "abc"] == ["p", "y", "q:elders"]


def test_where_things_stand_is_read(tmp_path: Path) -> None:
    shapes = bounds("p:a", "1.5", -2, 100, 80), bounds("c", 0, 0, 600, 200)
    text = definitions(f'<process id="p">{tasks("a")}</process>{pool("X")}{picture(*shapes)}')

    drawing = sheet(tmp_path, text)

    assert node(drawing, "a").box == Box(x=1.5, y=-2, width=100, height=80)
    assert drawing.pools[0].box == Box(x=0, y=0, width=600, height=200)


def test_a_drawing_is_the_same_after_a_trip_through_json(tmp_path: Path) -> None:
    text = process(lanes(L="a b"), tasks("a", "b"), flows("a b"), picture(bounds("a", 0, 0, 9, 9)))

    drawing = sheet(tmp_path, text)

    assert Drawing.from_dict(drawing.to_dict()) == drawing


def link(kind: str, key: str, name: str) -> str:
    return f'<{kind} id="{key}" name="{name}"><linkEventDefinition name="{name}"/></{kind}>'


def test_a_link_leads_to_its_other_end(tmp_path: Path) -> None:
    text = process(
        tasks("a", "b", "c"),
        link("intermediateThrowEvent", "t", "Verder"),
        link("intermediateCatchEvent", "u", "verder"),
        link("intermediateCatchEvent", "v", "anders"),
        flows("a t", "u b", "v c"),
    )

    assert edges(drawn(tmp_path, text)) == {"a b"}


def test_a_sub_process_that_an_event_starts_is_a_branch_of_the_one_around_it(
    tmp_path: Path,
) -> None:
    stop = f'<subProcess id="t" triggeredByEvent="true">{tasks("y")}</subProcess>'
    sub = f'<subProcess id="s" name="s">{tasks("x")}{stop}</subProcess>'

    read = drawn(tmp_path, process(tasks("a", "b"), sub, flows("a s", "s b")))

    assert edges(read) == {"a x", "x b", "y b"}
    assert branches(read) == {"a y", "x y"}


def test_what_undoes_work_is_a_branch_from_it(tmp_path: Path) -> None:
    inside = (
        tasks("x", "undo")
        + '<boundaryEvent id="e" attachedToRef="x"><compensateEventDefinition/></boundaryEvent>'
        + '<association id="u" sourceRef="e" targetRef="undo"/>'
    )
    sub = f'<subProcess id="s" name="s">{inside}</subProcess>'

    read = drawn(tmp_path, process(tasks("a", "b"), sub, flows("a s", "s b")))

    assert edges(read) == {"a x", "x b"}
    assert branches(read) == {"x undo"}
    assert read.drawing is not None
    assert node(read.drawing, "e").undone_by == "undo"
    assert dict(read.drawing.report.not_read) == {}


def test_a_conversation_and_a_choreography_are_counted_as_not_read(tmp_path: Path) -> None:
    text = definitions(
        "<collaboration><conversation/></collaboration>"
        '<choreography id="c"><startEvent id="s"/><choreographyTask id="t"/>'
        '<sequenceFlow id="f" sourceRef="s" targetRef="t"/></choreography><globalTask/>'
    )

    read = drawn(tmp_path, text)

    assert read.drawing is not None
    assert dict(read.drawing.report.not_read) == {
        "choreographyTask": 1,
        "conversation": 1,
        "globalTask": 1,
    }
    assert ("drawing-flow-end", "f") in found(read)
