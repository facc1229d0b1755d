"""Working days and half days, against a slow count that looks at every day."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.federal_holidays import federal_holidays_around
from noshow_desk.domain.working_days import (
    add_working_days,
    end_of_day,
    is_working_day,
    next_half_day,
    next_working_day,
    working_days_between,
)

HOLIDAYS = federal_holidays_around(date(2026, 6, 1))
days = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(days, st.integers(-20, 400))
def test_between_counts_strictly_between_without_weekends_and_holidays(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    inside = [start + timedelta(days=offset) for offset in range(1, length)]
    slow = sum(day.weekday() < 5 and day not in HOLIDAYS for day in inside)
    assert working_days_between(start, end, HOLIDAYS) == slow


@given(days)
def test_the_next_working_day_is_the_first_one_after(day: date) -> None:
    found = next_working_day(day, HOLIDAYS)
    assert found > day and is_working_day(found, HOLIDAYS)
    assert working_days_between(day, found, HOLIDAYS) == 0


def test_two_working_days_over_thanksgiving() -> None:
    assert add_working_days(date(2026, 11, 25), 2, HOLIDAYS) == date(2026, 11, 30)


def test_the_whole_calendar_is_counted_at_once() -> None:
    # 521,722 weeks and five weekdays, without the first Monday and the last Friday
    assert working_days_between(date.min, date.max) == 521_722 * 5 + 5 - 2


def test_after_the_last_day_there_is_no_next() -> None:
    assert next_working_day(date.max) == date.max
    assert next_half_day(datetime.max) == datetime(9999, 12, 31, 9)
    assert end_of_day(date.max) == datetime(9999, 12, 31, 23, 59)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (datetime(2026, 7, 2, 11, 59), datetime(2026, 7, 2, 13)),
        (datetime(2026, 7, 2, 12, 0), datetime(2026, 7, 6, 9)),  # July 3 is kept for the 4th, a Saturday
        (datetime(2026, 7, 3, 8, 0), datetime(2026, 7, 6, 9)),
    ],
)
def test_half_days_skip_holidays(now: datetime, then: datetime) -> None:
    assert next_half_day(now, HOLIDAYS) == then
