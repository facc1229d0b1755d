"""A finding that was settled while its words stay: what was kept, and why."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import KeptFinding, Settled
from noshow_desk.i18n import _, quoted
from noshow_desk.ui.incident_wizard.checks.titles import short_title
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


def is_shown(kept: KeptFinding) -> bool:
    """Say whether it is worth a line: a nudge that was put aside is not."""
    return kept.how is not Settled.ASIDE


def kept_words(kept: KeptFinding) -> str:
    """Return one settled finding as a sentence: how, which words, and why."""
    what = quoted(kept.words) if kept.words else short_title(kept.code)
    said = f"{_(label(kept.how))}: {what}"
    return f"{said} · {kept.reason}" if kept.reason else said
