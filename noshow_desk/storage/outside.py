"""How a vault looks from outside, without a key: all that the first window has to know."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

DATABASE_NAME = "vault.db"
KEY_NAME = "vault.key"
BACKUPS_NAME = "backups"
LOG_ENDS = ("-journal", "-wal", "-shm")  # what the database library keeps beside the file
SMALLEST_FILE = 4096  # one page

# What stands beside a vault and stays when its file is moved or deleted.
_BESIDE = (KEY_NAME, f"{DATABASE_NAME}-wal", "vault-before-restore-*.db", f"{BACKUPS_NAME}/*.nsdbackup")


class VaultState(StrEnum):
    """How the vault in a folder looks from outside, without a key."""

    MISSING = "missing"
    READY = "ready"
    NO_KEY_FILE = "no_key_file"
    EMPTY_FILE = "empty_file"
    CUT_OFF = "cut_off"
    UNREADABLE = "unreadable"


def state(folder: Path) -> VaultState:
    """Return how the vault in `folder` looks; without a key file the recovery key still opens it."""
    path = folder / DATABASE_NAME
    try:
        if not path.is_file():
            return VaultState.MISSING
        size = path.stat().st_size
        if size < SMALLEST_FILE:
            return VaultState.CUT_OFF if size else VaultState.EMPTY_FILE
        return VaultState.READY if (folder / KEY_NAME).is_file() else VaultState.NO_KEY_FILE
    except OSError:  # the system lets nobody look into the folder
        return VaultState.UNREADABLE


def was_here(folder: Path) -> bool:
    """Say whether a vault was in `folder` whose file is not there any more: its key file or a backup is."""
    try:
        if (folder / DATABASE_NAME).is_file():
            return False
        return (folder / DATABASE_NAME).exists() or any(any(folder.glob(name)) for name in _BESIDE)
    except OSError:
        return False


def besides(path: Path) -> set[Path]:
    """Return the files that the database library has put beside the file `path`."""
    names = (path.with_name(f"{path.name}{end}") for end in ("-shm", "-wal"))
    return {name for name in names if name.exists()}
