"""Event logs in: every form says the same; what is damaged is a finding, or an error with its place."""

from __future__ import annotations

import datetime as dt
import gzip
import importlib
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lerendwerk_core.errors import DossierError, LerendwerkError
from lerendwerk_core.model.event_log import NO_TIME, SECOND, EventLog
from lerendwerk_core.process.successions import successions
from lerendwerk_core.sources.logs import LogReading, read_log, xes
from lerendwerk_core.sources.logs.times import Moments

NAMES = {"case": "zaak", "step": "stap", "time": "tijd", "person": "wie", "group": "team"}
ROWS = [
    ("1", "melden", "2025-01-06 09:00", "AB-1", "loket"),
    ("1", "praten", "2025-01-06 10:00", "AB-1", "wijk"),
    ("2", "melden", "2025-01-06 09:30", "AB-2", "loket"),
    ("1", "sluiten", "2025-01-07 10:00", "", "wijk"),
    ("2", "praten", "2025-01-08 09:30", "CD-3", ""),
]
HEAD = list(NAMES.values())
SUCCESSIONS = [("melden", "praten", 2), ("praten", "sluiten", 1)]


def columns() -> dict[str, list[str | None]]:
    return {name: [row[place] or None for row in ROWS] for place, name in enumerate(HEAD)}


def csv(delimiter: str = ";", rows: Any = ROWS) -> str:
    return "\n".join(delimiter.join(row) for row in [HEAD, *rows]) + "\n"


def said(log: EventLog) -> tuple[Any, ...]:
    """All that a log says, by name and in order."""
    return (
        log.cases,
        [log.steps[code] for code in log.step],
        [log.people[code] if code >= 0 else None for code in log.person],
        [log.groups[code] if code >= 0 else None for code in log.group],
        log.time.tolist(),
        log.starts.tolist(),
    )


@pytest.fixture(scope="module")
def expected() -> tuple[Any, ...]:
    return said(read_log(columns(), **NAMES).log)


def codes(reading: LogReading) -> list[str]:
    return [one.code for one in reading.findings]


# -- every form ------------------------------------------------------------------------------------


def test_columns_by_name_need_nothing(expected: tuple[Any, ...]) -> None:
    cases, steps, people, _, time, starts = expected

    assert cases == ("1", "2")
    assert steps == ["melden", "praten", "sluiten", "melden", "praten"]
    assert people == ["AB-1", "AB-1", None, "AB-2", "CD-3"]
    assert time[1] - time[0] == 3600 * SECOND
    assert starts == [0, 3, 5]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("packed", [False, True])
def test_csv(tmp_path: Path, expected: tuple[Any, ...], delimiter: str, packed: bool) -> None:
    data = b"\xef\xbb\xbf" + csv(delimiter).encode()
    path = tmp_path / ("log.csv.gz" if packed else "log.csv")
    path.write_bytes(gzip.compress(data) if packed else data)

    assert said(read_log(path, **NAMES).log) == expected


def test_csv_in_cp1252(tmp_path: Path) -> None:
    rows = [("1", "geëvalueerd", "2025-01-06", "", "")]
    (tmp_path / "log.csv").write_bytes(csv(rows=rows).encode("cp1252"))

    assert read_log(tmp_path / "log.csv", **NAMES).log.steps == ("geëvalueerd",)


def frames() -> list[Any]:
    """The same log as a frame of every library."""
    made = {
        "pandas": lambda: importlib.import_module("pandas").DataFrame(columns()),
        "polars": lambda: importlib.import_module("polars").DataFrame(columns()),
        "polars-lazy": lambda: importlib.import_module("polars").LazyFrame(columns()),
        "polars-categories": _categories,
        "pyarrow": lambda: importlib.import_module("pyarrow").table(columns()),
        "duckdb": lambda: importlib.import_module("duckdb").from_arrow(
            importlib.import_module("pyarrow").table(columns())
        ),
    }
    return [pytest.param(make, id=name) for name, make in made.items()]


def _categories() -> Any:
    pl = importlib.import_module("polars")
    return pl.DataFrame(columns()).with_columns(pl.col("stap").cast(pl.Categorical))


@pytest.mark.parametrize("make", frames())
def test_every_kind_of_frame(make: Any, expected: tuple[Any, ...]) -> None:
    try:
        frame = make()
    except ImportError as error:
        pytest.skip(f"{error.name} is not installed")

    assert said(read_log(frame, **NAMES).log) == expected


@pytest.mark.parametrize("zone", [None, "UTC", "Europe/Amsterdam"])
def test_times_of_a_frame(zone: str | None) -> None:
    pl = pytest.importorskip("polars")
    texts = ["2025-01-06 09:00", None, "2025-01-07 10:00"]
    moments = pl.Series("tijd", texts).str.to_datetime("%Y-%m-%d %H:%M")
    if zone:
        moments = moments.dt.replace_time_zone(zone)
    frame = pl.DataFrame({"zaak": ["1", "1", "1"], "stap": list("abc"), "tijd": moments})

    log = read_log(frame, case="zaak", step="stap", time="tijd").log

    shift = 3600 * SECOND if zone == "Europe/Amsterdam" else 0
    nine = Moments().read("2025-01-06T09:00")
    assert log.time.tolist() == [nine - shift, NO_TIME, nine - shift + 25 * 3600 * SECOND]


@pytest.mark.parametrize("library", ["pyarrow", "polars", "pandas"])
def test_parquet(
    tmp_path: Path, expected: tuple[Any, ...], library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    pytest.importorskip(library)
    pq.write_table(importlib.import_module("pyarrow").table(columns()), tmp_path / "l.parquet")
    monkeypatch.setattr("lerendwerk_core.sources.logs.frames.PARQUET_READERS", (library,))

    assert said(read_log(tmp_path / "l.parquet", **NAMES).log) == expected


XES = """<?xml version="1.0"?>
<log xmlns="http://www.xes-standard.org/">
 <global scope="event"><string key="org:group" value="UNKNOWN"/></global>
 {traces}
</log>"""


def trace(name: str, *events: tuple[str, ...]) -> str:
    keys = ("concept:name", "time:timestamp", "org:resource", "org:group")
    told = "".join(
        "<event>"
        + "".join(f'<string key="{k}" value="{v}"/>' for k, v in zip(keys, one, strict=True) if v)
        + "</event>"
        for one in events
    )
    return f'<trace><string key="concept:name" value="{name}"/>{told}</trace>'


def xes_text() -> str:
    cases = {case: [row[1:] for row in ROWS if row[0] == case] for case in "12"}
    return XES.format(traces="".join(trace(case, *rows) for case, rows in cases.items()))


@pytest.mark.parametrize("packed", [False, True])
def test_xes(tmp_path: Path, expected: tuple[Any, ...], packed: bool) -> None:
    data = xes_text().encode()
    path = tmp_path / ("log.xes.gz" if packed else "log.xes")
    path.write_bytes(gzip.compress(data) if packed else data)

    assert said(read_log(path).log) == expected


def test_traces_with_one_name_are_two_cases_and_said(tmp_path: Path) -> None:
    text = XES.format(traces=trace("1", ("a", "", "", "")) + trace("1", ("b", "", "", "")))
    (tmp_path / "log.xes").write_text(text, encoding="utf-8")

    reading = read_log(tmp_path / "log.xes")

    assert reading.log.cases == ("1", "1")
    assert successions(reading.log) == []
    assert "log-case-repeated" in codes(reading)


def test_what_is_nested_in_an_attribute_of_an_event_does_not_count(tmp_path: Path) -> None:
    nested = '<string key="x" value="1"><string key="concept:name" value="nee"/></string>'
    event = f'<event>{nested}<string key="concept:name" value="ja"/>{nested}</event>'
    (tmp_path / "l.xes").write_text(XES.format(traces=f"<trace>{event}</trace>"), encoding="utf-8")

    assert read_log(tmp_path / "l.xes").log.steps == ("ja",)


# -- order, cases, what is missing -----------------------------------------------------------------


def test_at_the_same_time_events_keep_the_order_of_the_source() -> None:
    told = {"c": ["1"] * 3, "s": ["b", "a", "c"], "t": ["2025-01-02", "2025-01-02", "2025-01-01"]}

    reading = read_log(told, case="c", step="s", time="t")

    assert [reading.log.steps[code] for code in reading.log.step] == ["c", "b", "a"]
    assert reading.reordered == 1


def test_an_event_without_a_time_stays_behind_the_one_before_it() -> None:
    told = {
        "c": ["1"] * 4,
        "s": ["a", "b", "c", "d"],
        "t": ["2025-01-05", "", "2025-01-01", None],
    }

    reading = read_log(told, case="c", step="s", time="t")

    assert [reading.log.steps[code] for code in reading.log.step] == ["c", "d", "a", "b"]
    assert codes(reading) == ["log-no-time"]


def test_a_number_that_two_organisations_give_out_is_two_cases() -> None:
    told = {"c": ["7", "7", "8"], "s": ["a", "b", "c"], "o": ["X", "Y", "X"]}

    reading = read_log(told, case="c", step="s", organisation="o")

    assert reading.log.cases == ("7", "7", "8")
    assert codes(reading) == ["log-case-shared"]


def test_events_without_case_or_step_are_left_out_and_counted() -> None:
    told = {"c": ["1", "", "1"], "s": ["a", "b", ""]}

    reading = read_log(told, case="c", step="s")

    assert len(reading.log) == 1
    assert reading.log.steps == ("a",)
    assert [one.values["count"] for one in reading.findings] == ["2"]


def test_odd_people_mixed_zones_and_bad_times_are_said() -> None:
    told = {
        "c": ["1"] * 4,
        "s": list("abcd"),
        "t": ["2025-01-01T10:00Z", "2025-01-01T10:00", "gisteren", "2025-01-01"],
        "p": ["TEST", "AB-1", None, "admin"],
    }

    reading = read_log(told, case="c", step="s", time="t", person="p")

    assert set(codes(reading)) == {
        "log-zones-mixed",
        "log-time-unreadable",
        "log-no-person",
        "log-odd-person",
    }


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2025-03-01T10:00:00+01:00", "2025-03-01T09:00"),
        ("2025-03-01T09:00:00.000Z", "2025-03-01T09:00"),
        ("01-03-2025 09:00", "2025-03-01T09:00"),
        ("01/03/2025 09:00:00", "2025-03-01T09:00"),
        ("2025/03/01 09:00", "2025-03-01T09:00"),
        ("01-03-2025", "2025-03-01T00:00"),
        ("1740819600", "2025-03-01T09:00"),
        ("1740819600000", "2025-03-01T09:00"),
        ("1740819600000000", "2025-03-01T09:00"),
    ],
)
def test_moments_in_many_spellings(written: str, moment: str) -> None:
    assert Moments().read(written) == Moments().read(moment)


@given(st.datetimes(dt.datetime(1900, 1, 1), dt.datetime(2200, 1, 1)))  # noqa: DTZ001 - as written
def test_a_moment_comes_back_from_its_microseconds(moment: dt.datetime) -> None:
    read = Moments().read(moment.isoformat())

    assert dt.datetime(1970, 1, 1) + dt.timedelta(microseconds=read) == moment  # noqa: DTZ001


@given(st.text(max_size=30))
@settings(max_examples=300)
def test_no_text_breaks_the_reading_of_times(written: str) -> None:
    assert -(2**63) <= Moments().read(written) < 2**63


# -- what cannot be --------------------------------------------------------------------------------


def refused(source: Any, **names: str) -> DossierError:
    with pytest.raises(DossierError) as error:
        read_log(source, **names)
    return error.value


def test_a_column_that_is_not_there_names_what_is_near(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(csv(), encoding="utf-8")

    error = refused(tmp_path / "log.csv", case="zaken", step="stap")

    (problem,) = error.problems
    assert (problem.code, problem.mark.line) == ("log-column-missing", 1)
    assert problem.hint is not None
    assert "zaak" in problem.hint.en


def test_case_and_step_have_to_be_named(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(csv(), encoding="utf-8")

    assert [one.code for one in refused(tmp_path / "log.csv").problems] == [
        "log-column-unnamed",
        "log-column-unnamed",
    ]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("l.xlsx", b"PK", "log-form"),
        ("l.xes", b"<a/>", "xes-not"),
        ("l.xes", b"<log><trace>", "xml-syntax"),
        ("l.xes", b"", "xml-syntax"),
        ("l.xes", b"<!DOCTYPE log [<!ENTITY a 'b'>]><log/>", "xml-doctype"),
        ("l.xes", b"<log>" + b"<list>" * 60 + b"</list>" * 60 + b"</log>", "xml-too-deep"),
        ("l.xes.gz", gzip.compress(b"<log/>")[:-6], "gzip-damaged"),
        ("l.csv", b'zaak;stap\n"a', "csv-syntax"),
        ("l.parquet", b"PAR1", "parquet-unreadable"),
        ("l.csv", b"", "log-column-missing"),
    ],
)
def test_what_is_no_log_is_an_error_with_a_code(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    (tmp_path / name).write_bytes(data)

    assert code in {one.code for one in refused(tmp_path / name, case="zaak", step="stap").problems}


def test_a_file_that_unpacks_to_far_more_than_it_is_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lerendwerk_core.sources.logs.packed.FREE", 1 << 20)
    bomb = b"<log>" + b" " * (1 << 24) + b"</log>"
    (tmp_path / "l.xes.gz").write_bytes(gzip.compress(bomb))

    assert [one.code for one in refused(tmp_path / "l.xes.gz").problems] == ["gzip-bomb"]


def test_too_many_events_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xes, "MAX_EVENTS", 2)
    (tmp_path / "l.xes").write_text(xes_text(), encoding="utf-8")

    assert [one.code for one in refused(tmp_path / "l.xes").problems] == ["log-too-many"]


def test_what_is_no_table_is_refused() -> None:
    assert [one.code for one in refused(42, case="a", step="b").problems] == ["log-no-frame"]


# -- anything at all -------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    form = data.draw(st.sampled_from(["csv", "xes"]))
    whole = bytearray((csv() if form == "csv" else xes_text()).encode())
    for place in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=8)):
        whole[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(whole)))
    path = tmp_path_factory.mktemp("damaged") / f"l.{form}"
    path.write_bytes(bytes(whole[:cut] if data.draw(st.booleans()) else whole))

    try:
        reading = read_log(path, **(NAMES if form == "csv" else {}))
    except LerendwerkError:
        return
    assert len(reading.log) <= len(ROWS) * 3


def test_nothing_is_printed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr("sys.stdout", out)
    (tmp_path / "l.csv").write_text(csv(), encoding="utf-8")

    read_log(tmp_path / "l.csv", **NAMES)

    assert out.getvalue() == ""


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
def test_names_that_differ_only_in_space_are_one(library: str) -> None:
    module = pytest.importorskip(library)
    told = {"c": ["1", "1", "1", "1"], "s": [" b", "a", "b ", None]}
    frame = module.table(told) if library == "pyarrow" else module.DataFrame(told)

    log = read_log(frame, case="c", step="s").log

    assert log.steps == ("b", "a")
    assert log.step.tolist() == [0, 1, 0]
