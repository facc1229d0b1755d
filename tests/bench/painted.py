"""Runs inside a measured process: says when the first window is painted, and how much memory it took.

`python -m tests.bench.painted empty` shows an empty PySide6 window, `… app FOLDER` the program's first one.
"""

from __future__ import annotations

import gc
import os
import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.tools.resident import resident


class FirstPaint(QObject):
    """Waits for the first painted window, prints its memory in KiB, and ends the process."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first paint of any window; swallow nothing."""
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and watched.isWindow():
            QTimer.singleShot(0, self, tell)
        return False


def tell(*_program: object) -> None:
    """Print the memory and end the process at once."""
    print(resident(), flush=True)
    os._exit(0)


def main(words: list[str]) -> int:
    """Show the window that `words` name, until it is painted."""
    return show_empty() if words[0] == "empty" else show_app(words[1])


def show_empty() -> int:
    """Show a window with nothing in it."""
    application = QApplication(sys.argv[:1])
    first = FirstPaint()
    application.installEventFilter(first)
    shown = QWidget()
    shown.resize(1000, 700)
    shown.show()
    return application.exec()


def show_app(folder: str) -> int:
    """Start the program as its own command does, up to where it goes on after the first paint."""
    gc.disable()  # this and the next as __main__ does before it imports the rest
    from noshow_desk.ui.unread_sources import leave_sources_unread  # deferred: as the next

    leave_sources_unread()
    from noshow_desk import app  # deferred: not in the process of the empty window

    setattr(app.Program, "_settle", tell)  # noqa: B010 - a method of another class, on purpose
    return app.run(["--vault", folder])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
