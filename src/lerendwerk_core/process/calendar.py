"""
Working hours: how much of the time between two events somebody could have worked.

A calendar turns a moment into the working time since some fixed day, so that the difference of two is the
working time between them. It is told by the clock on the wall: an hour that summer time skips or repeats
lies outside anybody's working day.
"""

from __future__ import annotations

import datetime as dt
import importlib
from collections.abc import Iterable
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import attrs

from lerendwerk_core.errors import MissingExtraError
from lerendwerk_core.model.event_log import NO_TIME, SECOND

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from lerendwerk_core.model.event_log import Times

MINUTE, HOUR, DAY = 60 * SECOND, 3600 * SECOND, 86_400 * SECOND
EPOCH = dt.date(1970, 1, 1)
WEEK, FIRST_WEEKDAY = 7, 3  # 1970 began on a Thursday
DUTCH = "Europe/Amsterdam"
FIRST_HOUR, LAST_HOUR = ((dt.date(year, 1, 2) - EPOCH).days * 24 for year in (1, 9999))
"""Outside these no zone says anything."""


@attrs.frozen(kw_only=True)
class WorkingHours:
    """
    When people work: from *opens* to *closes* on *days* (Monday is 0), but not on the *closed* dates.

    Moments are taken as they stand, or, with a *zone*, from UTC to the clock of that zone.
    """

    opens: dt.time = dt.time(9)
    closes: dt.time = dt.time(17)
    days: frozenset[int] = frozenset(range(5))
    closed: frozenset[dt.date] = frozenset()
    zone: str = ""

    @classmethod
    def dutch(
        cls,
        years: Iterable[int],
        *,
        opens: dt.time = dt.time(9),
        closes: dt.time = dt.time(17),
        zone: str = "",
    ) -> WorkingHours:
        """
        Return working hours that are closed on the public holidays of the Netherlands in *years*.

        Raises:
            MissingExtraError: The extra ``calendar`` is not installed.
        """
        try:
            holidays = importlib.import_module("holidays")
        except ImportError as error:
            raise MissingExtraError("calendar") from error
        closed = frozenset(holidays.country_holidays("NL", years=list(years)))
        return cls(opens=opens, closes=closes, closed=closed, zone=zone)

    def __call__(self, time: Times) -> Times:
        """Return the working time since a fixed day, in microseconds; what has no time keeps none."""
        import numpy as np  # noqa: PLC0415 - only who has a log needs numpy

        known = time != NO_TIME
        worked = np.full(len(time), NO_TIME, np.int64)
        if known.any():
            worked[known] = self._worked(self._on_the_wall(time[known]))
        return worked

    def _worked(self, moments: Times) -> Times:
        import numpy as np  # noqa: PLC0415

        day, clock = np.divmod(moments, DAY)
        first = int(day.min())
        open_days = self._open_days(first, int(day.max()))
        opens, closes = _ticks(self.opens), _ticks(self.closes)
        before = np.concatenate([[0], np.cumsum(open_days)])[day - first] * (closes - opens)
        today = np.clip(clock, opens, closes) - opens
        worked: Times = before + np.where(open_days[day - first], today, 0)
        return worked

    def _open_days(self, first: int, last: int) -> npt.NDArray[np.bool_]:
        import numpy as np  # noqa: PLC0415

        weekday = (np.arange(first, last + 1) + FIRST_WEEKDAY) % WEEK
        open_days = np.isin(weekday, sorted(self.days))
        closed = [number for one in self.closed if first <= (number := (one - EPOCH).days) <= last]
        open_days[np.array(closed, np.int64) - first] = False
        return open_days

    def _on_the_wall(self, moments: Times) -> Times:
        """Return *moments* by the clock of the zone; its offset changes on a whole hour only."""
        import numpy as np  # noqa: PLC0415

        if not self.zone:
            return moments
        zone = ZoneInfo(self.zone)
        inside = np.clip(moments // HOUR, FIRST_HOUR, LAST_HOUR)
        hours, which = np.unique(inside, return_inverse=True)
        offsets = [_offset(int(hour), zone) for hour in hours]
        return moments + np.array(offsets, np.int64)[which]


def _offset(hour: int, zone: ZoneInfo) -> int:
    moment = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=hour)
    offset = moment.astimezone(zone).utcoffset() or dt.timedelta()
    return int(offset.total_seconds()) * SECOND


def _ticks(clock: dt.time) -> int:
    return clock.hour * HOUR + clock.minute * MINUTE


def years_of(time: Times) -> range:
    """Return the years in which the known moments of *time* lie, those beside them included."""
    known = time[time != NO_TIME]
    if not len(known):
        return range(0)
    first, last = (EPOCH.year + int(one // DAY // 366) - 1 for one in (known.min(), known.max()))
    return range(max(first, 1), min(last + 4, 9999))
