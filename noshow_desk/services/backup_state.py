"""How safe the data is: the last backup, the second folder, and the monthly drill that opens a backup."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services import second_folder
from noshow_desk.services.backups import (
    BackupRow,
    Reason,
    backup_folder_of,
    backups,
    changed_since,
    key_of,
    make_backup,
)
from noshow_desk.services.desk import Desk
from noshow_desk.storage import backup_body, backup_file
from noshow_desk.storage.backup_schedule import DRILL, SECOND_FOLDER, has_passed, is_due

DRILL_KEY = "backups.drill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drilled:
    """What a restore drill found; `problem` is empty when the backup opened whole.

    `at` is local at the office.
    """

    at: datetime
    file: str
    problem: str = ""
    clients: int = 0
    incidents: int = 0


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


def second_due(desk: Desk) -> bool:
    """Say whether 14 days have passed since the last copy, the last putting off, or the first day."""
    person = desk.caseworker.id
    first_day = desk.vault.caseworkers.stamp(person).created_at if person else desk.now()
    moments = [first_day, second_folder.copied_at(desk), second_folder.asked_at(desk)]
    return has_passed(SECOND_FOLDER, max(one for one in moments if one is not None), desk.now())


def drill_due(desk: Desk) -> bool:
    """Say whether no backup was opened to try for a month."""
    drilled = last_drill(desk)
    return drilled is None or has_passed(DRILL, drilled.at, desk.local_now())


def last_drill(desk: Desk) -> Drilled | None:
    """Return what the last restore drill found."""
    kept = desk.vault.settings.get(DRILL_KEY)
    try:
        return Drilled(**{**kept, "at": desk.local(datetime.fromisoformat(kept["at"]))})
    except (TypeError, KeyError, ValueError):
        return None


def drill(desk: Desk) -> Drilled:
    """Open the newest backup under a temporary name, check all of it, compare it with the vault, and write
    down what was found. Takes about 1 s for 80 MB.

    When it does not open, a fresh backup is made at once. Without any backup one is made first.
    """
    now = desk.now()
    file, problem, counts = _tried(desk)
    found = Drilled(
        at=desk.local(now),
        file=file.name,
        problem=problem,
        clients=counts.get("client", 0),
        incidents=counts.get("incident", 0),
    )
    if not desk.read_only:
        kept = {"at": now.isoformat(), "file": found.file, "problem": problem}
        with desk.act():
            desk.vault.settings.put(
                DRILL_KEY, kept | {"clients": found.clients, "incidents": found.incidents}
            )
    if problem:
        make_backup(desk, reason=Reason.DRILL)
    return found


def _tried(desk: Desk) -> tuple[Path, str, dict[str, int]]:
    """Return the newest backup, what is wrong with it ("" when nothing is) and its rows by table."""
    rows = _rows(desk, backup_folder_of(desk.folder))
    damaged = [row for row in rows if row.problem and not row.other]
    newest = next((row.file for row in rows if not row.problem), None)
    if newest is None and damaged:
        return damaged[-1].file, damaged[-1].problem, {}
    file = newest or make_backup(desk, reason=Reason.DRILL).backup.file
    try:
        counts = dict(backup_file.prove(file, desk.vault.secret).counts)
    except (UserError, SystemTrouble) as trouble:
        return file, trouble.sentence, {}
    if changed_since(desk) is None and not _alike(counts, backup_body.counts_of(desk.vault.session.db)):
        return file, _("The backup does not hold as many records as the vault."), counts
    return file, "", counts


def _alike(counts: Mapping[str, int], live: Mapping[str, int]) -> bool:
    """Say whether two vaults hold as many records; what backups write into the settings does not count."""
    return all(counts.get(name) == live[name] for name in live if name not in ("change", "setting"))


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
