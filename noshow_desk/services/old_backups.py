"""Backups that hold more than they should: those that old keys open, and those from before an erasing; and
files that were set aside, of which the same can be true, or which cannot be opened at all.

Nothing removes them by itself: they may be the only way back to something. They are named, and removed when
the caseworker says so, after a fresh backup was made and proven.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_
from noshow_desk.services import second_folder
from noshow_desk.services.backup_making import Made
from noshow_desk.services.backup_rows import backup_folder_of, described
from noshow_desk.services.desk import Desk
from noshow_desk.services.erasing import DONE_KEY
from noshow_desk.services.keys import earlier_keys
from noshow_desk.services.set_aside import row_of_set_aside
from noshow_desk.storage import backup_file, backup_folder, keys, set_aside
from noshow_desk.storage.backup_folder import Found


class Holds(StrEnum):
    """Why a backup is worth a look."""

    OLD_KEYS = "old_keys"
    OTHER_KEYS = "other_keys"
    ERASED = "erased"
    DAMAGED = "damaged"


HOLDS_LABELS = {
    Holds.OLD_KEYS: N_("From before your new keys"),
    Holds.OTHER_KEYS: N_("With other keys than yours: old ones, or those of another vault"),
    Holds.ERASED: N_("From before somebody was erased"),
    Holds.DAMAGED: N_("Cannot be opened: damaged, or with other keys"),
}


# What is told of damaged files that were set aside.
DAMAGED_WHY = N_(
    "A restore keeps what it finds. Nothing uses this any more; keep it only for whoever repairs files."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OldBackup:
    """One such backup. `made_at` is by the office's clock, None when the file does not tell; `size` in bytes;
    `second` says that it lies in the second folder, `aside` that it is a vault or key file that was set
    aside.
    """

    file: Path
    holds: Holds
    made_at: datetime | None = None
    size: int = 0
    second: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """What came of a removal: how many files went, and which the system did not let go."""

    count: int
    left: tuple[Path, ...] = ()


def old_backups(desk: Desk) -> tuple[OldBackup, ...]:
    """Return the backups that old keys open or that hold somebody who was erased since, the newest first, and
    the files that were set aside of which that is true, or which are damaged.

    The second folder is looked at when it is here; there, only what is known to be of this vault counts.
    """
    if desk.vault.folder is None:
        return ()
    found = list(_of_folder(desk, backup_folder_of(desk.folder), second=False))
    found += _set_aside(desk, desk.vault.folder)
    second = second_folder.second_folder(desk)
    if second is not None and second_folder.is_here(second):
        found += _of_folder(desk, second, second=True)
    return tuple(sorted(found, key=_newest_first))


def remove_old_backups(old: Iterable[OldBackup], *, after: Made) -> Removed:
    """Delete these backups for good, now that `after` was made and proven; safe in a worker.

    Raises ValueError for a list that holds `after` itself: it is what remains.
    """
    files = [one.file for one in old]
    if after.backup.file in files or after.second in files:
        raise ValueError("the fresh backup is what remains")
    for file in files:
        set_aside.forget(file)
    left = tuple(file for file in files if file.exists())
    return Removed(count=len(files) - len(left), left=left)


def _of_folder(desk: Desk, folder: Path, *, second: bool) -> Iterator[OldBackup]:
    try:
        found = backup_folder.look_into(folder, desk.vault.secret)
    except SystemTrouble:
        return
    erased_at = _last_erasing(desk)
    for one in found:
        holds = _holds(desk, one, erased_at)
        if holds is None or (second and holds is Holds.OTHER_KEYS):
            continue
        yield _described(one.path, holds, second)


def _holds(desk: Desk, found: Found, erased_at: int) -> Holds | None:
    if found.other:
        known = _fingerprint(found.path) in earlier_keys(desk)
        return Holds.OLD_KEYS if known else Holds.OTHER_KEYS
    if found.header is None or not erased_at:
        return None
    return None if backup_folder.is_after(desk.vault, found.header, erased_at) else Holds.ERASED


def _set_aside(desk: Desk, folder: Path) -> Iterator[OldBackup]:
    erased_at = _last_erasing(desk)
    kept = {path: _vault_holds(desk, path, erased_at) for path in set_aside.vaults_in(folder)}
    kept |= {path: _key_holds(desk, path) for path in set_aside.keys_in(folder)}
    for path, holds in kept.items():
        if holds is not None:
            row = row_of_set_aside(desk, path)
            yield OldBackup(file=path, holds=holds, made_at=row.made_at, size=row.size, aside=True)


def _vault_holds(desk: Desk, path: Path, erased_at: int) -> Holds | None:
    """Return why a vault that was set aside is worth a look. One that the key of now does not open is of an
    earlier key or damaged, and nobody can say that it does not hold who was erased.
    """
    last = set_aside.last_change(path, desk.vault.secret)
    if last is None and earlier_keys(desk):
        return Holds.OLD_KEYS
    if last is None and not erased_at:
        return Holds.DAMAGED
    if not erased_at or (last is not None and set_aside.is_after(desk.vault, last, erased_at)):
        return None
    return Holds.ERASED


def _key_holds(desk: Desk, path: Path) -> Holds | None:
    """Return why a key file that was set aside is worth a look: damaged, or once there are new keys."""
    known, written = earlier_keys(desk), set_aside.fingerprint_in(path)
    if not known and not written:
        return Holds.DAMAGED
    if not known or written == keys.fingerprint(desk.vault.secret).hex():
        return None
    return Holds.OLD_KEYS if written in known else Holds.OTHER_KEYS


def _last_erasing(desk: Desk) -> int:
    """Return the line of the change log at which somebody was last erased; 0 when nobody was."""
    return max((one.seq for one in desk.vault.changes.of_record("setting", DONE_KEY)), default=0)


def _fingerprint(file: Path) -> str:
    try:
        return backup_file.read_header(file).fingerprint
    except (UserError, SystemTrouble):
        return ""


def _described(file: Path, holds: Holds, second: bool) -> OldBackup:
    try:
        row = described(file)
    except (UserError, SystemTrouble):  # it went a moment ago
        return OldBackup(file=file, holds=holds, second=second)
    return OldBackup(file=file, holds=holds, made_at=row.made_at, size=row.size, second=second)


def _newest_first(one: OldBackup) -> tuple[bool, float, str]:
    return one.second, -one.made_at.timestamp() if one.made_at else 0.0, one.file.name
