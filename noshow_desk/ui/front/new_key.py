"""First run, screen one: a passphrase for every day, and the recovery key on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal

from noshow_desk.i18n import _, language
from noshow_desk.services import opening
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.front.key_pieces import NewPassphrase, RecoveryCard
from noshow_desk.ui.kit.buttons import LinkButton, PrimaryButton
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.languages import language_choices
from noshow_desk.ui.kit.options import Segmented


class NewKeyScreen(FrontScreen):
    """Asks for a passphrase, shows the recovery key, and has two of its groups (`asked`, from 0) typed
    back.
    """

    finished = Signal()
    practice_wanted = Signal()
    restore_wanted = Signal()
    language_chosen = Signal(object)

    def __init__(self, recovery: opening.Recovery, asked: tuple[int, int], dialogs: Dialogs) -> None:
        super().__init__(
            _("Two keys to your vault"),
            _(
                "Everything you write is kept in one encrypted file on this computer. Nobody else "
                "can open it, not us."
            ),
        )
        self.language = Segmented(_("Language of the screens"), language_choices(), value=language())
        self.words = NewPassphrase()
        self.key = RecoveryCard(recovery, dialogs, asked)
        self.restore_button = LinkButton(_("I have a &backup or a vault already…"), "archive-restore")
        self.practice_button = LinkButton(_("&Look around in a practice vault first"), "sprout")
        self.next_button = PrimaryButton(_("&Next: your name"), "arrow-right")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.words.first)

    def _lay_out(self) -> None:
        self.add_line(self.language, self.restore_button)
        self.column.addWidget(self.words)
        self.column.addWidget(self.key)
        footer = self.with_footer()
        footer.add_left(self.practice_button)
        footer.add_right(PlainLabel(_("Step {n} of {m}").format(n=1, m=3), "hint", "muted"))
        footer.add_right(self.next_button)
        self.finish()

    def _connect(self) -> None:
        self.language.chosen.connect(self.language_chosen)
        self.practice_button.clicked.connect(self.practice_wanted)
        self.restore_button.clicked.connect(self.restore_wanted)
        self.next_button.clicked.connect(self._on_next_button_clicked)

    def passphrase(self) -> str:
        """Return the passphrase as typed."""
        return self.words.value()

    def _on_next_button_clicked(self) -> None:
        if all([self.words.fits(), self.key.fits()]):
            self.finished.emit()
