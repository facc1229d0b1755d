"""Making a vault and opening one: every check that must come before the first page is believed.

`open` and `create` need no passphrase, only the secret (see key_file and recovery), and may run in a worker
that then hands the vault over.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from noshow_desk.storage import driver, drives, health, keys, private_copies, rekey, reserve
from noshow_desk.storage.driver import connect, translated
from noshow_desk.storage.health import APPLICATION_ID
from noshow_desk.storage.outside import DATABASE_NAME, VaultState, besides, state
from noshow_desk.storage.refusal import why_not_this_key
from noshow_desk.storage.replace import disk_trouble, make_folder, make_private, sync_folder
from noshow_desk.storage.troubles import (
    DiskFull,
    DiskTrouble,
    NotAVault,
    NotThisKey,
    VaultDamaged,
    VaultEmpty,
    VaultExists,
    VaultMissing,
    VaultOnNetwork,
    VaultReadOnly,
    VaultTooNew,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

    from noshow_desk.storage.health import Check
    from noshow_desk.storage.open_vault import Vault

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA fullfsync = ON",  # only macOS knows the difference
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA foreign_keys = ON",
    "PRAGMA cache_size = -65536",  # KiB: with SQLite's 2 MB a warm query decrypts pages again and again
)
_SEEN_FROM_OUTSIDE = {
    VaultState.MISSING: VaultMissing,
    VaultState.EMPTY_FILE: VaultEmpty,
    VaultState.CUT_OFF: VaultDamaged,
    VaultState.UNREADABLE: DiskTrouble,
}


def warm_up() -> None:
    """Import all that opening a vault needs; a worker does this while the passphrase is being typed."""
    driver.library()
    import concurrent.futures.thread  # noqa: F401 - deferred: 10 ms

    import argon2.low_level  # noqa: F401 - deferred: 20 ms
    import nacl.secret  # noqa: F401 - deferred: 50 ms

    from noshow_desk.storage import migrations, open_vault  # noqa: F401 - deferred: 150 ms

    private_copies.sweep()


def create(folder: Path, secret: bytes) -> Vault:
    """Make a new vault in `folder`, sealed with `secret`, and open it.

    It gets its name once it is whole. Raises VaultExists, VaultOnNetwork, VaultReadOnly, DiskFull.
    """
    path = folder / DATABASE_NAME
    if path.exists():
        raise VaultExists
    _must_be_local(folder)
    making = folder / f"{DATABASE_NAME}.new"
    try:
        make_folder(folder, mode=0o700)
        for end in ("", "-journal", "-wal"):  # left by a crash
            making.with_name(f"{making.name}{end}").unlink(missing_ok=True)
        make_private(making)
        _make(making, secret)
        making.replace(path)
        sync_folder(folder)
    except OSError as error:
        raise disk_trouble(error) from error
    return open(folder, secret, checks=False)


def open(
    folder: Path, secret: bytes, *, look_only: bool = False, checks: bool = True, ahead: bool = False
) -> Vault:
    """Open the vault in `folder`, checking it whole first (unless `checks` is off: then call `check` soon).

    With `ahead` the checks still go on when it returns: nothing may be shown before `Vault.must_be_proven`.
    `look_only` opens an encrypted copy, to look, print and copy: for a folder that cannot be written to.
    Raises VaultMissing, VaultEmpty, VaultDamaged, NotThisKey, WrongRecoveryKey, KeyFileOfAnother,
    NotAVault, VaultTooNew, VaultInUse, VaultReadOnly, VaultOnNetwork, DiskFull, DiskTrouble.
    """
    _must_look_whole(folder)
    if look_only:
        return _open_copy(folder, secret, checks=checks)
    _must_be_local(folder)

    def task() -> tuple[Database, Check | None]:
        _must_be_writable(folder)
        rekey.settle(folder)
        return _open_database(folder, folder / DATABASE_NAME, secret, checks=checks, ahead=ahead)

    db, check = reserve.helping(folder, task)
    rekey.sweep(folder)
    reserve.keep(folder)
    return _vault(db, folder, secret, check=check)


def must_open_with(folder: Path, secret: bytes) -> None:
    """Raise what `open` would unless `secret` opens the vault in `folder` and it is whole; it stays shut."""
    _must_look_whole(folder)
    _must_be_local(folder)
    reserve.helping(folder, partial(_must_open_with, folder, folder / DATABASE_NAME, secret))


def _must_open_with(folder: Path, path: Path, secret: bytes) -> None:
    _must_be_writable(folder)
    rekey.settle(folder)
    _must_be_ours(folder, path, secret)
    db = connect(path, mode="rw", key=keys.database_key(secret))
    try:
        with translated():
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            health.must_be_whole(db)
    finally:
        db.close()


def in_memory() -> Vault:
    """Return an empty vault that lives in memory, with the same tables: for tests and for trying out."""
    db = connect(":memory:", mode="rw", key=None)
    _set_pragmas(db)
    _migrate(db)
    return _vault(db, None, b"")


def _open_copy(folder: Path, secret: bytes, *, checks: bool) -> Vault:
    """Open a private copy of the file and of what is written ahead of it; it goes when the vault is closed.

    A folder that cannot be written to has no room for the write-ahead log that reading alone would need.
    """
    private_copies.sweep()
    place = private_copies.PrivateCopy(private_copies.Copy.LOOK)
    try:
        for name in (DATABASE_NAME, f"{DATABASE_NAME}-wal", f"{DATABASE_NAME}-journal"):
            if (folder / name).exists():
                shutil.copyfile(folder / name, place.folder / name)
        db, _check = _open_database(folder, place.folder / DATABASE_NAME, secret, checks=checks)
        db.execute("PRAGMA query_only = ON")
    except OSError as error:
        place.cleanup()
        trouble = disk_trouble(error)
        # Not "open it to look": that is what did not work.
        raise (trouble if isinstance(trouble, DiskFull) else DiskTrouble()) from error
    except BaseException:
        place.cleanup()
        raise
    return _vault(db, folder, secret, read_only=True, when_closed=place.cleanup)


def _vault(
    db: Database,
    folder: Path | None,
    secret: bytes,
    *,
    read_only: bool = False,
    when_closed: Callable[[], None] | None = None,
    check: Check | None = None,
) -> Vault:
    # deferred: the stores and their records, 60 ms that the first window does not need
    from noshow_desk.storage.open_vault import Vault as Opened
    from noshow_desk.storage.session import Session

    return Opened(Session(db, read_only=read_only), folder, when_closed, secret, check)


def _open_database(
    folder: Path, path: Path, secret: bytes, *, checks: bool, ahead: bool = False
) -> tuple[Database, Check | None]:
    key = keys.database_key(secret)
    _must_be_ours(folder, path, secret)
    db = connect(path, mode="rw", key=key)
    try:
        with translated():
            db.execute("PRAGMA locking_mode = EXCLUSIVE")  # before the first read: no shared memory then
            _set_pragmas(db)
            check = health.begin_check(db, path, key) if checks else None
            old = _is_old(db)
            if check is not None and (old or not ahead):
                check.wait()
            if old and path.parent == folder:
                _back_up_old(db, folder, secret)
            if old:
                _migrate(db)
    except BaseException:
        db.close()
        raise
    with suppress(OSError):  # left by a reading connection that was killed; this one shares no memory
        path.with_name(f"{path.name}-shm").unlink(missing_ok=True)
    return db, check


def _must_look_whole(folder: Path) -> None:
    trouble = _SEEN_FROM_OUTSIDE.get(state(folder))
    if trouble is not None:
        raise trouble


def _must_be_ours(folder: Path, path: Path, secret: bytes) -> None:
    """Ask the file what it is through a reading connection, so that nothing is written to a newer one.

    Where the power went as a restored file was first opened, the library has to take that back before it can
    read anything, and a reading connection may not.
    """
    before = besides(path)
    mode = "rw" if path.with_name(f"{path.name}-journal").exists() else "ro"
    db = connect(path, mode=mode, key=keys.database_key(secret))
    try:
        with translated():
            application_id = db.execute("PRAGMA application_id").fetchone()[0]
            version = db.execute("PRAGMA user_version").fetchone()[0]
    except NotThisKey as error:
        raise why_not_this_key(folder, path, secret) from error
    finally:
        db.close()
        for left in besides(path) - before:  # a reading connection leaves them, empty
            left.unlink()
    if application_id != APPLICATION_ID:
        raise NotAVault
    if version > _newest_version():
        raise VaultTooNew


def _make(path: Path, secret: bytes) -> None:
    db = connect(path, mode="rwc", key=keys.database_key(secret))
    try:
        with translated():
            db.execute("PRAGMA locking_mode = EXCLUSIVE")
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            _set_pragmas(db)
            _migrate(db)
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        db.close()


def _set_pragmas(db: Database) -> None:
    for pragma in _PRAGMAS:
        db.execute(pragma).fetchall()


def _migrate(db: Database) -> None:
    from noshow_desk.storage.migrations import MIGRATIONS  # deferred: imports sqlite_utils, 85 ms

    MIGRATIONS.apply(db)


def _back_up_old(db: Database, folder: Path, secret: bytes) -> None:
    """Make a backup before an older vault is brought up to date. Raises when none can be made."""
    from noshow_desk.storage.backup_folder import keep_before_migration  # deferred: once in a version

    keep_before_migration(db, folder, secret, made_at=datetime.now().astimezone())


def _is_old(db: Database) -> bool:
    return bool(db.execute("PRAGMA user_version").fetchone()[0] != _newest_version())


def _newest_version() -> int:
    from noshow_desk.storage.migrations import SCHEMA_VERSION  # deferred: imports sqlite_utils, 85 ms

    return SCHEMA_VERSION


def _must_be_local(folder: Path) -> None:
    if drives.is_network(folder):
        raise VaultOnNetwork


def _must_be_writable(folder: Path) -> None:
    try:
        with (folder / DATABASE_NAME).open("r+b"), tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        trouble = disk_trouble(error)
        raise (trouble if isinstance(trouble, DiskFull) else VaultReadOnly()) from error
