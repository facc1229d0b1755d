"""Files that were set aside beside a vault, by a restore or a new beginning: only a person removes them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from noshow_desk.storage import backup_file, keys
from noshow_desk.storage.driver import connect, translated
from noshow_desk.storage.outside import DATABASE_NAME, KEY_NAME, LOG_ENDS
from noshow_desk.storage.troubles import VaultMistake, VaultTrouble

if TYPE_CHECKING:
    from noshow_desk.storage.open_vault import Vault

_VAULTS = ("vault-before-restore-*.db",)  # as storage.backup_restore calls them
_KEYS = ("vault-before-restore-*.key", f"{KEY_NAME}.old*")  # the second: storage.key_file
_LARGEST_KEY_FILE = 10_000


def vaults_in(folder: Path) -> list[Path]:
    """Return the vault files that restores set aside in `folder`; one that still is the vault itself, under
    a second name, is not among them.
    """
    current = folder / DATABASE_NAME
    return [path for path in _found(folder, _VAULTS) if not _is_same(path, current)]


def keys_in(folder: Path) -> list[Path]:
    """Return the key files that were set aside in `folder`."""
    return _found(folder, _KEYS)


def last_change(path: Path, secret: bytes) -> tuple[int, str] | None:
    """Return the last line of the change log of the vault file at `path`, and its act; None when `secret`
    does not open it, or it is damaged. Nothing is written beside it.
    """
    try:
        db = connect(path, mode="ro&immutable=1", key=keys.database_key(secret))
        try:
            with translated():
                row = db.execute("SELECT seq, act FROM change ORDER BY seq DESC LIMIT 1").fetchone()
        finally:
            db.close()
    except (VaultMistake, VaultTrouble):
        return None
    return (int(row[0]), str(row[1])) if row else (0, "")


def is_after(vault: Vault, last: tuple[int, str], line: int) -> bool:
    """Say whether a file whose change log ends with `last` surely holds what line `line` did to the vault."""
    seq, act = last
    return seq >= line and vault.session.row("SELECT act FROM change WHERE seq = ?", (seq,)) == (act,)


def fingerprint_in(path: Path) -> str:
    """Return the fingerprint that a key file says it has, also a damaged one; "" when it tells none."""
    try:
        with path.open("rb") as file:
            content = json.loads(file.read(_LARGEST_KEY_FILE))
        return str(content["fingerprint"])
    except (OSError, ValueError, RecursionError, KeyError, TypeError):
        return ""


def forget(path: Path) -> None:
    """Remove a file and, with it, what the database library has kept beside it, as far as the system lets
    them go.
    """
    for end in LOG_ENDS:
        backup_file.forget(path.with_name(f"{path.name}{end}"))
    backup_file.forget(path)


def _found(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    try:
        return sorted(path for name in patterns for path in folder.glob(name) if path.is_file())
    except OSError:
        return []


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False
