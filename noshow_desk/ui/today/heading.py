"""The two lines on top of Today: a greeting, and the day in one sentence."""

from __future__ import annotations

from datetime import date, datetime

from noshow_desk.i18n import _, capital, long_date, ngettext
from noshow_desk.services.queries.rows import TodayBoard


def greeting(now: datetime, name: str) -> str:
    """Return "Good morning, Dana"; `now` is the office's wall clock."""
    if now.hour < 12:
        named, plain = _("Good morning, {name}"), _("Good morning")
    elif now.hour < 18:
        named, plain = _("Good afternoon, {name}"), _("Good afternoon")
    else:
        named, plain = _("Good evening, {name}"), _("Good evening")
    return named.format(name=name) if name else plain


def summary_line(today: date, board: TodayBoard) -> str:
    """Return "Tuesday, March 10 · 1 person is waiting · 3 things to do"."""
    parts = [capital(long_date(today))]
    if board.waiting_count:
        waiting = ngettext(
            "{count} person is waiting to hear", "{count} people are waiting to hear", board.waiting_count
        )
        parts.append(waiting.format(count=board.waiting_count))
    if board.due_count:
        parts.append(
            ngettext("{count} thing to do", "{count} things to do", board.due_count).format(
                count=board.due_count
            )
        )
    if len(parts) == 1:
        parts.append(_("nobody is waiting"))
    return " · ".join(parts)
