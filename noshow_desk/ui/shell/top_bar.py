"""The bar over the page: the command box and the two buttons, or Back and the title of a compact page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.base import Painted, antialiased
from noshow_desk.ui.kit.buttons import IconButton, PrimaryButton, SecondaryButton
from noshow_desk.ui.kit.labels import ElidedLabel
from noshow_desk.ui.shell.command_box import CommandBox, Search
from noshow_desk.ui.theme import current_look
from noshow_desk.ui.wishes import Wish

PASSING_MS = 8_000


class TopBar(Painted, QFrame):
    """`wished` tells the wish of a button or of the command box; `back_wished` the arrow."""

    wished = Signal(object)
    back_wished = Signal()

    def __init__(self, search: Search, window: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._back = IconButton("chevron-left", _("Back"))
        self._title = ElidedLabel("", "card")
        self._second = ElidedLabel("", tone="muted")
        self.box = CommandBox(search, window)
        self.status = StatusWords("", "hint", "muted")
        self._fade = QTimer(self, singleShot=True, interval=PASSING_MS)
        self._add = SecondaryButton(_("Add client"), "plus")
        self._missed = PrimaryButton(_("Missed appointment"), "phone-missed")
        self._compact_parts: tuple[QWidget, ...] = (self._back, self._title, self._second)
        self._wide_parts: tuple[QWidget, ...] = (self._add, self._missed)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 7, 16, 8)
        self._row.setSpacing(12)
        for widget in (self._back, self._title, self._second, self.box):
            self._row.addWidget(widget)
        self._row.addWidget(self.status, 1)
        self._row.addWidget(self._add)
        self._row.addWidget(self._missed)
        self.set_compact(False)
        self._connect()

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_wished)
        self._add.clicked.connect(self._on_add_clicked)
        self._missed.clicked.connect(self._on_missed_clicked)
        self.box.wished.connect(self.wished)
        self._fade.timeout.connect(self.status.clear)

    def set_compact(self, compact: bool) -> None:
        """Show Back and the title (True) or the two buttons; a compact page has its own primary button."""
        for part in self._compact_parts:
            part.setVisible(compact)
        for part in self._wide_parts:
            part.setVisible(not compact)
        self._row.removeWidget(self.box)
        self._row.insertWidget(4 if compact else 3, self.box)
        self.box.dismiss()
        self.restyle()

    def show_title(self, title: str, second: str) -> None:
        """Say where one is on a compact page."""
        self._title.setText(title)
        self._second.setText(second)

    def show_status(self, text: str, *, passing: bool = False) -> None:
        """Say what the desk does by itself at this moment; `passing` is what it has just done, which goes
        after some seconds. "" says nothing.
        """
        self.status.setText(text)
        self._fade.start() if passing else self._fade.stop()

    def restyle(self) -> None:
        """Take the width of the text scale."""
        super().restyle()
        self.box.setMaximumWidth(current_look().px(437))
        self._row.setStretch(self._row.indexOf(self.box), 3)

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        painter.fillRect(self.rect(), look.color("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.color("border"))
        painter.end()

    def _on_add_clicked(self) -> None:
        self.wished.emit(Wish("add_client"))

    def _on_missed_clicked(self) -> None:
        self.wished.emit(Wish("missed_appointment"))


class StatusWords(ElidedLabel):
    """Words that take what room is left, and say nothing where it is too little to be understood."""

    enough = 0.6

    def __init__(self, text: str, role: str, tone: str, *, parent: QWidget | None = None) -> None:
        super().__init__(text, role, tone, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.width() >= self.enough * self.sizeHint().width():
            super().paintEvent(event)
