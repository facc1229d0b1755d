"""Chips: a short word with a colour, and a layout that flows them over lines."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from noshow_desk.ui.kit.base import (
    GAP,
    Painted,
    antialiased,
    line_height,
    one_line,
    paint_box,
    paint_text,
    text_width,
)
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.theme import current_look


def chip_size(text: str) -> QSize:
    """Return the room a chip with `text` needs."""
    font = current_look().font("chip")
    return QSize(text_width(one_line(text), font) + 18, line_height(font) + 6)


def paint_chip(painter: QPainter, rect: QRectF, text: str, tone: str) -> None:
    """Draw a chip into `rect`; delegates use it too."""
    look = current_look()
    border = look.color("text") if look.high_contrast else None
    paint_box(painter, rect, rect.height() / 2, look.color(tone), border)
    middle = Qt.AlignmentFlag.AlignCenter
    paint_text(
        painter, rect.adjusted(8, 0, -8, 0), text, look.font("chip"), look.color(f"{tone}_text"), middle
    )


class Chip(Painted, QWidget):
    """A status in a word or two; the word says it, the colour only repeats it."""

    def __init__(self, text: str = "", tone: str = "neutral", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_chip(self, text: str, tone: str = "neutral") -> None:
        """Show another status; an empty text hides the chip."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.restyle()

    def text(self) -> str:
        """Return the status shown."""
        return self._text

    def sizeHint(self) -> QSize:
        return chip_size(self._text)

    def paintEvent(self, _event: object) -> None:
        painter = antialiased(self)
        paint_chip(painter, QRectF(self.rect()), self._text, self._tone)
        painter.end()


class FlowLayout(QLayout):
    """Lays widgets in a row and goes on in the next line where one is full; gaps in pixels.

    `hang` is the room at the left for the margins of links that begin a line, so that their words stand in
    one line with the boxes of the others.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = GAP, line_gap: int = GAP, hang: int = 0
    ) -> None:
        super().__init__(parent)
        self._hang = hang
        self._items: list[QLayoutItem] = []
        self._gap, self._line_gap = gap, line_gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, tallest = rect.x(), rect.y(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            hint = item.sizeHint()
            if x > rect.x() and x + hint.width() > rect.right() + 1:
                x, y, tallest = rect.x(), y + tallest + self._line_gap, 0
            if x == rect.x() and not isinstance(widget, LinkButton):
                x += self._hang
            if move:
                item.setGeometry(QRect(QPoint(x, y), hint.boundedTo(QSize(max(rect.width(), 1), 9999))))
            x += hint.width() + self._gap
            tallest = max(tallest, hint.height())
        return y + tallest - rect.y()
