"""People in role codes, from the tables that systems of municipalities write."""

from __future__ import annotations

from pathlib import Path

import pytest
from plain_values import said

import lerendwerk_core as lw
from lerendwerk_core.model.people import Person
from make import dossier_file

BASE = """
id: tafel
areas: [{id: noord}]
organisations: [{id: gem}, {id: zorg}]
people: people.csv
"""
ROWS = (
    ("code", "discipline", "org", "area"),
    ("JC-01", "consulent", "gem", "noord"),
    ("JC-02", "consulent", "gem", ""),
    ("OS-01", "ondersteuner", "zorg", ""),
)
PEOPLE = tuple(
    Person(code=code, discipline=discipline, organisation=organisation, area=area)
    for code, discipline, organisation, area in ROWS[1:]
)


def table(
    *, delimiter: str = ";", end: str = "\n", rows: tuple[tuple[str, ...], ...] = ROWS
) -> str:
    return "".join(delimiter.join(row) + end for row in rows)


def read(bench: lw.Workbench, folder: Path, data: str | bytes) -> lw.Dossier:
    (folder / "people.csv").write_bytes(data if isinstance(data, bytes) else data.encode())
    return bench.read(dossier_file(folder, base=BASE))


def refused(bench: lw.Workbench, folder: Path, data: str | bytes) -> list[str]:
    with pytest.raises(lw.DossierError) as caught:
        read(bench, folder, data)
    return said(caught.value, folder).splitlines()[1:]


def noticed(dossier: lw.Dossier) -> list[str]:
    return [str(finding.message) for finding in dossier.findings]


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiters_and_line_ends_are_found_out(
    bench: lw.Workbench, tmp_path: Path, delimiter: str, end: str
) -> None:
    assert read(bench, tmp_path, table(delimiter=delimiter, end=end)).people == PEOPLE


def test_the_example_people_are_read(bench: lw.Workbench, example: Path) -> None:
    lines = (example / "people.csv").read_text("utf-8").splitlines()

    people = bench.read(example).people

    assert len(people) == len(lines) - 1
    assert people[0].code == lines[1].split(";")[0]


def test_a_plain_table_needs_no_repair(bench: lw.Workbench, tmp_path: Path) -> None:
    assert noticed(read(bench, tmp_path, table(delimiter=","))) == []


def test_a_byte_order_mark_is_skipped_and_said(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = read(bench, tmp_path, b"\xef\xbb\xbf" + table(delimiter=",").encode())

    assert dossier.people == PEOPLE
    assert noticed(dossier) == ["people.csv: read with BOM."]


def test_windows_text_is_read_and_said(bench: lw.Workbench, tmp_path: Path) -> None:
    text = table(delimiter=",").replace("ondersteuner", "coördinator €")

    dossier = read(bench, tmp_path, text.encode("cp1252"))

    assert dossier.people[2].discipline == "coördinator €"
    assert noticed(dossier) == ["people.csv: read with cp1252."]


def test_dutch_and_english_column_names_are_known(bench: lw.Workbench, tmp_path: Path) -> None:
    dutch = "Rolcode,Functie,Organisatie,Afdeling,Wijk,Geregistreerd\n"
    english = "ROLE_CODE, Function ,organization,Department,Area,Registered\n"
    row = "JC-01,consulent,gem,Toegang,noord,SKJ\n"

    people = [read(bench, tmp_path, header + row).people for header in (dutch, english)]

    assert people[0] == people[1]
    assert people[0][0] == Person(
        code="JC-01",
        discipline="consulent",
        organisation="gem",
        department="Toegang",
        area="noord",
        registered="SKJ",
    )


def test_a_lost_leading_zero_is_put_back_and_said(bench: lw.Workbench, tmp_path: Path) -> None:
    dossier = read(bench, tmp_path, table(delimiter=",").replace("JC-01", "JC-1"))

    assert dossier.people == PEOPLE
    assert noticed(dossier) == ["people.csv: read with 0…."]


@pytest.mark.parametrize("code", ["JC-10", "JC-001", "JC-100", "JC1", "1"])
def test_other_codes_stay_as_they_are(bench: lw.Workbench, tmp_path: Path, code: str) -> None:
    dossier = read(bench, tmp_path, table(delimiter=",").replace("JC-01", code))

    assert dossier.people[0].code == code
    assert noticed(dossier) == []


def test_columns_that_are_not_read_are_named(bench: lw.Workbench, tmp_path: Path) -> None:
    text = "naam,code,geboortedatum,discipline,org,\nJan,JC-01,1980,consulent,gem,\n"

    dossier = read(bench, tmp_path, text)

    assert noticed(dossier) == ["people.csv: columns not read: naam, geboortedatum."]
    assert "Jan" not in str(dossier)


def test_of_two_columns_for_the_same_the_second_is_named(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    text = "code,discipline,functie,org,code\nJC-01,consulent,directeur,gem,X\n"

    dossier = read(bench, tmp_path, text)

    assert [(one.code, one.discipline) for one in dossier.people] == [("JC-01", "consulent")]
    assert noticed(dossier) == ["people.csv: columns not read: functie, code."]


def test_empty_lines_are_skipped_but_counted(bench: lw.Workbench, tmp_path: Path) -> None:
    text = "\n" + table().replace("OS-01;ondersteuner;zorg", ";;;\n  \nOS-01;ondersteuner;zrg")

    assert refused(bench, tmp_path, text) == [
        "people.csv:7:3: organisation 'zrg' does not exist. Did you mean 'zorg'?"
    ]


def test_quoted_cells_may_hold_delimiters_and_lines(bench: lw.Workbench, tmp_path: Path) -> None:
    text = 'code;discipline;org;afdeling\nJC-01;"con;sulent";gem;"Team\nWest"\nOS-01;x;zrg;\n'

    assert refused(bench, tmp_path, text)[-1].startswith("people.csv:4:3: organisation 'zrg'")


def test_everything_wrong_in_the_table_is_said_at_once(bench: lw.Workbench, tmp_path: Path) -> None:
    text = """\
code;discipline;org;area
;consulent;gem;noord
JC-01;;gem;noord
JC-02;consulent;;
JC-03;consulent
JC-04;consulent;gm;nord
JC-4;consulent;gem;
JC-04;ondersteuner;zorg;
"""

    assert refused(bench, tmp_path, text) == [
        "people.csv:2:1: 'code' must not be empty.",
        "people.csv:3:2: 'discipline' must not be empty.",
        "people.csv:4:3: 'organisation' must not be empty.",
        "people.csv:5:1: 2 values instead of 4.",
        "people.csv:6:3: organisation 'gm' does not exist. Did you mean 'gem'?",
        "people.csv:6:4: area 'nord' does not exist. Did you mean 'noord'?",
        "people.csv:7:1: role code 'JC-04' already exists; first at people.csv:6:1.",
        "people.csv:8:1: role code 'JC-04' already exists; first at people.csv:6:1.",
    ]


def test_a_missing_column_is_named_with_its_near_miss(bench: lw.Workbench, tmp_path: Path) -> None:
    (line,) = refused(bench, tmp_path, "code;dicipline;org\nJC-01;consulent;gem\n")

    assert line == (
        "people.csv:1:1: the first line must hold column names, with at least discipline. "
        "Did you mean 'dicipline'?"
    )


@pytest.mark.parametrize("data", ["", "\n\n", "JC-01;consulent;gem\n", table(delimiter="|")])
def test_a_table_without_column_names_is_refused(
    bench: lw.Workbench, tmp_path: Path, data: str
) -> None:
    (line,) = refused(bench, tmp_path, data)

    assert line.startswith("people.csv:1:1: the first line must hold column names")


@pytest.mark.parametrize(
    "row", ['"JC-01;consulent;gem;\n', 'JC-01;"x"y;gem;\n', "x" * 200_000 + ";consulent;gem;\n"]
)
def test_a_broken_row_is_refused_with_its_line(
    bench: lw.Workbench, tmp_path: Path, row: str
) -> None:
    lines = refused(bench, tmp_path, table() + row)

    assert lines[-1].startswith("people.csv:5:1: this is not readable CSV")


def test_too_many_rows_are_refused(bench: lw.Workbench, tmp_path: Path) -> None:
    rows = "".join(f"A-{n:06};consulent;gem;\n" for n in range(60_000))

    assert refused(bench, tmp_path, table() + rows)[-1].endswith("more than 50000 rows.")


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 4, b"\x00" * 1000, "code;discipline;org".encode("utf-16")]
)
def test_what_is_no_table_is_refused(bench: lw.Workbench, tmp_path: Path, data: bytes) -> None:
    assert refused(bench, tmp_path, data)


@pytest.mark.parametrize("name", ["Jan de Vries", "Jan", "jan.devries", "JC-x"])
def test_a_name_does_not_pass_for_a_role_code(
    bench: lw.Workbench, tmp_path: Path, name: str
) -> None:
    said = refused(bench, tmp_path, f"code;discipline;org\n{name};consulent;gem\n")

    assert said == [
        f"people.csv:2:1: '{name}' is not a role code such as JC-01; names do not belong in a dossier."
    ]
