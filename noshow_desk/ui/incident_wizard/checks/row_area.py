"""Where the rows of the findings scroll when there are many."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.pages import ScrollBody


class RowArea(QScrollArea):
    """As high as its rows, up to a limit; then they scroll."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._most = 240
        self._row: QWidget | None = None
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
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def keep_in_sight(self, row: QWidget | None) -> None:
        """Scroll so that all of `row`, one of the rows or None, is seen, also once it is larger or there is
        less room; its head where there is not enough.
        """
        self._row = row
        self._scroll()

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
        self._scroll()

    def _on_range_changed(self) -> None:
        self._scroll()

    def _scroll(self) -> None:
        inside = self.widget()
        if self._row is None or inside is None:
            return
        self._box.activate()  # a row that has just been opened has its new height only then
        bar, top = self.verticalScrollBar(), self._row.mapTo(inside, QPoint(0, 0)).y()
        lowest = top + self._row.height() - self.viewport().height()
        bar.setValue(min(max(bar.value(), lowest), top))
