"""
CSV, plain or gzipped: comma, semicolon or tab, UTF-8 with or without BOM, or else cp1252.

Columns are named by the caller. What they are called in a file is anybody's guess, so nothing is guessed:
a name that is not there is a problem that says which ones are.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from lerendwerk_core.errors import DossierError, Mark, Problem
from lerendwerk_core.process.events import Coded
from lerendwerk_core.sources.logs.columns import NEEDED, ROLES, Said
from lerendwerk_core.sources.logs.packed import unpacked
from lerendwerk_core.sources.logs.times import Moments
from lerendwerk_core.sources.nodes import refused
from lerendwerk_core.sources.shapes import near_miss
from lerendwerk_core.wording import hint_text, problem_text

MAX_EVENTS = 50_000_000
MOST_NAMED = 20
OPTIONS = {
    "case": "--case",
    "step": "--activity",
    "time": "--time",
    "person": "--resource",
    "group": "--group",
    "organisation": "--organisation",
}
"""What each column is called on the command line."""


def read_table(path: Path, shown_as: str, names: Mapping[str, str]) -> Said:
    """
    Return what the CSV file at *path* says in the columns *names*.

    Raises:
        DossierError: It cannot be read, or lacks a column.
    """
    try:
        return _read(path, shown_as, names, "utf-8-sig")
    except UnicodeDecodeError:
        return _read(path, shown_as, names, "cp1252")


def _read(path: Path, shown_as: str, names: Mapping[str, str], encoding: str) -> Said:
    with unpacked(path, shown_as) as stream:
        errors = "strict" if encoding == "utf-8-sig" else "replace"
        text = io.TextIOWrapper(stream, encoding, errors=errors, newline="")
        head = text.readline(1 << 20)
        delimiter = max(",;\t", key=lambda mark: (head.count(mark), mark == ","))
        columns = next(csv.reader([head], delimiter=delimiter), [])
        places = places_of(columns, names, Mark(shown_as, 1, 1))
        rows = csv.reader(text, delimiter=delimiter, strict=True)
        return _said(_values(rows, places, shown_as))


def places_of(columns: Sequence[str], names: Mapping[str, str], mark: Mark) -> dict[str, int]:
    """
    Return where in *columns* each of *names* is.

    Raises:
        DossierError: One that is named is not there, or one that is needed is not named.
    """
    known = [column.strip() for column in columns]
    there, wrong = hint_text("known", known=known[:MOST_NAMED]), []
    for role in NEEDED:
        if not names.get(role):
            said = problem_text("log-column-unnamed", role=role, option=OPTIONS[role])
            wrong.append(Problem(mark, "log-column-unnamed", said, there))
    for role, name in names.items():
        if name and name not in known:
            said = problem_text("log-column-missing", column=name, role=role)
            hint = near_miss(name, known) or there
            wrong.append(Problem(mark, "log-column-missing", said, hint))
    if wrong:
        raise DossierError(tuple(wrong))
    return {role: known.index(name) for role, name in names.items() if name}


def _values(
    rows: Iterator[list[str]], places: Mapping[str, int], shown_as: str
) -> dict[str, list[str]]:
    values: dict[str, list[str]] = {role: [] for role in places}
    takes = [(values[role].append, place) for role, place in places.items()]
    width = max(places.values()) + 1
    count = 0
    try:
        for row in rows:
            if not row:
                continue
            count += 1
            if count > MAX_EVENTS:
                raise refused(Mark(shown_as), "log-too-many", limit=MAX_EVENTS)
            cells = row if len(row) >= width else [*row, *[""] * (width - len(row))]
            for take, place in takes:
                take(cells[place])
    except csv.Error as error:
        raise refused(Mark(shown_as, count + 2, 1), "csv-syntax", reason=str(error)) from error
    return values


def _said(values: Mapping[str, list[str]]) -> Said:
    count, moments = len(values["case"]), Moments()
    texts = (role for role in ROLES if role != "time")
    columns = {
        role: Coded.of(_stripped(values[role])) if role in values else Coded.nothing(count)
        for role in texts
    }
    return Said(
        columns=columns,
        time=moments.of(values.get("time", [""] * count), count),
        timed="time" in values,
        unreadable=moments.unreadable,
        zoned=moments.zoned,
        zones_mixed=moments.zoned and moments.unzoned,
    )


def _stripped(values: list[str]) -> list[str]:
    return [value.strip() for value in values]
