"""
CSV, plain or gzipped: comma, semicolon or tab, UTF-8 with or without BOM, or else cp1252.

Columns are named by the caller. What they are called in a file is anybody's guess, so nothing is guessed:
a name that is not there is a problem that says which ones are, and which may have been meant. Every row
is numbered as it is read, so that an event takes a few bytes, not its text.
"""

from __future__ import annotations

import csv
import io
import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from lerendwerk_core.errors import DossierError, Mark, Problem
from lerendwerk_core.model.event_log import NO_TIME
from lerendwerk_core.process.events import Coded, Numbering
from lerendwerk_core.sources.logs.columns import NEEDED, ROLES, Said
from lerendwerk_core.sources.logs.packed import unpacked
from lerendwerk_core.sources.logs.times import Moments
from lerendwerk_core.sources.nodes import refused
from lerendwerk_core.sources.shapes import near_miss
from lerendwerk_core.text import Text
from lerendwerk_core.vocabulary import plain
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

WELL_KNOWN: Mapping[str, tuple[str, ...]] = {
    "case": (
        *("case:concept:name", "case", "case_id", "caseid", "zaak", "zaak_id", "zaakid"),
        *("zaaknummer", "zaakidentificatie", "dossier", "dossiernummer"),
    ),
    "step": (
        *("concept:name", "activity", "activiteit", "step", "stap", "event", "task", "taak"),
        *("gebeurtenis", "handeling", "processtap"),
    ),
}
"""What the columns that are needed are often called: to ask whether they were meant, never to take."""

SEPARATOR = re.compile(r"sep=(.)\r?\n?")
"""The line by which Excel is told what stands between cells."""


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
        head, line, delimiter = text.readline(1 << 20), 1, ""
        if told := SEPARATOR.fullmatch(head):
            head, line, delimiter = text.readline(1 << 20), 2, told[1]
        delimiter = delimiter or max(",;\t", key=lambda mark: (head.count(mark), mark == ","))
        heading = next(csv.reader([head], delimiter=delimiter), [])
        places = places_of(heading, names, Mark(shown_as, line, 1))
        rows = _Rows(shown_as, line, len(heading))
        rows.take(csv.reader(text, delimiter=delimiter, strict=True), places)
        return rows.said(places)


def places_of(columns: Sequence[str], names: Mapping[str, str], mark: Mark) -> dict[str, int]:
    """
    Return where in *columns* each of *names* is.

    Raises:
        DossierError: One that is named is not there, or one that is needed is not named.
    """
    known = [column.strip() for column in columns]
    wrong = [*_unnamed(known, names, mark), *missing(known, names, mark)]
    if wrong:
        raise DossierError(tuple(wrong))
    return {role: known.index(name) for role, name in names.items() if name}


def _unnamed(known: Sequence[str], names: Mapping[str, str], mark: Mark) -> Iterator[Problem]:
    for role in NEEDED:
        if not names.get(role):
            said = problem_text("log-column-unnamed", role=role, option=OPTIONS[role])
            meant = next((one for one in known if plain(one) in WELL_KNOWN[role]), "")
            hint = hint_text("near-miss", near=meant) if meant else _there(known)
            yield Problem(mark, "log-column-unnamed", said, hint)


def missing(known: Sequence[str], names: Mapping[str, str], mark: Mark) -> Iterator[Problem]:
    """Yield a problem for every one of *names* that is not *known*, with the one that is near."""
    for role, name in names.items():
        if name and name not in known:
            said = problem_text("log-column-missing", column=name, role=role)
            yield Problem(mark, "log-column-missing", said, near_miss(name, known) or _there(known))


def _there(known: Sequence[str]) -> Text:
    return hint_text("known", known=known[:MOST_NAMED])


@attrs.define(eq=False)
class _Rows:
    """The rows of a file while they are read; *line* is that of the heading, *width* its cells."""

    shown_as: str
    line: int
    width: int
    count: int = 0
    uneven: list[int] = attrs.field(factory=list)
    moments: Moments = attrs.field(factory=Moments)
    times: array[int] = attrs.field(factory=lambda: array("q"))
    names: dict[str, Numbering] = attrs.field(factory=dict)

    def take(self, rows: Any, places: Mapping[str, int]) -> None:
        """Read the *rows* of a CSV reader, of which *places* are asked for."""
        takes = [(self._take(role), place) for role, place in places.items()]
        most = max(places.values()) + 1
        try:
            for cells in rows:
                if not cells:
                    continue
                if len(cells) != self.width:
                    self._note(cells, rows.line_num)
                    cells.extend([""] * (most - len(cells)))
                for take, place in takes:
                    take(cells[place])
                self.count += 1
                if self.count > MAX_EVENTS:
                    raise refused(Mark(self.shown_as), "log-too-many", limit=MAX_EVENTS)
        except csv.Error as error:
            mark = Mark(self.shown_as, self.line + max(rows.line_num, 1), 1)
            raise refused(mark, "csv-syntax", reason=str(error)) from error

    def _take(self, role: str) -> Callable[[str], None]:
        if role == "time":
            read, add = self.moments.read, self.times.append
            return lambda cell: add(read(cell))
        return self.names.setdefault(role, Numbering()).take

    def _note(self, cells: list[str], line: int) -> None:
        """Count a row of another length; empty cells at its end do not matter."""
        if len(cells) < self.width or any(cells[self.width :]):
            self.uneven = self.uneven or [0, self.line + line]
            self.uneven[0] += 1

    def said(self, places: Mapping[str, int]) -> Said:
        """Return the columns of all rows."""
        import numpy as np  # noqa: PLC0415 - only who reads a log needs numpy

        columns = {
            role: self.names[role].coded() if role in self.names else Coded.nothing(self.count)
            for role in ROLES
            if role != "time"
        }
        times = np.array(self.times, np.int64)
        time = times if "time" in places else np.full(self.count, NO_TIME, np.int64)
        said = Said(columns=columns, time=time, timed="time" in places, moments=self.moments)
        return attrs.evolve(said, uneven=tuple(self.uneven))
