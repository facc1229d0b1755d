"""The recovery sheet once more, after the passphrase was typed."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services import keys
from noshow_desk.services.desk import Desk
from noshow_desk.services.opening import OpenKey
from noshow_desk.ui.front.key_pieces import RecoveryCard
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.your_data.key_dialog import KeyDialog
from noshow_desk.ui.your_data.proof import ProofFields


class SheetDialog(KeyDialog):
    """Asks for the passphrase (the sheet is what is missing), then shows and prints the recovery key."""

    def __init__(
        self, desk: Desk, dialogs: Dialogs, *, smallest: Any = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Print the recovery sheet again"), desk, parent)
        self._dialogs = dialogs
        self.card: RecoveryCard | None = None
        self.proof = ProofFields(with_key=False, smallest=smallest)
        words = _("If the old sheet may be in somebody else's hands, make new keys instead.")
        self.body.addWidget(PlainLabel(words, wrap=True))
        self.body.addWidget(self.proof)
        self.body.addWidget(self.note)
        self.close_button = self.add_cancel(_("Close"))
        self.show_button = self.add_button(_("&Show the key"), primary=True, icon="eye")
        self._connect()
        self.proof.setFocus()

    def _connect(self) -> None:
        self.show_button.clicked.connect(self._on_show_button_clicked)

    def locked(self) -> list[QWidget]:
        return [self.proof, self.close_button, self.show_button]

    def show_trouble(self, trouble: UserError | SystemTrouble) -> None:
        if isinstance(trouble, UserError):
            self.proof.show_trouble(trouble)
        else:
            super().show_trouble(trouble)

    def _on_show_button_clicked(self) -> None:
        if self.proof.is_filled():
            self.work(self.proof.task(self.desk), self._on_proven, _("Checking what you typed…"))

    def _on_proven(self, key: OpenKey) -> None:
        self.card = RecoveryCard(keys.recovery_again(key), self._dialogs)
        self.body.insertWidget(1, self.card)
        self.proof.hide()
        self.show_button.hide()
        self.card.print_button.setFocus()
        self.adjustSize()
