"""A letter as it reads, on white paper in every theme: large enough to read aloud from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from noshow_desk.domain.blocks import Letter, to_text
from noshow_desk.export.words import without_marks
from noshow_desk.printing.fonts import text_font
from noshow_desk.printing.sheet import PaperDocument
from noshow_desk.ui.incident_wizard.paper_marks import Mark, PaperMarks, badges
from noshow_desk.ui.incident_wizard.paper_words import write_letter
from noshow_desk.ui.kit.base import Painted, antialiased
from noshow_desk.ui.theme import current_look

# UX.md: a letter on screen is 10.5 points at a line of 140 %; a script is read aloud across a desk.
# The client reads it on the caseworker's laptop, from the other side of the table.
LETTER_POINTS, SCRIPT_POINTS, CLIENT_POINTS = 10.5, 12.5, 17.0
# The margin left of the words, where the numbers of the findings stand (pixels at 100 % text), and what
# the sheet leaves to it.
MARGIN, SHEET_LEFT = 26, 2
# The room between the words and the scroll bar, and what the sheet leaves to it.
BAR_GAP, SHEET_RIGHT = 10, 10


class PaperView(QScrollArea):
    """Shows one letter; what is missing stands out in yellow, the client's own words in green.

    What the letter check found is underlined and numbered; `picked` tells the number that was clicked.
    """

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PaperPage()
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setViewportMargins(0, 0, BAR_GAP, 0)
        self._wanted = 0
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._on_settle_timeout)
        self._page.picked.connect(self.picked)

    def show_letter(
        self,
        letter: Letter | None,
        *,
        points: float = LETTER_POINTS,
        marks: Sequence[Mark] = (),
        current: int = 0,
    ) -> None:
        """Show `letter` in this size at 100 % text; None shows an empty sheet.

        `marks` are underlined, the words of the one with the number `current` stand out.
        """
        self._page.show_letter(letter, points=points, marks=marks, current=current)
        self.setAccessibleDescription(to_text(letter) if letter is not None else "")

    def scroll_to(self, number: int) -> None:
        """Bring the words of a mark into sight, once what is being shown has found its room."""
        self._wanted = number
        self._settle.start()

    def scroll_to_top(self) -> None:
        """Show the paper from its beginning, as for another step: its first line is the first to say."""
        self._wanted = 0
        self._settle.stop()
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the words in sight that were scrolled to, until the person scrolls."""
        super().resizeEvent(event)
        if self._wanted:
            self._settle.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._wanted = 0
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._wanted = 0
        super().keyPressEvent(event)

    def _on_settle_timeout(self) -> None:
        where = self._page.place_of(self._wanted)
        if where is not None:
            self.verticalScrollBar().setValue(round(where - self.viewport().height() * 0.4))

    def text(self) -> str:
        """Return the words on show."""
        return self._page.text()

    def underlined(self, number: int) -> str:
        """Return the words that are underlined for a mark."""
        return self._page.underlined(number)


class PaperPage(Painted, QWidget):
    """The sheet itself."""

    picked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter: Letter | None = None
        self._points = LETTER_POINTS
        self._marks: tuple[Mark, ...] = ()
        self._current = 0
        self._document = PaperDocument()
        self._placed = PaperMarks(self._document)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_letter(
        self,
        letter: Letter | None,
        *,
        points: float = LETTER_POINTS,
        marks: Sequence[Mark] = (),
        current: int = 0,
    ) -> None:
        """Lay `letter` on the sheet."""
        self._letter, self._points, self._marks, self._current = letter, points, tuple(marks), current
        self._write()

    def text(self) -> str:
        """Return the words on show."""
        return without_marks(self._document.toPlainText())

    def underlined(self, number: int) -> str:
        """Return the words that are underlined for a mark."""
        return self._placed.words(number)

    def place_of(self, number: int) -> float | None:
        """Return how far down the words of a mark stand; None when there is none with this number."""
        return self._placed.top(number)

    def restyle(self) -> None:
        """Write it anew at another text scale."""
        super().restyle()
        self._write()

    def sizeHint(self) -> QSize:
        return QSize(current_look().px(360), int(self._document.size().height()) + 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_look().px(160), int(self._document.size().height()) + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._document.setTextWidth(self.width() - _margin())
        self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the finding whose words are clicked."""
        number = self._placed.at(event.position() - QPointF(_margin(), 0))
        if number:
            self.picked.emit(number)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = antialiased(self)
        painter.fillRect(self.rect(), look.color("paper"))
        self._paint_words(painter)
        for badge in badges(self._marks, self._placed):
            badge.paint(painter, _margin() - 2, current=self._current)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, current_look().color("paper_text"))
        context.clip = QRectF(self.rect())
        painter.save()
        painter.translate(_margin(), 0)
        self._document.documentLayout().draw(painter, context)
        painter.restore()

    def _write(self) -> None:
        look = current_look()
        points = self._points * look.scale
        self._document.clear()
        self._document.setDefaultFont(text_font(points, 400))
        starts = write_letter(self._document, self._letter, gap=points * 0.8, look=look)
        self._placed.put(self._letter, self._marks, starts, current=self._current, look=look)
        self._document.setTextWidth(max(self.width() - _margin(), 100))
        self.updateGeometry()
        self.update()


def _margin() -> int:
    return current_look().px(MARGIN)
