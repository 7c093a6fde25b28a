"""
An event log in arrays: what was done, when, by whom, for which group, case by case.

The events stand sorted: by case in the order in which the cases begin in the source, within a case by
time, and at the same time in the order of the source. An event without a time keeps its place behind
the event before it. Names are numbered once; everything that counts works on the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Codes = npt.NDArray[np.int32]
    Times = npt.NDArray[np.int64]

NOBODY = -1
"""The code of a person, group or organisation that is not named."""

NO_TIME = -(2**63)
"""The time of an event whose time is not known: what numpy calls not-a-time."""

SECOND = 1_000_000
"""Times are whole microseconds since 1970, in UTC where the source says a zone."""


@attrs.frozen(kw_only=True, eq=False)
class EventLog:
    """
    A log: five columns as long as there are events, and the names that their codes stand for.

    ``starts`` gives where each case begins and, last, the number of events. ``people``, ``groups`` and
    ``organisations`` are empty where the source has no such column.
    """

    cases: tuple[str, ...]
    steps: tuple[str, ...]
    people: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    starts: Times
    step: Codes
    person: Codes
    group: Codes
    organisation: Codes
    time: Times

    def __len__(self) -> int:
        return len(self.step)

    def __repr__(self) -> str:
        return f"EventLog({len(self.cases)} cases, {len(self)} events, {len(self.steps)} steps)"

    def within(self) -> npt.NDArray[np.bool_]:
        """Return for every event but the last whether the next one is of the same case."""
        import numpy as np  # noqa: PLC0415 - only who has a log needs numpy

        same = np.ones(max(len(self) - 1, 0), bool)
        same[self.starts[1:-1] - 1] = False
        return same

    def ways_through(self) -> Iterator[tuple[Codes, Times]]:
        """Yield every variant as codes of steps, with where its cases begin; the most taken first."""
        import numpy as np  # noqa: PLC0415

        lengths = np.diff(self.starts)
        found: list[tuple[int, int, Codes, Times]] = []
        for length in np.unique(lengths):
            begin = self.starts[:-1][lengths == length]
            rows = self.step[begin[:, None] + np.arange(length)]
            kinds, which, count = np.unique(rows, axis=0, return_inverse=True, return_counts=True)
            order = np.argsort(which.ravel(), kind="stable")
            parts = np.split(begin[order], np.cumsum(count)[:-1])
            found += [(-len(one), int(one[0]), kinds[n], one) for n, one in enumerate(parts)]
        for _, _, codes, begin in sorted(found, key=lambda one: one[:2]):
            yield codes, begin
