"""
From tables to a problem, and from a composition back to a table.

A table is a data frame that narwhals knows (extra ``data``), a list of rows with names, or columns by
name; of the last two nothing needs to be installed. Rows are numbered from 1, without the heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

import attrs

from lerendwerk_core.composition.result import Composition
from lerendwerk_core.errors import Mark, Problem, TableError
from lerendwerk_core.model.composition import (
    GOALS,
    Candidate,
    CompositionProblem,
    GroupSpec,
    Weighted,
)
from lerendwerk_core.model.contracts import CompositionGoal, Requirement
from lerendwerk_core.model.frame import narwhals
from lerendwerk_core.model.table import Table
from lerendwerk_core.text import Text
from lerendwerk_core.wording import hint_text, problem_text

CODE, ID = "code", "id"
PERSON = (CODE, "area", "moments", "load_low", "load_high", "invited")
GROUP = (
    ID,
    "size",
    "size_low",
    "size_high",
    "process",
    "area",
    "moment",
    "steps",
    "handovers",
)
FLAGS = {"true": True, "yes": True, "ja": True, "1": True} | dict.fromkeys(
    ("false", "no", "nee", "0"), False
)
ARROW = ">"
LONGEST_NUMBER = 9


def problem_from_tables(
    people: Any,
    groups: Any,
    *,
    tags: Sequence[str] | None = None,
    separator: str = ";",
    load: tuple[int, int] = (0, 1),
    requirements: Sequence[Requirement] = (),
    goals: Sequence[CompositionGoal | Weighted] = GOALS,
) -> CompositionProblem:
    """
    Return the problem that the tables *people* and *groups* state.

    People have a ``code`` and may have ``area``, ``moments``, ``load_low``, ``load_high`` and
    ``invited``; *tags* names the columns with what they bring (none named: every other column).
    Groups have an ``id``, a ``size`` (or ``size_low`` and ``size_high``) and may have ``process``,
    ``area``, ``moment``, ``steps`` and ``handovers`` (``a > b``). A cell holds a value, a list, or
    several values with *separator* between them; an empty one counts as absent.

    Raises:
        TableError: A table cannot be read; it names every row and column that is wrong.
        MissingExtraError: It is a data frame, and the extra ``data`` is not installed.
    """
    wrong: list[Problem] = []
    persons = _Sheet.of("people", people, separator, wrong)
    specs = _Sheet.of("groups", groups, separator, wrong)
    candidates = tuple(_candidates(persons, tags, load))
    spaces = tuple(_groups(specs))
    if wrong:
        raise TableError(tuple(wrong))
    return CompositionProblem(
        candidates=candidates,
        groups=spaces,
        load=load,
        requirements=tuple(requirements),
        goals=tuple(goals),
    )


def members_table(composition: Composition, *, like: Any = None) -> Any:
    """
    Return who sits where: a row per seat, with ``group`` and ``code``.

    It is a list of rows, or a table of the same kind as *like*: columns by name, or a data frame.

    Raises:
        MissingExtraError: *like* is a data frame, and the extra ``data`` is not installed.
    """
    seats = [(name, code) for name, codes in composition.members.items() for code in codes]
    columns = {"group": [name for name, _ in seats], CODE: [code for _, code in seats]}
    if isinstance(like, Mapping):
        return columns
    if like is None or isinstance(like, list | tuple | Iterator):
        return [{"group": name, CODE: code} for name, code in seats]
    nw = narwhals()
    texts = {"group": nw.String(), CODE: nw.String()}
    backend = nw.get_native_namespace(like)
    return nw.from_dict(columns, schema=texts, backend=backend).to_native()


# -- reading tables ----------------------------------------------------------------------------------


@attrs.define(eq=False)
class _Sheet:
    """A table while it is read: its rows, its columns with their number, and what is wrong."""

    name: str
    separator: str
    problems: list[Problem]
    columns: dict[str, int] = attrs.field(factory=dict)
    rows: list[Mapping[Any, object]] = attrs.field(factory=list)

    @classmethod
    def of(cls, name: str, table: Any, separator: str, problems: list[Problem]) -> _Sheet:
        """Return *table* as a sheet; one that is no table has no rows and a problem."""
        sheet = cls(name, separator, problems)
        if isinstance(table, Mapping):
            sheet._take_columns(table)
        elif isinstance(table, list | tuple | Iterator):
            sheet._take_rows(list(table))
        else:
            sheet._take_frame(table)
        return sheet

    def _take_columns(self, table: Mapping[Any, Any]) -> None:
        columns = {str(name): _cells(cells) for name, cells in table.items()}
        self._name(columns)
        rows = max(map(len, columns.values()), default=0)
        for name, cells in columns.items():
            if len(cells) < rows:
                hint = hint_text("table-even")
                self.wrong("table-uneven", hint, column=name, name=name, rows=len(cells), most=rows)
        self.rows = [
            {name: cells[row] for name, cells in columns.items() if row < len(cells)}
            for row in range(rows)
        ]

    def _take_rows(self, rows: list[Any]) -> None:
        for number, row in enumerate(rows, start=1):
            if not isinstance(row, Mapping):
                self.wrong("not-a-mapping", hint_text("table-forms"), number)
        self.rows = [row if isinstance(row, Mapping) else {} for row in rows]
        self._name(str(name) for row in self.rows for name in row)

    def _take_frame(self, table: Any) -> None:
        nw = narwhals()
        try:
            frame = nw.from_native(table)
        except TypeError:
            kind = type(table).__name__
            self.wrong("table-unreadable", hint_text("table-forms"), kind=kind)
            return
        frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
        self._name(frame.columns)
        self.rows = frame.rows(named=True)

    def _name(self, columns: Any) -> None:
        self.columns = {name: at for at, name in enumerate(dict.fromkeys(columns), start=1)}

    def wrong(
        self, code: str, hint: Text, row: int = 0, *, column: str = "", **values: object
    ) -> None:
        """Note a problem at *row* and *column*."""
        mark = Mark(self.name, row, self.columns.get(column, 0))
        self.problems.append(Problem(mark, code, problem_text(code, **values), hint))

    def needs(self, column: str) -> bool:
        """Whether *column* is there; it is a problem if not."""
        if column not in self.columns and (self.columns or self.rows):
            self.wrong("table-no-column", self._known(column, list(self.columns)), name=column)
        return column in self.columns

    def knows_only(self, names: Sequence[str]) -> None:
        """Note every column that is none of *names*."""
        for column in self.columns:
            if column not in names:
                hint = self._known(column, names)
                self.wrong("unknown-column", hint, column=column, name=column)

    def _known(self, column: str, names: Sequence[str]) -> Text:
        near = get_close_matches(column, names, n=1)
        return hint_text("near-miss", near=near[0]) if near else hint_text("known", known=names)

    def lines(self) -> Iterator[_Line]:
        """Yield the rows that are there at all, each as a line."""
        for number, row in enumerate(self.rows, start=1):
            yield _Line(self, number, {str(name): cell for name, cell in row.items()})

    def named(self, column: str) -> Iterator[tuple[str, _Line]]:
        """Yield every line with its name in *column*; one without a name, or a second, is wrong."""
        first: dict[str, int] = {}
        for line in self.lines() if self.needs(column) else ():
            name = line.text(column)
            if not name:
                line.wrong("table-empty", "table-fill", column)
            elif name in first:
                line.wrong("table-twice", "table-own", column, value=name, first=first[name])
            else:
                first[name] = line.number
                yield name, line


@attrs.define(eq=False)
class _Line:
    """A row while it is read."""

    sheet: _Sheet
    number: int
    cells: Mapping[str, object]

    def wrong(self, code: str, hint: str, column: str, **values: object) -> None:
        """Note a problem in *column*."""
        said = hint_text(hint, column=column)
        self.sheet.wrong(code, said, self.number, column=column, name=column, **values)

    def values(self, column: str) -> tuple[str, ...]:
        """Return the values in *column*, each once."""
        cell = _plain(self.cells.get(column))
        if isinstance(cell, str):
            cell = cell.split(self.sheet.separator) if self.sheet.separator else [cell]
        parts = cell if isinstance(cell, list | tuple) else [cell]
        written = (_written(part) for part in map(_plain, parts) if not _is_absent(part))
        return tuple(dict.fromkeys(written))

    def text(self, column: str) -> str:
        """Return the one value in *column*; a separator in it is part of the value."""
        cell = _plain(self.cells.get(column))
        if isinstance(cell, list | tuple):
            self.wrong("table-several", "table-one", column)
            return ""
        return "" if _is_absent(cell) else _written(cell)

    def number_in(self, column: str) -> int | None:
        """Return the whole number in *column*, if there is one."""
        written = self.text(column)
        if not written:
            return None
        if written.isascii() and written.isdigit() and len(written) <= LONGEST_NUMBER:
            return int(written)
        self.wrong("table-number", "table-whole", column, value=written)
        return None

    def flag(self, column: str) -> bool:
        """Return whether *column* says yes."""
        written = self.text(column)
        if written and written.casefold() not in FLAGS:
            self.wrong("table-flag", "table-yes-or-no", column, value=written)
        return FLAGS.get(written.casefold(), False)

    def bounds(self, low: int, high: int, columns: tuple[str, str]) -> tuple[int, int]:
        """Return *low* and *high*; it is a problem if they are the wrong way round."""
        if low > high:
            self.wrong("table-reversed", "table-turn", columns[0], low=low, high=high)
        return low, high


def _cells(cells: Any) -> list[Any]:
    plain = _plain(cells)
    return list(plain) if isinstance(plain, list | tuple) else [plain]


def _plain(cell: Any) -> Any:
    """Return *cell* without the wrapping of numpy, a frame's series or a set."""
    if isinstance(cell, set | frozenset):
        return sorted(cell)
    for unwrap in ("tolist", "to_list"):
        if hasattr(cell, unwrap):
            return getattr(cell, unwrap)()
    return cell


def _is_absent(cell: Any) -> bool:
    if cell is None or isinstance(cell, str):
        return not (cell or "").strip()
    try:
        return bool(cell != cell)  # noqa: PLR0124 - only what is no number differs from itself
    except TypeError:
        return True  # the NA of pandas has no truth


def _written(cell: Any) -> str:
    # A column of whole numbers in which one is absent comes out of pandas with a point.
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()


# -- people and groups -------------------------------------------------------------------------------


def _candidates(
    sheet: _Sheet, tags: Sequence[str] | None, load: tuple[int, int]
) -> Iterator[Candidate]:
    further = [column for column in sheet.columns if column not in PERSON]
    dimensions = further if tags is None else [tag for tag in tags if sheet.needs(tag)]
    for code, line in sheet.named(CODE):
        brought = ((one, line.values(one)) for one in dimensions)
        yield Candidate(
            code=code,
            tags=Table((dimension, values) for dimension, values in brought if values),
            area=line.text("area"),
            moments=line.values("moments"),
            load=_load(line, load),
            invited=line.flag("invited"),
        )


def _load(line: _Line, load: tuple[int, int]) -> tuple[int, int] | None:
    low, high = line.number_in("load_low"), line.number_in("load_high")
    if low is None and high is None:
        return None
    low = min(load[0], high or 0) if low is None else low
    high = max(load[1], low) if high is None else high
    return line.bounds(low, high, ("load_low", "load_high"))


def _groups(sheet: _Sheet) -> Iterator[GroupSpec]:
    sheet.knows_only(GROUP)
    for name, line in sheet.named(ID):
        handovers = tuple(_handovers(line))
        ends = tuple(dict.fromkeys(step for pair in handovers for step in pair))
        yield GroupSpec(
            id=name,
            size=_size(line),
            steps=line.values("steps") or ends,
            handovers=handovers,
            process=line.text("process"),
            area=line.text("area"),
            moment=line.text("moment"),
        )


def _size(line: _Line) -> tuple[int, int]:
    given = {column: line.text(column) for column in ("size", "size_low", "size_high")}
    if not given["size"] and not (given["size_low"] and given["size_high"]):
        line.wrong("table-no-size", "table-sizes", "size")
    size, low, high = (line.number_in(column) for column in given)
    low = size if low is None else low
    high = size if high is None else high
    if low is None or high is None:
        return 0, 0
    return line.bounds(low, high, ("size_low", "size_high"))


def _handovers(line: _Line) -> Iterator[tuple[str, str]]:
    for written in line.values("handovers"):
        ends = [end.strip() for end in written.split(ARROW)]
        if len(ends) == 2 and all(ends):  # noqa: PLR2004 - who gives and who takes over
            yield ends[0], ends[1]
        else:
            line.wrong("table-handover", "table-arrow", "handovers", value=written)
