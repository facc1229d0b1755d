"""A new passphrase for somebody who came in with the recovery key."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal

from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import _
from noshow_desk.services import opening
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.front.key_pieces import NewPassphrase
from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.session.work import Work


class NewPassphraseScreen(FrontScreen):
    """Asks for a passphrase, twice, and seals the vault that `key` opens under it; nothing is open meanwhile.

    `finished` tells that it was done, or put off. `cost` is for tests only: cheap settings.
    """

    finished = Signal()
    broke = Signal(object)

    def __init__(self, key: opening.OpenKey, *, cost: Any = None) -> None:
        super().__init__(
            _("Choose a new passphrase"),
            _(
                "The recovery key is right. Choose a passphrase for every day; the recovery key on your "
                "sheet stays the same."
            ),
        )
        self._key, self._cost = key, cost
        self.words = NewPassphrase()
        self.trouble = Banner("", "amber", "triangle-alert")
        self.later_button = SecondaryButton(_("&Not now"))
        self.next_button = PrimaryButton(_("&Use it and open the vault"), "key-round")
        self.column.addWidget(self.words)
        self.column.addWidget(self.trouble)
        self.trouble.hide()
        footer = self.with_footer()
        footer.add_right(self.later_button)
        footer.add_right(self.next_button)
        self.finish()
        self.setFocusProxy(self.words.first)
        self._connect()

    def _connect(self) -> None:
        self.later_button.clicked.connect(self.finished)
        self.next_button.clicked.connect(self.submit)
        self.words.again.returnPressed.connect(self.submit)

    def submit(self) -> None:
        """Seal the vault under what was typed."""
        if not self.next_button.isEnabled() or not self.words.fits():
            return
        key, passphrase, cost = self._key, self.words.value(), self._cost

        def seal() -> None:
            opening.change_passphrase(key, passphrase=passphrase, cost=cost)

        self._set_busy(True)
        work = Work(seal, self)
        work.done.connect(self._on_work_done)
        work.refused.connect(self._on_work_refused)
        work.broke.connect(self.broke)
        work.start()

    def _on_work_done(self, _nothing: object) -> None:
        self.finished.emit()

    def _on_work_refused(self, trouble: UserError | SystemTrouble) -> None:
        self._set_busy(False)
        self.trouble.show_text(trouble.sentence)
        self.trouble.show()

    def _set_busy(self, busy: bool) -> None:
        for widget in (self.words, self.later_button, self.next_button):
            widget.setDisabled(busy)
        self.trouble.hide()
        words = _("Sealing the vault…") if busy else _("&Use it and open the vault")
        self.next_button.setText(words)
