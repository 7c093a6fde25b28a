"""From what a source says of its events, column by column, to a log and what was noticed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from lerendwerk_core.model.dossier import SMALLEST_CELL
from lerendwerk_core.model.event_log import NO_TIME, NOBODY, EventLog
from lerendwerk_core.model.process import SourceFinding
from lerendwerk_core.model.table import Table
from lerendwerk_core.process.events import Coded, Columns, in_organisations, sorted_log
from lerendwerk_core.process.successions import together
from lerendwerk_core.sources.logs.times import Moments
from lerendwerk_core.vocabulary import plain
from lerendwerk_core.wording import FINDINGS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from lerendwerk_core.model.event_log import Codes, Times

ROLES = ("case", "step", "time", "person", "group", "organisation")
NEEDED = ("case", "step")
NO_REAL_PERSON = frozenset(
    (
        *("test", "admin", "empty", "leeg", "system", "systeem", "unknown", "onbekend"),
        *("null", "none", "nan", "na", "nvt"),
    )
)
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
    moments: Moments = attrs.field(factory=Moments)
    """How the times were read."""
    repeated_cases: Sequence[str] = ()
    told_apart: bool = False
    """Whether cases are known by more than their numbers, as traces are."""
    without_events: int = 0
    """How many cases have none."""
    uneven: Sequence[int] = ()
    """The lines that have more or fewer cells than the heading: how many, and the first."""


def log_of(said: Said, *, shared: bool = False) -> LogReading:
    """
    Return the log that *said* holds; events without a case or a step are left out and told.

    Where there are organisations they keep cases apart, unless the numbers of cases are *shared*.
    """
    case, step = said.columns["case"], said.columns["step"]
    whole = (case.codes != NOBODY) & (step.codes != NOBODY)
    left_out = int(len(whole) - whole.sum())
    columns = {name: only(column, whole) for name, column in said.columns.items()}
    time = said.time if not left_out else said.time[whole]
    case, apart = columns["case"], 0
    if columns["organisation"].names and not shared and not said.told_apart:
        case = in_organisations(case, columns["organisation"])
        apart = sum(count > 1 for count in Counter(case.names).values())
    log = sorted_log(Columns(**{**columns, "case": case}, time=time))
    untimed = int((time == NO_TIME).sum())
    about = (*_about_rows(said, left_out), *_about_times(said, untimed), *_about_cases(said, apart))
    return LogReading(
        log=log,
        findings=(*about, *_about_people(log)),
        reordered=_reordered(case.codes, time),
        zoned=said.moments.zoned,
    )


def only(column: Coded, whole: npt.NDArray[np.bool_]) -> Coded:
    """Return *column* with only the events that are *whole*, and their names."""
    if whole.all():
        return column
    return Coded.from_categories(column.codes[whole], column.names)


def _reordered(case: Codes, time: Times) -> int:
    """Return how many cases stand in another order than that of time."""
    import numpy as np  # noqa: PLC0415

    codes, moments = case, time
    if (case[1:] < case[:-1]).any():
        by_case = np.argsort(case, kind="stable")
        codes, moments = case[by_case], time[by_case]
    back = (codes[1:] == codes[:-1]) & (moments[1:] < moments[:-1]) & (moments[1:] != NO_TIME)
    return len(np.unique(codes[1:][back]))


def _about_rows(said: Said, left_out: int) -> Iterator[SourceFinding]:
    if said.uneven:
        yield found("log-row-length", count=said.uneven[0], line=said.uneven[1])
    if left_out:
        yield found("log-incomplete", count=left_out)


def _about_times(said: Said, untimed: int) -> Iterator[SourceFinding]:
    moments = said.moments
    if moments.unreadable:
        yield found("log-time-unreadable", count=moments.unreadable, form=moments.form)
    if said.timed and untimed > moments.unreadable:
        yield found("log-no-time", count=untimed - moments.unreadable)
    if moments.zoned and moments.unzoned:
        yield found("log-zones-mixed")


def _about_cases(said: Said, apart: int) -> Iterator[SourceFinding]:
    if said.repeated_cases:
        yield found("log-case-repeated", count=len(said.repeated_cases))
    if apart:
        yield found("log-case-shared", count=apart)
    if said.without_events:
        yield found("log-case-empty", count=said.without_events)


def _about_people(log: EventLog) -> Iterator[SourceFinding]:
    unnamed = int((log.person == NOBODY).sum())
    if log.people and unnamed:
        yield found("log-no-person", count=unnamed, all=len(log))
    odd = sorted(one for one in {*log.people, *log.groups} if plain(one) in NO_REAL_PERSON)
    if odd:
        yield found("log-odd-person", names=", ".join(odd[:5]))
    small = [group for group, people in _people_in_groups(log).items() if people < SMALLEST_CELL]
    if small:
        yield found("log-small-groups", count=len(small), least=SMALLEST_CELL)
    if not len(log):
        yield found("log-empty")


def _people_in_groups(log: EventLog) -> Counter[str]:
    """Return how many people of each group the log names: of a group without any it says nothing."""
    return Counter(group for _, group, _ in together(log, "person", "group"))


def found(code: str, **values: object) -> SourceFinding:
    """Return a finding about the log as a whole."""
    words = Table((name, str(value)) for name, value in values.items())
    return SourceFinding(code=code, where="log", values=words, severity=FINDINGS[code][0])
