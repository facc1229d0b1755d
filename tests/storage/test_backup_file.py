"""One backup: written, proven, damaged in every way, opened by the driver alone."""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.storage import (
    backup_body,
    backup_file,
    backup_header,
    driver,
    key_file,
    keys,
    migrations,
    vault,
)
from noshow_desk.storage.backup_file import Facts
from noshow_desk.storage.backup_header import BLOCK, Header
from noshow_desk.storage.backup_troubles import (
    BackupDamaged,
    BackupDiskFull,
    BackupFolderTrouble,
    BackupMissing,
    BackupNotProven,
    BackupOfAnother,
    BackupTooNew,
    NotABackup,
)
from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.troubles import VaultDamaged, WrongPassphrase
from tests.storage.vaults import NOW, PASSPHRASE, act

OTHER = bytes(16)


@pytest.fixture
def opened(folder: Path, secret: bytes) -> Iterator[Vault]:
    """The vault on disk with one client, open."""
    found = vault.open(folder, secret)
    with act(found):
        found.clients.add(Client(id="ann", first_name="Ann", last_name="Zweigert", notes="Pflaumenkuchen"))
    yield found
    found.close()


def write(opened: Vault, path: Path, counter: int = 1) -> Header:
    assert opened.folder is not None
    slot = key_file.content_of(opened.folder, opened.secret)
    facts = Facts(counter=counter, made_at=NOW, reason="by_hand", practice=False, key_slot=slot)
    return backup_file.write(opened.session.db, path, secret=opened.secret, facts=facts)


@pytest.fixture
def backup(opened: Vault, tmp_path: Path) -> Path:
    path = tmp_path / "one.nsdbackup"
    write(opened, path)
    return path


def test_a_backup_says_what_it_is_and_opens_whole(opened: Vault, tmp_path: Path, secret: bytes) -> None:
    path = tmp_path / "new folder" / "one.nsdbackup"
    header = write(opened, path, counter=7)
    proof = backup_file.prove(path, secret)
    assert proof.header == header == backup_file.read_header(path, secret)
    assert (header.counter, header.made_at, header.schema) == (7, NOW, migrations.SCHEMA_VERSION)
    assert header.act == opened.changes.last_act() and header.change > 0
    assert proof.counts["client"] == 1 and proof.counts["change"] == header.change
    assert [one.name for one in path.parent.iterdir()] == ["one.nsdbackup"]


def test_the_passphrase_and_the_recovery_key_each_open_it(backup: Path, secret: bytes) -> None:
    slot = backup_file.read_header(backup).key_slot
    assert slot is not None
    assert key_file.unseal_content(slot, PASSPHRASE, smallest=keys.FAST_FOR_TESTS) == secret
    with pytest.raises(WrongPassphrase):
        key_file.unseal_content(slot, "some other passphrase", smallest=keys.FAST_FOR_TESTS)
    with pytest.raises(BackupOfAnother):
        backup_file.prove(backup, OTHER)


def test_the_driver_alone_opens_the_body_by_the_description(
    backup: Path, tmp_path: Path, secret: bytes
) -> None:
    """The steps of the description in backup_file, with nothing of this program."""
    import hashlib

    from sqlcipher3 import dbapi2

    key = hashlib.blake2b(b"1", key=secret, person=b"noshow-database.", digest_size=32).hexdigest()
    (tmp_path / "vault.db").write_bytes(backup.read_bytes()[8192:])
    connection = dbapi2.connect(str(tmp_path / "vault.db"))
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    assert connection.execute("SELECT last_name FROM client").fetchall() == [("Zweigert",)]
    connection.close()


def test_the_key_slot_opens_by_the_description(backup: Path, secret: bytes) -> None:
    """The passphrase's half of the description, with argon2 and the seal alone."""
    from argon2.low_level import Type, hash_secret_raw
    from nacl.bindings import crypto_aead_xchacha20poly1305_ietf_decrypt as decrypt

    length = int.from_bytes(backup.read_bytes()[16:20], "big")
    slot = json.loads(backup.read_bytes()[20 : 20 + length])["key_slot"]
    kdf = slot["kdf"]
    key = hash_secret_raw(
        PASSPHRASE.encode(),
        bytes.fromhex(slot["salt"]),
        kdf["time"],
        kdf["memory_kib"],
        kdf["lanes"],
        32,
        Type.ID,
    )
    head = {name: slot[name] for name in ("format", "version", "kdf", "salt", "fingerprint")}
    beside = json.dumps(head, sort_keys=True, separators=(",", ":")).encode()
    assert decrypt(bytes.fromhex(slot["sealed"]), beside, bytes.fromhex(slot["nonce"]), key) == secret


def test_no_plain_text_is_in_a_backup(backup: Path, secret: bytes) -> None:
    content = backup.read_bytes()
    for word in (b"Zweigert", b"zweigert", b"Pflaumenkuchen", b"CREATE TABLE", b"SQLite format", secret):
        assert word not in content
    assert secret.hex().encode() not in content and keys.database_key(secret).hex().encode() not in content


# ------------------------------------------------------------------ damage


def test_one_changed_byte_anywhere_is_noticed(backup: Path, secret: bytes) -> None:
    whole = backup.read_bytes()
    places = [*range(0, BLOCK, 97), *range(BLOCK, len(whole), len(whole) // 40), BLOCK - 1, len(whole) - 1]
    for place in places:
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with pytest.raises((BackupDamaged, NotABackup)):
            backup_file.prove(backup, secret)


@pytest.mark.parametrize("kept", [0, 1, 15, 16, 20, 4000, 8191, 8192, 8193, 12288, -4096, -1])
def test_a_backup_that_was_cut_off_is_noticed(backup: Path, secret: bytes, kept: int) -> None:
    os.truncate(backup, kept if kept >= 0 else backup.stat().st_size + kept)
    with pytest.raises((BackupDamaged, NotABackup)):
        backup_file.prove(backup, secret)


def test_more_at_the_end_is_noticed(backup: Path, secret: bytes) -> None:
    with backup.open("ab") as file:
        file.write(b"\0")
    with pytest.raises(BackupDamaged):
        backup_file.read_header(backup, secret)


def test_a_header_changed_on_purpose_is_noticed(backup: Path, secret: bytes) -> None:
    """Whoever has no key can make every checksum right but the seal."""
    header = backup_file.read_header(backup)
    forged = backup_header.pack(replace(header, counter=999_999), OTHER)
    backup.write_bytes(forged + backup.read_bytes()[BLOCK:])
    assert backup_file.read_header(backup).counter == 999_999
    with pytest.raises(BackupDamaged):
        backup_file.read_header(backup, secret)


def test_the_body_of_another_backup_is_noticed(opened: Vault, tmp_path: Path, secret: bytes) -> None:
    first, second = tmp_path / "1.nsdbackup", tmp_path / "2.nsdbackup"
    write(opened, first)
    write(opened, second, counter=2)
    mixed = first.read_bytes()[:BLOCK] + second.read_bytes()[BLOCK:]
    first.write_bytes(mixed)
    with pytest.raises(BackupDamaged):
        backup_file.prove(first, secret)


def sealed_again(path: Path, secret: bytes, **changes: object) -> None:
    """Give a backup another header, sealed with the right key: a mistake of the program that made it."""
    header = replace(backup_file.read_header(path), **changes)  # type: ignore[arg-type]
    path.write_bytes(backup_header.pack(header, secret) + path.read_bytes()[BLOCK:])


@pytest.mark.parametrize(
    "changes", [{"contents": "0" * 64}, {"schema": 9}, {"hash": "0" * 64}, {"size": 4096}]
)
def test_a_header_that_does_not_fit_its_body_is_noticed(
    backup: Path, secret: bytes, changes: dict[str, object]
) -> None:
    sealed_again(backup, secret, **changes)
    with pytest.raises(BackupDamaged):
        backup_file.prove(backup, secret)


def test_a_newer_program_s_backup_says_so(
    backup: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(migrations, "SCHEMA_VERSION", 0)
        with pytest.raises(BackupTooNew):
            backup_file.prove(backup, secret)
    monkeypatch.setattr(backup_header, "VERSION", 2)
    sealed_again(backup, secret)
    monkeypatch.setattr(backup_header, "VERSION", 1)
    with pytest.raises(BackupTooNew):
        backup_file.read_header(backup)


@pytest.mark.parametrize("content", [b"", b"a letter", b"PK\x03\x04" * 5000, b"NoShowDeskBackup"])
def test_another_file_is_not_a_backup(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letter.nsdbackup"
    path.write_bytes(content)
    with pytest.raises((NotABackup, BackupDamaged)):
        backup_file.read_header(path)


@pytest.mark.parametrize(
    "inside", [b"[]", b"{}", b"null", b"\xff", b"[" * 4000, b'{"version": "x"}', b'{"version": 1}']
)
def test_a_header_of_other_json_is_damage(inside: bytes) -> None:
    start = (backup_header.MAGIC + len(inside).to_bytes(4, "big") + inside).ljust(BLOCK - 64, b"\0")
    block = start + backup_header._checksum(start) + bytes(32)
    with pytest.raises(BackupDamaged):
        backup_header.unpack(block)


def test_no_file(tmp_path: Path) -> None:
    with pytest.raises(BackupMissing):
        backup_file.read_header(tmp_path / "nothing")


# ------------------------------------------------------------------ writing


def test_a_full_disk_leaves_no_half_backup(
    opened: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> str:
        raise OSError(errno.ENOSPC, "No space left on device")

    place = tmp_path / "backups"
    monkeypatch.setattr(backup_file, "_copied", full)
    with pytest.raises(BackupDiskFull, match=re.escape("older backups are not touched")):
        write(opened, place / "one.nsdbackup")
    assert list(place.iterdir()) == []


def test_a_backup_that_does_not_open_is_not_kept(
    opened: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = backup_body.copy_database

    def torn(db: object, body: Path) -> dict[str, int]:
        counts = real(db, body)  # type: ignore[arg-type]
        with body.open("r+b") as file:
            file.seek(5000)
            file.write(b"torn")
        return counts

    place = tmp_path / "backups"
    monkeypatch.setattr(backup_body, "copy_database", torn)
    with pytest.raises(BackupNotProven):
        write(opened, place / "one.nsdbackup")
    assert list(place.iterdir()) == []


def test_a_folder_that_is_a_file_is_one_sentence(opened: Vault, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(BackupFolderTrouble):
        write(opened, tmp_path / "file" / "one.nsdbackup")


def test_a_vault_damaged_while_open_makes_no_backup(folder: Path, secret: bytes, tmp_path: Path) -> None:
    found = vault.open(folder, secret)
    with act(found):
        found.clients.add(Client(first_name="Ann", notes="x" * 200_000))
    found.close()
    size = (folder / vault.DATABASE_NAME).stat().st_size
    found = vault.open(folder, secret, checks=False)
    with (folder / vault.DATABASE_NAME).open("r+b") as file:
        file.seek(size // 2)
        file.write(os.urandom(64))
    with pytest.raises((VaultDamaged, BackupNotProven)):
        write(found, tmp_path / "backups" / "one.nsdbackup")
    assert not list((tmp_path / "backups").iterdir())
    found.session.db.close()


def test_a_vault_opened_to_look_can_be_backed_up(folder: Path, secret: bytes, tmp_path: Path) -> None:
    look = vault.open(folder, secret, look_only=True)
    write(look, tmp_path / "one.nsdbackup")
    with pytest.raises(driver.library().OperationalError, match="readonly"):
        look.session.db.execute("DELETE FROM unsaved_form")
    look.close()
    assert backup_file.prove(tmp_path / "one.nsdbackup", secret).counts["client"] == 0


def test_a_backup_begun_is_finished_without_the_vault(opened: Vault, tmp_path: Path, secret: bytes) -> None:
    facts = Facts(counter=3, made_at=NOW, reason="changes", practice=False, key_slot=None)
    path = tmp_path / "backups" / "one.nsdbackup"
    copied = backup_file.begin(opened.session.db, path, facts=facts)
    with act(opened):
        opened.clients.add(Client(first_name="Ben"))  # while a worker proves what was copied
    header = backup_file.finish(copied, path, secret=secret)
    assert backup_file.prove(path, secret).counts["client"] == 1 and header.counter == 3
    assert [one.name for one in path.parent.iterdir()] == ["one.nsdbackup"]


def test_a_copy_is_the_same_file(backup: Path, tmp_path: Path, secret: bytes) -> None:
    target = tmp_path / "stick" / backup.name
    backup_file.copy(backup, target, secret)
    assert target.read_bytes() == backup.read_bytes() and len(list(target.parent.iterdir())) == 1


@pytest.mark.skipif(not hasattr(os, "pwrite"), reason="Windows cannot write behind an open file's back")
@pytest.mark.parametrize("at", [100, BLOCK + 6000])
def test_a_copy_that_reads_back_otherwise_is_not_kept(
    backup: Path, tmp_path: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    real = os.fsync

    def lie(handle: int) -> None:
        os.pwrite(handle, b"torn", at)
        real(handle)

    monkeypatch.setattr(os, "fsync", lie)
    with pytest.raises(BackupFolderTrouble):
        backup_file.copy(backup, tmp_path / "stick" / "one.nsdbackup", secret)
    assert list((tmp_path / "stick").iterdir()) == []


def test_a_damaged_backup_is_not_copied(backup: Path, tmp_path: Path, secret: bytes) -> None:
    target = tmp_path / "stick" / backup.name
    backup_file.copy(backup, target, secret)
    whole = target.read_bytes()
    backup.write_bytes(whole[:-5] + b"torn!")
    with pytest.raises(BackupDamaged):
        backup_file.copy(backup, target, secret)
    assert target.read_bytes() == whole
