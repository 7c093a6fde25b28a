"""From what a source says of its events, column by column, to a log and what was noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from lerendwerk_core.model.event_log import NO_TIME, NOBODY, EventLog
from lerendwerk_core.model.process import SourceFinding
from lerendwerk_core.model.table import Table
from lerendwerk_core.process.events import Coded, Columns, in_organisations, sorted_log
from lerendwerk_core.vocabulary import Severity, plain

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from lerendwerk_core.model.event_log import Codes, Times

ROLES = ("case", "step", "time", "person", "group", "organisation")
NEEDED = ("case", "step")
NO_REAL_PERSON = frozenset({"test", "admin", "empty", "system", "systeem", "unknown", "onbekend"})
"""Plain forms of what stands in logs where a person should."""


@attrs.frozen(kw_only=True)
class LogReading:
    """
    A log, and what was noticed while it was read.

    ``reordered`` cases were not in order of time; ``zoned`` says whether times had a zone.
    """

    log: EventLog
    findings: tuple[SourceFinding, ...] = ()
    reordered: int = 0
    zoned: bool = False


@attrs.frozen(kw_only=True, eq=False)
class Said:
    """What a source says: coded columns and times, and what went wrong with the times."""

    columns: Mapping[str, Coded]
    time: Times
    timed: bool = True
    """Whether times were asked for at all."""
    unreadable: Sequence[str] = ()
    zoned: bool = False
    zones_mixed: bool = False
    repeated_cases: Sequence[str] = ()


def log_of(said: Said) -> LogReading:
    """Return the log that *said* holds; events without a case or a step are left out and told."""
    case, step = said.columns["case"], said.columns["step"]
    whole = (case.codes != NOBODY) & (step.codes != NOBODY)
    left_out = int(len(whole) - whole.sum())
    columns = {name: _only(column, whole) for name, column in said.columns.items()}
    time = said.time if not left_out else said.time[whole]
    case, shared = columns["case"], []
    if columns["organisation"].names:
        case = in_organisations(case, columns["organisation"])
        shared = sorted(name for name, count in Counter(case.names).items() if count > 1)
    log = sorted_log(Columns(**{**columns, "case": case}, time=time))
    untimed = int((time == NO_TIME).sum())
    findings = (*_about(said, left_out, shared, untimed), *_about_people(log))
    return LogReading(
        log=log, findings=findings, reordered=_reordered(case.codes, time), zoned=said.zoned
    )


def _only(column: Coded, whole: npt.NDArray[np.bool_]) -> Coded:
    if whole.all():
        return column
    return Coded.from_categories(column.codes[whole], column.names)


def _reordered(case: Codes, time: Times) -> int:
    """Return how many cases stand in another order than that of time."""
    import numpy as np  # noqa: PLC0415

    by_case = np.argsort(case, kind="stable")
    codes, moments = case[by_case], time[by_case]
    back = (codes[1:] == codes[:-1]) & (moments[1:] < moments[:-1]) & (moments[1:] != NO_TIME)
    return len(np.unique(codes[1:][back]))


def _about(said: Said, left_out: int, shared: list[str], untimed: int) -> Iterator[SourceFinding]:
    if left_out:
        yield found("log-incomplete", count=left_out)
    if said.unreadable:
        count = len(said.unreadable)
        yield found("log-time-unreadable", count=count, example=said.unreadable[0][:40])
    if said.timed and untimed > len(said.unreadable):
        yield found("log-no-time", count=untimed - len(said.unreadable))
    if said.zones_mixed:
        yield found("log-zones-mixed")
    for code, cases in (("log-case-repeated", said.repeated_cases), ("log-case-shared", shared)):
        if cases:
            severity = Severity.WARNING if code == "log-case-repeated" else Severity.NOTE
            yield found(code, severity, count=len(cases), example=cases[0][:40])


def _about_people(log: EventLog) -> Iterator[SourceFinding]:
    unnamed = int((log.person == NOBODY).sum())
    if log.people and unnamed:
        yield found("log-no-person", count=unnamed, all=len(log))
    odd = sorted(one for one in {*log.people, *log.groups} if plain(one) in NO_REAL_PERSON)
    if odd:
        yield found("log-odd-person", names=", ".join(odd[:5]))
    if not len(log):
        yield found("log-empty")


def found(code: str, severity: Severity = Severity.WARNING, **values: object) -> SourceFinding:
    """Return a finding about the log as a whole."""
    words = Table((name, str(value)) for name, value in values.items())
    return SourceFinding(code=code, where="log", values=words, severity=severity)
