"""A page that scrolls while its footer stays, and the white sheet a paper lies on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from noshow_desk.ui.kit.base import GAP, GRID, PAGE_MARGIN, Painted, antialiased
from noshow_desk.ui.kit.buttons import Button
from noshow_desk.ui.theme import current_look


class ScrollPage(QWidget):
    """`body` scrolls, `footer` (a layout in a fixed strip, hidden until `show_footer`) never does."""

    def __init__(self, margin: int = PAGE_MARGIN, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        inside = ScrollBody()
        inside.setProperty("page", True)
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(margin, margin - GRID, margin, margin)
        self.body.setSpacing(12)
        self.area = QScrollArea()
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Only its contents take focus: a scroll area of its own would be a nameless stop of the Tab key.
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.footer = Footer()
        self.footer.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.area, 1)
        box.addWidget(self.footer)

    def add(self, item: QWidget | QLayout) -> None:
        """Put a widget or a layout below what is there."""
        if isinstance(item, QWidget):
            self.body.addWidget(item)
        else:
            self.body.addLayout(item)

    def finish(self) -> None:
        """Push everything to the top; call it after the last `add`."""
        self.body.addStretch(1)

    def spare(self) -> int:
        """Return how many pixels stay empty at the foot at this width; less than 0 where it scrolls."""
        view = self.area.viewport()
        return view.height() - self.body.totalHeightForWidth(view.width())

    def show_footer(self) -> Footer:
        """Show the footer and return it."""
        self.footer.show()
        return self.footer


class ScrollBody(QWidget):
    """What scrolls: as tall as its contents are at this width.

    A scroll area would otherwise also ask for the sum of the least heights, counted at the least width: too
    much wherever text wraps, and a scroll bar with nothing below.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


class Footer(Painted, QFrame):
    """The strip at the bottom: things at the left, buttons at the right; it never scrolls."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 9, 18, 9)
        self._row.setSpacing(10)
        self._row.addStretch(1)
        self._left = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def add_left(self, widget: QWidget) -> None:
        """Put `widget` at the left, behind what is there."""
        self._row.insertWidget(self._left, widget)
        self._left += 1

    def add_right(self, widget: QWidget | Button) -> None:
        """Put `widget` at the right, behind what is there; the primary button comes last."""
        self._row.addWidget(widget)

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        painter.fillRect(self.rect(), look.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), look.color("border"))
        painter.end()


class PaperSheet(Painted, QFrame):
    """A white sheet on the canvas with a soft shadow; put the paper into `show_paper`.

    `left` and `right` are the room beside the paper, less for a paper that brings margins of its own; `ends`
    is the room above and below it.
    """

    shadow = 6

    def __init__(
        self, parent: QWidget | None = None, *, left: int = 26, right: int = 20, ends: int = 21
    ) -> None:
        super().__init__(parent)
        self._box = QVBoxLayout(self)
        self._sides = left, right
        self.set_ends(ends)
        self._box.setSpacing(GAP)
        self._paper: QWidget | None = None

    def set_ends(self, ends: int) -> None:
        """Leave so many pixels above and below the paper."""
        left, right = self._sides
        edge = self.shadow
        self._box.setContentsMargins(edge + left, edge + ends, edge + right, edge + ends)

    def show_paper(self, paper: QWidget) -> None:
        """Lay `paper` on the sheet in place of what was there."""
        if self._paper is not None and self._paper is not paper:
            self._box.removeWidget(self._paper)
            self._paper.deleteLater()
        self._paper = paper
        self._box.addWidget(paper, 1)

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        painter.fillRect(self.rect(), look.color("canvas"))
        sheet = QRectF(self.rect()).adjusted(self.shadow, self.shadow - 2, -self.shadow, -self.shadow)
        # Painted by hand: Qt's shadow effect renders the text below it as a picture.
        for step in range(self.shadow, 0, -1):
            shade = QColor(0, 0, 0, 7)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shade)
            painter.drawRoundedRect(sheet.adjusted(-step, -step + 2, step, step), 2 + step, 2 + step)
        painter.fillRect(sheet, look.color("paper"))
        painter.setPen(look.color("paper_border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class Canvas(Painted, QFrame):
    """The ground a paper lies on; put the head line, the sheet and the status line into `body`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(GAP)

    def paintEvent(self, _event: object) -> None:
        painter = antialiased(self)
        painter.fillRect(self.rect(), current_look().color("canvas"))
        painter.end()
