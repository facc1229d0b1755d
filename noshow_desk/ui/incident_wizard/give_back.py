"""The last line of the client view: "Done", and the PIN where one is wanted."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.services.client_pin import MOST, PinGate
from noshow_desk.ui.kit.buttons import PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.fields import LABEL_GAP, Field
from noshow_desk.ui.kit.inputs import LineField
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.theme import current_look

_WIDTH = 240  # pixels at 100 % text
_TICK_MS = 200  # how often the seconds of a wait are looked at


class GiveBack(QWidget):
    """`given` tells that the screen goes back to the caseworker. Without a gate, or an open one, no PIN is
    asked for. `why` says why it is asked for at all, where nobody pressed "Done". `before` is a button of
    the view that stands beside "Done". After some wrong PINs the field is off for a while and counts down.
    """

    given = Signal()

    def __init__(self, parent: QWidget | None = None, *, before: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = before
        self._beside = (QVBoxLayout(), QVBoxLayout())  # of the field: before it and after
        self.gate: PinGate | None = None
        self.done = PrimaryButton(_("Done: give it back"), "check")
        self.pin = LineField(limit=MOST)
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.pin.setFixedWidth(current_look().px(_WIDTH))  # the same with a sentence below and without
        self.field = Field(_("PIN of the caseworker"), self.pin)
        self.open_button = SecondaryButton(_("Give back"), "check")
        self.why = PlainLabel("", "strong", "canvas", wrap=True)
        self.why.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._lay_out()
        self._connect()
        self.start()

    def _lay_out(self) -> None:
        box, row = QVBoxLayout(self), QHBoxLayout()
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.why)
        box.addLayout(row)
        row.addStretch(1)
        before, after = self._beside
        row.addLayout(before)
        row.addWidget(self.done)
        row.addWidget(self.field)
        row.addLayout(after)
        row.addStretch(1)
        for column, button in ((before, self._before), (after, self.open_button)):
            if button is not None:
                column.addWidget(button)
            column.addStretch(1)

    def _connect(self) -> None:
        self.done.clicked.connect(self._on_done_clicked)
        self.pin.returnPressed.connect(self._on_pin_entered)
        self.open_button.clicked.connect(self._on_pin_entered)
        self._tick.timeout.connect(self._on_tick)

    def start(self) -> None:
        """Show "Done" again, whatever was typed before."""
        self._ask(False)
        self.done.setFocus()

    def ask_before_closing(self) -> None:
        """Say that the screen is to be given back before the program closes, and ask for the PIN if there is
        one.
        """
        if self.gate is not None and self.gate.is_shut():
            self._ask(True)
        else:
            self.start()
        self.why.setText(_("Give the screen back first. Then the program can be closed."))
        self.why.show()

    def _ask(self, asked: bool) -> None:
        self.why.hide()
        self.pin.clear()
        self.field.show_error("")
        self.done.setVisible(not asked)
        self.field.setVisible(asked)
        self.open_button.setVisible(asked)
        self._level(asked)
        if asked:
            self.pin.setFocus()
            self._show_wait()
        else:
            self._tick.stop()

    def _level(self, asked: bool) -> None:
        """Put the buttons on one line with the PIN, below its label, while it is asked for."""
        label = self.field.label().heightForWidth(self.pin.width()) if asked else 0
        apart = (self.pin.sizeHint().height() - self.open_button.sizeHint().height()) // 2
        for column in self._beside:
            column.setContentsMargins(0, max(label + LABEL_GAP + apart, 0) if asked else 0, 0, 0)

    def _show_wait(self) -> None:
        """Count the seconds down that are still to wait, with the field off: what is typed would be lost."""
        left = self.gate.why_wait() if self.gate is not None else ""
        if left != self.field.error():
            self.field.show_error(left)
        for part in (self.pin, self.open_button):
            part.setEnabled(not left)
        if not left:
            self._tick.stop()
            self.pin.setFocus()
        elif not self._tick.isActive():
            self._tick.start()

    def _on_done_clicked(self) -> None:
        if self.gate is None or not self.gate.is_shut():
            self.given.emit()
            return
        self._ask(True)

    def _on_tick(self) -> None:
        self._show_wait()

    def _on_pin_entered(self) -> None:
        wrong = self.gate.try_pin(self.pin.text()) if self.gate is not None else ""
        self.pin.clear()
        if not wrong:
            self.start()
            self.given.emit()
            return
        if self.gate is not None and self.gate.seconds_left():
            self._show_wait()
        else:
            self.field.show_error(wrong)
            self.pin.setFocus()
