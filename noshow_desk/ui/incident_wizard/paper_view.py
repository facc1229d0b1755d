"""A letter as it reads, on white paper in every theme: large enough to read aloud from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QBrush,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Origin, Run, to_text
from noshow_desk.printing.fonts import text_font
from noshow_desk.ui.kit.base import Painted
from noshow_desk.ui.theme import Look, current_look

# UX.md: a letter on screen is 10.5 points at a line of 140 %; a script is read aloud across a desk.
LETTER_POINTS, SCRIPT_POINTS = 10.5, 12.5
LINE_PERCENT = 135.0
PEN_ROOM = 34


class PaperView(QScrollArea):
    """Shows one letter; what is missing stands out in yellow, the client's own words in green."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = PaperPage()
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def show_letter(self, letter: Letter | None, *, script: bool) -> None:
        """Show `letter`, larger when it is a script to speak from; None shows an empty sheet."""
        self._page.show_letter(letter, script=script)
        self.setAccessibleDescription(to_text(letter) if letter is not None else "")

    def text(self) -> str:
        """Return the words on show."""
        return self._page.text()


class PaperPage(Painted, QWidget):
    """The sheet itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._letter: Letter | None = None
        self._script = False
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_letter(self, letter: Letter | None, *, script: bool) -> None:
        """Lay `letter` on the sheet."""
        self._letter, self._script = letter, script
        self._write()

    def text(self) -> str:
        """Return the words on show."""
        return self._document.toPlainText()

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
        self._document.setTextWidth(self.width())
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("paper"))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, look.color("paper_text"))
        context.clip = QRectF(self.rect())
        self._document.documentLayout().draw(painter, context)
        painter.end()

    def _write(self) -> None:
        look = current_look()
        points = (SCRIPT_POINTS if self._script else LETTER_POINTS) * look.scale
        self._document.clear()
        self._document.setDefaultFont(text_font(points, 400))
        cursor = QTextCursor(self._document)
        for at, block in enumerate(self._letter.blocks if self._letter else ()):
            _write_block(cursor, block, first=at == 0, gap=points * 0.8, look=look)
        self._document.setTextWidth(max(self.width(), 100))
        self.updateGeometry()
        self.update()


def _write_block(cursor: QTextCursor, block: Block, *, first: bool, gap: float, look: Look) -> None:
    shape = QTextBlockFormat()
    shape.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    for at, line in enumerate(block.lines):
        if at == 0 and not first:
            shape.setTopMargin(PEN_ROOM if block.kind is BlockKind.SIGNATURE else gap)
        elif at:
            shape.setTopMargin(0)
        if first and at == 0:
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape, QTextCharFormat())
        if block.kind is BlockKind.LIST:
            cursor.insertText("•  ", QTextCharFormat())
        for run in line:
            cursor.insertText(run.text, _char_format(run, look))


def _char_format(run: Run, look: Look) -> QTextCharFormat:
    shown = QTextCharFormat()
    shown.setFontWeight(600 if run.bold else 400)
    shown.setForeground(QBrush(look.color("paper_text")))
    if run.origin is Origin.OWN_WORDS:
        shown.setBackground(QBrush(look.color("paper_mark")))
    elif run.origin in (Origin.MISSING, Origin.UNKNOWN):
        shown.setForeground(QBrush(look.color("paper_missing_text")))
        shown.setBackground(QBrush(look.color("paper_missing")))
    return shown
