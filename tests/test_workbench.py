"""The whole trajectory: its keys, its way out and back, its words, and what it keeps to itself."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import lerendwerk_core as lw
import make
from conftest import KNOWN_ANSWERS, ROOT, known_answers
from lerendwerk_core.errors import ResultError, UnknownKeyError
from lerendwerk_core.trajectory import write_whole
from lerendwerk_core.vocabulary import Route
from make import read


def words(line: str) -> set[str]:
    return set(line.split())


ARRANGEMENT = {"model", "area", "steering_degree"}
READINESS = words(
    """
    items counts deficient route stated_by_source margin drivers flips sections respondents
    disagreement rounds
    """
)
VERSION = words(
    """
    steps transitions handovers touch_minutes wait_days flow_efficiency stance without_goal
    without_client accountable_missing accountable_double unregistered
    """
)
GROUP = words(
    """
    size disciplines organisations steps_covered handovers_covered uncovered_steps
    largest_organisation missing_organisations unmet
    """
)
COMPOSITION = {"objective", "bound", "gap", "status", "stopped_by", "seed"}
NEED = {"id", "total", "collective", "cells_below_minimum", "suppressed"}
STAGES = words(
    """
    scope readiness regie process composition alignment learning outcomes review findings
    """
)


def dossiers() -> list[Any]:
    """Return the example and every known scenario."""
    scenarios = sorted((KNOWN_ANSWERS / "scenarios").glob("*.yaml"))
    known = [
        pytest.param(path, marks=pytest.mark.known_answers, id=path.stem) for path in scenarios
    ]
    absent = pytest.param(None, marks=pytest.mark.known_answers, id="scenarios-absent")
    return [pytest.param(ROOT / "examples" / "jeugd", id="example"), *(known or [absent])]


@pytest.fixture(scope="module", params=dossiers())
def dossier(bench: lw.Workbench, request: pytest.FixtureRequest) -> lw.Dossier:
    return bench.read(request.param or known_answers("scenarios"))


@pytest.fixture(scope="module")
def result(bench: lw.Workbench, dossier: lw.Dossier) -> lw.Trajectory:
    return bench.run(dossier)


def parts(value: Any, place: str = "$") -> Iterator[tuple[str, Any]]:
    """Yield every part of a JSON document with its place."""
    yield place, value
    named = value.items() if isinstance(value, dict) else ()
    numbered = enumerate(value) if isinstance(value, list) else ()
    for key, part in (*named, *numbered):
        yield from parts(part, f"{place}.{key}")


# -- out and back ----------------------------------------------------------------------------------


def test_the_keys_are_those_of_the_design(result: lw.Trajectory) -> None:
    data = result.to_dict()

    assert data["format"] == 1
    assert set(data) >= STAGES | {"id", "provenance", "counts", "groups", "needs"}
    assert set(data["readiness"]) >= READINESS
    assert all(set(one) >= ARRANGEMENT for one in data["regie"]["arrangements"])
    assert set(data["regie"]) >= {"outside_services", "accountability"}
    assert all(set(data["process"][version]) >= VERSION for version in "12")
    assert all(set(group) >= GROUP for group in data["composition"]["groups"].values())
    assert set(data["composition"]) >= COMPOSITION
    assert all({"because", "substitutes"} <= set(seat) for seat in data["composition"]["seats"])
    assert all(set(need) >= NEED for need in data["learning"]["needs"])
    assert list(data["learning"]["characteristics"]) == [f"C{one}" for one in range(1, 9)]
    moments = [m for one in data["outcomes"]["series"].values() for m in one["moments"].values()]
    assert all({"n", "response", "value", "change", "worse"} <= set(one) for one in moments)


def test_a_trajectory_reads_back_from_its_json(result: lw.Trajectory) -> None:
    again = lw.Trajectory.from_dict(json.loads(result.to_json()))

    assert again == result
    assert again.to_json() == result.to_json()


@pytest.mark.parametrize(
    ("place", "change", "said"),
    [
        ("composition", {"extra": 1}, "extra"),
        ("scope", {"counts": 3}, "counts"),
        ("", {"id": 7}, "id"),
        ("", {"findings": "none"}, "findings"),
        ("", {"process": 1}, "process"),
        ("", {"review": ...}, "review"),
    ],
)
def test_what_to_dict_did_not_write_is_refused_with_its_place(
    bench: lw.Workbench, tmp_path: Path, place: str, change: dict[str, Any], said: str
) -> None:
    data = bench.run(read(bench, tmp_path)).to_dict()
    changed = (data[place] if place else data) | change
    data = {**data, place: changed} if place else changed
    data = {key: part for key, part in data.items() if part is not ...}

    with pytest.raises(ResultError, match=said):
        lw.Trajectory.from_dict(data)


def test_every_part_is_of_a_plain_json_type(result: lw.Trajectory) -> None:
    kinds = {type(value) for _, value in parts(result.to_dict())}

    assert kinds <= {dict, list, str, int, float, bool, type(None)}


def test_every_text_is_there_in_both_languages(result: lw.Trajectory) -> None:
    texts = [
        (at, one)
        for at, one in parts(result.to_dict())
        if one and set(one_keys(one)) == {"nl", "en"}
    ]

    assert len(texts) > 100
    assert [at for at, one in texts if not (one["nl"].strip() and one["en"].strip())] == []


def one_keys(value: Any) -> list[str]:
    return list(value) if isinstance(value, dict) else []


def test_the_same_dossier_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    command = [
        sys.executable,
        "-m",
        "lerendwerk_core",
        "run",
        str(ROOT / "examples" / "jeugd"),
        "--json",
    ]

    outputs = {
        subprocess.run(
            command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed}
        ).stdout
        for seed in "012"
    }

    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


def test_running_twice_gives_the_same(
    bench: lw.Workbench, dossier: lw.Dossier, result: lw.Trajectory
) -> None:
    assert bench.run(dossier).to_json() == result.to_json()


# -- stage by stage --------------------------------------------------------------------------------


def test_every_stage_stands_alone_and_says_what_the_whole_says(
    bench: lw.Workbench, dossier: lw.Dossier, result: lw.Trajectory
) -> None:
    assert bench.set_up(dossier) == result.scope
    assert bench.assess(dossier) == result.readiness
    assert bench.govern(dossier) == result.regie
    assert bench.map(dossier) == result.process
    assert bench.compose(dossier) == result.composition
    assert bench.align(dossier) == result.alignment
    assert bench.plan(dossier) == result.learning
    assert bench.measure(dossier) == result.outcomes
    assert bench.look_back(dossier) == result.review


def test_a_dossier_of_a_name_alone_runs(bench: lw.Workbench, tmp_path: Path) -> None:
    empty = bench.run(read(bench, tmp_path, base="id: x\n"))

    assert (empty.readiness, empty.process, empty.outcomes) == (None, None, None)
    assert empty.composition.status == "not-asked"
    assert not empty.has_blocker
    assert lw.Trajectory.from_dict(json.loads(empty.to_json())) == empty
    assert all(empty.to_text(lang) and empty.to_html(lang=lang) for lang in ("nl", "en"))


@pytest.mark.parametrize("verb", ["assess", "compose"])
def test_a_name_that_nothing_has_is_an_error_that_lists_what_there_is(
    bench: lw.Workbench, example: Path, verb: str
) -> None:
    option = {"assess": {"rule": "sources"}, "compose": {"solver": "searching"}}[verb]

    with pytest.raises(UnknownKeyError, match=r"source|search") as raised:
        getattr(bench, verb)(bench.read(example), **option)

    assert raised.value.in_("nl") != raised.value.in_("en")


def test_composing_can_be_cancelled_in_a_whole_run(bench: lw.Workbench, example: Path) -> None:
    stopped = bench.run(bench.read(example), cancel=lambda: True)

    assert stopped.composition.status in ("optimal", "feasible")
    assert set(stopped.composition.proposed) == set(stopped.composition.members) != set()


def test_reviews_are_overdue_on_the_day_that_the_caller_names(
    bench: lw.Workbench, example: Path
) -> None:
    dossier = bench.read(example)

    before, after = (bench.run(dossier, as_of=dt.date(2026, 6, day)) for day in (24, 26))

    assert before.review.overdue == ()
    assert after.review.overdue == ("T2",)


def test_a_dossier_and_its_results_cannot_be_changed(bench: lw.Workbench, tmp_path: Path) -> None:
    result = bench.run(read(bench, tmp_path))

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        result.id = "ander"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        result.scope.areas._items = {}  # type: ignore[misc]


# -- written whole or not at all -------------------------------------------------------------------


def test_the_report_is_what_is_written(bench: lw.Workbench, tmp_path: Path) -> None:
    path = tmp_path / "report.html"

    html = bench.run(read(bench, tmp_path)).to_html(path, "en")

    assert path.read_text("utf-8") == html
    assert sorted(one.name for one in tmp_path.iterdir()) == ["dossier.yaml", "report.html"]


@pytest.mark.parametrize("place", ["absent/report.html", "dossier.yaml/report.html", "folder"])
def test_a_report_that_cannot_be_written_leaves_nothing_behind(
    bench: lw.Workbench, tmp_path: Path, place: str
) -> None:
    result = bench.run(read(bench, tmp_path))
    (tmp_path / "folder").mkdir()

    with pytest.raises(OSError, match=r"\w"):
        result.to_html(tmp_path / place)

    assert sorted(one.name for one in tmp_path.rglob("*")) == ["dossier.yaml", "folder"]


def test_a_write_that_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("what was there", encoding="utf-8")

    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "whole pages, and then \ud800")

    assert path.read_text("utf-8") == "what was there"
    assert list(tmp_path.iterdir()) == [path]


def test_the_road_of_the_plan_is_the_one_that_the_checklist_advises(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    answers = dict.fromkeys(bench.catalogue.checklist("default").item_ids, "op_orde")
    answers["F1"] = "niet"
    written = ", ".join(f"{item}: {answer}" for item, answer in answers.items())
    dossier = make.read(bench, tmp_path, f"checklist: {{use: default, answers: {{{written}}}}}\n")

    result = bench.run(dossier)

    assert result.readiness
    assert result.readiness.route is Route.COURSES
    assert bench.plan(dossier) == result.learning
    assert "courses" in [one.id for one in result.learning.road]
    other = bench.plan(dossier, advice=Route.LEREND_WERKEN)
    assert "groups" in [one.id for one in other.road]
