"""The plan page saves the new date for a calendar, with the reminders that are ahead."""

from __future__ import annotations

from pathlib import Path

import icalendar

from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.calendar_entry import CalendarEntry
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.kit.fake_dialogs import FakeDialogs


def test_the_new_date_is_saved_for_a_calendar(
    desk: Desk, wizard: Open, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(cases.granted(desk), "plan")
    block = page.view().findChild(CalendarEntry)
    assert block._save.isVisible()
    file = tmp_path / "appointment.ics"
    dialogs.answers.append(file)
    block._save.click()
    content = file.read_bytes()
    (event,) = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert event["dtstart"].dt.replace(tzinfo=None) == cases.NEW_DATE
    assert len(list(event.walk("VALARM"))) == 3
    client = page.case.saved.client
    assert client.last_name.encode() not in content and client.first_name.encode() not in content


def test_a_folder_that_cannot_be_written_is_told(
    desk: Desk, wizard: Open, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(cases.granted(desk), "plan")
    page.view().findChild(CalendarEntry).write(tmp_path / "missing" / "a.ics")
    (told,) = dialogs.asked
    assert told.startswith("It was not saved: ")


def test_without_a_date_nothing_is_offered(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    cases.reach(desk, made)
    page = wizard(made, "plan")
    assert not page.view().findChild(CalendarEntry).isVisible()
