"""A way of sending that is taken back takes no template along: the next note can still be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.domain.kinds import Channel
from noshow_desk.ui.dress import dress
from noshow_desk.ui.incident_wizard.draft_panel import DraftPanel
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.ui.incident_wizard import cases


def press(inside: QWidget, text: str) -> None:
    buttons = [one for one in inside.findChildren(QAbstractButton) if one.isVisible()]
    wanted = next(one for one in buttons if one.text().replace("&", "").startswith(text))
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)


def send_by_email(qtbot: QtBot, page: QWidget) -> None:
    """Choose another way than the rule's, with the reason that is asked for."""
    press(page, "E-mail draft")
    asked = next(one for one in page.window().findChildren(QDialog) if one.isVisible())
    QTest.keyClicks(asked.findChild(QPlainTextEdit), "She has no stamps.")
    press(asked, "Send it this way")
    qtbot.waitUntil(lambda: page.case.note.working().channel is Channel.EMAIL)
    page.findChild(DraftPanel).show_now()


@pytest.mark.parametrize("turns", [1, 3])
def test_the_next_note_can_be_written(qapp: QApplication, qtbot: QtBot, tmp_path: Path, turns: int) -> None:
    dress(qapp, "light", 1.0)
    desk, _clock = cases.open_desk(tmp_path)
    made = cases.granted(desk)
    workspace = Workspace(desk)
    window = workspace.window
    window.resize(1366, 736)
    window.show()
    qtbot.waitExposed(window)
    window.open(Wish("incident", made, "note"))
    page = window.pages.page()
    assert page is not None
    draft = page.findChild(DraftPanel)
    for _turn in range(turns):
        send_by_email(qtbot, page)
        by_mail = draft.text()
        window.grant(Wish("undo"))
        assert page.case.note.working().channel is Channel.LETTER
    send_by_email(qtbot, page)
    assert draft.text() == by_mail != ""
    workspace.discard()
