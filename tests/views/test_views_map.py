"""The map of a process: well-formed SVG, every step in its own place, all of it inside."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import attrs
import pytest
from hostile_dossiers import HOSTILE, hostile, named
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from conftest import ROOT
from lerendwerk_core.model.dossier import Dossier
from lerendwerk_core.model.process import Edge, Step, WorkProcess
from lerendwerk_core.process import map_process
from lerendwerk_core.text import Text
from lerendwerk_core.views.process_map import process_map
from make import read

Box = tuple[float, float, float, float]
DISCIPLINES = ("consulent", "ondersteuner", "")


def drawing(
    steps: int, edges: list[tuple[int, int]], branches: list[tuple[int, int]], label: str = "Stap"
) -> str:
    """Return the map of a process of so many *steps*."""
    process = WorkProcess(
        id="p",
        steps=tuple(
            Step(
                id=f"s{one}",
                label=Text.of(f"{label} {one}"),
                performers=tuple(filter(None, (DISCIPLINES[one % 3],))),
                wait=one % 4,
            )
            for one in range(steps)
        ),
        edges=tuple(Edge(source=f"s{a}", target=f"s{b}") for a, b in edges),
        branches=tuple(Edge(source=f"s{a}", target=f"s{b}", label=label) for a, b in branches),
    )
    found = map_process(Dossier(id="x", process=process))
    assert found is not None
    return process_map(found.now, "nl")


def boxes(svg: ET.Element) -> list[Box]:
    """Return the box of every step."""
    rects = [rect for step in svg.findall("g") for rect in step.findall("rect")]
    return [tuple(float(r.attrib[key]) for key in ("x", "y", "width", "height")) for r in rects]  # type: ignore[misc]


def overlap(one: Box, other: Box) -> bool:
    return all(
        one[axis] < other[axis] + other[axis + 2] and other[axis] < one[axis] + one[axis + 2]
        for axis in (0, 1)
    )


def inside(box: Box, width: float, height: float) -> bool:
    return min(box[:2]) >= 0 and box[0] + box[2] <= width and box[1] + box[3] <= height


def check_places(svg: ET.Element, steps: int) -> None:
    width, height = (float(one) for one in svg.attrib["viewBox"].split()[2:])
    found = boxes(svg)
    assert len(found) == steps
    assert not any(itertools.starmap(overlap, itertools.combinations(found, 2)))
    assert all(inside(box, width, height) for box in found)
    lanes = [
        (float(one.attrib["y"]), float(one.attrib["y"]) + float(one.attrib["height"]))
        for one in svg.findall("rect")
    ]
    assert all(any(top <= y and y + h <= end for top, end in lanes) for _, y, _, h in found)


@pytest.mark.parametrize("steps", [1, 12, 80])
def test_steps_in_a_row_with_loops_and_branches_keep_their_own_places(steps: int) -> None:
    edges = list(itertools.pairwise(range(steps)))
    branches = [(one, max(0, one - 5)) for one in range(0, steps, 7)]
    branches += [(one, min(steps - 1, one + 9)) for one in range(3, steps, 11)]

    svg = ET.fromstring(drawing(steps, edges, branches))  # noqa: S314 - our own

    check_places(svg, steps)
    arrows = [one for one in svg.findall("path") if "marker-end" in one.attrib]
    assert len(arrows) == len(edges) + len(branches)
    assert sum("branch" in one.attrib["class"] for one in arrows) == len(branches)


pairs = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=20, unique=True)


@given(pairs, pairs)
def test_no_graph_puts_two_steps_in_one_place(
    edges: list[tuple[int, int]], branches: list[tuple[int, int]]
) -> None:
    svg = ET.fromstring(drawing(12, edges, branches))  # noqa: S314 - our own

    check_places(svg, 12)


@given(st.text(max_size=60))
def test_whatever_a_label_holds_the_map_is_well_formed(label: str) -> None:
    svg = drawing(3, [(0, 1)], [(1, 2)], label.encode("utf-8", "ignore").decode())

    assert ET.fromstring(svg).tag == "svg"  # noqa: S314 - our own


def test_a_process_without_steps_has_an_empty_map() -> None:
    svg = ET.fromstring(drawing(0, [], []))  # noqa: S314 - our own

    assert boxes(svg) == []


def test_the_maps_of_a_hostile_dossier_are_well_formed_and_hold_its_words(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    folder = hostile(ROOT / "examples" / "jeugd", tmp_path / "dossier")

    html = bench.run(bench.read(folder)).to_html()

    maps = [
        ET.fromstring(one)  # noqa: S314 - our own
        for one in re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    ]
    assert [len(boxes(svg)) for svg in maps] == [14, 14]
    for svg in maps:
        titles = [one.text or "" for one in svg.iter("title")]
        assert sum(HOSTILE in one for one in titles) == 14
        assert named("crisis") in titles
        assert {one.tag for one in svg.iter()} == {
            "svg",
            "title",
            "desc",
            "defs",
            "marker",
            "path",
            "rect",
            "text",
            "g",
        }
        check_places(svg, 14)


def test_the_map_shows_who_leads_the_stance_and_the_border(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    found = bench.map(read(bench, tmp_path))
    assert found is not None

    svg = ET.fromstring(process_map(found.now, "en"))  # noqa: S314 - our own

    leads = [one.text for one in svg.findall("text") if one.attrib["class"] == "lead"]
    stances = [one.attrib["class"] for one in svg.findall("g")]
    arrows = [one.attrib["class"] for one in svg.findall("path")]
    waits = [t.text for one in svg.iter("g") for t in one.findall("text") if "class" in t.attrib]
    assert leads == ["consulent", "ondersteuner"]
    assert stances == ["step dat", "step dat", "step voor"]
    assert arrows == ["edge", "edge border"]
    assert waits == ["1 d waiting", "5 d waiting", "10 d waiting"]


def test_a_long_label_is_cut_on_the_map_and_whole_in_its_title() -> None:
    label = "Een heel lange naam voor een stap die nergens in een vak van deze kaart zou passen"

    svg = ET.fromstring(drawing(1, [], [], label))  # noqa: S314 - our own

    (step,) = svg.findall("g")
    lines = [one.text or "" for one in step.findall("text")]
    assert len(lines) == 3
    assert lines[-1].endswith("…")
    assert all(len(one) <= 21 for one in lines)
    assert step.findtext("title") == f"s0: {label} 0"


def test_two_versions_have_names_of_their_own(bench: lw.Workbench, tmp_path: Path) -> None:
    found = bench.map(read(bench, tmp_path))
    assert found is not None

    one, two = (process_map(attrs.evolve(found.now, version=version), "nl") for version in (1, 2))

    assert set(re.findall(r'id="(.*?)"', one)).isdisjoint(re.findall(r'id="(.*?)"', two))
