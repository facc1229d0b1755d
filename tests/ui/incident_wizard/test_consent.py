"""Consent on the courtesy page, taken back and asked anew there; the open paper hears of it at once."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import ConsentLevel, StepId, Topic
from noshow_desk.services import consents, history, queries
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.record_form import RecordDialog
from noshow_desk.ui.incident_wizard.blocks.consent_acts import ConsentActs
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import said
from tests.ui.incident_wizard.test_checks import checks, type_own_words, wait_for_paper
from tests.ui.kit.fake_dialogs import FakeDialogs

NAMED = "I live at the shelter, and my case worker at Second Start helps me."


def pair(desk: Desk, incident_id: str) -> dict[str, str]:
    facts = queries.facts(desk, incident_id)
    return {"client_id": facts.client.id, "interviewer_id": facts.interviewer.id}


def give(desk: Desk, incident_id: str, **decided: object) -> Changes:
    decided = {"level": ConsentLevel.MAY_NAME_AGENCY, "topics": tuple(Topic)} | decided
    return consents.decide_consent(desk, consent=Consent(**pair(desk, incident_id), **decided))


def acts(page: IncidentWizardPage) -> ConsentActs:
    """Return the block as it is now: a page is built anew when it is shown."""
    return page.view().findChild(ConsentActs)


def level_is_asked(page: IncidentWizardPage) -> bool:
    return page.view().input_of("consent.level").editor.isVisible()


def dialog_of(dialogs: FakeDialogs) -> RecordDialog:
    dialog = dialogs.shown[-1]
    assert isinstance(dialog, RecordDialog)
    return dialog


def codes(page: IncidentWizardPage) -> set[str]:
    return {one.code for one in checks(page).checked().open}


def test_it_is_taken_back_on_the_page_and_asked_anew(
    qtbot: QtBot, desk: Desk, wizard: Open, dialogs: FakeDialogs
) -> None:
    made = cases.report(desk)
    give(desk, made)
    page = wizard(made, "courtesy")
    assert "you may call and name your office" in said(page) and level_is_asked(page)
    button = acts(page).take_back
    assert button.isVisible() and not acts(page).ask_anew.isVisible()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    dialog_of(dialogs).save_button.click()
    qtbot.waitUntil(lambda: "took the consent back on March 10, 2026" in said(page))
    assert not level_is_asked(page) and not acts(page).take_back.isVisible()
    assert "Taken back on Mar 10" in said(page)
    assert "Caller ID" in said(page)
    acts(page).ask_anew.click()
    dialog = dialog_of(dialogs)
    dialog.fields["level"].editor.set_value(ConsentLevel.CALL_WITHOUT_AGENCY)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: "without naming your office" in said(page))
    assert level_is_asked(page) and acts(page).take_back.isVisible()
    assert page.view().input_of("consent.level").editor.value() == ConsentLevel.CALL_WITHOUT_AGENCY


def test_nothing_is_offered_where_nothing_was_allowed(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "courtesy")
    assert not acts(page).isVisible() and level_is_asked(page)
    page.close_case()
    give(desk, made, level=ConsentLevel.NO_CONTACT, topics=())
    assert not acts(wizard(made, "courtesy")).isVisible()


def test_what_ran_out_is_told_with_its_day(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    day = desk.today() - timedelta(days=1)
    give(desk, made, decided_on=day - timedelta(days=30), until=day)
    page = wizard(made, "courtesy")
    assert "allowed held until March 9, 2026. Ask again" in said(page)
    assert level_is_asked(page) and not acts(page).isVisible()


def test_what_is_typed_on_the_page_is_written_before_it_is_taken_back(
    desk: Desk, wizard: Open, dialogs: FakeDialogs
) -> None:
    made = cases.report(desk)
    give(desk, made)
    page = wizard(made, "courtesy")
    assert page.case is not None
    page.case.put("consent.topics", ["housing"])
    acts(page).take_back.click()
    dialog_of(dialogs).save_button.click()
    kept = queries.consent(desk, **pair(desk, made))
    assert kept.topics == (Topic.HOUSING,) and kept.revoked_on == desk.today()
    assert page.case.typed == {}


def test_what_was_typed_before_it_was_taken_back_does_not_give_it_again(
    desk: Desk, wizard: Open, bridge: Bridge
) -> None:
    made = cases.report(desk)
    give(desk, made)
    page = wizard(made, "courtesy")
    assert page.case is not None
    page.case.put("consent.level", ConsentLevel.CALL_WITHOUT_AGENCY.value)
    bridge.changed.emit(consents.revoke_consent(desk, **pair(desk, made)))
    assert page.leave()
    assert queries.consent(desk, **pair(desk, made)).revoked_on == desk.today()


def test_the_open_paper_gets_the_findings_at_once_and_loses_them_with_undo(
    desk: Desk, wizard: Open, bridge: Bridge
) -> None:
    made = cases.granted(desk, own_words="")
    give(desk, made)
    page = wizard(made, StepId.NOTE.value)
    type_own_words(page, NAMED)
    assert not codes(page) & {"disclosure", "agency-named"}
    back = consents.revoke_consent(desk, **pair(desk, made))
    bridge.changed.emit(back)
    wait_for_paper(page)
    assert {"disclosure", "agency-named"} <= codes(page)
    bridge.changed.emit(history.undo(desk, act=back.act))
    wait_for_paper(page)
    assert not codes(page) & {"disclosure", "agency-named"}
