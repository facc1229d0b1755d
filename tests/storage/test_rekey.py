"""A new secret: the vault opens with its old keys or with its new ones, wherever the machine stops."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.storage import driver, key_file, keys, rekey, vault
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.troubles import DiskFull, DiskTrouble, VaultDamaged, VaultInUse, WrongRecoveryKey
from tests.storage.vaults import NOW, PASSPHRASE, act

NEW = bytes(range(100, 116))
NEW_PASSPHRASE = "four words nobody guesses"


@pytest.fixture
def content() -> dict[str, Any]:
    """The key file that goes with the new secret."""
    return key_file.sealed_content(NEW, NEW_PASSPHRASE, keys.FAST_FOR_TESTS)


def open_with_a_client(folder: Path, secret: bytes) -> Vault:
    opened = vault.open(folder, secret)
    with act(opened):
        opened.clients.add(Client(first_name="Ann", last_name="Mora"))
    return opened


def names(folder: Path, secret: bytes) -> list[str]:
    opened = vault.open(folder, secret)
    found = [one.full_name for one in opened.clients.many(opened.clients.ids())]
    opened.close()
    return found


def unsealed(folder: Path, passphrase: str) -> bytes:
    return key_file.unseal(folder, passphrase, smallest=keys.FAST_FOR_TESTS)


def test_only_the_new_keys_open_it(folder: Path, secret: bytes, content: dict[str, Any]) -> None:
    opened = open_with_a_client(folder, secret)
    rekey.exchange(rekey.prepare(opened, NEW), content)
    assert unsealed(folder, NEW_PASSPHRASE) == NEW
    assert names(folder, NEW) == ["Ann Mora"]
    with pytest.raises(UserError):
        unsealed(folder, PASSPHRASE)
    with pytest.raises(WrongRecoveryKey):
        vault.open(folder, secret)
    assert {path.name for path in folder.iterdir()} == {"vault.db", "vault.key", "vault.reserve"}


def test_history_search_and_schema_come_along(folder: Path, secret: bytes, content: dict[str, Any]) -> None:
    opened = open_with_a_client(folder, secret)
    lines = opened.changes.since(0)
    rekey.exchange(rekey.prepare(opened, NEW), content)
    again = vault.open(folder, NEW)
    assert again.changes.since(0) == lines
    assert len(again.clients.search("mor")) == 1
    assert again.session.row("PRAGMA journal_mode") == ("wal",)
    again.close()


def test_what_is_written_after_preparing_stops_the_exchange(
    folder: Path, secret: bytes, content: dict[str, Any]
) -> None:
    """The copy would be older than the vault: nothing written is ever lost to a change of keys."""
    opened = open_with_a_client(folder, secret)
    prepared = rekey.prepare(opened, NEW)
    with act(opened):
        opened.clients.add(Client(first_name="Bo", last_name="Late"))
    with pytest.raises(VaultInUse):
        rekey.exchange(prepared, content)
    rekey.settle(folder)
    assert names(folder, secret) == ["Bo Late", "Ann Mora"]
    assert unsealed(folder, PASSPHRASE) == secret


def test_the_copy_is_checked_before_it_counts(
    folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_with_a_client(folder, secret)
    change_key = rekey._change_key

    def change_and_lose(copy: Path, old: bytes, new: bytes) -> None:
        change_key(copy, old, new)
        db = driver.connect(copy, mode="rw", key=keys.database_key(new))
        db.execute("DROP TRIGGER client_keeps_delete")
        db.execute("DELETE FROM client")
        db.close()

    monkeypatch.setattr(rekey, "_change_key", change_and_lose)
    with pytest.raises(VaultDamaged):
        rekey.prepare(opened, NEW)
    assert not (folder / rekey.COPY_NAME).exists()
    assert opened.clients.count() == 1
    opened.close()


def test_a_full_disk_leaves_nothing_behind(
    folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_with_a_client(folder, secret)

    def full(_path: Path) -> None:
        raise DiskFull

    monkeypatch.setattr(rekey, "_sync", full)
    with pytest.raises(DiskFull):
        rekey.prepare(opened, NEW)
    opened.close()
    assert not (folder / rekey.COPY_NAME).exists()
    assert names(folder, secret) == ["Ann Mora"]


def test_an_exchange_that_stopped_before_the_swap_is_given_up(
    folder: Path, secret: bytes, content: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_with_a_client(folder, secret)
    prepared = rekey.prepare(opened, NEW)

    def stop(_copy: Path, _target: Path) -> None:
        raise OSError("the power went")

    with monkeypatch.context() as patch:
        patch.setattr(rekey, "_swap", stop)
        with pytest.raises(SystemTrouble):
            rekey.exchange(prepared, content)
    assert (folder / rekey.JOURNAL_NAME).exists()
    rekey.settle(folder)
    assert unsealed(folder, PASSPHRASE) == secret and names(folder, secret) == ["Ann Mora"]
    assert not (folder / rekey.JOURNAL_NAME).exists() and not (folder / rekey.COPY_NAME).exists()


def test_an_exchange_that_stopped_after_the_swap_is_finished(
    folder: Path, secret: bytes, content: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = open_with_a_client(folder, secret)
    prepared = rekey.prepare(opened, NEW)
    with monkeypatch.context() as patch:
        patch.setattr(rekey, "settle", str)
        rekey.exchange(prepared, content)
    assert unsealed(folder, PASSPHRASE) == secret
    rekey.settle(folder)
    assert unsealed(folder, NEW_PASSPHRASE) == NEW and names(folder, NEW) == ["Ann Mora"]
    assert not (folder / rekey.JOURNAL_NAME).exists()


def test_a_damaged_journal_changes_no_keys(folder: Path, secret: bytes) -> None:
    (folder / rekey.JOURNAL_NAME).write_bytes(b'{"format": "noshow-desk new keys 1", "key_')
    rekey.settle(folder)
    assert unsealed(folder, PASSPHRASE) == secret
    assert not (folder / rekey.JOURNAL_NAME).exists()


def test_settling_where_nothing_happened_writes_nothing(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    rekey.settle(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_sweeping_takes_leftovers_and_nothing_else(folder: Path) -> None:
    kept = {path.name for path in folder.iterdir()}
    for name in (rekey.COPY_NAME, "vault.key.0123abcd.new", f"{rekey.JOURNAL_NAME}.0123abcd.new"):
        (folder / name).write_bytes(b"left")
    (folder / "vault.key.old1").write_bytes(b"kept")
    rekey.sweep(folder)
    assert {path.name for path in folder.iterdir()} == kept | {"vault.key.old1"}


def test_a_vault_in_memory_has_no_keys(memory: Vault) -> None:
    with pytest.raises(DiskTrouble):
        rekey.prepare(memory, NEW)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
def test_killed_anywhere_it_opens_with_old_or_new_keys(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.storage.rekey_kills", str(tmp_path), "40", "20"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    counts = json.loads(run.stdout)
    assert counts.pop("lines") > 100 and counts.pop("at") == str(NOW.date())
    kills = counts.pop("kills")
    assert set(counts) == {"old", "new"} and sum(counts.values()) == kills >= 60
