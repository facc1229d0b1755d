"""What a power cut leaves beside a vault: it is taken back, or out of the way, and nothing is mixed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.storage import backup_folder, backup_restore, driver, keys, outside, replace, vault
from noshow_desk.storage.backup_schedule import Reason
from tests.storage.vaults import NOW, act

FORM = "client:ann"


@pytest.fixture
def cut(folder: Path, secret: bytes, tmp_path: Path) -> Path:
    """A vault with Ann in it, as a power cut leaves one that was just being written to without its log ahead:
    a copy of a backup or of a change of keys, at its first opening.
    """
    opened = vault.open(folder, secret)
    with act(opened):
        opened.clients.add(Client(id="ann", first_name="Ann"))
    opened.unsaved.put(FORM, {"notes": "x" * 100_000}, NOW)
    backup_folder.keep(opened, tmp_path / "stick", reason=Reason.BY_HAND, made_at=NOW)
    opened.close()
    db = driver.connect(folder / outside.DATABASE_NAME, mode="rw", key=keys.database_key(secret))
    for sql in ("PRAGMA journal_mode = DELETE", "PRAGMA cache_size = 1", "BEGIN"):
        db.execute(sql).fetchall()
    db.execute("UPDATE unsaved_form SET payload = ?", ["y" * 200_000])
    place = tmp_path / "cut"
    shutil.copytree(folder, place)
    db.execute("ROLLBACK")
    db.close()
    assert (place / f"{outside.DATABASE_NAME}-journal").stat().st_size > 0
    return place


@pytest.mark.parametrize("look_only", [False, True])
def test_what_was_half_written_is_taken_back(cut: Path, secret: bytes, look_only: bool) -> None:
    opened = vault.open(cut, secret, look_only=look_only)
    kept = opened.unsaved.get(FORM)
    assert kept is not None and set(kept.payload["notes"]) == {"x"}
    opened.close()
    assert (cut / f"{outside.DATABASE_NAME}-journal").exists() == look_only


def test_a_log_of_the_old_file_is_not_read_into_the_restored_one(
    cut: Path, secret: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The log is gone for good before the new file is there: names reach the disk in any order."""
    (backup,) = (tmp_path / "stick").iterdir()
    seen: list[tuple[bool, bool]] = []

    def look(_folder: Path) -> None:
        log = (cut / f"{outside.DATABASE_NAME}-journal").exists()
        seen.append((log, (cut / backup_restore.RESTORING).exists()))

    monkeypatch.setattr(backup_restore, "_settle", lambda *_given: None)  # a file that cannot be opened
    monkeypatch.setattr(backup_restore, "sync_folder", look)
    done = backup_restore.restore(backup, cut, secret, now=NOW)
    assert seen == [(True, True), (False, True), (False, False)]
    assert done.set_aside is not None and done.set_aside.with_name(f"{done.set_aside.name}-journal").exists()
    opened = vault.open(cut, secret)
    kept = opened.unsaved.get(FORM)
    assert kept is not None and set(kept.payload["notes"]) == {"x"}
    opened.close()


def test_a_new_folder_lasts_with_those_above_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(replace, "sync_folder", synced.append)
    replace.make_folder(tmp_path / "one" / "two")
    replace.make_folder(tmp_path / "one" / "two")
    assert synced == [tmp_path, tmp_path / "one", tmp_path / "one"]
    assert (tmp_path / "one" / "two").is_dir()


def test_files_that_were_being_replaced_go_when_the_vault_opens(folder: Path, secret: bytes) -> None:
    for name in ("vault.key.0123abcd.new", "vault.rekey.0123abcd.new", "look.json.0123abcd.new", "mine.new"):
        (folder / name).write_bytes(b"half")
    vault.open(folder, secret).close()
    assert [path.name for path in folder.glob("*.new")] == ["mine.new"]


def test_what_a_power_cut_left_of_a_new_vault_is_no_hindrance(tmp_path: Path, secret: bytes) -> None:
    for end in ("", "-journal", "-wal"):
        (tmp_path / f"{outside.DATABASE_NAME}.new{end}").write_bytes(b"left" * 2000)
    vault.create(tmp_path, secret).close()
    assert not list(tmp_path.glob(f"{outside.DATABASE_NAME}.new*"))
