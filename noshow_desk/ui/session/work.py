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
        self._answers: list[Answer] = []
        self._thread = threading.Thread(target=_run, args=(task, self._answers), daemon=True)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_EVERY_MS)
        self._look.timeout.connect(self._on_look_timeout)

    def start(self) -> None:
        """Begin."""
        self._thread.start()
        self._look.start()

    def wait(self, seconds: float) -> bool:
        """Wait for the end at most `seconds`, with the window standing still; then the signal has come.

        For when the desk is about to close. Returns False when it takes longer.
        """
        self._thread.join(seconds)
        self._on_look_timeout()
        return not self._thread.is_alive()

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
