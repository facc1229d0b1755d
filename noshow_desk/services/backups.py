"""Backups: making one, seeing what there is, proving one, putting one back.

`make_backup`, `backup_if_due`, `drill` and `backup_state` ask an open desk. `derive_backup_key`,
`verify_backup` and `restore_backup` need only a file: they also work when the vault is damaged or gone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services.desk import Desk
from noshow_desk.services.doorstep import PRACTICE_NAME, PRACTICE_PASSPHRASE
from noshow_desk.services.second_folder import copy_to_second, second_folder
from noshow_desk.storage import backup_file, backup_folder, backup_restore, backup_schedule, key_file, keys
from noshow_desk.storage import recovery as recovery_keys
from noshow_desk.storage import vault as vaults
from noshow_desk.storage.backup_header import Header
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
class BackupKey:
    """What opens a backup; see `derive_backup_key`."""

    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupRow:
    """One backup in a list. `made_at` is by the office's clock; `size` in bytes.

    `problem` is a sentence when it cannot be used; `other` then says that it belongs to another vault, or to
    an earlier key. `passphrase` is False when only the recovery key opens it.
    """

    file: Path
    counter: int = 0
    made_at: datetime | None = None
    size: int = 0
    reason: str = ""
    practice: bool = False
    passphrase: bool = False
    problem: str = ""
    other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup just made and proven; `second` is its copy, `second_problem` why there is none."""

    backup: BackupRow
    removed: int = 0
    second: Path | None = None
    second_problem: str = ""


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


def backup_folder_of(folder: Path) -> Path:
    """Return where the vault in `folder` keeps its backups."""
    return folder / backup_folder.FOLDER_NAME


def make_backup(desk: Desk, *, folder: Path | None = None, reason: Reason = Reason.BY_HAND) -> Made:
    """Make a backup of the open vault, prove it by opening it, and copy it to the second folder.

    Old backups go by the rule (7 newest, 8 weekly, 6 monthly). With `folder` it goes there instead, and
    nothing is copied or removed. Takes about 1 s for 40 MB, on the thread that holds the vault; write unsaved
    forms first. Raises SystemTrouble when the disk is full or the folder cannot be written.
    """
    own = backup_folder_of(desk.folder)
    target = folder or own
    if target == own:
        backup_folder.sweep(own)
        backup_restore.sweep(desk.folder)
    second = second_folder(desk)
    path, header = backup_folder.keep(
        desk.vault,
        target,
        reason=reason,
        made_at=desk.now().astimezone(desk.tz),
        practice=desk.practice,
        beside=[one for one in (own, second) if one is not None and one != target],
    )
    if target != own:
        return Made(backup=_row(path, header))
    removed = backup_folder.tidy(own, desk.vault.secret)
    copied, problem = copy_to_second(desk, path)
    return Made(backup=_row(path, header), removed=len(removed), second=copied, second_problem=problem)


def backup_if_due(desk: Desk, *, reason: Reason) -> Made | None:
    """Make a backup when `reason` asks for one now: on lock and quit after any change, in between after half
    an hour of changes. Call it with `Reason.CHANGES` every few minutes; it reads at most 21 headers.
    """
    if desk.vault.folder is None:
        return None  # in memory: there is no file to lose
    since = changed_since(desk)
    if desk.read_only or not backup_schedule.is_due(reason, changed_since=since, now=desk.now()):
        return None
    return make_backup(desk, reason=reason)


def changed_since(desk: Desk) -> datetime | None:
    """Return when the first change was made that the newest backup does not hold; None without one."""
    found = backup_folder.look_into(backup_folder_of(desk.folder), desk.vault.secret)
    newest = next((one.header for one in found if one.header), None)
    return backup_folder.changed_since(desk.vault, newest)


def backups(folder: Path, *, key: BackupKey | None = None) -> list[BackupRow]:
    """Return the backups in `folder`, newest first; what cannot be used comes last, with its problem.

    Without `key` they are shown as they say they are; restoring checks. Raises SystemTrouble when the folder
    cannot be read.
    """
    return [_found_row(found) for found in backup_folder.look_into(folder, key.secret if key else None)]


def described(file: Path) -> BackupRow:
    """Return one backup as it says it is. Raises UserError or SystemTrouble when it cannot be used."""
    return _row(file, backup_file.read_header(file))


def newest_backup(desk: Desk) -> BackupRow | None:
    """Return the newest backup of the vault in its own folder."""
    rows = backups(backup_folder_of(desk.folder), key=key_of(desk))
    return next((row for row in rows if not row.problem), None)


def key_of(desk: Desk) -> BackupKey:
    """Return the key that opens the backups of an open vault."""
    return BackupKey(desk.vault.secret)


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
    first = partial(_back_up_current, folder, key, now, before)
    done = backup_restore.restore(file, folder, key.secret, now=now, before=first)
    if done.proof.header.practice:
        write_by_replace(folder / PRACTICE_NAME, f"{PRACTICE_PASSPHRASE}\n".encode())
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
    return Verified(_row(file, proof.header), counts)


def _found_row(found: backup_folder.Found) -> BackupRow:
    if found.header is None:
        return BackupRow(file=found.path, problem=found.problem, other=found.other)
    return _row(found.path, found.header)


def _row(path: Path, header: Header) -> BackupRow:
    return BackupRow(
        file=path,
        counter=header.counter,
        made_at=header.made_at.replace(microsecond=0, tzinfo=None),
        size=header.size,
        reason=header.reason,
        practice=header.practice,
        passphrase=header.key_slot is not None,
    )
