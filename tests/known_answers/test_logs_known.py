"""Event logs with counts that others computed: whole numbers exactly, durations to the microsecond."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.process.mine import mined
from lerendwerk_core.process.observe import observe
from lerendwerk_core.process.overlay import lay
from lerendwerk_core.process.successions import (
    between_groups,
    crossings_per_case,
    rungs,
    successions,
    together,
)
from lerendwerk_core.sources.logs import LogReading, read_log
from lerendwerk_core.vocabulary import Rung

pytestmark = pytest.mark.known_answers

FOLDER = "process/logs"
FORMS = (".xes.gz", ".xes", ".csv.gz", ".csv")
CSV = {
    "case": "case:concept:name",
    "step": "concept:name",
    "time": "time:timestamp",
    "person": "org:resource",
    "group": "org:group",
}


def logs() -> list[Any]:
    """Every log that has answers beside it, in every form that is there."""
    folder = KNOWN_ANSWERS / FOLDER
    found = [
        pytest.param(name + form, id=name + form)
        for name in sorted(one.name.removesuffix("_expected.json") for one in folder.glob("*.json"))
        for form in FORMS
        if (folder / f"{name}{form}").exists()
    ]
    return found or [pytest.param("receipt.xes.gz", id="absent")]


@cache
def reading(name: str) -> LogReading:
    path = known_answers(f"{FOLDER}/{name}")
    if ".xes" in name:
        return read_log(path)
    head = _head(path)
    return read_log(path, **{role: column for role, column in CSV.items() if column in head})


def _head(path: Path) -> str:
    import gzip  # noqa: PLC0415 - only some are packed

    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return next(iter(lines))


@cache
def answers(name: str) -> dict[str, Any]:
    base = name.split(".xes", maxsplit=1)[0].split(".csv", maxsplit=1)[0]
    known: dict[str, Any] = json.loads(
        known_answers(f"{FOLDER}/{base}_expected.json").read_text("utf-8")
    )
    return known


every = pytest.mark.parametrize("name", logs())


def answered(*keys: str) -> list[Any]:
    """Every log with each of *keys* that it has an answer for."""
    names = [one.values[0] for one in logs()]
    if [one.id for one in logs()] == ["absent"]:
        return [pytest.param(names[0], keys[0], id="absent")]
    return [
        pytest.param(name, key, id=f"{name}-{key}")
        for name in names
        for key in keys
        if key in answers(name)["time_sorted"]
    ]


@every
def test_facts(name: str) -> None:
    facts, log = answers(name)["facts"], reading(name).log

    assert len(log.cases) == facts["cases"]
    assert len(log) == facts["events"]
    assert len(log.steps) == facts["activities"]
    assert len(log.people) == facts["resources"]
    assert len(log.groups) == facts["groups"]
    assert int((log.person < 0).sum()) == facts["events_without_resource"]
    assert int((log.group < 0).sum()) == facts["events_without_group"]
    assert reading(name).reordered == facts["cases_reordered_by_time"]


FOLLOWS = {"dfg": "step", "handover_resource": "person", "handover_group": "group"}


@pytest.mark.parametrize(("name", "key"), answered(*FOLLOWS))
def test_what_follows_what(name: str, key: str) -> None:
    known = answers(name)["time_sorted"]
    found = successions(reading(name).log, FOLLOWS[key])

    assert sorted(found) == sorted(map(tuple, known[key]))
    if f"{key}_total" in known:
        assert sum(count for _, _, count in found) == known[f"{key}_total"]
    for part in (f"{key}_excl_self", f"{key}_cross"):
        if part in known:
            assert sum(n for a, b, n in found if a != b) == known[part]


DOES = {
    "activity_resource": ("step", "person"),
    "activity_group": ("step", "group"),
    "resource_group": ("person", "group"),
}


@pytest.mark.parametrize(("name", "key"), answered(*DOES))
def test_who_does_what(name: str, key: str) -> None:
    known = answers(name)["time_sorted"]

    assert sorted(together(reading(name).log, *DOES[key])) == sorted(map(tuple, known[key]))


@every
def test_steps_starts_ends_and_variants(name: str) -> None:
    known, seen = answers(name)["time_sorted"], observe(reading(name).log)

    assert Counter({one.step: one.count for one in seen.steps}) == Counter(
        dict(known["activities"])
    )
    starts = {one.step: one.starts for one in seen.steps if one.starts}
    ends = {one.step: one.ends for one in seen.steps if one.ends}
    assert starts == dict(known["start_activities"])
    assert ends == dict(known["end_activities"])
    assert seen.variant_count == known["n_variants"]
    ways = {
        tuple(reading(name).log.steps[c] for c in codes): len(begin)
        for codes, begin in reading(name).log.ways_through()
    }
    assert [ways[tuple(steps)] for _, steps in known["top_variants"]] == [
        count for count, _ in known["top_variants"]
    ]


@pytest.mark.parametrize(("name", "key"), answered("cross_group_edges"))
def test_borders_between_groups(name: str, key: str) -> None:
    known, log = answers(name)["time_sorted"], reading(name).log

    assert sorted(between_groups(log)) == sorted(map(tuple, known[key]))
    crossings = known["cases_by_number_of_cross_group_handovers"]
    assert crossings_per_case(log) == dict(crossings)


@every
def test_durations(name: str) -> None:
    known, seen = answers(name)["time_sorted"], observe(reading(name).log)
    took = {(one.source, one.target): one.took for one in seen.successions}

    for source, target, count, mean, median, most in known["dfg_seconds"]:
        found = took[source, target]
        assert found is not None
        assert found.count == count
        assert (found.mean, found.median, found.most) == pytest.approx(
            (mean, median, most), abs=2e-3
        )
    assert seen.took is not None
    for key, value in known["case_duration_seconds"].items():
        found_value = getattr(seen.took, {"max": "most"}.get(key, key))
        assert found_value == pytest.approx(value, abs=2e-3)


def test_most_borders_of_the_receipt_log_are_a_colleague_with_another_hat() -> None:
    log = reading("receipt.xes.gz").log

    found = rungs(log)

    assert sum(n for _, _, n in successions(log)) == 7143
    assert found == {
        Rung.SAME_PERSON: 1590,
        Rung.HAT_CHANGE: 4345,
        Rung.SAME_DEPARTMENT: 113,
        Rung.OTHER_DEPARTMENT: 1095,
        Rung.OTHER_ORGANISATION: 0,
    }
    assert sum(n for a, b, n in successions(log, "group") if a != b) == 5440


@every
def test_the_mined_process_fits_the_log_it_was_mined_from(name: str) -> None:
    log = reading(name).log
    seen = observe(log)
    work = mined(seen)

    overlay = lay(log, work)

    assert overlay.unknown == ()
    assert overlay.never == ()
    assert {step.label.nl for step in work.steps} == set(log.steps)
