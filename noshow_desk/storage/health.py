"""Whether an open database is whole: each page as it was written, each table as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from noshow_desk.storage.driver import connect, translated
from noshow_desk.storage.troubles import VaultDamaged

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

APPLICATION_ID = 0x4E534457  # "NSDW": a database with it is a vault of this program


def must_be_whole(db: Database, path: Path | None = None, key: bytes | None = None) -> None:
    """Raise VaultDamaged unless every page and every table is as it should be.

    What is written ahead goes into the file first: the cipher's check reads the file, and would raise a false
    alarm over pages that are newer in the write-ahead log. With the `path` and the `key` of the same file,
    pages and tables are checked at the same time, which takes half as long.
    """
    with translated():
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        pages, tables = (_broken_pages(db), _tables(db)) if path is None else _both(db, path, key)
        if pages or tables != [("ok",)]:
            raise VaultDamaged


def _both(db: Database, path: Path, key: bytes | None) -> tuple[list[Any], list[Any]]:
    """Check the pages through a connection of their own, in a thread of their own."""
    from concurrent.futures import ThreadPoolExecutor  # deferred: 8 ms that the first window does not need

    # Immutable: it asks for no lock, which `db` may hold. Nobody writes before the checks have ended.
    beside = connect(path, mode="ro&immutable=1", key=key)
    try:
        with ThreadPoolExecutor(1) as pool:
            pages = pool.submit(_broken_pages, beside)
            tables = _tables(db)
            return pages.result(), tables
    finally:
        beside.close()


def _broken_pages(db: Database) -> list[Any]:
    return db.conn.execute("PRAGMA cipher_integrity_check").fetchall()


def _tables(db: Database) -> list[Any]:
    return db.conn.execute("PRAGMA quick_check(1)").fetchall()
