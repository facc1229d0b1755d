"""Putting a backup in the place of a vault: proven first, and nothing that is there is ever deleted."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from noshow_desk.storage import backup_file, backup_folder, drives, key_file, keys, rekey, seals
from noshow_desk.storage.backup_file import Proof
from noshow_desk.storage.backup_troubles import BackupUnreadable, OtherVaultHere, RestoreDiskFull
from noshow_desk.storage.driver import connect, translated
from noshow_desk.storage.outside import BACKUPS_NAME, DATABASE_NAME, LOG_ENDS
from noshow_desk.storage.replace import disk_trouble, make_folder, second_name, sync_folder
from noshow_desk.storage.troubles import DiskFull, VaultInUse, VaultMistake, VaultOnNetwork, VaultTrouble

RESTORING = f"{DATABASE_NAME}.restoring"


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did: the proof of what is there now, and the file that was there before, if any.

    `old_key` is True when the passphrase of the backup opens the vault now, False when the one that the
    folder already had still does.
    """

    proof: Proof
    set_aside: Path | None
    old_key: bool


def restore(
    path: Path,
    folder: Path,
    secret: bytes,
    *,
    now: datetime,
    before: Callable[[], object] | None = None,
) -> Restored:
    """Make the backup at `path` the vault in `folder`. The vault there, if any, must not be open.

    The body is written beside the vault, opened and checked there; then the current file is kept under a name
    with the day of `now`, and the new one takes its place in one step. A key file that fits stays: a
    passphrase that was changed since keeps working; any other is kept under another name. `before` is called
    when the backup is proven and nothing has been touched. Raises OtherVaultHere, VaultOnNetwork, VaultInUse,
    RestoreDiskFull, VaultReadOnly, DiskTrouble, and what `read_header` does; then nothing changed.
    """
    if drives.is_network(folder):
        raise VaultOnNetwork
    backup_file.read_header(path, secret)
    rekey.settle(folder)
    if not _belongs(folder, secret):
        raise OtherVaultHere
    made = folder / RESTORING
    try:
        make_folder(folder, mode=0o700)
        sweep(folder)
        proof = backup_file.extract(path, made, secret)
        if before is not None:
            before()
        return _put_in_place(proof, folder, secret, now)
    except OSError as error:
        trouble = disk_trouble(error)
        raise (RestoreDiskFull() if isinstance(trouble, DiskFull) else trouble) from error
    except DiskFull as error:
        raise RestoreDiskFull from error
    finally:
        backup_file.forget(made)


def sweep(folder: Path) -> None:
    """Remove what a crash left of a restore; only while nothing is being restored into `folder`."""
    for left_behind in folder.glob(f"{RESTORING}*"):
        backup_file.forget(left_behind)


def _belongs(folder: Path, secret: bytes) -> bool:
    """Say whether a backup under `secret` may take the place of what is in `folder`.

    A key file of another key alone proves no other vault: it may have been put back from elsewhere, or the
    vault got new keys after the backup. What counts is a whole file of an unknown key in a folder without a
    backup of this one.
    """
    current = folder / DATABASE_NAME
    return (
        key_file.fits(folder, secret) is not False
        or not current.exists()
        or seals.is_sealed_with(current, secret)
        or not seals.looks_encrypted(current)
        or _keeps_backups_of(folder, secret)
    )


def _keeps_backups_of(folder: Path, secret: bytes) -> bool:
    try:
        return any(found.header for found in backup_folder.look_into(folder / BACKUPS_NAME, secret))
    except BackupUnreadable:
        return False


def _put_in_place(proof: Proof, folder: Path, secret: bytes, now: datetime) -> Restored:
    """Let the proven file beside the vault take its place."""
    current = folder / DATABASE_NAME
    _settle(current, secret)
    set_aside = _set_aside(current, now)
    old_key = _restore_key(folder, proof, secret, now)
    for end in LOG_ENDS:
        current.with_name(f"{DATABASE_NAME}{end}").unlink(missing_ok=True)
    sync_folder(folder)  # a log that came back after a power cut would be read into the new file
    (folder / RESTORING).replace(current)
    sync_folder(folder)
    with suppress(VaultMistake, VaultTrouble):  # what was promised is kept at the next opening then
        rekey.settle(folder)
    return Restored(proof, set_aside, old_key)


def _settle(current: Path, secret: bytes) -> None:
    """Move what is written ahead of the current file into it, so that it is all there under its new name.

    Raises VaultInUse when another process has it open. A file that does not open is kept as it is.
    """
    if not current.is_file():
        return
    db = connect(current, mode="rw", key=keys.database_key(secret))
    try:
        with translated():
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute("SELECT count(*) FROM sqlite_master").fetchone()
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except VaultInUse:
        raise
    except (VaultMistake, VaultTrouble):
        return
    finally:
        db.close()


def _set_aside(current: Path, now: datetime) -> Path | None:
    """Give the current file, and what is written ahead of it, a second name; return that name."""
    if not current.exists():
        return None
    aside = _free_name(current.parent, now, ".db")
    for end in ("-journal", "-wal", ""):
        source = current.with_name(f"{current.name}{end}")
        if source.exists():
            second_name(source, aside.with_name(f"{aside.name}{end}"))
    sync_folder(current.parent)
    return aside


def _restore_key(folder: Path, proof: Proof, secret: bytes, now: datetime) -> bool:
    """Let the backup's key file be that of the folder unless one that fits is there; say whether it is.

    One that does not fit, or is damaged, is kept under another name. As long as the current file is in its
    place, a whole one is needed there: then the new one comes in the same step as the new file.
    """
    slot, fits = proof.header.key_slot, key_file.fits(folder, secret)
    if fits or (fits is None and slot is None):
        return False
    current = folder / key_file.KEY_NAME
    if current.exists():
        second_name(current, _free_name(folder, now, ".key"))
    if fits is False:
        rekey.promise(folder / RESTORING, slot)
    elif slot is not None:
        key_file.write_content(folder, slot)
    return slot is not None


def _free_name(folder: Path, now: datetime, end: str) -> Path:
    start = f"vault-before-restore-{now:%Y-%m-%d}"
    path, number = folder / f"{start}{end}", 2
    while path.exists() or path.with_name(f"{path.name}-wal").exists():
        path, number = folder / f"{start}-{number}{end}", number + 1
    return path
