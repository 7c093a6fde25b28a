"""The advice and the counts as tables, in the frame one works with."""

from __future__ import annotations

from pathlib import Path

import pytest

import lerendwerk_core as lw
from lerendwerk_core.readiness import Readiness, advice_table, count_table

EXAMPLE = Path(__file__).parents[2] / "examples" / "regio"


@pytest.fixture(scope="module")
def found() -> Readiness:
    bench = lw.Workbench(discover=False)
    assessed = bench.assess(bench.read(EXAMPLE))
    assert assessed is not None
    return assessed


def test_every_advice_is_a_row(found: Readiness) -> None:
    rows = advice_table(found)

    assert [(one["moment"], one["of"], one["name"]) for one in rows] == [
        (moment, of, name)
        for moment in ("T0", "T1")
        for of, name in (
            ("all", ""),
            ("organisation", "gem"),
            ("organisation", "zorg"),
            ("organisation", "jgz"),
        )
    ]
    latest = next(one for one in rows if (one["moment"], one["of"]) == ("T1", "all"))
    assert (latest["route"], latest["margin"]) == (found.route.value, found.margin)


def test_every_count_is_a_row_and_a_hidden_one_is_empty(found: Readiness) -> None:
    rows = count_table(found)

    assert len(rows) == 2 * 18 * 5 * 6  # rounds, items, organisations and all, answers and all
    assert all((one["count"] is None) == one["hidden"] for one in rows)
    assert {one["count"] for one in rows if one["answer"] == "Total"} == {7, 8, 11, 14, 40}


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_frames_hold_the_same_as_the_rows(found: Readiness, backend: str) -> None:
    for table in (advice_table, count_table):
        rows, frame = table(found), table(found, backend)

        assert type(frame).__module__.split(".")[0] == backend
        assert frame.shape == (len(rows), len(rows[0]))
        names = frame.column_names if backend == "pyarrow" else list(frame.columns)
        assert names == list(rows[0])
    assert type(found.to_frame(backend)).__module__.split(".")[0] == backend
