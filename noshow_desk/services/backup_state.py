"""How safe the data is: the last backup, the second folder, the last drill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from noshow_desk.errors import SystemTrouble
from noshow_desk.services import second_folder
from noshow_desk.services.backup_making import looks_after_itself
from noshow_desk.services.backup_rows import (
    BackupRow,
    backup_folder_of,
    backups,
    changed_since,
    key_of,
)
from noshow_desk.services.desk import Desk
from noshow_desk.services.drills import Drilled, drill_due, last_drill
from noshow_desk.storage.backup_schedule import LATE, SECOND_FOLDER, Reason, has_passed, is_due


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """The backups of the vault, for the "Your data" card. Times are local at the office.

    `due` says that half an hour of changes is in no backup; `second_due` that the second folder wants
    attention (none chosen, or 14 days without a copy); `second_here` that its drive is connected;
    `same_drive` that it would be lost with the vault; `drill_due` that a month has passed.
    """

    folder: Path
    last: BackupRow | None = None
    count: int = 0
    unusable: int = 0
    changed: bool = False
    due: bool = False
    second_folder: Path | None = None
    second_here: bool = False
    same_drive: bool = False
    second_at: datetime | None = None
    second_due: bool = False
    drill: Drilled | None = None
    drill_due: bool = False


def backup_state(desk: Desk) -> BackupState:
    """Return how the backups of the vault stand. Reads a few headers: some milliseconds."""
    folder = backup_folder_of(desk.folder)
    rows = _rows(desk, folder)
    whole = [row for row in rows if not row.problem]
    since, second, now = _changed_since(desk), second_folder.second_folder(desk), desk.now()
    copied = second_folder.copied_at(desk)
    return BackupState(
        folder=folder,
        last=whole[0] if whole else None,
        count=len(whole),
        unusable=sum(bool(row.problem) and not row.other for row in rows),
        changed=since is not None,
        due=is_due(Reason.CHANGES, changed_since=since, now=now),
        second_folder=second,
        second_here=second is not None and second_folder.is_here(second),
        same_drive=second is not None and second_folder.on_same_drive(desk, second),
        second_at=desk.local(copied) if copied else None,
        second_due=second_due(desk),
        drill=last_drill(desk),
        drill_due=bool(whole) and drill_due(desk),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminders:
    """What Today says of the backups; all empty when there is nothing to say.

    `late_since` is when the first change was made that no backup holds, once that is long ago (local);
    `drill_problem` why a backup did not open when it was tried; `second_due` that the second folder wants
    attention, `second_folder` which it is.
    """

    late_since: datetime | None = None
    drill_problem: str = ""
    second_due: bool = False
    second_folder: Path | None = None


def reminders(desk: Desk) -> Reminders:
    """Return what to remind of. A practice vault, one in memory and one only looked at need no backup."""
    if not looks_after_itself(desk):
        return Reminders()
    since, drilled = _changed_since(desk), last_drill(desk)
    late = since is not None and has_passed(LATE, since, desk.now())
    return Reminders(
        late_since=desk.local(since) if since is not None and late else None,
        drill_problem=drilled.problem if drilled else "",
        second_due=second_due(desk),
        second_folder=second_folder.second_folder(desk),
    )


def second_due(desk: Desk) -> bool:
    """Say whether 14 days have passed since the last copy, the last putting off, or the first day."""
    person = desk.caseworker.id
    first_day = desk.vault.caseworkers.stamp(person).created_at if person else desk.now()
    moments = [first_day, second_folder.copied_at(desk), second_folder.asked_at(desk)]
    return has_passed(SECOND_FOLDER, max(one for one in moments if one is not None), desk.now())


def _changed_since(desk: Desk) -> datetime | None:
    try:
        return changed_since(desk)
    except SystemTrouble:  # the folder of the backups cannot be read: nothing is known to be in one
        return desk.now()


def _rows(desk: Desk, folder: Path) -> list[BackupRow]:
    try:
        return backups(folder, key=key_of(desk))
    except SystemTrouble:
        return []
