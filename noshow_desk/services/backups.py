"""Backups: making one, seeing what there is, proving one, putting one back.

`make_backup`, `backup_if_due`, `drill` and `backup_state` ask an open desk. `derive_backup_key`,
`verify_backup` and `restore_backup` need only a file: they also work when the vault is damaged or gone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services.backup_making import Made, backup_if_due, make_backup
from noshow_desk.services.backup_rows import (
    BackupKey,
    BackupRow,
    backup_folder_of,
    backups,
    described,
    key_of,
    newest_backup,
    row_of,
)
from noshow_desk.services.doorstep import PRACTICE_NAME, PRACTICE_PASSPHRASE
from noshow_desk.storage import backup_file, backup_folder, backup_restore, key_file, keys
from noshow_desk.storage import recovery as recovery_keys
from noshow_desk.storage import vault as vaults
from noshow_desk.storage.backup_schedule import Reason
from noshow_desk.storage.backup_troubles import BackupWithoutPassphrase
from noshow_desk.storage.keys import Cost
from noshow_desk.storage.replace import write_by_replace
from noshow_desk.storage.troubles import VaultInUse

__all__ = [
    "BackupKey",
    "BackupRow",
    "Made",
    "Reason",
    "Restored",
    "Verified",
    "backup_folder_of",
    "backup_if_due",
    "backups",
    "derive_backup_key",
    "described",
    "is_practice",
    "key_of",
    "make_backup",
    "newest_backup",
    "restore_backup",
    "verify_backup",
]

SHOWN = ("client", "appointment", "incident", "paper")


@dataclass(frozen=True, slots=True)
class Verified:
    """A backup that was opened and found whole, with how many records of each kind it holds."""

    backup: BackupRow
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What is in the folder now, and where the file is that was there before.

    `passphrase` says which one opens the vault: "backup" (the one of the day of the backup), "current" (the
    folder's own, perhaps changed since) or "none" (the recovery key alone).
    """

    verified: Verified
    set_aside: Path | None
    passphrase: str


def is_practice(file: Path) -> bool:
    """Say whether a backup says that it is of a practice vault, which opens with the published passphrase."""
    return backup_file.read_header(file).practice


def derive_backup_key(
    file: Path, *, passphrase: str = "", recovery_key: str = "", smallest: Cost = keys.SMALLEST
) -> BackupKey:
    """Return what opens `file`, from the passphrase of that day or the recovery key. Slow with a passphrase;
    safe in a worker.

    A practice backup opens with the published passphrase when none is given. Raises UserError for a wrong
    one, SystemTrouble for a damaged file.
    """
    header = backup_file.read_header(file)
    if recovery_key:
        key = BackupKey(recovery_keys.read(recovery_key))
    elif header.key_slot is None:
        raise BackupWithoutPassphrase
    else:
        given = passphrase or (PRACTICE_PASSPHRASE if header.practice else "")
        key = BackupKey(key_file.unseal_content(header.key_slot, given, smallest=smallest))
    backup_file.read_header(file, key.secret)
    return key


def verify_backup(file: Path, *, key: BackupKey) -> Verified:
    """Open a backup under a temporary name and check every page and table. About 1 s for 80 MB; safe in a
    worker. Raises SystemTrouble when anything is not as it was written.
    """
    return _verified(file, backup_file.prove(file, key.secret))


def restore_backup(
    file: Path, folder: Path, *, key: BackupKey, now: datetime, before: Callable[[], object] | None = None
) -> Restored:
    """Put the backup in the place of the vault in `folder`, which must be closed; safe in a worker.

    A current vault that still opens is backed up first. In any case its file stays, under another name.
    `now` is aware, by the office's clock. `before` is called when the backup is proven and nothing has been
    touched. Raises UserError and SystemTrouble with a sentence, and what `before` raises; then the vault is
    as it was.
    """
    strange = key_file.fits(folder, key.secret) is False
    first = partial(_back_up_current, folder, key, now, before)
    done = backup_restore.restore(file, folder, key.secret, now=now, before=first)
    if done.proof.header.practice:
        write_by_replace(folder / PRACTICE_NAME, f"{PRACTICE_PASSPHRASE}\n".encode())
    elif strange:  # a practice vault that was there leaves its mark to nobody
        (folder / PRACTICE_NAME).unlink(missing_ok=True)
    has_key = (folder / key_file.KEY_NAME).is_file()
    return Restored(
        verified=_verified(file, done.proof),
        set_aside=done.set_aside,
        passphrase="backup" if done.old_key else "current" if has_key else "none",
    )


def _back_up_current(
    folder: Path, key: BackupKey, now: datetime, before: Callable[[], object] | None
) -> None:
    """Make a backup of the vault in `folder`, so that the restore itself can be taken back.

    A vault that does not open with this key has none made; the restore keeps its file all the same.
    """
    if before is not None:
        before()
    try:
        vault = vaults.open(folder, key.secret)
    except VaultInUse:
        raise
    except (UserError, SystemTrouble):
        return
    practice = (folder / PRACTICE_NAME).is_file()
    own = backup_folder_of(folder)
    try:
        backup_folder.keep(vault, own, reason=Reason.RESTORE, made_at=now, practice=practice)
    except (UserError, SystemTrouble):
        return
    finally:
        vault.close()


def _verified(file: Path, proof: backup_file.Proof) -> Verified:
    counts = {name: proof.counts.get(name, 0) for name in SHOWN}
    return Verified(row_of(file, proof.header), counts)
