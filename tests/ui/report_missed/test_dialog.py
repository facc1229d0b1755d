"""Four boxes: suggestions, likely times, what is in the book, and the way to the wizard."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.appointment import Appointment
from noshow_desk.services import queries, unsaved
from noshow_desk.services.desk import Desk
from noshow_desk.ui.report_missed.dialog import FORM_KEY, MissedAppointmentDialog
from noshow_desk.ui.report_missed.quick_times import quick_times
from tests.builders import booked
from tests.ui.accessible import nameless, tab_chain
from tests.ui.incident_wizard import cases
from tests.ui.report_missed.conftest import Make

NINE = datetime(2026, 3, 10, 9, 0)


def fill(dialog: MissedAppointmentDialog) -> None:
    QTest.keyClicks(dialog.who, "Tanya Brooks")
    QTest.keyClicks(dialog.waiting, "Mr. Lee")
    QTest.keyClicks(dialog.number, "555-0133")


def test_four_boxes_and_the_wizard_is_asked_for(qtbot: QtBot, desk: Desk, make: Make) -> None:
    dialog = make()
    fill(dialog)
    with qtbot.waitSignal(dialog.incident_wanted) as heard:
        dialog._go.click()
    made, step = heard.args or ["", ""]
    facts = queries.facts(desk, made)
    assert step == "reach"
    assert (facts.client.full_name, facts.interviewer.formal_name) == ("Tanya Brooks", "Mr. Lee")
    assert facts.interviewer.phones == ("555-0133",) and facts.appointment.starts == NINE
    assert not dialog.isVisible()


def test_the_usual_time_is_the_last_full_hour(make: Make) -> None:
    dialog = make()
    assert dialog.when.value() == NINE and dialog.quick.value() == NINE


def test_likely_times_are_around_now() -> None:
    times = quick_times(datetime(2026, 3, 10, 9, 12, 30))
    assert [f"{at:%H:%M}" for at in times] == ["08:00", "08:30", "09:00", "09:30", "10:00"]


def test_a_likely_time_still_ahead_is_imminent(desk: Desk, make: Make) -> None:
    dialog = make()
    fill(dialog)
    dialog.quick.chosen.emit(datetime(2026, 3, 10, 10, 0))
    assert dialog.when.value() == datetime(2026, 3, 10, 10, 0)
    dialog.report()
    (row,) = queries.open_incidents(desk)
    assert row.imminent


def test_known_clients_are_suggested_while_typing(desk: Desk, make: Make) -> None:
    dialog = make()
    dialog.who.setFocus()
    QTest.keyClicks(dialog.who, "marc")
    (found,) = dialog.who.suggestions()
    assert found.name == "Marcus Reed"
    dialog.who._on_list_activated(found.shown)
    assert dialog.who.value() == "Marcus Reed" and dialog.who.suggestion() == found
    QTest.keyClicks(dialog.who, "s")
    assert dialog.who.suggestion() is None


def test_known_interviewers_bring_their_number(make: Make) -> None:
    dialog = make()
    dialog.waiting.setFocus()
    QTest.keyClicks(dialog.waiting, "alva")
    (found,) = dialog.waiting.suggestions()
    assert "Bayside Warehouse" in found.shown
    dialog.waiting._on_list_activated(found.shown)
    assert dialog.number.value() == "(555) 010-0177"


def test_an_appointment_in_the_book_fills_the_boxes(desk: Desk, make: Make) -> None:
    client_id = queries.client_ids(desk)[0]
    person = queries.interviewers(desk, "Alvarez")[0]
    starts = datetime(2026, 3, 10, 8, 30)
    ahead = Appointment(client_id=client_id, interviewer_id=person.interviewer_id, starts=starts)
    made = booked(desk, ahead)
    dialog = make(client_id)
    assert dialog.known.isVisible()
    dialog.known._chips.options()[0].click()
    assert dialog.waiting.value() == "Ms. Alvarez" and dialog.when.value() == datetime(2026, 3, 10, 8, 30)
    dialog.report()
    (row,) = queries.open_incidents(desk)
    assert queries.facts(desk, row.incident_id).appointment.id == made


def test_a_name_is_asked_for_at_its_box(desk: Desk, make: Make) -> None:
    dialog = make()
    dialog.report()
    assert "Who missed it?" in dialog._fields["client_name"].error()
    assert dialog.isVisible() and queries.open_incidents(desk) == []


def test_who_is_waiting_is_asked_for_at_its_box(make: Make) -> None:
    dialog = make()
    QTest.keyClicks(dialog.who, "Tanya Brooks")
    dialog.report()
    assert "Who is waiting?" in dialog._fields["interviewer_name"].error()


def test_a_time_is_asked_for_at_its_box(make: Make) -> None:
    dialog = make()
    fill(dialog)
    dialog.when.set_value(None)
    dialog.report()
    assert "When was it?" in dialog._fields["starts"].error()


def test_what_is_typed_survives_closing_and_comes_back(desk: Desk, make: Make) -> None:
    dialog = make()
    fill(dialog)
    dialog.reject()
    (form,) = unsaved.unsaved_forms(desk)
    assert form.form_key == FORM_KEY
    again = make()
    assert (again.who.value(), again.waiting.value(), again.number.value()) == (
        "Tanya Brooks",
        "Mr. Lee",
        "555-0133",
    )
    again.report()
    assert unsaved.unsaved_forms(desk) == []


def test_enter_reports(desk: Desk, make: Make) -> None:
    dialog = make()
    fill(dialog)
    QTest.keyClick(dialog.number, Qt.Key.Key_Return)
    assert len(queries.open_incidents(desk)) == 1


def test_the_keyboard_reaches_everything_by_name(make: Make) -> None:
    dialog = make()
    assert nameless(dialog) == []
    chain = tab_chain(dialog)
    places = [chain.index(each) for each in (dialog.who, dialog.waiting, dialog.number)]
    assert places == sorted(places) and dialog._go in chain


def test_names_are_shown_as_they_are(desk: Desk, make: Make) -> None:
    dialog = make()
    QTest.keyClicks(dialog.who, "<img src=/etc/passwd>")
    QTest.keyClicks(dialog.waiting, "Ms. Ä & Ö")
    dialog.report()
    (row,) = queries.open_incidents(desk)
    assert row.client_name == "<img src=/etc/passwd>"
    assert cases.incident(desk, row.incident_id).appointment_id
