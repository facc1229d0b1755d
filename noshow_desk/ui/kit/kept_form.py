"""Keeps what is typed: 400 ms after the last key, 650 ms after the first at the latest, at once when told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# SAFETY.md, "Nothing typed is lost": a debounce alone lost 3.7 s of steady typing. It asks for 900 ms at the
# latest; what is written then takes a slow disk a while, too.
DEBOUNCE_MS = 400
LONGEST_MS = 650


class KeptForm(QObject):
    """Calls `write` when typing pauses, when it does not pause, and at `flush` with something unkept."""

    def __init__(self, write: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._write = write
        self._dirty = False
        self._pause = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        self._pause.timeout.connect(self.flush)
        self._longest.timeout.connect(self.flush)

    def touch(self) -> None:
        """Say that something was typed."""
        self._dirty = True
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self) -> None:
        """Keep what is not kept yet, now."""
        if self._dirty:
            self._write()  # a full disk raises: it stays unkept, to be tried again
            self.forget()

    def forget(self) -> None:
        """Stop waiting: what was typed has been written as facts."""
        self._dirty = False
        self._pause.stop()
        self._longest.stop()
