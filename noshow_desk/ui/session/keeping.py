"""The desk looks after its backups: in a quiet moment after half an hour of changes, with a drill once a
month, and when somebody asks.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_, _, clock
from noshow_desk.services import backup_making, drills
from noshow_desk.services.backup_making import Begun, Made
from noshow_desk.services.backups import Reason
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.drills import Drilled
from noshow_desk.services.old_backups import OldBackup, Removed
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.session.backing_up import BackingUp, Drilling, Removing, Task
from noshow_desk.ui.session.turns import Job, Turns

LOOK_EVERY_MS = 60_000
QUIET_S = 5.0
AS_LONG = 10  # times: what held the window for 2 s waits for 20 s without a key
QUIET_MOST_S = 60.0
LAST_WAIT_S = 20.0

BACKING_UP = N_("Backing up…")
COPYING = N_("Copying to the second folder…")
TRYING = N_("Trying the newest backup…")
REMOVING = N_("Removing old backups…")


class Keeping(QObject):
    """Makes backups and tries them while the vault is open, one thing at a time; it shows nothing itself.

    `stood` tells that something about backups is to be shown anew. `doing` says what is being done, "" when
    nothing is; `ended` how it ended; `said` a sentence to be shown in passing, `told` a title and a text that
    answer what somebody asked for. `trouble` and `second_trouble` say why the last backup, or its copy, was
    not made. `keep` writes what is typed in open forms.
    """

    stood = Signal()
    doing = Signal(str)
    ended = Signal(str)
    said = Signal(str)
    told = Signal(str, str)

    def __init__(
        self, desk: Desk, bridge: Bridge, keep: Callable[[], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._bridge, self._keep = desk, bridge, keep
        self.turns = Turns(self)
        self.trouble = self.second_trouble = ""
        self._by_hand = False
        self._then: Callable[[str], None] | None = None
        self._task: Task | None = None
        self._refused_at: datetime | None = None
        self._quiet_s = QUIET_S
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._connect()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self.turns.told.connect(self._on_turns_told)

    @property
    def busy(self) -> bool:
        """Say whether something is being done: what the buttons would do has to wait."""
        return bool(self.turns.doing)

    def start(self) -> None:
        """Look after the backups from now on; a practice vault and one that cannot be written need none."""
        if backup_making.looks_after_itself(self._desk):
            backup_making.sweep(self._desk)
            self._timer.start()

    def stop(self) -> None:
        """Begin nothing any more: the vault is being closed."""
        self._timer.stop()
        self.turns.stop()

    def finish(self) -> None:
        """Wait for what a worker is doing, some seconds at most, so that it need not be done again."""
        if self._task is not None:
            self._task.wait(LAST_WAIT_S)

    def look(self) -> None:
        """See whether something is due; it then waits for a quiet moment."""
        if not self.turns.is_free or self._is_too_soon():
            return
        if self._is_backup_due():
            self.turns.take(Job(_(BACKING_UP), partial(self._back_up, Reason.CHANGES), self._quiet_s))
        elif drills.drill_due(self._desk):
            self.turns.take(Job(_(TRYING), self._drill, self._quiet_s))

    def back_up_now(self) -> None:
        """Make a backup at once."""
        self.turns.take(Job(_(BACKING_UP), partial(self._asked, partial(self._back_up, Reason.BY_HAND))))

    def back_up_then(self, then: Callable[[str], None]) -> None:
        """Make a backup at once and give `then` what was in its way, "" for nothing; nobody else is told."""
        if self.busy:
            then(_("Something is being done with the backups just now. Try again in a moment."))
            return
        self._then = then
        self.back_up_now()

    def copy_now(self) -> None:
        """Bring the second folder up to date."""
        copy = partial(self._make, partial(backup_making.begin_copy, self._desk))
        self.turns.take(Job(_(COPYING), partial(self._asked, copy)))

    def try_newest(self) -> None:
        """Open the newest backup to try."""
        self.turns.take(Job(_(TRYING), partial(self._asked, self._drill)))

    def remove(self, old: tuple[OldBackup, ...]) -> None:
        """Make a fresh backup, and remove `old` once that is proven."""
        self.turns.take(Job(_(REMOVING), partial(self._asked, partial(self._remove, old))))

    # ------------------------------------------------------------------ doing it

    def _asked(self, begin: Callable[[], None]) -> None:
        self._by_hand = True
        begin()

    def _back_up(self, reason: Reason) -> None:
        self._make(partial(backup_making.begin_backup, self._desk, reason=reason))

    def _make(self, begin: Callable[[], Begun]) -> None:
        self._run(BackingUp(self._desk, begin, self), self._on_made)

    def _drill(self) -> None:
        self._run(Drilling(self._desk, self), self._on_drilled)

    def _remove(self, old: tuple[OldBackup, ...]) -> None:
        self._run(Removing(self._desk, old, self), self._on_removed)

    def _run(self, task: Task, done: Callable[[Any], None]) -> None:
        task.done.connect(done)
        task.refused.connect(self._on_refused)
        task.broke.connect(self._on_broke)
        self._task = task
        try:
            self._keep()
        except (UserError, SystemTrouble) as trouble:
            self._on_refused(trouble)
        else:
            task.start()

    def _on_made(self, made: Made) -> None:
        self.trouble, self._refused_at = "", None
        if isinstance(self._task, BackingUp):
            self._quiet_s = min(max(QUIET_S, AS_LONG * self._task.held_s), QUIET_MOST_S)
        before, self.second_trouble = self.second_trouble, made.second_problem if made.second_here else ""
        by_hand = self._over(_("Backed up {time}").format(time=clock(self._desk.local_now())))
        if self._was_waited_for(""):
            return
        if made.second_problem and by_hand:
            self.told.emit(_("The second folder got no copy"), made.second_problem)
        elif self.second_trouble and self.second_trouble != before:
            self.said.emit(_("The second folder got no copy. “Your data” says why."))

    def _on_drilled(self, drilled: Drilled) -> None:
        self._over("" if drilled.problem else _("The newest backup opened whole"))
        if drilled.problem:
            self.said.emit(_("The newest backup did not open as it should. “Your data” says more."))
            self.turns.take(Job(_(BACKING_UP), partial(self._back_up, Reason.DRILL), self._quiet_s))

    def _on_removed(self, removed: Removed) -> None:
        self._over("")
        if removed.left:
            text = _("The system did not let go of these. Delete them yourself:\n\n{files}")
            files = "\n".join(map(str, removed.left))
            self.told.emit(_("Not all were removed"), text.format(files=files))
        else:
            self.said.emit(_("Removed. A fresh backup was made before and opened to prove it."))

    def _on_refused(self, trouble: UserError | SystemTrouble) -> None:
        """Tell it once and try again in half an hour: what is in a backup's way is in nobody else's."""
        before, self.trouble = self.trouble, trouble.sentence
        self._refused_at = self._desk.now()
        by_hand = self._over("")
        if self._was_waited_for(trouble.sentence):
            return
        if by_hand:
            self.told.emit(_("No backup was made"), trouble.sentence)
        elif self.trouble != before:
            self.said.emit(_("No backup was made. “Your data” says why."))

    def _was_waited_for(self, problem: str) -> bool:
        """Tell who waits for a backup what was in its way; False when nobody does."""
        then, self._then = self._then, None
        if then is not None:
            then(problem)
        return then is not None

    def _on_broke(self, bug: BaseException) -> None:
        self._over("")
        self._was_waited_for(_("No backup was made"))
        raise bug

    def _is_too_soon(self) -> bool:
        since = self._refused_at
        return since is not None and not backup_making.may_be_tried_again(since, self._desk.now())

    def _is_backup_due(self) -> bool:
        try:
            return backup_making.is_due(self._desk, Reason.CHANGES)
        except (UserError, SystemTrouble):
            return True  # making one says what is in the way

    def _over(self, said: str) -> bool:
        """Note that it is done, say how it ended, and return whether somebody had asked for it."""
        by_hand, self._by_hand = self._by_hand, False
        if self._task is not None:
            self._task.deleteLater()
            self._task = None
        self.turns.over()
        if said:
            self.ended.emit(said)
        if by_hand:
            self._bridge.changed.emit(Changes())
        return by_hand

    def _on_turns_told(self, sentence: str) -> None:
        self.doing.emit(sentence)
        self.stood.emit()
