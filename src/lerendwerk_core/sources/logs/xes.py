"""
XES, plain or gzipped, streamed: an event is in memory as a few numbers only.

A trace is a case, even when two traces have the same name. Only what a trace or an event says of itself
counts, not what is nested deeper; defaults that a log declares for all events are not filled in, because
they stand for nothing known. A DOCTYPE is refused, and so is a file that unpacks to far more than it is.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

import attrs

from lerendwerk_core.errors import DossierError, Mark
from lerendwerk_core.process.events import Coded, Numbering
from lerendwerk_core.sources.logs.columns import ROLES, Said
from lerendwerk_core.sources.logs.packed import unpacked
from lerendwerk_core.sources.logs.table import missing
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

NAMED = tuple(role for role in ROLES if role not in ("case", "time"))

CHUNK = 1 << 16
MAX_DEPTH = 50
MAX_EVENTS = 50_000_000


def read_xes(path: Path, shown_as: str, keys: Mapping[str, str]) -> Said:
    """
    Return what the XES file at *path* says; *keys* names attributes that are not as in KEYS.

    Raises:
        DossierError: It cannot be read, is no XES, has a DOCTYPE, or unpacks to too much.
    """
    reader = _Reader(shown_as, {**KEYS, **{role: key for role, key in keys.items() if key}})
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
    reader.check(keys)
    return reader.said()


@attrs.define(eq=False)
class _Reader:
    """Collects events as expat meets them."""

    shown_as: str
    keys: Mapping[str, str]
    parser: expat.XMLParserType = attrs.field(init=False)
    depth: int = 0
    traces: list[str] = attrs.field(factory=list)
    trace_of: array[int] = attrs.field(factory=lambda: array("i"))
    names: dict[str, Numbering] = attrs.field(factory=lambda: {one: Numbering() for one in NAMED})
    times: array[int] = attrs.field(factory=lambda: array("q"))
    moments: Moments = attrs.field(factory=Moments)
    met: set[str] = attrs.field(factory=set)
    """The attributes that some trace or event has."""
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
        elif local == "trace" and self._event is None and self._trace is not None:
            self.met |= self._trace.keys()
            self._trace = None

    def _take(self, event: dict[str, str]) -> None:
        if len(self.trace_of) >= MAX_EVENTS:
            raise refused(self._mark, "log-too-many", limit=MAX_EVENTS)
        self.trace_of.append(len(self.traces) - 1)
        self.times.append(self.moments.read(event.get(self.keys["time"])))
        for role, names in self.names.items():
            names.take(self._value(role, event))
        self.met |= event.keys()

    def _value(self, role: str, event: Mapping[str, str]) -> str | None:
        """Return what an event says for *role*; of the organisation its trace may say it."""
        key = self.keys[role]
        if role != "organisation":
            return event.get(key)
        return (event.get(key) or (self._trace or {}).get(key)) if key else None

    def check(self, keys: Mapping[str, str]) -> None:
        """Refuse a log in which one of *keys* is nowhere."""
        wrong = tuple(missing(sorted(self.met), keys, Mark(self.shown_as)))
        if self.trace_of and wrong:
            raise DossierError(wrong)

    def said(self) -> Said:
        """Return the columns of all that was met."""
        import numpy as np  # noqa: PLC0415 - only who reads a log needs numpy

        names = [name.strip() or f"#{number}" for number, name in enumerate(self.traces, 1)]
        repeated = sorted(name for name, count in Counter(names).items() if count > 1)
        traces = np.array(self.trace_of, np.int32)
        columns = {role: one.coded() for role, one in self.names.items()}
        case = Coded.from_categories(traces, names)
        return Said(
            columns={"case": case, **columns},
            time=np.array(self.times, np.int64),
            moments=self.moments,
            repeated_cases=repeated,
            told_apart=True,
            without_events=len(names) - len(case.names),
        )
