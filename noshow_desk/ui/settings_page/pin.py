"""The card on which the PIN of the client view is set, changed and taken away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from noshow_desk.i18n import _
from noshow_desk.services.client_pin import MOST
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.labels import PlainLabel


class PinCard(Card):
    """`wished` tells the digits to be asked for from now on, `removed` that none are."""

    wished = Signal(str)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("When the client has the screen"), "user-round", parent)
        self.state = PlainLabel("", wrap=True)
        self.pin = LineField(limit=MOST)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.field = Field(_("New PIN"), self.pin, _("4 to 8 digits. Locking is always possible without it."))
        self.set_button = SecondaryButton(_("Ask for this PIN"), "lock")
        self.remove_button = SecondaryButton(_("Ask for none"))
        self.add(self.state)
        self.add(self.field)
        row = QHBoxLayout()
        row.addWidget(self.set_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        self.add(row)
        self._connect()

    def _connect(self) -> None:
        self.set_button.clicked.connect(self._on_set_clicked)
        self.pin.returnPressed.connect(self._on_set_clicked)
        self.remove_button.clicked.connect(self.removed)

    def show_state(self, is_set: bool) -> None:
        """Say whether a PIN is asked for."""
        asked = _("“Done” asks for a PIN before the screen shows anything else.")
        free = _("“Done” gives the screen back to whoever clicks it.")
        self.state.setText(asked if is_set else free)
        self.remove_button.setVisible(is_set)

    def _on_set_clicked(self) -> None:
        typed = self.pin.text()
        self.pin.clear()
        self.wished.emit(typed)
