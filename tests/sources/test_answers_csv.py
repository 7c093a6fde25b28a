"""Answers from a CSV file: whatever the dialect, the form and the order, the same round; else an error."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import pytest
from answer_files import (
    DELIMITERS,
    ENCODINGS,
    Dialect,
    Who,
    answered,
    dialects,
    long,
    read_beside,
    read_rounds,
    seen,
    told,
    wide,
)
from hypothesis import given
from hypothesis import strategies as st
from plain_values import said

import lerendwerk_core as lw
from lerendwerk_core.vocabulary import Answer
from make import SMALL

FREE = "id: vrij\n"
SCALE = (
    "Known: gedeeltelijk, in_order, leeg, niet, not_applicable, not_in_order, nvt, op_orde, partly, "
    "unanswered."
)
ROW = "R-01;gem;op orde;niet\n"
HEAD = "respondent;organisatie;A1;A2\n"


def refused(
    bench: lw.Workbench,
    folder: Path,
    data: str | bytes,
    checklist: str = "{answers: antwoorden.csv}",
) -> list[str]:
    with pytest.raises(lw.DossierError) as caught:
        read_rounds(bench, folder, data, checklist)
    return said(caught.value, folder).splitlines()[1:]


def noticed(bench: lw.Workbench, folder: Path, data: str) -> list[str]:
    return [str(one.message) for one in read_beside(bench, folder, data).findings]


# -- the same in every form ------------------------------------------------------------------------


@given(who=answered(), data=st.data(), dialect=dialects)
def test_what_is_written_is_read(
    bench: lw.Workbench, who: list[Who], data: st.DataObject, dialect: Dialect
) -> None:
    rows = data.draw(st.one_of(wide(who), long(who)))
    with tempfile.TemporaryDirectory() as folder:
        (found,) = read_rounds(bench, Path(folder), dialect.of(rows))

    assert seen(found) == told(who)
    assert found.of_people


@given(first=answered(), second=answered(), data=st.data())
def test_a_column_of_moments_makes_rounds(
    bench: lw.Workbench, first: list[Who], second: list[Who], data: st.DataObject
) -> None:
    one, other = data.draw(wide(first, "T10")), data.draw(wide(second, "T9"))
    order = [other[0].index(column) for column in one[0]]
    rows = [*one, *([row[at] for at in order] for row in other[1:])]
    with tempfile.TemporaryDirectory() as folder:
        found = read_rounds(bench, Path(folder), Dialect().of(rows))

    assert [(one.moment, seen(one)) for one in found] == [
        ("T9", told(second)),
        ("T10", told(first)),
    ]


@given(who=answered(least=2), data=st.data())
def test_those_of_an_organisation_stand_together(
    bench: lw.Workbench, who: list[Who], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        (found,) = read_rounds(bench, Path(folder), Dialect().of(data.draw(wide(who))))

    spans = found.spans
    assert sum(end - start for start, end in spans.values()) == len(who)
    for name, (start, end) in spans.items():
        assert set(found.organisations[start:end]) == {name}


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_the_words_of_an_item_may_stand_above_it(
    bench: lw.Workbench, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    items = bench.catalogue.checklists["default"].items
    heading = [
        "Rolcode",
        *(f"{one.id}: {one.label.nl}" for one in items[:4]),
        *(one.label.en for one in items[4:]),
    ]
    rows = [heading, ["R-01", *["niet"] * len(items)]]

    (found,) = read_rounds(bench, tmp_path, Dialect(delimiter, encoding).of(rows), base=FREE)

    assert dict(found.columns) == {one.id: b"\2" for one in items}
    assert found.organisations == ("",)


@pytest.mark.parametrize("path", ["A/A1", "A-A1", "data/A/A1", "a1", "'A1", "A1: iets", " A1 "])
def test_the_headings_of_form_tools_are_known(
    bench: lw.Workbench, tmp_path: Path, path: str
) -> None:
    text = (
        f"start,deviceid,wie/respondent,{path},_uuid,meta/instanceID\n2025-01-01,x,R-01,niet,1,2\n"
    )

    (found,) = read_rounds(bench, tmp_path, text)

    assert dict(found.columns) == {"A1": b"\2"}


def test_what_stands_beside_answers_is_left_unread_and_said(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    text = "naam;respondent;A1;_uuid;Opmerkingen;\nJan;R-01;niet;7;veel;\n"

    dossier = read_beside(bench, tmp_path, text)

    assert [str(one.message) for one in dossier.findings] == [
        "antwoorden.csv: columns not read: naam, _uuid, Opmerkingen."
    ]
    assert "Jan" not in repr(dossier.checklist)


def test_a_row_without_any_answer_is_nobody(bench: lw.Workbench, tmp_path: Path) -> None:
    text = HEAD + ROW + "R-02;gem;;\nR-03;;;\nR-04;gem;leeg;\n"

    assert noticed(bench, tmp_path, text) == [
        "antwoorden.csv: rows without any answer were skipped."
    ]
    assert read_rounds(bench, tmp_path, text)[0].respondents == ("R-01", "R-04")


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\r\n" + HEAD + ROW,
        "\n\n;;;\n" + HEAD + "\n" + ROW,
        HEAD + "R-01;gem;op orde;niet;;\n",
        "respondent;organisatie;A1;A2;A3\n" + ROW,
    ],
)
def test_what_spreadsheets_add_and_leave_off_does_not_matter(
    bench: lw.Workbench, tmp_path: Path, text: str
) -> None:
    (found,) = read_rounds(bench, tmp_path, text)

    assert seen(found) == {"R-01": ("gem", {"A1": Answer.IN_ORDER, "A2": Answer.NOT_IN_ORDER})}


def test_a_heading_alone_is_a_round_of_nobody(bench: lw.Workbench, tmp_path: Path) -> None:
    (found,) = read_rounds(bench, tmp_path, HEAD)

    assert (len(found), found.of_people) == (0, True)


# -- where a file may stand ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("checklist", "moments"),
    [
        ("{answers: antwoorden.csv}", [""]),
        ("{respondents: antwoorden.csv}", [""]),
        ("{rounds: {T1: antwoorden.csv, T0: antwoorden.csv}}", ["T0", "T1"]),
        ("{rounds: {T0: {answers: antwoorden.csv}}}", ["T0"]),
        ("{rounds: {T0: {respondents: antwoorden.csv}}}", ["T0"]),
    ],
)
def test_a_file_stands_where_answers_may_stand(
    bench: lw.Workbench, tmp_path: Path, checklist: str, moments: list[str]
) -> None:
    found = read_rounds(bench, tmp_path, HEAD + ROW, checklist)

    assert [one.moment for one in found] == moments
    assert all(one.respondents == ("R-01",) and one.of_people for one in found)


def test_a_file_beside_written_answers_is_twice(bench: lw.Workbench, tmp_path: Path) -> None:
    checklist = "{answers: antwoorden.csv, respondents: {x: {A1: niet}}}"

    (line,) = refused(bench, tmp_path, HEAD + ROW, checklist)
    (again,) = refused(bench, tmp_path, HEAD + ROW, "{rounds: {T0: " + checklist + "}}")

    assert "give the answers once" in line
    assert "give the answers once" in again


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("weg.csv", "the file 'weg.csv' is not there"),
        ("../weg.csv", "outside the dossier's folder"),
        ("antwoorden.doc", "a file with answers ends in .csv, .tsv, .txt"),
        ("antwoorden", "keys with values belong here"),
    ],
)
def test_a_file_that_cannot_be_is_refused(
    bench: lw.Workbench, tmp_path: Path, name: str, wanted: str
) -> None:
    (line,) = refused(bench, tmp_path, HEAD + ROW, f"{{answers: {name}}}")

    assert wanted in line


def test_a_file_for_one_moment_holds_that_moment(bench: lw.Workbench, tmp_path: Path) -> None:
    text = "respondent;moment;A1\nR-01;T0;niet\nR-01;T1;niet\n"

    (line,) = refused(bench, tmp_path, text, "{rounds: {T0: antwoorden.csv}}")

    assert "is for T0, but holds T1 too" in line


# -- what is wrong ---------------------------------------------------------------------------------


def test_everything_that_is_wrong_is_said_where_it_stands(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    text = """\
respondent;organisatie;A1;A2
Jan de Vries;gem;niet;niet
R-01;gm;niet;niet
R-02;gem;misschien;neit
R-03;;niet;niet
R-04;gem;niet;niet
R-04;zorg;niet;niet
;gem;niet;niet
R-05;gem;niet;niet;niet
"""

    assert refused(bench, tmp_path, text) == [
        "antwoorden.csv:2:1: 'Jan de Vries' is not a role code such as JC-01; names do not belong in a dossier.",
        "antwoorden.csv:3:2: organisation 'gm' does not exist. Did you mean 'gem'?",
        f"antwoorden.csv:4:3: 'misschien' is not known here. {SCALE}",
        "antwoorden.csv:4:4: 'neit' is not known here. Did you mean 'niet'?",
        "antwoorden.csv:5:2: 'organisation' must not be empty.",
        "antwoorden.csv:7:1: respondent 'R-04' has answered already, on line 6.",
        "antwoorden.csv:8:1: 'respondent' must not be empty.",
        "antwoorden.csv:9:1: 5 values instead of 4.",
    ]


def test_in_long_form_too(bench: lw.Workbench, tmp_path: Path) -> None:
    text = """\
respondent;organisatie;item;antwoord;moment
R-01;gem;A1;niet;T0
R-01;gem;A1;op orde;T0
R-01;zorg;A2;niet;T0
R-01;zorg;A2;niet;T1
R-02;gem;A11;niet;T0
R-02;gem;;niet;T0
R-02;gem;A3;soms;T0
R-02;gem;A3;niet;
"""

    assert [line.split(": ", 1) for line in refused(bench, tmp_path, text)] == [
        [
            "antwoorden.csv:3:3",
            "respondent 'R-01' (first on line 2) has answered this item already.",
        ],
        ["antwoorden.csv:4:2", "respondent 'R-01' is of another organisation on line 2."],
        ["antwoorden.csv:6:3", "'A11' is no item of the checklist. Did you mean 'A1'?"],
        ["antwoorden.csv:7:3", "'item' must not be empty."],
        ["antwoorden.csv:8:4", f"'soms' is not known here. {SCALE}"],
        ["antwoorden.csv:9:5", "'moment' must not be empty."],
    ]


@pytest.mark.parametrize(
    ("heading", "wanted"),
    [
        ("respondent;A1;Z9", "1:3: 'Z9' is no item of the checklist."),
        ("respondent;A1;A/A99", "1:3: 'A/A99' is no item of the checklist."),
        ("respondent;A1;a1", "1:3: the item 'A1' has two columns."),
        ("respondnt;A1", "at least respondent. Did you mean 'respondnt'?"),
        ("respondent;opmerking", "there is no column with an item"),
        ("", "the first line must hold column names"),
    ],
)
def test_a_heading_that_cannot_be_is_refused(
    bench: lw.Workbench, tmp_path: Path, heading: str, wanted: str
) -> None:
    lines = refused(bench, tmp_path, heading + "\n")

    assert any(wanted in line for line in lines)


def test_the_line_is_that_of_the_file(bench: lw.Workbench, tmp_path: Path) -> None:
    text = '\nrespondent;A1;opmerking\n\nR-01;niet;"twee\nregels"\nR-02;neit;\n'

    assert refused(bench, tmp_path, text)[0].startswith("antwoorden.csv:6:2: 'neit'")


# -- hostile files ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x00" * 1000,
        b"\xff\xfe\x00",
        HEAD + '"R-01;gem;niet;niet\n' + ROW,
        HEAD + "x" * 200_000 + ";gem;niet;niet\n",
        HEAD + '"' + "\n" * 2_000_000,
        ";" * 2_000_000,
        "respondent" + ";A1" * 3000 + "\n",
        "\n" * 1_100_000,
        HEAD + "".join(f"R-{n};gem;x{n};y{n}\n" for n in range(60_000)),
        HEAD + "".join(f"Naam{n} Jansen;gem;niet;niet\n" for n in range(60_000)),
        "respondent;item;antwoord\n" + "".join(f"R-1;X{n};niet\n" for n in range(60_000)),
    ],
    ids=range(12),
)
def test_a_hostile_file_is_refused_soon_and_shortly(
    bench: lw.Workbench, tmp_path: Path, data: str | bytes
) -> None:
    began = time.perf_counter()

    lines = refused(bench, tmp_path, data)

    assert 1 <= len(lines) <= 200
    assert time.perf_counter() - began < 10


def test_more_respondents_than_there_may_be_are_refused(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    rows = "".join(f"R-{n};gem;niet;niet\n" for n in range(50_002))

    assert refused(bench, tmp_path, HEAD + rows)[-1].endswith("more than 50000 rows.")


def test_as_many_respondents_as_there_may_be_are_read(bench: lw.Workbench, tmp_path: Path) -> None:
    rows = "".join(f"R-{n};gem;niet;niet\n" for n in range(50_000))

    assert len(read_rounds(bench, tmp_path, HEAD + rows)[0]) == 50_000


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(bench: lw.Workbench, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = read_rounds(bench, Path(folder), HEAD.encode() + data)
        except lw.DossierError:
            return
    assert len(found) == 1


def test_of_no_dossier_organisations_any_will_do(bench: lw.Workbench, tmp_path: Path) -> None:
    (found,) = read_rounds(bench, tmp_path, HEAD + "R-01;elders;niet;\n", base=FREE)

    assert found.organisations == ("elders",)
    assert refused(bench, tmp_path, HEAD + "R-01;elders;niet;\n")
    assert "organisations" in SMALL
