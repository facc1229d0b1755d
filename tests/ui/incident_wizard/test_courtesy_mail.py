"""The courtesy notice as an e-mail: a draft where the consent allows it, and the paper once it was sent."""

from __future__ import annotations

from email import message_from_bytes, policy
from pathlib import Path

from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import ConsentLevel
from noshow_desk.services.desk import Desk
from noshow_desk.ui.incident_wizard.blocks.courtesy_mail import CourtesyMail
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_branches import choose
from tests.ui.incident_wizard.test_consent import give
from tests.ui.kit.fake_dialogs import FakeDialogs


def block(page: IncidentWizardPage) -> CourtesyMail:
    return page.view().findChild(CourtesyMail)


def test_a_draft_is_saved_while_the_consent_lets_it_go(
    desk: Desk, wizard: Open, dialogs: FakeDialogs, tmp_path: Path
) -> None:
    made = cases.report(desk)
    give(desk, made)
    page = wizard(made, "courtesy")
    dialogs.answers.append(tmp_path / "notice.eml")
    assert block(page).save.isVisible()
    block(page).save.click()
    mail = message_from_bytes((tmp_path / "notice.eml").read_bytes(), policy=policy.default)
    assert mail["X-Unsent"] == "1" and page.case.saved.client.full_name in mail["Subject"]
    words = mail.get_body(("plain",)).get_content()
    assert "I am sorry" in words and "DRAFT" not in words
    assert page.body().rail.status() == "The file is saved."


def test_without_that_consent_none_is_offered(desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    page = wizard(made, "courtesy")
    assert not block(page).isVisible()
    give(desk, made, level=ConsentLevel.CALL_WITHOUT_AGENCY, topics=())
    assert not block(wizard(made, "courtesy")).isVisible()


def test_the_paper_is_the_email_once_it_was_sent(qtbot: QtBot, desk: Desk, wizard: Open) -> None:
    made = cases.report(desk)
    give(desk, made)
    page = wizard(made, "courtesy")
    closing = "Thank you for your patience."
    assert closing not in page.body().draft.text()
    choose(page, "courtesy.how", "email")
    qtbot.waitUntil(lambda: closing in page.body().draft.text(), timeout=20_000)
