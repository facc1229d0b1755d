"""The first 8,192 bytes of a backup: what it is, how to open it, and two seals over that.

| bytes | what |
|---|---|
| 0 to 15 | the words `NoShowDeskBackup` |
| 16 to 19 | the length of the header, big-endian |
| 20 on | the header, JSON in UTF-8; zeros to the end of its space |
| 8128 to 8159 | BLAKE2b-256 of all bytes before: tells damage from a wrong key |
| 8160 to 8191 | the same, keyed with `keys.backup_key(S)`: nobody without the key can change it |
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any

from noshow_desk.storage import keys
from noshow_desk.storage.backup_troubles import BackupDamaged, BackupOfAnother, BackupTooNew, NotABackup

BLOCK = 8192
MAGIC = b"NoShowDeskBackup"
FORMAT = "noshow-desk backup"
VERSION = 1

_HASH = 32
_HEADER_AT = len(MAGIC) + 4
_CHECK_AT = BLOCK - 2 * _HASH
_SEAL_AT = BLOCK - _HASH


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a backup says of itself before it is opened; nothing in it names a person.

    `counter` rises with each backup of a vault and orders them; `made_at` has an offset. `size` and `hash`
    (BLAKE2b-256, hex) are those of the body, `schema` its version. `change` is the last line of the change
    log in it and `act` that line's act. `contents` is a keyed hash of how many rows each table has.
    `key_slot` is the key file of the vault, or None: then the recovery key alone opens it.
    """

    app: str
    counter: int
    made_at: datetime
    reason: str
    practice: bool
    fingerprint: str
    size: int
    hash: str
    schema: int
    change: int
    act: str
    contents: str
    key_slot: dict[str, Any] | None = field(repr=False)


def pack(header: Header, secret: bytes) -> bytes:
    """Return the 8,192 bytes that stand for `header`, sealed with the key made from `secret`."""
    plain = {"format": FORMAT, "version": VERSION, **asdict(header), "made_at": header.made_at.isoformat()}
    text = json.dumps(plain, sort_keys=True).encode()
    if _HEADER_AT + len(text) > _CHECK_AT:
        raise ValueError("a header has to fit into its block")
    start = (MAGIC + len(text).to_bytes(4, "big") + text).ljust(_CHECK_AT, b"\0")
    checked = start + _checksum(start)
    return checked + _seal(checked, secret)


def unpack(block: bytes) -> Header:
    """Return the header that `block` holds, unless a byte of it changed by accident.

    Without the key nobody can tell a change made on purpose: see `must_be_sealed`. Raises NotABackup,
    BackupDamaged, BackupTooNew.
    """
    if len(block) != BLOCK or not block.startswith(MAGIC):
        raise BackupDamaged if _was_one(block) else NotABackup
    if not hmac.compare_digest(_checksum(block[:_CHECK_AT]), block[_CHECK_AT:_SEAL_AT]):
        raise BackupDamaged
    length = int.from_bytes(block[len(MAGIC) : _HEADER_AT], "big")
    try:
        plain = json.loads(block[_HEADER_AT : _HEADER_AT + length])
        if plain["version"] > VERSION:
            raise BackupTooNew
        return _header(plain)
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise BackupDamaged from error


def must_be_sealed(block: bytes, header: Header, secret: bytes) -> None:
    """Raise BackupOfAnother when `secret` is another vault's, BackupDamaged when the header was changed."""
    if not hmac.compare_digest(header.fingerprint, keys.fingerprint(secret).hex()):
        raise BackupOfAnother
    if not hmac.compare_digest(_seal(block[:_SEAL_AT], secret), block[_SEAL_AT:]):
        raise BackupDamaged


def contents_seal(counts: Mapping[str, int], secret: bytes) -> str:
    """Return a keyed hash of how many rows each table has, so that a header tells nobody the numbers."""
    text = json.dumps(dict(sorted(counts.items()))).encode()
    return hashlib.blake2b(text, key=keys.backup_key(secret), digest_size=_HASH).hexdigest()


def _header(plain: Mapping[str, Any]) -> Header:
    numbers = [plain[name] for name in ("counter", "size", "schema", "change")]
    texts = [plain[name] for name in ("app", "reason", "fingerprint", "hash", "act", "contents", "made_at")]
    slot = plain["key_slot"]
    if (
        any(type(number) is not int or number < 0 for number in numbers)
        or not all(isinstance(text, str) and text.isascii() for text in texts)
        or not (slot is None or isinstance(slot, dict))
        or plain["format"] != FORMAT
    ):
        raise ValueError
    made_at = datetime.fromisoformat(plain["made_at"])
    if made_at.tzinfo is None:
        raise ValueError
    known = {name: plain[name] for name in Header.__dataclass_fields__ if name != "made_at"}
    return Header(**known, made_at=made_at)


def _was_one(block: bytes) -> bool:
    """Say whether `block` was a backup's before it was cut off or a few bytes of its name changed."""
    alike = sum(found == meant for found, meant in zip(block, MAGIC, strict=False))
    return alike >= len(MAGIC) // 2


def _checksum(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_HASH).digest()


def _seal(content: bytes, secret: bytes) -> bytes:
    return hashlib.blake2b(content, key=keys.backup_key(secret), digest_size=_HASH).digest()
