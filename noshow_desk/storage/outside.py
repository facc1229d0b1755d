"""How a vault looks from outside, without a key: all that the first window has to know."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

DATABASE_NAME = "vault.db"
KEY_NAME = "vault.key"
SMALLEST_FILE = 4096  # one page


class VaultState(StrEnum):
    """How the vault in a folder looks from outside, without a key."""

    MISSING = "missing"
    READY = "ready"
    NO_KEY_FILE = "no_key_file"
    EMPTY_FILE = "empty_file"
    CUT_OFF = "cut_off"


def state(folder: Path) -> VaultState:
    """Return how the vault in `folder` looks; without a key file the recovery key still opens it."""
    path = folder / DATABASE_NAME
    if not path.is_file():
        return VaultState.MISSING
    size = path.stat().st_size
    if size < SMALLEST_FILE:
        return VaultState.CUT_OFF if size else VaultState.EMPTY_FILE
    return VaultState.READY if (folder / KEY_NAME).is_file() else VaultState.NO_KEY_FILE
