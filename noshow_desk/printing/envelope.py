"""The envelope of a letter: No. 10, the address that the letter itself bears, and nothing else on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextCursor

from noshow_desk.domain.blocks import RECIPIENT, SENDER, Letter, is_address, line_text
from noshow_desk.errors import UserError
from noshow_desk.export.words import kept_apart, printable
from noshow_desk.i18n import N_, _, translate
from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.printout import Printout, paint_lines
from noshow_desk.printing.sheet import (
    LAYOUT_DPI,
    LINE_BREAK,
    PaperDocument,
    Sheet,
    block_format,
    new_document,
)

# No. 10, and where its two addresses stand: USPS, Domestic Mail Manual, sections 201 and 602 (inches).
NUMBER_10 = Sheet(9.5, 4.125, 0.4)
_TO_LEFT, _TO_TOP, _TO_WIDTH = 4.0, 1.9, 4.75
_FROM_WIDTH = 3.2
_TO_POINTS, _FROM_POINTS = 13.0, 10.0
_LEAST_POINTS = 7.0
TITLE = N_("Envelope")


def address_of(letter: Letter, field: str) -> tuple[str, ...]:
    """Return the lines that `letter` was filled with from an address field; none where it bears none."""
    for block in letter.blocks:
        if is_address(block, field):
            return tuple(line_text(line) for line in block.lines)
    return ()


def lay_out_envelope(letter: Letter) -> Printout:
    """Return the envelope of `letter`: to whom, and from whom only where the letter says so too.

    Raises UserError when the letter bears no address.
    """
    to = address_of(letter, RECIPIENT)
    if not to:
        raise UserError(_("This paper bears no postal address. Add one to the interviewer first."))
    load_fonts()
    return _Envelope(to, address_of(letter, SENDER), letter.language)


class _Envelope(Printout):
    """One side of an envelope."""

    def __init__(self, to: tuple[str, ...], sender: tuple[str, ...], language: str) -> None:
        self._to = _fitting(to, _TO_WIDTH, NUMBER_10.height - _TO_TOP - 0.25, _TO_POINTS)
        super().__init__(self._to, NUMBER_10, title=translate(TITLE, language), language=language)
        self._from = _fitting(sender, _FROM_WIDTH, _TO_TOP - NUMBER_10.margin, _FROM_POINTS)
        self.page_count = 1

    def text(self) -> str:
        """Return both addresses, the sender's first, for screen readers."""
        return "\n\n".join(text for text in (self._from.toPlainText(), self._to.toPlainText()) if text)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint the envelope in layout units."""
        margin = NUMBER_10.margin
        for document, left, top in ((self._from, margin, margin), (self._to, _TO_LEFT, _TO_TOP)):
            painter.save()
            painter.translate(left * LAYOUT_DPI, top * LAYOUT_DPI)
            paint_lines(painter, document, QRectF(QPointF(), document.size()))
            painter.restore()


def _fitting(lines: tuple[str, ...], width: float, height: float, points: float) -> PaperDocument:
    """Return an address as large as `points`, smaller where it would not fit its place (inches)."""
    while True:
        document = _address(lines, width, points)
        if document.size().height() <= height * LAYOUT_DPI or points <= _LEAST_POINTS:
            return document
        points -= 0.5


def _address(lines: tuple[str, ...], width: float, points: float) -> PaperDocument:
    document = new_document(Sheet(width, 100, 0), points)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(block_format(points))
    cursor.insertText(LINE_BREAK.join(kept_apart(printable(line)) for line in lines))
    return document
