"""After a restore: what is there now, where the file is that was there before, and the way in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal

from noshow_desk.i18n import _
from noshow_desk.services.backups import Restored
from noshow_desk.ui.front.backup_words import holds, opens_with, when_of
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.kit.buttons import PrimaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.labels import PlainLabel


class RestoredScreen(FrontScreen):
    """Says what `restored` did in `folder`; `finished` tells that the person wants to go on.

    `to_passphrase` says that the next screen asks for a new passphrase.
    """

    finished = Signal()

    def __init__(self, restored: Restored, folder: Path, *, to_passphrase: bool) -> None:
        super().__init__(_("Your vault is back"), "")
        verified = restored.verified
        card = Card(_("As it was on {when}").format(when=when_of(verified.backup)), "circle-check")
        card.add(PlainLabel(holds(verified), wrap=True))
        card.add(PlainLabel(_("In {folder}").format(folder=folder), "hint", "muted", wrap=True))
        self.column.addWidget(card)
        if restored.set_aside is not None:
            kept = _("The vault that was there is kept as {file}.").format(file=restored.set_aside.name)
            self.column.addWidget(PlainLabel(kept, wrap=True))
        if not verified.backup.practice:
            self.column.addWidget(PlainLabel(opens_with(restored), wrap=True))
        verb = _("&Next: choose a passphrase") if to_passphrase else _("&Open the vault")
        self.next_button = PrimaryButton(verb, "arrow-right" if to_passphrase else "key-round")
        self.with_footer().add_right(self.next_button)
        self.finish()
        self.next_button.clicked.connect(self.finished)
        self.setFocusProxy(self.next_button)
