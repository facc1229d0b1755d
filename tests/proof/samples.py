"""Vaults that the proofs break and kill: small, filled with every branch, and opened for next to nothing."""

from __future__ import annotations

import hashlib
import random
import shutil
from datetime import UTC, datetime
from pathlib import Path

from noshow_desk.domain.client import Caseworker
from noshow_desk.services import opening, practice_data
from noshow_desk.services.desk import Desk
from noshow_desk.services.opening import OpenKey
from noshow_desk.storage import driver, key_file, keys, vault
from noshow_desk.storage.keys import FAST_FOR_TESTS

PASSPHRASE = "four quiet words here"
SECRET = bytes(range(16))
NOW = datetime(2026, 3, 10, 13, 42, tzinfo=UTC)
ZONE = "America/New_York"


def clock() -> datetime:
    """Return the time at which all proofs happen."""
    return NOW


def new_vault(folder: Path, *, clients: int, seed: int = 1) -> None:
    """Make a closed vault in `folder` with made-up clients in every branch."""
    folder.mkdir(parents=True)
    key_file.seal(folder, SECRET, PASSPHRASE, FAST_FOR_TESTS)
    vault.create(folder, SECRET).close()
    desk = open_desk(folder)
    with desk.act():
        desk.vault.caseworkers.add(Caseworker(name="Dana Whitfield", office_name="Second Start"))
    if clients:
        practice_data.fill_practice_vault(desk, clients=clients, seed=seed)
    opening.close(desk)


def open_desk(folder: Path, secret: bytes = SECRET) -> Desk:
    """Open the vault of a proof, all checks included."""
    return opening.open_with(OpenKey(folder, secret), zone=ZONE, clock=clock)


def put_back(template: Path, folder: Path) -> None:
    """Make `folder` a fresh copy of `template`."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(template, folder)


def rows_of(desk: Desk) -> str:
    """Return a hash of every row of every table of an open vault."""
    digest = hashlib.sha256()
    db = desk.vault.session.db
    tables = [
        row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]
    for table in tables:
        if not table.startswith("search"):
            for row in db.execute(f'SELECT * FROM "{table}" ORDER BY 1'):
                digest.update(repr(row).encode())
    return digest.hexdigest()


def database_rows(path: Path) -> int:
    """Return how many clients a database file holds, opened by the driver alone."""
    db = driver.connect(path, mode="ro", key=keys.database_key(SECRET))
    try:
        return int(db.execute("SELECT count(*) FROM client").fetchone()[0])
    finally:
        db.close()


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Return `content` with one kind of damage that disks, sticks and half copies do."""
    return chance.choice(_DAMAGES)(bytearray(content), chance)


def _bit(content: bytearray, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    content[place] ^= 1 << chance.randrange(8)
    return bytes(content)


def _run(content: bytearray, chance: random.Random) -> bytes:
    start, length = chance.randrange(len(content)), chance.choice((1, 16, 512, 4096, 40_000))
    length = min(length, len(content) - start)
    content[start : start + length] = chance.choice(
        (bytes(length), chance.randbytes(length), b"\xff" * length)
    )
    return bytes(content)


def _cut(content: bytearray, chance: random.Random) -> bytes:
    page = 4096 * chance.randrange(len(content) // 4096 + 1)
    return bytes(content[: chance.choice((page, chance.randrange(len(content))))])


def _longer(content: bytearray, chance: random.Random) -> bytes:
    more = chance.choice((1, 100, 4096, 8192))
    return bytes(content) + chance.choice((bytes(more), chance.randbytes(more), bytes(content[-more:])))


def _pages_swapped(content: bytearray, chance: random.Random) -> bytes:
    pages = len(content) // 4096
    one, two = (4096 * chance.randrange(pages) for _ in range(2))
    content[one : one + 4096], content[two : two + 4096] = (
        content[two : two + 4096],
        content[one : one + 4096],
    )
    return bytes(content)


def _shifted(content: bytearray, chance: random.Random) -> bytes:
    place = chance.randrange(len(content))
    if chance.random() < 0.5:
        del content[place : place + chance.randrange(1, 5000)]
    else:
        content[place:place] = chance.randbytes(chance.randrange(1, 5000))
    return bytes(content)


_DAMAGES = (_bit, _bit, _run, _cut, _longer, _pages_swapped, _shifted)
