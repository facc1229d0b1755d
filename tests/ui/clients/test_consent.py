"""Consent in a client's details: what it is today, taken back, given again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import ConsentLevel, Topic
from noshow_desk.services import consents, history, queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.consent_dialogs import consent_dialog
from noshow_desk.ui.clients.details_tab import DetailsTab
from noshow_desk.ui.clients.page import ClientsPage
from noshow_desk.ui.clients.record_form import RecordDialog
from noshow_desk.ui.kit.chips import Chip
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.rows import Row
from noshow_desk.ui.wishes import Wish
from tests.builders import Clock, missed_by_marcus
from tests.ui.kit.fake_dialogs import FakeDialogs

TAKE_BACK = ("take_back", "The client takes it back…")


@pytest.fixture
def dialogs() -> FakeDialogs:
    """Dialogs that answer by themselves."""
    return FakeDialogs()


@pytest.fixture
def pair(desk: Desk) -> dict[str, str]:
    facts = queries.facts(desk, missed_by_marcus(desk))
    return {"client_id": facts.client.id, "interviewer_id": facts.interviewer.id}


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, bridge: Bridge, dialogs: FakeDialogs, pair: dict[str, str]) -> ClientsPage:
    page = ClientsPage(desk, bridge, dialogs)
    qtbot.addWidget(page)
    page.resize(1180, 640)
    page.show()
    page.reload(None)
    bridge.changed.connect(page.reload)
    page.visit(Wish("client", pair["client_id"], "details"))
    return page


@pytest.fixture
def details(page: ClientsPage) -> DetailsTab:
    shown: DetailsTab = page.detail.details
    return shown


def give(bridge: Bridge, desk: Desk, pair: dict[str, str], **decided: object) -> None:
    decided = {"level": ConsentLevel.MAY_NAME_AGENCY} | decided
    bridge.changed.emit(consents.decide_consent(desk, consent=Consent(**pair, **decided)))


def shown(details: DetailsTab) -> tuple[str, list[str]]:
    """Return the chip of the one row, and its lines; rows are made anew after each change."""
    first = details.consents.first()
    assert first is not None
    row = first.parentWidget()
    assert isinstance(row, Row)
    (chip,) = row.findChildren(Chip)
    return chip.text(), [label.text() for label in row.findChildren(PlainLabel)]


def answer(details: DetailsTab, dialogs: FakeDialogs, *keys: str) -> RecordDialog:
    """Press the row's button and answer; return the dialog that opens."""
    dialogs.answers.extend(keys)
    button = details.consents.first()
    assert button is not None
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    dialog = dialogs.shown[-1]
    assert isinstance(dialog, RecordDialog)
    return dialog


def said(dialog: RecordDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(PlainLabel))


def test_it_is_taken_back_by_keys_undone_and_given_again(
    qtbot: QtBot, desk: Desk, bridge: Bridge, details: DetailsTab, dialogs: FakeDialogs, pair: dict[str, str]
) -> None:
    give(bridge, desk, pair, topics=(Topic.HOUSING,))
    assert shown(details)[0] == "May name the agency"
    dialog = answer(details, dialogs, "take_back")
    assert TAKE_BACK in dialogs.questions[-1].answers
    assert dialog.windowTitle() == "Marcus takes back what may be said to Rosa Alvarez · Bayside Warehouse"
    assert "Allowed until now: May name the agency · Housing" in said(dialog)
    assert "What was sent stays as it was." in said(dialog)
    acts: list[str] = []
    bridge.changed.connect(lambda changes: acts.append(changes.act))
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert queries.consent(desk, **pair).revoked_on == desk.today()
    chip, lines = shown(details)
    assert chip == "Taken back on Mar 10" and "before: May name the agency · Housing" in lines
    history.undo(desk, act=acts[-1])
    details.show_client(queries.client(desk, pair["client_id"]))
    assert shown(details)[0] == "May name the agency"


def test_what_was_taken_back_is_asked_anew(
    desk: Desk, bridge: Bridge, details: DetailsTab, dialogs: FakeDialogs, pair: dict[str, str]
) -> None:
    give(bridge, desk, pair, topics=(Topic.HOUSING,), until=desk.today() + timedelta(days=9))
    bridge.changed.emit(consents.revoke_consent(desk, **pair))
    dialog = answer(details, dialogs, "consent")
    assert TAKE_BACK not in dialogs.questions[-1].answers
    assert "Taken back on Mar 10" in said(dialog) and "Ask Marcus anew" in said(dialog)
    assert dialog.record() == Consent(**pair)
    dialog.save_button.click()
    level = dialog.fields["level"]
    assert isinstance(level, Field) and "Choose what the client allows now." in said(dialog)
    assert queries.consent(desk, **pair).revoked_on == desk.today()
    level.editor.set_value(ConsentLevel.CALL_WITHOUT_AGENCY)
    dialog.save_button.click()
    assert shown(details)[0] == "May call, without naming the agency"


def test_a_day_ahead_is_answered_at_its_field(
    desk: Desk, bridge: Bridge, details: DetailsTab, dialogs: FakeDialogs, pair: dict[str, str]
) -> None:
    give(bridge, desk, pair)
    dialog = answer(details, dialogs, "take_back")
    for day, sentence in ((desk.today() + timedelta(days=1), "still ahead"), (None, "Choose a day.")):
        dialog.fields["on"].editor.set_value(day)
        dialog.save_button.click()
        assert sentence in said(dialog)
    dialog.close()
    assert queries.consent(desk, **pair).revoked_on is None


def test_what_ran_out_is_told_as_expired(
    desk: Desk, bridge: Bridge, clock: Clock, details: DetailsTab, dialogs: FakeDialogs, pair: dict[str, str]
) -> None:
    give(bridge, desk, pair, until=desk.today() + timedelta(days=1))
    assert shown(details) == ("May name the agency", ["Rosa Alvarez · Bayside Warehouse", "until Mar 11"])
    clock.forward(days=2)
    details.show_client(queries.client(desk, pair["client_id"]))
    chip, lines = shown(details)
    assert chip == "Expired on Mar 11" and "before: May name the agency" in lines
    dialog = answer(details, dialogs, "consent")
    assert TAKE_BACK not in dialogs.questions[-1].answers
    assert "Expired on Mar 11" in said(dialog) and dialog.record() == Consent(**pair)
    dialog.close()


def test_no_contact_does_not_run_out_and_is_not_taken_back(
    desk: Desk, bridge: Bridge, clock: Clock, details: DetailsTab, dialogs: FakeDialogs, pair: dict[str, str]
) -> None:
    give(bridge, desk, pair, level=ConsentLevel.NO_CONTACT, until=desk.today())
    clock.forward(days=2)
    details.show_client(queries.client(desk, pair["client_id"]))
    assert shown(details) == ("No contact", ["Rosa Alvarez · Bayside Warehouse"])
    dialog = answer(details, dialogs, "consent")
    assert TAKE_BACK not in dialogs.questions[-1].answers
    dialog.close()


def test_a_paper_that_mentions_a_topic_asks_for_that_alone(
    desk: Desk, bridge: Bridge, pair: dict[str, str], qtbot: QtBot
) -> None:
    allowed = Consent(**pair, level=ConsentLevel.CALL_WITHOUT_AGENCY, topics=(Topic.HEALTH,), how="signed")
    consents.decide_consent(desk, consent=allowed)
    dialog = consent_dialog(desk, bridge, **pair, name="Ms. Alvarez", topics={Topic.HOUSING})
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(PlainLabel)]
    assert "The paper mentions: Housing" in said
    assert any("Ask Marcus first whether Ms. Alvarez may know it" in text for text in said)
    shown = dialog.fields["topics"], dialog.fields["how"]
    assert shown[0].editor.values() == (Topic.HOUSING, Topic.HEALTH) and shown[1].editor.value() == "Signed"


def test_the_dialog_is_no_higher_than_its_fields(
    desk: Desk, bridge: Bridge, pair: dict[str, str], qtbot: QtBot
) -> None:
    dialog = consent_dialog(desk, bridge, **pair, name="Ms. Alvarez", topics={Topic.HOUSING})
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: dialog.page.spare() == 0)


def test_without_a_topic_nothing_is_preset(
    desk: Desk, bridge: Bridge, pair: dict[str, str], qtbot: QtBot
) -> None:
    dialog = consent_dialog(desk, bridge, **pair, name="Ms. Alvarez")
    qtbot.addWidget(dialog)
    assert dialog.fields["topics"].editor.values() == ()
    assert not any("mentions" in label.text() for label in dialog.findChildren(PlainLabel))


@pytest.mark.parametrize(
    "decided",
    [
        {"level": ConsentLevel.NO_CONTACT},
        {"level": ConsentLevel.MAY_NAME_AGENCY, "topics": (Topic.HOUSING,), "until": date(2020, 1, 1)},
    ],
)
def test_nothing_is_preset_where_contact_is_unwanted_or_a_consent_is_over(
    desk: Desk, bridge: Bridge, pair: dict[str, str], qtbot: QtBot, decided: dict[str, object]
) -> None:
    consents.decide_consent(desk, consent=Consent(**pair, decided_on=date(2019, 1, 1), **decided))
    dialog = consent_dialog(desk, bridge, **pair, name="Ms. Alvarez", topics={Topic.HOUSING})
    qtbot.addWidget(dialog)
    assert dialog.fields["topics"].editor.values() == ()
    assert any("mentions: Housing" in label.text() for label in dialog.findChildren(PlainLabel))
