"""The sheet that every paper is laid out on, and the document that loads nothing.

A paper is laid out once, in units of LAYOUT_DPI to the inch; preview, PDF and printer paint that one layout,
scaled. So a line breaks on the printer where it broke in the preview.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QTextBlockFormat,
    QTextDocument,
    QTextOption,
)

from noshow_desk.export.looks import CARD_MARGIN_INCHES, LINE_HEIGHT
from noshow_desk.export.options import MARGIN_INCHES, PaperSize
from noshow_desk.printing.fonts import text_font

LAYOUT_DPI = 600
POINTS_PER_INCH = 72
LINE_BREAK = "\u2028"  # within a paragraph of a document


class PaperDocument(QTextDocument):
    """A document without undo that never opens a file or an address, whatever its text says."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        begin_at_left(self)

    def loadResource(self, type: int, name: QUrl | str) -> object:
        """Return an empty image; returning None would let Qt open the file."""
        return QImage()


def begin_at_left(document: QTextDocument) -> None:
    """Let every line of `document` begin at the left, as papers in English and Spanish do, also one that
    begins with a name in Arabic or Hebrew: by itself Qt goes by the first letter.
    """
    option = document.defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet to lay out on: width, height and margin in inches."""

    width: float
    height: float
    margin: float = MARGIN_INCHES

    @property
    def area(self) -> QSizeF:
        """The whole sheet in layout units."""
        return QSizeF(self.width * LAYOUT_DPI, self.height * LAYOUT_DPI)

    @property
    def text_area(self) -> QRectF:
        """The text area in layout units from the sheet's corner."""
        margin = self.margin * LAYOUT_DPI
        return QRectF(margin, margin, self.area.width() - 2 * margin, self.area.height() - 2 * margin)


def sheet_of(size: PaperSize, margin: float = MARGIN_INCHES) -> Sheet:
    """Return the sheet of a paper size, with the same margin (inches) on all sides."""
    return Sheet(*size.inches, margin)


def pocket_of(size: PaperSize) -> Sheet:
    """Return a quarter of a sheet, as a pocket card is laid out on."""
    width, height = size.inches
    return Sheet(width / 2, height / 2, CARD_MARGIN_INCHES)


def new_document(sheet: Sheet, points: float) -> PaperDocument:
    """Return an empty document for the text area of `sheet`, with text of `points`."""
    document = PaperDocument()
    document.setDefaultFont(paper_font(points))
    document.setPageSize(sheet.text_area.size())  # before any text: a later one lays all of it out again
    return document


def page_layout(sheet: Sheet) -> QPageLayout:
    """Return `sheet` upright without margins of the printer: ours are part of the picture."""
    size = QSizeF(sheet.width * POINTS_PER_INCH, sheet.height * POINTS_PER_INCH)
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    return QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)


def block_format(
    points: float, *, before: float = 0, after: float = 0, line: float = LINE_HEIGHT
) -> QTextBlockFormat:
    """Return the format of a paragraph of text in `points`; `before` and `after` are gaps in points.

    `line` is the height of a line to the letters.
    """
    form = QTextBlockFormat()
    kind = QTextBlockFormat.LineHeightTypes.MinimumHeight.value  # grows for scripts that are taller
    form.setLineHeight(units(points * line), kind)
    form.setTopMargin(units(before))
    form.setBottomMargin(units(after))
    return form


def paper_font(points: float, weight: int = QFont.Weight.Normal) -> QFont:
    """Return Inter as papers are set in: sized in layout units, which no screen's resolution changes.

    Without ligatures, so that all of its text can be copied out of a PDF.
    """
    font = text_font(points, weight)
    font.setPixelSize(round(units(points)))
    for name in ("liga", "clig", "dlig", "calt"):
        font.setFeature(QFont.Tag(name), 0)
    return font


def advance(text: str, points: float) -> float:
    """Return the width of `text` in points when it is set in `points`."""
    return QFontMetricsF(paper_font(points)).horizontalAdvance(text) * POINTS_PER_INCH / LAYOUT_DPI


def hang(form: QTextBlockFormat, indent: float, mark: float) -> None:
    """Indent a paragraph by `indent` points and let its first line begin `mark` points further left.

    A tab in the first line leads to where the other lines begin.
    """
    form.setLeftMargin(units(indent))
    form.setTextIndent(units(-mark))
    form.setTabPositions([QTextOption.Tab(units(mark), QTextOption.TabType.LeftTab)])


def units(points: float) -> float:
    """Return a length in layout units."""
    return points * LAYOUT_DPI / POINTS_PER_INCH
