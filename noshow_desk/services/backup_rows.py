"""Backups in a list: what there is in a folder, the newest of a vault, and since when it is out of date."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from noshow_desk.services.desk import Desk
from noshow_desk.storage import backup_file, backup_folder
from noshow_desk.storage.backup_header import Header
from noshow_desk.storage.outside import BACKUPS_NAME


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


def backup_folder_of(folder: Path) -> Path:
    """Return where the vault in `folder` keeps its backups."""
    return folder / BACKUPS_NAME


def backups(folder: Path, *, key: BackupKey | None = None) -> list[BackupRow]:
    """Return the backups in `folder`, newest first; what cannot be used comes last, with its problem.

    Without `key` they are shown as they say they are; restoring checks. Raises SystemTrouble when the folder
    cannot be read.
    """
    return [_found_row(found) for found in backup_folder.look_into(folder, key.secret if key else None)]


def described(file: Path) -> BackupRow:
    """Return one backup as it says it is. Raises UserError or SystemTrouble when it cannot be used."""
    return row_of(file, backup_file.read_header(file))


def newest_backup(desk: Desk) -> BackupRow | None:
    """Return the newest backup of the vault in its own folder."""
    rows = backups(backup_folder_of(desk.folder), key=key_of(desk))
    return next((row for row in rows if not row.problem), None)


def changed_since(desk: Desk) -> datetime | None:
    """Return when the first change was made that the newest backup does not hold; None without one."""
    found = backup_folder.look_into(backup_folder_of(desk.folder), desk.vault.secret)
    newest = next((one.header for one in found if one.header), None)
    return backup_folder.changed_since(desk.vault, newest)


def key_of(desk: Desk) -> BackupKey:
    """Return the key that opens the backups of an open vault."""
    return BackupKey(desk.vault.secret)


def _found_row(found: backup_folder.Found) -> BackupRow:
    if found.header is None:
        return BackupRow(file=found.path, problem=found.problem, other=found.other)
    return row_of(found.path, found.header)


def row_of(path: Path, header: Header) -> BackupRow:
    """Return the row of the backup at `path`, as its header tells it."""
    return BackupRow(
        file=path,
        counter=header.counter,
        made_at=header.made_at.replace(microsecond=0, tzinfo=None),
        size=header.size,
        reason=header.reason,
        practice=header.practice,
        passphrase=header.key_slot is not None,
    )
