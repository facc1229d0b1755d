"""One instance a vault: the second start raises the window of the first."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

from noshow_desk.services.holding import FolderHold, FolderTaken, hold

LOCK_NAME = "in-use.lock"
DOOR_NAME = "in-use.door"


class Instance(QObject):
    """Holds the vault folder for this process.

    `asked_to_show` is emitted when a second start wants our window. The second start knocks by touching a
    file that the first one watches: no socket is opened, so that the promise "no network, ever" stays easy
    to check, and no byte is written, so that it works while the disk is full.
    """

    asked_to_show = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / LOCK_NAME))
        # A lock is stale when its process is gone, never because of its age: a desk stays open for days.
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None
        self._hold: FolderHold | None = None

    def claim(self) -> bool:
        """Take the folder; False when another process has it.

        A folder that cannot be written needs no lock: it is opened to look only. Where the disk is too full
        for a lock file the folder itself is held, as far as the system can do that.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return True
        locked = self._lock.tryLock(0)
        error = self._lock.error()
        if not locked and error is QLockFile.LockError.PermissionError:
            return True
        try:
            self._hold = hold(self._folder)
        except FolderTaken:
            self._lock.unlock()
            return False
        # Who holds the folder is alone: a lock file that a crash left cannot be replaced on a full disk.
        if self._hold is None and error is QLockFile.LockError.LockFailedError:
            return False
        self._watch_door()
        return True

    def knock(self) -> bool:
        """Ask the process that holds the folder to show its window; False when it cannot be asked."""
        try:
            os.utime(self._folder / DOOR_NAME)
        except OSError:
            return False
        return True

    def release(self) -> None:
        """Give the folder back, before the process restarts or ends."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            with suppress(OSError):
                (self._folder / DOOR_NAME).unlink(missing_ok=True)
        self._lock.unlock()
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    def _watch_door(self) -> None:
        door = self._folder / DOOR_NAME
        try:
            door.write_bytes(b"")
        except OSError:  # not even an empty file: whoever knocks is told to look for this window
            return
        self._watcher = QFileSystemWatcher([str(door)], self)
        self._watcher.fileChanged.connect(self._on_watcher_file_changed)

    def _on_watcher_file_changed(self, _path: str) -> None:
        self.asked_to_show.emit()
