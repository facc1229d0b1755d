"""What every watch over the system says: nobody is at the desk any more."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication


class Away(QObject):
    """Emits `left(hurry)` when the desk must be locked at once; `hurry` when the computer sleeps in seconds.

    This one is for systems that tell nothing.
    """

    left = Signal(bool)

    def start(self) -> None:
        """Begin to listen; never raises where the system has nobody to listen to."""


def is_session_ending() -> bool:
    """Say whether the computer is being shut down, or the person logged off, as far as the system tells."""
    application = QGuiApplication.instance()
    return isinstance(application, QGuiApplication) and application.isSavingSession()
