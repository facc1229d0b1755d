"""Working days and half days: weekends and public holidays left out. Days are local; nothing reads a
clock.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

MORNING, NOON, AFTERNOON = time(9), time(12), time(13)
# "The same day" is a promise about the day, not about office hours: a note after an evening call is still in
# time, and must not be overdue the moment it is due. So every due that is a day runs to the end of that day.
DAY_END = time(23, 59)

_DAY = timedelta(days=1)
_WEEKEND = (5, 6)
_LAST = date.max.toordinal()


def is_working_day(day: date, holidays: frozenset[date] = frozenset()) -> bool:
    """Say whether `day` is neither on a weekend nor a holiday."""
    return day.weekday() not in _WEEKEND and day not in holidays


def next_working_day(day: date, holidays: frozenset[date] = frozenset()) -> date:
    """Return the first working day after `day`; the last day of the calendar when there is none."""
    while day.toordinal() < _LAST:
        day += _DAY
        if is_working_day(day, holidays):
            return day
    return day


def add_working_days(day: date, count: int, holidays: frozenset[date] = frozenset()) -> date:
    """Return the working day that is `count` working days after `day`."""
    for _each in range(count):
        day = next_working_day(day, holidays)
    return day


def working_days_between(start: date, end: date, holidays: frozenset[date] = frozenset()) -> int:
    """Return how many working days lie strictly between two days; 0 when `end` is not after `start`."""
    first, past = start.toordinal() + 1, end.toordinal()
    if past <= first:
        return 0
    weeks, rest = divmod(past - first, 7)
    weekdays = weeks * 5 + sum((first - 1 + offset) % 7 not in _WEEKEND for offset in range(rest))
    off = sum(1 for day in holidays if start < day < end and day.weekday() not in _WEEKEND)
    return weekdays - off


def next_half_day(now: datetime, holidays: frozenset[date] = frozenset()) -> datetime:
    """Return the next half day after the local time `now`: before noon of a working day 13:00 that day, else
    9:00 on the next working day (PRACTICE, step `reach`).
    """
    day = now.date()
    if now.time() < NOON and is_working_day(day, holidays):
        return datetime.combine(day, AFTERNOON)
    return datetime.combine(next_working_day(day, holidays), MORNING)


def end_of_day(day: date) -> datetime:
    """Return the last minute of a local day: until then what is due on that day is in time."""
    return datetime.combine(day, DAY_END)
