"""One backup is one file: a header, then a whole encrypted database. It needs nothing else but a key.

Bytes 0 to 8191 are the header (see backup_header); all that follows is the body: a SQLCipher 4 database,
made by VACUUM INTO and encrypted with the database key of the vault. To open the body without this program:

1.  The secret S has 16 bytes. The recovery key spells it in Crockford's base32 (see recovery). A passphrase
    opens it too: the header's `key_slot` is the vault's key file (see key_file): argon2id makes a 32-byte key
    of the passphrase and the salt, and XChaCha20-Poly1305 with the nonce opens `sealed`; the authenticated
    data is the JSON of format, version, kdf, salt and fingerprint, keys sorted, no spaces.
2.  Database key = BLAKE2b of the one byte "1", keyed with S, personalised "noshow-database.", 32 bytes.
3.  tail -c +8193 FILE > vault.db, then in any SQLCipher 4: PRAGMA key = "x'…64 hex digits…'";

A file is written under another name, opened, checked and only then renamed: there is no half backup.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from noshow_desk import __version__
from noshow_desk.storage import backup_body, backup_header, keys, private_copies
from noshow_desk.storage.backup_header import BLOCK, Header
from noshow_desk.storage.backup_troubles import (
    BackupDamaged,
    BackupDiskFull,
    BackupFolderTrouble,
    BackupMissing,
    BackupUnreadable,
    NoRoomToCheck,
    NotABackup,
)
from noshow_desk.storage.private_copies import BODY_NAME, Copy
from noshow_desk.storage.replace import disk_trouble, make_folder, make_private, replacing
from noshow_desk.storage.troubles import DiskFull, DiskTrouble, VaultReadOnly

if TYPE_CHECKING:
    from sqlite_utils import Database

SUFFIX = ".nsdbackup"
MAKING = ".making"  # the end of a database on its way into a backup; one that was left behind is no use

_PIECE = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a new backup is to say of itself; see `Header`."""

    counter: int
    made_at: datetime
    reason: str
    practice: bool
    key_slot: Mapping[str, Any] | None


@dataclass(frozen=True, slots=True)
class Copied:
    """A database on its way into a backup: copied out of the vault, not yet proven and not yet a backup.

    `making` is that copy, `counts` how many rows each table of the vault had.
    """

    making: Path
    facts: Facts
    counts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Proof:
    """A backup that was opened and found whole: its header, and how many rows each table has."""

    header: Header
    counts: Mapping[str, int]


def write(db: Database, path: Path, *, secret: bytes, facts: Facts) -> Header:
    """Write a backup of the open database `db` to `path` and prove it. Takes 1 s for each 40 MB.

    Raises BackupDiskFull, BackupFolderTrouble, BackupNotProven; VaultDamaged when the vault itself cannot be
    read whole. Then `path` is as it was.
    """
    return finish(begin(db, path, facts=facts), path, secret=secret)


def begin(db: Database, path: Path, *, facts: Facts) -> Copied:
    """Copy the open database `db` beside `path`: the only part of a backup that holds the connection, and
    a third of its time. Raises as `write` does; then nothing is left behind.
    """
    making = path.with_name(f"{path.name}.{secrets.token_hex(4)}{MAKING}")
    try:
        make_folder(path.parent)
        make_private(making)
        return Copied(making, facts, backup_body.copy_database(db, making))
    except (OSError, DiskFull, DiskTrouble, VaultReadOnly) as error:
        _drop(making)
        raise writing_trouble(error) from error
    except BaseException:
        _drop(making)
        raise


def finish(copied: Copied, path: Path, *, secret: bytes) -> Header:
    """Prove what `begin` copied and make it the backup at `path`; safe in a worker. Raises as `write` does.

    Whatever happens, the copy is gone afterwards.
    """
    making = copied.making
    try:
        body = backup_body.proven(making, secret, copied.counts)
        header = _header(making, body, secret, copied.facts)
        with making.open("rb") as source, replacing(path) as file:
            file.write(backup_header.pack(header, secret))
            _copied(source, file)
    except (OSError, DiskFull, DiskTrouble, VaultReadOnly) as error:
        raise writing_trouble(error) from error
    finally:
        _drop(making)
    return header


def read_header(path: Path, secret: bytes | None = None) -> Header:
    """Return what the backup at `path` says of itself; believe it only when `secret` is given.

    The size of the file is compared too. Raises BackupMissing, BackupUnreadable, NotABackup, BackupDamaged,
    BackupTooNew, BackupOfAnother.
    """
    with _open(path) as file:
        return _read_header(file, secret)


def prove(path: Path, secret: bytes) -> Proof:
    """Open the backup at `path` under a temporary name and check all of it. Takes 1 s for each 80 MB.

    Raises what `read_header` does, and NoRoomToCheck. The temporary copy is as encrypted as the backup.
    """
    try:
        private_copies.sweep()
        with private_copies.private_copy(Copy.PROOF) as place:
            return extract(path, place / BODY_NAME, secret)
    except OSError as error:
        raise NoRoomToCheck from error


def extract(path: Path, target: Path, secret: bytes) -> Proof:
    """Write the body of the backup at `path` to `target`, safely on the disk, and check all of it there.

    Raises what `read_header` does, and OSError when `target` cannot be written; then there is no `target`.
    """
    try:
        with _open(path) as source:
            header = _read_header(source, secret)
            with replacing(target) as body:
                digest = _copied(source, body)
        if not hmac.compare_digest(digest, header.hash):
            raise BackupDamaged
        return Proof(header, backup_body.must_hold(target, header, secret))
    except BaseException:
        forget(target)
        raise


def copy(path: Path, target: Path, secret: bytes) -> None:
    """Copy a backup to another folder, and prove the copy as it lies there: its header by the key's seal, its
    body by the hash that the header has of it.

    Raises BackupMissing, BackupUnreadable, BackupDamaged (the original), BackupDiskFull and
    BackupFolderTrouble; then `target` is as it was.
    """
    try:
        make_folder(target.parent)
        with _open(path) as source, replacing(target) as file:
            header = _read_header(source, secret)
            source.seek(0)
            file.write(source.read(BLOCK))
            if not hmac.compare_digest(_copied(source, file), header.hash):
                raise BackupDamaged
            _must_lie_there(file, header, secret)
    except OSError as error:
        raise writing_trouble(error) from error


def _must_lie_there(file: BinaryIO, header: Header, secret: bytes) -> None:
    """Raise BackupFolderTrouble unless what was written to `file` is read back from the drive as `header`
    says.
    """
    file.flush()
    os.fsync(file.fileno())
    if hasattr(os, "posix_fadvise"):  # else the system would answer from memory what it never asked the drive
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    try:
        with _open(Path(file.name)) as written:
            alike = _read_header(written, secret) == header and _digest(written) == header.hash
    except (BackupDamaged, BackupUnreadable, NotABackup) as error:
        raise BackupFolderTrouble from error
    if not alike:
        raise BackupFolderTrouble


def writing_trouble(error: Exception) -> BackupDiskFull | BackupFolderTrouble:
    """Return the trouble of someone who wants a backup written."""
    trouble = disk_trouble(error) if isinstance(error, OSError) else error
    return BackupDiskFull() if isinstance(trouble, DiskFull) else BackupFolderTrouble()


def forget(path: Path) -> None:
    """Remove a file that is no use, if it is there and the system lets it go."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _header(making: Path, body: backup_body.Body, secret: bytes, facts: Facts) -> Header:
    with making.open("rb") as file:
        digest = _digest(file)
    return Header(
        app=__version__,
        counter=facts.counter,
        made_at=facts.made_at,
        reason=facts.reason,
        practice=facts.practice,
        fingerprint=keys.fingerprint(secret).hex(),
        size=making.stat().st_size,
        hash=digest,
        schema=body.schema,
        change=body.change,
        act=body.act,
        contents=backup_header.contents_seal(body.counts, secret),
        key_slot=None if facts.key_slot is None else dict(facts.key_slot),
    )


def _read_header(file: BinaryIO, secret: bytes | None) -> Header:
    try:
        block = file.read(BLOCK)
        size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise BackupUnreadable from error
    header = backup_header.unpack(block)
    if secret is not None:
        backup_header.must_be_sealed(block, header, secret)
    if size != BLOCK + header.size:
        raise BackupDamaged
    return header


def _open(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except FileNotFoundError as error:
        raise BackupMissing from error
    except OSError as error:
        raise BackupUnreadable from error


def _copied(source: BinaryIO, target: BinaryIO) -> str:
    """Copy the rest of `source` and return its BLAKE2b-256 in hex."""
    digest = hashlib.blake2b(digest_size=32)
    for piece in _pieces(source):
        digest.update(piece)
        target.write(piece)
    return digest.hexdigest()


def _digest(file: BinaryIO) -> str:
    digest = hashlib.blake2b(digest_size=32)
    for piece in _pieces(file):
        digest.update(piece)
    return digest.hexdigest()


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    try:
        while piece := file.read(_PIECE):
            yield piece
    except OSError as error:
        raise BackupUnreadable from error


def _drop(making: Path) -> None:
    """Remove a copy of a database that did not become a backup, or has become one."""
    forget(making)
    forget(making.with_name(f"{making.name}-journal"))
