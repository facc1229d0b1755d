"""The front door by keyboard alone: where Tab goes, what a screen reader says, and a whole restore."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.services import opening
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.dress import dress
from noshow_desk.ui.front import restore_list
from noshow_desk.ui.front.new_passphrase import NewPassphraseScreen
from noshow_desk.ui.front.restore_done import RestoredScreen
from noshow_desk.ui.front.restore_key import BackupKeyScreen
from noshow_desk.ui.front.restore_review import ReviewScreen
from noshow_desk.ui.front.trouble import TroubleScreen
from noshow_desk.ui.front.window import FrontWindow
from tests.ui.accessible import nameless, names, tab_chain
from tests.ui.front.kept import AtTheDoor, Kept, at_the_door, first_names, keep
from tests.ui.kit.fake_dialogs import FakeDialogs

NEW_WORDS = "quiet pebble morning bridge"

# Screen | what Tab reaches, in order. To add a screen: a row, and how to get there in `SCREENS`.
ORDER = {
    "trouble": ["Restore a backup…", "Choose another folder…", "Try again"],
    "unlock": ["Passphrase", "Open", "Use the recovery key instead", "Restore a backup…"],
    "no key file": ["Recovery key", "Open", "Restore a backup…"],
    "backups": [
        "Backups",
        "Choose a file…",
        "Choose a folder…",
        "My vault is in another folder…",
        "Back",
        "Next: open it",
    ],
    "its key": ["Passphrase", "Use the recovery key instead", "Choose another backup", "Check it"],
    "review": ["Into another folder…", "Back", "Restore it"],
    "done": ["Next: choose a passphrase"],
    "new passphrase": ["Passphrase", "Once more", "Not now", "Use it and open the vault"],
}


@pytest.fixture(autouse=True)
def no_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    """No drive of this machine is looked at."""
    monkeypatch.setattr(restore_list, "volumes", lambda: [])


@pytest.fixture
def kept(tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """The vault and its backup."""
    return keep(tmp_path_factory.mktemp("front") / "vault")


def press(key: Qt.Key, *, at: QWidget | None = None) -> None:
    """Press a key where the keyboard is."""
    QTest.keyClick(at or QApplication.focusWidget(), key)
    QApplication.processEvents()


def tab_to(words: str) -> None:
    """Press Tab until the button with these words has the keyboard, as a person would look for it."""
    for _step in range(30):
        here = QApplication.focusWidget()
        if isinstance(here, QAbstractButton) and here.text().replace("&", "").startswith(words):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {words!r}")


def screens_of(door: AtTheDoor, kept: Kept) -> dict[str, Callable[[], QWidget]]:
    """Return how each screen of a restore by recovery key is reached, in this order."""

    def its_key() -> QWidget:
        return door.key_screen()

    def review() -> QWidget:
        screen = door.flow().shown()
        assert isinstance(screen, BackupKeyScreen)
        screen.fields.other_way.click()
        screen.fields.key.setText(kept.recovery_key)
        screen.next_button.click()
        door.until(lambda: isinstance(door.flow().shown(), ReviewScreen))
        return door.flow().shown() or screen

    def done() -> QWidget:
        screen = door.flow().shown()
        assert isinstance(screen, ReviewScreen)
        screen.restore_button.click()
        door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))
        return door.flow().shown() or screen

    def new_passphrase() -> QWidget:
        screen = door.flow().shown()
        assert isinstance(screen, RestoredScreen)
        screen.next_button.click()
        assert isinstance(door.window.shown, NewPassphraseScreen)
        return door.window.shown

    def backups() -> QWidget:
        door.window.show_restore()
        return door.backups()

    return {
        "trouble": door.trouble,
        "backups": backups,
        "its key": its_key,
        "review": review,
        "done": done,
        "new passphrase": new_passphrase,
    }


def test_tab_goes_through_each_screen_in_order(qtbot: QtBot, kept: Kept) -> None:
    kept.vault.write_bytes(b"")
    door = at_the_door(qtbot, kept.folder)
    for name, reach in screens_of(door, kept).items():
        screen = reach()
        assert names(tab_chain(screen)) == ORDER[name], name
        assert not nameless(screen), name


@pytest.mark.parametrize("name", ["unlock", "no key file"])
def test_tab_goes_through_the_unlock_screen(qtbot: QtBot, kept: Kept, name: str) -> None:
    if name == "no key file":
        kept.key_file.unlink()
    door = at_the_door(qtbot, kept.folder)
    assert door.window.shown is not None
    assert names(tab_chain(door.window.shown)) == ORDER[name] and not nameless(door.window.shown)


def test_a_restore_with_the_recovery_key_alone_by_keyboard(qtbot: QtBot, kept: Kept) -> None:
    kept.vault.write_bytes(b"")
    kept.key_file.unlink()
    door = at_the_door(qtbot, kept.folder)
    door.window.activateWindow()
    qtbot.waitUntil(door.window.isActiveWindow)
    door.trouble()
    press(Qt.Key.Key_Return)  # the primary way has the keyboard
    door.backups()
    qtbot.waitUntil(door.flow().choose_screen.list.hasFocus)
    press(Qt.Key.Key_Return)
    screen = door.flow().shown()
    assert isinstance(screen, BackupKeyScreen) and screen.fields.words.hasFocus()
    tab_to("Use the recovery key")
    press(Qt.Key.Key_Space)
    QTest.keyClicks(QApplication.focusWidget(), kept.recovery_key.lower())
    press(Qt.Key.Key_Return)
    door.until(lambda: isinstance(door.flow().shown(), ReviewScreen))
    press(Qt.Key.Key_Return)
    door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))
    press(Qt.Key.Key_Return)
    assert isinstance(door.window.shown, NewPassphraseScreen)
    QTest.keyClicks(QApplication.focusWidget(), NEW_WORDS)
    press(Qt.Key.Key_Tab)
    QTest.keyClicks(QApplication.focusWidget(), NEW_WORDS)
    desk = door.opened(lambda: press(Qt.Key.Key_Return))
    assert first_names(desk) == {"Ann"}
    opening.close(desk)


@pytest.mark.parametrize(("width", "height", "scale"), [(1366, 736, 1.0), (1024, 640, 1.4)])
def test_nothing_is_cut_off(
    qtbot: QtBot, qapp: QApplication, kept: Kept, width: int, height: int, scale: float
) -> None:
    dress(qapp, "light", scale)
    kept.vault.write_bytes(b"")
    window = FrontWindow(kept.folder, dialogs=FakeDialogs(), smallest=FAST_FOR_TESTS)
    qtbot.addWidget(window)
    window.show()
    window.resize(width, height)
    door = AtTheDoor(qtbot, window)
    for name, reach in screens_of(door, kept).items():
        screen = reach()
        QApplication.processEvents()
        assert window.size().width() == width, f"{name} made the window wider"
        for part in [*screen.findChildren(QLabel), *screen.findChildren(QAbstractButton)]:
            if part.isVisible():
                needed = part.minimumSizeHint().height() if not isinstance(part, QLabel) else _height(part)
                assert part.height() >= needed, (name, part.text())
                assert part.mapTo(window, part.rect().bottomRight()).x() <= width, (name, part.text())


def _height(label: QLabel) -> int:
    return label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()


def test_the_first_way_is_the_primary_one(qtbot: QtBot, kept: Kept) -> None:
    kept.vault.write_bytes(b"")
    screen = at_the_door(qtbot, kept.folder).window.shown
    assert isinstance(screen, TroubleScreen)
    first, *others = screen.buttons.values()
    assert type(first).__name__ == "PrimaryButton"
    assert {type(other).__name__ for other in others} == {"SecondaryButton"}
