"""Putting a backup back: proven first, in one step, and nothing deleted."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from noshow_desk.domain.client import Client
from noshow_desk.storage import (
    backup_file,
    backup_folder,
    backup_restore,
    drives,
    key_file,
    keys,
    outside,
    rekey,
    vault,
)
from noshow_desk.storage.backup_schedule import Reason
from noshow_desk.storage.backup_troubles import (
    BackupDamaged,
    BackupOfAnother,
    OtherVaultHere,
    RestoreDiskFull,
)
from noshow_desk.storage.troubles import DiskTrouble, VaultInUse, VaultOnNetwork, VaultReadOnly
from tests.storage.vaults import NOW, PASSPHRASE, act

OTHER = bytes(16)
NEW = bytes(range(100, 116))


@pytest.fixture
def backup(folder: Path, secret: bytes, tmp_path: Path) -> Path:
    """A backup that holds Ann; Bob came to the vault afterwards."""
    opened = vault.open(folder, secret)
    with act(opened):
        opened.clients.add(Client(id="ann", first_name="Ann"))
    path, _header = backup_folder.keep(opened, tmp_path / "stick", reason=Reason.BY_HAND, made_at=NOW)
    with act(opened):
        opened.clients.add(Client(id="bob", first_name="Bob"))
    opened.close()
    return path


def names(folder: Path, secret: bytes) -> set[str]:
    opened = vault.open(folder, secret)
    found = {one for one in ("ann", "bob") if opened.clients.find(one)}
    opened.close()
    return found


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_the_vault_is_as_it_was_and_the_current_file_stays(
    backup: Path, folder: Path, secret: bytes, tmp_path: Path
) -> None:
    current = (folder / vault.DATABASE_NAME).read_bytes()
    done = backup_restore.restore(backup, folder, secret, now=NOW)
    assert names(folder, secret) == {"ann"}
    assert done.set_aside == folder / "vault-before-restore-2026-03-10.db" and not done.old_key
    assert done.set_aside.read_bytes() == current and done.proof.counts["client"] == 1
    kept = tmp_path / "kept"
    kept.mkdir()
    done.set_aside.rename(kept / vault.DATABASE_NAME)
    assert names(kept, secret) == {"ann", "bob"}


def test_two_restores_on_one_day_keep_two_files(backup: Path, folder: Path, secret: bytes) -> None:
    first = backup_restore.restore(backup, folder, secret, now=NOW).set_aside
    second = backup_restore.restore(backup, folder, secret, now=NOW).set_aside
    assert first != second and first is not None and first.exists() and second is not None and second.exists()


def test_a_new_folder_gets_vault_and_key_file(backup: Path, tmp_path: Path, secret: bytes) -> None:
    home = tmp_path / "another" / "place"
    done = backup_restore.restore(backup, home, secret, now=NOW)
    assert done.old_key and done.set_aside is None
    unsealed = key_file.unseal(home, PASSPHRASE, smallest=keys.FAST_FOR_TESTS)
    assert names(home, unsealed) == {"ann"}
    assert set(content(home)) == {"vault.db", "vault.key", "vault.reserve"}


@pytest.mark.parametrize("damage", ["cut off", "zeros", "gone", "text", "empty"])
def test_a_damaged_vault_is_put_right(backup: Path, folder: Path, secret: bytes, damage: str) -> None:
    file = folder / vault.DATABASE_NAME
    whole = file.read_bytes()
    made = {"cut off": whole[:20_000], "zeros": bytes(len(whole)), "text": b"x" * 9000, "empty": b""}
    file.unlink() if damage == "gone" else file.write_bytes(made[damage])
    done = backup_restore.restore(backup, folder, secret, now=NOW)
    assert names(folder, secret) == {"ann"}
    if done.set_aside is not None:
        assert done.set_aside.read_bytes() == made[damage]


def test_a_damaged_key_file_is_put_right_and_kept(backup: Path, folder: Path, secret: bytes) -> None:
    (folder / key_file.KEY_NAME).write_bytes(b"{")
    done = backup_restore.restore(backup, folder, secret, now=NOW)
    assert done.old_key and key_file.fits(folder, secret)
    assert (folder / "vault-before-restore-2026-03-10.key").read_bytes() == b"{"


def test_a_passphrase_changed_since_keeps_working(backup: Path, folder: Path, secret: bytes) -> None:
    key_file.seal(folder, secret, "another passphrase since", keys.FAST_FOR_TESTS)
    assert not backup_restore.restore(backup, folder, secret, now=NOW).old_key
    again = key_file.unseal(folder, "another passphrase since", smallest=keys.FAST_FOR_TESTS)
    assert names(folder, again) == {"ann"}


def test_what_a_killed_process_wrote_ahead_is_kept_too(backup: Path, folder: Path, secret: bytes) -> None:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from noshow_desk.storage import vault; from noshow_desk.domain.client import Client\n"
        "from tests.storage.vaults import act\n"
        "opened = vault.open(Path(sys.argv[1]), bytes(range(16)))\n"
        "with act(opened): opened.clients.add(Client(id='late', first_name='Cat'))\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(folder)], check=False, timeout=60)
    assert (folder / f"{vault.DATABASE_NAME}-wal").stat().st_size > 0
    done = backup_restore.restore(backup, folder, secret, now=NOW)
    assert names(folder, secret) == {"ann"}
    assert done.set_aside is not None
    for name in (vault.DATABASE_NAME, f"{vault.DATABASE_NAME}-wal"):
        (folder / name).unlink(missing_ok=True)
    done.set_aside.rename(folder / vault.DATABASE_NAME)
    opened = vault.open(folder, secret)
    assert opened.clients.find("late") and opened.clients.find("bob")
    opened.close()


def test_a_drive_without_hard_links_keeps_a_copy(
    backup: Path, folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    current = (folder / vault.DATABASE_NAME).read_bytes()
    done = backup_restore.restore(backup, folder, secret, now=NOW)
    assert done.set_aside is not None and done.set_aside.read_bytes() == current
    assert names(folder, secret) == {"ann"}


# ------------------------------------------------------------------ a key file of another key


def give_new_keys(folder: Path, secret: bytes) -> None:
    """Let `folder` be as it is after new keys: NEW opens it, with a passphrase of its own."""
    opened = vault.open(folder, secret)
    content = key_file.sealed_content(NEW, "another passphrase since", keys.FAST_FOR_TESTS)
    rekey.exchange(rekey.prepare(opened, NEW), content)


def put_beside(backup: Path, folder: Path) -> Path:
    """Move the backup into the vault's own folder of backups."""
    place = folder / outside.BACKUPS_NAME
    place.mkdir()
    return backup.rename(place / backup.name)


def unsealed(folder: Path, passphrase: str = PASSPHRASE) -> bytes:
    return key_file.unseal(folder, passphrase, smallest=keys.FAST_FOR_TESTS)


def test_a_key_file_from_elsewhere_refuses_nobody(backup: Path, folder: Path, secret: bytes) -> None:
    key_file.seal(folder, OTHER, "the passphrase of theirs", keys.FAST_FOR_TESTS)
    theirs = (folder / key_file.KEY_NAME).read_bytes()
    assert backup_restore.restore(backup, folder, secret, now=NOW).old_key
    assert names(folder, unsealed(folder)) == {"ann"}
    assert (folder / "vault-before-restore-2026-03-10.key").read_bytes() == theirs


@pytest.mark.parametrize("state", ["whole", "cut off", "changed", "junk", "gone"])
def test_a_backup_from_before_new_keys_goes_back_into_its_own_folder(
    backup: Path, folder: Path, secret: bytes, state: str
) -> None:
    give_new_keys(folder, secret)
    backup, file = put_beside(backup, folder), folder / vault.DATABASE_NAME
    whole, current_key = file.read_bytes(), (folder / key_file.KEY_NAME).read_bytes()
    changed = whole[:9000] + bytes(300) + whole[9300:]
    made = {"whole": whole, "cut off": whole[:20_000], "changed": changed, "junk": b"junk" * 9000}
    file.unlink() if state == "gone" else file.write_bytes(made[state])
    done = backup_restore.restore(backup, folder, secret, now=NOW)
    assert done.old_key and names(folder, unsealed(folder)) == {"ann"}
    assert (folder / "vault-before-restore-2026-03-10.key").read_bytes() == current_key
    assert (done.set_aside.read_bytes() if done.set_aside else None) == made.get(state)
    assert not (folder / rekey.JOURNAL_NAME).exists()


def test_what_was_kept_of_the_vault_with_new_keys_opens_with_them(
    backup: Path, folder: Path, secret: bytes, tmp_path: Path
) -> None:
    give_new_keys(folder, secret)
    program = (
        "import os, sys; from pathlib import Path\n"
        "from noshow_desk.storage import vault; from noshow_desk.domain.client import Client\n"
        "from tests.storage.vaults import act\n"
        "opened = vault.open(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]))\n"
        "with act(opened): opened.clients.add(Client(id='late', first_name='Cat'))\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(folder), NEW.hex()], check=False, timeout=60)
    assert (folder / f"{vault.DATABASE_NAME}-wal").stat().st_size > 0
    done = backup_restore.restore(put_beside(backup, folder), folder, secret, now=NOW)
    assert names(folder, unsealed(folder)) == {"ann"} and done.set_aside is not None
    kept = tmp_path / "kept"
    kept.mkdir()
    for path in folder.glob(f"{done.set_aside.name}*"):
        path.rename(kept / path.name.replace(done.set_aside.name, vault.DATABASE_NAME))
    opened = vault.open(kept, NEW)
    assert opened.clients.find("late") and opened.clients.find("bob")
    opened.close()


def test_a_damaged_vault_gives_way_to_a_backup_from_elsewhere(
    backup: Path, folder: Path, secret: bytes
) -> None:
    give_new_keys(folder, secret)
    (folder / vault.DATABASE_NAME).write_bytes(b"junk" * 9000)
    assert backup_restore.restore(backup, folder, secret, now=NOW).old_key
    assert names(folder, unsealed(folder)) == {"ann"}


def test_a_promised_key_file_comes_at_the_next_opening(
    backup: Path, folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a crash between the two files, or when there is no room for the second."""
    give_new_keys(folder, secret)
    backup = put_beside(backup, folder)
    with monkeypatch.context() as patch:
        patch.setattr(rekey, "_exchange_key_file", lambda *_arguments: (_ for _ in ()).throw(DiskTrouble))
        assert backup_restore.restore(backup, folder, secret, now=NOW).old_key
    assert unsealed(folder, "another passphrase since") == NEW
    assert names(folder, secret) == {"ann"} and unsealed(folder) == secret


def test_a_backup_without_a_passphrase_leaves_no_key_file_of_another(
    folder: Path, secret: bytes, tmp_path: Path
) -> None:
    (folder / key_file.KEY_NAME).unlink()
    opened = vault.open(folder, secret)
    backup, header = backup_folder.keep(opened, tmp_path / "stick", reason=Reason.BY_HAND, made_at=NOW)
    opened.close()
    assert header.key_slot is None
    key_file.seal(folder, OTHER, PASSPHRASE, keys.FAST_FOR_TESTS)
    assert not backup_restore.restore(backup, folder, secret, now=NOW).old_key
    assert outside.state(folder) is outside.VaultState.NO_KEY_FILE and names(folder, secret) == set()
    assert (folder / "vault-before-restore-2026-03-10.key").exists()


# ------------------------------------------------------------------ what is not restored


def test_a_damaged_backup_changes_nothing(backup: Path, folder: Path, secret: bytes) -> None:
    whole, before = backup.read_bytes(), content(folder)
    for place in (30, 9000, len(whole) - 50):
        backup.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        with pytest.raises(BackupDamaged):
            backup_restore.restore(backup, folder, secret, now=NOW)
        assert content(folder) == before


def test_a_wrong_key_changes_nothing(backup: Path, folder: Path) -> None:
    before = content(folder)
    with pytest.raises(BackupOfAnother):
        backup_restore.restore(backup, folder, OTHER, now=NOW)
    assert content(folder) == before


def test_another_vault_is_never_replaced(backup: Path, secret: bytes, tmp_path: Path) -> None:
    home = tmp_path / "theirs"
    home.mkdir()
    key_file.seal(home, OTHER, PASSPHRASE, keys.FAST_FOR_TESTS)
    vault.create(home, OTHER).close()
    before = content(home)
    with pytest.raises(OtherVaultHere, match="has other keys than this backup"):
        backup_restore.restore(backup, home, secret, now=NOW)
    assert content(home) == before


def test_an_open_vault_is_not_replaced(backup: Path, folder: Path, secret: bytes) -> None:
    opened = vault.open(folder, secret)
    with pytest.raises(VaultInUse):
        backup_restore.restore(backup, folder, secret, now=NOW)
    with act(opened):
        opened.clients.add(Client(first_name="Dan"))
    opened.close()
    assert names(folder, secret) == {"ann", "bob"}


def test_a_network_drive_is_refused(
    backup: Path, folder: Path, secret: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drives, "is_network", lambda _folder: True)
    with pytest.raises(VaultOnNetwork):
        backup_restore.restore(backup, folder, secret, now=NOW)


@pytest.mark.parametrize(
    ("number", "trouble"),
    [(errno.ENOSPC, RestoreDiskFull), (errno.EROFS, VaultReadOnly), (errno.EIO, DiskTrouble)],
)
@pytest.mark.parametrize("step", ["extract", "_set_aside", "_restore_key"])
def test_a_disk_that_gives_up_changes_nothing(
    backup: Path,
    folder: Path,
    secret: bytes,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    trouble: type[Exception],
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    owner = backup_file if step == "extract" else backup_restore
    monkeypatch.setattr(owner, step, fail)
    with pytest.raises(trouble):
        backup_restore.restore(backup, folder, secret, now=NOW)
    assert names(folder, secret) == {"ann", "bob"}
    assert not (folder / backup_restore.RESTORING).exists()


def test_what_comes_before_runs_once_the_backup_is_proven(backup: Path, folder: Path, secret: bytes) -> None:
    seen: list[datetime] = []

    def stop() -> None:
        seen.append(NOW)
        raise DiskTrouble

    with pytest.raises(DiskTrouble):
        backup_restore.restore(backup, folder, secret, now=NOW, before=stop)
    backup.write_bytes(backup.read_bytes()[:-1])
    with pytest.raises(BackupDamaged):
        backup_restore.restore(backup, folder, secret, now=NOW, before=stop)
    assert len(seen) == 1 and names(folder, secret) == {"ann", "bob"}
