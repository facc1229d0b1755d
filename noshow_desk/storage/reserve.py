"""One megabyte kept back, so that what was typed can still be saved when the disk is full."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from noshow_desk.storage.replace import disk_trouble
from noshow_desk.storage.troubles import DiskFull, DiskTrouble

RESERVE_NAME = "vault.reserve"
_SIZE = 1_000_000
_LEAST = 65_536  # bytes: what the database library needs beside a vault to read it

_Result = TypeVar("_Result")


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


def helping(folder: Path, task: Callable[[], _Result]) -> _Result:
    """Return what `task` does with the vault in `folder`; without room for it, done again in that of the
    reserve. Raises DiskFull when that is not enough, and whatever else `task` does.
    """
    try:
        return _telling_room(folder, task)
    except DiskFull:
        if not give_up(folder):
            raise
    return _telling_room(folder, task)


def _telling_room(folder: Path, task: Callable[[], _Result]) -> _Result:
    """Do `task`; DiskFull where the database library says "disk I/O error" for want of room."""
    try:
        return task()
    except DiskTrouble as trouble:
        if _has_room(folder):
            raise
        raise DiskFull from trouble


def _has_room(folder: Path) -> bool:
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(os.urandom(_LEAST))
            file.flush()
    except OSError as error:
        return not isinstance(disk_trouble(error), DiskFull)
    return True
