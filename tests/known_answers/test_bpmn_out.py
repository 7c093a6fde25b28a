"""Drawings of others, written by us and read again: nothing that we model is lost."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import attrs
import pytest

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.model.drawing import Box, Drawing, ImportReport, Point
from lerendwerk_core.model.process import ProcessReading, WorkProcess
from lerendwerk_core.process.layout import laid_out
from lerendwerk_core.sources import BpmnReader, bpmn_of
from lerendwerk_core.vocabulary import FlowKind

pytestmark = pytest.mark.known_answers

FOLDER = "process/bpmn"


def drawings() -> list[Any]:
    folder = KNOWN_ANSWERS / FOLDER
    found = sorted(str(one.relative_to(folder)) for one in folder.rglob("*.bpmn"))
    return [pytest.param(one, id=one) for one in found] or [pytest.param("absent", id="absent")]


def again(drawing: Drawing, folder: Path) -> ProcessReading:
    file = folder / "again.bpmn"
    file.write_text(bpmn_of(drawing), encoding="utf-8")
    return BpmnReader()(file, {"shown_as": "again.bpmn"})


def told(drawing: Drawing | None) -> Drawing:
    """A drawing without its report; flows are known by their ids and not by their order."""
    assert drawing is not None
    flows = tuple(sorted(drawing.flows, key=lambda flow: flow.id))
    return attrs.evolve(drawing, flows=flows, report=ImportReport())


def ways(process: WorkProcess) -> tuple[Any, ...]:
    return process.steps, set(process.edges), set(process.branches)


@pytest.mark.parametrize("name", drawings())
def test_what_is_written_and_read_again_is_the_same(name: str, tmp_path: Path) -> None:
    read = BpmnReader()(known_answers(f"{FOLDER}/{name}"), {"shown_as": name})
    assert read.drawing is not None

    found = again(read.drawing, tmp_path)

    assert told(found.drawing) == told(read.drawing)
    assert ways(found.process) == ways(read.process)


@pytest.mark.parametrize("name", drawings())
def test_placed_anew_it_is_the_same_process_and_nothing_stands_on_another(
    name: str, tmp_path: Path
) -> None:
    read = BpmnReader()(known_answers(f"{FOLDER}/{name}"), {"shown_as": name})
    assert read.drawing is not None

    placed = laid_out(read.drawing)

    assert ways(again(placed, tmp_path).process)[1:] == ways(read.process)[1:]
    apart = [node for node in placed.nodes if not node.host]
    for one in apart:
        for other in apart:
            if one.id < other.id and one.parent == other.parent:
                assert one.box is not None
                assert other.box is not None
                beside = one.box.x + one.box.width <= other.box.x
                beside |= other.box.x + other.box.width <= one.box.x
                under = one.box.y + one.box.height <= other.box.y
                under |= other.box.y + other.box.height <= one.box.y
                assert beside or under, (one.id, other.id)


@pytest.mark.parametrize("name", drawings())
def test_placed_anew_no_arrow_runs_through_a_node_beside_its_ends(name: str) -> None:
    read = BpmnReader()(known_answers(f"{FOLDER}/{name}"), {"shown_as": name})
    assert read.drawing is not None

    placed = laid_out(read.drawing)

    nodes = {node.id: node for node in placed.nodes}
    for flow in placed.flows:
        ends = {flow.source, flow.target}
        if flow.kind is not FlowKind.SEQUENCE or any(nodes[one].host for one in ends):
            continue
        home = {(nodes[one].process, nodes[one].parent) for one in ends}
        beside = [one for one in placed.nodes if {(one.process, one.parent)} == home]
        assert flow.points
        for start, end in pairwise(flow.points):
            hit = [one.id for one in beside if one.id not in ends and _hits(start, end, one.box)]
            assert not [one for one in hit if not nodes[one].host], (flow.id, hit)


def _hits(start: Point, end: Point, box: Box | None) -> bool:
    """Whether a line that is level or upright runs through *box*."""
    assert start.x == end.x or start.y == end.y
    assert box is not None
    (left, right), (top, low) = sorted((start.x, end.x)), sorted((start.y, end.y))
    across = left < box.x + box.width and right > box.x
    return across and top < box.y + box.height and low > box.y


@pytest.mark.parametrize("name", drawings())
def test_the_same_drawing_gives_the_same_bytes(name: str) -> None:
    drawing = BpmnReader()(known_answers(f"{FOLDER}/{name}"), {"shown_as": name}).drawing
    assert drawing is not None

    assert bpmn_of(drawing) == bpmn_of(Drawing.from_dict(drawing.to_dict()))
