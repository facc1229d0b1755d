"""What the dialogs about keys share: slow work in a worker, and what went wrong at its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.session.work import Work


class KeyDialog(Dialog):
    """Runs one piece of slow work at a time; while it runs nothing can be pressed, nor the dialog closed.

    `changed` brings the Changes of what was done; `broke` a bug of a worker.
    """

    changed = Signal(object)
    broke = Signal(object)
    least_width = 560

    def __init__(self, title: str, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.desk = desk
        self.note = PlainLabel("", "body", "muted", wrap=True)
        self.note.hide()
        self._busy = False
        self._done: Callable[[Any], None] | None = None

    def work(self, task: Callable[[], Any], done: Callable[[Any], None], note: str) -> None:
        """Run `task` in a worker and give its result to `done`; `note` says what takes so long."""
        self._done = done
        self.set_busy(note)
        work = Work(task, self)
        work.done.connect(self._on_work_done)
        work.refused.connect(self._on_work_refused)
        work.broke.connect(self._on_work_broke)
        work.start()

    def set_busy(self, note: str) -> None:
        """Take no input and say `note`; "" takes input again."""
        self._busy = bool(note)
        self._say(note)
        self.setCursor(Qt.CursorShape.BusyCursor if note else Qt.CursorShape.ArrowCursor)
        for widget in self.locked():
            widget.setDisabled(self._busy)

    def locked(self) -> list[QWidget]:
        """Return what cannot be used while work is done."""
        return []

    def show_trouble(self, trouble: UserError | SystemTrouble) -> None:
        """Say what went wrong; dialogs with a field for it override this."""
        self._say(trouble.sentence)

    def reject(self) -> None:
        """Close, unless work is being done: half-made keys must not go on alone."""
        if not self._busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._busy:
            event.ignore()
        else:
            super().closeEvent(event)

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.setVisible(bool(sentence))

    def _on_work_done(self, result: object) -> None:
        self.set_busy("")
        if self._done is not None:
            self._done(result)

    def _on_work_refused(self, trouble: UserError | SystemTrouble) -> None:
        self.set_busy("")
        self.show_trouble(trouble)

    def _on_work_broke(self, bug: object) -> None:
        self.set_busy("")
        self.broke.emit(bug)
