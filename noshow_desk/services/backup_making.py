"""Making a backup of an open vault: what holds the vault first, then what a worker can do, then a note."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from noshow_desk.services import second_folder
from noshow_desk.services.backup_rows import (
    BackupRow,
    backup_folder_of,
    changed_since,
    newest_backup,
    row_of,
)
from noshow_desk.services.desk import Desk
from noshow_desk.storage import backup_file, backup_folder, backup_restore, backup_schedule
from noshow_desk.storage.backup_schedule import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A backup of which everything that needs the open vault is done; values only.

    `copied` is None when the newest backup, `file`, holds everything and only its copy is wanted. `own` says
    that it goes to the vault's own folder, `second` where a copy of it goes.
    """

    copied: backup_folder.Begun | None = None
    file: Path | None = None
    own: bool = True
    second: Path | None = None
    secret: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A backup just made and proven; `second` is its copy, `second_problem` why there is none.

    `second_here` is False when the drive of the second folder is not connected.
    """

    backup: BackupRow
    removed: int = 0
    second: Path | None = None
    second_problem: str = ""
    second_here: bool = True


def is_on_disk(desk: Desk) -> bool:
    """Say whether the vault is a file, of which a backup can be made."""
    return desk.vault.folder is not None


def looks_after_itself(desk: Desk) -> bool:
    """Say whether backups are made without being asked for: not of a practice vault, nor of one that is only
    looked at.
    """
    return is_on_disk(desk) and not desk.practice and not desk.read_only


def make_backup(desk: Desk, *, folder: Path | None = None, reason: Reason = Reason.BY_HAND) -> Made:
    """Make a backup of the open vault, prove it by opening it, and copy it to the second folder.

    Old backups go by the rule (7 newest, 8 weekly, 6 monthly). With `folder` it goes there instead, and
    nothing is copied or removed. Takes about 1 s for 40 MB, on the thread that holds the vault; write unsaved
    forms first. Raises SystemTrouble when the disk is full or the folder cannot be written.
    """
    made = finish_backup(begin_backup(desk, folder=folder, reason=reason))
    note_backup(desk, made)
    return made


def backup_if_due(desk: Desk, *, reason: Reason) -> Made | None:
    """Make a backup when `reason` asks for one now: on lock and quit after any change, in between after half
    an hour of changes.
    """
    if not is_due(desk, reason):
        return None
    return make_backup(desk, reason=reason)


def is_due(desk: Desk, reason: Reason) -> bool:
    """Say whether `reason` asks for a backup now. Cheap enough for every minute: it reads at most 21 headers.

    Raises SystemTrouble when the folder of the backups cannot be read.
    """
    if not is_on_disk(desk) or desk.read_only:
        return False
    return backup_schedule.is_due(reason, changed_since=changed_since(desk), now=desk.now())


def may_be_tried_again(since: datetime, now: datetime) -> bool:
    """Say whether a backup that could not be made at `since` may be tried again by itself (both aware)."""
    return backup_schedule.has_passed(backup_schedule.PAUSE, since, now)


def sweep(desk: Desk) -> None:
    """Remove what a crash left of backups and restores. Only right after the vault was opened: later it would
    take a backup that a worker is writing.
    """
    backup_folder.sweep(backup_folder_of(desk.folder))
    backup_restore.sweep(desk.folder)


def begin_backup(desk: Desk, *, folder: Path | None = None, reason: Reason = Reason.BY_HAND) -> Begun:
    """Do the part of `make_backup` that holds the vault: 0.35 s for 40 MB. Raises as it does."""
    own = backup_folder_of(desk.folder)
    target = folder or own
    second = second_folder.second_folder(desk)
    copied = backup_folder.begin(
        desk.vault,
        target,
        reason=reason,
        made_at=desk.now().astimezone(desk.tz),
        practice=desk.practice,
        beside=[one for one in (own, second) if one is not None and one != target],
    )
    is_own = target == own
    return Begun(copied=copied, own=is_own, second=second if is_own else None, secret=desk.vault.secret)


def begin_copy(desk: Desk) -> Begun:
    """Begin what brings the second folder up to date: the newest backup where it holds everything, else a
    new one. Raises as `make_backup` does.
    """
    newest = newest_backup(desk)
    if newest is None or changed_since(desk) is not None:
        return begin_backup(desk)
    return Begun(file=newest.file, second=second_folder.second_folder(desk), secret=desk.vault.secret)


def finish_backup(begun: Begun) -> Made:
    """Prove what was begun, remove old backups by the rule, copy it to the second folder; safe in a worker.

    Raises as `make_backup` does. What is in the way of the copy is in the way of nothing else.
    """
    row = _whole(begun)
    fresh = begun.own and begun.copied is not None
    removed = len(backup_folder.tidy(row.file.parent, begun.secret)) if fresh else 0
    here = begun.second is None or second_folder.is_here(begun.second)
    copied, problem = second_folder.copy_to_second(begun.second, row.file, begun.secret)
    return Made(backup=row, removed=removed, second=copied, second_problem=problem, second_here=here)


def note_backup(desk: Desk, made: Made) -> None:
    """Write down in the vault that the second folder got its copy."""
    if made.second is not None and not desk.read_only:
        second_folder.note_copy(desk)


def _whole(begun: Begun) -> BackupRow:
    if begun.copied is not None:
        return row_of(*backup_folder.finish(begun.copied))
    if begun.file is None:
        raise RuntimeError("neither a copy of the vault nor a backup to go on with")
    return row_of(begun.file, backup_file.read_header(begun.file, begun.secret))
