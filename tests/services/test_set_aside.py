"""Vault and key files that were set aside: named like old backups once they hold too much, and removable."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from noshow_desk.services import backups, clients, erasing, keys, old_backups, opening
from noshow_desk.services.backups import BackupKey
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import Why
from noshow_desk.services.old_backups import Holds
from noshow_desk.services.opening import OpenKey
from noshow_desk.storage.keys import FAST_FOR_TESTS
from tests.builders import Clock, dana, marcus

NOW = datetime(2026, 3, 11, 12, tzinfo=UTC)


@pytest.fixture
def restored(tmp_path: Path, clock: Clock) -> Iterator[Desk]:
    """Open a vault that was restored a moment ago: the file from before the restore lies beside it."""
    desk = opening.create_vault(
        tmp_path / "vault",
        passphrase="four quiet words here",
        caseworker=dana(),
        clock=clock,
        cost=FAST_FOR_TESTS,
    ).desk
    clients.add_client(desk, client=marcus())
    file, secret = backups.make_backup(desk).backup.file, desk.vault.secret
    desk.close()
    backups.restore_backup(file, tmp_path / "vault", key=BackupKey(secret), now=NOW)
    desk = opening.open_with(OpenKey(tmp_path / "vault", secret), clock=clock)
    yield desk
    desk.close()


def aside(desk: Desk) -> dict[str, Holds]:
    return {one.file.name: one.holds for one in old_backups.old_backups(desk) if one.aside}


def erase(desk: Desk) -> erasing.Erased:
    return erasing.erase_person(desk, client_id=desk.vault.clients.ids()[0], why=Why.ASKED)


def renew(desk: Desk) -> None:
    new = keys.seal_new(
        recovery=opening.new_recovery(), passphrase="five other words for you", cost=FAST_FOR_TESTS
    )
    keys.replace_keys(desk, new=new)


def test_a_vault_set_aside_holds_nothing_to_worry_about_by_itself(restored: Desk) -> None:
    assert list(restored.folder.glob("vault-before-restore-*.db"))
    assert aside(restored) == {}


def test_it_still_holds_who_is_erased_and_is_named_and_removed(restored: Desk) -> None:
    (file,) = restored.folder.glob("vault-before-restore-*.db")
    beside = file.with_name(f"{file.name}-wal")
    beside.write_bytes(b"")
    preview = erasing.preview_erasing(restored, client_id=restored.vault.clients.ids()[0])
    assert file in {row.file for row in preview.backups}
    said = erase(restored).changes.said
    assert said is not None and "set aside" in said.text
    assert aside(restored) == {file.name: Holds.ERASED}
    (row,) = [one for one in old_backups.old_backups(restored) if one.aside]
    assert row.made_at is not None and row.size == file.stat().st_size
    old_backups.remove_old_backups([row], after=backups.make_backup(restored))
    assert not file.exists() and not beside.exists()
    assert aside(restored) == {}


def test_one_from_after_the_erasing_is_not_named(restored: Desk, clock: Clock) -> None:
    for file in restored.folder.glob("vault-before-restore-*.db"):
        file.unlink()
    erase(restored)
    newest = backups.newest_backup(restored)
    assert newest is not None
    folder, secret = restored.folder, restored.vault.secret
    restored.vault.close()
    backups.restore_backup(newest.file, folder, key=BackupKey(secret), now=NOW)
    restored.vault = opening.open_with(OpenKey(folder, secret), clock=clock).vault
    assert list(folder.glob("vault-before-restore-*.db"))
    assert aside(restored) == {}


def test_an_erasing_with_nothing_left_from_before_says_so(restored: Desk) -> None:
    for file in (*restored.folder.glob("vault-before-*"), *(restored.folder / "backups").iterdir()):
        file.unlink()
    said = erase(restored).changes.said
    assert said is not None and said.text == "Erased. Nothing of it is in the vault."


def test_after_new_keys_it_keeps_the_old_ones(restored: Desk) -> None:
    (file,) = restored.folder.glob("vault-before-restore-*.db")
    renew(restored)
    assert aside(restored) == {file.name: Holds.OLD_KEYS}


def test_a_damaged_one_is_named_and_removed(restored: Desk) -> None:
    (file,) = restored.folder.glob("vault-before-restore-*.db")
    file.write_bytes(bytes(8192))
    assert aside(restored) == {file.name: Holds.DAMAGED}
    old_backups.remove_old_backups(old_backups.old_backups(restored), after=backups.make_backup(restored))
    assert not file.exists() and aside(restored) == {}


def test_a_damaged_one_may_hold_who_was_erased(restored: Desk) -> None:
    (file,) = restored.folder.glob("vault-before-restore-*.db")
    file.write_bytes(bytes(8192))
    erase(restored)
    assert aside(restored) == {file.name: Holds.ERASED}


def test_key_files_set_aside_are_named_after_new_keys(restored: Desk) -> None:
    known = restored.folder / "vault.key.old1"
    known.write_bytes((restored.folder / "vault.key").read_bytes())
    damaged = restored.folder / "vault-before-restore-2026-03-11.key"
    damaged.write_bytes(b"{")
    assert aside(restored) == {damaged.name: Holds.DAMAGED}
    renew(restored)
    named = aside(restored)
    assert (named[known.name], named[damaged.name]) == (Holds.OLD_KEYS, Holds.OTHER_KEYS)
    now = restored.folder / "vault.key.old2"
    now.write_bytes((restored.folder / "vault.key").read_bytes())
    assert json.loads(now.read_bytes())["fingerprint"] and now.name not in aside(restored)


def test_the_vault_itself_under_a_second_name_is_not_named(restored: Desk) -> None:
    (file,) = restored.folder.glob("vault-before-restore-*.db")
    file.unlink()
    file.hardlink_to(restored.folder / "vault.db")
    erase(restored)
    assert aside(restored) == {}
