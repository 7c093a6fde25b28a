"""
A Parquet file larger than memory, counted a part at a time.

Every part is read as a table in memory is, so that the same holds of names, times and what is absent.
The events of a case have to stand together and in order of time, as a case system or a sort leaves them;
where they do not, that is an error and not a wrong count. Durations and variants need the whole log.
"""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from lerendwerk_core.disclosure import below
from lerendwerk_core.errors import LerendwerkError, Mark, MissingExtraError
from lerendwerk_core.model.dossier import SMALLEST_CELL
from lerendwerk_core.model.event_log import NO_TIME, NOBODY, EventLog
from lerendwerk_core.model.observed import GroupHandover, Observed, StepSeen, Succession
from lerendwerk_core.model.table import Table
from lerendwerk_core.process.events import Coded
from lerendwerk_core.process.successions import TOLD_RUNGS, counted, directly_followed, rungs
from lerendwerk_core.sources.logs.columns import Said, only
from lerendwerk_core.sources.logs.frames import said_of
from lerendwerk_core.sources.logs.table import places_of
from lerendwerk_core.sources.nodes import refused
from lerendwerk_core.vocabulary import Rung

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from lerendwerk_core.model.event_log import Codes, Times

EVENTS = 1 << 20
"""How many events are in memory at once."""

SPREAD = 0x9E3779B97F4A7C1
"""Keeps the numbers of cases of different organisations apart."""

NAMED = ("step", "person", "group", "organisation")
Pair = tuple[int, int]


def observe_in_parts(
    path: str | Path,
    *,
    minimum: int = SMALLEST_CELL,
    part: int = EVENTS,
    shared: bool = False,
    **names: str,
) -> Observed:
    """
    Return what the Parquet file at *path* shows, without durations and variants.

    *names* gives the columns, and *shared* says what a case is, as for
    :func:`lerendwerk_core.sources.logs.read_log`; *part* is how many events are in memory at once.

    Raises:
        DossierError: It cannot be read, lacks a column, or the events of a case do not stand together
            in order of time.
        MissingExtraError: pyarrow is not installed.
    """
    file = Path(path)
    counts = _Counts(str(file), apart=not shared)
    for one in _parts(file, names, part):
        counts.take(one)
    return counts.observed(minimum)


def _parts(path: Path, names: Mapping[str, str], size: int) -> Iterator[Said]:
    """Yield what every part says."""
    try:
        pa, pq = map(importlib.import_module, ("pyarrow", "pyarrow.parquet"))
    except ImportError as error:
        raise MissingExtraError("data") from error
    mark, given = Mark(str(path)), {role: name for role, name in names.items() if name}
    try:
        with pq.ParquetFile(path) as file:
            known = file.schema_arrow.names
        places_of(known, given, mark)
        texts = [name for role, name in given.items() if role != "time"]
        with pq.ParquetFile(path, read_dictionary=texts) as file:
            for batch in file.iter_batches(size, columns=list(dict.fromkeys(given.values()))):
                yield said_of(pa.Table.from_batches([batch]), str(path), given)
    except LerendwerkError:
        raise
    except OSError as error:
        raise refused(mark, "file-unreadable", reason=error.strerror or str(error)) from error
    except Exception as error:  # the library has errors of its own
        raise refused(mark, "parquet-unreadable", reason=str(error)[:200]) from error


@attrs.define(eq=False)
class _Numbers:
    """Names numbered as they are met, over all parts."""

    known: dict[str, int] = attrs.field(factory=dict)

    def of(self, column: Coded) -> Codes:
        """Return the codes of a column of one part, as they are for all parts."""
        import numpy as np  # noqa: PLC0415 - only who reads a log needs numpy

        place = [self.known.setdefault(one, len(self.known)) for one in column.names]
        return np.array([*place, NOBODY], np.int32)[column.codes]


@attrs.define(eq=False)
class _Counts:
    """What all parts so far show."""

    shown_as: str
    apart: bool
    """Whether the organisation keeps cases apart."""
    numbers: dict[str, _Numbers] = attrs.field(factory=lambda: {role: _Numbers() for role in NAMED})
    events: int = 0
    steps: Counter[int] = attrs.field(factory=Counter)
    starts: Counter[int] = attrs.field(factory=Counter)
    ends: Counter[int] = attrs.field(factory=Counter)
    ways: Counter[Pair] = attrs.field(factory=Counter)
    does: Counter[Pair] = attrs.field(factory=Counter)
    handed: Counter[Pair] = attrs.field(factory=Counter)
    kept: Counter[Pair] = attrs.field(factory=Counter)
    rungs: Counter[Rung] = attrs.field(factory=Counter)
    begun: list[npt.NDArray[np.int64]] = attrs.field(factory=list)
    """A number for every case that began, to see whether one comes back."""
    last: dict[str, Any] = attrs.field(factory=dict)

    def take(self, said: Said) -> None:
        """Count one part, with the last event of the one before it."""
        case = said.columns["case"]
        whole = (case.codes != NOBODY) & (said.columns["step"].codes != NOBODY)
        if not whole.any():
            return
        codes: dict[str, Any] = {
            role: self.numbers[role].of(only(said.columns[role], whole)) for role in NAMED
        }
        fresh = self._begins(case, case.codes[whole], codes["organisation"])
        codes["time"] = self._in_order(said.time[whole], fresh)
        self._note(codes, fresh)
        self.last = {role: one[-1:] for role, one in codes.items()}
        self.last["case"] = case.names[case.codes[whole][-1]]

    def _note(self, codes: Mapping[str, Any], fresh: npt.NDArray[np.bool_]) -> None:
        self.events += len(codes["step"])
        self._add(self.steps, codes["step"])
        self._add_pairs(self.does, codes["step"], codes["group"])
        whole = {role: self._behind(role, one) for role, one in codes.items()}
        goes_on = ~fresh if self.last else ~fresh[1:]
        self._count(whole, goes_on)
        self._add(self.starts, codes["step"][fresh])
        self._add(self.ends, whole["step"][:-1][~goes_on])

    def _behind(self, role: str, codes: Any) -> Any:
        import numpy as np  # noqa: PLC0415

        return np.concatenate([self.last[role], codes]) if self.last else codes

    def _begins(self, case: Coded, codes: Codes, organisation: Codes) -> npt.NDArray[np.bool_]:
        """Return where a case begins, and keep a number for it."""
        import numpy as np  # noqa: PLC0415

        places = organisation if self.apart else np.zeros_like(organisation)
        other = (codes[1:] != codes[:-1]) | (places[1:] != places[:-1])
        begins = np.concatenate([[True], other])
        if self.last and case.names[codes[0]] == self.last["case"]:
            begins[0] = self.apart and places[0] != self.last["organisation"][0]
        hashed = np.array([hash(one) for one in case.names], np.int64)
        self.begun.append(hashed[codes[begins]] + places[begins].astype(np.int64) * SPREAD)
        return begins

    def _in_order(self, time: Times, begins: npt.NDArray[np.bool_]) -> Times:
        """Return *time*, in which an event without one has that of the event before it in its case."""
        import numpy as np  # noqa: PLC0415

        since = self._behind("time", time)
        known = np.concatenate([[True], begins]) if self.last else begins
        latest = np.maximum.accumulate(
            np.where(known | (since != NO_TIME), np.arange(len(since)), 0)
        )
        filled: Times = since[latest]
        back = filled[1:] < filled[:-1]
        if (back & ~(begins if self.last else begins[1:])).any():
            raise refused(Mark(self.shown_as), "log-not-in-order")
        return filled[1:] if self.last else filled

    def _count(self, codes: Mapping[str, Any], same: npt.NDArray[np.bool_]) -> None:
        """Count the successions where *same* says that the next event is of the same case."""
        import numpy as np  # noqa: PLC0415

        breaks = np.flatnonzero(~same) + 1
        log = EventLog(
            cases=(),
            steps=tuple(self.numbers["step"].known),
            people=tuple(self.numbers["person"].known),
            groups=tuple(self.numbers["group"].known),
            organisations=tuple(self.numbers["organisation"].known),
            starts=np.concatenate([[0], breaks, [len(codes["step"])]]),
            **codes,
        )
        found = directly_followed(log)
        self._add_found(self.ways, found)
        self._add_found(self.handed, directly_followed(log, "group"))
        person = (log.person[:-1] == log.person[1:]) & (log.person[:-1] != NOBODY)
        kept = counted(log.group[:-1], log.group[1:], len(log.groups), log.within() & person)
        self._add_found(self.kept, kept)
        self.rungs.update(rungs(log))

    def _add(self, counter: Counter[int], codes: Codes) -> None:
        import numpy as np  # noqa: PLC0415

        counts = np.bincount(codes[codes >= 0]) if len(codes) else np.zeros(0, np.int64)
        counter.update({int(code): int(counts[code]) for code in np.flatnonzero(counts)})

    def _add_pairs(self, counter: Counter[Pair], one: Codes, other: Codes) -> None:
        import numpy as np  # noqa: PLC0415

        width = max(len(self.numbers[role].known) for role in NAMED)
        self._add_found(counter, counted(one, other, width, np.ones(len(one), bool)))

    @staticmethod
    def _add_found(counter: Counter[Pair], found: Any) -> None:
        rows = zip(found.first.tolist(), found.second.tolist(), found.count.tolist(), strict=True)
        counter.update({(a, b): n for a, b, n in rows})

    def observed(self, minimum: int) -> Observed:
        """Return all of it by name."""
        import numpy as np  # noqa: PLC0415

        begun = np.concatenate(self.begun) if self.begun else np.zeros(0, np.int64)
        begun.sort()
        if (begun[1:] == begun[:-1]).any():
            raise refused(Mark(self.shown_as), "log-not-in-order")
        if self.last:
            self.ends[int(self.last["step"][0])] += 1
        people = len(self.numbers["person"].known) or None
        return Observed(
            cases=len(begun),
            events=self.events,
            people=None if people is None or below(people, minimum) else people,
            steps=tuple(self._steps()),
            successions=tuple(
                Succession(source=a, target=b, count=n)
                for a, b, n in self._named(self.ways, "step")
            ),
            handovers=tuple(
                GroupHandover(source=a, target=b, count=n, same_person=self._kept(a, b))
                for a, b, n in self._named(self.handed, "group")
            ),
            borders=Table((rung.value, self.rungs[rung]) for rung in TOLD_RUNGS),
        )

    def _named(self, counter: Counter[Pair], role: str) -> list[tuple[str, str, int]]:
        names = list(self.numbers[role].known)
        found = [(names[a], names[b], n) for (a, b), n in counter.items()]
        return sorted(found, key=lambda row: (-row[2], row[:2]))

    def _kept(self, source: str, target: str) -> int:
        known = self.numbers["group"].known
        return self.kept[known[source], known[target]]

    def _steps(self) -> Iterator[StepSeen]:
        names, groups = list(self.numbers["step"].known), list(self.numbers["group"].known)
        for code in sorted(self.steps, key=lambda one: (-self.steps[one], names[one])):
            own = {groups[b]: n for (a, b), n in self.does.items() if a == code}
            ordered = sorted(own.items(), key=lambda pair: (-pair[1], pair[0]))
            yield StepSeen(
                step=names[code],
                count=self.steps[code],
                starts=self.starts[code],
                ends=self.ends[code],
                groups=Table(ordered),
            )
