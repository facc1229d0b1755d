"""Private copies of a vault that is only looked at: each goes with its process, one left behind is swept."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path

from noshow_desk.storage.folder_hold import FolderHold, FolderTaken, hold
from noshow_desk.storage.outside import DATABASE_NAME

_START = "noshow-look-"
_YOUNG_S = 60  # a copy that is just being made may not be held yet


class LookCopy:
    """A folder of this user alone, to copy a vault into; held until `cleanup`, or until the process ends."""

    def __init__(self) -> None:
        self._place = tempfile.TemporaryDirectory(prefix=_START, ignore_cleanup_errors=True)
        self.folder = Path(self._place.name)
        self._hold: FolderHold | None = hold(self.folder)

    def cleanup(self) -> None:
        """Remove the folder with all that is in it."""
        self._place.cleanup()
        if self._hold is not None:
            self._hold.release()
            self._hold = None


def sweep() -> None:
    """Remove the copies whose process was killed, never one that is in use; safe in a worker."""
    try:
        found = list(Path(tempfile.gettempdir()).glob(f"{_START}*"))
    except OSError:
        return
    for folder in found:
        if _may_be_left(folder):
            _remove(folder)


def _may_be_left(folder: Path) -> bool:
    try:
        seen = folder.lstat()
    except OSError:
        return False
    if folder.is_symlink() or not folder.is_dir():
        return False
    ours = not hasattr(os, "getuid") or seen.st_uid == os.getuid()
    return ours and time.time() - seen.st_mtime > _YOUNG_S


def _remove(folder: Path) -> None:
    """Remove `folder` unless a process has it: by its hold, or, on Windows, by the open file that stays."""
    try:
        held = hold(folder)
    except FolderTaken:
        return
    try:
        if held is not None or os.name == "nt":
            (folder / DATABASE_NAME).unlink(missing_ok=True)
            shutil.rmtree(folder, ignore_errors=True)
    except OSError:
        return
    finally:
        if held is not None:
            held.release()
