"""Change the passphrase."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services import keys
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.services.opening import OpenKey
from noshow_desk.ui.front.key_pieces import NewPassphrase
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.your_data.key_dialog import KeyDialog
from noshow_desk.ui.your_data.proof import ProofFields


class PassphraseDialog(KeyDialog):
    """Asks for the old passphrase or the recovery key, and for the new passphrase twice."""

    def __init__(
        self, desk: Desk, *, smallest: Any = None, cost: Any = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Change the passphrase"), desk, parent)
        self._cost = cost
        self.proof = ProofFields(smallest=smallest)
        self.words = NewPassphrase()
        self.body.addWidget(PlainLabel(_("The recovery key on your sheet stays the same."), wrap=True))
        self.body.addWidget(self.proof)
        self.body.addWidget(PlainLabel(_("The new one"), "card"))
        self.body.addWidget(self.words)
        self.body.addWidget(PlainLabel(_(keys.OLD_BACKUPS_KEEP_PASSPHRASE), "hint", "muted", wrap=True))
        self.body.addWidget(self.note)
        self.cancel_button = self.add_cancel()
        self.change_button = self.add_button(_("&Change it"), primary=True, icon="key-round")
        self._connect()
        self.proof.setFocus()

    def _connect(self) -> None:
        self.change_button.clicked.connect(self._on_change_button_clicked)

    def locked(self) -> list[QWidget]:
        return [self.proof, self.words, self.cancel_button, self.change_button]

    def show_trouble(self, trouble: UserError | SystemTrouble) -> None:
        if isinstance(trouble, UserError) and trouble.field in {"passphrase", "recovery_key"}:
            self.proof.show_trouble(trouble)
        else:
            super().show_trouble(trouble)

    def _on_change_button_clicked(self) -> None:
        if all([self.proof.is_filled(), self.words.fits()]):
            self.work(self.proof.task(self.desk), self._on_proven, _("Checking what you typed…"))

    def _on_proven(self, key: OpenKey) -> None:
        task = partial(
            keys.change_passphrase, self.desk, key=key, passphrase=self.words.value(), cost=self._cost
        )
        self.work(task, self._on_passphrase_changed, _("Sealing the vault under the new passphrase…"))

    def _on_passphrase_changed(self, changes: Changes) -> None:
        self.accept()
        self.changed.emit(changes)
