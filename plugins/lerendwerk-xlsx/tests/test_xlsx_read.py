"""Answers from a workbook: the same as from CSV; what is no workbook ends in a clear error, soon."""

from __future__ import annotations

import datetime as dt
import io
import time
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lerendwerk_core as lw
from lerendwerk_core.model.answers import AnswerRound
from lerendwerk_core.vocabulary import Answer

HEAD = ("respondent", "organisatie", "A1", "A2", "F1")
ROWS = [HEAD, ("R-01", "gem", "op orde", "niet", None), ("R-02", "zorg", "nvt", "leeg", "partly")]


@pytest.fixture(scope="module")
def bench() -> lw.Workbench:
    return lw.Workbench(on_error="raise")


def workbook(rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rounds(bench: lw.Workbench, folder: Path, data: bytes) -> tuple[AnswerRound, ...]:
    (folder / "a.xlsx").write_bytes(data)
    (folder / "dossier.yaml").write_text("id: x\nchecklist: {answers: a.xlsx}\n", encoding="utf-8")
    checklist = bench.read(folder).checklist
    assert checklist is not None
    return checklist.rounds


def refused(bench: lw.Workbench, folder: Path, data: bytes) -> str:
    began = time.perf_counter()
    with pytest.raises(lw.DossierError) as caught:
        rounds(bench, folder, data)
    assert time.perf_counter() - began < 20
    return str(caught.value).replace(f"{folder}/", "")


CELLS = st.sampled_from([None, *(word for one in Answer for word in (one.value, one.nl, one.en))])


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(answers=st.lists(st.tuples(CELLS, CELLS, CELLS), max_size=6))
def test_a_workbook_says_what_a_csv_says(
    bench: lw.Workbench, tmp_path: Path, answers: list[tuple[str | None, ...]]
) -> None:
    rows = [HEAD, *((f"R-{at:02}", "gem", *cells) for at, cells in enumerate(answers))]
    (tmp_path / "a.csv").write_text(
        "".join(";".join(cell or "" for cell in row) + "\n" for row in rows), encoding="utf-8"
    )
    (tmp_path / "dossier.yaml").write_text("id: x\nchecklist: {answers: a.csv}\n", encoding="utf-8")
    checklist = bench.read(tmp_path).checklist
    assert checklist is not None

    assert rounds(bench, tmp_path, workbook(list(rows))) == checklist.rounds


def test_only_the_first_sheet_is_read(bench: lw.Workbench, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook(ROWS)))
    book.create_sheet("uitleg").append(["respondent", "Z9"])
    book.save(tmp_path / "b.xlsx")

    (found,) = rounds(bench, tmp_path, (tmp_path / "b.xlsx").read_bytes())

    assert found.respondents == ("R-01", "R-02")


def test_numbers_and_dates_are_read_as_one_sees_them(bench: lw.Workbench, tmp_path: Path) -> None:
    rows = [
        ("respondent", "moment", "A1"),
        (7, dt.datetime(2025, 1, 31), "niet"),  # noqa: DTZ001 - as Excel has them
        (8.0, dt.datetime(2025, 1, 31), "niet"),  # noqa: DTZ001
    ]

    (found,) = rounds(bench, tmp_path, workbook(rows))

    assert (found.moment, found.respondents) == ("2025-01-31", ("7", "8"))


@pytest.mark.parametrize("cell", [3, 0.5, True, dt.date(2025, 1, 1), "#REF!", "=1+1"])
def test_a_cell_that_is_no_answer_is_refused_where_it_stands(
    bench: lw.Workbench, tmp_path: Path, cell: object
) -> None:
    said = refused(bench, tmp_path, workbook([*ROWS, ("R-03", "gem", cell, "niet", "niet")]))

    assert "a.xlsx:4:3: '" in said


def test_of_a_formula_its_outcome_counts(bench: lw.Workbench, tmp_path: Path) -> None:
    data = workbook([*ROWS, ("R-03", '=IF(1,"gem","")', '=IF(1,"niet","")', "niet", "niet")])
    sheet = _part(data, SHEET).replace(b"&quot;", b'"')
    for outcome in (b"gem", b"niet"):
        formula = b'IF(1,"%b","")</f>' % outcome
        assert formula + b"<v />" in sheet
        sheet = sheet.replace(formula + b"<v />", formula + b"<v>%b</v>" % outcome)
    sheet = sheet.replace(b'r="B4"', b'r="B4" t="str"').replace(b'r="C4"', b'r="C4" t="str"')

    (found,) = rounds(bench, tmp_path, _with(data, SHEET, sheet))

    assert found.respondents == ("R-01", "R-03", "R-02")
    assert found.column("A1") == b"\0\2\3"


# -- hostile workbooks -----------------------------------------------------------------------------


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(name)


def _with(data: bytes, name: str, part: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as packed,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again,
    ):
        for one in packed.namelist():
            again.writestr(one, part if one == name else packed.read(one))
        if name not in packed.namelist():
            again.writestr(name, part)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def _sheet(inside: str, head: str = "") -> bytes:
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    xml = f'<worksheet xmlns="{space}">{head}<sheetData>{inside}</sheetData></worksheet>'
    return _with(workbook(ROWS), SHEET, xml.encode())


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"", "no readable workbook"),
        (b"respondent;A1\n", "no readable workbook"),
        (workbook(ROWS)[:-200], "no readable workbook"),
        (workbook(ROWS)[:600] + b"\0" * 900 + workbook(ROWS)[1500:], ""),
        (_with(workbook(ROWS), "xl/media/x.png", b"\0" * 40 * 1024**2), "unpacks to more"),
        (_with(workbook(ROWS), SHEET, b" " * 140 * 1024**2), "unpacks to more"),
        (_with(workbook(ROWS), SHEET, BOMB.encode()), "no readable workbook"),
        (_with(workbook(ROWS), SHEET, BOMB.encode("utf-16")), "no readable workbook"),
        (_with(workbook(ROWS), SHEET, b"<worksheet"), "damaged"),
        (_with(workbook(ROWS), "xl/workbook.xml", b"<x/>"), "damaged"),
        (_sheet("<row>" + "<c/>" * 400_000 + "</row>"), "unpacks to more"),
        (_sheet("<row><!-- <row -->" + "<c/>" * 400_000 + "</row>"), "no readable workbook"),
        (_sheet('<row r="999999999999"><c r="A999999999999"/></row>'), "column names"),
        (
            _sheet('<row r="1"><c r="ZZZ1" t="inlineStr"><is><t>x</t></is></c></row>'),
            "column names",
        ),
        (_sheet("", '<dimension ref="A1:ZZZ99999999"/>'), "column names"),
        (_sheet('<row r="1"><c r="A1" t="s"><v>99999999</v></c></row>'), "damaged"),
    ],
    ids=range(16),
)
def test_a_hostile_workbook_is_refused_soon(
    bench: lw.Workbench, tmp_path: Path, data: bytes, wanted: str
) -> None:
    assert wanted in refused(bench, tmp_path, data)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(at=st.integers(0, 4000), byte=st.integers(0, 255))
def test_a_damaged_workbook_is_read_or_refused(
    bench: lw.Workbench, tmp_path: Path, at: int, byte: int
) -> None:
    data = bytearray(workbook(ROWS))
    data[at % len(data)] = byte
    try:
        found = rounds(bench, tmp_path, bytes(data))
    except lw.DossierError:
        return
    assert [len(one) for one in found] == [2]
