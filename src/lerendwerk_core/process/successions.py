"""
What follows what in a log, and who hands over to whom; counted at once for all events.

A succession is a pair of events of one case with nothing in between. Pairs of people are for the owner
of the log; :func:`lerendwerk_core.process.observe.observe` says nothing about single people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from lerendwerk_core.model.event_log import NO_TIME, NOBODY, EventLog
from lerendwerk_core.model.table import Table
from lerendwerk_core.vocabulary import Rung

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from lerendwerk_core.model.event_log import Codes, Times

MOST_CELLS = 4_000_000
"""So many pairs of codes are counted in a table; more are sorted."""

COLUMNS = {
    "step": "steps",
    "person": "people",
    "group": "groups",
    "organisation": "organisations",
}
"""The columns of a log that have names, and where the names are."""


@attrs.frozen(eq=False)
class Pairs:
    """How often each pair of codes occurred; the most frequent first, then as they are named."""

    first: Codes
    second: Codes
    count: Times

    def named(self, one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[str, str, int]]:
        """Return the pairs with the names that the codes stand for."""
        rows = zip(self.first.tolist(), self.second.tolist(), self.count.tolist(), strict=True)
        found = [(one[a], other[b], n) for a, b, n in rows]
        return sorted(found, key=lambda row: (-row[2], row[:2]))


def successions(log: EventLog, column: str = "step") -> list[tuple[str, str, int]]:
    """
    Return how often each value of *column* was directly followed by each, in the same case.

    *column* is ``step``, ``person``, ``group`` or ``organisation``; where one of the two is not named
    the succession is left out.
    """
    names = getattr(log, COLUMNS[column])
    return directly_followed(log, column).named(names, names)


def directly_followed(log: EventLog, column: str = "step") -> Pairs:
    """Return the same in codes."""
    codes, same = getattr(log, column), log.within()
    return counted(codes[:-1], codes[1:], len(getattr(log, COLUMNS[column])), same)


def together(log: EventLog, one: str, other: str) -> list[tuple[str, str, int]]:
    """Return how many events have each pair of values in the columns *one* and *other*."""
    import numpy as np  # noqa: PLC0415 - only who has a log needs numpy

    codes, names = getattr(log, one), getattr(log, COLUMNS[one])
    others, other_names = getattr(log, other), getattr(log, COLUMNS[other])
    width = max(len(names), len(other_names))
    return counted(codes, others, width, np.ones(len(log), bool)).named(names, other_names)


def counted(one: Codes, other: Codes, width: int, mask: npt.NDArray[np.bool_]) -> Pairs:
    """Return how often each pair of codes below *width* occurs where *mask* holds."""
    import numpy as np  # noqa: PLC0415

    width = max(width, 1)
    if one.min(initial=0) < 0 or other.min(initial=0) < 0:
        mask = mask & (one >= 0) & (other >= 0)
    if width * width > MOST_CELLS:
        pairs = one[mask].astype(np.int64) * width + other[mask]
        cells, count = np.unique(pairs, return_counts=True)
    else:
        pairs = (one * np.int32(width) + other)[mask]
        table = np.bincount(pairs, minlength=1)
        cells = np.flatnonzero(table)
        count = table[cells]
    first, second = np.divmod(cells, width)
    return Pairs(first.astype(np.int32), second.astype(np.int32), count.astype(np.int64))


def between_groups(log: EventLog) -> list[tuple[str, str, str, str, int]]:
    """Return how often each step of one group was followed by each step of another."""
    import numpy as np  # noqa: PLC0415

    groups = max(len(log.groups), 1)
    both = log.step.astype(np.int64) * groups + log.group
    crossing = crosses(log)
    found = counted(both[:-1], both[1:], len(log.steps) * groups, crossing)
    rows = zip(found.first.tolist(), found.second.tolist(), found.count.tolist(), strict=True)
    steps, teams = log.steps, log.groups
    named = [
        (steps[a // groups], steps[b // groups], teams[a % groups], teams[b % groups], count)
        for a, b, count in rows
    ]
    return sorted(named, key=lambda row: (-row[4], row[:4]))


def crosses(log: EventLog) -> npt.NDArray[np.bool_]:
    """Return for every two events in a row whether a case goes from one named group to another."""
    one, other = log.group[:-1], log.group[1:]
    crossing: npt.NDArray[np.bool_] = log.within() & (one != other)
    crossing &= (one >= 0) & (other >= 0)
    return crossing


def crossings_per_case(log: EventLog) -> Table[int, int]:
    """Return how many cases went to another group so many times."""
    import numpy as np  # noqa: PLC0415

    crossing = crosses(log)
    before = np.concatenate([[0], np.cumsum(crossing)])
    ends = np.maximum(log.starts[1:] - 1, log.starts[:-1])
    times, cases = np.unique(before[ends] - before[log.starts[:-1]], return_counts=True)
    return Table(zip(times.tolist(), cases.tolist(), strict=True))


TOLD_RUNGS = (
    Rung.SAME_PERSON,
    Rung.HAT_CHANGE,
    Rung.SAME_DEPARTMENT,
    Rung.OTHER_DEPARTMENT,
    Rung.OTHER_ORGANISATION,
)
"""The rungs that a log can tell, from near to far."""


def rungs(log: EventLog) -> Table[Rung, int]:
    """
    Return the successions by rung of the border ladder.

    A group of the log is a department. The same person under another group is a *hat change*, no
    border between people. What is not known is not told: a succession whose people are not both
    named is on no rung, nor is one between two people whose groups are not both named, unless it
    goes to another organisation.
    """
    same = log.within()
    named, one_person = _alike(log.person)
    grouped, one_group = _alike(log.group)
    placed, one_place = _alike(log.organisation)
    person = same & named & one_person
    far = same & ~person & placed & ~one_place
    near = same & named & grouped & ~person & ~far
    hat = person & grouped & ~one_group
    found = {
        Rung.SAME_PERSON: person & ~hat,
        Rung.HAT_CHANGE: hat,
        Rung.SAME_DEPARTMENT: near & one_group,
        Rung.OTHER_DEPARTMENT: near & ~one_group,
        Rung.OTHER_ORGANISATION: far,
    }
    return Table((rung, int(mask.sum())) for rung, mask in found.items())


def _alike(codes: Codes) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Return for every pair of neighbours whether both are named, and whether they are the same."""
    one, other = codes[:-1], codes[1:]
    return (one != NOBODY) & (other != NOBODY), one == other


def waits(log: EventLog) -> tuple[Times, npt.NDArray[np.bool_]]:
    """Return how long every succession took, and where that is known, in microseconds."""
    known = log.within() & (log.time[:-1] != NO_TIME) & (log.time[1:] != NO_TIME)
    return log.time[1:] - log.time[:-1], known


def bridging(log: EventLog, column: str = "organisation") -> tuple[str, ...]:
    """Return the people who work for more than one value of *column*: for the owner of the log."""
    places: dict[str, int] = {}
    for person, _, _ in together(log, "person", column):
        places[person] = places.get(person, 0) + 1
    return tuple(sorted(one for one, count in places.items() if count > 1))
