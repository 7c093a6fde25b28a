"""Damaged and unusual drawings: a finding, and never an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawings import (
    MODEL,
    bounds,
    definitions,
    drawn,
    edges,
    flows,
    found,
    lane,
    lanes,
    nodes,
    picture,
    pool,
    process,
    roles,
    tasks,
)

import lerendwerk_core as lw
from lerendwerk_core.wording import FINDINGS
from make import dossier_file


def test_a_flow_to_nowhere_is_found_and_left_out(tmp_path: Path) -> None:
    drawing = drawn(
        tmp_path, process(lanes(L="a b"), tasks("a", "b"), flows("a b", "b weg", "x a"))
    )

    assert found(drawing) == {
        ("drawing-dangling-flow", "b-weg"),
        ("drawing-dangling-flow", "x-a"),
    }
    assert edges(drawing) == {"a b"}


def test_a_flow_without_ends_or_id_is_found_by_its_line(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, process(lanes(L="a"), tasks("a"), "\n\n<sequenceFlow/>"))

    assert found(drawing) == {("drawing-dangling-flow", "3")}


def test_of_two_elements_with_one_id_the_first_is_meant_and_both_are_read(tmp_path: Path) -> None:
    twin = '<userTask id="a" name="de tweede"/>'

    drawing = drawn(tmp_path, process(lanes(L="a"), tasks("a", "b"), twin, flows("a b")))

    first, _, second = drawing.process.steps
    assert [(first.id, first.label.nl), (second.label.nl, second.kind)] == [
        ("a", "a"),
        ("de tweede", "userTask"),
    ]
    assert second.id.startswith("userTask@1:")
    assert edges(drawing) == {"a b"}
    assert roles(drawing) == {"a": "L", "b": "", second.id: ""}
    assert ("drawing-duplicate-id", "a") in found(drawing)


def test_a_sub_process_that_bears_the_id_of_what_is_in_it_is_a_duplicate(tmp_path: Path) -> None:
    nested = '<subProcess id="s"><subProcess id="s"><task id="t"/></subProcess></subProcess>'

    drawing = drawn(tmp_path, process(nested))

    assert ("drawing-duplicate-id", "s") in found(drawing)


def test_a_task_without_a_name_goes_by_its_id(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, process(lanes(L="a"), '<task id="a" name="  "/>'))

    assert [step.label.nl for step in drawing.process.steps] == ["a"]
    assert found(drawing) == {("drawing-unnamed", "a")}


def test_a_task_without_an_id_gets_one_from_its_place(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, process('<task name="x"/>', '<task name="y"/>'))

    ids = [step.id for step in drawing.process.steps]
    assert len(set(ids)) == 2
    assert all(key.startswith("task@1:") for key in ids)


def test_names_stand_on_one_line(tmp_path: Path) -> None:
    text = '<task id="a" name="Zaak&#10;  af\u00a0&#160;handelen "/>'

    drawing = drawn(tmp_path, process(text))

    assert drawing.process.steps[0].label.nl == "Zaak af handelen"


def test_a_lane_needs_no_pool(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, process(lanes(Toezichthouder="a", Jurist="b"), tasks("a", "b")))

    assert roles(drawing) == {"a": "Toezichthouder", "b": "Jurist"}
    assert drawing.roles == ("Toezichthouder", "Jurist")
    assert found(drawing) == set()


def test_without_lanes_the_pool_is_the_role(tmp_path: Path) -> None:
    text = definitions(f'<process id="p">{tasks("a")}</process>{pool("Gemeente", "t:p")}')

    assert roles(drawn(tmp_path, text)) == {"a": "Gemeente"}


def test_without_lane_and_pool_a_task_has_no_role(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, process(lanes(L="a"), tasks("a", "b")))

    assert roles(drawing) == {"a": "L", "b": ""}
    assert found(drawing) == {("drawing-no-lane", "b")}


def test_the_deepest_lane_with_a_name_is_the_role(tmp_path: Path) -> None:
    deepest = f"<childLaneSet>{lane('Jurist', 'a')}{lane('', 'b')}</childLaneSet>"
    text = process(f"<laneSet>{lane('Afdeling', 'a b c', deepest)}</laneSet>", tasks("a", "b", "c"))

    assert roles(drawn(tmp_path, text)) == {"a": "Jurist", "b": "Afdeling", "c": "Afdeling"}


def test_what_is_in_a_sub_process_has_its_lane(tmp_path: Path) -> None:
    nested = '<subProcess id="s"><subProcess id="t"><task id="x"/></subProcess><task id="y"/></subProcess>'

    drawing = drawn(tmp_path, process(lanes(Jurist="s", Arts="y"), nested))

    assert roles(drawing) == {"x": "Jurist", "y": "Arts"}


def test_a_lane_may_list_what_is_not_there(tmp_path: Path) -> None:
    assert roles(drawn(tmp_path, process(lanes(L="a weg ", M=""), tasks("a")))) == {"a": "L"}


def test_a_boundary_event_on_nothing_is_harmless(tmp_path: Path) -> None:
    event = '<boundaryEvent id="e" attachedToRef="weg"/><boundaryEvent id="f"/>'

    drawing = drawn(tmp_path, process(lanes(L="a b"), tasks("a", "b"), event, flows("a b", "e b")))

    assert edges(drawing) == {"a b"}


def test_a_boundary_event_on_itself_is_harmless(tmp_path: Path) -> None:
    events = '<boundaryEvent id="e" attachedToRef="f"/><boundaryEvent id="f" attachedToRef="e"/>'

    assert edges(drawn(tmp_path, process(tasks("a"), events, flows("a e")))) == set()


def test_a_drawing_without_tasks_says_so(tmp_path: Path) -> None:
    for text in (process(nodes("startEvent", "s")), process(), definitions("")):
        drawing = drawn(tmp_path, text)
        assert drawing.process.steps == ()
        assert ("drawing-no-steps", "process") in found(drawing)


def test_a_circle_without_a_beginning_is_read(tmp_path: Path) -> None:
    assert edges(drawn(tmp_path, process(tasks("a", "b"), flows("a b", "b a")))) == {"a b", "b a"}


def test_a_sub_process_that_runs_in_a_circle_is_read(tmp_path: Path) -> None:
    nested = f'<subProcess id="s">{tasks("x", "y")}{flows("x y", "y x")}</subProcess>'

    drawing = drawn(tmp_path, process(tasks("a"), nested, flows("a s", "s a")))

    assert {"x y", "y x"} <= edges(drawing)


def test_a_drawn_process_goes_by_the_id_of_the_first(tmp_path: Path) -> None:
    two = definitions('<process id="eerste"/><process id="tweede"/>')

    read = [drawn(tmp_path, text).process for text in (two, definitions("<process/>"))]

    assert [(one.id, one.origin) for one in read] == [("eerste", "bpmn"), ("process", "bpmn")]


def test_what_is_not_read_is_counted(tmp_path: Path) -> None:
    extra = '<textAnnotation id="n"/><textAnnotation id="m"/><group id="d"/>'

    drawing = drawn(tmp_path, process(lanes(L="a"), tasks("a"), extra))

    said = {(one.values["what"], one.values["count"]) for one in drawing.findings}
    assert said == {("textAnnotation", "2"), ("group", "1")}


def test_an_attribute_of_another_vocabulary_does_not_rename_an_element(tmp_path: Path) -> None:
    other = '<task xmlns:q="urn:q" id="a" name="A" q:id="z" q:name="Z"/>'

    (step,) = drawn(tmp_path, process(other)).process.steps

    assert (step.id, step.label.nl) == ("a", "A")


def test_every_finding_has_words_in_a_dossier(bench: lw.Workbench, tmp_path: Path) -> None:
    inside = (
        f"{lanes(Jurist='a c weg', Arts='c')}{tasks('a', 'a', 'c', 'd')}",
        f'<task id="b"/><group id="g"/>{flows("a b", "b weg", "b lane-Arts")}',
        '<messageFlow id="m" sourceRef="a" targetRef="weg"/><boundaryEvent id="e"/>',
    )
    shapes = bounds("lane-Arts", 0, 0, 400, 100), bounds("d", 10, 10, 80, 80), bounds("b", "x")
    damaged = definitions(
        f'{tasks("z")}<process id="p">{"".join(inside)}</process>{pool("", "elders")}{picture(*shapes)}'
    ).replace(MODEL, "urn:bpmn")
    (tmp_path / "p.bpmn").write_text(damaged, encoding="utf-8")

    dossier = bench.read(dossier_file(tmp_path, base="id: x\nprocess: {bpmn: p.bpmn}\n"))

    said = {one.code for one in dossier.findings}
    of_drawings = {code for code in FINDINGS if code.startswith("drawing-")}
    assert of_drawings - said == {"drawing-no-steps"}
    for one in dossier.findings:
        assert all((one.message.nl, one.message.en)), one.code
        assert "{" not in f"{one.message.nl}{one.message.en}", one.code


def test_steps_of_a_drawing_can_be_referred_to(bench: lw.Workbench, tmp_path: Path) -> None:
    (tmp_path / "p.bpmn").write_text(process(lanes(Jurist="a b"), tasks("a", "b"), flows("a b")))
    text = """\
id: x
organisations: [{id: gem}]
staffing: [{org: gem, discipline: wmo_jurist, prefix: WJ, count: 6}]
process: {bpmn: p.bpmn, roles: {Jurist: wmo_jurist}, statutory: {besluit: 14}}
agreements: [{id: g, kind: rol, steps: [a, b]}]
"""

    process_read = bench.read(dossier_file(tmp_path, base=text)).process

    assert process_read is not None
    assert [step.performers for step in process_read.steps] == [("wmo_jurist",)] * 2
    assert process_read.statutory == {"besluit": 14}


@pytest.mark.parametrize(
    "namespace",
    ["", "http://www.omg.org/spec/BPMN/20100524/Model", "http://schema.omg.org/spec/BPMN/2.0"],
)
def test_a_namespace_that_is_not_quite_right_is_found_and_read(
    tmp_path: Path, namespace: str
) -> None:
    text = process(lanes(L="a b"), tasks("a", "b"), flows("a b")).replace(MODEL, namespace)

    drawing = drawn(tmp_path, text)

    assert found(drawing) == {("drawing-namespace", "definitions")}
    assert edges(drawing) == {"a b"}


def test_parts_of_the_right_namespace_are_read_in_one_that_is_not(tmp_path: Path) -> None:
    inside = f'<q:process xmlns:q="{MODEL}"><q:task id="b" name="b"/></q:process><process><task id="a"/></process>'

    drawing = drawn(tmp_path, f'<definitions xmlns="urn:bpmn">{inside}</definitions>')

    assert [step.id for step in drawing.process.steps] == ["b", "a"]


def test_what_stands_where_it_does_not_belong_is_found_and_read(tmp_path: Path) -> None:
    text = definitions(
        f'{tasks("a")}<process id="p"><laneSet><lane id="l" name="L">{tasks("b")}</lane></laneSet>'
        f'<task id="c" name="c">{tasks("d")}</task></process>'
    )

    drawing = drawn(tmp_path, text)

    assert roles(drawing) == {"a": "", "b": "L", "c": "", "d": ""}
    misplaced = {where for code, where in found(drawing) if code == "drawing-misplaced"}
    assert misplaced == {"a", "b", "d"}


def test_a_lane_needs_no_lane_set(tmp_path: Path) -> None:
    text = process(lane("Jurist", "a", lane("Arts", "b")), tasks("a", "b"))

    assert roles(drawn(tmp_path, text)) == {"a": "Jurist", "b": "Arts"}


def test_lanes_with_one_id_in_each_other_are_two_lanes(tmp_path: Path) -> None:
    inner = '<childLaneSet><lane id="l"><flowNodeRef>a</flowNodeRef></lane></childLaneSet>'
    text = process(f'<laneSet><lane id="l" name="L">{inner}</lane></laneSet>', tasks("a"))

    drawing = drawn(tmp_path, text)

    assert drawing.drawing is not None
    outer, nested = drawing.drawing.lanes
    assert (outer.id, nested.parent, outer.parent) == ("l", "l", "")
    assert nested.id != "l"
    assert roles(drawing) == {"a": "L"}


def test_a_lane_that_lists_nothing_that_is_there_is_found(tmp_path: Path) -> None:
    text = process(lanes(L="a weg o"), tasks("a"), '<dataObject id="o"/>')

    assert found(drawn(tmp_path, text)) == {("drawing-listed-nothing", "lane-L")}


def test_an_event_that_hangs_on_nothing_is_found(tmp_path: Path) -> None:
    event = '<boundaryEvent id="e" attachedToRef="weg"/><boundaryEvent id="f" attachedToRef="e"/>'

    drawing = drawn(tmp_path, process(lanes(L="a"), tasks("a"), event))

    assert found(drawing) == {("drawing-no-host", "e"), ("drawing-no-host", "f")}


def test_a_pool_whose_process_is_not_there_is_found(tmp_path: Path) -> None:
    text = definitions(f'<process id="p">{tasks("a")}</process>{pool("Gemeente", "elders")}')

    assert ("drawing-pool-empty", "c") in found(drawn(tmp_path, text))


def test_flows_that_end_in_nothing_are_named_in_the_report(tmp_path: Path) -> None:
    message = '<messageFlow id="m" sourceRef="a" targetRef="weg"/>'
    data = '<dataInputAssociation id="d"><sourceRef>weg</sourceRef></dataInputAssociation>'
    text = process(
        lanes(L="a"),
        f'<task id="a" name="a">{data}</task>',
        f"{flows('a weg')}{message}",
        '<sequenceFlow id="l" sourceRef="a" targetRef="lane-L"/>',
    )

    read = drawn(tmp_path, text)

    assert read.drawing is not None
    assert read.drawing.flows == ()
    assert read.drawing.report.dangling == ("d", "a-weg", "m", "l")
    assert found(read) == {
        ("drawing-dangling-flow", "d"),
        ("drawing-dangling-flow", "a-weg"),
        ("drawing-dangling-message", "m"),
        ("drawing-flow-end", "l"),
    }


@pytest.mark.parametrize(
    "shape",
    [
        bounds("a"),
        bounds("a", 1, 2),
        bounds("a", 1, 2, 3, "breed"),
        bounds("a", "NaN", 0, 9, 9),
        bounds("a", 0, "inf", 9, 9),
        bounds("a", 0, 0, "-inf", 9),
        bounds("a", 0, 0, -9, 9),
        bounds("a", 1e300, 0, 9, 9),
        '<di:BPMNShape bpmnElement="a"/>',
    ],
)
def test_a_place_that_cannot_be_is_found_and_left_out(tmp_path: Path, shape: str) -> None:
    text = process(lanes(L="a"), tasks("a")).replace("</definitions>", "")

    read = drawn(tmp_path, f"{text}{picture(shape)}</definitions>")

    assert found(read) == {("drawing-no-place", "a")}
    assert read.drawing is not None
    assert read.drawing.nodes[0].box is None


def test_ids_and_references_may_have_spaces_around_them(tmp_path: Path) -> None:
    text = process(
        "<laneSet><lane name=' L\n'><flowNodeRef>\n a </flowNodeRef></lane></laneSet>",
        '<task id=" a" name="a"/><task id="b "/><sequenceFlow sourceRef="a " targetRef=" b"/>',
    )

    drawing = drawn(tmp_path, text)

    assert edges(drawing) == {"a b"}
    assert roles(drawing)["a"] == "L"


def test_an_id_may_look_like_a_place(tmp_path: Path) -> None:
    column = process().index("</process>") + 1
    text = process("<task/>", f'<task id="task@1:{column}"/>', "<task/>")

    read = drawn(tmp_path, text)

    assert read.drawing is not None
    assert len({node.id for node in read.drawing.nodes}) == 3
