"""The program while the client has the screen: closing, a second start and the idle lock lay nothing open."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from noshow_desk.app import Program
from noshow_desk.services import opening
from noshow_desk.services.client_pin import set_pin
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.incident_wizard import wizard_body
from noshow_desk.ui.incident_wizard.client_view import ClientView
from noshow_desk.ui.incident_wizard.give_back import GiveBack
from noshow_desk.ui.incident_wizard.wizard_body import WizardBody
from noshow_desk.ui.session import idle
from noshow_desk.ui.session.crash import CrashHandler
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import missed_by_marcus
from tests.test_program import WORDS, dialogs, folder, program, put_out, restarts, unlocked
from tests.ui.conftest import _windows_are_freed

__all__ = ["_windows_are_freed", "folder", "program", "restarts", "unlocked"]

FIRST = "Give the screen back first."
SOON = 20_000  # ms


@pytest.fixture
def turned(qtbot: QtBot, unlocked: Program) -> Program:
    """The program with the note on the screen, turned over to the client."""
    workspace = unlocked.workspace
    made = missed_by_marcus(workspace.desk)
    window = workspace.window
    window.open(Wish("incident", made, "note"))
    qtbot.waitUntil(lambda: body(unlocked).draft.letter() is not None, timeout=SOON)
    window.menus.action("client_view").trigger()
    qtbot.waitUntil(lambda: body(unlocked).client_view.isVisible(), timeout=SOON)
    return unlocked


def body(program: Program) -> WizardBody:
    found = program.workspace.window.pages.page().body()
    assert isinstance(found, WizardBody)
    return found


def last(program: Program) -> GiveBack:
    return body(program).client_view.last


def is_the_clients(program: Program) -> bool:
    """Say whether the window shows the client's view and nothing of the caseworker's."""
    window = program.workspace.window
    others = (window.navigation, window.top_bar, window.menuBar(), body(program).stack, body(program).footer)
    return body(program).client_view.isVisible() and not any(part.isVisible() for part in others)


def quit_by_key(program: Program) -> None:
    program.workspace.window.menus.action("quit").trigger()


def close_button(program: Program) -> None:
    program.workspace.window.close()


CLOSING = [close_button, quit_by_key]


@pytest.mark.parametrize("close", CLOSING)
def test_closing_asks_for_the_screen_first(turned: Program, close: Callable[[Program], None]) -> None:
    close(turned)
    assert is_the_clients(turned) and FIRST in last(turned).why.text() and last(turned).why.isVisible()
    assert last(turned).done.hasFocus() and dialogs() == []
    last(turned).done.click()
    assert not is_the_clients(turned) and turned.workspace.window.isVisible()


@pytest.mark.parametrize("close", CLOSING)
def test_closing_asks_for_the_pin_where_one_is_set(turned: Program, close: Callable[[Program], None]) -> None:
    set_pin(turned.workspace.desk, pin="4711")
    for _again in range(2):
        close(turned)
        assert is_the_clients(turned) and last(turned).pin.isVisible() and last(turned).why.isVisible()
    QTest.keyClicks(last(turned).pin, "0000")
    QTest.keyClick(last(turned).pin, Qt.Key.Key_Return)
    assert is_the_clients(turned) and last(turned).field.error() == "That is not the PIN."
    QTest.keyClicks(last(turned).pin, "4711")
    QTest.keyClick(last(turned).pin, Qt.Key.Key_Return)
    assert not is_the_clients(turned) and turned.workspace.window.isVisible()


def test_closing_works_again_once_the_screen_is_back(turned: Program) -> None:
    turned.workspace.window.close()
    last(turned).done.click()
    turned.workspace.window.close()
    assert not turned.workspace.window.isVisible()


def test_a_computer_that_is_shut_down_is_not_held_up(
    turned: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wizard_body, "is_session_ending", lambda: True)
    turned.workspace.window.close()
    assert not turned.workspace.window.isVisible()


def test_a_second_start_shows_the_clients_view_and_nothing_else(
    qtbot: QtBot, qapp: QApplication, turned: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    turned.workspace.window.hide()
    second = Program(qapp, turned.folder, CrashHandler(), smallest=FAST_FOR_TESTS)
    assert not second.start() and second.front is None
    qtbot.waitUntil(turned.workspace.window.isVisible, timeout=SOON)
    assert is_the_clients(turned) and dialogs() == []
    assert turned.workspace.window.windowTitle() == "NoShow Desk"
    assert "Marcus" not in capsys.readouterr().out
    put_out(second)


def test_the_idle_lock_locks_and_unlocking_leads_to_the_step(
    qtbot: QtBot,
    turned: Program,
    restarts: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert turned.guard is not None
    window, watch = turned.workspace.window, turned.guard.idle
    later = idle.awake_and_asleep() + turned.workspace.desk.settings.number("idle_minutes") * 60 + 1
    monkeypatch.setattr(watch, "_steady", lambda: later)
    assert not watch.look() and window.isVisible()  # half an hour to read in
    monkeypatch.setattr(watch, "_steady", lambda: later + idle.HELD_S)
    assert watch.look()
    assert restarts == [["--vault", str(turned.folder)]] and not window.isVisible() and dialogs() == []

    desk = opening.open_vault(turned.folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)
    again = Workspace(desk)
    again.show()
    qtbot.waitUntil(partial(_is_at_the_note, again), timeout=SOON)
    assert again.window.navigation.isVisible()
    assert not any(view.isVisible() for view in again.window.findChildren(ClientView))
    again.put_away()
    again.window.deleteLater()
    again.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _is_at_the_note(workspace: Workspace) -> bool:
    page, here = workspace.window.pages.page(), workspace.window.pages.here()
    return here is not None and here.kind == "incident" and page is not None and page.state() == "note"


def test_the_session_lock_asks_nobody(turned: Program, restarts: list[list[str]]) -> None:
    set_pin(turned.workspace.desk, pin="4711")
    assert turned.guard is not None
    turned.guard.lock_wanted.emit(False)
    assert restarts and not turned.workspace.window.isVisible()
    labels = [one for top in QApplication.topLevelWidgets() for one in top.findChildren(QLabel)]
    assert not any(label.isVisible() for label in labels)
