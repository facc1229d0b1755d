"""Work cut into slices of the event loop: for what must stay in the thread of the windows and takes long."""

from __future__ import annotations

import time
from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from noshow_desk.errors import SystemTrouble, UserError

SLICE_SECONDS = 0.012  # so long the window may stand still without anybody noticing


class Slices(QObject):
    """Takes steps of a generator while the window stays alive; `cancel` closes it, and it cleans up.

    `stepped` brings what each step yields. Then one of `done` and `refused` (a UserError or SystemTrouble)
    comes, or nothing after `cancel`. Any other error goes up to the crash handler.
    """

    stepped = Signal(object)
    done = Signal()
    refused = Signal(object)

    def __init__(self, steps: Generator[Any, None, None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """Begin, with the next turn of the event loop."""
        self._timer.start()

    def cancel(self) -> None:
        """Stop at once and have everything half-done taken away."""
        self._timer.stop()
        self._steps.close()

    def _on_timer_timeout(self) -> None:
        until = time.monotonic() + SLICE_SECONDS
        while self._timer.isActive() and time.monotonic() < until:
            self._step()

    def _step(self) -> None:
        try:
            step = next(self._steps)
        except StopIteration:
            self._timer.stop()
            self.done.emit()
        except (UserError, SystemTrouble) as trouble:
            self._timer.stop()
            self.refused.emit(trouble)
        except BaseException:
            self._timer.stop()
            raise
        else:
            self.stepped.emit(step)
