"""Tables with totals: nothing hidden can be worked out, and no more is hidden than another tool hid."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import KNOWN_ANSWERS, known_answers
from lerendwerk_core.disclosure import TOTAL, open_table, recoverable
from lerendwerk_core.disclosure.tables import Cell, ends_of, with_totals

FILE = "checklist/suppression.json"


def cases() -> list[Any]:
    file = KNOWN_ANSWERS / FILE
    found = json.loads(file.read_text("utf-8"))["cases"] if file.exists() else ()
    return [pytest.param(one, id=one["case"]) for one in found] or [pytest.param({}, id="absent")]


@pytest.mark.known_answers
@pytest.mark.parametrize("case", cases())
def test_as_few_cells_are_hidden_as_another_tool_hid_and_none_can_be_worked_out(
    case: dict[str, Any],
) -> None:
    known_answers(FILE)

    found = open_table(case["counts"], 5)

    assert set(found.small) == {tuple(cell) for cell in case["primary"]}
    assert recoverable(case["counts"], set(found.hidden)) == ()
    assert len(found.hidden) <= case["n_suppressed"]
    assert found.fewest


@pytest.mark.known_answers
@pytest.mark.parametrize("case", cases())
def test_what_the_other_tool_hid_is_safe_to_our_audit_too(case: dict[str, Any]) -> None:
    known_answers(FILE)
    hidden = {tuple(cell) for cell in (*case["primary"], *case["secondary"])}

    assert recoverable(case["counts"], hidden) == tuple(map(tuple, case["exactly_recoverable"]))


counts = st.integers(0, 3)
tables = st.lists(st.lists(counts, min_size=2, max_size=2), min_size=2, max_size=2).map(
    lambda rows: {f"r{n}": dict(zip("ab", row, strict=True)) for n, row in enumerate(rows)}
)


def could_be(table: dict[str, dict[str, int]], hidden: set[Cell]) -> dict[Cell, set[int]]:
    """Every value that each hidden cell has in some table that agrees with what is published."""
    truth = with_totals(table)
    found: dict[Cell, set[int]] = {cell: set() for cell in hidden}
    inner = [(row, column) for row in table for column in table[row]]
    for values in product(range(8), repeat=len(inner)):
        guess: dict[str, dict[str, int]] = {row: {} for row in table}
        for (row, column), value in zip(inner, values, strict=True):
            guess[row][column] = value
        whole = with_totals(guess)
        if all(whole[cell] == truth[cell] for cell in truth if cell not in hidden):
            for cell in hidden:
                found[cell].add(whole[cell])
    return found


@settings(max_examples=25, deadline=None)
@given(tables, st.data())
def test_the_audit_is_what_trying_every_table_says(
    table: dict[str, dict[str, int]], data: st.DataObject
) -> None:
    cells = sorted(with_totals(table))
    hidden = data.draw(st.sets(st.sampled_from(cells), max_size=5))

    sure = {cell for cell, values in could_be(table, hidden).items() if len(values) == 1}

    assert set(recoverable(table, hidden)) == sure


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["r1", "r2", "r3", "r4"]),
        st.fixed_dictionaries({key: st.integers(0, 12) for key in "abc"}),
        min_size=1,
    )
)
def test_what_is_seen_gives_nothing_hidden_away(table: dict[str, dict[str, int]]) -> None:
    found = open_table(table, 5)

    whole = with_totals(table)
    assert {cell for cell, count in whole.items() if 0 < count < 5} <= set(found.hidden)
    assert recoverable(table, set(found.hidden)) == () or all(
        count == 0 for cell, count in whole.items() if cell not in found.hidden
    )
    for row, cells in found.rows.items():
        for column, seen in cells.items():
            assert seen == (None if (row, column) in found.hidden else whole[row, column])


def test_totals_flow_back() -> None:
    assert ends_of((TOTAL, TOTAL)) == ("all", "every")
    assert ends_of(("r", TOTAL)) == ("every", "row r")
