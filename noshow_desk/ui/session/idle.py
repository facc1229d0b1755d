"""Notices that nobody is at the desk, by two clocks: one that counts sleep, and the wall clock."""

from __future__ import annotations

import sys
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
# What a window gets before it shows anything: after a sleep one of these, or a touch, comes first.
BEFORE_PAINTING = frozenset(
    {
        QEvent.Type.Expose,
        QEvent.Type.UpdateRequest,
        QEvent.Type.WindowActivate,
        QEvent.Type.ApplicationActivate,
        QEvent.Type.ApplicationStateChange,
    }
)
LOOK_EVERY_MS = 5_000
HELD_S = 1_800.0  # UX.md: script pages hold the idle lock for 30 minutes


def awake_and_asleep() -> float:
    """Return seconds of a clock that goes on while the machine sleeps and that nobody can set back.

    Linux calls it BOOTTIME, macOS MONOTONIC_RAW (on Linux that one stops in sleep); on Windows Python's own
    goes on.
    """
    name = "CLOCK_MONOTONIC_RAW" if sys.platform == "darwin" else "CLOCK_BOOTTIME"
    clock = getattr(time, name, None)
    return time.clock_gettime(clock) if clock is not None else time.monotonic()


def nothing_is_read() -> bool:
    """Stand in where no page holds the lock."""
    return False


class IdleWatch(QObject):
    """Emits `idle` once nobody has touched the desk for `limit_s` seconds by either clock.

    While `held` says that something is read aloud the limit is half an hour, unless it is longer anyway.
    """

    idle = Signal()

    def __init__(
        self,
        limit_s: float,
        parent: QObject | None = None,
        *,
        held: Callable[[], bool] = nothing_is_read,
        steady: Callable[[], float] = awake_and_asleep,
        wall: Callable[[], float] = time.time,
    ) -> None:
        super().__init__(parent)
        self._limit_s = limit_s
        self._held = held
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

    def look(self) -> bool:
        """Compare both clocks with the last touch; True when the time has passed, which was told then."""
        steady, wall = self._touched
        gone = max(self._steady() - steady, self._wall() - wall)
        if gone < self._limit_s or (gone < HELD_S and self._held()):
            return False
        self.touch()
        self.idle.emit()
        return True

    def sees(self, kind: QEvent.Type) -> bool:
        """Take note of an event anywhere in the app; True when it must go no further.

        The first one after a long sleep neither shows anything nor counts as somebody who was here all along.
        """
        if kind in TOUCHES:
            if self.look():
                return True
            self.touch()
            return False
        return kind in BEFORE_PAINTING and self.look()
