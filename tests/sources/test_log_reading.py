"""Event logs in: every form says the same; what is damaged is a finding, or an error with its place."""

from __future__ import annotations

import datetime as dt
import gzip
import importlib
import io
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lerendwerk_core.errors import DossierError, LerendwerkError
from lerendwerk_core.model.event_log import NO_TIME, SECOND, EventLog
from lerendwerk_core.process.successions import rungs, successions
from lerendwerk_core.sources.logs import LogReading, read_log, xes
from lerendwerk_core.sources.logs.times import FIRST, LAST, Moments
from lerendwerk_core.vocabulary import Rung

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


def test_the_line_by_which_excel_knows_what_stands_between_cells_is_no_heading(
    tmp_path: Path, expected: tuple[Any, ...]
) -> None:
    (tmp_path / "log.csv").write_text("sep=;\r\n" + csv(), encoding="utf-8", newline="")

    assert said(read_log(tmp_path / "log.csv", **NAMES).log) == expected


def test_rows_that_are_longer_or_shorter_than_the_heading_are_said(tmp_path: Path) -> None:
    text = "c,s,p\n1,a,x\n1,b,y,\n1,c\n1,d,e,f\n"
    (tmp_path / "log.csv").write_text(text, encoding="utf-8")

    reading = read_log(tmp_path / "log.csv", case="c", step="s", person="p")

    assert codes(reading) == ["log-row-length", "log-no-person"]
    assert dict(reading.findings[0].values) == {"count": "2", "line": "4"}


def test_rows_with_names_need_nothing(expected: tuple[Any, ...]) -> None:
    rows = [dict(zip(HEAD, row, strict=True)) for row in ROWS]

    assert said(read_log(rows, **NAMES).log) == expected


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow", ""])
def test_a_number_of_a_case_has_no_point_whatever_it_was_kept_as(library: str) -> None:
    told: Any = {"c": [7.0, None, 12.0], "s": ["a", "b", "c"]}
    if library:
        module = pytest.importorskip(library)
        told = module.table(told) if library == "pyarrow" else module.DataFrame(told)

    assert read_log(told, case="c", step="s").log.cases == ("7", "12")


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


def test_a_trace_without_events_is_left_out_and_said(tmp_path: Path) -> None:
    text = XES.format(traces=trace("1", ("a", "2025-01-01", "AB-1", "")) + "<trace/>")
    (tmp_path / "log.xes").write_text(text, encoding="utf-8")

    reading = read_log(tmp_path / "log.xes")

    assert reading.log.cases == ("1",)
    assert codes(reading) == ["log-case-empty"]


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


ACROSS = {"c": ["7"] * 3, "s": list("abc"), "o": ["X", "Y", "X"], "p": list("jkl")}
ACROSS_NAMES = {"case": "c", "step": "s", "organisation": "o", "person": "p"}


def test_with_numbers_that_are_shared_a_case_goes_from_one_organisation_to_another() -> None:
    reading = read_log(ACROSS, shared=True, **ACROSS_NAMES)

    assert reading.log.cases == ("7",)
    assert rungs(reading.log)[Rung.OTHER_ORGANISATION] == 2
    assert codes(reading) == []


def test_a_trace_stays_whole_when_it_goes_to_another_organisation(tmp_path: Path) -> None:
    events = "".join(
        f'<event><string key="concept:name" value="{s}"/><string key="o" value="{o}"/></event>'
        for s, o in zip("abc", "XYX", strict=True)
    )
    (tmp_path / "l.xes").write_text(XES.format(traces=f"<trace>{events}</trace>"), encoding="utf-8")

    log = read_log(tmp_path / "l.xes", organisation="o").log

    assert log.cases == ("#1",)
    assert successions(log, "organisation") == [("X", "Y", 1), ("Y", "X", 1)]


@given(
    st.lists(
        st.tuples(st.sampled_from("12"), st.sampled_from("abc"), st.sampled_from(["X", "Y", ""])),
        max_size=12,
    )
)
def test_cases_of_two_organisations_are_told_apart_as_one_would_by_hand(
    rows: list[tuple[str, str, str]],
) -> None:
    told = [dict(zip("cso", row, strict=True)) for row in rows] or {"c": [], "s": [], "o": []}
    by_hand: dict[tuple[str, str], str] = {}
    for case, step, organisation in rows:
        key = (case, organisation if any(row[2] for row in rows) else "")
        by_hand[key] = by_hand.get(key, "") + step

    log = read_log(told, case="c", step="s", organisation="o").log

    words = [log.steps[code] for code in log.step]
    parts = [words[a:b] for a, b in pairwise(log.starts.tolist())] if words else []
    assert list(map("".join, parts)) == list(by_hand.values())
    assert log.cases == tuple(case for case, _ in by_hand)


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
        ("1-3-2025 9:00", "2025-03-01T09:00"),
        ("01.03.2025 09:00:00,5", "2025-03-01T09:00:00.5"),
        ("2025-3-1 9:00", "2025-03-01T09:00"),
        ("2025-03-01 09:00:00 UTC", "2025-03-01T09:00"),
        ("01-03-2025 10:00:00 +0100", "2025-03-01T09:00"),
        ("2025/03/01 04:30:00 -04:30", "2025-03-01T09:00"),
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


@pytest.mark.parametrize(
    "written", ["gisteren", "31-02-2025", "13/13/2025", "4e21", "-4e21", "nan", "inf", "9" * 5_000]
)
def test_what_is_no_moment_is_counted_and_told_by_its_form_only(written: str) -> None:
    moments = Moments()

    assert moments.read(written) == NO_TIME
    assert moments.unreadable == 1
    assert not set(moments.form) & set("gistern012345678")


NUMBERS = st.integers(-(10**20), 10**20) | st.floats(allow_nan=True, allow_infinity=True)


@given(st.lists(st.integers(-(2**62), 2**62), max_size=5))
def test_whole_numbers_are_moments_alike_in_a_column_and_one_by_one(numbers: list[int]) -> None:
    one_by_one = [Moments().read(str(one)) for one in numbers if not is_a_date(one)]

    column = Moments().of_numbers(np.array([n for n in numbers if not is_a_date(n)], np.int64))

    assert column.tolist() == pytest.approx(one_by_one, abs=1024)


def is_a_date(number: int) -> bool:
    """Whether the text of *number* is a date in ISO 8601 without dashes."""
    try:
        dt.datetime.fromisoformat(str(number))
    except ValueError:
        return False
    return True


@given(st.lists(NUMBERS, max_size=5))
def test_no_number_breaks_the_reading_of_times(numbers: list[float]) -> None:
    read = Moments().of_numbers(np.array(numbers, np.float64))

    assert all(one == NO_TIME or FIRST <= one <= LAST for one in read.tolist())


@pytest.mark.parametrize("library", ["pandas", "polars", "pyarrow"])
@pytest.mark.parametrize("numbers", [[1740819600, 1740819660], [1740819600.0, None]])
def test_seconds_in_a_frame(library: str, numbers: list[float | None]) -> None:
    module = pytest.importorskip(library)
    told = {"c": ["1", "1"], "s": ["a", "b"], "t": numbers}
    frame = module.table(told) if library == "pyarrow" else module.DataFrame(told)

    log = read_log(frame, case="c", step="s", time="t").log

    expected = [NO_TIME if one is None else int(one) * SECOND for one in numbers]
    assert log.time.tolist() == expected


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


def test_what_may_have_been_meant_is_asked_and_not_taken(tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text("Zaaknummer,Activiteit\n1,a\n", encoding="utf-8")

    hints = [one.hint.en for one in refused(tmp_path / "log.csv").problems if one.hint]

    assert ["Zaaknummer" in hints[0], "Activiteit" in hints[1]] == [True, True]


def test_an_attribute_that_no_event_has_is_asked_for_by_its_near_name(tmp_path: Path) -> None:
    (tmp_path / "l.xes").write_text(xes_text(), encoding="utf-8")

    (problem,) = refused(tmp_path / "l.xes", group="org:grp").problems

    assert problem.code == "log-column-missing"
    assert problem.hint is not None
    assert "org:group" in problem.hint.en


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert [one.code for one in refused(tmp_path / "weg.csv", **NAMES).problems] == ["file-missing"]


def test_columns_of_different_lengths_are_refused() -> None:
    told = {"c": ["1", "2"], "s": ["a"]}

    assert [one.code for one in refused(told, case="c", step="s").problems] == ["table-uneven"]


def test_an_error_in_a_csv_has_its_line(tmp_path: Path) -> None:
    (tmp_path / "l.csv").write_text('c,s\n1,"a\nb"\n2,"b" x\n', encoding="utf-8")

    (problem,) = refused(tmp_path / "l.csv", case="c", step="s").problems

    assert (problem.code, problem.mark.line) == ("csv-syntax", 4)


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
        ("l.xes.gz", gzip.compress(b"<log/>", mtime=0)[:-6], "gzip-damaged"),
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


def test_a_column_whose_names_are_not_all_there_is_refused() -> None:
    pa = pytest.importorskip("pyarrow")
    steps = pa.DictionaryArray.from_arrays(pa.array([0, 7]), pa.array(["a"]), safe=False)

    error = refused(pa.table({"c": ["1", "1"], "s": steps}), case="c", step="s")

    assert [one.code for one in error.problems] == ["parquet-unreadable"]


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


def test_teams_of_a_few_are_counted_and_not_named() -> None:
    few = [("groot", n) for n in range(5)] + [("klein", n) for n in range(4)]
    told = {
        "c": [str(n) for n in range(9)],
        "s": ["a"] * 9,
        "p": [f"{team}-{n}" for team, n in few],
        "g": [team for team, _ in few],
    }

    reading = read_log(told, case="c", step="s", person="p", group="g")

    (one,) = [finding for finding in reading.findings if finding.code == "log-small-groups"]
    assert dict(one.values) == {"count": "1", "least": "5"}
