"""The likely times of an appointment somebody reports now: the last half-hours, and the next one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from noshow_desk.i18n import _, clock, weekday
from noshow_desk.ui.kit.choice import Choice

HALF = timedelta(minutes=30)


def quick_times(now: datetime) -> tuple[datetime, ...]:
    """Return five local times around `now`: three that have passed, newest last, and two ahead."""
    last = now.replace(minute=0 if now.minute < 30 else 30, second=0, microsecond=0)
    return tuple(last + HALF * step for step in (-2, -1, 0, 1, 2))


def quick_choices(now: datetime) -> list[Choice]:
    """Return the chips for `quick_times`."""
    return [Choice(at, f"{day_word(at.date(), now.date())} {clock(at)}") for at in quick_times(now)]


def day_word(day: date, today: date) -> str:
    """Return "Today", "Yesterday", "Tomorrow" or the name of the weekday."""
    words = {0: _("Today"), -1: _("Yesterday"), 1: _("Tomorrow")}
    return words.get((day - today).days) or weekday(day)
