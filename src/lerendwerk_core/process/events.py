"""
Columns of events to a log: every name is numbered once, every case sorted once.

Within a case events stand in the order of their times, and at the same time in the order of the
source. An event without a time stays behind the event before it in the source.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import attrs

from lerendwerk_core.model.event_log import NO_TIME, NOBODY, EventLog

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from lerendwerk_core.model.event_log import Codes, Times


HEAD = 2_000
"""In so many events most names of a column have been met."""


@attrs.frozen(eq=False)
class Coded:
    """A column as codes into its names, numbered as they first occur; ``-1`` is nothing."""

    codes: Codes
    names: tuple[str, ...] = ()

    @classmethod
    def nothing(cls, count: int) -> Coded:
        """Return a column of *count* events in which nothing is said."""
        import numpy as np  # noqa: PLC0415 - only who has a log needs numpy

        return cls(np.full(count, NOBODY, np.int32))

    @classmethod
    def of(cls, values: Sequence[str | None]) -> Coded:
        """Return the column of *values*; what is empty says nothing."""
        import numpy as np  # noqa: PLC0415

        known: dict[str, int] = {}
        number = known.setdefault
        codes = (number(one, len(known)) if one else NOBODY for one in values)
        return cls(np.fromiter(codes, np.int32, len(values)), tuple(known))

    @classmethod
    def from_categories(cls, codes: npt.NDArray[np.integer], names: Sequence[str | None]) -> Coded:
        """Return the column whose *codes* point at *names* in whatever order; less than 0 is nothing."""
        import numpy as np  # noqa: PLC0415

        told = cast("Sequence[str]", names)
        if all(names) and codes.min(initial=0) >= 0:
            order = _as_they_occur(codes, len(names))
            if order is None:
                last = int(codes.max(initial=-1)) + 1
                return cls(codes.astype(np.int32, copy=False), tuple(told[:last]))
        else:
            empty = np.array([not one for one in names] or [True])
            codes = np.where((codes < 0) | empty[codes], len(names), codes)
            order = _first_met(codes, len(names))
        renumbered = np.full(len(names) + 1, NOBODY, np.int32)
        renumbered[order] = np.arange(len(order), dtype=np.int32)
        return cls(renumbered[codes], tuple(told[one] for one in order))

    def taken(self, order: npt.NDArray[np.intp] | None) -> Codes:
        """Return the codes in *order*, or as they are."""
        return self.codes if order is None else self.codes[order]


def _as_they_occur(codes: npt.NDArray[np.integer], count: int) -> npt.NDArray[np.intp] | None:
    """Return the *codes* below *count*, each once, as they first occur; ``None`` if in order already."""
    import numpy as np  # noqa: PLC0415

    kinds, first = np.unique(codes[:HEAD], return_index=True)
    if len(kinds) == count:  # all of them have been met
        order = kinds[np.argsort(first)].astype(np.intp)
    elif (
        codes[:1].any() or (codes[1:] - codes[:-1] > 1).any()
    ):  # one step up leads nowhere new but on
        order = _first_met(codes, count)
    else:
        return None
    return None if np.array_equal(order, np.arange(len(order))) else order


def _first_met(codes: npt.NDArray[np.integer], count: int) -> npt.NDArray[np.intp]:
    """Return the *codes* below *count*, each once, as they first occur."""
    import numpy as np  # noqa: PLC0415

    spoken = np.flatnonzero(codes < count)
    place = np.full(count, len(codes), np.int64)
    place[codes[spoken][::-1]] = spoken[::-1]  # the last one written is the first met
    return np.argsort(place, kind="stable")[: int((place < len(codes)).sum())]


@attrs.define(eq=False)
class Numbering:
    """A column while it is read, name by name: four bytes an event, and every name once."""

    codes: array[int] = attrs.field(factory=lambda: array("i"))
    known: dict[str, int] = attrs.field(factory=dict)

    def take(self, name: str | None) -> None:
        """Add the *name* of the next event, without the space around it; what is empty says nothing."""
        bare = name.strip() if name else ""
        code = self.known.setdefault(bare, len(self.known)) if bare else NOBODY
        self.codes.append(code)

    def coded(self) -> Coded:
        """Return the whole column."""
        import numpy as np  # noqa: PLC0415

        return Coded(np.array(self.codes, np.int32), tuple(self.known))


@attrs.frozen(kw_only=True, eq=False)
class Columns:
    """The columns of a source, each as long as there are events, in the order of the source."""

    case: Coded
    step: Coded
    time: Times
    person: Coded
    group: Coded
    organisation: Coded


def in_organisations(case: Coded, organisation: Coded) -> Coded:
    """Return the cases of *case* kept apart by organisation: one number may be given out twice."""
    import numpy as np  # noqa: PLC0415

    width = len(organisation.names) + 1
    pairs = case.codes.astype(np.int64) * width + organisation.codes + 1
    kinds, which = np.unique(pairs, return_inverse=True)
    return Coded.from_categories(which.ravel(), [case.names[one // width] for one in kinds])


def sorted_log(columns: Columns) -> EventLog:
    """Return the log of *columns*; events without a case or a step have to be gone already."""
    import numpy as np  # noqa: PLC0415

    case = columns.case.codes
    time = _with_places(case, columns.time)
    order = None if _is_sorted(case, time) else np.lexsort((time, case))
    sorted_case = columns.case.taken(order)
    begins = np.flatnonzero(np.diff(sorted_case, prepend=-1))
    return EventLog(
        cases=columns.case.names,
        steps=columns.step.names,
        people=columns.person.names,
        groups=columns.group.names,
        organisations=columns.organisation.names,
        starts=np.append(begins, len(case)).astype(np.int64),
        step=columns.step.taken(order),
        person=columns.person.taken(order),
        group=columns.group.taken(order),
        organisation=columns.organisation.taken(order),
        time=columns.time if order is None else columns.time[order],
    )


def _is_sorted(case: Codes, time: Times) -> bool:
    import numpy as np  # noqa: PLC0415

    step = np.diff(case)
    return bool(np.all(step >= 0) and np.all((time[1:] >= time[:-1])[step == 0]))


def _with_places(case: Codes, time: Times) -> Times:
    """Return *time* in which an event without one has that of the event before it in its case."""
    import numpy as np  # noqa: PLC0415

    if not np.any(time == NO_TIME):
        return time
    by_case = np.argsort(case, kind="stable")
    known = time[by_case] != NO_TIME
    first = np.diff(case[by_case], prepend=-1) != 0
    latest = np.maximum.accumulate(np.where(known | first, np.arange(len(time)), 0))
    filled = np.empty_like(time)
    filled[by_case] = time[by_case][latest]
    return filled
