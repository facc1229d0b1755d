"""A screen that does one slow thing at a time: how far it is, a way to stop it, and what went wrong."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services.restoring import Stopped, Watch
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.session.work import Work

LOOK_EVERY_MS = 60


class ProgressLine(QWidget):
    """What is being done, how far it is, and a button to stop it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = PlainLabel("", "body", "muted", wrap=True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress"))
        self.stop_button = SecondaryButton(_("&Stop"), "x")
        self._watch = Watch()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.note, 2)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop_button)
        self.hide()
        self._connect()

    def _connect(self) -> None:
        self._look.timeout.connect(self._on_look_timeout)
        self.stop_button.clicked.connect(self._on_stop_button_clicked)

    def begin(self, note: str, watch: Watch) -> None:
        """Show `note` and follow `watch`."""
        self._watch = watch
        self.note.setText(note)
        self.stop_button.setEnabled(True)
        self._on_look_timeout()
        self.show()
        self._look.start()

    def end(self) -> None:
        """Show nothing any more."""
        self._look.stop()
        self.hide()

    def _on_look_timeout(self) -> None:
        self.bar.setValue(self._watch.percent)
        self.bar.setVisible(self._watch.percent > 0)
        if self._watch.past_stopping:
            self.stop_button.setEnabled(False)

    def _on_stop_button_clicked(self) -> None:
        self._watch.stop()
        self.note.setText(_("Stopping…"))
        self.stop_button.setEnabled(False)


class SlowScreen(FrontScreen):
    """A front screen that lays out `progress` and `trouble` somewhere; `broke` brings a bug of the worker."""

    broke = Signal(object)

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title, text)
        self.progress = ProgressLine()
        self.trouble = Banner("", "amber", "triangle-alert")
        self.trouble.hide()
        self._watch: Watch | None = None
        self._done: Callable[[Any], None] | None = None

    def run(self, task: Callable[[Watch], Any], done: Callable[[Any], None], note: str) -> None:
        """Do `task` in a worker and give its result to `done`; nothing else can be done meanwhile."""
        watch = Watch()
        self._watch, self._done = watch, done
        self.set_busy(True)
        self.progress.begin(note, watch)
        self.progress.stop_button.setFocus()

        def work_on() -> Any:
            return task(watch)

        work = Work(work_on, self)
        work.done.connect(self._on_work_done)
        work.refused.connect(self._on_work_refused)
        work.broke.connect(self._on_work_broke)
        work.start()

    def is_busy(self) -> bool:
        """Say whether something is being done."""
        return self._watch is not None

    def set_busy(self, busy: bool) -> None:
        """Lock what cannot be used meanwhile; a screen adds its own."""
        self.trouble.hide()
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)

    def show_trouble(self, trouble: UserError | SystemTrouble) -> None:
        """Say what went wrong; a screen with a field for it puts it there."""
        self.trouble.show_text(trouble.sentence)
        self.trouble.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stop what can be stopped: nobody is waiting for it."""
        super().hideEvent(event)
        if self._watch is not None:
            self._watch.stop()

    def _rest(self) -> None:
        self._watch = None
        self.progress.end()
        self.set_busy(False)
        self.setFocus()

    def _on_work_done(self, result: object) -> None:
        self._rest()
        if self._done is not None:
            self._done(result)

    def _on_work_refused(self, trouble: UserError | SystemTrouble) -> None:
        self._rest()
        if not isinstance(trouble, Stopped):
            self.show_trouble(trouble)

    def _on_work_broke(self, bug: object) -> None:
        self._rest()
        self.broke.emit(bug)
