"""Holding a folder for this process without writing a byte: also where the disk is full."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform != "win32":
    import fcntl


class FolderTaken(Exception):
    """Another process, or another hold of this one, has the folder."""


class FolderHold:
    """A folder that is held until `release`, or until the process ends, however it ends."""

    def __init__(self, handle: int | None) -> None:
        self._handle = handle

    def __del__(self) -> None:
        self.release()

    def release(self) -> None:
        """Let go of the folder."""
        handle, self._handle = self._handle, None
        if handle is not None:
            os.close(handle)


def hold(folder: Path) -> FolderHold | None:
    """Hold `folder`, which must be there; None where the system cannot say who has it.

    The lock lies on the folder, never on a file in it: letting go of it must not let go of the locks of
    the database library. Raises FolderTaken.
    """
    if sys.platform == "win32":
        return None  # there a file that is open cannot be removed, and a folder cannot be locked
    try:
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    held = FolderHold(handle)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise FolderTaken from error
    except OSError:  # a drive that knows no locks
        return None
    return held
