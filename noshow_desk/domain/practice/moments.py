"""Moments of an incident on the clock of its appointment; never raises, from year 1 to year 9999."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from noshow_desk.domain.working_days import AFTERNOON, MORNING, end_of_day

NEVER = datetime.min.replace(tzinfo=UTC)
ALWAYS = datetime.max.replace(tzinfo=UTC)
_MIDNIGHT = time(0)


def aware(moment: datetime, zone: tzinfo) -> datetime:
    """Return `moment` with an offset: a time written without one is read on the clock of `zone`."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)


def utc(moment: datetime) -> datetime:
    """Return the aware `moment` in UTC. Two times of one zone compare by the wall clock, wrong in the hour an
    hour change repeats; times in UTC never do.
    """
    return moment if moment.tzinfo is UTC else in_zone(moment, UTC)


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """Return `moment` on the clock of `zone`; at the edges of the calendar with its own reading."""
    if moment.tzinfo is zone:
        return moment
    moment = aware(moment, zone)
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError):
        return moment.replace(tzinfo=zone)


def day_of(moment: datetime, zone: tzinfo) -> date:
    """Return the day of `moment` in `zone`."""
    return moment.date() if moment.tzinfo is zone else in_zone(moment, zone).date()


@lru_cache(maxsize=64)
def today_and_turn(now: datetime, zone: tzinfo) -> tuple[date, datetime]:
    """Return the day it is in `zone`, and the next moment at which a due can fall or a day can end there.

    Kept for the last few: a board asks for the same "now" 10,000 times.
    """
    local = in_zone(now, zone)
    day = local.date()
    turns = [datetime.combine(day, at, zone) for at in (MORNING, AFTERNOON)]
    if day < date.max:
        turns.append(datetime.combine(day + timedelta(days=1), _MIDNIGHT, zone))
    return day, min((turn for turn in turns if turn > now), default=ALWAYS)


def wall(moment: datetime, zone: tzinfo) -> datetime:
    """Return `moment` as wall-clock time in `zone`, without an offset, as texts show it."""
    return in_zone(moment, zone).replace(tzinfo=None)


def day_end(day: date, zone: tzinfo) -> datetime:
    """Return the aware end of a local day."""
    return end_of_day(day).replace(tzinfo=zone)
