"""A backup put back at the front door, as somebody does it whose vault is damaged, moved or gone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from noshow_desk.domain.client import Caseworker
from noshow_desk.services import backups, keys, opening, restoring, settings
from noshow_desk.services.look import look_of
from noshow_desk.services.restoring import Watch
from noshow_desk.services.second_folder import MARK_NAME
from noshow_desk.services.ways_on import Way
from noshow_desk.storage import backup_body, backup_header, drives, key_file, migrations, recovery
from noshow_desk.storage import vault as vaults
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.ui.front import restore_list
from noshow_desk.ui.front.first_run import FirstRun
from noshow_desk.ui.front.new_passphrase import NewPassphraseScreen
from noshow_desk.ui.front.restore_done import RestoredScreen
from noshow_desk.ui.front.restore_key import BackupKeyScreen
from noshow_desk.ui.front.restore_list import ChooseBackupScreen
from noshow_desk.ui.front.restore_review import ReviewScreen
from noshow_desk.ui.front.unlock import UnlockScreen
from tests.builders import NOW
from tests.ui.front.kept import WORDS, AtTheDoor, Kept, at_the_door, first_names, keep

NEW_WORDS = "quiet pebble morning bridge"


@pytest.fixture(autouse=True)
def no_sticks(monkeypatch: pytest.MonkeyPatch) -> None:
    """No drive of this machine is looked at."""
    monkeypatch.setattr(restore_list, "volumes", lambda: [])


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """The vault and its backup."""
    return keep(tmp_path / "vault")


def said(screen: QWidget) -> str:
    """Return all words on show."""
    return "\n".join(label.text() for label in screen.findChildren(QLabel) if label.isVisibleTo(screen))


def from_trouble(qtbot: QtBot, kept: Kept, *answers: object) -> AtTheDoor:
    """Stand before the damaged vault and choose to restore."""
    door = at_the_door(qtbot, kept.folder, *answers)
    door.trouble().buttons[Way.RESTORE].click()
    return door


def set_aside(kept: Kept) -> list[bytes]:
    """Return what is kept of the vault files that were there before."""
    return [path.read_bytes() for path in kept.folder.glob("vault-before-restore-*.db")]


# ------------------------------------------------------------ the way of most: passphrase, damaged file


def test_a_damaged_vault_comes_back_by_passphrase(qtbot: QtBot, kept: Kept) -> None:
    kept.vault.write_bytes(b"rest of it")
    door = from_trouble(qtbot, kept)
    review = door.review(words=WORDS)
    assert "1 client, 0 appointments, 0 incidents, 0 papers" in said(review)
    assert "stays beside it" in said(review) and str(kept.folder) in said(review)
    assert kept.vault.read_bytes() == b"rest of it"  # nothing was changed yet
    review.restore_button.click()
    door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))
    done = door.flow().shown()
    assert isinstance(done, RestoredScreen)
    name = next(kept.folder.glob("vault-before-restore-*.db")).name
    assert name in said(done) and set_aside(kept) == [b"rest of it"]
    desk = door.opened(done.next_button.click)
    assert first_names(desk) == {"Ann"} and desk.caseworker.name == "Dana Whitfield"
    opening.close(desk)
    again = at_the_door(qtbot, kept.folder)
    opening.close(again.opened(again.unlock))


def test_from_the_unlock_screen_and_back_again(qtbot: QtBot, kept: Kept) -> None:
    door = at_the_door(qtbot, kept.folder)
    assert isinstance(door.window.shown, UnlockScreen)
    door.window.shown.restore_button.click()
    door.backups().back_button.click()
    assert isinstance(door.window.shown, UnlockScreen)


def test_a_vault_that_opens_is_backed_up_before_it_is_replaced(qtbot: QtBot, kept: Kept) -> None:
    door = at_the_door(qtbot, kept.folder)
    door.window.shown.restore_button.click()
    door.review(words=WORDS).restore_button.click()
    door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))
    assert len(list(kept.backup.parent.iterdir())) == 2 and len(set_aside(kept)) == 1


# ------------------------------------------------------------ with nothing but the sheet


@pytest.mark.parametrize("loss", ["key file", "everything but the backups", "all of it"])
def test_the_recovery_key_alone_brings_it_back(
    qtbot: QtBot, kept: Kept, loss: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    (stick / MARK_NAME).write_text("a second folder")
    if loss == "all of it":
        shutil.move(kept.backup, stick / kept.backup.name)
        shutil.rmtree(kept.folder)
        monkeypatch.setattr(restore_list, "volumes", lambda: [tmp_path])
    else:
        kept.key_file.unlink()
        kept.vault.write_bytes(b"") if loss == "key file" else kept.vault.unlink()
    door = at_the_door(qtbot, kept.folder)
    if loss == "all of it":
        assert isinstance(door.window.shown, FirstRun)
        door.window.shown.key_screen.restore_button.click()
    else:
        door.trouble().buttons[Way.RESTORE].click()
    printed = kept.recovery_key.lower().replace("-", "  ").replace("0", "O").replace("1", "L")
    door.review(recovery_key=printed).restore_button.click()
    door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))
    door.flow().shown().next_button.click()
    screen = door.window.shown
    assert isinstance(screen, NewPassphraseScreen)
    screen.words.first.setText(NEW_WORDS)
    screen.words.again.setText(NEW_WORDS)
    desk = door.opened(screen.next_button.click)
    assert first_names(desk) == {"Ann"}
    opening.close(desk)
    again = at_the_door(qtbot, kept.folder)
    opening.close(again.opened(lambda: again.unlock(NEW_WORDS)))


def test_a_backup_without_a_passphrase_asks_for_the_recovery_key(qtbot: QtBot, kept: Kept) -> None:
    kept.key_file.unlink()
    desk = opening.open_vault(kept.folder, recovery_key=kept.recovery_key)
    backups.make_backup(desk)
    opening.close(desk)
    door = at_the_door(qtbot, kept.folder)
    door.window.shown.restore_button.click()
    screen = door.key_screen()
    assert screen.fields.key_field.isVisible() and not screen.fields.other_way.isVisible()
    assert "only the recovery key" in said(screen)


# ------------------------------------------------------------ what is typed wrong, what is damaged


def test_a_wrong_passphrase_is_not_a_damaged_file(qtbot: QtBot, kept: Kept) -> None:
    door = at_the_door(qtbot, kept.folder)
    door.window.shown.restore_button.click()
    screen = door.key_screen()
    screen.fields.words.setText("something else entirely")
    screen.next_button.click()
    door.until(screen.fields.field.error)
    assert "not right" in screen.fields.field.error() and screen.trouble.isHidden()
    assert screen.fields.words.selectedText() == "something else entirely"


def test_the_recovery_key_of_another_vault(qtbot: QtBot, kept: Kept) -> None:
    door = at_the_door(qtbot, kept.folder)
    door.window.shown.restore_button.click()
    screen = door.key_screen()
    screen.fields.other_way.click()
    screen.fields.key.setText(recovery.write(bytes(16)))
    screen.next_button.click()
    door.until(screen.fields.key_field.error)
    assert "does not open this backup" in screen.fields.key_field.error()


def test_a_damaged_backup_is_known_before_anybody_types(qtbot: QtBot, kept: Kept) -> None:
    content = bytearray(kept.backup.read_bytes())
    content[-4_000] ^= 1
    kept.backup.write_bytes(content)
    kept.vault.write_bytes(b"")
    door = from_trouble(qtbot, kept)
    screen = door.backups()
    assert [row.problem for row in screen.rows()] == [screen.told.text()]
    assert "This backup is damaged" in screen.told.text() and not screen.next_button.isEnabled()
    assert "Cannot be used" in screen.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_backup_damaged_since_it_was_listed(qtbot: QtBot, kept: Kept) -> None:
    door = at_the_door(qtbot, kept.folder)
    door.window.shown.restore_button.click()
    screen = door.key_screen()
    os.truncate(kept.backup, 30_000)
    screen.fields.words.setText(WORDS)
    screen.next_button.click()
    door.until(screen.trouble.isVisible)
    assert "This backup is damaged" in screen.trouble.text() and screen.back_button.isEnabled()
    screen.back_button.click()
    assert isinstance(door.flow().shown(), ChooseBackupScreen)


def newer(kept: Kept, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    """Make the backup one of a newer version: of the file itself, or of the tables in it."""
    secret = recovery.read(kept.recovery_key)
    block = kept.backup.read_bytes()[:8192]
    header = backup_header.unpack(block)
    if what == "format":
        monkeypatch.setattr(backup_header, "VERSION", 2)
        kept.backup.write_bytes(backup_header.pack(header, secret) + kept.backup.read_bytes()[8192:])
        monkeypatch.setattr(backup_header, "VERSION", 1)
    else:
        monkeypatch.setattr(migrations, "SCHEMA_VERSION", 0)


def test_a_backup_of_a_newer_format_says_so_in_the_list(
    qtbot: QtBot, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer(kept, monkeypatch, "format")
    kept.vault.write_bytes(b"")
    door = from_trouble(qtbot, kept)
    screen = door.backups()
    assert "Install the newer version" in screen.told.text()


def test_a_backup_with_newer_tables_changes_nothing(
    qtbot: QtBot, kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept.vault.write_bytes(b"")
    door = from_trouble(qtbot, kept)
    newer(kept, monkeypatch, "tables")
    screen = door.key_screen()
    screen.fields.words.setText(WORDS)
    screen.next_button.click()
    door.until(screen.trouble.isVisible)
    assert "A newer version of NoShow Desk made this backup" in screen.trouble.text()
    assert kept.vault.read_bytes() == b""


# ------------------------------------------------------------ the disk


@pytest.fixture
def small_files() -> Iterator[None]:
    """No file of this process grows beyond 100 kB, as on a disk with no more room."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_leaves_everything_as_it_was(
    qtbot: QtBot, kept: Kept, request: pytest.FixtureRequest
) -> None:
    kept.vault.write_bytes(b"rest of it")
    door = from_trouble(qtbot, kept)
    review = door.review(words=WORDS)
    request.getfixturevalue("small_files")
    review.restore_button.click()
    door.until(review.trouble.isVisible)
    assert "not enough room" in review.trouble.text() and "Nothing was changed" in review.trouble.text()
    assert review.restore_button.isEnabled() and review.folder_button.isEnabled()
    assert kept.vault.read_bytes() == b"rest of it" and set_aside(kept) == []
    assert not list(kept.folder.glob("*.restoring*"))


def test_a_full_disk_while_it_is_checked(qtbot: QtBot, kept: Kept, request: pytest.FixtureRequest) -> None:
    kept.vault.write_bytes(b"")
    door = from_trouble(qtbot, kept)
    screen = door.key_screen()
    request.getfixturevalue("small_files")
    screen.fields.words.setText(WORDS)
    screen.next_button.click()
    door.until(screen.trouble.isVisible)
    assert "not enough room to open the backup" in screen.trouble.text() and screen.next_button.isEnabled()


def test_a_network_drive_leads_to_another_folder(
    qtbot: QtBot, kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is restored elsewhere, and the program starts there."""
    monkeypatch.setattr(drives, "is_network", lambda folder: folder == kept.folder)
    kept.vault.write_bytes(b"")
    door = from_trouble(qtbot, kept, tmp_path / "local")
    review = door.review(words=WORDS)
    review.restore_button.click()
    door.until(review.trouble.isVisible)
    assert "network drive" in review.trouble.text()
    review.folder_button.click()
    assert str(tmp_path / "local") in said(review) and "nothing is replaced" in said(review)
    review.restore_button.click()
    door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))
    with qtbot.waitSignal(door.window.folder_chosen) as got:
        door.flow().shown().next_button.click()
    assert got.args == [tmp_path / "local"]
    there = at_the_door(qtbot, tmp_path / "local")
    desk = there.opened(there.unlock)
    assert first_names(desk) == {"Ann"}
    opening.close(desk)


def test_a_folder_that_holds_another_vault(qtbot: QtBot, kept: Kept, tmp_path: Path) -> None:
    other = keep(tmp_path / "other")
    before = other.vault.read_bytes()
    door = at_the_door(qtbot, kept.folder, other.folder)
    door.window.shown.restore_button.click()
    review = door.review(words=WORDS)
    review.folder_button.click()
    review.restore_button.click()
    door.until(review.trouble.isVisible)
    assert "has other keys than this backup" in review.trouble.text() and other.vault.read_bytes() == before


def test_beside_a_key_file_from_elsewhere_the_right_sheet_restores(qtbot: QtBot, kept: Kept) -> None:
    key_file.seal(kept.folder, bytes(16), "the passphrase of theirs", FAST_FOR_TESTS)
    door = at_the_door(qtbot, kept.folder)
    door.window.shown.restore_button.click()
    door.review(recovery_key=kept.recovery_key).restore_button.click()
    door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))
    assert len(set_aside(kept)) == 1 and len(list(kept.folder.glob("vault-before-restore-*.key"))) == 1
    again = at_the_door(qtbot, kept.folder)
    opening.close(again.opened(again.unlock))


def test_a_backup_from_before_new_keys_goes_back_where_it_was_made(qtbot: QtBot, kept: Kept) -> None:
    desk = opening.open_vault(kept.folder, recovery_key=kept.recovery_key)
    recovery_key = opening.new_recovery()
    new = keys.seal_new(recovery=recovery_key, passphrase=NEW_WORDS, cost=FAST_FOR_TESTS)
    keys.replace_keys(desk, new=new)
    opening.close(desk)
    kept.vault.write_bytes(kept.vault.read_bytes()[:20_000])
    door = at_the_door(qtbot, kept.folder)
    door.unlock(NEW_WORDS)
    door.trouble().buttons[Way.RESTORE].click()
    listed = door.backups()
    assert listed.rows()[0].reason == "rekey" and listed.rows()[-1].file == kept.backup
    listed.list.pick(len(listed.rows()) - 1)
    review = door.review(words=WORDS)
    review.restore_button.click()
    door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))
    restored = door.opened(door.flow().shown().next_button.click)
    assert first_names(restored) == {"Ann"}
    opening.close(restored)
    again = at_the_door(qtbot, kept.folder)
    opening.close(again.opened(again.unlock))


def test_a_vault_that_is_open_elsewhere_is_not_replaced(qtbot: QtBot, kept: Kept) -> None:
    door = at_the_door(qtbot, kept.folder)
    door.window.shown.restore_button.click()
    review = door.review(words=WORDS)
    held = vaults.open(kept.folder, recovery.read(kept.recovery_key))
    review.restore_button.click()
    door.until(review.trouble.isVisible)
    assert "open in another window" in review.trouble.text()
    held.close()
    review.restore_button.click()
    door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))


# ------------------------------------------------------------ finding backups, and stopping


def test_backups_of_a_stick_are_found_by_themselves(
    qtbot: QtBot, kept: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new laptop, and the stick that was once chosen as the second folder."""
    stick = tmp_path / "media" / "backups of Dana"
    stick.mkdir(parents=True)
    shutil.copy(kept.backup, stick)
    (stick / MARK_NAME).write_text("")
    (tmp_path / "media" / "other").mkdir()
    shutil.copy(kept.backup, tmp_path / "media" / "other")  # nobody chose that folder
    monkeypatch.setattr(restore_list, "volumes", lambda: [tmp_path / "media"])
    door = at_the_door(qtbot, tmp_path / "new")
    door.window.shown.key_screen.restore_button.click()
    assert [row.file.parent for row in door.backups().rows()] == [stick]


def test_no_backup_says_what_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    door = at_the_door(qtbot, tmp_path / "new")
    door.window.shown.key_screen.restore_button.click()
    screen = door.flow().shown()
    door.until(lambda: "No backup was found" in said(screen))
    assert not screen.next_button.isEnabled() and not screen.list.isVisible()
    screen.back_button.click()
    assert isinstance(door.window.shown, FirstRun)


def test_a_file_or_a_folder_can_be_chosen(qtbot: QtBot, kept: Kept, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.copy(kept.backup, stick / "one.nsdbackup")
    (stick / "photo.nsdbackup").write_bytes(b"\x89PNG" * 4_000)
    door = at_the_door(qtbot, tmp_path / "new", stick / "photo.nsdbackup", stick, tmp_path / "empty")
    door.window.shown.key_screen.restore_button.click()
    screen = door.flow().shown()
    screen.file_button.click()
    assert "not a NoShow Desk backup" in screen.told.text() and not screen.next_button.isEnabled()
    screen.folder_button.click()
    door.until(lambda: len(screen.rows()) == 2)
    assert [row.file.name for row in screen.rows()] == ["one.nsdbackup", "photo.nsdbackup"]
    assert screen.current() == screen.rows()[0]
    screen.folder_button.click()
    door.until(lambda: "There is no backup here" in screen.told.text())
    assert len(screen.rows()) == 2


def test_a_vault_in_another_folder(qtbot: QtBot, tmp_path: Path) -> None:
    door = at_the_door(qtbot, tmp_path / "new", tmp_path / "moved")
    door.window.shown.key_screen.restore_button.click()
    with qtbot.waitSignal(door.window.folder_chosen) as got:
        door.flow().shown().vault_button.click()
    assert got.args == [tmp_path / "moved"]


@pytest.mark.parametrize("when", ["while it is checked", "while it is put back"])
def test_stopping_changes_nothing(
    qtbot: QtBot, kept: Kept, when: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The work is held until Stop was pressed, so that the press comes in the middle of it."""
    kept.vault.write_bytes(b"rest of it")
    door = from_trouble(qtbot, kept)
    screen = door.key_screen() if when == "while it is checked" else door.review(words=WORDS)
    whole = backup_body.must_hold

    def slowly(*args: object) -> object:
        counts = whole(*args)
        while screen._watch is not None and screen._watch.wanted:
            QTest.qSleep(1)
        return counts

    monkeypatch.setattr(backup_body, "must_hold", slowly)
    if isinstance(screen, BackupKeyScreen):
        screen.fields.words.setText(WORDS)
        screen.next_button.click()
    else:
        screen.restore_button.click()
    assert screen.progress.isVisible() and screen.progress.stop_button.hasFocus() is screen.isActiveWindow()
    screen.progress.stop_button.click()
    door.until(lambda: not screen.is_busy())
    assert door.flow().shown() is screen and screen.trouble.isHidden() and screen.progress.isHidden()
    assert kept.vault.read_bytes() == b"rest of it" and set_aside(kept) == []
    monkeypatch.setattr(backup_body, "must_hold", whole)
    again = screen.next_button if isinstance(screen, BackupKeyScreen) else screen.restore_button
    again.click()
    door.until(lambda: door.flow().shown() is not screen)


def test_it_cannot_be_stopped_once_files_are_touched(kept: Kept) -> None:
    watch = Watch()
    opened = restoring.open_backup(kept.backup, passphrase=WORDS, watch=watch, smallest=FAST_FOR_TESTS)
    assert watch.percent == 100 and not watch.past_stopping
    restoring.put_back(opened, kept.folder, now=NOW, watch=watch)
    assert watch.past_stopping


def test_a_restored_vault_looks_and_speaks_as_it_did(qtbot: QtBot, kept: Kept, tmp_path: Path) -> None:
    """The language is a setting of the vault; a new computer learns it when the vault is first opened."""
    desk = opening.open_vault(kept.folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)
    settings.change_setting(desk, key="screen_language", value="es")
    made = backups.make_backup(desk).backup.file
    opening.close(desk)
    opened = restoring.open_backup(made, passphrase=WORDS, watch=Watch(), smallest=FAST_FOR_TESTS)
    home = tmp_path / "new laptop"
    restoring.put_back(opened, home, now=NOW, watch=Watch())
    opening.close(opening.open_with(restoring.key_of_restored(opened, home)))
    assert look_of(home).text("screen_language") == "es"


def test_a_practice_backup_needs_no_words(qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    new = opening.create_vault(
        folder,
        passphrase=opening.PRACTICE_PASSPHRASE,
        caseworker=Caseworker(name="Dana"),
        practice=True,
        cost=FAST_FOR_TESTS,
    )
    backups.make_backup(new.desk)
    opening.close(new.desk)
    (folder / "vault.db").write_bytes(b"")
    door = at_the_door(qtbot, folder)
    door.trouble().buttons[Way.RESTORE].click()
    screen = door.key_screen()
    assert not screen.fields.isVisible() and "practice vault" in said(screen)
    screen.next_button.click()
    door.until(lambda: isinstance(door.flow().shown(), ReviewScreen))
    door.flow().shown().restore_button.click()
    door.until(lambda: isinstance(door.flow().shown(), RestoredScreen))
    desk = door.opened(door.flow().shown().next_button.click)
    assert desk.practice
    opening.close(desk)


def test_reading_through_needs_no_key_and_can_be_stopped(kept: Kept) -> None:
    row = restoring.backup_at(kept.backup)
    assert not row.problem and restoring.read_through(row, Watch()) == row
    stopped = Watch()
    stopped.stop()
    with pytest.raises(restoring.Stopped):
        restoring.read_through(row, stopped)
