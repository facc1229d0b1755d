"""Opens a practice vault by its published passphrase, without asking."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from noshow_desk.i18n import _
from noshow_desk.ui.front.opening_screen import OpeningScreen


class PracticeScreen(OpeningScreen):
    """Shown for the blink that the practice vault takes to open."""

    def __init__(self, folder: Path, passphrase: str, *, smallest: Any = None) -> None:
        self._folder, self._passphrase = folder, passphrase
        self._cost = {} if smallest is None else {"smallest": smallest}
        title, text = _("Opening the practice vault…"), _("It holds made-up people only.")
        super().__init__(title, text, self._open)

    def _open(self) -> object:
        from noshow_desk.services import opening  # deferred: loaded by the worker that needs it

        return opening.open_vault(self._folder, passphrase=self._passphrase, **self._cost)
