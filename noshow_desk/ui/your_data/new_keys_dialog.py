"""New keys altogether, for a passphrase or a sheet that somebody else may have seen."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services import keys, opening
from noshow_desk.services.desk import Desk
from noshow_desk.services.opening import OpenKey
from noshow_desk.ui.front.first_run import two_groups
from noshow_desk.ui.front.key_pieces import NewPassphrase, RecoveryCard
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.pages import ScrollPage
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.your_data.key_dialog import KeyDialog
from noshow_desk.ui.your_data.proof import ProofFields

HEIGHT, MOST_HEIGHT = 420, 440  # large text must not push the buttons off a small screen


class NewKeysDialog(KeyDialog):
    """Asks for the old key, shows the new recovery key and has two groups typed back, takes a passphrase.

    `renewed` tells that the keys are new, with a sentence when something is to be known first, else "". The
    page then locks the desk: only a fresh process has forgotten the old keys.
    """

    renewed = Signal(str)
    least_width = 640

    def __init__(
        self,
        desk: Desk,
        dialogs: Dialogs,
        *,
        asked: tuple[int, int] | None = None,
        smallest: Any = None,
        cost: Any = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("New keys for your vault"), desk, parent)
        self._cost = cost
        self.recovery = opening.new_recovery()
        self.proof = ProofFields(smallest=smallest)
        self.card = RecoveryCard(self.recovery, dialogs, asked or two_groups(len(self.recovery.groups)))
        self.words = NewPassphrase()
        self.page = ScrollPage(margin=4)
        self._lay_out()
        self.cancel_button = self.add_cancel()
        self.change_button = self.add_button(_("&Change the keys"), primary=True, icon="refresh-cw")
        self._connect()
        self.proof.setFocus()

    def _lay_out(self) -> None:
        why = _(
            "For when somebody may have seen your passphrase or your sheet. The vault is encrypted anew; "
            "the old passphrase and the old sheet no longer open it."
        )
        self.page.add(PlainLabel(why, wrap=True))
        self.page.add(PlainLabel(_(keys.OLD_BACKUPS_KEEP_KEYS), "body", "amber", wrap=True))
        self.page.add(PlainLabel(_("Then the vault is locked: open it with the new passphrase."), wrap=True))
        self.page.add(self.proof)
        self.page.add(PlainLabel(_("A new passphrase"), "card"))
        self.page.add(self.words)
        self.page.add(self.card)
        self.page.finish()
        self.page.setMinimumHeight(min(current_look().px(HEIGHT), MOST_HEIGHT))
        self.body.addWidget(self.page, 1)
        self.body.addWidget(self.note)

    def _connect(self) -> None:
        self.change_button.clicked.connect(self._on_change_button_clicked)

    def locked(self) -> list[QWidget]:
        return [self.page, self.cancel_button, self.change_button]

    def show_trouble(self, trouble: UserError | SystemTrouble) -> None:
        if isinstance(trouble, UserError) and trouble.field in {"passphrase", "recovery_key"}:
            self.proof.show_trouble(trouble)
        else:
            super().show_trouble(trouble)

    def _on_change_button_clicked(self) -> None:
        if all([self.proof.is_filled(), self.words.fits(), self.card.fits()]):
            self.work(self.proof.task(self.desk), self._on_proven, _("Checking what you typed…"))

    def _on_proven(self, _key: OpenKey) -> None:
        task = partial(keys.seal_new, recovery=self.recovery, passphrase=self.words.value(), cost=self._cost)
        self.work(task, self._on_sealed, _("Making the new keys…"))

    def _on_sealed(self, new: keys.NewKeys) -> None:
        self._new = new
        self.set_busy(_("Encrypting the vault anew. Please leave the computer on…"))
        QTimer.singleShot(50, self, self._replace)  # once the sentence is painted

    def _replace(self) -> None:
        """Exchange the keys on this thread: it holds the vault, and nothing else may read it meanwhile."""
        try:
            replaced = keys.replace_keys(self.desk, new=self._new)
        except (UserError, SystemTrouble) as trouble:
            self.set_busy("")
            self.show_trouble(trouble)
            return
        self.set_busy("")
        self.accept()
        self.changed.emit(replaced.changes)
        self.renewed.emit(replaced.problem)
