"""What a log shows, for everybody: steps, successions, variants, borders and waiting, nobody by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from lerendwerk_core.disclosure import below
from lerendwerk_core.model.dossier import SMALLEST_CELL
from lerendwerk_core.model.event_log import NO_TIME, NOBODY, EventLog
from lerendwerk_core.model.observed import (
    Duration,
    GroupHandover,
    Observed,
    StepSeen,
    Succession,
    Variant,
)
from lerendwerk_core.model.table import Table
from lerendwerk_core.process.durations import duration
from lerendwerk_core.process.successions import crosses, rungs, together, waits

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from lerendwerk_core.model.event_log import Times

MOST_VARIANTS = 20
"""How many of the ways through are told; the others are counted."""

MOST_CELLS = 20_000_000
"""So many cells a table of cases by steps may have."""

Working = Callable[["Times"], "Times"]
"""From moments in microseconds to working time since some moment, for durations in working hours."""


def observe(
    log: EventLog, *, working: Working | None = None, minimum: int = SMALLEST_CELL
) -> Observed:
    """
    Return what *log* shows.

    Durations are calendar time, or working time where *working* turns moments into it (see
    :class:`lerendwerk_core.process.calendar.WorkingHours`). Fewer people than *minimum* are not told.
    """
    took, known = _took(log, working)
    ways = [(tuple(log.steps[c] for c in codes), len(begin)) for codes, begin in log.ways_through()]
    same = log.within()
    person = (log.person[:-1] == log.person[1:]) & (log.person[:-1] != NOBODY)
    crossing = crosses(log) & ~person
    people = len(log.people) if log.people else None
    return Observed(
        cases=len(log.cases),
        events=len(log),
        people=None if people is None or below(people, minimum) else people,
        variant_count=len(ways),
        steps=tuple(_steps(log)),
        successions=tuple(_successions(log, took, known)),
        variants=tuple(Variant(steps=one, cases=n) for one, n in ways[:MOST_VARIANTS]),
        handovers=tuple(_handovers(log, took, known, person)),
        borders=Table((rung.value, count) for rung, count in rungs(log).items()),
        took=_case_durations(log, working),
        inside=duration([took[known & same & ~crossing]]),
        at_borders=duration([took[known & same & crossing]]),
    )


def _took(log: EventLog, working: Working | None) -> tuple[Times, npt.NDArray[np.bool_]]:
    took, known = waits(log)
    if working is None:
        return took, known
    time = working(log.time)
    return time[1:] - time[:-1], known


def _steps(log: EventLog) -> Iterator[StepSeen]:
    """Yield every step, the most frequent first."""
    import numpy as np  # noqa: PLC0415 - only who has a log needs numpy

    kinds = len(log.steps)
    count = np.bincount(log.step, minlength=kinds)
    cases = _cases_with(log, kinds)
    starts = np.bincount(log.step[log.starts[:-1]], minlength=kinds)
    ends = np.bincount(log.step[log.starts[1:] - 1], minlength=kinds)
    groups: dict[str, dict[str, int]] = {}
    for step, group, events in together(log, "step", "group"):
        groups.setdefault(step, {})[group] = events
    for code in sorted(range(kinds), key=lambda one: (-count[one], log.steps[one])):
        yield StepSeen(
            step=log.steps[code],
            count=int(count[code]),
            cases=int(cases[code]),
            starts=int(starts[code]),
            ends=int(ends[code]),
            repeated=int(count[code] - cases[code]),
            groups=Table(groups.get(log.steps[code], {})),
        )


def _cases_with(log: EventLog, kinds: int) -> npt.NDArray[np.int64]:
    """Return in how many cases each step occurs; so many cases at a time that memory stays small."""
    import numpy as np  # noqa: PLC0415

    cases = np.zeros(kinds, np.int64)
    many = max(1, MOST_CELLS // max(kinds, 1))
    for first in range(0, len(log.cases), many):
        starts = log.starts[first : first + many + 1]
        case = np.repeat(np.arange(len(starts) - 1), np.diff(starts))
        has = np.zeros((len(starts) - 1, kinds), bool)
        has[case, log.step[starts[0] : starts[-1]]] = True
        cases += has.sum(axis=0)
    return cases


def _successions(log: EventLog, took: Times, known: npt.NDArray[np.bool_]) -> Iterator[Succession]:
    parts = _parts(log.step, len(log.steps), log.within(), took, known)
    named = [(log.steps[a], log.steps[b], n, spread) for a, b, n, spread, _ in parts]
    for source, target, count, spread in sorted(named, key=lambda one: (-one[2], one[:2])):
        yield Succession(source=source, target=target, count=count, took=spread)


def _handovers(
    log: EventLog, took: Times, known: npt.NDArray[np.bool_], person: npt.NDArray[np.bool_]
) -> Iterator[GroupHandover]:
    both = log.within() & (log.group[:-1] >= 0) & (log.group[1:] >= 0)
    parts = _parts(log.group, len(log.groups), both, took, known)
    found = [
        (log.groups[a], log.groups[b], count, spread, int(person[rows].sum()))
        for a, b, count, spread, rows in parts
    ]
    for source, target, count, spread, same in sorted(found, key=lambda one: (-one[2], one[:2])):
        yield GroupHandover(
            source=source, target=target, count=count, same_person=same, waited=spread
        )


def _parts(
    codes: npt.NDArray[np.int32],
    width: int,
    mask: npt.NDArray[np.bool_],
    took: Times,
    known: npt.NDArray[np.bool_],
) -> Iterator[tuple[int, int, int, Duration | None, npt.NDArray[np.intp]]]:
    """Yield for each pair of codes how often it occurs, how long it took, and where it occurs."""
    import numpy as np  # noqa: PLC0415

    rows = np.flatnonzero(mask)
    pairs = codes[:-1][rows].astype(np.int64) * max(width, 1) + codes[1:][rows]
    order = np.argsort(pairs, kind="stable")
    cells, begin = np.unique(pairs[order], return_index=True)
    for cell, part in zip(cells.tolist(), np.split(rows[order], begin[1:]), strict=False):
        yield *divmod(cell, max(width, 1)), len(part), duration([took[part[known[part]]]]), part


def _case_durations(log: EventLog, working: Working | None) -> Duration | None:
    """Return how long cases took, from the first to the last event that has a time."""
    import numpy as np  # noqa: PLC0415

    if not len(log):
        return None
    known = log.time != NO_TIME
    far = np.iinfo(np.int64)
    first = np.minimum.reduceat(np.where(known, log.time, far.max), log.starts[:-1])
    last = np.maximum.reduceat(np.where(known, log.time, far.min), log.starts[:-1])
    timed = first <= last
    first, last = first[timed], last[timed]
    return duration([working(last) - working(first) if working else last - first])
