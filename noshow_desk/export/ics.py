"""The new date as a calendar file: a neutral title, its place and time zone, reminders; nobody's name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from noshow_desk.domain.appointment import HOME_ZONE, Appointment, zone_named
from noshow_desk.errors import UserError
from noshow_desk.export.words import one_line
from noshow_desk.i18n import N_, _, translate

SUFFIX = ".ics"
FILE_NAME = N_("appointment")
TITLE = N_("Appointment")
_LASTS = timedelta(hours=1)  # nobody says how long; calendars want an end
_MAKER = "-//Calendar//Appointment//EN"  # RFC 5545, 3.7.3 wants one; ours would name the program


def calendar_file(
    appointment: Appointment, *, reminders: Sequence[datetime], language: str, now: datetime
) -> bytes:
    """Return the .ics file of `appointment` (RFC 5545), in its own time zone.

    `reminders` are aware moments before it, each an alarm; `now` (aware) stamps the entry. Who it is about
    and why is not in it. Raises UserError when the appointment has no date.
    """
    from icalendar import Alarm, Calendar, Event, vText  # deferred: 0.1 s, only when one is saved

    if appointment.starts is None:
        raise UserError(_("There is no new date yet."))
    starts = appointment.starts.replace(tzinfo=zone_named(appointment.zone) or zone_named(HOME_ZONE))
    title = translate(TITLE, language)
    event = Event()
    event.add("uid", str(uuid4()))
    event.add("dtstamp", now)
    event.add("dtstart", starts)
    event.add("dtend", starts + _LASTS)
    event.add("summary", title)
    if appointment.place.strip():
        event["location"] = vText(one_line(appointment.place))
    for moment in reminders:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", moment - starts)
        event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add_component(event)
    year = timedelta(days=366)
    calendar.add_missing_timezones((starts - year).date(), (starts + year).date())
    return bytes(calendar.to_ical())
