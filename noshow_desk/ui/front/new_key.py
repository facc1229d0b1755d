"""First run, screen one: a passphrase for every day, and the recovery key on paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit

from noshow_desk.errors import UserError
from noshow_desk.i18n import LANGUAGES, _, language
from noshow_desk.services import opening
from noshow_desk.ui.front.frame import FrontScreen
from noshow_desk.ui.front.key_sheet import KeySheet
from noshow_desk.ui.kit.buttons import LinkButton, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.fields import Field, Form
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.lines import LineField
from noshow_desk.ui.kit.options import Segmented

LANGUAGE_NAMES = {"en": "English", "es": "Español"}


class NewKeyScreen(FrontScreen):
    """Asks for a passphrase, shows the recovery key, and has two of its groups (`asked`, from 0) typed
    back.
    """

    finished = Signal()
    practice_wanted = Signal()
    language_chosen = Signal(object)

    def __init__(self, recovery: opening.Recovery, asked: tuple[int, int], dialogs: Dialogs) -> None:
        super().__init__(
            _("Two keys to your vault"),
            _(
                "Everything you write is kept in one encrypted file on this computer. Nobody else "
                "can open it, not us."
            ),
        )
        self._recovery, self._asked = recovery, asked
        self._sheet = KeySheet(recovery, dialogs, self)
        choices = [Choice(code, LANGUAGE_NAMES[code]) for code in LANGUAGES]
        self.language = Segmented(_("Language of the screens"), choices, value=language())
        self.first, self.again = _secret_line(), _secret_line()
        self.first_field = Field(_("&Passphrase"), self.first, _("12 characters or more, or four words."))
        self.again_field = Field(
            _("Once &more"), self.again, _("So that a slip of a finger cannot lock you out.")
        )
        self.strength = PlainLabel("", "hint", "muted")
        self.print_button = SecondaryButton(_("P&rint the sheet…"), "printer")
        self.save_button = SecondaryButton(_("&Save as PDF…"), "file-down")
        self.group_fields = tuple(
            Field(_("Group {number}").format(number=at + 1), LineField(limit=12)) for at in asked
        )
        self.practice_button = LinkButton(_("&Look around in a practice vault first"), "sprout")
        self.next_button = PrimaryButton(_("&Next: your name"), "arrow-right")
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.first)

    def _lay_out(self) -> None:
        self.column.addWidget(self.language)
        form = Form()
        form.add(self.first_field)
        form.add(self.again_field)
        form.add(self.strength, wide=True)
        self.column.addWidget(form)
        self.column.addWidget(self._key_card())
        footer = self.with_footer()
        footer.add_left(self.practice_button)
        footer.add_right(PlainLabel(_("Step {n} of {m}").format(n=1, m=3), "hint", "muted"))
        footer.add_right(self.next_button)
        self.finish()

    def _key_card(self) -> Card:
        card = Card(_("Your recovery key"), "key-round")
        why = _("Passphrase forgotten? This key opens the vault. Keep it on paper, away from this computer.")
        card.add(PlainLabel(why, "body", "muted", wrap=True))
        shown = PlainLabel(self._recovery.text, "card")
        shown.setFont(_key_font(shown.font()))
        shown.setAccessibleName(_("Recovery key {key}").format(key=self._recovery.text))
        card.add(shown)
        row = Form()
        row.add(self.print_button)
        row.add(self.save_button)
        card.add(row)
        card.add(
            PlainLabel(
                _("Type two of its groups back from the sheet, so that we know it is right."), wrap=True
            )
        )
        groups = Form()
        for field in self.group_fields:
            groups.add(field)
        card.add(groups)
        return card

    def _connect(self) -> None:
        self.first.edited.connect(self._on_first_edited)
        self.language.chosen.connect(self.language_chosen)
        self.print_button.clicked.connect(self._sheet.print)
        self.save_button.clicked.connect(self._sheet.save)
        self.practice_button.clicked.connect(self.practice_wanted)
        self.next_button.clicked.connect(self._on_next_button_clicked)

    def passphrase(self) -> str:
        """Return the passphrase as typed."""
        return self.first.text()

    def _on_first_edited(self, text: str) -> None:
        self.strength.setText(_(opening.passphrase_strength(text).label) if text else "")

    def _on_next_button_clicked(self) -> None:
        if all([self._passphrase_fits(), self._same_again(), self._groups_fit()]):
            self.finished.emit()

    def _passphrase_fits(self) -> bool:
        try:
            opening.check_passphrase(self.passphrase())
        except UserError as trouble:
            self.first_field.show_error(trouble.sentence)
            self.first.setFocus()
            return False
        self.first_field.show_error("")
        return True

    def _same_again(self) -> bool:
        same = self.again.text() == self.first.text()
        self.again_field.show_error("" if same else _("The two are not the same. Type it once more."))
        return same

    def _groups_fit(self) -> bool:
        fits = True
        for at, field in zip(self._asked, self.group_fields, strict=True):
            right = self._recovery.is_group(at, field.editor.value())
            field.show_error("" if right else _("Not the same as on the sheet. Look again."))
            fits = fits and right
        return fits


def _secret_line() -> LineField:
    line = LineField(limit=1_000)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _key_font(font: QFont) -> QFont:
    """Return `font` in the family whose zeros and ones cannot be taken for letters."""
    plain = QFont(font)
    plain.setFamilies(["DejaVu Sans Mono"])
    return plain
