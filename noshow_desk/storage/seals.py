"""What the pages of a vault file tell without opening it: whose key sealed them, and whether they are junk.

SQLCipher 4 keeps 80 bytes at the end of each page of 4,096: 16 to begin the cipher with, and an HMAC-SHA512
of all before it and of the page's number. The HMAC's key is made of the database key and of the salt, which
are the first 16 bytes of the file. https://www.zetetic.net/sqlcipher/design/
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator
from pathlib import Path

from noshow_desk.storage import keys

_PAGE = 4096
_SEAL = 64
_SALT = 16
_SALT_MASK = 0x3A
_ROUNDS = 2
_MOST_PAGES = 256  # one whole page is proof enough; a long file is not read to its end for it
_SECTOR = 512
_FEWEST_VALUES = 150  # of 256: encrypted sectors have 221, give or take 5


def is_sealed_with(path: Path, secret: bytes) -> bool:
    """Say whether a page of the file at `path` was sealed with the key of `secret`: then it is its vault.

    A damaged file whose first page is lost still has others. False when the file cannot be read.
    """
    try:
        salt = _salt(path)
        key = hashlib.pbkdf2_hmac(
            "sha512", keys.database_key(secret), bytes(one ^ _SALT_MASK for one in salt), _ROUNDS, 32
        )
        return any(_is_whole(page, number, key) for number, page in _pages(path))
    except OSError:
        return False


def looks_encrypted(path: Path) -> bool:
    """Say whether the first page of the file at `path` may be that of a vault whose key is not at hand.

    What was encrypted looks like chance; zeros, text and the files of other programs do not. False when the
    file cannot be read.
    """
    try:
        with path.open("rb") as file:
            page = file.read(_PAGE)
    except OSError:
        return False
    sectors = [page[start : start + _SECTOR] for start in range(0, _PAGE, _SECTOR)]
    return all(len(set(sector)) >= _FEWEST_VALUES for sector in sectors)


def _salt(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_SALT)


def _pages(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield number and bytes of the pages, evenly chosen where there are many."""
    count = path.stat().st_size // _PAGE
    step = max(1, -(-count // _MOST_PAGES))
    with path.open("rb") as file:
        for number in range(1, count + 1, step):
            file.seek((number - 1) * _PAGE)
            yield number, file.read(_PAGE)


def _is_whole(page: bytes, number: int, key: bytes) -> bool:
    sealed = page[_SALT if number == 1 else 0 : -_SEAL]
    made = hmac.new(key, sealed + number.to_bytes(4, "little"), hashlib.sha512).digest()
    return hmac.compare_digest(made, page[-_SEAL:])
