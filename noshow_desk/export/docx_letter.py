"""The blocks of a paper as paragraphs of a Word file, with the sizes and gaps of the preview."""

from __future__ import annotations

from itertools import zip_longest

# All of python-docx is loaded here: import this module late, from within a writer.
from docx import Document
from docx.document import Document as Sheet
from docx.shared import Inches, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from noshow_desk.domain.blocks import RECIPIENT, Block, BlockKind, Letter, Line, is_address
from noshow_desk.export import docx_fonts, docx_form
from noshow_desk.export.docx_draft import mark_as_draft
from noshow_desk.export.docx_pages import number_pages
from noshow_desk.export.docx_words import add_line, add_text, set_gaps
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
from noshow_desk.export.options import PaperOptions, PaperSize
from noshow_desk.export.window import Page, Place, place_of
from noshow_desk.export.words import is_heading, printable, subject_line

_POINTS_PER_INCH = 72
_BULLET = "•\t"
_MARK = 0.89  # width of the bullet and its blank, in letters


def write(letter: Letter, options: PaperOptions) -> bytes:
    """Return `letter` as a .docx file."""
    look = look_of(letter.kind)
    points = options.points or look.sizes[0]
    sheet = new_sheet(letter.title, letter.language, options.size, points=points, line=look.line)
    page = sheet.sections[0]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(options.margin)
    if options.numbered:
        number_pages(page, letter.language)
    if options.draft:
        mark_as_draft(page.header, letter.language)
    width = (options.size.inches[0] - 2 * options.margin) * _POINTS_PER_INCH
    letter, place = place_of(letter, Page(width=width, margin=options.margin, points=points, line=look.line))
    BlockWriter(sheet, look, points, place).write(letter)
    return bytes_of(sheet)


def new_sheet(title: str, language: str, size: PaperSize, *, points: float, line: float) -> Sheet:
    """Return an empty document on paper of `size`, with text of `points` and lines `line` letters high."""
    sheet = Document()
    docx_form.forget_maker(sheet, printable(title))
    docx_form.set_styles(sheet, language, points=points, line=points * line, gap=points * GAP)
    docx_form.announce_fonts(sheet)
    page = sheet.sections[0]
    width, height = size.inches
    page.page_width, page.page_height = Inches(width), Inches(height)
    return sheet


def bytes_of(sheet: Sheet) -> bytes:
    """Return the file of a document, with the fonts that it uses."""
    return docx_fonts.packed(sheet)


class BlockWriter:
    """Writes the blocks of a paper into a document or into a cell of a table.

    Some programs add the gap below a paragraph to the one above the next, the preview and others take the
    larger: each gap is written once, above.
    """

    def __init__(self, sheet: Sheet | _Cell, look: Look, points: float, place: Place | None = None) -> None:
        self._sheet, self._look, self._points, self._place = sheet, look, points, place
        self._line = points * look.line
        self._below = 0.0
        self._fresh = True

    def write(self, letter: Letter) -> None:
        """Write all of `letter`, with the subject of an e-mail on top."""
        if letter.subject:
            add_text(self._paragraph(0, GAP), subject_line(letter), bold=True)
        for block, following in zip_longest(letter.blocks, letter.blocks[1:]):
            self._block(block, following)

    def _block(self, block: Block, following: Block | None) -> None:
        if block.kind is BlockKind.LIST:
            self._list(block.lines)
        elif is_heading(block):
            self._heading(block.lines)
        else:
            above = PEN if block.kind is BlockKind.SIGNATURE and not self._look.card else 0.0
            place = self._place if is_address(block, RECIPIENT) else None
            if place is not None:
                above = place.above / self._points
            paragraph = self._paragraph(above, GAP, place=place)
            form = paragraph.paragraph_format
            form.keep_together = block.kind is not BlockKind.PARAGRAPH
            form.keep_with_next = following is not None and following.kind is BlockKind.SIGNATURE
            self._write(paragraph, block.lines, points=self._other_size(place))

    def _other_size(self, place: Place | None) -> float:
        """Return the size of an address in the window; 0 where it is that of the paper."""
        return place.points if place is not None and place.points != self._points else 0.0

    def _heading(self, lines: tuple[Line, ...]) -> None:
        card = self._look.card
        above = CARD_HEADING_ABOVE if card and not self._fresh else 0.0
        paragraph = self._paragraph(above, CARD_HEADING_BELOW if card else GAP)
        paragraph.paragraph_format.keep_with_next = True
        self._write(paragraph, lines, ACCENT if card else "")

    def _list(self, lines: tuple[Line, ...]) -> None:
        """Write items behind bullets that are text, as in the preview."""
        indent, mark = self._points * (LIST_INDENT + _MARK), self._points * _MARK
        for number, line in enumerate(lines):
            paragraph = self._paragraph(0, GAP if number == len(lines) - 1 else ITEM_GAP)
            form = paragraph.paragraph_format
            form.left_indent, form.first_line_indent = Pt(indent), Pt(-mark)
            form.tab_stops.add_tab_stop(Pt(indent))
            add_text(paragraph, _BULLET)
            add_line(paragraph, line)

    def _paragraph(self, above: float, below: float, *, place: Place | None = None) -> Paragraph:
        """Return the next paragraph; its gaps are counted in letters."""
        before, after = above * self._points, below * self._points
        paragraph = self._sheet.paragraphs[0] if self._is_cell_start else self._sheet.add_paragraph()
        line = self._line if place is None else place.points * place.line
        set_gaps(paragraph, max(before, self._below), 0, line)
        if place is not None and place.beside:
            paragraph.paragraph_format.right_indent = Pt(place.beside)
        self._below, self._fresh = after, False
        return paragraph

    @property
    def _is_cell_start(self) -> bool:
        """Say whether the first paragraph is there already: a cell is never without one."""
        return self._fresh and isinstance(self._sheet, _Cell)

    def _write(
        self, paragraph: Paragraph, lines: tuple[Line, ...], color: str = "", points: float = 0
    ) -> None:
        for number, line in enumerate(lines):
            if number:
                gap = paragraph.add_run()
                if points:
                    gap.font.size = Pt(points)
                gap.add_break()
            add_line(paragraph, line, color=color, points=points)
