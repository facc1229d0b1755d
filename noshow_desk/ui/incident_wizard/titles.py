"""What the top bar says about an incident."""

from __future__ import annotations

from noshow_desk.domain.labels import label
from noshow_desk.i18n import _, clock, short_date
from noshow_desk.ui.incident_wizard.situation import Situation


def second_line(situation: Situation) -> str:
    """Return "Missed: Job interview, today 9:00 AM", or "Ahead: …" while it can still be reached."""
    kind = _(label(situation.facts.appointment.kind))
    when = short_when(situation)
    if not when:
        return kind
    words = _("Ahead: {kind}, {when}") if situation.derived.imminent else _("Missed: {kind}, {when}")
    return words.format(kind=kind, when=when)


def short_when(situation: Situation) -> str:
    """Return "today 9:00 AM" or "Mar 9, 9:00 AM"; "" while it is not known."""
    starts = situation.facts.appointment.starts
    if starts is None:
        return ""
    if starts.date() == situation.today:
        return _("today {time}").format(time=clock(starts))
    day = short_date(starts.date(), year=starts.year != situation.today.year)
    return _("{day}, {time}").format(day=day, time=clock(starts))
