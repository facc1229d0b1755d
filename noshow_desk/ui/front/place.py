"""First run, screen three: where your data lives, and what is promised about it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from noshow_desk.i18n import N_, _
from noshow_desk.services.doorstep import VaultState, vault_state
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel

PROMISES = (
    N_("Everything you type is kept, at most one second behind your fingers."),
    N_("A lost, switched-off or locked laptop shows no names."),
    N_("Your passphrase or your printed recovery key opens it; nothing else does."),
    N_("Nothing is ever sent over a network."),
)
LIMITS = N_(
    "What we cannot protect: a computer that is unlocked or watched, what you print or export, "
    "and a vault whose passphrase and recovery sheet are both lost."
)


class PlaceScreen(FrontScreen):
    """Shows the folder of the vault and lets another be chosen.

    `vault_wanted` brings a folder that holds a vault already, to open that.
    """

    finished = Signal()
    vault_wanted = Signal(object)
    back_wanted = Signal()

    def __init__(self, folder: Path, dialogs: Dialogs) -> None:
        super().__init__(_("Where your data lives"), _("On this computer only, in one encrypted file."))
        self._folder, self._dialogs = folder, dialogs
        self.place = PlainLabel(str(folder), "strong", wrap=True)
        self.choose_button = SecondaryButton(_("&Choose another folder…"), "folder-open")
        self.vault_button = SecondaryButton(_("&Open the vault there"), "key-round")
        self.trouble = PlainLabel("", "body", "red", wrap=True)
        self.back_button = SecondaryButton(_("&Back"), "chevron-left")
        self.make_button = PrimaryButton(_("&Make my vault"), "check")
        card = Card(_("Folder"), "folder-open")
        card.add(self.place)
        self.column.addWidget(card)
        self.column.addWidget(self.trouble)
        self.add_line(self.choose_button, self.vault_button)
        self.column.addWidget(_promise_card())
        footer = self.with_footer()
        footer.add_right(PlainLabel(_("Step {n} of {m}").format(n=3, m=3), "hint", "muted"))
        footer.add_right(self.back_button)
        footer.add_right(self.make_button)
        self.trouble.hide()
        self.vault_button.hide()
        self.finish()
        self._connect()

    def _connect(self) -> None:
        self.choose_button.clicked.connect(self._on_choose_button_clicked)
        self.vault_button.clicked.connect(self._on_vault_button_clicked)
        self.back_button.clicked.connect(self.back_wanted)
        self.make_button.clicked.connect(self.finished)

    def folder(self) -> Path:
        """Return the chosen folder."""
        return self._folder

    def show_trouble(self, sentence: str) -> None:
        """Say why the vault could not be made here; "" takes it back. One that is there can be opened."""
        there = bool(sentence) and vault_state(self._folder) is not VaultState.MISSING
        self.vault_button.setVisible(there)
        self.trouble.setText(sentence)
        self.trouble.setVisible(bool(sentence))

    def set_busy(self, busy: bool) -> None:
        """Wait while the vault is made."""
        self.make_button.setDisabled(busy)
        self.back_button.setDisabled(busy)
        self.choose_button.setDisabled(busy)
        self.make_button.setText(_("Making your vault…") if busy else _("&Make my vault"))
        if busy:
            self.show_trouble("")

    def _on_choose_button_clicked(self) -> None:
        self._dialogs.choose_folder(_("Folder of the vault"), self._on_folder_chosen)

    def _on_vault_button_clicked(self) -> None:
        self.vault_wanted.emit(self._folder)

    def _on_folder_chosen(self, folder: Path) -> None:
        self._folder = folder
        self.place.setText(str(folder))
        self.show_trouble("")


def _promise_card() -> Card:
    card = Card(_("What we promise"), "shield-check")
    for promise in PROMISES:
        card.add(PlainLabel(f"• {_(promise)}", wrap=True))
    card.add(PlainLabel(_(LIMITS), "hint", "muted", wrap=True))
    return card
