"""How long until the start, and how long since: the countdown of A1 and the elapsed-time chip of A2."""

from __future__ import annotations

from datetime import datetime, timedelta

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.practice.moments import aware, utc
from noshow_desk.i18n import N_, Message

_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_AHEAD = (
    (N_("now"), N_("now")),
    (N_("in 1 minute"), N_("in {count} minutes")),
    (N_("in 1 hour"), N_("in {count} hours")),
    (N_("in 1 day"), N_("in {count} days")),
)
_SINCE = (
    (N_("just now"), N_("just now")),
    (N_("1 minute ago"), N_("{count} minutes ago")),
    (N_("1 hour ago"), N_("{count} hours ago")),
    (N_("1 day ago"), N_("{count} days ago")),
)


def until_start(appointment: Appointment, now: datetime) -> timedelta | None:
    """Return how long it is until the start (negative once it is past); None while the start is unknown."""
    if appointment.starts is None:
        return None
    return utc(aware(appointment.starts, appointment.tz)) - utc(aware(now, appointment.tz))


def said(span: timedelta) -> Message:
    """Return a time span in words: "in 25 minutes", "42 minutes ago"; `span` is counted from now."""
    words = _SINCE if span < timedelta(0) else _AHEAD
    length = abs(span)
    if length < timedelta(minutes=1):
        return Message(words[0][0])
    if length < _HOUR:
        return _counted(words[1], length // timedelta(minutes=1))
    if length < _DAY:
        return _counted(words[2], length // _HOUR)
    return _counted(words[3], length // _DAY)


def _counted(words: tuple[str, str], count: int) -> Message:
    return Message(words[0]) if count == 1 else Message(words[1], {"count": count})
