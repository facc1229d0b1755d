"""The one door to the database library: connects with a key, and sorts the library's errors."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from noshow_desk.storage.troubles import (
    DiskFull,
    DiskTrouble,
    NotThisKey,
    VaultDamaged,
    VaultInUse,
    VaultMistake,
    VaultReadOnly,
    VaultTrouble,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

_PATIENCE = 0.3  # seconds; whoever holds a vault holds it until it is closed

_TROUBLES: dict[str, type[VaultMistake] | type[VaultTrouble]] = {
    "SQLITE_NOTADB": NotThisKey,
    "SQLITE_CORRUPT": VaultDamaged,
    "SQLITE_BUSY": VaultInUse,
    "SQLITE_LOCKED": VaultInUse,
    "SQLITE_FULL": DiskFull,
    "SQLITE_READONLY": VaultReadOnly,
    "SQLITE_IOERR": DiskTrouble,
    "SQLITE_CANTOPEN": DiskTrouble,
    "SQLITE_PROTOCOL": VaultInUse,
}


def library() -> Any:
    """Return the SQLCipher driver, registered under the name by which sqlite-utils looks for a driver.

    sqlite-utils imports `pysqlite3` before the standard library's module; unless it finds ours there, its
    `except OperationalError` never matches an error of our connection.
    """
    from sqlcipher3 import dbapi2  # deferred: 10 ms that the first window does not need

    sys.modules.setdefault("pysqlite3", dbapi2)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    return dbapi2


def connect(where: str | Path, *, mode: str, key: bytes | None) -> Database:
    """Open the database file `where` with the raw 32-byte `key` (None: no encryption, for memory only).

    `mode` is "rw" (never makes a file), "rwc", "ro", or "ro&immutable=1". The file is first read when the
    connection is first asked something. The connection may be handed from thread to thread, never used
    by two at once.
    """
    driver = library()
    # deferred: together 110 ms that the first window does not need
    from sqlite_utils import Database as Wrapped

    from noshow_desk.storage import folding

    target = ":memory:" if where == ":memory:" else f"{Path(where).absolute().as_uri()}?mode={mode}"
    with translated():
        connection = driver.connect(
            target, uri=True, isolation_level=None, check_same_thread=False, timeout=_PATIENCE
        )
        connection.execute("PRAGMA cipher_log_level=NONE")  # otherwise it writes to standard error
        if key is not None:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for function, arguments in ((folding.name_order, 2), (folding.index_words, 3)):
            connection.create_function(function.__name__, arguments, function, deterministic=True)
        return Wrapped(connection, execute_plugins=False)


@contextmanager
def translated() -> Iterator[None]:
    """Turn the driver's errors inside the block into the troubles of this program.

    An error that only a bug can cause (syntax, a broken constraint) passes through as it is.
    """
    driver = library()
    try:
        yield
    except driver.Error as error:
        trouble = _trouble(error)
        if trouble is None:
            raise
        raise trouble() from error


def _trouble(error: Exception) -> type[VaultMistake] | type[VaultTrouble] | None:
    name = str(getattr(error, "sqlite_errorname", ""))
    return next((trouble for code, trouble in _TROUBLES.items() if name.startswith(code)), None)
