"""Looks at the older incidents of a large vault while the person is not waiting for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from noshow_desk.services import queries
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge

AT_A_TIME = 20  # some 10 ms: no key has to wait for it
PAUSE_MS = 25
START_MS = 500  # first the window is painted


class CatchUp(QObject):
    """Goes on until the lists are whole, then lets every view read them again; nothing to do in a small
    vault.
    """

    def __init__(self, desk: Desk, bridge: Bridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._bridge = bridge
        self._over = False
        self._timer = QTimer(self)
        self._timer.setInterval(PAUSE_MS)
        self._connect()
        QTimer.singleShot(START_MS, self, self._begin)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._on_timer_timeout)
        self._bridge.changed.connect(self._on_bridge_changed)

    def stop(self) -> None:
        """Look at nothing any more: the vault is being closed."""
        self._over = True
        self._timer.stop()

    def _begin(self) -> None:
        self._on_bridge_changed(None)

    def _on_bridge_changed(self, _changes: object) -> None:
        """Start, or start again after an act that wrote so much that the lists begin anew."""
        if not self._over and not self._timer.isActive() and not queries.catch_up(self._desk, 0):
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        if queries.catch_up(self._desk, AT_A_TIME):
            self._timer.stop()
            self._bridge.changed.emit(Changes(everything=True))
