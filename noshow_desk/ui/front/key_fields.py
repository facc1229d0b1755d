"""The passphrase, or the recovery key from paper in its place: one field at a time."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.lines import LineField


class KeyFields(QWidget):
    """Asks for what opens a vault or a backup; `entered` tells that Enter was pressed in the field.

    `hint` stands under the passphrase. `other_way` is the link to the other field: whoever makes these fields
    lays it out, since it stands beside the button there.
    """

    entered = Signal()

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.with_key = False
        self.words = LineField(limit=1_000)
        self.words.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(_("&Passphrase"), self.words, hint)
        self.key = LineField(limit=200, placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.key_field = Field(
            _("&Recovery key"),
            self.key,
            _("From the sheet that you printed: 7 groups of 4. O and 0 are the same."),
        )
        self.other_way = LinkButton(_("Use the recovery &key instead"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.field)
        box.addWidget(self.key_field)
        self._show_way()
        self._connect()

    def _connect(self) -> None:
        self.words.returnPressed.connect(self.entered)
        self.key.returnPressed.connect(self.entered)
        self.other_way.clicked.connect(self._on_other_way_clicked)

    def typed(self) -> str:
        """Return what was typed; a passphrase keeps the blanks at its ends."""
        return self.key.value() if self.with_key else self.words.text()

    def active_field(self) -> Field:
        """Return the field on show."""
        return self.key_field if self.with_key else self.field

    def is_filled(self) -> bool:
        """Say whether something was typed; under the field, when not."""
        self.active_field().show_error("" if self.typed() else _("Type it here first."))
        return bool(self.typed())

    def ask_again(self, sentence: str) -> None:
        """Say what is wrong with what was typed, and let it be typed again."""
        self.active_field().show_error(sentence)
        self.active_field().editor.setFocus()
        if not self.with_key:
            self.words.selectAll()

    def use_recovery_key(self, *, alone: bool = False) -> None:
        """Ask for the recovery key; `alone` when no passphrase could open it."""
        self.with_key = True
        self.other_way.setVisible(not alone)
        self._show_way()

    def set_busy(self, busy: bool) -> None:
        """Take no input while something is opened."""
        self.words.setReadOnly(busy)
        self.key.setReadOnly(busy)
        self.other_way.setDisabled(busy)
        if busy:
            self.active_field().show_error("")
        self.setCursor(Qt.CursorShape.BusyCursor if busy else Qt.CursorShape.ArrowCursor)

    def _on_other_way_clicked(self) -> None:
        self.with_key = not self.with_key
        self._show_way()
        self.active_field().editor.setFocus()

    def _show_way(self) -> None:
        self.field.setVisible(not self.with_key)
        self.key_field.setVisible(self.with_key)
        by_words, by_key = _("Use the &passphrase instead"), _("Use the recovery &key instead")
        self.other_way.setText(by_words if self.with_key else by_key)
        self.setFocusProxy(self.active_field().editor)
        self.active_field().show_error("")
