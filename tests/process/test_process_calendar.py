"""Working hours, against counting minutes one by one."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import log_of

from lerendwerk_core.errors import MissingExtraError
from lerendwerk_core.model.event_log import NO_TIME, SECOND
from lerendwerk_core.process.calendar import WorkingHours, years_of
from lerendwerk_core.process.observe import observe

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
FROM, TO = dt.datetime(2025, 3, 20), dt.datetime(2025, 4, 25)  # noqa: DTZ001 - as a log has it
EASTER = frozenset({dt.date(2025, 4, 20), dt.date(2025, 4, 21)})


def ticks(moment: dt.datetime) -> int:
    return int(moment.replace(tzinfo=dt.UTC).timestamp()) * SECOND


def minutes(hours: WorkingHours, one: dt.datetime, other: dt.datetime) -> float:
    worked = hours(np.array([ticks(one), ticks(other)]))
    return float(worked[1] - worked[0]) / SECOND / 60


def counted(hours: WorkingHours, one: dt.datetime, other: dt.datetime) -> int:
    """How many minutes somebody works from *one* to *other*, minute by minute."""
    total = 0
    while one < other:
        working = one.weekday() in hours.days and one.date() not in hours.closed
        total += working and hours.opens <= one.time() < hours.closes
        one += dt.timedelta(minutes=1)
    return total


moments = st.datetimes(FROM, TO).map(lambda one: one.replace(second=0, microsecond=0))
clocks = st.times().map(lambda one: one.replace(second=0, microsecond=0))


@given(moments, moments, st.tuples(clocks, clocks), st.frozensets(st.integers(0, 6)))
def test_it_counts_the_minutes_that_are_worked(
    one: dt.datetime, other: dt.datetime, day: tuple[dt.time, dt.time], days: frozenset[int]
) -> None:
    hours = WorkingHours(opens=min(day), closes=max(day), days=days, closed=EASTER)
    one, other = min(one, other), max(one, other)

    assert minutes(hours, one, other) == counted(hours, one, other)


@given(moments, moments)
def test_with_a_zone_it_is_the_clock_on_the_wall_that_counts(
    one: dt.datetime, other: dt.datetime
) -> None:
    plain, zoned = WorkingHours(), WorkingHours(zone="Europe/Amsterdam")
    one, other = min(one, other), max(one, other)

    def wall(moment: dt.datetime) -> dt.datetime:
        return moment.replace(tzinfo=dt.UTC).astimezone(AMSTERDAM).replace(tzinfo=None)

    assert minutes(zoned, one, other) == minutes(plain, wall(one), wall(other))


def test_the_public_holidays_are_closed() -> None:
    pytest.importorskip("holidays")
    hours = WorkingHours.dutch([2025])

    over_easter = dt.datetime(2025, 4, 17, 12), dt.datetime(2025, 4, 22, 10)  # noqa: DTZ001
    assert dt.date(2025, 4, 21) in hours.closed
    assert minutes(hours, *over_easter) == (5 + 1) * 60


def test_without_the_extra_it_says_which_one_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "holidays", None)

    with pytest.raises(MissingExtraError, match="calendar"):
        WorkingHours.dutch([2025])


def test_what_has_no_time_keeps_none() -> None:
    assert WorkingHours()(np.array([NO_TIME])).tolist() == [NO_TIME]
    assert list(years_of(np.array([NO_TIME]))) == []


@given(st.datetimes(dt.datetime(1950, 1, 1), dt.datetime(2100, 1, 1)))  # noqa: DTZ001
def test_the_years_of_a_log_are_among_those_it_names(moment: dt.datetime) -> None:
    assert moment.year in years_of(np.array([ticks(moment)]))


@pytest.mark.parametrize("zone", ["", "Europe/Amsterdam"])
def test_a_moment_far_outside_any_calendar_breaks_nothing(zone: str) -> None:
    far = np.array([-(2**58), 0, 2**58])

    assert np.all(np.diff(WorkingHours(zone=zone)(far)) > 0)


def test_a_night_between_two_steps_takes_no_working_time() -> None:
    # An hour apart from 1970-01-01 00:00 on: nobody works at night, and that day was a Thursday.
    seen = observe(log_of("ab"), working=WorkingHours())

    assert seen.took is not None
    assert seen.took.most == 0.0
