"""Observations in a dossier: read tolerantly, every mistake with its place, nothing from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

import lerendwerk_core as lw
from lerendwerk_core.errors import DossierError

DOSSIER = """\
format: 1
id: d
period: {measurements: [T0, T1]}
outcomes:
  data: metingen.csv
"""


def read(bench: lw.Workbench, folder: Path, table: bytes | str, more: str = "") -> lw.Dossier:
    data = table.encode() if isinstance(table, str) else table
    (folder / "metingen.csv").write_bytes(data)
    (folder / "dossier.yaml").write_text(DOSSIER + more, encoding="utf-8")
    return bench.read(folder)


def problems(
    bench: lw.Workbench, folder: Path, table: str, more: str = ""
) -> list[tuple[str, int, int]]:
    with pytest.raises(DossierError) as caught:
        read(bench, folder, table, more)
    return [(one.code, one.mark.line, one.mark.column) for one in caught.value.problems]


TABLE = "Meetmoment;Code;draagvlak;tijdstempel\nT0;x-1;3,5;nu\n\nT1;x-1;;nu\n"


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        b"\xef\xbb\xbf" + TABLE.encode(),
        TABLE.replace("nu", "één").encode("cp1252"),
        TABLE.replace(";", "\t").encode(),
        TABLE.replace("3,5", "3.5").replace(";", ",").encode(),
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(
    data: bytes, bench: lw.Workbench, tmp_path: Path
) -> None:
    dossier = read(bench, tmp_path, data)

    assert dossier.outcomes is not None
    first, second = dossier.outcomes.observations
    assert (first.moment, first.code, dict(first.values)) == ("T0", "x-1", {"draagvlak": 3.5})
    assert dict(second.values) == {}
    assert [one.code for one in dossier.findings] == ["outcome-columns-ignored"]


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("momentt;draagvlak\nT0;1\n", ("csv-no-header", 1, 1)),
        ("", ("csv-no-header", 1, 1)),
        ("moment;code\nT0;x-1\n", ("outcome-no-measures", 1, 1)),
        ("moment;a;a\nT0;1;2\n", ("outcome-column-twice", 1, 3)),
        ("moment;a\nT0;veel\n", ("outcome-not-a-number", 2, 2)),
        ("moment;a\nT0;nan\n", ("outcome-not-a-number", 2, 2)),
        ("moment;a\nT0;1e999\n", ("outcome-not-a-number", 2, 2)),
        ("moment;a\n;1\n", ("csv-empty", 2, 1)),
        ("moment;a\nT0;1;2\n", ("csv-row-length", 2, 1)),
        ("moment;code;a\nT0;Jan de Vries;2\n", ("not-a-role-code", 2, 2)),
        ("moment;code;a\nT0;x-1;2\nT0;x-1;3\n", ("outcome-code-twice", 3, 2)),
        ('moment;a\nT0;"1\n', ("csv-syntax", 2, 1)),
    ],
)
def test_a_mistake_is_named_with_its_place(
    table: str, found: tuple[str, int, int], bench: lw.Workbench, tmp_path: Path
) -> None:
    assert problems(bench, tmp_path, table) == [found]


def test_an_unknown_organisation_is_named_with_what_was_meant(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    more = "organisations:\n  - {id: wijkteam, type: municipality, nl: wijkteam}\n"
    table = "moment;organisatie;a\nT0;wijkteem;1\nT0;wijkteem;1\n"

    found = problems(bench, tmp_path, table, more)
    assert [one for one in found if one[0] == "unknown-reference"] == [("unknown-reference", 2, 2)]


def test_a_column_that_was_meant_for_whom_is_recognised(
    bench: lw.Workbench, tmp_path: Path
) -> None:
    with pytest.raises(DossierError) as caught:
        read(bench, tmp_path, "moment;organistie;a\nT0;gem;1\n")
    (problem,) = caught.value.problems

    assert problem.hint is not None
    assert "organisatie" in problem.hint.nl


def test_a_series_told_twice_is_a_problem(bench: lw.Workbench, tmp_path: Path) -> None:
    found = problems(bench, tmp_path, "moment;a\nT0;1\n", "  a: {T0: 1}\n")

    assert found == [("outcome-twice", 6, 3)]


def test_nothing_outside_the_folder_is_read(bench: lw.Workbench, tmp_path: Path) -> None:
    (tmp_path / "elders.csv").write_text("moment;a\nT0;1\n", encoding="utf-8")
    folder = tmp_path / "map"
    folder.mkdir()
    text = DOSSIER.replace("metingen.csv", "[../elders.csv, weg.csv]")
    (folder / "dossier.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(DossierError) as caught:
        bench.read(folder)
    assert [one.code for one in caught.value.problems] == ["file-outside", "file-missing"]


INSTRUMENT = """\
instruments:
  - id: leren
    extends: dloq
    scale: [1, 6]
    items:
      - {id: d1, dimension: team_learning, nl: eerste}
      - {id: d2, dimension: team_learning, reversed: true, nl: tweede}
"""


def test_items_of_an_own_instrument_are_scored(bench: lw.Workbench, tmp_path: Path) -> None:
    (tmp_path / "items.yaml").write_text(INSTRUMENT, encoding="utf-8")
    rows = "".join(f"T{moment};{4 + moment};{2 - moment}\n" for moment in (0, 1) for _ in range(6))

    dossier = read(bench, tmp_path, f"moment;d1;d2\n{rows}", "  instruments: items.yaml\n")
    found = bench.measure(dossier)
    assert found is not None
    assert set(found.series) == {"leren", "leren_team_learning"}
    values = [one.value for one in found.series["leren"].moments.values()]
    assert values == [4.5, 5.5]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("    extends: dloq\n", "", "instrument-dimension-unknown"),
        ("[1, 6]", "[6, 1]", "scale-reversed"),
        ("{id: d2", "{id: d1", "instrument-item-twice"),
        ("extends", "extend", "unknown-key"),
    ],
)
def test_a_mistake_in_an_instrument_is_named(
    old: str, new: str, code: str, bench: lw.Workbench, tmp_path: Path
) -> None:
    (tmp_path / "items.yaml").write_text(INSTRUMENT.replace(old, new), encoding="utf-8")

    found = problems(bench, tmp_path, "moment;d1\nT0;1\n", "  instruments: items.yaml\n")
    assert code in {one[0] for one in found}
