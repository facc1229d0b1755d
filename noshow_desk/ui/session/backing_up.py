"""Making a backup, trying one, and removing old ones, out of a window: what holds the vault at once, the rest
in a worker.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services import backup_making, drills, old_backups
from noshow_desk.services.backup_making import Begun, Made
from noshow_desk.services.backups import Reason
from noshow_desk.services.desk import Desk
from noshow_desk.services.drills import Tried
from noshow_desk.services.old_backups import OldBackup
from noshow_desk.ui.session.work import Work


class Task(QObject):
    """Something that needs the vault for a moment and a worker for the rest.

    Exactly one of its signals comes: `done` with a result, `refused` with a UserError or SystemTrouble,
    `broke` with any other error of the worker.
    """

    done = Signal(object)
    refused = Signal(object)
    broke = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._work: Work | None = None

    def start(self) -> None:
        """Begin, on this thread; write unsaved forms first."""
        raise NotImplementedError

    def wait(self, seconds: float) -> bool:
        """Wait for the worker, at most `seconds`: the desk is about to close. False when it takes longer."""
        return self._work is None or self._work.wait(seconds)

    def work(self, task: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Run `task` in a worker, and `done` with what it answers."""
        self._work = Work(task, self)
        self._work.done.connect(done)
        self._work.refused.connect(self.refused)
        self._work.broke.connect(self.broke)
        self._work.start()


class BackingUp(Task):
    """Makes one backup; `done` brings the Made.

    `held_s` are the seconds for which the vault was held and the window stood still.
    """

    def __init__(self, desk: Desk, begin: Callable[[], Begun], parent: QObject | None = None) -> None:
        super().__init__(desk, parent)
        self._begin = begin
        self.held_s = 0.0

    def start(self) -> None:
        """Copy the vault now; all else is done in a worker."""
        before = time.monotonic()
        try:
            begun = self._begin()
        except (UserError, SystemTrouble) as trouble:
            self.refused.emit(trouble)
            return
        self.held_s = time.monotonic() - before
        self.work(partial(backup_making.finish_backup, begun), self._on_finished)

    def _on_finished(self, made: Made) -> None:
        try:
            backup_making.note_backup(self.desk, made)
        except (UserError, SystemTrouble) as trouble:
            self.refused.emit(trouble)
        else:
            self.made(made)

    def made(self, made: Made) -> None:
        """Go on once the backup is made and noted."""
        self.done.emit(made)


class Drilling(BackingUp):
    """Tries the newest backup, which it makes first when there is none; `done` brings the Drilled."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(desk, partial(backup_making.begin_backup, desk, reason=Reason.DRILL), parent)

    def start(self) -> None:
        """Look for the newest backup now; it is opened in a worker."""
        trial = drills.begin_drill(self.desk)
        if trial is None:
            super().start()
        else:
            self.work(partial(drills.try_backup, trial), self._on_tried)

    def made(self, made: Made) -> None:
        """Try the backup just made."""
        trial = drills.trial_of(self.desk, made.backup.file)
        self.work(partial(drills.try_backup, trial), self._on_tried)

    def _on_tried(self, tried: Tried) -> None:
        try:
            drilled = drills.note_drill(self.desk, tried)
        except (UserError, SystemTrouble) as trouble:
            self.refused.emit(trouble)
        else:
            self.done.emit(drilled)


class Removing(BackingUp):
    """Makes a fresh backup and, once it is proven, removes `old`; `done` brings the Removed."""

    def __init__(self, desk: Desk, old: Sequence[OldBackup], parent: QObject | None = None) -> None:
        super().__init__(desk, partial(backup_making.begin_backup, desk), parent)
        self._old = tuple(old)

    def made(self, made: Made) -> None:
        """Remove the old ones."""
        remove = partial(old_backups.remove_old_backups, self._old, after=made)
        self.work(remove, self.done.emit)
