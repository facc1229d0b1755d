"""The front door on folders as they really are: none, whole, damaged, empty, without a key file, practice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from noshow_desk.domain.client import Caseworker
from noshow_desk.i18n import set_language
from noshow_desk.services import opening
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.front.first_run import FirstRun
from noshow_desk.ui.front.unlock import UnlockScreen
from noshow_desk.ui.front.window import FrontWindow
from noshow_desk.ui.qt_words import speak
from tests.ui.kit.fake_dialogs import FakeDialogs

WORDS = "harbor lantern copper seven"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A whole vault."""
    place = tmp_path / "vault"
    person = Caseworker(name="Dana")
    new = opening.create_vault(place, passphrase=WORDS, caseworker=person, cost=FAST_FOR_TESTS)
    opening.close(new.desk)
    return place


def front(qtbot: QtBot, folder: Path) -> FrontWindow:
    """Show the front door of `folder`."""
    window = FrontWindow(folder, dialogs=FakeDialogs(), smallest=FAST_FOR_TESTS)
    qtbot.addWidget(window)
    window.show()
    return window


def unlock(window: FrontWindow, words: str) -> UnlockScreen:
    """Type a passphrase and press Open."""
    screen = window.shown
    assert isinstance(screen, UnlockScreen)
    screen.words.setText(words)
    screen.open_button.click()
    return screen


def test_nothing_there_is_a_first_run(qtbot: QtBot, tmp_path: Path) -> None:
    assert isinstance(front(qtbot, tmp_path / "none").shown, FirstRun)


def test_the_passphrase_opens(qtbot: QtBot, folder: Path) -> None:
    window = front(qtbot, folder)
    with qtbot.waitSignal(window.opened, timeout=20_000) as got:
        unlock(window, WORDS)
    assert got.args[0].caseworker.name == "Dana"
    opening.close(got.args[0])


def test_a_wrong_passphrase_says_so_and_keeps_asking(qtbot: QtBot, folder: Path) -> None:
    window = front(qtbot, folder)
    screen = unlock(window, "something else entirely")
    qtbot.waitUntil(lambda: bool(screen.field.error()), timeout=20_000)
    assert "not right" in screen.field.error() and screen.open_button.isEnabled()


def test_without_key_file_the_recovery_key_is_asked(qtbot: QtBot, folder: Path) -> None:
    (folder / "vault.key").unlink()
    window = front(qtbot, folder)
    screen = window.shown
    assert isinstance(screen, UnlockScreen) and screen.key_field.isVisible()
    assert "key file of this vault is missing" in screen.why.text()
    assert not screen.fields.other_way.isVisible()  # no passphrase could open it


def test_a_practice_vault_opens_without_asking(qtbot: QtBot, tmp_path: Path) -> None:
    new = opening.create_vault(
        tmp_path / "p",
        passphrase=opening.PRACTICE_PASSPHRASE,
        caseworker=Caseworker(name="Dana"),
        practice=True,
        cost=FAST_FOR_TESTS,
    )
    opening.close(new.desk)
    window = FrontWindow(tmp_path / "p", dialogs=FakeDialogs(), smallest=FAST_FOR_TESTS)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.opened, timeout=20_000) as got:
        window.show()
    assert got.args[0].practice
    opening.close(got.args[0])


def test_choosing_spanish_changes_the_screen_and_qts_own_words(qtbot: QtBot, tmp_path: Path) -> None:
    window = FrontWindow(tmp_path / "none")
    qtbot.addWidget(window)
    window.show()
    try:
        window.shown.language_chosen.emit("es")
        assert window.shown.key_screen.next_button.text() == "&Siguiente: su nombre"
        assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    finally:
        set_language("en")
        speak("en")
