"""Waits for a moment in which nobody types or clicks, for work that would make the next key wait."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from noshow_desk.ui.session.idle import TOUCHES

LOOK_EVERY_MS = 500
PATIENCE_S = 600.0  # after ten minutes without a pause a short one has to do
SHORT_S = 1.5


class QuietMoment(QObject):
    """Emits `came` once nobody has touched the desk for a while; nothing is watched before `wait_for`."""

    came = Signal()

    def __init__(
        self, parent: QObject | None = None, *, steady: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._steady = steady
        self._wanted_s = self._since = self._touched = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def wait_for(self, seconds: float) -> None:
        """Begin to wait for `seconds` without a key or a click. Being asked again starts anew."""
        self._wanted_s = seconds
        self._since = self._touched = self._steady()
        self._watch()

    def wait_again(self) -> None:
        """Go on waiting: somebody came back in the moment that was used. The patience goes on."""
        self._touched = self._steady()
        self._watch()

    def stop(self) -> None:
        """Wait no longer."""
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    @property
    def waits(self) -> bool:
        """Say whether a moment is being waited for."""
        return self._timer.isActive()

    def is_still(self) -> bool:
        """Say whether nobody has come back since `came`."""
        return self._steady() - self._touched >= self._needed()

    def look(self) -> None:
        """See whether the moment has come."""
        if self.waits and self.is_still():
            self._timer.stop()  # the filter stays: `is_still` is asked once more, then `stop` is called
            self.came.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take note of touches anywhere in the app; never swallow one."""
        if event.type() in TOUCHES:
            self._touched = self._steady()
        return False

    def _watch(self) -> None:
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self._timer.start()

    def _needed(self) -> float:
        patient = self._steady() - self._since < PATIENCE_S
        return self._wanted_s if patient else min(self._wanted_s, SHORT_S)
