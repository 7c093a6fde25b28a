"""
Answers from a data frame that narwhals knows, a list of rows with names, or columns by name.

Rows are numbered from 1, without the heading.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

import attrs

from lerendwerk_core.errors import DossierError, Mark, TableError
from lerendwerk_core.model.answers import AnswerRound
from lerendwerk_core.model.frame import narwhals
from lerendwerk_core.sources.answers.heading import Asked
from lerendwerk_core.sources.answers.headings import Items
from lerendwerk_core.sources.answers.take import Taken, take
from lerendwerk_core.sources.shapes import Reading
from lerendwerk_core.wording import hint_text

NAME = "answers"


def answers_from_table(
    table: Any, *, items: Iterable[str] | None = None, moment: str = ""
) -> AnswerRound | tuple[AnswerRound, ...]:
    """
    Return the answers in *table*: a row per respondent, or a row per answer.

    It has a ``respondent`` and may have an ``organisation`` and a ``moment``; further either a column
    per item, or ``item`` and ``answer``. *items* are those that may be answered (none: every other
    column is one). With a column of moments it is a tuple of rounds, else the round *moment*.

    Raises:
        TableError: It cannot be read; the error names every row and column that is wrong.
        MissingExtraError: It is a data frame, and the extra ``data`` is not installed.
    """
    reading = Reading()
    asked = Asked(shown_as=NAME, items=None if items is None else Items.of(items), first=0)
    try:
        taken = take(_rows(table, reading), asked, reading)
        reading.finish()
    except DossierError as error:
        raise TableError(error.problems) from None
    return taken.rounds if taken.has_moments else _only(taken, moment)


def _only(taken: Taken, moment: str) -> AnswerRound:
    for one in taken.rounds:
        return attrs.evolve(one, moment=moment)
    return attrs.evolve(AnswerRound.of(moment, {}), of_people=True)


def _rows(table: Any, reading: Reading) -> Iterator[Sequence[Any]]:
    """Return the heading of *table* and then its rows."""
    if isinstance(table, list | tuple | Iterator):
        table = _columns_of(table, reading)
    if isinstance(table, Mapping):
        columns = {str(name): list(column) for name, column in table.items()}
        if len(set(map(len, columns.values()))) > 1:
            _refuse_uneven(columns, reading)
        return chain([list(columns)], zip(*columns.values(), strict=False))
    return _rows_of_frame(table, reading)


def _columns_of(rows: Iterable[Any], reading: Reading) -> dict[str, list[Any]]:
    rows = list(rows)
    for number, row in enumerate(rows, 1):
        if not isinstance(row, Mapping):
            reading.wrong(Mark(NAME, number), "not-a-mapping", hint_text("table-forms"))
    known = [row for row in rows if isinstance(row, Mapping)]
    names = dict.fromkeys(name for row in known for name in row)
    return {str(name): [row.get(name) for row in known] for name in names}


def _refuse_uneven(columns: Mapping[str, Sequence[Any]], reading: Reading) -> None:
    most = max(map(len, columns.values()))
    for at, (name, cells) in enumerate(columns.items(), 1):
        if len(cells) < most:
            values = {"name": name, "rows": len(cells), "most": most}
            reading.wrong(Mark(NAME, 0, at), "table-uneven", hint_text("table-even"), **values)


def _rows_of_frame(table: Any, reading: Reading) -> Iterator[Sequence[Any]]:
    nw = narwhals()
    try:
        frame = nw.from_native(table)
    except TypeError:
        kind = type(table).__name__
        reading.wrong(Mark(NAME), "table-unreadable", hint_text("table-forms"), kind=kind)
        return iter([["respondent", "item", "answer"]])
    eager: Any = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return chain([[str(name) for name in eager.columns]], eager.iter_rows())
