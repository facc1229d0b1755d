"""The Clients page: find, show, add, edit, archive with undo, appointments, consent."""

from __future__ import annotations

from datetime import datetime
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.client import Phone
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import ConsentLevel, Outcome, VoicemailPreference
from noshow_desk.services import clients, history, queries, unsaved
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.client_dialog import ClientDialog
from noshow_desk.ui.clients.consent_dialogs import consent_dialog
from noshow_desk.ui.clients.page import ClientsPage
from noshow_desk.ui.clients.record_form import RecordDialog
from noshow_desk.ui.clients.small_dialogs import (
    ContactDialog,
    FollowUpDialog,
    appointment_dialog,
    person_dialog,
)
from noshow_desk.ui.wishes import Wish
from tests.builders import marcus, missed_by_marcus
from tests.ui.kit.fake_dialogs import FakeDialogs


@pytest.fixture
def dialogs() -> FakeDialogs:
    """Dialogs that answer by themselves."""
    return FakeDialogs()


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs) -> ClientsPage:
    """The page over three clients."""
    for name, last in (("Ana", "Núñez"), ("Marcus", "Reed"), ("Zoë", "Adams")):
        clients.add_client(desk, client=marcus(first_name=name, last_name=last))
    shown = ClientsPage(desk, bridge, dialogs)
    qtbot.addWidget(shown)
    shown.resize(1180, 640)
    shown.show()
    shown.reload(None)
    bridge.changed.connect(shown.reload)
    return shown


def names(page: ClientsPage) -> list[str]:
    """Return the names in the list."""
    model = page.list.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def only_client(desk: Desk, text: str) -> str:
    """Return the id of the one client that matches."""
    (found,) = queries.client_ids(desk, text)
    return found


def test_by_last_name_and_the_first_is_shown(page: ClientsPage) -> None:
    assert names(page) == ["Zoë Adams", "Ana Núñez", "Marcus Reed"]
    assert page.detail.header.name.text() == "Zoë Adams"


@pytest.mark.parametrize(
    ("typed", "found"), [("nunez", "Ana Núñez"), ("ZOE", "Zoë Adams"), ("reed", "Marcus Reed")]
)
def test_search_ignores_accents_and_case(page: ClientsPage, typed: str, found: str) -> None:
    page.list.box.setText(typed)
    page.list.box.edited.emit(typed)
    assert names(page) == [found] and page.detail.header.name.text() == found


def test_no_match_reads_differently_from_nobody_yet(page: ClientsPage) -> None:
    page.list.box.setText("nobody by this name")
    page.list.box.edited.emit("x")
    assert page.list.below.currentWidget() is page.list.no_match


def test_a_wish_takes_a_filter_away_that_hides_the_client(page: ClientsPage, desk: Desk) -> None:
    page.list.box.setText("nunez")
    page.list.box.edited.emit("x")
    page.visit(Wish("client", only_client(desk, "reed"), "details"))
    assert page.detail.header.name.text() == "Marcus Reed" and page.detail.tabs.current() == "details"


def test_archive_can_be_undone(page: ClientsPage, desk: Desk, bridge: Bridge) -> None:
    told: list[Changes] = []
    bridge.changed.connect(told.append)
    page.visit(Wish("client", only_client(desk, "reed")))
    page.detail.header.acted.emit("archive")
    assert "Marcus Reed" not in names(page) and told[0].undo is not None
    assert told[0].undo.say() == "Undo archive Marcus Reed"
    bridge.run(partial(history.undo, desk, act=told[0].act))
    assert "Marcus Reed" in names(page)


def test_add_a_client(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    dialog = ClientDialog(desk, bridge)
    qtbot.addWidget(dialog)
    dialog.fields["first_name"].editor.setText("Luis")
    dialog.fields["last_name"].editor.setText("Ortega")
    dialog.fields["phones"].editor.set_value((Phone(number="555-0161", shared=True),))
    dialog.fields["voicemail"].editor.set_value(VoicemailPreference.WITHOUT_AGENCY)
    with qtbot.waitSignal(dialog.saved) as got:
        dialog.save_button.click()
    kept = queries.client(desk, got.args[0])
    assert kept.full_name == "Luis Ortega" and kept.phones[0].shared
    assert kept.voicemail is VoicemailPreference.WITHOUT_AGENCY and kept.case_number


def test_a_name_is_needed_and_nothing_typed_is_lost(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    dialog = ClientDialog(desk, bridge)
    qtbot.addWidget(dialog)
    dialog.fields["notes"].editor.set_value("Met at the job fair.")
    dialog.save_button.click()
    assert "name" in dialog.fields["first_name"].error()
    assert dialog.record().notes == "Met at the job fair."


def test_half_typed_is_offered_again(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    dialog = ClientDialog(desk, bridge)
    qtbot.addWidget(dialog)
    dialog.fields["first_name"].editor.setText("Lui")
    dialog.fields["first_name"].editor.textEdited.emit("Lui")
    qtbot.waitUntil(lambda: unsaved.unsaved_form(desk, "client:new") is not None, timeout=3_000)
    again = ClientDialog(desk, bridge)
    qtbot.addWidget(again)
    assert again.record().first_name == "Lui"
    again.reject()
    assert unsaved.unsaved_form(desk, "client:new") is None


def test_an_appointment_with_a_new_person(
    qtbot: QtBot, desk: Desk, bridge: Bridge, page: ClientsPage
) -> None:
    client = only_client(desk, "reed")
    dialog = appointment_dialog(desk, bridge, client)
    qtbot.addWidget(dialog)
    dialog.fields["starts"].editor.set_value(datetime(2026, 3, 20, 10, 0))
    dialog.fields["person"].editor.setText("Ms. Rosa Alvarez")
    dialog.fields["organisation"].editor.setText("Bayside Warehouse")
    dialog.save_button.click()
    (booked,) = queries.appointments_of(desk, client)
    assert booked.starts == datetime(2026, 3, 20, 10, 0)
    assert queries.interviewer(desk, booked.interviewer_id).formal_name == "Ms. Alvarez"


def test_an_appointment_needs_a_time_and_a_person(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    client = clients.add_client(desk, client=marcus()).made
    dialog = appointment_dialog(desk, bridge, client)
    qtbot.addWidget(dialog)
    dialog.save_button.click()
    assert dialog.fields["starts"].error()
    dialog.fields["starts"].editor.set_value(datetime(2026, 3, 20, 10, 0))
    dialog.save_button.click()
    assert dialog.fields["person"].error() and not queries.appointments_of(desk, client)


def test_say_how_it_went(page: ClientsPage, desk: Desk, dialogs: FakeDialogs) -> None:
    facts = queries.facts(desk, missed_by_marcus(desk))
    page.visit(Wish("client", facts.client.id, "details"))
    dialogs.answers.append("attended")
    page.detail.details.bookings.acted.emit(facts.appointment.id)
    assert queries.appointment(desk, facts.appointment.id).outcome is Outcome.ATTENDED


def test_both_questions_of_the_details_have_a_way_out(
    page: ClientsPage, desk: Desk, dialogs: FakeDialogs
) -> None:
    facts = queries.facts(desk, missed_by_marcus(desk))
    page.visit(Wish("client", facts.client.id, "details"))
    details = page.detail.details
    # "Cancel" would stand beside "Cancelled" in the first.
    for card, key, verb in (
        (details.bookings, facts.appointment.id, "Not now"),
        (details.consents, facts.interviewer.id, "Cancel"),
    ):
        dialogs.answers.append("")
        card.acted.emit(key)
        assert dialogs.questions[-1].answers[-1] == ("", verb)
    assert dialogs.shown == [] and queries.appointment(desk, facts.appointment.id).outcome is None
    dialogs.answers.append("person")
    details.consents.acted.emit(facts.interviewer.id)
    assert len(dialogs.shown) == 1


def test_consent_is_recorded_per_person(qtbot: QtBot, desk: Desk, bridge: Bridge) -> None:
    facts = queries.facts(desk, missed_by_marcus(desk))
    dialog = consent_dialog(desk, bridge, facts.client.id, facts.interviewer.id, "Rosa Alvarez")
    qtbot.addWidget(dialog)
    dialog.fields["level"].editor.set_value(ConsentLevel.MAY_NAME_AGENCY)
    dialog.save_button.click()
    kept: Consent = queries.consent(desk, facts.client.id, facts.interviewer.id)
    assert kept.level is ConsentLevel.MAY_NAME_AGENCY and kept.decided_on == desk.today()


@pytest.mark.parametrize("kind", ["contact", "follow_up", "person"])
def test_the_short_dialogs_write(qtbot: QtBot, desk: Desk, bridge: Bridge, kind: str) -> None:
    facts = queries.facts(desk, missed_by_marcus(desk))
    dialog = _short(kind, desk, bridge, facts.client.id, facts.interviewer.id)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(bridge.changed):
        dialog.save_button.click()


def _short(kind: str, desk: Desk, bridge: Bridge, client: str, person: str) -> RecordDialog:
    if kind == "person":
        return person_dialog(desk, bridge, person)
    if kind == "contact":
        dialog: RecordDialog = ContactDialog(desk, bridge, client)
        dialog.fields["note"].editor.set_value("Called back.")
        return dialog
    dialog = FollowUpDialog(desk, bridge, client)
    dialog.fields["on"].editor.set_value(desk.today())
    return dialog


def test_the_next_step_leads_to_the_incident(page: ClientsPage, desk: Desk) -> None:
    wishes: list[Wish] = []
    page.wished.connect(wishes.append)
    incident = missed_by_marcus(desk)
    page.visit(Wish("client", queries.facts(desk, incident).client.id))
    assert page.detail.card.button is not None
    page.detail.card.button.click()
    assert (wishes[0].kind, wishes[0].id) == ("incident", incident)


def test_return_to_where_one_was(page: ClientsPage, desk: Desk) -> None:
    page.visit(Wish("client", only_client(desk, "reed"), "papers"))
    state = page.state()
    page.visit(Wish("client", only_client(desk, "nunez"), "details"))
    page.restore(state)
    assert page.detail.header.name.text() == "Marcus Reed" and page.detail.tabs.current() == "papers"
