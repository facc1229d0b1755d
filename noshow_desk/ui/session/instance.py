"""One instance a vault: the second start raises the window of the first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal

LOCK_NAME = "in-use.lock"
DOOR_NAME = "in-use.door"


class Instance(QObject):
    """Holds the vault folder for this process.

    `asked_to_show` is emitted when a second start wants our window. The second start knocks by rewriting a
    file that the first one watches: no socket is opened, so that the promise "no network, ever" stays easy
    to check.
    """

    asked_to_show = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / LOCK_NAME))
        # A lock is stale when its process is gone, never because of its age: a desk stays open for days.
        self._lock.setStaleLockTime(0)
        self._watcher: QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Take the folder; False when another process has it.

        A folder that cannot be written needs no lock: it is opened to look only.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        if not self._lock.tryLock(0):
            return self._lock.error() is not QLockFile.LockError.LockFailedError
        self._watch_door()
        return True

    def knock(self) -> None:
        """Ask the process that holds the folder to show its window."""
        (self._folder / DOOR_NAME).write_bytes(b"knock\n")

    def release(self) -> None:
        """Give the folder back, before the process restarts or ends."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
            (self._folder / DOOR_NAME).unlink(missing_ok=True)
        self._lock.unlock()

    def _watch_door(self) -> None:
        door = self._folder / DOOR_NAME
        door.write_bytes(b"")
        self._watcher = QFileSystemWatcher([str(door)], self)
        self._watcher.fileChanged.connect(self._on_watcher_file_changed)

    def _on_watcher_file_changed(self, _path: str) -> None:
        self.asked_to_show.emit()
