"""A process on its way out: as a graph, as tables, as Mermaid, as a drawing that can be read again."""

from __future__ import annotations

import importlib
import re
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from process_parts import edges, line, step

from lerendwerk_core.errors import MissingExtraError
from lerendwerk_core.model.drawing import DataObject, Drawing, DrawnFlow, DrawnNode, Lane, Pool
from lerendwerk_core.model.process import Edge, WorkProcess
from lerendwerk_core.process import edge_table, mermaid_of, sketched, step_table, to_networkx
from lerendwerk_core.process.layout import laid_out
from lerendwerk_core.process.mermaid import escaped
from lerendwerk_core.sources import BpmnReader, bpmn_of
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import FlowKind, Stance

WORK = attrs.evolve(
    line(
        [
            step("a", "loket", touch=10.0, stance=Stance.DAT),
            step("b", "hulp", "loket", wait=3.0),
            step("c"),
        ]
    ),
    branches=(Edge(source="b", target="a", label="klacht"),),
)


def test_as_a_graph_of_networkx() -> None:
    graph = to_networkx(attrs.evolve(WORK, edges=(attrs.evolve(WORK.edges[0], seen=4),)))

    assert graph.nodes["b"]["performers"] == ("hulp", "loket")
    assert graph.nodes["a"]["stance"] == "dat"
    assert graph.nodes["c"]["performers"] == ()
    assert [(u, v, d["main_path"], d.get("seen")) for u, v, d in graph.edges(data=True)] == [
        ("a", "b", True, 4),
        ("b", "a", False, None),
    ]


def test_as_rows() -> None:
    assert step_table(WORK)[1]["performers"] == "hulp;loket"
    assert [row["main_path"] for row in edge_table(WORK)] == [True, True, False]
    assert edge_table(WORK)[0]["to_role"] == "hulp"


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_as_a_frame_of_any_library(backend: str) -> None:
    pytest.importorskip("narwhals")
    pytest.importorskip(backend)

    for table, rows in ((step_table, 3), (edge_table, 3)):
        assert len(table(WORK, backend)) == rows
        assert len(table(WorkProcess(id="leeg"), backend)) == 0


def test_a_frame_needs_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)

    with pytest.raises(MissingExtraError):
        step_table(WORK, "pandas")


def test_as_mermaid() -> None:
    assert mermaid_of(WORK) == (
        "flowchart LR\n"
        '  subgraph r1["loket"]\n'
        '    s1["a"]\n'
        "  end\n"
        '  subgraph r2["hulp"]\n'
        '    s2["b"]\n'
        "  end\n"
        '    s3["c"]\n'
        "  s1 --> s2\n"
        "  s2 --> s3\n"
        '  s2 -.->|"klacht"| s1\n'
    )


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ('zeg "ja" & <b>', "zeg &quot;ja&quot; &amp; &lt;b&gt;"),
        ("50% %%{init: {}}%%", "50#37; #37;#37;#123;init: #123;#125;#125;#37;#37;"),
        ("1. eerst", "1#46; eerst"),
        ("2.5 uur", "2.5 uur"),
        ("- dan", "#45; dan"),
        ("Direction TB", "#68;irection TB"),
        ("twee\nregels\x00", "twee regels"),
        ("", " "),
        ("#35; $$x$$ `y` \\", "#35;35; #36;#36;x#36;#36; #96;y#96; #92;"),
    ],
)
def test_a_label_in_mermaid_is_what_it_was(label: str, written: str) -> None:
    assert escaped(label) == written


SHEET = Drawing(
    id="p",
    pools=(Pool(id="inwoner", name="Inwoner"), Pool(id="stil", name="Stil")),
    nodes=(
        DrawnNode(id="t", kind="userTask", name="praten", role="loket", events=()),
        DrawnNode(id="e", kind="boundaryEvent", host="t", role="loket", events=("timer",)),
        DrawnNode(id="g", kind="exclusiveGateway", role="hulp"),
        DrawnNode(id="s", kind="subProcess", name="regelen"),
    ),
    data=(DataObject(id="d", kind="dataObjectReference", name="dossier"),),
    flows=(
        DrawnFlow(id="1", source="t", target="g"),
        DrawnFlow(id="2", source="g", target="s", name="ja", condition="x", default=True),
        DrawnFlow(id="3", source="s", target="inwoner", kind=FlowKind.MESSAGE),
        DrawnFlow(id="4", source="t", target="d", kind=FlowKind.DATA),
        DrawnFlow(id="5", source="e", target="g"),
    ),
)


def test_a_drawing_as_a_graph_has_its_pools_and_data_where_arrows_lead_to_them() -> None:
    graph = to_networkx(SHEET)

    assert list(graph) == ["t", "e", "g", "s", "inwoner", "d"]
    assert graph.nodes["e"]["events"] == ("timer",)
    assert graph.nodes["inwoner"]["kind"] == "participant"
    assert graph.edges["g", "s", 0] == {
        "label": "ja",
        "kind": "sequence",
        "condition": "x",
        "default": True,
        "from_role": "hulp",
        "to_role": "",
    }


def test_a_drawing_as_rows() -> None:
    assert [row["family"] for row in step_table(SHEET)] == ["task", "event", "gateway", "sub"]
    assert [row["kind"] for row in edge_table(SHEET)][2:4] == ["message", "data"]
    assert len(edge_table(SHEET, "pandas")) == 5


def test_a_drawing_as_mermaid() -> None:
    assert mermaid_of(SHEET) == (
        "flowchart LR\n"
        '  subgraph r1["loket"]\n'
        '    s1["praten"]\n'
        '    s2((" "))\n'
        "  end\n"
        '  subgraph r2["hulp"]\n'
        '    s3{" "}\n'
        "  end\n"
        '    s4[["regelen"]]\n'
        '    s5["Inwoner"]\n'
        '    s6[("dossier")]\n'
        "  s1 -.- s2\n"
        "  s1 --> s3\n"
        '  s3 -->|"ja"| s4\n'
        "  s4 -.-> s5\n"
        "  s1 -.-> s6\n"
        "  s2 --> s3\n"
    )


LABELS = st.text(st.characters(codec="utf-8"), max_size=12)


@given(st.lists(LABELS, min_size=1, max_size=5), LABELS)
def test_no_label_breaks_out_of_mermaid(labels: list[str], way: str) -> None:
    steps = [
        attrs.evolve(step(f"end{n}", label or "x"), label=Text.of(label or "-"))
        for n, label in enumerate(labels)
    ]
    ways = tuple(Edge(source=steps[0].id, target=one.id, label=way) for one in steps)

    for told in mermaid_of(WorkProcess(id="p", steps=tuple(steps), edges=ways)).splitlines():
        inside = re.fullmatch(
            r'flowchart LR|  end|  subgraph r\d+\["([^"<>]*)"\]|    s\d+\["([^"<>]*)"\]'
            r'|  s\d+ -->(?:\|"([^"<>]*)"\|)? s\d+',
            told,
        )
        assert inside, told


# -- as a drawing ----------------------------------------------------------------------------------


def again(drawing: Drawing, folder: Path) -> WorkProcess:
    file = folder / "again.bpmn"
    file.write_text(bpmn_of(drawing), encoding="utf-8")
    return BpmnReader()(file, {"shown_as": "again.bpmn"}).process


def test_as_a_drawing_that_is_read_as_the_same_process(tmp_path: Path) -> None:
    found = again(sketched(WORK), tmp_path)

    assert [(one.id, one.label.nl, one.lead) for one in found.steps] == [
        ("a", "a", "loket"),
        ("b", "b", "hulp"),
        ("c", "c", ""),
    ] or [one.lead for one in found.steps] == ["loket", "hulp", "p"]
    assert set(found.edges) == set(WORK.edges)
    assert set(found.branches) == set(WORK.branches)


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=10)


@st.composite
def processes(draw: st.DrawFn) -> WorkProcess:
    made = draw(st.lists(st.tuples(NAMES, st.sampled_from(["", "loket", "hulp"])), max_size=6))
    steps = [
        attrs.evolve(step(f"s{n}", *filter(None, [lead])), label=Text.of(name or f"s{n}"))
        for n, (name, lead) in enumerate(made)
    ]
    ends = st.sampled_from([one.id for one in steps] or ["-"])
    pairs = draw(st.lists(st.tuples(ends, ends), max_size=7, unique=True)) if steps else []
    main = draw(st.integers(0, len(pairs)))
    plain = edges("ab")[0]
    ways = [attrs.evolve(plain, source=a, target=b) for a, b in pairs]
    return WorkProcess(
        id="p", steps=tuple(steps), edges=tuple(ways[:main]), branches=tuple(ways[main:])
    )


@given(processes())
def test_any_process_is_read_again_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, work: WorkProcess
) -> None:
    found = again(sketched(work), tmp_path_factory.mktemp("sketch"))

    assert [one.id for one in found.steps] == [one.id for one in work.steps]
    labels = [" ".join(one.label.nl.split()) or one.id for one in work.steps]
    assert [one.label.nl for one in found.steps] == labels
    assert {(e.source, e.target) for e in found.edges} == {(e.source, e.target) for e in work.edges}
    assert {(e.source, e.target) for e in found.branches} == {
        (e.source, e.target) for e in work.branches
    }


def test_ids_that_xml_does_not_allow_are_changed_everywhere(tmp_path: Path) -> None:
    strange = Drawing(
        id="1 proces",
        lanes=(Lane(id="een baan", name="Loket", process="1 proces"),),
        nodes=(
            DrawnNode(id="1", kind="task", name="eerst", process="1 proces", lane="een baan"),
            DrawnNode(id="<2>", kind="task", name="dan \x00 <&", process="1 proces"),
        ),
        flows=(DrawnFlow(id="1", source="1", target="<2>"),),
    )

    found = again(strange, tmp_path)

    assert [one.label.nl for one in found.steps] == ["eerst", "dan <&"]
    assert len(found.edges) == 1


def test_what_hangs_on_itself_or_stands_in_a_circle_gets_a_place_too() -> None:
    nodes = (
        DrawnNode(id="a", kind="boundaryEvent", host="b"),
        DrawnNode(id="b", kind="boundaryEvent", host="a"),
        DrawnNode(id="c", kind="subProcess", parent="d"),
        DrawnNode(id="d", kind="subProcess", parent="c"),
        DrawnNode(id="e", kind="task", parent="weg"),
    )

    placed = laid_out(Drawing(id="p", nodes=nodes))

    assert all(node.box is not None for node in placed.nodes)
