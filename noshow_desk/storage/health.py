"""Whether an open database is whole: each page as it was written, each table as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from noshow_desk.storage.driver import translated
from noshow_desk.storage.troubles import VaultDamaged

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x4E534457  # "NSDW": a database with it is a vault of this program


def must_be_whole(db: Database) -> None:
    """Raise VaultDamaged unless every page and every table is as it should be.

    What is written ahead goes into the file first: the cipher's check reads the file, and would raise a false
    alarm over pages that are newer in the write-ahead log.
    """
    with translated():
        db.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        broken_pages = db.conn.execute("PRAGMA cipher_integrity_check").fetchall()
        if broken_pages or db.conn.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
            raise VaultDamaged
