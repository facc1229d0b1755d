"""Does small pieces of work between two keys, while somebody types and the program would only wait."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer

BETWEEN_MS = 15  # a key that comes while a step is taken is shown in this pause


class Meanwhile(QObject):
    """Takes the `steps` of a generator one by one; each must be over in a few milliseconds.

    What a step raises reaches the crash handler, like an error of any slot, and no further step is taken.
    """

    def __init__(self, steps: Generator[None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps = steps
        self.over = False
        self._timer = QTimer(self, interval=BETWEEN_MS)
        self._timer.timeout.connect(self._on_timer_timeout)

    def start(self) -> None:
        """Begin, unless it is over."""
        if not self.over:
            self._timer.start()

    def hurry(self) -> None:
        """Go on without pauses: nobody types any more."""
        self._timer.setInterval(0)
        self.start()

    def stop(self) -> None:
        """Take no further step; the one that was begun cleans up after itself."""
        self.over = True
        self._timer.stop()
        self._steps.close()

    def _on_timer_timeout(self) -> None:
        done = True
        try:
            done = next(self._steps, self) is self
        finally:
            if done:
                self.stop()
