"""What is shown instead of a vault that cannot be opened: one sentence, and the ways on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from noshow_desk.i18n import _
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.kit.labels import PlainLabel


class TroubleScreen(FrontScreen):
    """Says what is wrong with the vault in `folder`. `with_key` offers the recovery key as a way on."""

    try_again = Signal()
    key_wanted = Signal()
    folder_wanted = Signal()
    width_wanted = 560

    def __init__(self, sentence: str, folder: Path, *, with_key: bool) -> None:
        super().__init__(_("The vault did not open"), "")
        self.sentence = sentence
        self.column.addWidget(Banner(sentence, "amber", "triangle-alert"))
        self.column.addWidget(
            PlainLabel(_("Folder: {folder}").format(folder=folder), "hint", "muted", wrap=True)
        )
        again = _("Use the &recovery key") if with_key else _("&Try again")
        self.again_button = PrimaryButton(again, "key-round" if with_key else "refresh-cw")
        self.folder_button = SecondaryButton(_("Choose another &folder…"), "folder-open")
        self.add_line(self.again_button, self.folder_button)
        self.finish()
        self._with_key = with_key
        self._connect()

    def _connect(self) -> None:
        self.again_button.clicked.connect(self.key_wanted if self._with_key else self.try_again)
        self.folder_button.clicked.connect(self.folder_wanted)
