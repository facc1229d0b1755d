"""A paper or summary laid out on pages, ready to be painted anywhere."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
)

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.summary import Summary
from noshow_desk.export.looks import MUTED
from noshow_desk.export.options import MARGIN_INCHES, PaperSize
from noshow_desk.export.words import PAGE_OF, draft_line, draft_words, one_line
from noshow_desk.i18n import Message
from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.letter import letter_document, reading_document, shows_in_window
from noshow_desk.printing.sheet import LAYOUT_DPI, PaperDocument, Sheet, paper_font, pocket_of, sheet_of
from noshow_desk.printing.summary import summary_document

_INK = QColor("#000000")
_MUTED = QColor(f"#{MUTED}")
_AMBER = QColor("#8A4B00")
_WATER = QColor("#EFEBE4")
READING_MARGIN = 0.32  # inches
_UPRIGHT = 1.29  # height of a sheet to its width, at least
_WATER_POINTS = 15.0  # for each inch of the sheet's width
_CUT = QColor("#B5B0A6")
CARDS_A_SHEET = 4
_RARE = 0x0526  # the fonts have what comes before: Latin, Greek, Cyrillic
_PUNCTUATION = frozenset("‐‑–—‘’“”•…☐\u202f\u2002\u2028\u2029")


def is_plain(text: str) -> bool:
    """Say whether every character of `text` is one that the fonts are known to have, without asking them."""
    return all(ord(one) < _RARE or one in _PUNCTUATION for one in text)


class Printout:
    """Pages of one paper. `title` is neutral: it becomes the title of a PDF and the name of a print job.

    `shows_address` says whether the window of an envelope would show all of the recipient's address.
    """

    shows_address = True

    def __init__(
        self, document: PaperDocument, sheet: Sheet, *, title: str, language: str, draft: bool = False
    ) -> None:
        self._document = document
        self._draft = draft
        self.title = one_line(title)
        self.language = language
        self.sheet = sheet
        self.page_count = max(1, document.pageCount())

    def text(self) -> str:
        """Return all the text in reading order, for screen readers."""
        return self._document.toPlainText()

    def unprintable(self) -> str:
        """Return the characters that no font at hand can show, each once; a paper prints boxes for them."""
        if is_plain(self.text()):
            return ""
        metrics = QFontMetricsF(self._document.defaultFont())
        seen = dict.fromkeys(self.text())
        return "".join(one for one in seen if _is_seen(one) and not metrics.inFontUcs4(ord(one)))

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint `page` (from 0) in layout units, the sheet's corner at the origin."""
        painter.save()
        if self._draft:
            self._paint_draft(painter)
        area = self.sheet.text_area
        window = QRectF(0, page * area.height(), area.width(), area.height())
        painter.translate(area.topLeft() - window.topLeft())
        painter.setClipRect(window.adjusted(-area.left(), 0, area.left(), 0))
        paint_lines(painter, self._document, window)
        painter.restore()
        if self.page_count > 1:
            self._paint_page_number(painter, page)

    def _paint_draft(self, painter: QPainter) -> None:
        """Paint the big word across the sheet and the reason above the text."""
        area = self.sheet.area
        painter.save()
        painter.translate(area.width() / 2, area.height() / 2)
        painter.rotate(-55)
        width = area.height() * 2
        points = self.sheet.width * _WATER_POINTS
        across = QRectF(-width / 2, -LAYOUT_DPI, width, 2 * LAYOUT_DPI)
        _write(painter, across, draft_words(self.language), points, _WATER)
        painter.restore()
        edge = self.sheet.margin / 2 * LAYOUT_DPI
        top = QRectF(edge, edge - 0.15 * LAYOUT_DPI, area.width() - 2 * edge, 0.3 * LAYOUT_DPI)
        _write(painter, top, draft_line(self.language), 9, _AMBER)

    def _paint_page_number(self, painter: QPainter, page: int) -> None:
        area = self.sheet.area
        foot = QRectF(0, area.height() - 0.75 * LAYOUT_DPI, area.width(), 0.3 * LAYOUT_DPI)
        words = Message(PAGE_OF, {"page": page + 1, "pages": self.page_count}).say(self.language)
        _write(painter, foot, words, 9, _MUTED)


def lay_out(
    letter: Letter,
    *,
    size: PaperSize = PaperSize.LETTER,
    draft: bool = False,
    tints: bool = False,
    margin: float = MARGIN_INCHES,
) -> Printout:
    """Return `letter` on pages of `size` with margins of `margin` inches; a pocket card has its own.

    `draft` marks a paper that is not final yet. What is missing is yellow on every sheet; `tints` is for
    the screen: the client's own words in green.
    """
    if letter.kind is PaperKind.PLAN_CARD:
        return lay_out_cards([letter] * CARDS_A_SHEET, size=size, draft=draft, tints=tints)
    load_fonts()
    sheet = sheet_of(size, margin)
    document = letter_document(letter, sheet, tints=tints)
    made = Printout(document, sheet, title=letter.title, language=letter.language, draft=draft)
    made.shows_address = shows_in_window(letter, sheet, document)
    return made


class CardPages(Printout):
    """Pocket cards, four to a sheet in the order of reading, with thin lines to cut along."""

    def __init__(self, cards: Sequence[Printout], sheet: Sheet) -> None:
        first = cards[0]
        super().__init__(first._document, sheet, title=first.title, language=first.language)
        self._places = [(card, page) for card in cards for page in range(card.page_count)]
        self.page_count = -(-len(self._places) // CARDS_A_SHEET)

    def text(self) -> str:
        """Return the text of each card once, in reading order, for screen readers."""
        return "\n\n".join(dict.fromkeys(card._document.toPlainText() for card, _page in self._places))

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one sheet (from 0) of cards in layout units."""
        area = self.sheet.area
        half = QSizeF(area.width() / 2, area.height() / 2)
        painter.save()
        painter.setPen(QPen(_CUT, 0, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(half.width(), 0), QPointF(half.width(), area.height()))
        painter.drawLine(QPointF(0, half.height()), QPointF(area.width(), half.height()))
        painter.restore()
        first = page * CARDS_A_SHEET
        for number, (card, card_page) in enumerate(self._places[first : first + CARDS_A_SHEET]):
            painter.save()
            painter.translate(number % 2 * half.width(), number // 2 * half.height())
            card.paint(painter, card_page)
            painter.restore()


def lay_out_cards(
    letters: Sequence[Letter], *, size: PaperSize = PaperSize.LETTER, draft: bool = False, tints: bool = False
) -> CardPages:
    """Return pocket cards on sheets of `size`, a quarter of a sheet each."""
    load_fonts()
    sheet = sheet_of(size)
    pocket = pocket_of(size)
    made: dict[int, Printout] = {}
    for letter in letters:
        if id(letter) not in made:
            document = letter_document(letter, pocket, tints=tints)
            language = letter.language
            made[id(letter)] = Printout(document, pocket, title=letter.title, language=language, draft=draft)
    return CardPages([made[id(letter)] for letter in letters], sheet)


def lay_out_for_reading(letter: Letter, width: float, *, draft: bool = False, tints: bool = True) -> Printout:
    """Return `letter` on one sheet of `width` inches, as high as it needs, for a pane on screen."""
    load_fonts()
    sheet = Sheet(width, width, READING_MARGIN)
    document = reading_document(letter, sheet, tints=tints)
    height = document.size().height() / LAYOUT_DPI + 2 * READING_MARGIN
    sheet = Sheet(width, max(height, width * _UPRIGHT), READING_MARGIN)
    return Printout(document, sheet, title=letter.title, language=letter.language, draft=draft)


def lay_out_summary(
    summary: Summary,
    language: str,
    *,
    size: PaperSize = PaperSize.LETTER,
    margin: float = MARGIN_INCHES,
) -> Printout:
    """Return `summary` in `language` on pages of `size` with margins of `margin` inches."""
    load_fonts()
    sheet = sheet_of(size, margin)
    document = summary_document(summary, language, sheet)
    return Printout(document, sheet, title=summary.title.say(language), language=language)


def paint_lines(painter: QPainter, document: PaperDocument, window: QRectF) -> None:
    """Paint the lines of `document` whose middle lies in `window`, black whatever the screen's colours.

    Qt's own way paints the line above the first one too where a paragraph runs over the page's end: clipped
    on paper, but twice in the text of a PDF.
    """
    layout = document.documentLayout()
    first = layout.hitTest(window.topLeft(), Qt.HitTestAccuracy.FuzzyHit)
    block = document.findBlock(max(first, 0))
    block = block.previous() if block.previous().isValid() else block
    painter.setPen(_INK)
    while block.isValid() and layout.blockBoundingRect(block).top() < window.bottom():
        place = block.layout().position()
        for number in range(block.layout().lineCount()):
            line = block.layout().lineAt(number)
            if window.top() <= place.y() + line.y() + line.height() / 2 < window.bottom():
                line.draw(painter, place)
        block = block.next()


def _write(painter: QPainter, area: QRectF, words: str, points: float, color: QColor) -> None:
    """Write one centred line, smaller where it is wider than `area` (a pocket card).

    Its size is in points of the sheet, whatever the device's resolution.
    """
    painter.setFont(paper_font(points, QFont.Weight.DemiBold))
    wide = painter.fontMetrics().horizontalAdvance(words)
    if wide > area.width():
        painter.setFont(paper_font(points * area.width() / wide, QFont.Weight.DemiBold))
    painter.setPen(color)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, words)


def _is_seen(character: str) -> bool:
    """Say whether `character` leaves a mark on paper: no blank, line break, joiner or variant selector."""
    return unicodedata.category(character) not in ("Cc", "Cf", "Mn", "Zs", "Zl", "Zp")
