"""When a backup is due and which backups are kept: rules over plain values, no clock and no disk."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

# SAFETY, "Backups".
NEWEST = 7
WEEKS = 8
MONTHS = 6
PAUSE = timedelta(minutes=30)
LATE = timedelta(hours=2)  # something kept the desk from it
SECOND_FOLDER = timedelta(days=14)
DRILL = timedelta(days=30)


class Reason(StrEnum):
    """Why a backup is made."""

    LOCK = "lock"
    QUIT = "quit"
    CHANGES = "changes"
    MIGRATION = "migration"
    REKEY = "rekey"
    RESTORE = "restore"
    IMPORT = "import"
    ERASING = "erasing"
    DRILL = "drill"
    BY_HAND = "by_hand"


_IF_CHANGED = frozenset({Reason.LOCK, Reason.QUIT})


@dataclass(frozen=True, slots=True, order=True)
class Kept:
    """One backup as the rule of keeping sees it: its counter, and the day it says it was made."""

    counter: int
    day: date


def is_due(reason: Reason, *, changed_since: datetime | None, now: datetime) -> bool:
    """Say whether to make a backup now.

    `changed_since` is when the first change was made that no backup holds, None without one. On lock and quit
    any change is enough, in between half an hour of changes; before something large, always.
    """
    if reason in _IF_CHANGED:
        return changed_since is not None
    if reason is Reason.CHANGES:
        return changed_since is not None and has_passed(PAUSE, changed_since, now)
    return True


def has_passed(wait: timedelta, since: datetime, now: datetime) -> bool:
    """Say whether `wait` is over. A `since` in the future (the clock was put back) counts as over."""
    return not timedelta(0) <= now - since < wait


def to_keep(backups: Iterable[Kept]) -> frozenset[int]:
    """Return the counters of the backups to keep: 7 newest, the newest of 8 weeks and of 6 months.

    Newest means the highest counter: the clock that dated them may have been wrong.
    """
    newest_first = sorted(backups, reverse=True)
    return frozenset(
        {one.counter for one in newest_first[:NEWEST]}
        | _newest_of_each(newest_first, _week, WEEKS)
        | _newest_of_each(newest_first, _month, MONTHS)
    )


def _newest_of_each(newest_first: list[Kept], span: Callable[[date], Hashable], most: int) -> set[int]:
    newest: dict[Hashable, int] = {}
    for one in newest_first:
        newest.setdefault(span(one.day), one.counter)
    return set(list(newest.values())[:most])


def _week(day: date) -> Hashable:
    return tuple(day.isocalendar()[:2])


def _month(day: date) -> Hashable:
    return day.year, day.month
