"""The plan page saves the new date for a calendar, with the reminders that are ahead."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import icalendar
import pytest

from noshow_desk.services import clients, queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.calendar_entry import CalendarEntry
from noshow_desk.ui.kit.toast import Toast
from tests.builders import Clock
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import said
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


@pytest.mark.parametrize(("language", "title"), [("en", "Appointment"), ("es", "Cita")])
def test_the_title_that_is_told_is_the_one_in_the_file(
    desk: Desk, wizard: Open, dialogs: FakeDialogs, tmp_path: Path, language: str, title: str
) -> None:
    made = cases.granted(desk)
    clients.edit_client(desk, client=replace(queries.facts(desk, made).client, paper_language=language))
    page = wizard(made, "plan")
    block = page.view().findChild(CalendarEntry)
    dialogs.answers.append(tmp_path / "a.ics")
    block._save.click()
    (event,) = icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes()).walk("VEVENT")
    assert str(event["summary"]) == title and f"“{title}”" in block._hint.text()
    assert page.body().rail.status() == "The file is saved."


def test_in_a_narrow_window_what_is_said_stands_at_its_foot(
    desk: Desk, wizard: Open, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    page = wizard(cases.granted(desk), "plan", width=932, height=500)
    dialogs.answers.append(tmp_path / "a.ics")
    page.view().findChild(CalendarEntry)._save.click()
    toast = page.findChild(Toast)
    assert toast is not None and toast.isVisible() and "The file is saved." in toast.text()
    assert toast.geometry().top() > page.height() / 2


@pytest.mark.parametrize(
    ("later", "reminded"),
    [
        (0, "Reminders 7, 3 and 1 days before."),
        (5, "Reminders 3 days and 1 day before."),
        (8, "Reminder 1 day before."),
        (10, ""),
    ],
)
def test_the_plan_tells_the_reminders_still_ahead(
    desk: Desk, wizard: Open, clock: Clock, later: int, reminded: str
) -> None:
    made = cases.granted(desk)
    clock.forward(days=later)
    (line,) = [line for line in said(wizard(made, "plan")).splitlines() if line.startswith("New date")]
    assert line.endswith(reminded) and ("Reminder" in line) is bool(reminded)
