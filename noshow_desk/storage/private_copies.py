"""Private copies in the folder for temporary files: of a vault that is only looked at, of a backup that is
proven. Each goes with its process; one left behind by a killed process is swept.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from noshow_desk.storage.folder_hold import FolderHold, FolderTaken, hold
from noshow_desk.storage.outside import DATABASE_NAME

BODY_NAME = "body.db"  # what is proven of a backup
_FILES = (DATABASE_NAME, BODY_NAME)  # what lies in such a folder is called so, with an ending more at most
_YOUNG_S = 60  # a copy that is just being made may not be held yet


class Copy(StrEnum):
    """What is copied, by the beginning of its folder's name."""

    LOOK = "noshow-look-"
    PROOF = "noshow-proof-"


class PrivateCopy:
    """A folder of this user alone, to copy something into; held until `cleanup`, or until the process ends.

    Raises OSError when there is no room for it.
    """

    def __init__(self, kind: Copy) -> None:
        self._place = tempfile.TemporaryDirectory(prefix=kind.value, ignore_cleanup_errors=True)
        self.folder = Path(self._place.name)
        self._hold: FolderHold | None = hold(self.folder)

    def cleanup(self) -> None:
        """Remove the folder with all that is in it."""
        self._place.cleanup()
        if self._hold is not None:
            self._hold.release()
            self._hold = None


@contextmanager
def private_copy(kind: Copy) -> Iterator[Path]:
    """Yield the folder of a copy that goes at the end of the block."""
    copy = PrivateCopy(kind)
    try:
        yield copy.folder
    finally:
        copy.cleanup()


def sweep() -> None:
    """Remove the copies whose process was killed, never one that is in use; safe in a worker."""
    try:
        place = Path(tempfile.gettempdir())
        found = [folder for kind in Copy for folder in place.glob(f"{kind.value}*")]
    except OSError:
        return
    for folder in found:
        if _may_be_left(folder):
            _remove(folder)


def _may_be_left(folder: Path) -> bool:
    """Say whether `folder` is this user's, of an earlier minute, and holds nothing but what we put there."""
    try:
        seen = folder.lstat()
        if folder.is_symlink() or not folder.is_dir():
            return False
        inside = list(folder.iterdir())
    except OSError:
        return False
    ours = not hasattr(os, "getuid") or seen.st_uid == os.getuid()
    known = all(one.name.startswith(_FILES) and one.is_file() for one in inside)
    return ours and known and time.time() - seen.st_mtime > _YOUNG_S


def _remove(folder: Path) -> None:
    """Remove `folder` unless a process has it: by its hold, or, on Windows, by the open file that stays."""
    try:
        held = hold(folder)
    except FolderTaken:
        return
    try:
        if held is not None or os.name == "nt":
            for file in sorted(folder.iterdir()):  # the database before what lies beside it
                file.unlink(missing_ok=True)
            folder.rmdir()
    except OSError:
        return
    finally:
        if held is not None:
            held.release()
