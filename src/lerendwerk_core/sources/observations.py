"""
Observations in CSV: a row per unit (a person or a case) and moment, a column per measure.

As tolerant as the other tables: semicolon, comma or tab, with or without BOM, cp1252, a decimal comma; an
empty cell was not answered.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from lerendwerk_core.errors import DossierError, Mark
from lerendwerk_core.model.outcomes import Observation
from lerendwerk_core.model.table import Table
from lerendwerk_core.sources.answers.cells import text_of
from lerendwerk_core.sources.answers.csv_file import CsvAnswers
from lerendwerk_core.sources.answers.heading import MAX_COLUMNS
from lerendwerk_core.sources.answers.headings import BESIDE, bare
from lerendwerk_core.sources.answers.headings import COLUMNS as OF_ANSWERS
from lerendwerk_core.sources.answers.voices import LONGEST_ID
from lerendwerk_core.sources.people import COLUMNS as OF_PEOPLE
from lerendwerk_core.sources.people import MAX_ROWS, ROLE_CODE
from lerendwerk_core.sources.shapes import Reading, near_miss
from lerendwerk_core.vocabulary import plain
from lerendwerk_core.wording import CONTROL

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "moment": OF_ANSWERS["moment"],
    "code": (*OF_ANSWERS["respondent"], "case", "casus", "zaak"),
    "organisation": OF_PEOPLE["organisation"],
    "discipline": OF_PEOPLE["discipline"],
    "area": OF_PEOPLE["area"],
}
MEANT = {plain(name): column for column, names in COLUMNS.items() for name in names}
REFERRED = ("organisation", "discipline", "area")
NUMBER = re.compile(r"[+-]?(?:\d{1,10}(?:[.,]\d{0,12})?|[.,]\d{1,12})")
MOST = 10**9


@attrs.frozen(kw_only=True, repr=False)
class ObservationTable:
    """The observations of a file, their measures, and the columns that were left unread."""

    rows: tuple[Observation, ...] = ()
    measures: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()


def read_observations(path: Path, shown_as: str, reading: Reading) -> ObservationTable:
    """Return the observations in the CSV file at *path*; what is wrong is noted in *reading*."""
    taking = _Taking(shown_as, reading)
    try:
        return taking.table(enumerate(CsvAnswers()(path), 1))
    except DossierError as error:
        for one in error.problems:
            at = attrs.evolve(one.mark, file=shown_as)
            reading.noted(at, one.code, one.message)
        return ObservationTable()


@attrs.define(eq=False)
class _Taking:
    """The rows of one file while they are taken in."""

    shown_as: str
    reading: Reading
    places: dict[str, int] = attrs.field(factory=dict)
    measures: dict[int, str] = attrs.field(factory=dict)
    ignored: list[str] = attrs.field(factory=list)
    width: int = 0
    met: dict[tuple[str, str], int] = attrs.field(factory=dict)
    refused: set[tuple[str, str]] = attrs.field(factory=set)

    def table(self, numbered: Iterator[tuple[int, Sequence[str]]]) -> ObservationTable:
        filled = ((line, cells) for line, cells in numbered if any(map(text_of, cells)))
        line, heading = next(filled, (1, ()))
        if not self._read_heading(line, [bare(cell) for cell in heading]):
            return ObservationTable()
        return ObservationTable(
            rows=tuple(self._rows(filled)),
            measures=tuple(self.measures.values()),
            ignored=tuple(self.ignored),
        )

    def _wrong(self, line: int, place: int, code: str, **values: object) -> None:
        self.reading.wrong(Mark(self.shown_as, line, place + 1), code, None, **values)

    # -- the heading ---------------------------------------------------------------------------

    def _read_heading(self, line: int, names: Sequence[str]) -> bool:
        if len(names) > MAX_COLUMNS:
            self._wrong(line, MAX_COLUMNS, "answers-too-many-columns", limit=MAX_COLUMNS)
            return False
        self.width = len(names)
        for place, name in enumerate(names):
            self._take_column(line, place, name)
        if "moment" not in self.places:
            near = near_miss("moment", [one for one in names if one])
            mark = Mark(self.shown_as, line, 1)
            self.reading.wrong(mark, "csv-no-header", near, needed=("moment",))
            return False
        if not self.measures:
            self._wrong(line, 0, "outcome-no-measures")
        return bool(self.measures)

    def _take_column(self, line: int, place: int, name: str) -> None:
        column = MEANT.get(plain(name))
        if (column or name) in {*self.places, *self.measures.values()}:
            self._wrong(line, place, "outcome-column-twice", column=name)
        elif column:
            self.places[column] = place
        elif plain(name) in BESIDE or name.startswith("_"):
            self.ignored.append(name)
        elif len(name) > LONGEST_ID or CONTROL.search(name):
            self._wrong(line, place, "answers-id", value=name)
        elif name:
            self.measures[place] = name

    # -- the rows ------------------------------------------------------------------------------

    def _rows(self, filled: Iterator[tuple[int, Sequence[str]]]) -> Iterator[Observation]:
        for count, (line, cells) in enumerate(filled):
            if count >= MAX_ROWS:
                self._wrong(line, 0, "csv-too-many-rows", limit=MAX_ROWS)
                return
            if any(map(text_of, cells[self.width :])):
                self._wrong(line, 0, "csv-row-length", given=len(cells), expected=self.width)
                continue
            row = [*map(text_of, cells), *([""] * (self.width - len(cells)))]
            yield self._observation(line, row)

    def _observation(self, line: int, row: Sequence[str]) -> Observation:
        said = {column: row[place] for column, place in self.places.items()}
        self._check_moment(line, said["moment"])
        self._check_code(line, said.get("code", ""), said["moment"])
        for column in REFERRED:
            self._refer(line, column, said.get(column, ""))
        read = ((name, self._number(line, at, row[at])) for at, name in self.measures.items())
        values = Table((name, value) for name, value in read if value is not None)
        return Observation(values=values, **said)

    def _check_moment(self, line: int, moment: str) -> None:
        place = self.places["moment"]
        if not moment:
            self._wrong(line, place, "csv-empty", column="moment")
        elif len(moment) > LONGEST_ID or CONTROL.search(moment):
            self._wrong(line, place, "answers-id", value=moment)

    def _check_code(self, line: int, code: str, moment: str) -> None:
        if not code:
            return
        place, first = self.places["code"], self.met.setdefault((moment, code), line)
        if not ROLE_CODE.fullmatch(code):
            self._wrong(line, place, "not-a-role-code", value=code)
        elif first != line:
            values = {"unit": code, "moment": moment, "first": first}
            self._wrong(line, place, "outcome-code-twice", **values)

    def _refer(self, line: int, column: str, said: str) -> None:
        """Note *said* as a reference, once, where the dossier says what there is."""
        if said and (column, said) not in self.refused and self.reading.defined(column):
            self.refused.add((column, said))
            self.reading.refer(column, said, Mark(self.shown_as, line, self.places[column] + 1))

    def _number(self, line: int, place: int, said: str) -> float | None:
        if not said:
            return None
        value = float(said.replace(",", ".")) if NUMBER.fullmatch(said) else math.inf
        if abs(value) <= MOST:
            return value
        # A word in every row: the heading was probably meant to be another.
        near = near_miss(self.measures[place], MEANT)
        mark = Mark(self.shown_as, line, place + 1)
        self.reading.wrong(mark, "outcome-not-a-number", near, value=said)
        return None
