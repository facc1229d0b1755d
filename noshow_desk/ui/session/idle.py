"""Notices that nobody is at the desk, by two clocks: one that counts sleep, and the wall clock."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

# Touching the desk: keys, mouse, touch and the wheel. Moving windows or repainting is not a person.
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
LOOK_EVERY_MS = 5_000


def awake_and_asleep() -> float:
    """Return seconds of a clock that goes on while the machine sleeps and that nobody can set back."""
    boottime = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boottime) if boottime is not None else time.monotonic()


class IdleWatch(QObject):
    """Emits `idle` once nobody has touched the desk for `limit_s` seconds by either clock."""

    idle = Signal()

    def __init__(
        self,
        limit_s: float,
        parent: QObject | None = None,
        *,
        steady: Callable[[], float] = awake_and_asleep,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._limit_s = limit_s
        self._steady = steady
        self._wall = wall
        self._touched = (steady(), wall())
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def set_limit(self, limit_s: float) -> None:
        """Lock after `limit_s` seconds from now on."""
        self._limit_s = limit_s

    def touch(self) -> None:
        """Note that somebody is here."""
        self._touched = (self._steady(), self._wall())

    def look(self) -> None:
        """Compare both clocks with the last touch."""
        steady, wall = self._touched
        if max(self._steady() - steady, self._wall() - wall) >= self._limit_s:
            self.touch()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of touches anywhere in the app; never swallow one."""
        if event.type() in TOUCHES:
            self.touch()
        return False
