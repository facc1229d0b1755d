"""Restoring without a window: which backups are found, what is read through, and when it can be stopped."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.errors import UserError
from noshow_desk.services import backups, clients, opening, restoring
from noshow_desk.services.doorstep import vault_was_here
from noshow_desk.services.look import LOOK_NAME, look_of
from noshow_desk.services.restoring import Stopped, Watch
from noshow_desk.services.second_folder import MARK_NAME
from noshow_desk.services.ways_on import Way, trouble_from_outside, ways_on
from noshow_desk.storage import drives, keys
from noshow_desk.storage.backup_troubles import BackupMissing
from noshow_desk.storage.keys import FAST_FOR_TESTS
from noshow_desk.storage.troubles import VaultDamaged, VaultOnNetwork, WrongRecoveryKey
from tests.builders import NOW, dana

WORDS = "harbor lantern copper seven"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A vault with two backups, of no client and of one; a second client came afterwards."""
    place = tmp_path / "vault"
    desk = opening.create_vault(place, passphrase=WORDS, caseworker=dana(), cost=FAST_FOR_TESTS).desk
    for name in ("Ann", "Bob"):
        backups.make_backup(desk)
        clients.add_client(desk, client=Client(first_name=name))
    opening.close(desk)
    return place


def opened(file: Path) -> restoring.Opened:
    return restoring.open_backup(file, passphrase=WORDS, watch=Watch(), smallest=FAST_FOR_TESTS)


def second_folder_on(volume: Path, folder: Path, name: str = "backups of Dana") -> Path:
    """Put the vault's backups on a drive as a second folder."""
    place = volume / name
    shutil.copytree(folder / "backups", place)
    (place / MARK_NAME).write_text("")
    return place


def test_the_newest_comes_first_and_what_cannot_be_used_last(folder: Path, tmp_path: Path) -> None:
    newest = restoring.backups_near(folder)[0]
    assert opened(newest.file).verified.counts["client"] == 1
    stick = second_folder_on(tmp_path / "media", folder)
    os.truncate(newest.file, 9_000)
    rows = restoring.backups_near(folder, [tmp_path / "media", tmp_path / "not there"])
    assert [row.counter for row in rows[:3]] == sorted((row.counter for row in rows[:3]), reverse=True)
    assert rows[0].file.parent == stick and rows[-1].file == newest.file and rows[-1].problem


def test_a_network_drive_is_not_looked_into(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second_folder_on(tmp_path / "media", folder)
    monkeypatch.setattr(drives, "is_network", lambda place: place == tmp_path / "media")
    assert len(restoring.backups_near(folder, [tmp_path / "media"])) == 2


def test_a_chosen_folder_may_be_the_vaults_own_or_hold_a_second_folder(folder: Path, tmp_path: Path) -> None:
    second_folder_on(tmp_path / "media", folder)
    for chosen in (folder, folder / "backups", tmp_path / "media", tmp_path / "media" / "backups of Dana"):
        assert len(restoring.backups_in(chosen)) == 2, chosen
    with pytest.raises(BackupMissing):
        restoring.backups_in(tmp_path)


def test_a_changed_byte_is_found_without_a_key(folder: Path) -> None:
    row = restoring.backups_near(folder)[0]
    assert restoring.read_through(row, Watch()) == row
    content = bytearray(row.file.read_bytes())
    content[-1] ^= 1
    row.file.write_bytes(content)
    assert "damaged" in restoring.read_through(row, Watch()).problem
    row.file.unlink()
    assert restoring.read_through(row, Watch()).problem


def test_a_watch_ends_each_part(folder: Path, tmp_path: Path) -> None:
    row, stopped = restoring.backups_near(folder)[0], Watch()
    stopped.stop()
    with pytest.raises(Stopped, match="Nothing was changed"):
        restoring.read_through(row, stopped)
    with pytest.raises(Stopped):
        restoring.open_backup(row.file, passphrase=WORDS, watch=stopped, smallest=FAST_FOR_TESTS)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with pytest.raises(Stopped):
        restoring.put_back(opened(row.file), folder, now=NOW, watch=stopped)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_watch_says_how_far_it_is_and_when_it_is_too_late(folder: Path) -> None:
    watch = Watch()
    found = restoring.open_backup(
        restoring.backups_near(folder)[0].file, passphrase=WORDS, watch=watch, smallest=FAST_FOR_TESTS
    )
    assert watch.percent == 100 and not watch.past_stopping and not found.by_recovery_key
    restoring.put_back(found, folder, now=NOW, watch=watch)
    assert watch.past_stopping and restoring.has_vault_file(folder)


def test_a_restored_vault_opens_with_the_key_in_hand_and_keeps_its_look(folder: Path, tmp_path: Path) -> None:
    found, home = opened(restoring.backups_near(folder)[0].file), tmp_path / "new"
    assert not restoring.has_vault_file(home)
    restoring.put_back(found, home, now=NOW, watch=Watch())
    assert not (home / LOOK_NAME).exists()
    desk = opening.open_with(restoring.key_of_restored(found, home))
    assert look_of(home).text("theme") == desk.settings.text("theme") and (home / LOOK_NAME).exists()
    opening.close(desk)


# ------------------------------------------------------------ what the front door asks besides


def test_a_key_is_tried_without_opening(folder: Path) -> None:
    key = opening.derive_key(folder, passphrase=WORDS, smallest=FAST_FOR_TESTS)
    opening.must_open_with(key)
    before = (folder / "vault.db").read_bytes()
    with pytest.raises(WrongRecoveryKey):
        opening.must_open_with(opening.OpenKey(folder, bytes(keys.SECRET_BYTES)))
    (folder / "vault.db").write_bytes(before[:-4096])
    with pytest.raises(VaultDamaged):
        opening.must_open_with(key)


def test_a_new_vault_leaves_no_key_file_on_a_network_drive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would look, from then on, as if a vault had been there and was lost."""
    monkeypatch.setattr(drives, "is_network", lambda _folder: True)
    with pytest.raises(VaultOnNetwork):
        opening.seal(tmp_path / "home", passphrase=WORDS, cost=FAST_FOR_TESTS)
    assert not (tmp_path / "home").exists() and not vault_was_here(tmp_path / "home")


@pytest.mark.parametrize("left", ["vault.key", "backups/a.nsdbackup", "vault-before-restore-2026-03-10.db"])
def test_what_stays_of_a_vault_is_told_from_nothing(tmp_path: Path, left: str) -> None:
    assert trouble_from_outside(tmp_path) is None
    (tmp_path / left).parent.mkdir(exist_ok=True)
    (tmp_path / left).write_bytes(b"x")
    trouble = trouble_from_outside(tmp_path)
    assert trouble is not None and ways_on(trouble)[0] is Way.RESTORE
    assert ways_on(UserError("Something else.")) == (Way.TRY_AGAIN, Way.FOLDER)
