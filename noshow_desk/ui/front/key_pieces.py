"""What every screen that makes keys has: a new passphrase typed twice, and a recovery key typed back."""

from __future__ import annotations

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLineEdit, QWidget

from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.services import opening
from noshow_desk.ui.front.key_sheet import KeySheet
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.dialogs import Dialogs
from noshow_desk.ui.kit.fields import Field, Form
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.labels import PlainLabel


class NewPassphrase(Form):
    """Asks for a new passphrase, twice, and says how strong it looks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first, self.again = secret_line(), secret_line()
        self.first_field = Field(_("&Passphrase"), self.first, _("12 characters or more, or four words."))
        self.again_field = Field(
            _("Once &more"), self.again, _("So that a slip of a finger cannot lock you out.")
        )
        self.strength = PlainLabel("", "hint", "muted")
        self.add(self.first_field)
        self.add(self.again_field)
        self.add(self.strength, wide=True)
        self._connect()

    def _connect(self) -> None:
        self.first.edited.connect(self._on_first_edited)

    def value(self) -> str:
        """Return the passphrase as typed."""
        return self.first.text()

    def fits(self) -> bool:
        """Say whether it is long enough and the same both times; under its field, what is not right."""
        return all([self._is_long_enough(), self._is_the_same()])

    def _on_first_edited(self, text: str) -> None:
        self.strength.setText(_(opening.passphrase_strength(text).label) if text else "")

    def _is_long_enough(self) -> bool:
        try:
            opening.check_passphrase(self.value())
        except UserError as trouble:
            self.first_field.show_error(trouble.sentence)
            self.first.setFocus()
            return False
        self.first_field.show_error("")
        return True

    def _is_the_same(self) -> bool:
        same = self.again.text() == self.first.text()
        self.again_field.show_error("" if same else _("The two are not the same. Type it once more."))
        return same


class RecoveryCard(Card):
    """Shows a recovery key, prints it, and has the groups `asked` (from 0; none: only shows) typed back."""

    def __init__(
        self,
        recovery: opening.Recovery,
        dialogs: Dialogs,
        asked: tuple[int, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Your recovery key"), "key-round", parent)
        self._recovery, self._asked = recovery, asked
        self._sheet = KeySheet(recovery, dialogs, self)
        self.print_button = SecondaryButton(_("P&rint the sheet…"), "printer")
        self.save_button = SecondaryButton(_("&Save as PDF…"), "file-down")
        self.group_fields = tuple(
            Field(_("Group {number}").format(number=at + 1), LineField(limit=12)) for at in asked
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        why = _("Passphrase forgotten? This key opens the vault. Keep it on paper, away from this computer.")
        self.add(PlainLabel(why, "body", "muted", wrap=True))
        shown = PlainLabel(self._recovery.text, "card")
        shown.setFont(_key_font(shown.font()))
        shown.setAccessibleName(_("Recovery key {key}").format(key=self._recovery.text))
        self.add(shown)
        row = Form()
        row.add(self.print_button)
        row.add(self.save_button)
        self.add(row)
        if self._asked:
            words = _("Type two of its groups back from the sheet, so that we know it is right.")
            self.add(PlainLabel(words, wrap=True))
            groups = Form()
            for field in self.group_fields:
                groups.add(field)
            self.add(groups)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._sheet.print)
        self.save_button.clicked.connect(self._sheet.save)

    def fits(self) -> bool:
        """Say whether the groups were typed back right; under each field, when not."""
        fits = True
        for at, field in zip(self._asked, self.group_fields, strict=True):
            right = self._recovery.is_group(at, field.editor.value())
            field.show_error("" if right else _("Not the same as on the sheet. Look again."))
            fits = fits and right
        return fits


def secret_line() -> LineField:
    """Return a field for a passphrase: what is typed shows as dots."""
    line = LineField(limit=1_000)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    return line


def _key_font(font: QFont) -> QFont:
    """Return `font` in the family whose zeros and ones cannot be taken for letters."""
    plain = QFont(font)
    plain.setFamilies(["DejaVu Sans Mono"])
    return plain
