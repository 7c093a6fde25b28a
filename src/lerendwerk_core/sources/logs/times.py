"""Moments as logs write them: ISO 8601, Dutch dates, seconds or milliseconds since 1970."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from lerendwerk_core.model.event_log import NO_TIME, SECOND

if TYPE_CHECKING:
    from lerendwerk_core.model.event_log import Times

EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - the clock of the log itself
ZONED = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)
FORMATS = (
    "%d-%m-%Y %H:%M:%S",
    "%d-%m-%Y %H:%M",
    "%d-%m-%Y",
    "%d/%m/%Y %H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%Y/%m/%d %H:%M:%S",
    "%Y/%m/%d %H:%M",
    "%Y/%m/%d %H:%M:%S.%f",
)
"""Tried in this order where a moment is not ISO; a day stands before its month, as in Dutch."""

MILLISECONDS, MICROSECONDS, NANOSECONDS = 10**11, 10**14, 10**17
"""From these numbers on, a number counts so small a part of a second since 1970."""


@attrs.define(eq=False)
class Moments:
    """Moments while they are read: microseconds since 1970, what could not be read, zones met."""

    unreadable: list[str] = attrs.field(factory=list)
    zoned: bool = False
    unzoned: bool = False
    _format: str = ""

    def of(self, values: Sequence[str | None] | Iterable[str | None], count: int) -> Times:
        """Return *values* as microseconds; what is empty or unreadable is ``NO_TIME``."""
        import numpy as np  # noqa: PLC0415 - only who reads a log needs numpy

        return np.fromiter(map(self.read, values), np.int64, count)

    def read(self, value: str | None) -> int:
        """Return *value* as microseconds since 1970, in UTC where it has a zone."""
        if not value or not value.strip():
            return NO_TIME
        try:
            return self._microseconds(dt.datetime.fromisoformat(value))
        except (ValueError, OverflowError):
            return self._otherwise(value.strip())

    def _microseconds(self, moment: dt.datetime) -> int:
        if moment.tzinfo is None:
            self.unzoned = True
            return (moment - EPOCH) // MICROSECOND
        self.zoned = True
        return (moment - ZONED) // MICROSECOND

    def _otherwise(self, value: str) -> int:
        for form in dict.fromkeys((self._format, *FORMATS)):
            try:
                moment = dt.datetime.strptime(value, form)  # noqa: DTZ007 - as it stands
            except ValueError:
                continue
            self._format = form
            return self._microseconds(moment)
        number = since_1970(value)
        if number == NO_TIME:
            self.unreadable.append(value)
        return number


def since_1970(value: str) -> int:
    """Return the number *value* as microseconds since 1970, ``NO_TIME`` if it is none."""
    try:
        number = float(value)
        size = abs(number)
        for least, per_second in (
            (NANOSECONDS, 10**9),
            (MICROSECONDS, 10**6),
            (MILLISECONDS, 10**3),
            (0, 1),
        ):
            if size >= least:
                moment = round(number * SECOND / per_second)
                return moment if abs(moment) < 2**62 else NO_TIME
    except (ValueError, OverflowError):
        pass
    return NO_TIME
