"""Tabs with a line under the chosen one and quiet counts, over a stack of views."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from noshow_desk.ui.kit.base import Painted, antialiased, line_height, paint_ring, paint_text, text_width
from noshow_desk.ui.theme import current_look


class TabLine(Painted, QTabBar):
    """The bar; a count follows its tab's text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: dict[int, int] = {}
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setMouseTracking(True)

    def show_count(self, index: int, count: int | None) -> None:
        """Show `count` behind a tab; None shows none."""
        if count is None:
            self._counts.pop(index, None)
        else:
            self._counts[index] = count
        self.setAccessibleTabName(index, self.tabText(index) + ("" if count is None else f", {count}"))
        self.setTabText(index, self.tabText(index))
        self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        look = current_look()
        count = text_width(f"  {self._counts[index]}", look.font("body")) if index in self._counts else 0
        width = text_width(self.tabText(index), look.font("strong")) + count + 24
        return QSize(width, line_height(look.font("strong")) + look.px(18))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), look.color("border"))
        for index in range(self.count()):
            self._paint_tab(painter, index)
        painter.end()

    def _paint_tab(self, painter: QPainter, index: int) -> None:
        look, here = current_look(), index == self.currentIndex()
        rect = QRectF(self.tabRect(index))
        font = look.font("strong" if here else "body")
        words = rect.adjusted(8, 0, -4, -3)
        paint_text(painter, words, self.tabText(index), font, look.color("text" if here else "muted"))
        if index in self._counts:
            left = words.x() + text_width(self.tabText(index) + "  ", font)
            place = QRectF(left, words.y(), words.right() - left, words.height())
            paint_text(painter, place, str(self._counts[index]), look.font("body"), look.color("muted"))
        if here:
            painter.fillRect(
                QRectF(rect.x() + 4, rect.bottom() - 2, rect.width() - 8, 3), look.color("accent")
            )
            if self.hasFocus():
                paint_ring(painter, rect.adjusted(1, 3, -1, -5), 5)


class Tabs(QWidget):
    """Views of which one shows; `turned` tells the key of the view now shown."""

    turned = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = TabLine(name)
        self.stack = QStackedWidget()
        self._keys: list[str] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.bar)
        box.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._on_current_changed)

    def add(self, key: str, title: str, view: QWidget, count: int | None = None) -> None:
        """Put a view behind the others."""
        self._keys.append(key)
        self.stack.addWidget(view)
        index = self.bar.addTab(title)
        self.bar.show_count(index, count)

    def show_count(self, key: str, count: int | None) -> None:
        """Show the number of things in a view."""
        self.bar.show_count(self._keys.index(key), count)

    def turn_to(self, key: str) -> None:
        """Show the view `key`; an unknown key changes nothing."""
        if key in self._keys:
            self.bar.setCurrentIndex(self._keys.index(key))

    def current(self) -> str:
        """Return the key of the view on show."""
        at = self.bar.currentIndex()
        return self._keys[at] if 0 <= at < len(self._keys) else ""

    def _on_current_changed(self, index: int) -> None:
        self.stack.setCurrentIndex(index)
        if 0 <= index < len(self._keys):
            self.turned.emit(self._keys[index])
