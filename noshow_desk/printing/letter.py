"""Sets the blocks of a paper into a document, never through rich text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor

from noshow_desk.domain.blocks import (
    RECIPIENT,
    Block,
    BlockKind,
    Letter,
    Line,
    Origin,
    Run,
    is_address,
)
from noshow_desk.export.looks import (
    ACCENT,
    CARD_HEADING_ABOVE,
    CARD_HEADING_BELOW,
    GAP,
    ITEM_GAP,
    LIST_INDENT,
    PEN,
    Look,
    look_of,
)
from noshow_desk.export.unbroken import unbroken
from noshow_desk.export.window import Page, Place, place_of
from noshow_desk.export.words import is_heading, kept_apart, one_line, printable, subject_line
from noshow_desk.printing.sheet import (
    LAYOUT_DPI,
    LINE_BREAK,
    POINTS_PER_INCH,
    PaperDocument,
    Sheet,
    advance,
    block_format,
    hang,
    new_document,
    paper_font,
    units,
)
from noshow_desk.printing.together import keep_together, stays_whole, stays_with_next

_BULLET = "•\u2002"
# A blank is yellow wherever the paper goes, so that nobody hands it over unseen; the rest is for the screen.
_YELLOW = QColor("#FFF0A6")
_TINTS = {
    Origin.UNKNOWN: QColor("#FBD5CF"),
    Origin.OWN_WORDS: QColor("#DDF1EE"),
}
_ACCENT = QColor(f"#{ACCENT}")


def letter_document(letter: Letter, sheet: Sheet, *, tints: bool = False) -> PaperDocument:
    """Return `letter` laid out on sheets like `sheet`; `tints` colours own words too, not only blanks."""
    return _fitting(letter, sheet, tints)[0]


def fitting_points(letter: Letter, sheet: Sheet) -> float:
    """Return the size of the text in which `letter` is laid out on `sheet`, for those who cannot measure."""
    return _fitting(letter, sheet, tints=False)[1]


def shows_in_window(letter: Letter, sheet: Sheet, document: PaperDocument) -> bool:
    """Say whether all of the recipient's address in the `document` of `letter` shows in the window of an
    envelope; True for a letter without an address.
    """
    points = document.defaultFont().pixelSize() * POINTS_PER_INCH / LAYOUT_DPI
    place = _windowed(letter, sheet, look_of(letter.kind), points)[1]
    return place is None or place.fits


def _windowed(letter: Letter, sheet: Sheet, look: Look, points: float) -> tuple[Letter, Place | None]:
    width = sheet.text_area.width() * POINTS_PER_INCH / LAYOUT_DPI
    return place_of(letter, Page(width=width, margin=sheet.margin, points=points, line=look.line))


def _fitting(letter: Letter, sheet: Sheet, tints: bool) -> tuple[PaperDocument, float]:
    look = look_of(letter.kind)
    first = _set(letter, sheet, look, look.sizes[0], tints)
    if 1 < first.pageCount() <= look.pages + 1:
        for points in look.sizes[1:]:
            smaller = _set(letter, sheet, look, points, tints)
            if smaller.pageCount() == 1:
                return smaller, points
    return first, look.sizes[0]


def reading_document(letter: Letter, sheet: Sheet, *, tints: bool = True) -> PaperDocument:
    """Return `letter` in the type size of the screen, as wide as `sheet` and without page breaks."""
    look = look_of(letter.kind)
    return _set(letter, sheet, look, look.screen, tints, paged=False)


def _set(
    letter: Letter, sheet: Sheet, look: Look, points: float, tints: bool, *, paged: bool = True
) -> PaperDocument:
    document = new_document(sheet, points)
    if not paged:
        document.setPageSize(QSizeF(sheet.text_area.width(), -1))
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    letter, place = _windowed(letter, sheet, look, points) if paged else (letter, None)
    setter = _Setter(cursor, look, points, tints, place)
    if letter.subject:
        setter.paragraph(((Run(one_line(subject_line(letter)), bold=True),),), BlockKind.PARAGRAPH)
    for block, following in zip_longest(letter.blocks, letter.blocks[1:]):
        setter.block(block, following)
    cursor.endEditBlock()
    if paged:
        keep_together(document)
    return document


class _Setter:
    """Writes blocks at a cursor, one after the other."""

    def __init__(
        self, cursor: QTextCursor, look: Look, points: float, tints: bool, place: Place | None
    ) -> None:
        self._place = place
        self._cursor = cursor
        self._look = look
        self._points = points
        self._tints = tints
        self._fresh = True

    def block(self, block: Block, following: Block | None) -> None:
        """Write one block of the paper; `following` is the one after it."""
        if block.kind is BlockKind.LIST:
            self._list(block.lines)
        elif is_heading(block):
            self._heading(block.lines)
        else:
            closing = following is not None and following.kind is BlockKind.SIGNATURE
            place = self._place if is_address(block, RECIPIENT) else None
            self.paragraph(block.lines, block.kind, closing=closing, place=place)

    def paragraph(
        self, lines: tuple[Line, ...], kind: BlockKind, *, closing: bool = False, place: Place | None = None
    ) -> None:
        """Write lines that belong together; `closing` ones stay on the page of the signature after them.

        Those with a `place` stand where the window of an envelope is.
        """
        before = self._points * PEN if kind is BlockKind.SIGNATURE and not self._look.card else 0
        after = self._points * GAP
        points, line = (place.points, place.line) if place is not None else (self._points, self._look.line)
        form = block_format(points, before=before, after=after, line=line)
        if place is not None:
            form.setTopMargin(units(place.above))
            form.setRightMargin(units(place.beside))
        if kind is not BlockKind.PARAGRAPH:
            stays_whole(form)
        if closing:
            stays_with_next(form)
        self._begin(form)
        self._lines(lines, points=points)

    def _heading(self, lines: tuple[Line, ...]) -> None:
        before = self._points * (CARD_HEADING_ABOVE if self._look.card and not self._fresh else 0)
        form = block_format(
            self._points, before=before, after=self._points * (CARD_HEADING_BELOW if self._look.card else GAP)
        )
        stays_with_next(form)
        self._begin(form)
        self._lines(lines, _ACCENT if self._look.card else None)

    def _list(self, lines: tuple[Line, ...]) -> None:
        """Write items behind bullets that are text, so that they can be copied too."""
        mark = advance(_BULLET, self._points)
        for number, line in enumerate(lines):
            gap = GAP if number == len(lines) - 1 else ITEM_GAP
            form = block_format(self._points, after=self._points * gap)
            hang(form, self._points * LIST_INDENT + mark, mark)
            self._begin(form)
            self._lines(((Run(_BULLET), *line),))

    def _begin(self, form: QTextBlockFormat) -> None:
        plain = QTextCharFormat()
        if self._fresh:
            self._cursor.setBlockFormat(form)
        else:
            self._cursor.insertBlock(form, plain)
        self._fresh = False

    def _lines(self, lines: tuple[Line, ...], color: QColor | None = None, points: float = 0) -> None:
        """Write lines; `points` are their size where it may be another one than that of the paper."""
        other = points and points != self._points
        for text, form in _pieces(lines, self._tints, color):
            if other:
                form.setFont(
                    paper_font(points, form.fontWeight() or QFont.Weight.Normal),
                    QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly,
                )
            self._cursor.insertText(text, form)


def _pieces(
    lines: tuple[Line, ...], tints: bool, color: QColor | None
) -> Iterator[tuple[str, QTextCharFormat]]:
    """Return the stretches of text with their formats, line breaks between the lines."""
    for number, line in enumerate(lines):
        if number:
            yield LINE_BREAK, QTextCharFormat()
        for run in line:
            yield kept_apart(unbroken(printable(run.text))), _char_format(run, tints, color)


def _char_format(run: Run, tints: bool, color: QColor | None) -> QTextCharFormat:
    form = QTextCharFormat()
    if run.bold:
        form.setFontWeight(QFont.Weight.Bold)
    if color is not None:
        form.setForeground(color)
    if run.origin is Origin.MISSING:
        form.setBackground(_YELLOW)
    elif tints and run.origin in _TINTS:
        form.setBackground(_TINTS[run.origin])
    return form
