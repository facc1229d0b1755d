"""Opens a practice vault by its published passphrase, without asking."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Signal

from noshow_desk.i18n import _
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.session.work import Work


class PracticeScreen(FrontScreen):
    """Shown for the blink that the practice vault takes to open."""

    started = Signal()
    opened = Signal(object)
    troubled = Signal(object)
    broke = Signal(object)

    def __init__(self, folder: Path, passphrase: str, *, smallest: Any = None) -> None:
        super().__init__(_("Opening the practice vault…"), _("It holds made-up people only."))
        self._folder, self._passphrase = folder, passphrase
        self._cost = {} if smallest is None else {"smallest": smallest}
        self.finish()
        QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        work = Work(self._open, self)
        work.done.connect(self.opened)
        work.refused.connect(self.troubled)
        work.broke.connect(self.broke)
        work.start()
        self.started.emit()

    def _open(self) -> object:
        from noshow_desk.services import opening  # deferred: loaded by the worker that needs it

        return opening.open_vault(self._folder, passphrase=self._passphrase, **self._cost)
