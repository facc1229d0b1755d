"""How long ago or how soon, in words for a card."""

from __future__ import annotations

from datetime import datetime, timedelta

from noshow_desk.i18n import _, ngettext


def elapsed_words(now: datetime, at: datetime | None) -> str:
    """Return "42 minutes ago" or "in 10 minutes"; "" when the time is unknown. Both times aware."""
    if at is None:
        return ""
    ahead = at > now
    text = _span(at - now if ahead else now - at)
    return (_("in {span}") if ahead else _("{span} ago")).format(span=text)


def _span(span: timedelta) -> str:
    minutes = int(span.total_seconds() // 60)
    if minutes < 1:
        return _("less than a minute")
    if minutes < 60:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    hours = minutes // 60
    if hours < 48:
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    return ngettext("{count} day", "{count} days", hours // 24).format(count=hours // 24)
