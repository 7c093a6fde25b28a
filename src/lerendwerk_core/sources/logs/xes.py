"""
XES, plain or gzipped, streamed: a case is in memory as its names and moments only.

A trace is a case, even when two traces have the same name. Only what a trace or an event says of itself
counts, not what is nested deeper; defaults that a log declares for all events are not filled in, because
they stand for nothing known. A DOCTYPE is refused, and so is a file that unpacks to far more than it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

import attrs

from lerendwerk_core.errors import DossierError, Mark
from lerendwerk_core.process.events import Coded
from lerendwerk_core.sources.logs.columns import ROLES, Said
from lerendwerk_core.sources.logs.packed import unpacked
from lerendwerk_core.sources.logs.times import Moments
from lerendwerk_core.sources.nodes import refused

KEYS = {
    "case": "concept:name",
    "step": "concept:name",
    "time": "time:timestamp",
    "person": "org:resource",
    "group": "org:group",
    "organisation": "",
}
"""The attributes that the standard names; a caller may name others."""

CHUNK = 1 << 16
MAX_DEPTH = 50
MAX_EVENTS = 50_000_000


def read_xes(path: Path, shown_as: str, keys: Mapping[str, str]) -> Said:
    """
    Return what the XES file at *path* says; *keys* names attributes that are not as in KEYS.

    Raises:
        DossierError: It cannot be read, is no XES, has a DOCTYPE, or unpacks to too much.
    """
    reader = _Reader(shown_as, {**KEYS, **keys})
    try:
        with unpacked(path, shown_as) as stream:
            while chunk := stream.read(CHUNK):
                reader.parser.Parse(chunk, False)  # noqa: FBT003 - expat takes it by position only
        reader.parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError as error:
        mark = Mark(shown_as, error.lineno, error.offset + 1)
        raise refused(mark, "xml-syntax", reason=expat.ErrorString(error.code)) from error
    except DossierError:
        raise
    except (ValueError, LookupError) as error:
        raise refused(Mark(shown_as), "xml-syntax", reason=str(error)) from error
    return reader.said()


@attrs.define(eq=False)
class _Reader:
    """Collects events as expat meets them."""

    shown_as: str
    keys: Mapping[str, str]
    parser: expat.XMLParserType = attrs.field(init=False)
    depth: int = 0
    traces: list[str] = attrs.field(factory=list)
    trace_of: list[int] = attrs.field(factory=list)
    values: dict[str, list[str | None]] = attrs.field(factory=lambda: {one: [] for one in ROLES})
    _trace: dict[str, str] | None = None
    _event: dict[str, str] | None = None
    _at: int = 0

    def __attrs_post_init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.StartDoctypeDeclHandler = self._doctype

    @property
    def _mark(self) -> Mark:
        return Mark(
            self.shown_as, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        )

    def _doctype(self, *_: object) -> NoReturn:
        raise refused(self._mark, "xml-doctype")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise refused(self._mark, "xml-too-deep", limit=MAX_DEPTH)
        local = name.rpartition("}")[2]
        if self.depth == 1 and local != "log":
            raise refused(self._mark, "xes-not", root=local)
        if local == "trace" and self._trace is None:
            self._trace = {}
            self.traces.append("")
        elif local == "event" and self._trace is not None:
            self._event, self._at = {}, self.depth
        elif "key" in attributes:
            self._say(attributes["key"], attributes.get("value", ""))

    def _say(self, key: str, value: str) -> None:
        if self._event is not None and self.depth == self._at + 1:
            self._event[key] = value
        elif self._event is None and self._trace is not None and self.depth == 3:  # noqa: PLR2004
            self._trace[key] = value
            if key == self.keys["case"]:
                self.traces[-1] = value

    def _end(self, name: str) -> None:
        self.depth -= 1
        local = name.rpartition("}")[2]
        if local == "event" and self._event is not None and self.depth == self._at - 1:
            self._take(self._event)
            self._event = None
        elif local == "trace" and self._event is None:
            self._trace = None

    def _take(self, event: dict[str, str]) -> None:
        if len(self.trace_of) >= MAX_EVENTS:
            raise refused(self._mark, "log-too-many", limit=MAX_EVENTS)
        self.trace_of.append(len(self.traces) - 1)
        trace = self._trace or {}
        for role in ROLES[1:]:
            key = self.keys[role]
            value = event.get(key) or (trace.get(key) if role == "organisation" else None)
            self.values[role].append(value)

    def said(self) -> Said:
        """Return the columns of all that was met."""
        import numpy as np  # noqa: PLC0415 - only who reads a log needs numpy

        names = [name or f"#{number}" for number, name in enumerate(self.traces, 1)]
        repeated = sorted(name for name, count in Counter(names).items() if count > 1)
        moments = Moments()
        time = moments.of(self.values["time"], len(self.trace_of))
        columns = {
            role: Coded.of(self.values[role]) for role in ROLES if role not in ("case", "time")
        }
        traces = np.array(self.trace_of, np.int32)
        return Said(
            columns={"case": Coded.from_categories(traces, names), **columns},
            time=time,
            unreadable=moments.unreadable,
            zoned=moments.zoned,
            zones_mixed=moments.zoned and moments.unzoned,
            repeated_cases=repeated,
        )
