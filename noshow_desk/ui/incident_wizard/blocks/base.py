"""What every block is: a widget that shows the case and acts on it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP


class CaseBlock(QWidget):
    """A block. `show_case` is called whenever the situation is another one and the block is on show."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(GAP)

    def show_case(self, situation: Situation) -> None:
        """Show what the block has to show of `situation`."""
