"""Moments of an incident on the clock of its appointment; never raises, from year 1 to year 9999."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from functools import lru_cache

from noshow_desk.domain.incident import ClientCall, ContactAttempt


def aware(moment: datetime, zone: tzinfo) -> datetime:
    """Return `moment` with an offset: a time written without one is read on the clock of `zone`."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """Return `moment` on the clock of `zone`; at the edges of the calendar as it is."""
    moment = aware(moment, zone)
    try:
        return moment.astimezone(zone)
    except (OverflowError, ValueError):
        return moment


@lru_cache(maxsize=64)
def day_of(moment: datetime, zone: tzinfo) -> date:
    """Return the day of `moment` in `zone`. Kept for the last few: a board asks for the same "now" 10,000
    times.
    """
    return in_zone(moment, zone).date()


def wall(moment: datetime, zone: tzinfo) -> datetime:
    """Return `moment` as wall-clock time in `zone`, without an offset, as texts show it."""
    return in_zone(moment, zone).replace(tzinfo=None)


def standing_attempts(rows: tuple[ContactAttempt, ...]) -> tuple[ContactAttempt, ...]:
    """Return the contact attempts that no later row corrects."""
    return tuple(row for row in rows if row.id not in replaced) if (replaced := _replaced(rows)) else rows


def standing_calls(rows: tuple[ClientCall, ...]) -> tuple[ClientCall, ...]:
    """Return the calls that no later row corrects."""
    return tuple(row for row in rows if row.id not in replaced) if (replaced := _replaced(rows)) else rows


def _replaced(rows: tuple[ContactAttempt, ...] | tuple[ClientCall, ...]) -> set[str]:
    """Return the ids that a later row replaces. A row never removes itself, nor one that comes after it."""
    if not any(row.corrects_id for row in rows):
        return set()
    seen: set[str] = set()
    replaced: set[str] = set()
    for row in rows:
        if row.corrects_id in seen:
            replaced.add(row.corrects_id)
        if row.id:
            seen.add(row.id)
    return replaced


NEVER = datetime.min.replace(tzinfo=UTC)
