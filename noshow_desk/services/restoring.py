"""Restoring at the front door, with no vault open: which backups there are, what one holds, putting it back.

The slow parts take a `Watch`: it says how far they are, and ends them when it is not wanted any more.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services import backups
from noshow_desk.services.backups import BackupKey, BackupRow, Restored, Verified, backup_folder_of
from noshow_desk.services.opening import OpenKey
from noshow_desk.services.second_folder import MARK_NAME
from noshow_desk.storage import backup_file, drives, keys
from noshow_desk.storage.backup_header import BLOCK
from noshow_desk.storage.backup_troubles import BackupDamaged, BackupMissing, BackupUnreadable
from noshow_desk.storage.keys import Cost
from noshow_desk.storage.outside import DATABASE_NAME

_PIECE = 1 << 20
_MOST_FOLDERS = 200  # looked into on one drive; backups are never far down


class Stopped(UserError):
    """The person did not want it any more."""


@dataclass(slots=True)
class Watch:
    """How far a piece of work is (`percent`), and whether it is wanted; two threads look at it.

    `past_stopping` is set by the work when it cannot be given up any more.
    """

    percent: int = 0
    wanted: bool = True
    past_stopping: bool = False

    def stop(self) -> None:
        """Do not want the work any more."""
        self.wanted = False

    def must_go_on(self) -> None:
        """Raise Stopped when nobody wants the work any more."""
        if not self.wanted:
            raise Stopped(_("Stopped. Nothing was changed."))


@dataclass(frozen=True, slots=True)
class Opened:
    """A backup that was opened and found whole; `by_recovery_key` says with what."""

    key: BackupKey = field(repr=False)
    verified: Verified
    by_recovery_key: bool


def backups_near(folder: Path, volumes: Iterable[Path] = ()) -> list[BackupRow]:
    """Return the backups of the vault in `folder` and those on `volumes` (roots of drives that are connected)
    in folders that once were chosen as a second folder; newest first, what cannot be used last.
    """
    places = [backup_folder_of(folder)]
    places += [place for volume in volumes for place in _marked(volume)]
    found: list[BackupRow] = []
    for place in places:
        with suppress(SystemTrouble):  # one drive that cannot be read hides no other
            found += backups.backups(place)
    return in_order(found)


def backups_in(folder: Path) -> list[BackupRow]:
    """Return the backups in a folder that the person chose: in it, in the folder for backups of a vault
    there, or in a second folder directly inside it. Raises UserError or SystemTrouble when there is none.
    """
    found = backups.backups(folder)
    for place in (backup_folder_of(folder), *_marked(folder)):
        if place != folder:
            found += backups.backups(place)
    if not found:
        raise BackupMissing
    return in_order(found)


def backup_at(file: Path) -> BackupRow:
    """Return the backup in `file` as it says it is, or with the problem why it is of no use."""
    try:
        return backups.described(file)
    except (UserError, SystemTrouble) as trouble:
        return BackupRow(file=file, problem=trouble.sentence)


def in_order(rows: Iterable[BackupRow]) -> list[BackupRow]:
    """Return `rows` newest first, each file once, what cannot be used last."""
    once = {row.file: row for row in rows}
    return sorted(once.values(), key=lambda row: (bool(row.problem), -row.counter, str(row.file)))


def read_through(row: BackupRow, watch: Watch) -> BackupRow:
    """Return `row`, with its problem when a byte of the file is not as it was written. Needs no key.

    Takes as long as reading the file. Raises Stopped.
    """
    try:
        _read_through(row.file, watch)
    except Stopped:
        raise
    except (UserError, SystemTrouble) as trouble:
        return replace(row, problem=trouble.sentence)
    return row


def open_backup(
    file: Path,
    *,
    passphrase: str = "",
    recovery_key: str = "",
    watch: Watch,
    smallest: Cost = keys.SMALLEST,
) -> Opened:
    """Open a backup with the passphrase of its day or with the recovery key, and check every byte and table.

    Safe in a worker. Raises Stopped; UserError for a wrong passphrase or recovery key; SystemTrouble for a
    damaged file.
    """
    key = backups.derive_backup_key(file, passphrase=passphrase, recovery_key=recovery_key, smallest=smallest)
    watch.must_go_on()
    _read_through(file, watch)
    verified = backups.verify_backup(file, key=key)
    watch.must_go_on()
    return Opened(key, verified, by_recovery_key=bool(recovery_key))


def put_back(opened: Opened, folder: Path, *, now: datetime, watch: Watch) -> Restored:
    """Make an opened backup the vault in `folder`, as `backups.restore_backup` does; `watch` can end it until
    the first file is touched. Raises Stopped, UserError, SystemTrouble; then the vault is as it was.
    """

    def before() -> None:
        watch.must_go_on()
        watch.past_stopping = True

    file = opened.verified.backup.file
    return backups.restore_backup(file, folder, key=opened.key, now=now, before=before)


def key_of_restored(opened: Opened, folder: Path) -> OpenKey:
    """Return what opens the vault in `folder` that was restored from `opened`."""
    return OpenKey(folder, opened.key.secret)


def has_vault_file(folder: Path) -> bool:
    """Say whether a restore into `folder` would have to keep a file that is there under another name."""
    try:
        return (folder / DATABASE_NAME).exists()
    except OSError:
        return False


def _read_through(file: Path, watch: Watch) -> None:
    """Raise BackupDamaged unless every byte of the body is as the header says, or BackupUnreadable."""
    header = backup_file.read_header(file)
    digest, done = hashlib.blake2b(digest_size=32), 0
    try:
        with file.open("rb") as source:
            source.seek(BLOCK)
            while piece := source.read(_PIECE):
                watch.must_go_on()
                digest.update(piece)
                done += len(piece)
                watch.percent = min(100, 100 * done // max(header.size, 1))
    except OSError as error:
        raise BackupUnreadable from error
    if not hmac.compare_digest(digest.hexdigest(), header.hash):
        raise BackupDamaged


def _marked(root: Path) -> Iterator[Path]:
    """Yield `root` and the folders in it that carry the mark of a second folder; none on a network drive."""
    try:
        if drives.is_network(root):
            return
        inside = sorted(path for path in root.iterdir() if path.is_dir())[:_MOST_FOLDERS]
        for place in (root, *inside):
            if (place / MARK_NAME).is_file():
                yield place
    except OSError:
        return
