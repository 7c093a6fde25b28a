"""Hostile and broken XML: a DossierError with its place, within bounds, and nothing else."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from drawings import MODEL, definitions, drawn, flows, nodes, process, tasks
from hypothesis import example, given
from hypothesis import strategies as st
from plain_values import problems

import lerendwerk_core as lw
from lerendwerk_core.sources import bpmn, xml
from lerendwerk_core.sources.xml import parse_xml

BOMB = """<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><definitions>&c;</definitions>"""
NAMES = st.sampled_from(sorted(bpmn.NODES | {"process", "laneSet", "lane", "flowNodeRef", "x"}))
IDS = st.sampled_from(["", "a", "b", "c", "a/out", "p", "{x}", "\u00e9"])
ATTRIBUTES = st.dictionaries(
    st.sampled_from(["id", "name", "attachedToRef", "sourceRef", "targetRef", "processRef"]), IDS
)


def element(name: str, attributes: dict[str, str], inside: str) -> str:
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    return f"<{name}{written}>{inside}</{name}>"


def trees(leaf: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inside = st.lists(leaf, max_size=4).map("".join)
    return st.builds(element, NAMES | st.just("sequenceFlow"), ATTRIBUTES, inside)


def refused(folder: Path, text: str | bytes) -> lw.DossierError:
    with pytest.raises(lw.DossierError) as caught:
        drawn(folder, text)
    return caught.value


@pytest.mark.parametrize(
    "text",
    ["", "hello", "<a>", "<a></b>", "<a/><b/>", "<a b=1/>", "<a>&x;</a>", "<q:a/>", "id: x\n"],
)
def test_what_is_no_xml_is_refused_with_its_place(tmp_path: Path, text: str) -> None:
    ((code, line, column),) = problems(refused(tmp_path, text))

    assert code == "xml-syntax"
    assert line >= 1
    assert column >= 1


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE definitions><definitions/>",
        '<!DOCTYPE d SYSTEM "file:///etc/passwd"><d/>',
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>',
        BOMB,
    ],
)
def test_a_doctype_is_refused_before_anything_in_it_counts(tmp_path: Path, text: str) -> None:
    error = refused(tmp_path, text)

    assert [one.code for one in error.problems] == ["xml-doctype"]
    assert error.problems[0].mark.line == 1
    assert "DOCTYPE" in str(error)


@pytest.mark.parametrize("nest", ["<a>", f'<definitions xmlns="{MODEL}">', "<subProcess>"])
def test_deep_nesting_is_refused_where_it_gets_too_deep(tmp_path: Path, nest: str) -> None:
    ((code, line, column),) = problems(refused(tmp_path, nest * 10**5))

    assert (code, line, column) == ("xml-too-deep", 1, len(nest) * xml.MAX_DEPTH + 1)


def test_nesting_up_to_the_bound_is_read(tmp_path: Path) -> None:
    deep = 150
    opened = "".join(f'<subProcess id="s{n}">' for n in range(deep))

    drawing = drawn(tmp_path, process(opened, tasks("a"), "</subProcess>" * deep))

    assert [step.id for step in drawing.process.steps] == ["a"]


def test_too_many_elements_are_refused(tmp_path: Path) -> None:
    error = refused(tmp_path, "<a>" + "<b/>" * xml.MAX_ELEMENTS + "</a>")

    assert [one.code for one in error.problems] == ["xml-too-many"]


def test_text_in_very_many_pieces_is_joined_in_the_end() -> None:
    lines = "\n" * 3_000_000

    assert parse_xml(f"<a>{lines}</a>".encode(), "x").text == lines
    assert parse_xml(f"<a>{'x<b/>' * 100_000}</a>".encode(), "x").text == "x" * 100_000


def test_a_crossing_of_very_many_ways_is_refused(tmp_path: Path) -> None:
    keys = [f"t{n}" for n in range(2000)]
    crossing = [f"{key} g" for key in keys[:1000]] + [f"g {key}" for key in keys[1000:]]
    text = process(nodes("exclusiveGateway", "g"), tasks(*keys), flows(*crossing))

    assert [one.code for one in refused(tmp_path, text).problems] == ["xml-too-many"]


def test_a_large_drawing_without_tricks_is_read(tmp_path: Path) -> None:
    keys = [f"t{n}" for n in range(20_000)]
    path = [f"{key} t{n}" for n, key in enumerate(keys[:-1], start=1)]

    drawing = drawn(tmp_path, process(tasks(*keys), flows(*path)))

    assert len(drawing.process.steps) == 20_000
    assert len(drawing.process.edges) == 19_999


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("<html/>", "html"),
        ("<definitions/>", "definitions"),
        ('<definitions xmlns="urn:other"/>', "definitions"),
        (f'<process xmlns="{MODEL}"/>', "process"),
        ('<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"/>', "definitions"),
    ],
)
def test_xml_that_is_no_bpmn_is_refused_by_its_root(tmp_path: Path, text: str, root: str) -> None:
    error = refused(tmp_path, f"\n{text}")

    assert problems(error) == [("bpmn-not", 2, 1)]
    assert f"'{root}'" in str(error)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_encodings_that_xml_declares_are_read(tmp_path: Path, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'

    drawing = drawn(tmp_path, (head + process(tasks("é"))).encode(encoding))

    assert [step.id for step in drawing.process.steps] == ["é"]


@pytest.mark.parametrize("encoding", ["shift_jis", "utf-7", "nonsense", "rot13", "hex"])
def test_other_encodings_are_refused(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a/>'

    assert [one.code for one in refused(tmp_path, text).problems] == ["xml-syntax"]


def test_a_drawing_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(lw.DossierError) as caught:
        bpmn.BpmnReader()(tmp_path / "nope.bpmn", {})

    assert problems(caught.value) == [("file-unreadable", 0, 0)]


def test_a_drawing_that_cannot_be_read_is_a_problem_of_its_dossier(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    (tmp_path / "p.bpmn").write_text("<definitions>\n  <oeps\n</definitions>")
    (tmp_path / "dossier.yaml").write_text("id: x\ngolas: 1\nprocess: {bpmn: p.bpmn}\n")

    with pytest.raises(lw.DossierError) as caught:
        bench.read(tmp_path)

    assert [(one.code, Path(one.mark.file).name) for one in caught.value.problems] == [
        ("unknown-key", "dossier.yaml"),
        ("xml-syntax", "p.bpmn"),
    ]


@given(data=st.binary(max_size=300))
@example(data=b"\xff\xfe<\x00a\x00/\x00>\x00")
@example(data=b"\x00")
def test_any_bytes_are_refused_and_nothing_else(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with suppress(lw.DossierError):
        drawn(tmp_path_factory.getbasetemp(), data)


@given(inside=st.lists(st.recursive(st.just(""), trees, max_leaves=20), max_size=6).map("".join))
def test_any_small_tree_is_read_or_refused(
    inside: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()

    for text in (process(inside), definitions(inside)):
        read = drawn(folder, text).process
        steps = {step.id for step in read.steps}
        assert all({one.source, one.target} <= steps for one in (*read.edges, *read.branches))
