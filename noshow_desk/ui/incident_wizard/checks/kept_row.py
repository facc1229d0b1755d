"""A finding that was settled while its words stay: what was kept, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.paper import KeptFinding
from noshow_desk.i18n import _
from noshow_desk.services.kept_words import kept_words
from noshow_desk.ui.kit.base import GAP, GRID
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel


class KeptRow(QWidget):
    """One of them; `reopened` tells that it is to be looked at again."""

    reopened = Signal(object)

    def __init__(self, kept: KeptFinding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kept = kept
        self.again = LinkButton(_("Open again"))
        self.again.setAccessibleName(f"{_('Open again')}: {kept_words(kept)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP, GRID, GRID, GRID)
        row.setSpacing(GAP)
        row.addWidget(IconLabel("circle-check", "green_text", 18), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(PlainLabel(kept_words(kept), "hint", "muted", wrap=True), 1)
        row.addWidget(self.again, 0, Qt.AlignmentFlag.AlignTop)
        self.again.clicked.connect(self._on_again_clicked)

    def _on_again_clicked(self) -> None:
        self.reopened.emit(self.kept)
