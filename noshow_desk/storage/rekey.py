"""A new secret for a vault whose passphrase or recovery key was seen: a new copy, then an exchange.

Two files must change together, the database and the key file, and no system replaces two at once. So a
journal says what is going on, and `settle` finishes or gives up what a crash left half done: a vault opens
with its old keys or with its new ones, whenever the machine stops.

    1. an encrypted copy with the new key, checked     a crash here leaves a copy that nobody uses
    2. the journal: the new key file, and the first page of the copy      here the old keys still hold
    3. the copy takes the place of the database        from here on the new keys hold
    4. the key file is written from the journal, and the journal goes
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from noshow_desk.storage import health, key_file, keys
from noshow_desk.storage.driver import connect, translated
from noshow_desk.storage.outside import DATABASE_NAME
from noshow_desk.storage.replace import disk_trouble, make_private, sync_folder, write_by_replace
from noshow_desk.storage.troubles import DiskTrouble, VaultDamaged, VaultInUse

if TYPE_CHECKING:
    from sqlite_utils import Database

    from noshow_desk.storage.open_vault import Vault

COPY_NAME = f"{DATABASE_NAME}.rekeyed"
JOURNAL_NAME = "vault.rekey"

_FORMAT = "noshow-desk new keys 1"
_LARGEST_JOURNAL = 20_000
_PAGE = 4096


@dataclass(frozen=True, slots=True)
class Prepared:
    """A copy that waits to take the place of the open `vault`, and how the vault's file looked then."""

    vault: Vault
    folder: Path
    looked: tuple[int, int, str]


def prepare(vault: Vault, secret: bytes) -> Prepared:
    """Write a copy of the open vault that only `secret` opens, and check it whole; the vault stays as it is.

    Takes as long as a backup and needs as much room. Raises VaultReadOnly, DiskFull, DiskTrouble or
    VaultDamaged, and then nothing is left behind.
    """
    vault.session.must_write()
    folder = _folder(vault)
    copy = folder / COPY_NAME
    sweep(folder)
    try:
        vault.checkpoint()
        looked = _looks(folder / DATABASE_NAME)
        _make_copy(copy)
        with translated():
            vault.session.db.conn.execute("VACUUM INTO ?", (str(copy),))
        _change_key(copy, vault.secret, secret)
        _must_hold_the_same(copy, secret, vault.session.db)
        _sync(copy)
    except BaseException:
        sweep(folder)
        raise
    return Prepared(vault, folder, looked)


def exchange(prepared: Prepared, key_content: Mapping[str, Any]) -> None:
    """Close the vault and put the prepared copy in its place, with the key file `key_content`.

    Raises VaultInUse when the vault was written to meanwhile, DiskFull, VaultReadOnly or DiskTrouble;
    `settle` then leaves it with the old keys or with the new ones.
    """
    folder = prepared.folder
    try:
        prepared.vault.close()
        _forget_the_log(folder)
        promise(folder / COPY_NAME, key_content)
        if _looks(folder / DATABASE_NAME) != prepared.looked or _written_ahead(folder):
            raise VaultInUse
        _swap(folder / COPY_NAME, folder / DATABASE_NAME)
    except OSError as error:
        raise disk_trouble(error) from error
    settle(folder)


def promise(copy: Path, key_content: Mapping[str, Any] | None) -> None:
    """Write the journal: once `copy` has taken the place of the database beside it, `settle` makes
    `key_content` the key file (None: takes the key file away). Raises as `exchange` does, or OSError.
    """
    content = None if key_content is None else dict(key_content)
    journal = {"format": _FORMAT, "first_page": _first_page(copy), "key_file": content}
    write_by_replace(copy.with_name(JOURNAL_NAME), json.dumps(journal).encode())


def settle(folder: Path) -> None:
    """Finish an exchange of keys that was cut off, or give it up; nothing happens where there was none.

    To be called before the key file is read. Raises VaultReadOnly, DiskFull or DiskTrouble.
    """
    if not (folder / JOURNAL_NAME).is_file():
        return
    try:
        journal = _journal(folder)
        if journal is not None and journal.get("first_page") == _first_page(folder / DATABASE_NAME):
            _exchange_key_file(folder, journal["key_file"])
        else:
            (folder / COPY_NAME).unlink(missing_ok=True)
        (folder / JOURNAL_NAME).unlink(missing_ok=True)
        sync_folder(folder)
    except OSError as error:
        raise disk_trouble(error) from error


def sweep(folder: Path) -> None:
    """Remove what a killed change of keys left behind, and any file that was being replaced beside the vault;
    only for the process that has the vault open.
    """
    left = [folder / COPY_NAME, folder / f"{COPY_NAME}-journal"]
    left += folder.glob("*.????????.new")  # as storage.replace calls its temporary files
    for path in left:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise disk_trouble(error) from error


def _make_copy(copy: Path) -> None:
    try:
        make_private(copy)
    except OSError as error:
        raise disk_trouble(error) from error


def _change_key(copy: Path, old: bytes, new: bytes) -> None:
    """Encrypt every page of the copy anew; were it cut off, the copy would be thrown away."""
    db = connect(copy, mode="rw", key=keys.database_key(old))
    try:
        with translated():
            db.execute("PRAGMA journal_mode = MEMORY").fetchall()
            db.execute(f"PRAGMA rekey = \"x'{keys.database_key(new).hex()}'\"")
    finally:
        db.close()


def _must_hold_the_same(copy: Path, secret: bytes, original: Database) -> None:
    """Raise VaultDamaged unless the copy opens with `secret`, is whole and has as many rows everywhere."""
    db = connect(copy, mode="rw", key=keys.database_key(secret))
    try:
        health.must_be_whole(db)
        with translated():
            if _counts(db) != _counts(original):
                raise VaultDamaged
    finally:
        db.close()


def _counts(db: Database) -> dict[str, int]:
    names = [row[0] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()]
    return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _swap(copy: Path, path: Path) -> None:
    """Here, and only here, the keys of the vault change."""
    copy.replace(path)
    sync_folder(path.parent)


def _journal(folder: Path) -> dict[str, Any] | None:
    """Return the journal; None when it is damaged (it is written whole, so only by a bad disk)."""
    with (folder / JOURNAL_NAME).open("rb") as file:
        written = file.read(_LARGEST_JOURNAL)
    try:
        content = json.loads(written)
    except (ValueError, RecursionError):
        return None
    whole = isinstance(content, dict) and content.get("format") == _FORMAT
    return content if whole and isinstance(content.get("key_file", ""), dict | None) else None


def _exchange_key_file(folder: Path, content: Mapping[str, Any] | None) -> None:
    if content is None:
        (folder / key_file.KEY_NAME).unlink(missing_ok=True)
    else:
        key_file.write_content(folder, content)


def _first_page(path: Path) -> str:
    """Return a hash of the first page: encrypted with a random start, no two copies share it."""
    with path.open("rb") as file:
        return hashlib.blake2b(file.read(_PAGE), digest_size=32).hexdigest()


def _looks(path: Path) -> tuple[int, int, str]:
    found = path.stat()
    return found.st_size, found.st_mtime_ns, _first_page(path)


def _written_ahead(folder: Path) -> bool:
    log = folder / f"{DATABASE_NAME}-wal"
    return log.exists() and log.stat().st_size > 0


def _forget_the_log(folder: Path) -> None:
    """Make sure that no page of the old key waits beside the database: it would be read into the new one."""
    if _written_ahead(folder):
        raise VaultInUse
    (folder / f"{DATABASE_NAME}-wal").unlink(missing_ok=True)
    sync_folder(folder)


def _sync(path: Path) -> None:
    try:
        with path.open("r+b") as file:
            os.fsync(file.fileno())
        sync_folder(path.parent)
    except OSError as error:
        raise disk_trouble(error) from error


def _folder(vault: Vault) -> Path:
    if vault.folder is None:
        raise DiskTrouble  # a vault in memory has no keys
    return vault.folder
