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

    def show_step(self, sentence: str, done: int = 0, of: int = 0) -> None:
        """Say what is being done now; "" takes the line away.

        The bar shows `done` of `of` steps; it goes to and fro where nobody knows how many there are (0).
        """
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._bar.setAccessibleName(sentence)
        self._bar.show()
        self._say(sentence)

    def show_end(self, sentence: str) -> None:
        """Say how it ended, without a bar, until the next step."""
        self._bar.hide()
        self._say(sentence)

    def _say(self, sentence: str) -> None:
        self._words.setText(sentence)
        self.setVisible(bool(sentence))
        if sentence:
            announce(self, sentence)

    def text(self) -> str:
        """Return what is said."""
        return self._words.text()
