"""From tables to a problem and back: the same from rows, columns and data frames."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections.abc import Callable, Mapping
from typing import Any

import attrs
import pytest
from any_goals import any_problems
from hypothesis import given, settings
from hypothesis import strategies as st
from small_problems import group, person, problem

from lerendwerk_core.composition import members_table, problem_from_tables, solve
from lerendwerk_core.errors import LerendwerkError, TableError
from lerendwerk_core.model.composition import CompositionProblem, StepCover
from lerendwerk_core.model.table import Table

Rows = list[dict[str, Any]]
Make = Callable[[Rows], Any]

PEOPLE: Rows = [
    {"code": "a1", "step": "s1", "discipline": "a"},
    {"code": "a2", "step": "s1; s2", "discipline": "a"},
    {"code": "b1", "step": "s3", "discipline": "b"},
]
GROUPS: Rows = [{"id": "g", "size": 2, "handovers": "s1 > s2; s2 > s3"}]


def as_rows(rows: Rows) -> Rows:
    return rows


def as_columns(rows: Rows) -> dict[str, list[Any]]:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def as_pandas(rows: Rows) -> Any:
    pandas = pytest.importorskip("pandas")
    return pandas.DataFrame(as_columns(rows))


def as_polars(rows: Rows) -> Any:
    polars = pytest.importorskip("polars")
    return polars.DataFrame(as_columns(rows))


def as_lazy(rows: Rows) -> Any:
    return as_polars(rows).lazy()


MAKES = (as_rows, as_columns, as_pandas, as_polars, as_lazy)
every_kind = pytest.mark.parametrize("make", MAKES, ids=lambda one: one.__name__)


# -- there and back ----------------------------------------------------------------------------------


def people_of(given_: CompositionProblem, written: Callable[[tuple[str, ...]], Any]) -> Rows:
    """Return the candidates of *given_* as rows, several values *written* in one cell."""
    return [
        {
            "code": one.code,
            **{name: written(values) for name, values in one.tags.items()},
            "area": one.area or None,
            "moments": written(one.moments),
            "load_low": one.load[0] if one.load else None,
            "load_high": one.load[1] if one.load else None,
            "invited": one.invited,
        }
        for one in given_.candidates
    ]


def groups_of(given_: CompositionProblem, written: Callable[[tuple[str, ...]], Any]) -> Rows:
    return [
        {
            "id": one.id,
            "size_low": one.size[0],
            "size_high": one.size[1],
            "steps": written(one.steps),
            "handovers": written(tuple(f"{giver} > {taker}" for giver, taker in one.handovers)),
            "area": one.area,
            "moment": one.moment,
        }
        for one in given_.groups
    ]


def as_read(given_: CompositionProblem) -> CompositionProblem:
    """Return what tables can say of *given_*: no weights, no performers only, no empty tags."""
    people = tuple(
        attrs.evolve(one, tags=Table((name, v) for name, v in one.tags.items() if v))
        for one in given_.candidates
    )
    groups = tuple(
        attrs.evolve(
            one, weights=(), performers_only=False, handovers=tuple(dict.fromkeys(one.handovers))
        )
        for one in given_.groups
    )
    return attrs.evolve(given_, candidates=people, groups=groups)


@every_kind
@settings(max_examples=25)
@given(given_=any_problems(), written=st.sampled_from([list, "; ".join]))
def test_what_is_written_in_tables_is_read_back(
    make: Make, given_: CompositionProblem, written: Callable[[tuple[str, ...]], Any]
) -> None:
    found = problem_from_tables(
        make(people_of(given_, written)),
        make(groups_of(given_, written)),
        load=given_.load,
        requirements=given_.requirements,
        goals=given_.goals,
    )

    assert found == as_read(given_)


@every_kind
def test_what_was_composed_is_a_table_of_the_same_kind(make: Make) -> None:
    people = make(PEOPLE)
    found = solve(problem_from_tables(people, make(GROUPS)))

    table = members_table(found, like=people)

    expected = [("g", "a2"), ("g", "b1")]
    rows = members_table(found)
    assert [(row["group"], row["code"]) for row in rows] == expected
    eager = make(rows).collect() if make is as_lazy else make(rows)
    assert type(table) is type(eager)
    same = getattr(eager, "equals", eager.__eq__)
    assert same(table)


@every_kind
def test_where_nothing_was_composed_the_table_is_empty_but_has_its_columns(make: Make) -> None:
    nothing = solve(problem_from_tables(PEOPLE, [{"id": "g", "size": 9}]))

    table = members_table(nothing, like=make(PEOPLE))

    assert len(table) == (2 if make is as_columns else 0)
    if make is not as_rows:
        assert list(getattr(table, "columns", table)) == ["group", "code"]


def test_a_group_learns_on_the_ends_of_its_handovers_where_no_steps_are_named() -> None:
    found = problem_from_tables(PEOPLE, GROUPS)

    expected = problem(
        [person("a1"), person("a2"), person("b1")],
        group("g", (2, 2), "s1 s2 s3", handovers=(("s1", "s2"), ("s2", "s3"))),
    )
    assert found.groups == expected.groups
    assert found.candidates[1].tags == {"step": ("s1", "s2"), "discipline": ("a",)}


def test_the_caller_names_the_tags_and_the_separator() -> None:
    rows = [{"code": "a", "kind": "x|y", "note": "not for anyone"}]
    one = [{"id": "g", "size": 1}]

    found = problem_from_tables(rows, one, tags=["kind"], separator="|", goals=[StepCover()])

    assert found.candidates[0].tags == {"kind": ("x", "y")}
    assert found.goals == (StepCover(),)


def test_a_table_is_read_from_a_file_row_by_row() -> None:
    lines = "code,step,load_high,invited\na,s1;s2,2,ja\nb,,,\n"

    found = problem_from_tables(csv.DictReader(io.StringIO(lines)), GROUPS)

    a, b = found.candidates
    assert (a.tags, a.load, a.invited) == ({"step": ("s1", "s2")}, (0, 2), True)
    assert (b.tags, b.load, b.invited) == ({}, None, False)


@pytest.mark.parametrize(
    ("cells", "load"),
    [
        ({}, None),
        ({"load_low": 1}, (1, 1)),
        ({"load_low": 3}, (3, 3)),
        ({"load_high": 2.0}, (0, 2)),
        ({"load_low": "1", "load_high": " 2 "}, (1, 2)),
        ({"load_low": None, "load_high": float("nan")}, None),
    ],
)
def test_a_load_of_ones_own_needs_only_one_side(
    cells: dict[str, Any], load: tuple[int, int] | None
) -> None:
    found = problem_from_tables([{"code": "a", **cells}], GROUPS)

    assert found.candidates[0].load == load


def test_what_pandas_calls_absent_is_absent() -> None:
    pandas = pytest.importorskip("pandas")
    absent = (None, float("nan"), pandas.NA, pandas.NaT, "", "  ")
    table = pandas.DataFrame(
        {
            "code": [f"c{one}" for one in range(7)],
            "step": pandas.Series([*absent, ["s1", pandas.NA]], dtype=object),
            "year": [1, 2, 3, 4, 5, 6, None],
        }
    )

    tags = [one.tags for one in problem_from_tables(table, GROUPS).candidates]

    assert tags == [*({"year": (str(one),)} for one in range(1, 7)), {"step": ("s1",)}]


# -- what is wrong -----------------------------------------------------------------------------------

FINE: dict[str, Any] = {"people": PEOPLE, "groups": GROUPS}


@pytest.mark.parametrize(
    ("tables", "place", "code"),
    [
        ({"people": 3}, "people", "table-unreadable"),
        ({"people": "code"}, "people", "table-unreadable"),
        ({"people": [3]}, "people:1:0", "not-a-mapping"),
        ({"people": {"code": ["a", "b"], "step": ["s1"]}}, "people", "table-uneven"),
        ({"people": [{"cod": "a"}]}, "people", "table-no-column"),
        ({"people": [{}]}, "people", "table-no-column"),
        ({"people": [{"code": "a"}, {"code": ""}]}, "people:2:1", "table-empty"),
        ({"people": [{"code": "a"}, {"code": "a"}]}, "people:2:1", "table-twice"),
        ({"people": [{"code": "a", "area": ["n", "z"]}]}, "people:1:2", "table-several"),
        ({"people": [{"code": "a", "load_low": -1}]}, "people:1:2", "table-number"),
        ({"people": [{"code": "a", "load_low": 1.5}]}, "people:1:2", "table-number"),
        ({"people": [{"code": "a", "load_low": "9" * 5000}]}, "people:1:2", "table-number"),
        ({"people": [{"code": "a", "invited": "maybe"}]}, "people:1:2", "table-flag"),
        (
            {"people": [{"code": "a", "load_low": 2, "load_high": 1}]},
            "people:1:2",
            "table-reversed",
        ),
        ({"groups": [{"id": "g", "sise": 3, "size": 1}]}, "groups", "unknown-column"),
        ({"groups": [{"id": "g"}]}, "groups:1:0", "table-no-size"),
        ({"groups": [{"id": "g", "size_low": 3}]}, "groups:1:0", "table-no-size"),
        ({"groups": [{"id": "g", "size": "few"}]}, "groups:1:2", "table-number"),
        (
            {"groups": [{"id": "g", "size_low": 3, "size_high": 1}]},
            "groups:1:2",
            "table-reversed",
        ),
        ({"groups": [{"id": "g", "size": 1, "handovers": "s1"}]}, "groups:1:3", "table-handover"),
        ({"groups": [{"id": "g", "size": 1, "handovers": "s1 >"}]}, "groups:1:3", "table-handover"),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_what_to_do(
    tables: Mapping[str, Any], place: str, code: str
) -> None:
    with pytest.raises(TableError) as raised:
        problem_from_tables(**{**FINE, **tables})

    found = {one.code: one for one in raised.value.problems}
    assert code in found
    assert str(found[code].mark).startswith(place)
    assert found[code].hint is not None
    assert found[code].in_("nl") != found[code].in_("en")
    assert "\n" in raised.value.in_("nl")


def test_a_tag_that_is_no_column_is_an_error_that_names_the_nearest() -> None:
    with pytest.raises(TableError) as raised:
        problem_from_tables(PEOPLE, GROUPS, tags=["dicipline"])

    assert str(raised.value.problems[0]) == (
        "people: the column 'dicipline' is missing. Did you mean 'discipline'?"
    )


@every_kind
def test_everything_that_is_wrong_is_said_at_once(make: Make) -> None:
    people = make([{"code": "a", "load_low": "x"}, {"code": "a", "load_low": "2"}])
    groups = make([{"id": "g", "size": "few"}, {"id": "h", "size": None}])

    with pytest.raises(TableError) as raised:
        problem_from_tables(people, groups)

    assert [(str(one.mark), one.code) for one in raised.value.problems] == [
        ("groups:1:2", "table-number"),
        ("groups:2:2", "table-no-size"),
        ("people:1:2", "table-number"),
        ("people:2:1", "table-twice"),
    ]
    assert isinstance(raised.value, LerendwerkError)


@every_kind
def test_a_table_without_rows_has_nobody(make: Make) -> None:
    empty = {"code": [], "step": []} if make is as_columns else make([])

    assert problem_from_tables(empty, GROUPS).candidates == ()


def test_plain_tables_need_no_narwhals_and_frames_say_that_they_do() -> None:
    script = f"""
import sys
sys.modules["narwhals"] = None
from lerendwerk_core.composition import members_table, problem_from_tables, solve
from lerendwerk_core.errors import MissingExtraError
found = solve(problem_from_tables({PEOPLE!r}, {as_columns(GROUPS)!r}))
assert members_table(found)[0] == {{"group": "g", "code": "a2"}}
try:
    problem_from_tables(object(), [])
except MissingExtraError as error:
    print(error.extra)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "data"


def test_importing_the_library_does_not_import_narwhals() -> None:
    script = "import sys, lerendwerk_core.composition; print('narwhals' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "False"
