"""The screen turned over to the client: only this paper, large; no notes, no other names."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.blocks import Letter
from noshow_desk.i18n import _
from noshow_desk.ui.incident_wizard.give_back import GiveBack
from noshow_desk.ui.incident_wizard.paper_view import CLIENT_POINTS, SHEET_LEFT, PaperView
from noshow_desk.ui.kit.pages import Canvas, PaperSheet

# As wide as it is easy to read.
WIDEST = 860


class ClientView(Canvas):
    """One paper and the button that gives the screen back."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = PaperView()
        self._paper.setAccessibleName(_("The paper"))
        self._sheet = PaperSheet(left=SHEET_LEFT)
        self._sheet.setMaximumWidth(WIDEST)
        self._sheet.show_paper(self._paper)
        self.last = GiveBack()
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._sheet, 8)
        middle.addStretch(1)
        self.body.addLayout(middle, 1)
        self.body.addWidget(self.last)
        self.last.given.connect(self.done)

    def show_letter(self, letter: Letter) -> None:
        """Show this paper, large."""
        self._paper.show_letter(letter, points=CLIENT_POINTS)
        self.last.start()
