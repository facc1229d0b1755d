"""The calendar file, read back by icalendar: date, zone, reminders, and no name in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from noshow_desk.domain.appointment import Appointment
from noshow_desk.errors import UserError
from noshow_desk.export.ics import calendar_file

NOW = datetime(2026, 3, 10, 15, 0, tzinfo=UTC)
STARTS = datetime(2026, 3, 20, 10, 0)
THERE = Appointment(starts=STARTS, zone="America/Chicago", place="1200 Harbor Road,\nfront desk; ring twice")


def read(appointment: Appointment = THERE, language: str = "en", days: tuple[int, ...] = (7, 3, 1)) -> bytes:
    """Return the file of `appointment`, reminders at nine in the morning."""
    zone = ZoneInfo("America/Chicago")
    at_nine = [STARTS.replace(hour=9, tzinfo=zone) - timedelta(days=each) for each in days]
    return calendar_file(appointment, reminders=at_nine, language=language, now=NOW)


def test_the_entry_is_at_the_right_moment_in_its_own_zone() -> None:
    calendar = icalendar.Calendar.from_ical(read())
    assert calendar["version"] == "2.0" and calendar["prodid"]  # RFC 5545 asks for both, and for the stamp
    (event,) = calendar.walk("VEVENT")
    assert event["dtstamp"].dt == NOW
    starts = event["dtstart"].dt
    assert starts.replace(tzinfo=None) == STARTS
    assert starts.astimezone(UTC) == datetime(2026, 3, 20, 15, 0, tzinfo=UTC)  # daylight saving time
    assert event["dtend"].dt - starts == timedelta(hours=1)
    assert str(event["location"]) == "1200 Harbor Road, front desk; ring twice"
    assert len(read()) < 2_500  # one zone, about now
    (zone,) = calendar.walk("VTIMEZONE")
    assert zone["tzid"] == "America/Chicago"


@pytest.mark.parametrize(("language", "title"), [("en", "Appointment"), ("es", "Cita")])
def test_the_title_is_neutral(language: str, title: str) -> None:
    (event,) = icalendar.Calendar.from_ical(read(language=language)).walk("VEVENT")
    assert str(event["summary"]) == title


def test_each_entry_is_one_of_its_own() -> None:
    found = [icalendar.Calendar.from_ical(read()).walk("VEVENT")[0]["uid"] for _time in range(2)]
    assert found[0] != found[1]


def test_the_reminders_are_alarms() -> None:
    (event,) = icalendar.Calendar.from_ical(read()).walk("VEVENT")
    alarms = [STARTS + alarm["trigger"].dt for alarm in event.walk("VALARM")]
    assert alarms == [datetime(2026, 3, 13, 9), datetime(2026, 3, 17, 9), datetime(2026, 3, 19, 9)]


def test_no_program_and_no_person_is_named() -> None:
    content = read().decode()
    assert "NoShow" not in content and "icalendar" not in content.lower()
    for word in ("ORGANIZER", "ATTENDEE", "DESCRIPTION:I", "CONTACT"):
        assert word not in content


def test_a_zone_that_is_not_known_becomes_the_home_zone() -> None:
    (event,) = icalendar.Calendar.from_ical(read(Appointment(starts=STARTS, zone="Mars/Base"))).walk("VEVENT")
    assert event["dtstart"].dt.astimezone(UTC).hour == 14


def test_without_a_date_there_is_no_file() -> None:
    with pytest.raises(UserError, match="no new date"):
        read(Appointment())
