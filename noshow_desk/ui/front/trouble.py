"""What is shown instead of a vault that cannot be opened: one sentence, and the ways on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.i18n import N_, _
from noshow_desk.services.ways_on import Way
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.kit.buttons import Button, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.labels import PlainLabel

# To add a way on: its verb and its icon.
WORDS = {
    Way.RESTORE: (N_("Restore a &backup…"), "archive-restore"),
    Way.RECOVERY_KEY: (N_("Use the &recovery key"), "key-round"),
    Way.TRY_AGAIN: (N_("&Try again"), "refresh-cw"),
    Way.FOLDER: (N_("Choose another &folder…"), "folder-open"),
    Way.LOOK: (N_("Open to &look"), "eye"),
    Way.NEW_VAULT: (N_("Start a &new vault here"), "plus"),
}


class TroubleScreen(FrontScreen):
    """Says what is wrong with the vault in `folder` and offers `ways`, the first as the primary one.

    `way_chosen` brings the Way.
    """

    way_chosen = Signal(object)
    width_wanted = 560

    def __init__(self, sentence: str, folder: Path, ways: Sequence[Way]) -> None:
        super().__init__(_("The vault did not open"), "")
        self.sentence = sentence
        self.buttons = {way: _button(way, primary=not at) for at, way in enumerate(ways)}
        self.column.addWidget(Banner(sentence, "amber", "triangle-alert"))
        self.column.addWidget(
            PlainLabel(_("Folder: {folder}").format(folder=folder), "hint", "muted", wrap=True)
        )
        row = QWidget()
        flow = FlowLayout(row, gap=10, line_gap=10)
        for button in self.buttons.values():
            flow.addWidget(button)
        self.column.addWidget(row)
        self.finish()
        self.setFocusProxy(self.buttons[ways[0]])
        self._connect()

    def _connect(self) -> None:
        for button in self.buttons.values():
            button.clicked.connect(self._on_button_clicked)

    def _on_button_clicked(self) -> None:
        self.way_chosen.emit(Way(self.sender().property("way")))


def _button(way: Way, *, primary: bool) -> Button:
    words, icon = WORDS[way]
    button = (PrimaryButton if primary else SecondaryButton)(_(words), icon)
    button.setProperty("way", way.value)
    return button
