"""
Answers in CSV: semicolon, comma or tab, UTF-8 with or without BOM, UTF-16 with BOM, or else cp1252.

Rows are read as they are asked for. A row that spans lines is preceded by as many empty rows, so that the
number of a row is the line on which it ends.
"""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TextIO

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.sources.answers.headings import MEANT, bare
from lerendwerk_core.sources.nodes import refused
from lerendwerk_core.vocabulary import plain

MAX_BYTES = 512 * 1024 * 1024
MAX_RECORD = 1 << 20
CHUNK = 1 << 20
_BOMS = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SEPARATOR = re.compile(r"sep=(.)\s*")


@attrs.frozen
class CsvAnswers:
    """Reads rows from a CSV file."""

    key: str = "csv"
    endings: tuple[str, ...] = (".csv", ".tsv", ".txt")

    def __call__(self, path: Path) -> Iterator[list[str]]:
        """
        Yield the rows of the file at *path*.

        Raises:
            DossierError: It cannot be read, is too large, or is no CSV.
        """
        shown = str(path)
        try:
            encoding = _encoding(path)
            with path.open(encoding=encoding, errors="replace", newline="") as stream:
                yield from _rows(_Lines(stream, shown))
        except OSError as error:
            raise refused(Mark(shown), "file-unreadable", reason=error.strerror or "") from error


def _encoding(path: Path) -> str:
    """Return the encoding of the file at *path*, of which all is looked at."""
    with path.open("rb") as stream:
        chunk, size = stream.read(CHUNK), 0
        if chunk[:2] in _BOMS:
            return _BOMS[chunk[:2]]
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while chunk:
                decoder.decode(chunk)
                size += len(chunk)
                if size > MAX_BYTES:
                    raise refused(Mark(str(path)), "file-too-large", limit=MAX_BYTES // 1024**2)
                chunk = stream.read(CHUNK)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


@attrs.define(eq=False)
class _Lines:
    """The lines of *stream*, counted; a record or a file that is too long is refused."""

    stream: TextIO
    shown_as: str
    number: int = 0
    of_record: int = 0
    left: int = MAX_BYTES

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.stream.readline(MAX_RECORD + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self.of_record += len(line)
        self.left -= len(line)
        if self.of_record > MAX_RECORD:
            raise refused(self.mark, "answers-row-too-long", limit=MAX_RECORD)
        if self.left < 0:
            raise refused(Mark(self.shown_as), "file-too-large", limit=MAX_BYTES // 1024**2)
        return line

    @property
    def mark(self) -> Mark:
        return Mark(self.shown_as, max(self.number, 1), 1)


def _rows(lines: _Lines) -> Iterator[list[str]]:
    try:
        first = next(lines, "")
        told = _SEPARATOR.fullmatch(first)
        while first and (told or not first.strip()):
            yield []
            lines.of_record, first = 0, next(lines, "")
            if told:
                break
            told = _SEPARATOR.fullmatch(first)
        yield from _records(lines, first, told[1] if told else _delimiter(first))
    except csv.Error as error:
        raise refused(lines.mark, "csv-syntax", reason=str(error)) from error


def _delimiter(first: str) -> str:
    """Return what stands between cells: most columns are known by it, for texts hold all three."""

    def fits(mark: str) -> tuple[int, int, bool]:
        cells = next(csv.reader([first], delimiter=mark), [])
        known = sum(plain(bare(cell)) in MEANT for cell in cells)
        return known, first.count(mark), mark == ","

    return max(";,\t", key=fits)


def _records(lines: _Lines, first: str, delimiter: str) -> Iterator[list[str]]:
    before = lines.number - 1
    for cells in csv.reader(chain([first], lines), delimiter=delimiter, strict=True):
        while before + 1 < lines.number:
            yield []
            before += 1
        yield cells
        before, lines.of_record = lines.number, 0
