"""Drawings of others with counts of others: the interchange working group, VNG and Amsterdam."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from bpmn_counts import counts_of, in_order

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.model.drawing import Drawing
from lerendwerk_core.model.process import ProcessReading
from lerendwerk_core.sources import BpmnReader
from lerendwerk_core.sources.bpmn import SUBPROCESSES, TASKS, clean
from lerendwerk_core.vocabulary import RoleFrom

pytestmark = pytest.mark.known_answers

FOLDER = "process/bpmn"
LISTING = re.compile(r"<(\w+:)?flowNodeRef>.*?</(\w+:)?flowNodeRef>", re.DOTALL)


def facts_in(name: str) -> Any:
    """Return what the file *name* says, or nothing if it is absent."""
    file = KNOWN_ANSWERS / FOLDER / name
    return json.loads(file.read_text("utf-8")) if file.exists() else None


def all_in_named_lanes(counts: dict[str, Any]) -> bool:
    named = counts["lanes"]["named"] == counts["lanes"]["total"]
    return named and list(counts["lane_membership"]) == ["flowNodeRef"]


def counted_elements() -> set[str]:
    """Return the names of the elements that the others counted, in any of the files."""
    known = facts_in("expected_counts.json") or {"files": {}}
    return {name for counts in known["files"].values() for name in counts["elements"]}


ELEMENTS = counted_elements()


def cleaned(rows: list[list[Any]]) -> list[list[Any]]:
    """Return *rows* with the names in them as we write them."""
    return in_order([*map(clean, names), count] for *names, count in rows)


def has_lanes(counts: dict[str, Any]) -> bool:
    return bool(counts["lanes"]["total"])


def counted(only: Callable[[dict[str, Any]], bool] = bool) -> list[Any]:
    """Return the drawings with counts for which *only* holds."""
    known = facts_in("expected_counts.json")
    if known is None:
        return [pytest.param("expected_counts.json", {}, id="absent")]
    chosen = ((name, counts) for name, counts in known["files"].items() if only(counts))
    return [pytest.param(name, counts, id=name) for name, counts in chosen]


def versions() -> list[Any]:
    """Return every version of a series with its facts."""
    known = facts_in("expected_version_series.json")
    if known is None:
        return [pytest.param("expected_version_series.json", {}, id="absent")]
    every = (version for series in known.values() for version in series)
    return [pytest.param(one["file"], one, id=one["file"]) for one in every]


def drawing(name: str) -> ProcessReading:
    return BpmnReader()(known_answers(f"{FOLDER}/{name}"), {"shown_as": name})


@pytest.mark.parametrize(("name", "counts"), counted())
def test_every_count_is_that_of_others(name: str, counts: dict[str, Any]) -> None:
    read = drawing(name).drawing
    assert read is not None

    lanes = {key: cleaned(counts[key]) for key in ("nodes_per_leaf_lane", "cross_lane_pairs")}
    ours, theirs = counts_of(read), counts | lanes
    ours["elements"] = {key: n for key, n in ours["elements"].items() if key in ELEMENTS}

    assert ours.keys() == theirs.keys()
    assert {key: ours[key] for key in theirs if ours[key] != theirs[key]} == {}


@pytest.mark.parametrize(("name", "counts"), counted(only=has_lanes))
def test_the_lane_a_node_is_drawn_in_is_the_one_that_lists_it(
    name: str, counts: dict[str, Any], tmp_path: Path
) -> None:
    text = known_answers(f"{FOLDER}/{name}").read_text("utf-8")
    unlisted = tmp_path / "unlisted.bpmn"
    unlisted.write_text(LISTING.sub("", text), encoding="utf-8")
    listed, drawn = drawing(name).drawing, BpmnReader()(unlisted, {}).drawing
    assert listed is not None
    assert drawn is not None

    said = {node.id: node.lane for node in listed.nodes if node.lane_from is RoleFrom.LANE}
    lane_of = {node.id: node.lane for node in drawn.nodes}
    assert {key: lane_of[key] for key in said} == said
    assert RoleFrom.LANE not in {node.lane_from for node in drawn.nodes}


@pytest.mark.parametrize(("name", "counts"), counted())
def test_a_drawing_is_the_same_after_a_trip_through_json(name: str, counts: dict[str, Any]) -> None:
    read = drawing(name).drawing
    assert read is not None

    assert Drawing.from_dict(json.loads(json.dumps(read.to_dict()))) == read


@pytest.mark.parametrize(("name", "counts"), counted())
def test_every_task_is_a_step(name: str, counts: dict[str, Any]) -> None:
    kinds = Counter(step.kind for step in drawing(name).process.steps)

    elements = Counter(counts["elements"])
    tasks = Counter({kind: n for kind, n in elements.items() if kind in TASKS})
    unopened = kinds - tasks
    assert kinds - unopened == tasks
    assert tasks.total() == counts["tasks"] + elements["callActivity"]
    assert set(unopened) <= SUBPROCESSES
    assert unopened.total() <= counts["subprocesses"]


@pytest.mark.parametrize(("name", "counts"), counted())
def test_every_transition_runs_between_steps(name: str, counts: dict[str, Any]) -> None:
    process = drawing(name).process

    steps = {step.id for step in process.steps}
    ends = [(one.source, one.target) for one in (*process.edges, *process.branches)]
    assert {end for pair in ends for end in pair} <= steps
    assert len(ends) == len(set(ends))
    assert not ends or counts["sequence_flows"]["total"] + counts["message_flows"]["total"]


@pytest.mark.parametrize(("name", "counts"), counted(only=all_in_named_lanes))
def test_the_lane_of_every_step_is_its_role(name: str, counts: dict[str, Any]) -> None:
    read = drawing(name)
    listed: Counter[str] = Counter()
    for lane, nodes in counts["nodes_per_leaf_lane"]:
        listed[clean(lane)] += nodes

    performed = Counter(role for step in read.process.steps for role in step.performers)
    assert performed.total() == len(read.process.steps)
    assert performed <= listed
    assert "drawing-no-lane" not in {one.code for one in read.findings}


@pytest.mark.parametrize(("name", "counts"), counted())
def test_damage_is_found_where_it_is_and_nowhere_else(name: str, counts: dict[str, Any]) -> None:
    codes = Counter(one.code for one in drawing(name).findings)

    assert codes["drawing-dangling-flow"] == counts["sequence_flows"]["dangling"]
    assert codes["drawing-duplicate-id"] == counts["duplicate_ids"]


@pytest.mark.parametrize(("name", "facts"), versions())
def test_every_version_has_its_tasks_per_lane(name: str, facts: dict[str, Any]) -> None:
    read = drawing(name)

    performed = Counter(role for step in read.process.steps for role in step.performers)
    assert performed == {clean(lane): n for lane, n in facts["tasks_per_lane"].items()}


def test_the_last_debrief_of_amsterdam_has_35_steps_and_3_roles() -> None:
    read = drawing("amsterdam/debrief/7.4.0/debrief.bpmn")

    assert len(read.process.steps) == 35
    assert set(read.roles) == {"Projecthandhaver", "Toezichthouder", "Projectmedewerker"}
