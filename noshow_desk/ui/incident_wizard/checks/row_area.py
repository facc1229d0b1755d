"""Where the rows of the findings scroll when there are many."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout

from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.pages import ScrollBody


class RowArea(QScrollArea):
    """As high as its rows, up to a limit; then they scroll."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._most = 240
        inside = ScrollBody()
        self._box = QVBoxLayout(inside)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(card)
        self._box.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_most(self, pixels: int) -> None:
        """Be so high at most."""
        self._most = pixels
        self.refit()

    def refit(self) -> None:
        """Measure the rows anew."""
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self.viewport().width()
        wrapped = self._box.hasHeightForWidth()
        high = self._box.totalHeightForWidth(width) if wrapped else self._box.sizeHint().height()
        return QSize(240, min(high, self._most))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew: texts wrap otherwise at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.refit()
