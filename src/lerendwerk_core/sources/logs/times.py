"""Moments as logs write them: ISO 8601, Dutch dates, seconds or milliseconds since 1970."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import attrs

from lerendwerk_core.model.event_log import NO_TIME, SECOND

if TYPE_CHECKING:
    from lerendwerk_core.model.event_log import Times

EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - the clock of the log itself
ZONED = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
MICROSECOND = dt.timedelta(microseconds=1)
CLOCK = r"(?:[ T,]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:[.,]([0-9]{1,9}))?)?)?"
ZONE = r"(?: ?(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2}))?"
DAY_FIRST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})" + CLOCK + ZONE)
YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})" + CLOCK + ZONE)
"""Tried in this order where a moment is not ISO; a day stands before its month, as in Dutch."""

MILLISECONDS, MICROSECONDS, NANOSECONDS = 10**11, 10**14, 10**17
"""From these numbers on, a number counts so small a part of a second since 1970."""

UNITS = ((NANOSECONDS, 10**9), (MICROSECONDS, 10**6), (MILLISECONDS, 10**3), (0, 1))
FIRST, LAST = (
    (one - EPOCH) // MICROSECOND
    for one in (dt.datetime(1, 1, 2), dt.datetime(9999, 12, 30))  # noqa: DTZ001
)
"""What lies outside is no moment: no calendar has a year 0 or 10000."""


@attrs.define(eq=False)
class Moments:
    """
    Moments while they are read: microseconds since 1970, what could not be read, zones met.

    Of what is ``unreadable`` the number is kept and the ``form`` of the first: what stands there by
    mistake may be a name, so its letters are told as ``x`` and its digits as ``9``.
    """

    unreadable: int = 0
    form: str = ""
    zoned: bool = False
    unzoned: bool = False

    def of(self, values: Iterable[str | None], count: int) -> Times:
        """Return *values* as microseconds; what is empty or unreadable is ``NO_TIME``."""
        import numpy as np  # noqa: PLC0415 - only who reads a log needs numpy

        return np.fromiter(map(self.read, values), np.int64, count)

    def of_numbers(self, numbers: Any) -> Times:
        """Return an array of *numbers* since 1970 as microseconds; what is not finite has no time."""
        import numpy as np  # noqa: PLC0415

        size, moments = np.abs(numbers), np.full(len(numbers), NO_TIME, np.int64)
        above = np.inf
        for least, per_second in UNITS:
            here = (size >= least) & (size < above)
            moments[here] = _scaled(numbers[here], per_second)
            above = least
        far = (moments != NO_TIME) & ((moments < FIRST) | (moments > LAST))
        self._miss(int(far.sum()), "9" * 20)
        return np.where(far, NO_TIME, moments)

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
        try:
            moment = _written(value)
            number = self._microseconds(moment) if moment else since_1970(value)
        except (ValueError, OverflowError):
            number = NO_TIME
        if number == NO_TIME:
            self._miss(1, value)
        return number

    def _miss(self, count: int, value: str) -> None:
        if count and not self.unreadable:
            letters = re.sub(r"[^\W\d_]", "x", value[:40])
            self.form = re.sub(r"\d", "9", letters)
        self.unreadable += count


def _written(value: str) -> dt.datetime | None:
    """Return the moment that is not written as ISO has it, ``None`` if it is something else."""
    if found := DAY_FIRST.fullmatch(value):
        day, _, month, year, *rest = found.groups()
    elif found := YEAR_FIRST.fullmatch(value):
        year, _, month, day, *rest = found.groups()
    else:
        return None
    hour, minute, second, part, zone = rest
    clock = int(hour or 0), int(minute or 0), int(second or 0), int((part or "").ljust(6, "0")[:6])
    return dt.datetime(int(year), int(month), int(day), *clock, tzinfo=_zone(zone))


def _zone(written: str | None) -> dt.tzinfo | None:
    if not written or written[0] not in "+-":
        return dt.UTC if written else None
    offset = dt.timedelta(hours=int(written[1:3]), minutes=int(written[-2:]))
    return dt.timezone(-offset if written[0] == "-" else offset)


def since_1970(value: str) -> int:
    """Return the number *value* as microseconds since 1970, ``NO_TIME`` if it is none."""
    try:
        number = int(value) if value.isdecimal() else float(value)
        size = abs(number)
        for least, per_second in UNITS:
            if size >= least:
                moment = round(number * SECOND / per_second)
                return moment if FIRST <= moment <= LAST else NO_TIME
    except (ValueError, OverflowError):
        pass
    return NO_TIME


def _scaled(numbers: Any, per_second: int) -> Times:
    """Return *numbers*, of which so many are a second, in microseconds; whole ones stay exact."""
    import numpy as np  # noqa: PLC0415

    if per_second <= SECOND:
        numbers = numbers * (SECOND // per_second)
    elif numbers.dtype.kind == "f":
        numbers = np.clip(numbers / (per_second // SECOND), 2 * FIRST, 2 * LAST)
    else:
        numbers = numbers // (per_second // SECOND)
    moments: Times = np.rint(numbers).astype(np.int64)
    return moments
