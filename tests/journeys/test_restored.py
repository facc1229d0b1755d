"""The laptop is lost or its file is damaged; what is left is a memory stick and the printed sheet."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk import app
from noshow_desk.app import Program
from noshow_desk.services import opening, second_folder
from noshow_desk.storage import recovery
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.front import restore_list
from noshow_desk.ui.session.crash import CrashHandler
from tests.builders import Clock
from tests.journeys.conftest import WORDS, Sit, open_desk
from tests.journeys.person import Person

NEW_WORDS = "quiet pebble morning bridge"
Start = Callable[[Path], Person]


@pytest.fixture
def starts(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Collect the words of each restart instead of replacing this process."""
    asked: list[list[str]] = []
    monkeypatch.setattr(app, "restart", asked.append)
    return asked


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, starts: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Start]:
    """Return a way to start the program on a folder, as the icon on the desktop does."""
    monkeypatch.setattr(restore_list, "volumes", lambda: [])
    started: list[Program] = []

    def on(folder: Path) -> Person:
        program = Program(qapp, folder, CrashHandler(), smallest=FAST_FOR_TESTS)
        started.append(program)
        assert program.start()
        return Beginner(qtbot, program)

    yield on
    for program in started:
        if program.workspace is not None and program.workspace.window.isVisible():
            program.workspace.put_away()
        program.instance.release()
        program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Beginner(Person):
    """Somebody at the front door, and at the desk once it is open."""

    def __init__(self, qtbot: QtBot, program: Program) -> None:
        super().__init__(qtbot)
        self._program = program

    def go_in(self) -> None:
        """Wait until the desk is open."""
        self.wait_until(lambda: self._program.workspace is not None, timeout=20_000)
        self.workspace = self._program.workspace


def sheet_of(folder: Path) -> str:
    """Return what is printed on the sheet of this vault, as somebody types it who reads O for zero."""
    key = opening.derive_key(folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)
    return recovery.write(key.secret).replace("0", "O").replace("1", "l").replace("-", " ")


@pytest.fixture
def stick(sit: Sit, folder: Path, clock: Clock, tmp_path: Path) -> Path:
    """A memory stick with a backup on it, after a day's work: Marcus missed his interview."""
    place = tmp_path / "stick"
    desk = open_desk(folder, clock)
    second_folder.choose_second_folder(desk, folder=place)
    opening.close(desk)
    person = sit()
    person.report("Marcus Reed")
    assert person.workspace is not None
    person.workspace.put_away()  # quitting makes a backup, and copies it to the stick
    assert list(place.glob("*.nsdbackup"))
    return place


def test_a_new_laptop_with_nothing_but_stick_and_sheet(start: Start, stick: Path, folder: Path) -> None:
    sheet = sheet_of(folder)
    shutil.rmtree(folder)
    person = start(folder)
    person.press("I have a backup or a vault already")
    person.wait_until(lambda: person.sees("No backup was found"))
    person.press("Choose a folder")
    person.save_as(stick)
    person.wait_until(lambda: person.can_press("Next: open it"))
    person.press("Next: open it")
    person.press("Use the recovery key instead")
    person.write("Recovery key", sheet)
    person.press("Check it")
    person.wait_until(lambda: person.sees("1 client, 1 appointment, 1 incident"))
    person.press("Restore it")
    person.wait_until(lambda: person.sees("Your vault is back"))
    person.press("Next: choose a passphrase")
    person.write("Passphrase", NEW_WORDS)
    person.write("Once more", NEW_WORDS)
    person.press("Use it and open the vault")
    person.go_in()
    assert person.sees("Marcus Reed")
    assert person.desk.caseworker.name == "Dana Whitfield" and not person.desk.read_only


def test_a_damaged_vault_never_looks_empty(start: Start, stick: Path, folder: Path) -> None:
    """The one fault that most frightens: from the sentence to Marcus on the screen, and nothing deleted."""
    whole = (folder / "vault.db").read_bytes()
    (folder / "vault.db").write_bytes(whole[: len(whole) // 2])
    person = start(folder)
    person.write("Passphrase", WORDS)
    person.press("Open")
    person.wait_until(lambda: person.sees("The vault file is damaged"))
    person.press("Restore a backup")
    person.wait_until(lambda: person.can_press("Next: open it"))
    person.press("Next: open it")
    person.write("Passphrase", WORDS)
    person.press("Check it")
    person.wait_until(lambda: person.sees("stays beside it"))
    person.press("Restore it")
    person.wait_until(lambda: person.sees("vault-before-restore-"))
    person.press("Open the vault")
    person.go_in()
    assert person.sees("Marcus Reed")
    (aside,) = folder.glob("vault-before-restore-*.db")
    assert aside.read_bytes() == whole[: len(whole) // 2]


def test_a_vault_that_was_moved_is_found_again(
    start: Start, starts: list[list[str]], stick: Path, folder: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(folder, moved)
    (folder / "vault.db").unlink()
    person = start(folder)
    assert person.sees("The vault file is not in this folder any more")
    person.press("Choose another folder")
    person.save_as(moved)
    assert starts == [["--vault", str(moved)]]
