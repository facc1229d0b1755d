"""US federal holidays by the rules of 5 U.S.C. 6103: the days on which no mail moves and few offices answer.

Written out because the `holidays` package loads every country of the world first (1.2 s measured) and the
Today board needs these days at once. The tests compare every year from 2000 to 2100 with that package.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

MONDAY, THURSDAY, SATURDAY, SUNDAY = 0, 3, 5, 6
JUNETEENTH_SINCE = 2021

# month, weekday, which one of the month (-1: the last)
FLOATING = (
    (1, MONDAY, 3),  # Birthday of Martin Luther King, Jr.
    (2, MONDAY, 3),  # Washington's Birthday
    (5, MONDAY, -1),  # Memorial Day
    (9, MONDAY, 1),  # Labor Day
    (10, MONDAY, 2),  # Columbus Day
    (11, THURSDAY, 4),  # Thanksgiving Day
)
FIXED = ((1, 1), (7, 4), (11, 11), (12, 25))
JUNETEENTH = (6, 19)


@cache
def federal_holidays(year: int) -> frozenset[date]:
    """Return the holidays of `year` and the weekdays of `year` on which one is observed instead."""
    days = {_nth_weekday(year, month, weekday, nth) for month, weekday, nth in FLOATING}
    for fixed in _fixed(year):
        days |= {fixed, _observed(fixed)}
    if year < date.max.year:
        days.add(_observed(date(year + 1, 1, 1)))  # New Year's Day on a Saturday is observed on December 31
    return frozenset(day for day in days if day.year == year)


def federal_holidays_around(day: date) -> frozenset[date]:
    """Return the holidays of the year before `day`, its year and the year after: enough for every due
    date.
    """
    return holidays_of(range(max(day.year - 1, 1), min(day.year + 1, date.max.year) + 1))


def holidays_of(years: Iterable[int]) -> frozenset[date]:
    """Return the holidays of all `years` together."""
    return frozenset().union(*(federal_holidays(year) for year in years))


def _fixed(year: int) -> list[date]:
    days = [date(year, month, day) for month, day in FIXED]
    if year >= JUNETEENTH_SINCE:
        days.append(date(year, *JUNETEENTH))
    return days


def _observed(day: date) -> date:
    """Return the weekday on which a holiday is kept: the Friday before a Saturday, the Monday after a
    Sunday.
    """
    shift = {SATURDAY: -1, SUNDAY: 1}.get(day.weekday(), 0)
    return day + timedelta(days=shift)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year, month + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
