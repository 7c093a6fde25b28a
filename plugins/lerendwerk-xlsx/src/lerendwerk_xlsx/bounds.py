"""
What a workbook may be, looked at before anything in it is believed.

A workbook is a zip file with XML. It may unpack to so much and no more; its XML may hold no declarations
(and so no entities), no comments and no row without end, none of which any spreadsheet writes.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from lerendwerk_core.errors import DossierError, Mark, Problem
from lerendwerk_core.text import Text

MEGABYTE = 1024**2
MAX_FILE = 64 * MEGABYTE
MAX_SHEET = 128 * MEGABYTE
MAX_OTHER = 32 * MEGABYTE
MAX_ALL = 256 * MEGABYTE
MAX_PARTS = 2000
MAX_ROW = MEGABYTE
CHUNK = 1 << 16
OVERLAP = 8

_ROW = re.compile(rb"<(?:\w+:)?row[ />]")
_FORMULA = re.compile(rb"<(?:\w+:)?f[ />]")
_STRANGE = re.compile(rb"<!|\x00|.<\?", re.DOTALL)


def refused(path: Path, code: str, nl: str, en: str) -> DossierError:
    """Return the error that the workbook at *path* cannot be read, and why."""
    return DossierError((Problem(Mark(str(path)), f"xlsx-{code}", Text(nl, en)),))


def look_at(path: Path) -> bool:
    """
    Return whether there are formulas in the workbook at *path*.

    Raises:
        DossierError: It is no workbook, or more than a workbook may be.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise _too_large(path, MAX_FILE)
        with zipfile.ZipFile(path) as packed:
            _check_sizes(path, packed)
            parts = [one for one in packed.infolist() if one.filename.endswith((".xml", ".rels"))]
            looked_through = [_has_formula(path, packed, one) for one in parts]
            return any(looked_through)
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        # The last is what zipfile raises for a compression or version that it does not know.
        raise _no_workbook(path) from error
    except (ValueError, RuntimeError) as error:  # damaged headers; a password
        if isinstance(error, DossierError):
            raise
        raise _no_workbook(path) from error


def _no_workbook(path: Path) -> DossierError:
    nl = "dit is geen leesbare werkmap; bewaar haar in Excel opnieuw als .xlsx, zonder wachtwoord."
    en = "this is no readable workbook; save it in Excel again as .xlsx, without a password."
    return refused(path, "unreadable", nl, en)


def _too_large(path: Path, limit: int) -> DossierError:
    size = limit // MEGABYTE
    nl = f"de werkmap is groter dan {size} MB, of pakt uit tot meer; bewaar de antwoorden als CSV."
    en = f"the workbook is larger than {size} MB, or unpacks to more; save the answers as CSV."
    return refused(path, "too-large", nl, en)


def _check_sizes(path: Path, packed: zipfile.ZipFile) -> None:
    """Refuse too many parts and too large ones; no more than is declared is ever unpacked."""
    parts = packed.infolist()
    if len(parts) > MAX_PARTS or len({one.filename for one in parts}) < len(parts):
        raise _no_workbook(path)
    if sum(one.file_size for one in parts) > MAX_ALL:
        raise _too_large(path, MAX_ALL)
    for one in parts:
        limit = MAX_SHEET if "sheet" in one.filename.lower() else MAX_OTHER
        if one.file_size > limit:
            raise _too_large(path, limit)


def _has_formula(path: Path, packed: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Look through all of *part*; rows matter where there are any."""
    found, of_row, kept = False, 0, b""
    with packed.open(part) as stream:
        while chunk := stream.read(CHUNK):
            seen = kept + chunk
            if _STRANGE.search(seen):
                raise _no_workbook(path)
            rows = [match.start() for match in _ROW.finditer(seen)]
            of_row = len(seen) - rows[-1] if rows else of_row + len(chunk)
            if of_row > MAX_ROW and "worksheets" in part.filename:
                raise _too_large(path, MAX_ROW)
            found = found or bool(_FORMULA.search(seen))
            kept = seen[-OVERLAP:]
    return found
