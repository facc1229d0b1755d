"""Work that takes longer than a blink, done in a thread while the window stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import suppress
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
            name, said = "done", self._task()
        except (UserError, SystemTrouble) as trouble:
            name, said = "refused", trouble
        except Exception as bug:  # a worker's boundary: the crash handler shows it
            name, said = "broke", bug
        # Qt's objects may be gone by now: the window that asked was closed, and nobody is left to hear it.
        with suppress(RuntimeError):
            getattr(self, name).emit(said)
