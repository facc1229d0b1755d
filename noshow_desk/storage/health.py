"""Whether an open database is whole: each page as it was written, each table as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from noshow_desk.storage.driver import connect, translated
from noshow_desk.storage.troubles import VaultDamaged

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sqlite_utils import Database

APPLICATION_ID = 0x4E534457  # "NSDW": a database with it is a vault of this program


def must_be_whole(db: Database) -> None:
    """Raise VaultDamaged unless every page and every table is as it should be."""
    with translated():
        _write_through(db)
        _judge(_broken_pages(db), _tables(db))


def begin_check(db: Database, path: Path, key: bytes) -> Check:
    """Begin to check the database that `db` has open for itself alone; it may be read meanwhile."""
    with translated():
        _write_through(db)
    return Check(path, key)


class Check:
    """The check of a whole database: its pages and its tables at once, each in a thread, with a connection
    of its own. `wait` says how it ended; nothing may be written before.
    """

    def __init__(self, path: Path, key: bytes) -> None:
        from concurrent.futures import (
            ThreadPoolExecutor,
        )  # deferred: 8 ms that the first window does not need

        pool = ThreadPoolExecutor(2)
        self._pages = pool.submit(_ask, path, key, _broken_pages)
        self._tables = pool.submit(_ask, path, key, _tables)
        pool.shutdown(wait=False)

    def wait(self) -> None:
        """Wait for the end. Raises VaultDamaged unless every page and every table is as it should be."""
        with translated():
            _judge(self._pages.result(), self._tables.result())


def _write_through(db: Database) -> None:
    """Put what is written ahead into the file.

    The cipher's check reads the file, and would raise a false alarm over pages that are newer in the
    write-ahead log.
    """
    db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _judge(broken_pages: list[Any], tables: list[Any]) -> None:
    if broken_pages or tables != [("ok",)]:
        raise VaultDamaged


def _ask(path: Path, key: bytes, question: Callable[[Database], list[Any]]) -> list[Any]:
    # Immutable: it asks for no lock, which the connection in use holds.
    db = connect(path, mode="ro&immutable=1", key=key)
    try:
        return question(db)
    finally:
        db.close()


def _broken_pages(db: Database) -> list[Any]:
    return db.conn.execute("PRAGMA cipher_integrity_check").fetchall()


def _tables(db: Database) -> list[Any]:
    return db.conn.execute("PRAGMA quick_check(1)").fetchall()
