"""
Tables of people in role codes, as municipalities' systems write them.

Semicolons or commas, UTF-8 with or without BOM or else cp1252, Dutch or English column names, codes
that lost a leading zero: read, and said. What cannot be read is a problem with its line.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.people import Person
from lerendwerk_core.sources.nodes import read_bytes
from lerendwerk_core.sources.shapes import Reading, near_miss
from lerendwerk_core.vocabulary import plain

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "code": ("code", "rolcode", "role_code"),
    "discipline": ("discipline", "functie", "function"),
    "organisation": ("organisation", "organisatie", "org", "organization"),
    "department": ("department", "afdeling", "team"),
    "area": ("area", "gebied", "wijk"),
    "registered": ("registered", "geregistreerd", "register", "registratie"),
}
NEEDED = ("code", "discipline", "organisation")
MAX_ROWS = 50_000
# Letters and a number: a name has no number and does not pass. A pseudonym is a digit, a letter and more;
# the nine digits of a citizen service number do not pass either.
PSEUDONYM = "[0-9][a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{6,24}"
ROLE_CODE = re.compile(rf"[A-Za-z_]{{0,8}}[-_.]?(?:[0-9]{{1,7}}|{PSEUDONYM})")
WIDTH = 2


@attrs.frozen(kw_only=True)
class PeopleTable:
    """The people of a file, and what had to be repaired or was left unread to get them."""

    people: tuple[Person, ...]
    repairs: tuple[str, ...]
    ignored: tuple[str, ...]


def read_people(path: Path, shown_as: str, reading: Reading) -> PeopleTable:
    """Return the people in the CSV file at *path*; what is wrong is noted in *reading*."""
    text, repairs = _decoded(read_bytes(path, shown_as))
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter, shown_as, reading)
    if not rows:
        reading.wrong(Mark(shown_as, 1, 1), "csv-no-header", needed=NEEDED)
        return PeopleTable(people=(), repairs=(), ignored=())
    header, ignored = _header(rows[0][1], shown_as, reading)
    people = list(_people(rows[1:], header, shown_as, reading)) if header else []
    if any(mended for _, mended in people):
        repairs.append("0…")
    return PeopleTable(
        people=tuple(person for person, _ in people),
        repairs=tuple(repairs),
        ignored=ignored,
    )


def read_rows(path: Path) -> list[dict[str, str]]:
    """
    Return the rows of the CSV file at *path* by column, whatever stands in them.

    Raises:
        DossierError: It cannot be read, or is no CSV.
    """
    reading = Reading()
    text, _ = _decoded(read_bytes(path, path.name))
    rows = [cells for _, cells in _rows(text, _delimiter(text), path.name, reading)]
    reading.finish()
    heading, *others = rows or [[]]
    width = len(heading)
    return [dict(zip(heading, [*cells, *[""] * width], strict=False)) for cells in others]


def _decoded(data: bytes) -> tuple[str, list[str]]:
    try:
        repairs = ["BOM"] if data.startswith(b"\xef\xbb\xbf") else []
        return data.decode("utf-8-sig"), repairs
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), ["cp1252"]


def _delimiter(text: str) -> str:
    first = text.lstrip("\r\n").partition("\n")[0]
    return max(";,\t", key=lambda mark: (first.count(mark), mark == ","))


def _rows(
    text: str, delimiter: str, shown_as: str, reading: Reading
) -> list[tuple[int, list[str]]]:
    """Return the rows that are not empty, each with its line."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, [cell.strip() for cell in cells]))
            if len(rows) > MAX_ROWS:
                reading.wrong(
                    Mark(shown_as, reader.line_num, 1), "csv-too-many-rows", limit=MAX_ROWS
                )
                break
    except csv.Error as error:
        reading.wrong(Mark(shown_as, reader.line_num, 1), "csv-syntax", reason=str(error))
    return rows


def _header(
    cells: Sequence[str], shown_as: str, reading: Reading
) -> tuple[dict[str, int], tuple[str, ...]]:
    """Return the place of every known column, and the names of the others and of a second one."""
    meant = {plain(name): column for column, names in COLUMNS.items() for name in names}
    columns = [meant.get(plain(cell), "") for cell in cells]
    places = {column: columns.index(column) for column in columns if column}
    read = places.values()
    ignored = tuple(cell for place, cell in enumerate(cells) if cell and place not in read)
    missing = [column for column in NEEDED if column not in places]
    if missing:
        near = near_miss(missing[0], cells)
        reading.wrong(Mark(shown_as, 1, 1), "csv-no-header", near, needed=missing)
        return {}, ignored
    return places, ignored


def _people(
    rows: Sequence[tuple[int, list[str]]],
    header: Mapping[str, int],
    shown_as: str,
    reading: Reading,
) -> Iterator[tuple[Person, bool]]:
    width = max(header.values()) + 1
    for line, cells in rows:
        if len(cells) < width:
            mark = Mark(shown_as, line, 1)
            reading.wrong(mark, "csv-row-length", given=len(cells), expected=width)
            continue
        values = {column: cells[place] for column, place in header.items()}
        marks = {column: Mark(shown_as, line, place + 1) for column, place in header.items()}
        empty = [column for column in NEEDED if not values[column]]
        for column in empty:
            reading.wrong(marks[column], "csv-empty", column=column)
        if values["code"] and not ROLE_CODE.fullmatch(values["code"]):
            reading.wrong(marks["code"], "not-a-role-code", value=values["code"])
        elif not empty:
            code = _full_code(values["code"])
            mended = code != values["code"]
            reading.define("person", code, marks["code"])
            reading.refer("organisation", values["organisation"], marks["organisation"])
            if values.get("area"):
                reading.refer("area", values["area"], marks["area"])
            yield Person(**{**values, "code": code}), mended


def _full_code(code: str) -> str:
    """Return *code* with the leading zero that a spreadsheet took: ``JC-1`` is ``JC-01``."""
    found = re.fullmatch(r"(.*-)(\d)", code)
    return f"{found[1]}{int(found[2]):0{WIDTH}d}" if found else code
