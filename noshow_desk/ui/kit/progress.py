"""What is being done, in words, above a bar that moves: for what takes longer than half a second."""

from __future__ import annotations

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from noshow_desk.ui.kit.base import GRID
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.toast import announce


class ProgressLine(QWidget):
    """A sentence and a bar; hidden while nothing is being done."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = PlainLabel("", "body", "muted", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(self._words)
        box.addWidget(self._bar)
        self.hide()

    def show_step(self, sentence: str) -> None:
        """Say what is being done now; "" takes the line away."""
        self._words.setText(sentence)
        self._bar.setAccessibleName(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()
