"""Shown for the blink that a vault takes to open once its key is known."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal

from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.session.work import Work


class OpeningScreen(FrontScreen):
    """Runs `task`, which opens a vault, in a worker; `opened` brings the open Desk, `started` tells that the
    worker runs.
    """

    started = Signal()
    opened = Signal(object)
    troubled = Signal(object)
    broke = Signal(object)

    def __init__(self, title: str, text: str, task: Callable[[], object]) -> None:
        super().__init__(title, text)
        self._task = task
        self.finish()
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        work = Work(self._task, self)
        work.done.connect(self.opened)
        work.refused.connect(self.troubled)
        work.broke.connect(self.broke)
        work.start()
        self.started.emit()
