"""Runs inside a measured process: unlocks the vault in FOLDER as a person does, then locks it.

`python -m tests.bench.entered FOLDER` prints milliseconds: from Enter to the painted Today, the key
derivation alone, from the lock until nothing shows, and until a fresh process would be started.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer

from tests.bench.measure import seconds

TYPING_MS = 2_500  # nobody types a passphrase in less


class Entering(QObject):
    """Follows one program from its front door to the painted workspace."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        from noshow_desk import app  # deferred: garbage is not collected any more by now, as in __main__

        self._loop = QEventLoop()
        self._application = app.make_application(["bench"])
        self.program = app.Program(self._application, folder, app.CrashHandler())
        self.program.start()
        assert self.program.front is not None
        # After the program's own slot: by then the workspace is there, and not painted yet.
        self.program.front.opened.connect(self._on_front_opened)

    def unlock(self, passphrase: str) -> None:
        """Open the vault, and return when Today is painted."""
        from noshow_desk.ui.front.unlock import UnlockScreen  # deferred: loaded by the first window

        front = self.program.front
        screen = front.findChild(UnlockScreen) if front is not None else None
        assert isinstance(screen, UnlockScreen)
        screen.words.setText(passphrase)
        screen.submit()
        self._loop.exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look for the first paint of the workspace; swallow nothing."""
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._loop.quit)
        return False

    def _on_front_opened(self, _desk: object) -> None:
        self.program.workspace.window.installEventFilter(self)


def main(folder: Path) -> None:
    """Unlock and lock once, and print how long each took."""
    gc.disable()  # as __main__ does before it imports the rest
    entering = Entering(folder)
    wait(TYPING_MS)
    from noshow_desk.services import opening  # deferred: loaded by then, as the program itself does

    say(seconds(partial(entering.unlock, opening.PRACTICE_PASSPHRASE)))
    say(seconds(partial(opening.derive_key, folder, passphrase=opening.PRACTICE_PASSPHRASE)))
    wait(TYPING_MS)
    lock(entering)


def lock(entering: Entering) -> None:
    """Lock the desk and end this process where it would be replaced by a fresh one."""
    from noshow_desk import app  # deferred: as above
    from noshow_desk.ui.session.curtain import Curtain

    draw = Curtain.draw
    began = time.perf_counter()

    def drawn(curtain: Curtain) -> None:
        draw(curtain)
        say(time.perf_counter() - began)

    def restarted(_words: object) -> None:
        say(time.perf_counter() - began)
        os._exit(0)

    setattr(Curtain, "draw", drawn)  # noqa: B010 - a method of another class, on purpose
    setattr(app, "restart", restarted)  # noqa: B010 - likewise
    began = time.perf_counter()
    entering.program.lock()


def say(took: float) -> None:
    """Print `took` seconds in milliseconds."""
    print(took * 1000, flush=True)


def wait(milliseconds: int) -> None:
    """Let the program do what it does while nobody touches it."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
