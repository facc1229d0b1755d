"""Work that takes longer than a blink, done in a thread while the window stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from noshow_desk.errors import SystemTrouble, UserError


class Work(QObject):
    """One piece of work. Exactly one of its signals comes, in the thread of the window.

    `done` brings the result; `refused` a UserError or SystemTrouble; `broke` any other error, for the crash
    handler.
    """

    done = Signal(object)
    refused = Signal(object)
    broke = Signal(object)

    def __init__(self, task: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = task

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        try:
            result = self._task()
        except (UserError, SystemTrouble) as trouble:
            self.refused.emit(trouble)
        except Exception as bug:  # a worker's boundary: the crash handler shows it
            self.broke.emit(bug)
        else:
            self.done.emit(result)
