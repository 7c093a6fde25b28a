"""An event log from a file or a frame: one way in for all of them, and the reader for dossiers."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from lerendwerk_core.errors import Mark
from lerendwerk_core.model.process import ProcessReading
from lerendwerk_core.process.calendar import DUTCH, WorkingHours, years_of
from lerendwerk_core.process.mine import mined, roles_of
from lerendwerk_core.process.observe import observe
from lerendwerk_core.sources.logs.columns import LogReading, Said, found, log_of
from lerendwerk_core.sources.logs.frames import read_parquet, said_of
from lerendwerk_core.sources.logs.table import read_table
from lerendwerk_core.sources.logs.xes import read_xes
from lerendwerk_core.sources.nodes import refused

FORMS = {"xes": read_xes, "csv": read_table, "tsv": read_table, "parquet": read_parquet}
OPTIONS = {
    "case": "case",
    "activity": "step",
    "time": "time",
    "resource": "person",
    "group": "group",
    "organisation": "organisation",
}
"""How a dossier and the command line call the columns."""

YES = ("yes", "ja", "true", "1")


def read_log(
    source: Any,
    *,
    case: str = "",
    step: str = "",
    time: str = "",
    person: str = "",
    group: str = "",
    organisation: str = "",
    shared: bool = False,
    shown_as: str = "",
) -> LogReading:
    """
    Return the log in *source*: a file (XES, CSV or Parquet, the first two perhaps gzipped) or a frame.

    Columns by name and a list of rows are tables too. The other arguments name the columns; in XES
    those of the standard hold where none is named. With *organisation*, a case is known by its
    organisation and its number together, unless the organisations have *shared* numbers: then a case
    may go from one to another. A trace in XES is a case, whatever its number.

    Raises:
        DossierError: It cannot be read, or lacks a column.
        MissingExtraError: A frame or Parquet, and the extra ``data`` is not installed.
    """
    names = {
        "case": case,
        "step": step,
        "time": time,
        "person": person,
        "group": group,
        "organisation": organisation,
    }
    given = {role: name for role, name in names.items() if name}
    if isinstance(source, str | Path):
        path = Path(source)
        return log_of(_read_file(path, shown_as or str(path), given), shared=shared)
    return log_of(said_of(source, shown_as or type(source).__name__, given), shared=shared)


def _read_file(path: Path, shown_as: str, names: Mapping[str, str]) -> Said:
    form = next((s for s in path.name.lower().rsplit(".", 2)[:0:-1] if s != "gz"), "")
    if form not in FORMS:
        raise refused(Mark(shown_as), "log-form", forms=[f".{one}" for one in FORMS])
    if not path.is_file():
        raise refused(Mark(shown_as), "file-missing", path=path.name)
    return FORMS[form](path, shown_as, names)


def working_hours(written: str, reading: LogReading) -> WorkingHours:
    """
    Return the working hours that are *written* as ``9:00-17:00``, with Dutch public holidays.

    Raises:
        DossierError: It is no such thing.
        MissingExtraError: The extra ``calendar`` is not installed.
    """
    found = re.fullmatch(r"\s*(\d{1,2})(?::(\d\d))?\s*-\s*(\d{1,2})(?::(\d\d))?\s*", written)
    clocks = [int(one or 0) for one in found.groups()] if found else [0, 0, 0, 0]
    try:
        opens, closes = dt.time(clocks[0], clocks[1]), dt.time(clocks[2], clocks[3])
    except ValueError:
        opens = closes = dt.time()
    if opens >= closes:
        raise refused(Mark("hours"), "log-hours", written=written[:40])
    years, zone = years_of(reading.log.time), DUTCH if reading.zoned else ""
    return WorkingHours.dutch(years, opens=opens, closes=closes, zone=zone)


@attrs.frozen
class LogReader:
    """Reads an event log; asked for by ``process: {log: file, case: ..., activity: ...}``."""

    key: str = "log"
    endings: tuple[str, ...] = tuple(f".{form}{packed}" for form in FORMS for packed in ("", ".gz"))

    def __call__(self, path: Path, options: Mapping[str, str]) -> ProcessReading:
        """
        Return the process that the log shows, what was observed, and the log itself.

        Raises:
            DossierError: The log cannot be read, or lacks a column.
        """
        shown_as = options.get("shown_as", str(path))
        names = {role: options[name] for name, role in OPTIONS.items() if options.get(name)}
        shared = options.get("shared", "").casefold() in YES
        reading = read_log(path, shown_as=shown_as, shared=shared, **names)
        working = working_hours(options["hours"], reading) if options.get("hours") else None
        observed = observe(reading.log, working=working)
        process = mined(observed, name=path.name.split(".")[0])
        noted = [found("log-reordered", count=reading.reordered)] if reading.reordered else []
        return ProcessReading(
            process=process,
            roles=tuple(roles_of(process)),
            findings=(*reading.findings, *noted),
            observed=observed,
            log=reading.log,
        )
