"""Where the keyboard is once a finding was settled in a dialog: never on a button that leaves the page."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from noshow_desk.services.desk import Desk
from noshow_desk.services.letter_finding import LetterFinding
from noshow_desk.ui.incident_wizard.checks.kept_row import KeptRow
from noshow_desk.ui.incident_wizard.checks.row import FindingRow
from noshow_desk.ui.incident_wizard.page import IncidentWizardPage
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.words_dialog import WordsDialog
from tests.ui.incident_wizard import cases
from tests.ui.incident_wizard.conftest import Open
from tests.ui.incident_wizard.test_checks import EXCUSE, rows, type_own_words, wait_for_paper


class OverPage(Dialogs):
    """The real dialogs, over a page that is made after them."""

    def stand_over(self, page: IncidentWizardPage) -> None:
        self._window = page


@pytest.fixture
def dialogs() -> OverPage:
    return OverPage()


def keep(qtbot: QtBot, page: IncidentWizardPage, row: FindingRow) -> LetterFinding:
    """Press "Keep, because…" of an open finding by keyboard, write a reason and press "Keep it"."""
    button = next(each for each in row.buttons if each.text().startswith("Keep, because"))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.findChild(WordsDialog) is not None)
    dialog = page.findChild(WordsDialog)
    qtbot.waitUntil(dialog.isVisible)
    QTest.keyClicks(dialog.words, "He wants her to know")
    dialog.accept()
    qtbot.waitUntil(lambda: page.findChild(WordsDialog) is None)
    wait_for_paper(page)
    return row.finding


def test_the_keyboard_goes_to_open_again(qtbot: QtBot, desk: Desk, wizard: Open, dialogs: OverPage) -> None:
    page = wizard(cases.granted(desk, own_words=""), "note")
    dialogs.stand_over(page)
    type_own_words(page, EXCUSE)
    keep(qtbot, page, rows(page)[0])
    assert rows(page) == []
    again = page.body().draft.findChild(KeptRow).again
    qtbot.waitUntil(lambda: page.focusWidget() is again)
    QTest.keyClick(again, Qt.Key.Key_Space)
    wait_for_paper(page)
    assert len(rows(page)) == 1 and page.focusWidget() is rows(page)[0].head
