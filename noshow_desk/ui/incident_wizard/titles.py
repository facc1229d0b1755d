"""What the top bar says about an incident."""

from __future__ import annotations

from noshow_desk.domain.labels import label
from noshow_desk.i18n import _, clock, short_date
from noshow_desk.ui.incident_wizard.situation import Situation


def second_line(situation: Situation) -> str:
    """Return "Missed: Job interview, today 9:00 AM", or "Ahead: …" while it can still be reached."""
    appointment = situation.facts.appointment
    kind = _(label(appointment.kind))
    if appointment.starts is None:
        return kind
    day = appointment.starts.date()
    when = _("today") if day == situation.today else short_date(day, year=day.year != situation.today.year)
    words = (
        _("Ahead: {kind}, {day} {time}") if situation.derived.imminent else _("Missed: {kind}, {day} {time}")
    )
    return words.format(kind=kind, day=when, time=clock(appointment.starts))
