"""The window on a real vault looks after its backups: in a pause, once a month, and when somebody asks."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from noshow_desk.services import (
    backup_making,
    backup_state,
    backups,
    clients,
    drills,
    second_folder,
)
from noshow_desk.services.desk import Desk
from noshow_desk.storage import backup_file
from noshow_desk.storage.backup_troubles import BackupDiskFull
from noshow_desk.ui.clients.client_dialog import ClientDialog
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.session import keeping, quiet
from noshow_desk.ui.session.keeping import Keeping
from noshow_desk.ui.wishes import Wish
from noshow_desk.ui.workspace.workspace import Workspace
from tests.builders import Clock, marcus
from tests.ui.kit.fake_dialogs import FakeDialogs

WAIT = 20_000


@pytest.fixture
def workspace(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Workspace]:
    """The window on Dana's vault, whose pauses are short."""
    monkeypatch.setattr(quiet, "LOOK_EVERY_MS", 20)
    monkeypatch.setattr(keeping, "QUIET_S", 0.1)
    made = Workspace(desk)
    made.window.dialogs = FakeDialogs()
    made.window.open(Wish("today"))
    made.window.show()
    made.data.keeping.start()
    yield made
    made.data.keeping.stop()
    made.data.keeping.finish()
    made.window.closing.disconnect()  # the fixture of the desk closes the vault
    made.window.close()


@pytest.fixture
def keeper(workspace: Workspace) -> Keeping:
    return workspace.data.keeping


def said(workspace: Workspace) -> str:
    return workspace.window.top_bar.status.text()


def asked(workspace: Workspace) -> list[str]:
    assert isinstance(workspace.window.dialogs, FakeDialogs)
    return workspace.window.dialogs.asked


def count(desk: Desk) -> int:
    folder = backups.backup_folder_of(desk.folder)
    return len(list(folder.glob("*.nsdbackup"))) if folder.exists() else 0


def half_an_hour_of_work(desk: Desk, clock: Clock) -> None:
    drills.drill(desk)
    clients.add_client(desk, client=marcus())
    clock.forward(minutes=31)


# ------------------------------------------------------------------ by itself


def test_half_an_hour_of_changes_is_backed_up_in_a_pause(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk, clock: Clock
) -> None:
    half_an_hour_of_work(desk, clock)
    before = count(desk)
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        keeper.look()
        assert count(desk) == before  # it waits for the pause
    newest = backups.newest_backup(desk)
    assert count(desk) == before + 1 and newest is not None and newest.reason == "changes"
    assert said(workspace).startswith("Backed up ") and not workspace.window.toast.isVisible()
    keeper.look()
    assert keeper.turns.is_free  # nothing more to do


def test_nothing_is_done_while_nothing_is_due(keeper: Keeping, desk: Desk) -> None:
    drills.drill(desk)
    keeper.look()
    assert keeper.turns.is_free


def test_who_types_is_not_disturbed(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk, clock: Clock
) -> None:
    half_an_hour_of_work(desk, clock)
    before, box = count(desk), workspace.window.top_bar.box
    keeper.look()
    for _key in range(12):
        qtbot.keyClick(box, Qt.Key.Key_A)
        qtbot.wait(30)
    assert count(desk) == before and box.text() == "a" * 12
    qtbot.waitUntil(lambda: count(desk) == before + 1, timeout=WAIT)


def test_what_is_half_typed_is_in_the_backup(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk, clock: Clock
) -> None:
    half_an_hour_of_work(desk, clock)
    dialog = ClientDialog(desk, workspace.bridge)
    dialog.setParent(workspace.window, dialog.windowFlags())
    qtbot.addWidget(dialog)
    dialog.show()
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        keeper.back_up_now()
        line = dialog.findChildren(LineField)[0]
        qtbot.keyClicks(line, "Half a na")
    newest = backups.newest_backup(desk)
    assert newest is not None
    assert backup_file.prove(newest.file, desk.vault.secret).counts["unsaved_form"] == 1


def test_a_full_disk_is_told_once_and_tried_again_in_half_an_hour(
    qtbot: QtBot,
    workspace: Workspace,
    keeper: Keeping,
    desk: Desk,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    half_an_hour_of_work(desk, clock)
    tried: list[int] = []

    def full(*_given: object, **_more: object) -> None:
        tried.append(1)
        raise BackupDiskFull

    with monkeypatch.context() as patch:
        patch.setattr(backup_making.backup_folder, "begin", full)
        with qtbot.waitSignal(keeper.said, timeout=WAIT):
            keeper.look()
        assert "No backup was made" in workspace.window.toast.text() and asked(workspace) == []
        keeper.look()
        assert keeper.turns.is_free  # not each minute
        clock.forward(minutes=31)
        workspace.window.toast.hide()
        keeper.look()
        qtbot.waitUntil(lambda: len(tried) == 2, timeout=WAIT)
        assert not workspace.window.toast.isVisible()  # not told twice
        workspace.window.open(Wish("your_data"))
        page = workspace.window.pages.page()
        assert "not enough room" in page.alerts.texts()[0]
    button = page.alerts.cards[0].buttons[0]
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        button.click()
    assert keeper.trouble == "" and page.alerts.texts() == []


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the rights of Unix")
def test_a_folder_in_the_way_is_told_and_nobody_is_kept_from_work(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk, clock: Clock
) -> None:
    clients.add_client(desk, client=marcus())
    clock.forward(minutes=31)
    backups.backup_folder_of(desk.folder).write_text("in the way")
    with qtbot.waitSignal(keeper.said, timeout=WAIT):
        keeper.look()
    assert "cannot be written" in keeper.trouble
    clients.add_client(desk, client=marcus(first_name="Ann"))
    assert desk.vault.clients.count() == 2


def test_once_a_month_the_newest_is_opened_to_try(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk, clock: Clock
) -> None:
    drills.drill(desk)
    clock.forward(days=31)
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        keeper.look()
    drilled = drills.last_drill(desk)
    assert drilled is not None and drilled.at == desk.local_now() and drilled.problem == ""


def test_a_damaged_backup_is_found_told_and_made_good(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk, clock: Clock
) -> None:
    file = backups.make_backup(desk).backup.file
    content = file.read_bytes()
    file.write_bytes(content[:20_000] + bytes([content[20_000] ^ 1]) + content[20_001:])
    with qtbot.waitSignal(keeper.said, timeout=WAIT):
        keeper.look()
    qtbot.waitUntil(lambda: count(desk) == 2, timeout=WAIT)
    qtbot.waitUntil(lambda: not keeper.busy, timeout=WAIT)
    workspace.window.open(Wish("your_data"))
    page = workspace.window.pages.page()
    (text,) = page.alerts.texts()
    assert file.name in text and "damaged" in text and "A fresh backup was made" in text
    assert backup_state.reminders(desk).drill_problem
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        page.alerts.cards[0].buttons[0].click()
    assert page.alerts.texts() == [] and backup_state.reminders(desk).drill_problem == ""


def test_a_practice_vault_is_left_alone(keeper: Keeping, desk: Desk, clock: Clock) -> None:
    desk.practice = True
    keeper.stop()
    fresh = Keeping(desk, keeper._bridge, keeper._keep)
    fresh.start()
    assert not fresh._timer.isActive()
    assert backup_state.reminders(desk) == backup_state.Reminders()


def test_what_a_crash_left_is_gone_after_the_unlock(desk: Desk, workspace: Workspace) -> None:
    file = backups.make_backup(desk).backup.file
    left = file.with_name(f"{file.name}.12ab.making")
    left.write_bytes(b"half")
    workspace.data.keeping.start()
    assert not left.exists()


def test_closing_waits_for_the_worker(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk
) -> None:
    keeper.back_up_now()
    qtbot.waitUntil(lambda: keeper._task is not None, timeout=WAIT)
    keeper.stop()
    keeper.finish()
    assert count(desk) == 1 and not keeper.busy
    keeper.back_up_now()
    assert keeper.turns.is_free  # stopped


# ------------------------------------------------------------------ the second folder


def test_a_stick_is_asked_for_after_two_weeks_until_something_is_done(
    qtbot: QtBot, workspace: Workspace, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    window = workspace.window
    today = window.pages.page()
    reminder = today.side.data.reminder
    assert reminder.isHidden()
    clock.forward(days=14)
    today.reload(None)
    assert not reminder.isHidden() and reminder.copy_button.isHidden()
    reminder.later_button.click()
    assert reminder.isHidden()
    clock.forward(days=14)
    today.reload(None)
    window.dialogs.answers.append(None)
    reminder.choose_button.click()
    assert not reminder.isHidden()  # thought better of it: still asked
    stick = tmp_path / "stick"
    window.dialogs.answers.append(stick)
    with qtbot.waitSignal(workspace.data.keeping.ended, timeout=WAIT):
        reminder.choose_button.click()
    assert reminder.isHidden() and len(list(stick.glob("*.nsdbackup"))) == 1
    assert second_folder.copied_at(desk) == desk.now()


def test_a_stick_that_is_missing_is_asked_for_by_its_name(
    qtbot: QtBot, workspace: Workspace, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    second_folder.choose_second_folder(desk, folder=stick)
    backups.make_backup(desk)
    stick.rename(tmp_path / "pulled out")
    clock.forward(days=14)
    today = workspace.window.pages.page()
    today.reload(None)
    reminder, keeper = today.side.data.reminder, workspace.data.keeping
    assert str(stick) in reminder._text.text() and not reminder.copy_button.isHidden()
    with qtbot.waitSignal(keeper.told, timeout=WAIT):
        reminder.copy_button.click()
    assert "not connected" in asked(workspace)[-1] and not reminder.isHidden()
    (tmp_path / "pulled out").rename(stick)
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        reminder.copy_button.click()
    assert reminder.isHidden()


def test_a_stick_that_is_away_is_no_news(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk, clock: Clock, tmp_path: Path
) -> None:
    second_folder.choose_second_folder(desk, folder=tmp_path / "stick")
    (tmp_path / "stick" / second_folder.MARK_NAME).unlink()
    half_an_hour_of_work(desk, clock)
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        keeper.look()
    assert not workspace.window.toast.isVisible() and asked(workspace) == []


def test_a_stick_that_fails_is_told_once(
    qtbot: QtBot,
    workspace: Workspace,
    keeper: Keeping,
    desk: Desk,
    clock: Clock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_given: object) -> None:
        raise BackupDiskFull

    second_folder.choose_second_folder(desk, folder=tmp_path / "stick")
    half_an_hour_of_work(desk, clock)
    monkeypatch.setattr(backup_file, "copy", full)
    with qtbot.waitSignals([keeper.ended, keeper.said], timeout=WAIT):
        keeper.look()
    assert "second folder got no copy" in workspace.window.toast.text()
    workspace.window.open(Wish("your_data"))
    assert "not enough room" in workspace.window.pages.page().alerts.texts()[0]
    assert keeper.trouble == "" and backups.newest_backup(desk) is not None


def test_the_page_chooses_copies_and_forgets(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk, tmp_path: Path
) -> None:
    window, stick = workspace.window, tmp_path / "stick"
    window.open(Wish("your_data"))
    card = window.pages.page().second
    assert "None chosen" in card.texts()[0] and card.copy_button.isHidden()
    window.dialogs.answers.append(desk.folder / "beside")
    card.choose_button.click()
    assert "both would be lost" in asked(workspace)[-1]
    window.dialogs.answers.append(stick)
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        card.choose_button.click()
        assert not card.copy_button.isEnabled()  # while it is being copied
    assert card.texts()[0] == str(stick) and "connected" in card.texts()[1]
    assert any("same drive" in text for text in card.texts())
    assert card.texts()[-1].startswith("Last copy: today") and card.copy_button.isEnabled()
    before = count(desk)
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        card.copy_button.click()
    assert count(desk) == before  # the newest holds everything: it is copied, not made again
    window.dialogs.answers.append("forget")
    card.forget_button.click()
    assert "None chosen" in card.texts()[0] and list(stick.glob("*.nsdbackup"))


def test_a_refused_folder_is_said(workspace: Workspace, desk: Desk) -> None:
    workspace.window.dialogs.answers.append(desk.folder / "beside")
    workspace.window.grant(Wish("second_folder", detail="choose"))
    assert "both would be lost" in asked(workspace)[-1]
    assert second_folder.second_folder(desk) is None


# ------------------------------------------------------------------ while something is being done


def test_a_second_wish_waits_its_turn(qtbot: QtBot, keeper: Keeping, desk: Desk) -> None:
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        keeper.back_up_now()
        keeper.copy_now()
        keeper.try_newest()
    QApplication.processEvents()
    assert count(desk) == 1 and keeper.turns.is_free


def test_the_status_is_said_and_goes(qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk) -> None:
    with qtbot.waitSignal(keeper.ended, timeout=WAIT):
        keeper.back_up_now()
        assert said(workspace) == "Backing up…"
    workspace.window.top_bar._fade.timeout.emit()
    assert said(workspace) == ""


def test_a_bug_in_a_worker_reaches_the_boundary(
    qtbot: QtBot, keeper: Keeping, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bug(_begun: object) -> None:
        raise KeyError("bug")

    monkeypatch.setattr(backup_making, "finish_backup", bug)
    with qtbot.captureExceptions() as caught:
        keeper.back_up_now()
        qtbot.waitUntil(lambda: bool(caught), timeout=WAIT)
    assert caught[0][0] is KeyError and keeper.turns.is_free


# ------------------------------------------------------------------ somebody waits for it


def test_who_waits_for_a_backup_is_told_and_nobody_else(
    qtbot: QtBot, workspace: Workspace, keeper: Keeping, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def full(*_given: object, **_more: object) -> None:
        raise BackupDiskFull

    with monkeypatch.context() as patch:
        patch.setattr(backup_making.backup_folder, "begin", full)
        keeper.back_up_then(heard.append)
        qtbot.waitUntil(lambda: len(heard) == 1, timeout=WAIT)
    keeper.back_up_then(heard.append)
    keeper.back_up_then(heard.append)  # the one before is under way
    assert len(heard) == 2 and "Try again in a moment" in heard[1]
    qtbot.waitUntil(lambda: len(heard) == 3, timeout=WAIT)
    assert "not enough room" in heard[0] and heard[2] == "" and not keeper.busy
    assert asked(workspace) == [] and count(desk) == 1
    keeper.back_up_now()
    qtbot.waitUntil(lambda: count(desk) == 2 and not keeper.busy, timeout=WAIT)
    assert len(heard) == 3  # only once
