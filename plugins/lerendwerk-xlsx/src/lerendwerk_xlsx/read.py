"""Rows from the first sheet of a workbook, every cell as the text that one reads in it."""

from __future__ import annotations

import datetime as dt
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any

import attrs
import openpyxl

from lerendwerk_core.errors import LerendwerkError
from lerendwerk_xlsx.bounds import look_at, refused

MAX_COLUMNS = 2001
MAX_HEAD = 1000


@attrs.frozen
class XlsxAnswers:
    """Reads rows from a workbook."""

    key: str = "xlsx"
    endings: tuple[str, ...] = (".xlsx",)

    def __call__(self, path: Path) -> Iterator[list[str]]:
        """
        Yield the rows of the first sheet of the workbook at *path*.

        Raises:
            DossierError: It is no workbook, or too large.
        """
        has_formulas = look_at(path)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of what it leaves out, which is no answer
                yield from _rows(path, has_formulas=has_formulas)
        except (LerendwerkError, GeneratorExit):
            raise
        except Exception as error:  # openpyxl raises anything on a damaged workbook
            reason = (str(error).splitlines() or [type(error).__name__])[0][:200]
            nl, en = f"de werkmap is beschadigd ({reason}).", f"the workbook is damaged ({reason})."
            raise refused(path, "damaged", nl, en) from error


def _rows(path: Path, *, has_formulas: bool) -> Iterator[list[str]]:
    with _sheet(path, data_only=True) as sheet:
        width = _width(sheet)
        values = sheet.iter_rows(max_col=width, values_only=True)
        if not has_formulas:
            yield from (_texts(row, repeat(None)) for row in values)
            return
        with _sheet(path, data_only=False) as written:
            beside = written.iter_rows(max_col=width, values_only=True)
            yield from map(_texts, values, beside)


@contextmanager
def _sheet(path: Path, *, data_only: bool) -> Iterator[Any]:
    """Open the first sheet; its declared size is not believed, for it may be anything."""
    book = openpyxl.load_workbook(path, read_only=True, data_only=data_only, keep_links=False)
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()
        yield sheet
    finally:
        book.close()


def _width(sheet: Any) -> int:
    """Return how many columns the heading has, and one, so that what stands beside them is seen."""
    head = sheet.iter_rows(max_row=MAX_HEAD, max_col=MAX_COLUMNS, values_only=True)
    for row in head:
        filled = [at for at, value in enumerate(row, 1) if value is not None]
        if filled:
            return min(filled[-1] + 1, MAX_COLUMNS)
    return 1


def _texts(row: Iterable[object], written: Iterable[object]) -> list[str]:
    """Return *row* as text; a formula that was never worked out stands for itself, to be refused."""
    return [
        str(formula) if value is None and formula is not None else _text(value)
        for value, formula in zip(row, written, strict=False)
    ]


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    return str(value)
