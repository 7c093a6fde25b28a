"""A log larger than memory: the same counts, a part at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lerendwerk_core.errors import DossierError
from lerendwerk_core.model.observed import Observed
from lerendwerk_core.process.observe import observe
from lerendwerk_core.sources.logs import observe_in_parts, read_log

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

NAMES = ("case", "step", "person", "group", "time")


def in_parts(folder: Path, columns: dict[str, list[Any]], size: int) -> Observed:
    pq.write_table(pa.table(columns), folder / "l.parquet")
    names = {name: name for name in NAMES if name in columns}
    return observe_in_parts(folder / "l.parquet", part=size, **names)


def without_time(seen: Observed) -> Observed:
    """What a log shows, without all that needs it as a whole."""
    return attrs.evolve(
        seen,
        variant_count=0,
        variants=(),
        took=None,
        inside=None,
        at_borders=None,
        steps=tuple(attrs.evolve(one, cases=None, repeated=None) for one in seen.steps),
        successions=tuple(attrs.evolve(one, took=None) for one in seen.successions),
        handovers=tuple(attrs.evolve(one, waited=None) for one in seen.handovers),
    )


@st.composite
def columns(draw: st.DrawFn) -> dict[str, list[Any]]:
    """Cases one after the other; of an event anything may be absent, and names may have space."""
    cases = draw(st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=8))
    count = sum(map(len, cases))

    def some(values: list[Any]) -> list[Any]:
        return draw(st.lists(st.sampled_from(values), min_size=count, max_size=count))

    numbers = [f"c{number}" for number, case in enumerate(cases) for _ in case]
    steps = "".join(cases)
    people = ["v", "w", "x", "y ", "z", None]
    absent, padded = [False] * 5 + [True], some([""] * 5 + [" "])
    return {
        "case": [
            None if gone else one + space
            for one, gone, space in zip(numbers, some(absent), padded, strict=True)
        ],
        "step": [None if gone else one for one, gone in zip(steps, some(absent), strict=True)],
        "person": some(people),
        "group": some(people),
        "organisation": some(["P"] * 8 + ["Q", None]),
        "time": [
            None if gone else place
            for place, gone in zip(
                [place for case in cases for place in range(len(case))], some(absent), strict=True
            )
        ],
    }


@given(columns(), st.integers(1, 9), st.integers(1, 9), st.sampled_from([True, None]))
def test_in_parts_of_any_size_the_counts_are_those_of_the_whole(
    tmp_path_factory: pytest.TempPathFactory,
    told: dict[str, list[Any]],
    size: int,
    rows: int,
    shared: bool | None,
) -> None:
    path = tmp_path_factory.mktemp("parts") / "l.parquet"
    if shared is None:
        del told["organisation"]
    pq.write_table(pa.table(told), path, row_group_size=rows)
    names = {name: name for name in told}

    whole = observe(read_log(told, shared=True, **names).log)

    assert observe_in_parts(path, part=size, shared=True, **names) == without_time(whole)


@pytest.mark.parametrize("size", [1, 2, 3, 10])
def test_an_organisation_keeps_cases_apart_in_parts_too(tmp_path: Path, size: int) -> None:
    told = {
        "case": ["1", "1", "1", "2", "1"],
        "step": list("abcda"),
        "organisation": [*"PPQQ", None],
    }
    pq.write_table(pa.table(told), tmp_path / "l.parquet")
    names = {name: name for name in told}

    whole = observe(read_log(told, **names).log)

    assert whole.cases == 4
    assert observe_in_parts(tmp_path / "l.parquet", part=size, **names) == without_time(whole)


@pytest.mark.parametrize(
    "columns",
    [
        {"case": ["1", "2", "1"], "step": ["a", "b", "c"]},
        {"case": ["1", "1"], "step": ["a", "b"], "time": [2, 1]},
        {"case": ["1"] * 3, "step": ["a", "b", "c"], "time": ["2025-01-02", None, "1-1-2025"]},
        {"case": ["1", "2 ", "1", "1"], "step": ["a", "b", None, "c"]},
    ],
)
@pytest.mark.parametrize("size", [1, 10])
def test_what_is_not_in_order_is_refused_and_not_miscounted(
    tmp_path: Path, columns: dict[str, list[Any]], size: int
) -> None:
    with pytest.raises(DossierError) as error:
        in_parts(tmp_path, columns, size)

    assert [one.code for one in error.value.problems] == ["log-not-in-order"]


@pytest.mark.parametrize(
    ("name", "code"), [("weg", "file-unreadable"), ("l", "parquet-unreadable")]
)
def test_what_cannot_be_read_is_an_error(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "l").write_bytes(b"PAR1")

    with pytest.raises(DossierError) as error:
        observe_in_parts(tmp_path / name, case="case", step="step")

    assert [one.code for one in error.value.problems] == [code]


def test_a_column_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    pq.write_table(pa.table({"case": ["1"], "stap": ["a"]}), tmp_path / "l.parquet")

    with pytest.raises(DossierError, match="stap"):
        observe_in_parts(tmp_path / "l.parquet", case="case", step="step")


def test_an_empty_file_shows_nothing(tmp_path: Path) -> None:
    texts = {"case": pa.array([], pa.string()), "step": pa.array([], pa.string())}

    seen = in_parts(tmp_path, texts, 10)

    assert (seen.cases, seen.events, seen.steps) == (0, 0, ())
