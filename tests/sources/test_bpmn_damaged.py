"""Damaged and unusual drawings: a finding, and never an exception."""

from __future__ import annotations

from pathlib import Path

from drawings import (
    definitions,
    drawn,
    edges,
    flows,
    found,
    lane,
    lanes,
    nodes,
    process,
    roles,
    tasks,
)

import lerendwerk_core as lw
from make import dossier_file


def pool(name: str, reference: str = "p") -> str:
    return f'<collaboration><participant id="c" name="{name}" processRef="{reference}"/></collaboration>'


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


def test_of_two_elements_with_one_id_the_first_counts(tmp_path: Path) -> None:
    twin = '<userTask id="a" name="de tweede"/>'

    drawing = drawn(tmp_path, process(lanes(L="a"), tasks("a"), twin))

    assert [(step.label.nl, step.kind) for step in drawing.process.steps] == [("a", "task")]
    assert found(drawing) == {("drawing-duplicate-id", "a")}


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
    extra = '<textAnnotation id="n"/><textAnnotation id="m"/><dataObjectReference id="d"/>'

    drawing = drawn(tmp_path, process(lanes(L="a"), tasks("a"), extra))

    said = {(one.values["what"], one.values["count"]) for one in drawing.findings}
    assert said == {("textAnnotation", "2"), ("dataObjectReference", "1")}


def test_an_attribute_of_another_vocabulary_does_not_rename_an_element(tmp_path: Path) -> None:
    other = '<task xmlns:q="urn:q" id="a" name="A" q:id="z" q:name="Z"/>'

    (step,) = drawn(tmp_path, process(other)).process.steps

    assert (step.id, step.label.nl) == ("a", "A")


def test_every_finding_has_words_in_a_dossier(bench: lw.Workbench, tmp_path: Path) -> None:
    damaged = process(
        lanes(Jurist="a"),
        tasks("a", "a"),
        '<task id="b"/><group id="g"/>',
        flows("a b", "b weg"),
    )
    (tmp_path / "p.bpmn").write_text(damaged, encoding="utf-8")

    dossier = bench.read(dossier_file(tmp_path, base="id: x\nprocess: {bpmn: p.bpmn}\n"))

    assert {one.code for one in dossier.findings} == {
        "drawing-dangling-flow",
        "drawing-duplicate-id",
        "drawing-no-lane",
        "drawing-unnamed",
        "drawing-not-read",
        "role-without-staff",
    }
    assert all(one.message.nl and one.message.en for one in dossier.findings)


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
