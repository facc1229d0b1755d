"""The database inside a backup: copied out of an open vault, opened on its own, counted and checked."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from noshow_desk.storage import backup_header, health, keys
from noshow_desk.storage.backup_header import Header
from noshow_desk.storage.backup_troubles import BackupDamaged, BackupNotProven, BackupTooNew
from noshow_desk.storage.driver import connect, translated
from noshow_desk.storage.troubles import NotThisKey, VaultDamaged

if TYPE_CHECKING:
    from sqlite_utils import Database

_INDEX = "search"  # the search index and its own tables; `searchable` counts what is in it


@dataclass(frozen=True, slots=True)
class Body:
    """What a body just written holds: its schema, the last line of its change log, its rows by table."""

    schema: int
    change: int
    act: str
    counts: Mapping[str, int]


def copy_database(db: Database, body: Path) -> dict[str, int]:
    """Write all that the open database holds to the new file `body`, encrypted with the same key, and return
    how many rows each table had at that moment.

    Raises the troubles of the disk, and VaultDamaged when the database cannot be read whole.
    """
    with translated():
        looking = db.execute("PRAGMA query_only").fetchone()[0]
        db.execute("PRAGMA query_only = OFF")  # a vault opened to look at can be backed up too
        try:
            db.execute("VACUUM INTO ?", [str(body)])
        finally:
            db.execute(f"PRAGMA query_only = {looking}")
    return counts_of(db)


def proven(body: Path, secret: bytes, original: Mapping[str, int]) -> Body:
    """Open `body`, a copy of a database that had `original` rows by table, and return what it holds.

    It does not touch the database it was made of, so a worker may do it. Raises BackupNotProven unless the
    copy opens, is whole and has as many rows.
    """
    try:
        copied = connect(body, mode="ro", key=keys.database_key(secret))
        try:
            health.must_be_whole(copied)
            counts = counts_of(copied)
            schema = copied.execute("PRAGMA user_version").fetchone()[0]
            last = copied.execute("SELECT seq, act FROM change ORDER BY seq DESC LIMIT 1").fetchone()
        finally:
            copied.close()
    except (VaultDamaged, NotThisKey) as error:
        raise BackupNotProven from error
    if counts != original:
        raise BackupNotProven
    change, act = last or (0, "")
    return Body(schema, change, act, counts)


def must_hold(body: Path, header: Header, secret: bytes) -> dict[str, int]:
    """Open an extracted body and return its rows by table.

    Raises BackupDamaged unless it is whole and all that the header says, BackupTooNew for a newer schema.
    """
    try:
        db = connect(body, mode="ro", key=keys.database_key(secret))
        try:
            _must_be_ours(db, header)
            health.must_be_whole(db)
            counts = counts_of(db)
        finally:
            db.close()
    except (VaultDamaged, NotThisKey) as error:
        raise BackupDamaged from error
    if not hmac.compare_digest(backup_header.contents_seal(counts, secret), header.contents):
        raise BackupDamaged
    return counts


def counts_of(db: Database) -> dict[str, int]:
    """Return how many rows each table of an open database has."""
    with translated():
        names = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
            for name in names
            if name != _INDEX and not name.startswith((f"{_INDEX}_", "sqlite_"))
        }


def _must_be_ours(db: Database, header: Header) -> None:
    from noshow_desk.storage.migrations import SCHEMA_VERSION  # deferred: imports sqlite_utils, 85 ms

    with translated():
        kind = db.execute("PRAGMA application_id").fetchone()[0]
        schema = db.execute("PRAGMA user_version").fetchone()[0]
    if (kind, schema) != (health.APPLICATION_ID, header.schema):
        raise BackupDamaged
    if schema > SCHEMA_VERSION:
        raise BackupTooNew
