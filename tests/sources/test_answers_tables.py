"""Answers from frames, rows and columns: the same as from a file, and the same errors with their rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from answer_files import ITEMS, Rows, Who, answered, long, seen, told, wide
from hypothesis import given
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.errors import TableError
from lerendwerk_core.sources import answers_from_table


def columns(rows: Rows) -> dict[str, list[Any]]:
    """Return *rows* as columns by name; an empty cell is nothing."""
    head, *body = rows
    return {name: [row[at] or None for row in body] for at, name in enumerate(head)}


FORMS: dict[str, Callable[[dict[str, list[Any]]], Any]] = {
    "columns": dict,
    "rows": lambda table: [
        dict(zip(table, row, strict=True)) for row in zip(*table.values(), strict=True)
    ],
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "lazy": lambda table: pl.DataFrame(table).lazy(),
    "arrow": pa.table,
    "arrays": lambda table: {name: np.array(cells, object) for name, cells in table.items()},
}


@given(who=answered(), data=st.data(), form=st.sampled_from(sorted(FORMS)))
def test_a_table_of_any_kind_is_read(who: list[Who], data: st.DataObject, form: str) -> None:
    rows = data.draw(st.one_of(wide(who), long(who)))

    found = answers_from_table(FORMS[form](columns(rows)), items=ITEMS, moment="T1")

    assert seen(found) == told(who)
    assert (found.moment, found.of_people) == ("T1", True)


@given(who=answered(), data=st.data())
def test_a_column_of_moments_makes_a_tuple(who: list[Who], data: st.DataObject) -> None:
    (found,) = answers_from_table(columns(data.draw(wide(who, "T3"))))

    assert (found.moment, seen(found)) == ("T3", told(who))


def test_without_items_every_other_column_is_one() -> None:
    found = answers_from_table({"respondent": [7], "X": ["niet"], "_uuid": ["1"], "datum": ["2"]})

    assert dict(found.columns) == {"X": b"\2"}
    assert (found.respondents, found.organisations) == (("7",), ("",))


def test_a_table_of_nobody_is_a_round_of_nobody() -> None:
    found = answers_from_table({"respondent": [], "A1": []}, moment="T0")

    assert (len(found), found.moment, found.of_people) == (0, "T0", True)


@pytest.mark.parametrize(
    "cell", [3, 2.5, True, ["niet"], {"a": 1}, pd.Timestamp(0), b"niet", "x" * 999]
)
@pytest.mark.parametrize("is_long", [True, False])
def test_a_cell_that_is_no_answer_is_refused_where_it_stands(
    cell: object, *, is_long: bool
) -> None:
    table = {"respondent": ["R-1", "R-2"], "A1": [None, cell]}
    if is_long:
        table = {"respondent": ["R-1", "R-2"], "item": ["A1", "A1"], "answer": ["niet", cell]}

    with pytest.raises(TableError) as caught:
        answers_from_table(table)

    (problem,) = caught.value.problems
    assert (problem.code, problem.mark.line, problem.mark.column) == ("unknown-word", 2, len(table))


@pytest.mark.parametrize("cell", [None, float("nan"), pd.NA, pd.NaT, "", "  ", "leeg"])
def test_what_is_absent_is_not_answered(cell: object) -> None:
    found = answers_from_table({"respondent": ["R-1"], "A1": [cell], "A2": ["niet"]})

    assert found.column("A1") == b"\4"


@pytest.mark.parametrize(
    ("table", "code"),
    [
        (3, "table-unreadable"),
        ([3], "not-a-mapping"),
        ({}, "csv-no-header"),
        ({"A1": ["niet"]}, "csv-no-header"),
        ({"respondent": ["R-1"]}, "answers-no-items"),
        ({"respondent": ["R-1"], "A1": ["niet", "niet"]}, "table-uneven"),
        ({"respondent": ["Jan"], "A1": ["niet"]}, "not-a-role-code"),
        ({"respondent": ["R-1", "R-1"], "A1": ["niet", "niet"]}, "answers-respondent-twice"),
        ({"respondent": ["R-1"], "A1": ["niet"], "A9": ["niet"]}, "answers-item-unknown"),
        ({"respondent": ["R-1"], "moment": [None], "A1": ["niet"]}, "csv-empty"),
    ],
)
def test_a_table_that_cannot_be_is_refused(table: object, code: str) -> None:
    with pytest.raises(TableError) as caught:
        answers_from_table(table, items=["A1", "A2"])

    assert code in [one.code for one in caught.value.problems]


def test_problems_are_bounded_in_number() -> None:
    many = 5000
    with pytest.raises(TableError) as caught:
        answers_from_table({"respondent": [f"R-{n}" for n in range(many)], "A1": ["?"] * many})

    assert len(caught.value.problems) == 200
    assert isinstance(caught.value, lw.LerendwerkError)
