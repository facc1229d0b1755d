"""Keeps what is typed: 400 ms after the last key, at most 900 ms after the first, and at once when told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

# SAFETY.md, "Nothing typed is lost": a debounce alone lost 3.7 s of steady typing.
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

    @property
    def dirty(self) -> bool:
        """Say whether something typed is not kept yet."""
        return self._dirty

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
