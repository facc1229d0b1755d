"""The pill that says how something presses: its words and its colour."""

from __future__ import annotations

from datetime import date, datetime

from noshow_desk.domain.step import Urgency
from noshow_desk.i18n import N_, Message
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import Role

ACT_NOW = Message(N_("Act now"))
DUE_TODAY = Message(N_("Due today"))
DUE_TOMORROW = Message(N_("Due tomorrow"))
OVERDUE = Message(N_("Overdue"))
OPEN = Message(N_("Open"))
SAFETY = (Message(N_("Safety first")), Role.DUE)


def chip_of(desk: Desk, urgency: Urgency, due: datetime | None) -> tuple[Message | None, Role]:
    """Return the pill of a step; red only while someone is waiting."""
    if urgency is Urgency.WAITING:
        return ACT_NOW, Role.WAITING
    if urgency is Urgency.OVERDUE:
        return OVERDUE, Role.DUE
    if urgency is Urgency.TODAY:
        return DUE_TODAY, Role.DUE
    if due is None:
        return (None if urgency is Urgency.NONE else OPEN), Role.PLAIN
    return in_days(desk.today(), desk.local(due).date()), Role.PLAIN


def due_on(today: date, day: date) -> tuple[Message, Role]:
    """Return the pill of something due on a day."""
    if day < today:
        return OVERDUE, Role.DUE
    return in_days(today, day), (Role.DUE if day == today else Role.PLAIN)


def in_days(today: date, day: date) -> Message:
    """Return how far away a day is, in words."""
    away = (day - today).days
    if away <= 0:
        return DUE_TODAY
    if away == 1:
        return DUE_TOMORROW
    return Message(N_("In {count} days"), {"count": away})
