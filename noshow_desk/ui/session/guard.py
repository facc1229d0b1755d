"""Watches over the open desk: locks it when nobody is there, and clears what was copied."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from noshow_desk.ui.session.away import away_watch
from noshow_desk.ui.session.clipboard_guard import ClipboardGuard
from noshow_desk.ui.session.idle import IdleWatch, nothing_is_read
from noshow_desk.ui.session.leaving import Away


class Guard(QObject):
    """One filter over all events of the app, for the clocks and for copying by key.

    `lock_wanted(hurry)`: nobody has been here for `idle_s` seconds, the session was locked, or the computer
    is about to sleep (hurry). `reads_aloud` says when a script holds the idle lock; it holds no other.
    """

    lock_wanted = Signal(bool)

    def __init__(
        self,
        application: QApplication,
        idle_s: float,
        parent: QObject | None = None,
        *,
        reads_aloud: Callable[[], bool] = nothing_is_read,
        away: Away | None = None,
    ) -> None:
        super().__init__(parent)
        self.idle = IdleWatch(idle_s, self, held=reads_aloud)
        self.clipboard = ClipboardGuard(self)
        self.away = away
        self.idle.idle.connect(self._on_idle)
        self._application = application
        # In the next turn: making and showing the first page are thousands of events and not one touch, and a
        # bus is asked once that page is painted.
        QTimer.singleShot(0, self, self._watch)

    def set_idle_limit(self, seconds: float) -> None:
        """Lock after so many seconds without a touch."""
        self.idle.set_limit(seconds)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stop what comes first after a long sleep, and copying by key, which is done here with care."""
        kind = event.type()
        if self.idle.sees(kind):
            return True
        return kind is QEvent.Type.KeyPress and self.clipboard.copies(watched, cast(QKeyEvent, event))

    def _watch(self) -> None:
        self._application.installEventFilter(self)
        self.away = self.away or away_watch(self)
        self.away.left.connect(self.lock_wanted)
        self.away.start()

    def _on_idle(self) -> None:
        self.lock_wanted.emit(False)
