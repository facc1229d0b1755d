"""One megabyte kept back, so that what was typed can still be saved when the disk is full."""

from __future__ import annotations

import os
from pathlib import Path

RESERVE_NAME = "vault.reserve"
_SIZE = 1_000_000


def keep(folder: Path) -> bool:
    """Make the reserve file unless it is there; say whether it is. A full disk is no trouble here."""
    path = folder / RESERVE_NAME
    try:
        if path.exists() and path.stat().st_size == _SIZE:
            return True
        with path.open("wb") as file:
            file.write(os.urandom(_SIZE))  # no zeros: a file system may keep those without taking space
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        give_up(folder)
        return False
    return True


def give_up(folder: Path) -> bool:
    """Give the space of the reserve back to the disk; say whether there was any."""
    try:
        (folder / RESERVE_NAME).unlink()
    except OSError:
        return False
    return True
