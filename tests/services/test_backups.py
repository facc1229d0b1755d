"""Backups as the caseworker meets them: made when due, proven, drilled, put back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services import (
    backup_making,
    backup_state,
    backups,
    clients,
    drills,
    opening,
    queries,
    second_folder,
    unsaved,
)
from noshow_desk.services.backups import Reason
from noshow_desk.services.desk import Desk
from noshow_desk.services.opening import NewVault
from noshow_desk.storage import backup_file
from noshow_desk.storage.keys import FAST_FOR_TESTS
from tests.builders import NOW, ZONE, Clock, dana

PASSPHRASE = "four quiet words here"


@pytest.fixture
def made(tmp_path: Path, clock: Clock) -> NewVault:
    """A new vault on disk with Ann in it; whoever asks for it closes it."""
    new = opening.create_vault(
        tmp_path / "vault",
        passphrase=PASSPHRASE,
        caseworker=dana(),
        zone=ZONE,
        clock=clock,
        cost=FAST_FOR_TESTS,
    )
    clients.add_client(new.desk, client=Client(first_name="Ann"))
    return new


@pytest.fixture
def desk(made: NewVault) -> Iterator[Desk]:
    """The desk of that vault, closed at the end."""
    yield made.desk
    opening.close(made.desk)


def names(desk: Desk) -> list[str]:
    return [row.name for row in queries.client_rows(desk, queries.client_ids(desk))]


def damage(file: Path) -> None:
    content = file.read_bytes()
    file.write_bytes(content[:20_000] + bytes([content[20_000] ^ 1]) + content[20_001:])


# ------------------------------------------------------------------ when


def test_on_quit_a_backup_is_made_after_changes_only(desk: Desk) -> None:
    assert backups.backup_if_due(desk, reason=Reason.QUIT) is not None
    assert backups.backup_if_due(desk, reason=Reason.QUIT) is None
    unsaved.keep_unsaved(desk, form_key="client:new", payload={})
    assert backups.backup_if_due(desk, reason=Reason.LOCK) is None  # the clock stands: as old as the backup
    clients.add_client(desk, client=Client(first_name="Bob"))
    made = backups.backup_if_due(desk, reason=Reason.LOCK)
    assert made is not None and made.backup.reason == "lock"


def test_a_form_kept_in_the_same_second_is_in_the_backup(desk: Desk, clock: Clock) -> None:
    clock.forward(milliseconds=500)
    unsaved.keep_unsaved(desk, form_key="client:new", payload={})
    clock.forward(milliseconds=100)
    backups.make_backup(desk)
    assert backups.backup_if_due(desk, reason=Reason.QUIT) is None
    clock.forward(milliseconds=100)
    unsaved.keep_unsaved(desk, form_key="client:new", payload={"first_name": "A"})
    assert backups.backup_if_due(desk, reason=Reason.QUIT) is not None


def test_while_working_every_half_hour_of_changes(desk: Desk, clock: Clock) -> None:
    backups.make_backup(desk)
    clock.forward(hours=8)
    assert backups.backup_if_due(desk, reason=Reason.CHANGES) is None
    clients.add_client(desk, client=Client(first_name="Bob"))
    assert backups.backup_if_due(desk, reason=Reason.CHANGES) is None
    clock.forward(minutes=30)
    assert backups.backup_if_due(desk, reason=Reason.CHANGES) is not None
    assert backups.backup_if_due(desk, reason=Reason.CHANGES) is None


def test_the_rule_of_keeping_is_followed(desk: Desk, clock: Clock) -> None:
    removed = 0
    for number in range(10):
        clock.forward(minutes=40)
        clients.add_client(desk, client=Client(first_name=f"Client {number}"))
        removed += backups.make_backup(desk).removed
    rows = backups.backups(backups.backup_folder_of(desk.folder), key=backups.key_of(desk))
    assert removed == 3 and len(rows) == 7
    assert [row.counter for row in rows] == sorted((row.counter for row in rows), reverse=True)
    assert rows[0].made_at == desk.local_now() and rows[0].passphrase and not rows[0].problem


def test_what_crashes_left_is_swept_away(desk: Desk) -> None:
    file = backups.make_backup(desk).backup.file
    left = [desk.folder / "vault.db.restoring", file.with_name(f"{file.name}.12ab.making")]
    for path in left:
        path.write_bytes(b"half")
    backup_making.sweep(desk)
    assert not any(path.exists() for path in left) and file.exists()


def test_a_folder_by_hand_is_only_added_to(desk: Desk, tmp_path: Path) -> None:
    for _ in range(9):
        made = backups.make_backup(desk, folder=tmp_path / "mine")
    assert len(backups.backups(tmp_path / "mine")) == 9 and made.second is None
    assert not backups.backup_folder_of(desk.folder).exists()


# ------------------------------------------------------------------ the second folder


def test_backups_are_copied_to_a_stick_while_it_is_there(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    second_folder.choose_second_folder(desk, folder=stick)
    copied = backups.make_backup(desk).second
    assert copied is not None and copied.parent == stick and copied.exists()
    for file in stick.iterdir():
        file.unlink()
    clock.forward(days=1)
    away = backups.make_backup(desk)
    assert away.second is None and "not connected" in away.second_problem
    state = backup_state.backup_state(desk)
    assert state.second_folder == stick and not state.second_here
    assert state.second_at == desk.local(NOW) and not state.second_due


def test_a_full_stick_does_not_stop_the_backup(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, target: Path, secret: bytes) -> None:
        raise backup_file.BackupDiskFull

    second_folder.choose_second_folder(desk, folder=tmp_path / "stick")
    monkeypatch.setattr(backup_file, "copy", full)
    made = backups.make_backup(desk)
    assert made.backup.file.exists() and "not enough room" in made.second_problem


def test_the_stick_is_missed_after_two_weeks(desk: Desk, clock: Clock, tmp_path: Path) -> None:
    assert not backup_state.second_due(desk)
    clock.forward(days=14)
    assert backup_state.second_due(desk)
    second_folder.put_off_second_folder(desk)
    assert not backup_state.second_due(desk)
    clock.forward(days=13)
    second_folder.choose_second_folder(desk, folder=tmp_path / "stick")
    backups.make_backup(desk)
    clock.forward(days=13)
    assert not backup_state.second_due(desk)
    clock.forward(days=1)
    assert backup_state.second_due(desk)


@pytest.mark.parametrize("where", ["vault/backups", "vault", "file/deeper"])
def test_a_second_folder_must_be_elsewhere_and_writable(desk: Desk, tmp_path: Path, where: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(UserError) as error:
        second_folder.choose_second_folder(desk, folder=tmp_path / where)
    assert error.value.field == "second_folder"
    assert second_folder.second_folder(desk) is None


# ------------------------------------------------------------------ state and drill


def test_the_state_of_a_new_vault(desk: Desk) -> None:
    state = backup_state.backup_state(desk)
    assert state.last is None and state.count == 0 and state.changed and not state.due
    assert not state.drill_due and state.drill is None and state.second_folder is None


def test_the_card_of_the_data_tells_the_last_backup(desk: Desk, clock: Clock) -> None:
    assert queries.data_safety(desk).last_backup is None
    backups.make_backup(desk)
    clock.forward(hours=1)
    assert queries.data_safety(desk).last_backup == desk.local(NOW)
    folder = backups.backup_folder_of(desk.folder)
    shutil.rmtree(folder)
    folder.write_text("in the way")
    assert queries.data_safety(desk).last_backup is None
    assert backup_state.backup_state(desk).count == 0


def test_a_drill_opens_the_newest_and_is_due_again_in_a_month(desk: Desk, clock: Clock) -> None:
    made = backups.make_backup(desk).backup
    assert backup_state.backup_state(desk).drill_due
    drilled = drills.drill(desk)
    assert (drilled.problem, drilled.clients, drilled.file) == ("", 1, made.file.name)
    state = backup_state.backup_state(desk)
    assert state.drill == drilled and not state.drill_due and not state.changed
    clock.forward(days=30)
    assert drills.drill_due(desk)


def test_a_drill_that_finds_damage_says_so_and_makes_a_fresh_backup(desk: Desk) -> None:
    made = backups.make_backup(desk).backup
    damage(made.file)
    drilled = drills.drill(desk)
    assert "damaged" in drilled.problem and drills.last_drill(desk) == drilled
    newest = backups.newest_backup(desk)
    assert newest is not None and newest.counter > made.counter
    assert drills.drill(desk).problem == ""


def test_a_header_that_broke_is_found_by_the_drill(desk: Desk) -> None:
    made = backups.make_backup(desk).backup
    made.file.write_bytes(made.file.read_bytes()[:5000])
    assert backup_state.backup_state(desk).unusable == 1
    assert "damaged" in drills.drill(desk).problem
    assert backups.newest_backup(desk) is not None


def test_a_drill_without_a_backup_makes_one(desk: Desk) -> None:
    assert drills.drill(desk).problem == "" and backups.newest_backup(desk) is not None


# ------------------------------------------------------------------ prove, put back


def test_passphrase_or_recovery_key_alone(made: NewVault, tmp_path: Path) -> None:
    file = backups.make_backup(made.desk, folder=tmp_path).backup.file
    opening.close(made.desk)
    for given in ({"passphrase": PASSPHRASE}, {"recovery_key": made.recovery_key.lower()}):
        key = backups.derive_backup_key(file, smallest=FAST_FOR_TESTS, **given)
        assert backups.verify_backup(file, key=key).counts["client"] == 1
    for wrong in ({"passphrase": "not the right words"}, {"recovery_key": opening.new_recovery().text}):
        with pytest.raises(UserError):
            backups.derive_backup_key(file, smallest=FAST_FOR_TESTS, **wrong)


def test_a_vault_that_is_gone_comes_back(made: NewVault, tmp_path: Path) -> None:
    file = backups.make_backup(made.desk, folder=tmp_path / "stick").backup.file
    opening.close(made.desk)
    shutil.rmtree(made.desk.folder)
    key = backups.derive_backup_key(file, recovery_key=made.recovery_key)
    done = backups.restore_backup(file, made.desk.folder, key=key, now=datetime(2026, 3, 11, tzinfo=UTC))
    assert done.passphrase == "backup" and done.set_aside is None
    desk = opening.open_vault(made.desk.folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)
    assert names(desk) == ["Ann"]
    opening.close(desk)


def test_a_restore_can_be_taken_back(made: NewVault) -> None:
    desk, folder = made.desk, made.desk.folder
    older = backups.make_backup(desk).backup.file
    clients.add_client(desk, client=Client(first_name="Bob"))
    key = backups.key_of(desk)
    opening.close(desk)
    done = backups.restore_backup(older, folder, key=key, now=NOW)
    assert done.passphrase == "current" and done.set_aside is not None and done.set_aside.exists()
    newest = backups.backups(backups.backup_folder_of(folder), key=key)[0]
    assert newest.reason == "restore"
    backups.restore_backup(newest.file, folder, key=key, now=NOW)
    desk = opening.open_vault(folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)
    assert names(desk) == ["Ann", "Bob"]
    opening.close(desk)


def test_after_a_restore_the_next_backup_is_the_newest(made: NewVault) -> None:
    desk, folder = made.desk, made.desk.folder
    older = backups.make_backup(desk).backup
    for number in range(5):
        clients.add_client(desk, client=Client(first_name=f"Client {number}"))
    later = backups.make_backup(desk).backup
    key = backups.key_of(desk)
    opening.close(desk)
    backups.restore_backup(older.file, folder, key=key, now=NOW)
    desk = opening.open_vault(folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS, clock=Clock())
    made_now = backups.backup_if_due(desk, reason=Reason.QUIT)
    assert made_now is not None and made_now.backup.counter > later.counter
    opening.close(desk)


def test_a_damaged_vault_is_put_right_from_its_own_folder(made: NewVault) -> None:
    desk, folder = made.desk, made.desk.folder
    file = backups.make_backup(desk).backup.file
    key = backups.key_of(desk)
    opening.close(desk)
    (folder / "vault.db").write_bytes(b"damaged" * 4000)
    done = backups.restore_backup(file, folder, key=key, now=NOW)
    assert done.set_aside is not None and done.set_aside.read_bytes() == b"damaged" * 4000
    desk = opening.open_vault(folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)
    assert names(desk) == ["Ann"]
    opening.close(desk)


def test_a_damaged_backup_is_never_put_back(made: NewVault) -> None:
    desk, folder = made.desk, made.desk.folder
    file = backups.make_backup(desk).backup.file
    key = backups.key_of(desk)
    opening.close(desk)
    damage(file)
    before = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    with pytest.raises(SystemTrouble):
        backups.verify_backup(file, key=key)
    with pytest.raises(SystemTrouble):
        backups.restore_backup(file, folder, key=key, now=NOW)
    assert {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before
    assert [row.file for row in backups.backups(backups.backup_folder_of(folder))] == [file]


def test_a_practice_backup_opens_by_itself_and_stays_practice(tmp_path: Path, clock: Clock) -> None:
    new = opening.create_vault(
        tmp_path / "practice",
        passphrase=opening.PRACTICE_PASSPHRASE,
        caseworker=dana(),
        practice=True,
        clock=clock,
        cost=FAST_FOR_TESTS,
    )
    file = backups.make_backup(new.desk).backup.file
    opening.close(new.desk)
    assert backups.is_practice(file)
    key = backups.derive_backup_key(file, smallest=FAST_FOR_TESTS)
    backups.restore_backup(file, tmp_path / "again", key=key, now=NOW)
    assert opening.practice_passphrase(tmp_path / "again") == opening.PRACTICE_PASSPHRASE


def test_looking_only_makes_no_backup_by_itself(made: NewVault, tmp_path: Path) -> None:
    opening.close(made.desk)
    key = opening.derive_key(made.desk.folder, passphrase=PASSPHRASE, smallest=FAST_FOR_TESTS)
    look = opening.open_with(key, look_only=True, clock=Clock())
    assert backups.backup_if_due(look, reason=Reason.QUIT) is None
    assert backups.make_backup(look, folder=tmp_path / "stick").backup.file.exists()
    assert backup_state.backup_state(look).changed
    opening.close(look)
