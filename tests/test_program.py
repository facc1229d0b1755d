"""The program as a whole: one window a vault, lock and quit, and what happens when something breaks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from noshow_desk import app, paths
from noshow_desk.app import Program
from noshow_desk.errors import SystemTrouble
from noshow_desk.i18n import set_language
from noshow_desk.services import clients, opening, unsaved
from noshow_desk.services.changes import Changes
from noshow_desk.settings import Settings
from noshow_desk.storage import driver, keys
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.storage.outside import DATABASE_NAME
from noshow_desk.storage.troubles import VaultDamaged
from noshow_desk.ui import first_language
from noshow_desk.ui.front.first_run import FirstRun
from noshow_desk.ui.front.trouble import TroubleScreen
from noshow_desk.ui.front.unlock import UnlockScreen
from noshow_desk.ui.kit.clipboard import copy_text
from noshow_desk.ui.kit.kept_form import KeptForm
from noshow_desk.ui.qt_words import speak
from noshow_desk.ui.session import practice_vault
from noshow_desk.ui.session.crash import CrashHandler
from noshow_desk.ui.session.instance import Instance
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import dana, marcus
from tests.ui.conftest import _windows_are_freed  # noqa: F401 - the windows of these tests too

WORDS = "harbor lantern copper seven"
FULL = "The disk is full. Make room, then go on."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Dana's vault, closed."""
    place = tmp_path / "vault"
    opening.close(opening.create_vault(place, passphrase=WORDS, caseworker=dana(), cost=FAST_FOR_TESTS).desk)
    return place


@pytest.fixture
def restarts(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Collect the words of each restart instead of replacing this process."""
    asked: list[list[str]] = []
    monkeypatch.setattr(app, "restart", asked.append)
    return asked


@pytest.fixture
def program(qapp: QApplication, folder: Path, restarts: list[list[str]]) -> Iterator[Program]:
    """The program in front of the vault."""
    started = Program(qapp, folder, CrashHandler(), smallest=FAST_FOR_TESTS)
    assert started.start()
    yield started
    if started.workspace is not None and started.workspace.window.isVisible():
        started.workspace.put_away()
    started.instance.release()
    put_out(started)


def put_out(program: Program) -> None:
    """End a program that a test started: its clocks must not tick in the next test."""
    program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def unlocked(qtbot: QtBot, program: Program) -> Program:
    """The program with the vault open."""
    assert program.front is not None
    screen = program.front.shown
    assert isinstance(screen, UnlockScreen)
    screen.words.setText(WORDS)
    screen.open_button.click()
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=20_000)
    return program


def dialogs() -> list[Any]:
    """Return the dialogs on the screen."""
    shown = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
    return [one for one in shown if one.isVisible()]


def words(dialog: QDialog) -> str:
    """Return all that a dialog says."""
    return " ".join(label.text() for label in dialog.findChildren(QLabel))


def close_dialogs() -> None:
    """Close what is open, as a person would."""
    for dialog in dialogs():
        dialog.reject()
    QApplication.processEvents()


def test_a_second_start_brings_the_first_window_back(
    qtbot: QtBot, qapp: QApplication, program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program.front is not None
    program.front.hide()
    second = Program(qapp, program.folder, CrashHandler(), smallest=FAST_FOR_TESTS)
    assert not second.start() and second.front is None
    qtbot.waitUntil(program.front.isVisible, timeout=5_000)
    assert "open already" in capsys.readouterr().out
    put_out(second)


def test_after_the_first_paint_the_rest_is_loaded(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled: list[str] = []
    monkeypatch.setattr(app, "finish_dressing", lambda _app, language: settled.append(language))
    qtbot.waitUntil(lambda: settled == ["en"], timeout=5_000)


def test_lock_closes_the_vault_and_starts_anew(unlocked: Program, restarts: list[list[str]]) -> None:
    unlocked.workspace.window.menus.action("lock").trigger()
    assert restarts == [["--vault", str(unlocked.folder)]]
    assert not unlocked.workspace.window.isVisible()
    again = opening.open_vault(unlocked.folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)
    opening.close(again)


def test_lock_locks_even_when_nothing_can_be_written(
    unlocked: Program, restarts: list[list[str]], monkeypatch: pytest.MonkeyPatch, expected_log: list[str]
) -> None:
    expected_log.append("not all kept at locking: SystemTrouble")
    with monkeypatch.context() as patch:
        patch.setattr(unlocked.workspace.window.pages, "keep", partial(_raise, SystemTrouble(FULL)))
        unlocked.lock()
    assert restarts == [["--vault", str(unlocked.folder)]]


def damage_unseen(folder: Path) -> None:
    """Change a byte in a page of the vault that no table uses."""
    key = opening.derive_key(folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)
    path = folder / DATABASE_NAME
    db = driver.connect(path, mode="rw", key=keys.database_key(key.secret))
    db.execute("CREATE TABLE filler AS SELECT zeroblob(200000) AS zeros")
    db.execute("DROP TABLE filler")
    db.close()
    content = bytearray(path.read_bytes())
    content[-4096 + 100] ^= 1
    path.write_bytes(content)


def test_a_damaged_vault_is_got_ready_and_never_shown(
    qtbot: QtBot, folder: Path, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnished: list[Workspace] = []
    shown: list[Workspace] = []
    furnish = Workspace.furnish
    monkeypatch.setattr(Workspace, "furnish", lambda one: (furnished.append(one), furnish(one)))
    monkeypatch.setattr(Workspace, "show", shown.append)
    damage_unseen(folder)
    front = program.front
    assert front is not None and isinstance(front.shown, UnlockScreen)
    front.shown.words.setText(WORDS)
    front.shown.open_button.click()
    qtbot.waitUntil(lambda: isinstance(front.shown, TroubleScreen), timeout=20_000)
    assert len(furnished) == 1 and shown == []
    assert program.workspace is None and program._ready is None and program.guard is None
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [front]
    with pytest.raises(VaultDamaged):  # not "open in another window": it was let go
        opening.open_vault(folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)


def test_a_page_that_breaks_too_early_is_made_again(
    qtbot: QtBot, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_workspace: Workspace) -> None:
        raise LookupError

    monkeypatch.setattr(Workspace, "furnish", breaks)
    front = program.front
    assert front is not None and isinstance(front.shown, UnlockScreen)
    front.shown.words.setText(WORDS)
    front.shown.open_button.click()
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=20_000)
    assert program.workspace.window.isVisible() and program.workspace.window.pages.page() is not None


def test_what_is_worn_already_is_not_put_on_again(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    dressed: list[object] = []
    monkeypatch.setattr(app, "dress", lambda *given, **_fonts: dressed.append(given))
    assert program._is_dressed()
    monkeypatch.setattr(app, "look_of", lambda _folder: Settings({"theme": "dark"}))
    assert not program._is_dressed()
    program._redress()
    assert len(dressed) == 1


def test_a_language_chosen_at_the_door_gives_way_to_that_of_the_vault(program: Program) -> None:
    try:
        set_language("es")
        assert not program._is_dressed()
    finally:
        set_language("en")
    assert program._is_dressed()


def test_the_first_window_of_all_speaks_as_the_computer(
    qapp: QApplication, tmp_path: Path, restarts: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_language, "computer_language", lambda: "es")
    program = Program(qapp, tmp_path / "none", CrashHandler(), smallest=FAST_FOR_TESTS)
    try:
        assert program.start() and program.front is not None
        first = program.front.shown
        assert isinstance(first, FirstRun) and first.key_screen.language.value() == "es"
        assert "&Frase de acceso" in {label.text() for label in first.findChildren(QLabel)}
    finally:
        program.instance.release()
        put_out(program)
        set_language("en")
        speak("en")


def test_nobody_at_the_desk_locks(unlocked: Program, restarts: list[list[str]]) -> None:
    assert unlocked.guard is not None
    unlocked.guard.set_idle_limit(0)
    unlocked.guard.idle.look()
    assert len(restarts) == 1


def test_a_script_on_the_screen_holds_the_idle_lock_and_no_other(
    unlocked: Program, restarts: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert unlocked.guard is not None and unlocked.guard.away is not None
    monkeypatch.setattr(type(unlocked.workspace.window.pages.page()), "reads_aloud", lambda _page: True)
    unlocked.guard.set_idle_limit(0)
    assert not unlocked.guard.idle.look() and restarts == []
    unlocked.guard.away.left.emit(False)
    assert len(restarts) == 1


def test_before_anything_is_written_nothing_is_on_the_screen(
    unlocked: Program, restarts: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    on_screen: list[list[str]] = []

    def note(_window: object) -> None:
        on_screen.append([one.title() for one in QApplication.allWindows() if one.isVisible()])

    monkeypatch.setattr("noshow_desk.ui.workspace.workspace.keep_before_lock", note)
    unlocked.workspace.tell("Title", "Marcus Reed")
    unlocked.lock()
    assert on_screen == [[]] and len(restarts) == 1
    assert not [one for one in QApplication.allWindows() if one.isVisible()]


def test_a_lock_makes_a_backup_and_a_sleep_does_not(
    unlocked: Program, restarts: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    monkeypatch.setattr("noshow_desk.ui.workspace.workspace.back_up", made.append)
    assert unlocked.guard is not None and unlocked.guard.away is not None
    unlocked.guard.away.left.emit(True)
    assert made == [] and len(restarts) == 1


def test_what_is_told_once_locked_reaches_no_screen(
    unlocked: Program, restarts: list[list[str]], expected_log: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    expected_log.append("bug: ValueError")
    unlocked.lock()
    unlocked._crashes.take_error(ValueError("no such client: Marcus Reed"))
    assert dialogs() == [] and "Marcus" not in capsys.readouterr().err


def test_what_was_copied_goes_with_the_lock(unlocked: Program, restarts: list[list[str]]) -> None:
    copy_text("Marcus Reed")
    unlocked.lock()
    assert QApplication.clipboard().text() == ""


def test_what_was_copied_goes_when_one_quits(
    qapp: QApplication, unlocked: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qapp, "quit", lambda: None)
    copy_text("Marcus Reed")
    unlocked.workspace.window.close()
    assert QApplication.clipboard().text() == ""


def test_a_second_start_does_not_bring_a_locked_window_back(
    unlocked: Program, restarts: list[list[str]]
) -> None:
    unlocked.lock()
    unlocked.instance.asked_to_show.emit()
    assert not unlocked.workspace.window.isVisible()


def test_what_cannot_be_kept_keeps_the_window_when_one_quits(
    unlocked: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked.workspace.window
    form = KeptForm(partial(_raise, SystemTrouble(FULL)), window)  # as in a dialog over it
    form.touch()
    with pytest.raises(SystemTrouble):
        window.close()
    assert window.isVisible() and window.open(Wish("clients"))  # the vault is still open
    form.forget()


def test_closing_the_window_gives_the_vault_back(
    qapp: QApplication, unlocked: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    quits: list[bool] = []
    monkeypatch.setattr(qapp, "quit", lambda: quits.append(True))
    unlocked.workspace.window.close()
    assert quits == [True] and not list(unlocked.folder.glob("in-use*"))


def test_a_page_that_cannot_be_written_keeps_the_window(
    unlocked: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = unlocked.workspace.window
    with monkeypatch.context() as patch, pytest.raises(SystemTrouble):
        patch.setattr(window.pages, "leave", partial(_raise, SystemTrouble(FULL)))
        window.close()
    assert window.isVisible()


def test_a_bug_in_a_slot_is_told_without_a_name(
    unlocked: Program, expected_log: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    expected_log.append("bug: ValueError")
    _break_in_a_slot(unlocked, ValueError("no such client: Marcus Reed"))
    (dialog,) = dialogs()
    assert "ValueError" in words(dialog) and "test_program.py" in words(dialog)
    assert "Marcus" not in words(dialog) + capsys.readouterr().err
    close_dialogs()


def test_a_full_disk_is_its_sentence_and_told_once(unlocked: Program, expected_log: list[str]) -> None:
    expected_log.append("trouble: SystemTrouble")
    for _time in range(3):
        _break_in_a_slot(unlocked, SystemTrouble(FULL))
    (dialog,) = dialogs()
    assert FULL in words(dialog)
    close_dialogs()
    _break_in_a_slot(unlocked, SystemTrouble(FULL))
    assert len(dialogs()) == 1
    close_dialogs()


def test_what_was_half_typed_is_offered_at_the_start(qtbot: QtBot, program: Program, folder: Path) -> None:
    desk = opening.open_vault(folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)
    client_id = clients.add_client(desk, client=marcus()).made
    unsaved.keep_unsaved(desk, form_key=f"client:{client_id}", payload={})
    opening.close(desk)
    assert program.front is not None and isinstance(program.front.shown, UnlockScreen)
    program.front.shown.words.setText(WORDS)
    program.front.shown.open_button.click()
    qtbot.waitUntil(lambda: any("Go on" in one.windowTitle() for one in dialogs()), timeout=20_000)
    (offer,) = dialogs()
    offer.rows.first().click()
    qtbot.waitUntil(lambda: [one.windowTitle() for one in dialogs()] == ["Edit Marcus Reed"])
    close_dialogs()


def test_a_practice_vault_is_announced_while_it_is_made(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, restarts: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(practice_vault, "make_practice_vault", lambda folder: folder / "practice")
    program = Program(qapp, tmp_path / "none", CrashHandler(), smallest=FAST_FOR_TESTS)
    assert program.start() and program.front is not None and isinstance(program.front.shown, FirstRun)
    program.front.shown.key_screen.practice_button.click()
    said = [label.text() for label in program.front.shown.findChildren(QLabel)]
    assert any("Making a practice vault" in text for text in said)
    qtbot.waitUntil(lambda: restarts == [["--vault", str(tmp_path / "none" / "practice")]], timeout=5_000)
    put_out(program)


def test_a_practice_vault_that_cannot_be_made_says_why(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, expected_log: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    expected_log.append("trouble: SystemTrouble")
    monkeypatch.setattr(practice_vault, "make_practice_vault", partial(_raise, SystemTrouble(FULL)))
    program = Program(qapp, tmp_path / "none", CrashHandler(), smallest=FAST_FOR_TESTS)
    assert program.start() and program.front is not None
    program._on_front_practice_wanted()
    qtbot.waitUntil(lambda: len(dialogs()) == 1, timeout=5_000)
    assert FULL in words(dialogs()[0]) and isinstance(program.front.shown, FirstRun)
    close_dialogs()
    program.instance.release()
    put_out(program)


def test_the_settings_of_a_folder_that_cannot_be_written_can_be_left(qtbot: QtBot, folder: Path) -> None:
    key = opening.derive_key(folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)
    workspace = _look_only(key)
    qtbot.addWidget(workspace.window)
    assert workspace.window.open(Wish("settings"))
    page = workspace.window.pages.page()
    assert page is not None and not page.profile.isEnabled()
    page.profile.fields["name"].editor.setText("Somebody else")
    assert workspace.window.open(Wish("today"))
    workspace.put_away()


def _look_only(key: opening.OpenKey):  # type: ignore[no-untyped-def]  # imported late, as in the program
    from noshow_desk.ui.workspace.workspace import Workspace

    return Workspace(opening.open_with(key, look_only=True))


def _raise(error: BaseException, *_arguments: object) -> Changes:
    raise error


def _break_in_a_slot(program: Program, error: BaseException) -> None:
    """Let a slot run a use case that raises, with the program's own handler in charge."""
    ours, sys.excepthook = sys.excepthook, program._crashes.take
    try:
        QTimer.singleShot(0, partial(program.workspace.bridge.run, partial(_raise, error)))
        QApplication.processEvents()
    finally:
        sys.excepthook = ours
    QApplication.processEvents()


def test_a_vault_that_was_made_elsewhere_is_found_there_again(
    qapp: QApplication,
    folder: Path,
    tmp_path: Path,
    restarts: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    home = tmp_path / "home"
    monkeypatch.setattr(paths, "data_folder", lambda: home)
    started = Program(qapp, app.vault_folder([]), CrashHandler(), smallest=FAST_FOR_TESTS)
    assert started.start() and isinstance(started.front and started.front.shown, FirstRun)
    desk = opening.open_vault(folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)
    started.front.opened.emit(desk)  # type: ignore[union-attr]
    assert started.folder == folder == app.vault_folder([])
    started.lock()
    assert restarts[-1] == ["--vault", str(folder)]
    assert Instance(home).claim() and Instance(folder).claim()
    put_out(started)


def test_a_chosen_folder_that_is_not_connected_is_no_first_run(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "home")
    paths.note_vault_home(tmp_path / "stick" / "vault")
    started = Program(qapp, app.vault_folder([]), CrashHandler(), smallest=FAST_FOR_TESTS)
    assert started.start() and isinstance(started.front and started.front.shown, TroubleScreen)
    started.instance.release()
    put_out(started)


def test_another_vault_that_was_chosen_is_opened_at_the_next_start(
    qapp: QApplication,
    folder: Path,
    tmp_path: Path,
    restarts: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(paths, "data_folder", lambda: tmp_path / "home")
    started = Program(qapp, app.vault_folder([]), CrashHandler(), smallest=FAST_FOR_TESTS)
    assert started.start() and started.front is not None
    started.front.folder_chosen.emit(tmp_path / "empty")
    assert app.vault_folder([]) == tmp_path / "home"
    started.front.folder_chosen.emit(folder)
    assert app.vault_folder([]) == folder and restarts[-1] == ["--vault", str(folder)]
    put_out(started)
