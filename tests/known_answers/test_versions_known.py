"""Versions of drawings that a city and a national programme really made, with what others found changed."""

from __future__ import annotations

import itertools
import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.model.drawing import Drawing, DrawnNode
from lerendwerk_core.process.versions import Comparison, Item, compare, plain_name, road
from lerendwerk_core.sources import BpmnReader
from lerendwerk_core.vocabulary import FlowKind

pytestmark = pytest.mark.known_answers

FOLDER = "process/bpmn"


@cache
def drawing(name: str) -> Drawing:
    read = BpmnReader()(known_answers(f"{FOLDER}/{name}"), {"shown_as": name}).drawing
    assert read is not None
    return read


def facts_in(name: str) -> Any:
    file = KNOWN_ANSWERS / FOLDER / name
    return json.loads(file.read_text("utf-8")) if file.exists() else None


def versions() -> list[Any]:
    known = facts_in("expected_version_series.json")
    if known is None:
        return [pytest.param({"file": "expected_version_series.json"}, id="absent")]
    return [pytest.param(one, id=one["file"]) for series in known.values() for one in series]


def successions() -> list[Any]:
    """Every version with the one before it."""
    known = facts_in("expected_version_series.json")
    if known is None:
        return [pytest.param("expected_version_series.json", {"file": ""}, id="absent")]
    return [
        pytest.param(before["file"], after, id=after["file"])
        for series in known.values()
        for before, after in itertools.pairwise(series)
    ]


def redrawn() -> list[Any]:
    known = facts_in("expected_redrawn_pairs.json")
    if known is None:
        return [pytest.param({"old": "expected_redrawn_pairs.json"}, id="absent")]
    return [pytest.param(one, id=f"{one['old'][-30:]} > {one['new'][-30:]}") for one in known]


def tasks(drawn: Drawing) -> list[DrawnNode]:
    """The tasks as the answers count them: no call activities."""
    return [one for one in drawn.nodes if one.family == "task" and one.kind != "callActivity"]


@pytest.mark.parametrize("facts", versions())
def test_every_version_has_its_figures(facts: dict[str, Any]) -> None:
    drawn = drawing(facts["file"])
    nodes = {one.id: one for one in drawn.nodes}
    lanes = {one.id: one.name for one in drawn.lanes}

    assert len(drawn.nodes) == facts["flow_nodes"]
    assert len(tasks(drawn)) == facts["tasks"]
    assert sum(one.family == "gateway" for one in drawn.nodes) == facts["gateways"]
    assert len(drawn.lanes) == facts["lanes"]
    assert Counter(one.role for one in tasks(drawn)) == facts["tasks_per_lane"]
    crossing = Counter(
        (lanes[nodes[flow.source].lane], lanes[nodes[flow.target].lane])
        for flow in drawn.flows
        if flow.kind is FlowKind.SEQUENCE and nodes[flow.source].lane != nodes[flow.target].lane
    )
    assert crossing.total() == facts["cross_lane"]
    known: Counter[tuple[str, str]] = Counter()  # two lanes may have one name
    for one, other, count in facts["cross_lane_pairs"]:
        known[one, other] += count
    assert crossing == known


@cache
def changed(before: str, after: str) -> Comparison:
    return compare(drawing(before), drawing(after))


def names(items: Any) -> Counter[str]:
    return Counter(plain_name(one.name) for one in items if one.family == "task" and one.name)


@pytest.mark.parametrize(("before", "after"), successions())
def test_the_tasks_that_came_and_went_are_those_that_others_found(
    before: str, after: dict[str, Any]
) -> None:
    found, known = changed(before, after["file"]), after["vs_previous"]
    renamed = [one for one in found.renamed if one.before.family == "task"]

    came = names([*found.added, *(one.after for one in renamed)])
    went = names([*found.removed, *(one.before for one in renamed)])
    assert set(came) >= set(known["task_names_added"])
    assert set(went) >= set(known["task_names_removed"])
    # Beyond those only a second or third task of a name that stays.
    old, new = (names(drawing(one).nodes) for one in (before, after["file"]))
    assert came - went == new - old
    assert went - came == old - new


@pytest.mark.parametrize(("before", "after"), successions())
def test_every_role_move_is_found(before: str, after: dict[str, Any]) -> None:
    moves = {
        (plain_name(one.before.name), one.before.role, one.after.role)
        for one in changed(before, after["file"]).moved
    }

    known = {tuple(one) for one in after["vs_previous"]["moved_to_other_lane_same_id"]}
    assert known <= moves


@pytest.mark.parametrize(("before", "after"), successions())
def test_tasks_that_kept_name_and_lane_are_matched_as_they_are(
    before: str, after: dict[str, Any]
) -> None:
    kept = [
        one
        for one in changed(before, after["file"]).matched
        if one.before.family == "task" and not one.is_renamed and not one.is_moved
    ]

    assert len(kept) >= after["vs_previous"]["same_name_same_lane"]


def test_all_role_moves_of_the_series_are_found() -> None:
    known = facts_in("expected_version_series.json")
    if known is None:
        known_answers(f"{FOLDER}/expected_version_series.json")
    moves = 0
    for series in known.values():
        comparisons = road([drawing(one["file"]) for one in series]).changes
        for one, after in zip(comparisons, series[1:], strict=True):
            said = {tuple(move) for move in after["vs_previous"]["moved_to_other_lane_same_id"]}
            found = {(plain_name(m.before.name), m.before.role, m.after.role) for m in one.moved}
            moves += len(said & found)

    expected = sum(
        len(one.get("vs_previous", {}).get("moved_to_other_lane_same_id", ()))
        for series in known.values()
        for one in series
    )
    assert moves == expected


@pytest.mark.parametrize("pair", redrawn())
def test_steps_are_known_again_when_the_whole_was_redrawn(pair: dict[str, Any]) -> None:
    found = changed(pair["old"], pair["new"])

    named = [one for one in found.matched if one.before.name and one.after.name]
    assert len(named) >= pair["common"]
    same = [one for one in named if not one.is_renamed]
    assert len(same) >= pair["common"]
    assert {_plain(one) for one in found.added if one.name} <= {tuple(a) for a in pair["added"]}
    assert {_plain(one) for one in found.removed if one.name} <= {tuple(r) for r in pair["removed"]}


def _plain(item: Item) -> tuple[str, str]:
    return item.family, plain_name(item.name)
