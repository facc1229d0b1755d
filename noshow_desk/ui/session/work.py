"""Work that takes longer than a blink, done in a thread while the window stays alive."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from noshow_desk.errors import SystemTrouble, UserError

LOOK_EVERY_MS = 5

Answer = tuple[str, Any]


class Work(QObject):
    """One piece of work. Exactly one of its signals comes, in the thread of the window.

    `done` brings the result; `refused` a UserError or SystemTrouble; `broke` any other error, for the crash
    handler. The thread never touches a Qt object: a signal sent from it while the window that asked is being
    closed would crash the program. It leaves its answer in a list, and the window looks there.
    """

    done = Signal(object)
    refused = Signal(object)
    broke = Signal(object)

    def __init__(self, task: Callable[[], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task = task
        self._answers: list[Answer] = []
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look_timeout)

    def start(self) -> None:
        """Begin."""
        threading.Thread(target=_run, args=(self._task, self._answers), daemon=True).start()
        self._look.start()

    def _on_look_timeout(self) -> None:
        if self._answers:
            self._look.stop()
            name, said = self._answers.pop()
            getattr(self, name).emit(said)


def _run(task: Callable[[], Any], answers: list[Answer]) -> None:
    try:
        answer = "done", task()
    except (UserError, SystemTrouble) as trouble:
        answer = "refused", trouble
    except Exception as bug:  # a worker's boundary: the crash handler shows it
        answer = "broke", bug
    answers.append(answer)
