"""From task to task: what lies between them is walked through."""

from __future__ import annotations

from pathlib import Path

import pytest
from drawings import branches, definitions, drawn, edges, flows, nodes, process, tasks

SUB = '<subProcess id="sub" name="sub">{}</subProcess>'


def boundary(key: str, host: str, name: str = "") -> str:
    return f'<boundaryEvent id="{key}" name="{name}" attachedToRef="{host}"/>'


@pytest.mark.parametrize("kind", ["exclusive", "inclusive", "parallel", "complex", "eventBased"])
def test_a_gateway_between_three_tasks_gives_two_edges(tmp_path: Path, kind: str) -> None:
    drawing = drawn(
        tmp_path,
        process(tasks("a", "b", "c"), nodes(f"{kind}Gateway", "g"), flows("a g", "g b", "g c")),
    )

    assert edges(drawing) == {"a b", "a c"}
    assert branches(drawing) == set()


def test_a_merge_and_a_split_join_every_way_in_with_every_way_out(tmp_path: Path) -> None:
    drawing = drawn(
        tmp_path,
        process(
            tasks("a", "b", "c", "d"),
            nodes("parallelGateway", "g"),
            flows("a g", "b g", "g c", "g d"),
        ),
    )

    assert edges(drawing) == {"a c", "a d", "b c", "b d"}


@pytest.mark.parametrize("kind", ["intermediateCatchEvent", "intermediateThrowEvent"])
def test_an_event_between_two_tasks_gives_one_edge(tmp_path: Path, kind: str) -> None:
    drawing = drawn(tmp_path, process(tasks("a", "b"), nodes(kind, "e"), flows("a e", "e b")))

    assert edges(drawing) == {"a b"}


def test_start_and_end_are_no_steps(tmp_path: Path) -> None:
    drawing = drawn(
        tmp_path,
        process(nodes("startEvent", "s"), tasks("a"), nodes("endEvent", "e"), flows("s a", "a e")),
    )

    assert [step.id for step in drawing.process.steps] == ["a"]
    assert edges(drawing) == set()


def test_two_tasks_that_follow_directly_give_one_edge(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, process(tasks("a", "b"), flows("a b", "a b again")))

    assert edges(drawing) == {"a b"}


def test_an_edge_carries_the_first_name_on_its_way(tmp_path: Path) -> None:
    gateways = nodes("exclusiveGateway", "g", "h")
    ways = flows("a g", "g b akkoord", "g h niet akkoord", "h c later", "h d")

    drawing = drawn(tmp_path, process(tasks("a", "b", "c", "d"), gateways, ways))

    assert edges(drawing) == {"a b akkoord", "a c niet akkoord", "a d niet akkoord"}


def test_a_task_may_follow_itself(tmp_path: Path) -> None:
    gateway = nodes("exclusiveGateway", "g")

    drawing = drawn(tmp_path, process(tasks("a", "b"), gateway, flows("a g", "g a opnieuw", "g b")))

    assert edges(drawing) == {"a a opnieuw", "a b"}


def test_a_circle_of_gateways_ends(tmp_path: Path) -> None:
    gateways = nodes("exclusiveGateway", "g", "h", "i")
    ways = flows("a g", "g h", "h i", "i g", "h h", "i b")

    drawing = drawn(tmp_path, process(tasks("a", "b"), gateways, ways))

    assert edges(drawing) == {"a b"}


def test_the_way_out_of_a_boundary_event_is_a_branch(tmp_path: Path) -> None:
    drawing = drawn(
        tmp_path,
        process(
            tasks("a", "b", "c"), boundary("late", "a", "te laat"), flows("a b", "late c bel op")
        ),
    )

    assert edges(drawing) == {"a b"}
    assert branches(drawing) == {"a c te laat"}


def test_a_branch_without_a_name_has_no_label(tmp_path: Path) -> None:
    parts = tasks("a", "b", "c"), boundary("late", "a"), nodes("exclusiveGateway", "g")

    drawing = drawn(tmp_path, process(*parts, flows("a b", "late g", "g c")))

    assert branches(drawing) == {"a c"}


def test_what_is_on_the_main_path_is_no_branch_too(tmp_path: Path) -> None:
    parts = tasks("a", "b"), boundary("late", "a", "te laat")

    drawing = drawn(tmp_path, process(*parts, flows("a b", "late b")))

    assert edges(drawing) == {"a b"}
    assert branches(drawing) == set()


def test_a_sub_process_is_entered_and_left(tmp_path: Path) -> None:
    inside = nodes("startEvent", "s"), tasks("x", "y"), nodes("endEvent", "e")
    sub = SUB.format("".join(inside) + flows("s x", "x y", "y e"))

    drawing = drawn(tmp_path, process(tasks("a", "b"), sub, flows("a sub", "sub b klaar")))

    assert [step.id for step in drawing.process.steps] == ["a", "b", "x", "y"]
    assert edges(drawing) == {"a x", "x y", "y b klaar"}


def test_a_sub_process_without_start_and_end_is_entered_where_nothing_comes_before(
    tmp_path: Path,
) -> None:
    sub = SUB.format(tasks("x", "y", "z") + flows("x y"))

    drawing = drawn(tmp_path, process(tasks("a", "b"), sub, flows("a sub", "sub b")))

    assert edges(drawing) == {"a x", "a z", "x y", "y b", "z b"}


def test_a_sub_process_in_a_sub_process_is_entered_and_left(tmp_path: Path) -> None:
    inner = '<transaction id="inner">' + tasks("y") + "</transaction>"
    sub = SUB.format(tasks("x") + inner + flows("x inner"))

    drawing = drawn(tmp_path, process(tasks("a", "b"), sub, flows("a sub", "sub b")))

    assert edges(drawing) == {"a x", "x y", "y b"}


def test_a_sub_process_that_shows_nothing_is_a_step(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, process(tasks("a", "b"), SUB.format(""), flows("a sub", "sub b")))

    assert [(step.id, step.kind) for step in drawing.process.steps] == [
        ("a", "task"),
        ("b", "task"),
        ("sub", "subProcess"),
    ]
    assert edges(drawing) == {"a sub", "sub b"}


def test_a_boundary_event_on_a_sub_process_is_a_branch_from_what_is_in_it(tmp_path: Path) -> None:
    parts = tasks("a", "b", "c"), SUB.format(tasks("x")), boundary("stop", "sub", "gestopt")

    drawing = drawn(tmp_path, process(*parts, flows("a sub", "sub b", "stop c")))

    assert edges(drawing) == {"a x", "x b"}
    assert "x c gestopt" in branches(drawing)


def test_a_sub_process_that_talks_to_another_pool_is_still_entered_and_left(
    tmp_path: Path,
) -> None:
    inside = nodes("startEvent", "s") + tasks("x") + nodes("endEvent", "e") + flows("s x", "x e")
    text = definitions(
        f'<process id="p">{tasks("a", "b")}{SUB.format(inside)}{flows("a sub", "sub b")}</process>'
        f'<process id="q">{tasks("z")}</process>'
        '<collaboration><messageFlow id="m" sourceRef="z" targetRef="s"/>'
        '<messageFlow id="n" sourceRef="e" targetRef="z"/></collaboration>'
    )

    drawing = drawn(tmp_path, text)

    assert {"a x", "x b", "z x", "x z"} == edges(drawing)


def test_a_message_to_a_pool_as_a_whole_leads_nowhere(tmp_path: Path) -> None:
    text = definitions(
        f'<process id="p">{tasks("a")}</process><collaboration><participant id="pool" name="X"/>'
        '<messageFlow id="m" sourceRef="a" targetRef="pool"/></collaboration>'
    )

    drawing = drawn(tmp_path, text)

    assert edges(drawing) == set()
    assert "drawing-dangling-flow" not in {one.code for one in drawing.findings}


def test_an_id_may_look_like_the_way_out_of_something(tmp_path: Path) -> None:
    drawing = drawn(tmp_path, process(tasks("a", "x/out"), flows("a x/out")))

    assert edges(drawing) == {"a x/out"}


def test_prefixed_references_and_elements_are_read(tmp_path: Path) -> None:
    text = process(tasks("a", "b"), flows("t:a t:b")).replace('id="t:a-t:b"', 'id="f"')
    text = text.replace("<", "<b:").replace("<b:/", "</b:").replace("xmlns=", "xmlns:b=")

    assert edges(drawn(tmp_path, text)) == {"a b"}
