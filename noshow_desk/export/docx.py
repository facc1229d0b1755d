"""Papers and summaries as Word files."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from noshow_desk.domain.blocks import RECIPIENT, Block, BlockKind, Letter, Line, Origin, is_address
from noshow_desk.domain.summary import Summary, SummaryCase, SummaryFigure, SummaryRow
from noshow_desk.export.options import MARGIN_INCHES, WINDOW_TOP_INCHES, PaperOptions, PaperSize
from noshow_desk.export.unbroken import unbroken
from noshow_desk.export.words import draft_line, is_heading, printable, runs_right_to_left, subject_line

if TYPE_CHECKING:
    from docx.document import Document as Sheet
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_MUTED = "58616A"
_ACCENT = "0B6B63"
_AMBER = "8A4B00"
_YELLOW = "FFF0A6"
_LABEL_INCHES = 2.1
_VALUE_INCHES = 4.1  # together 6.2: fits A4 too
_POINTS = 11.5  # as a printed letter is set
_GAP_POINTS = 9.8
_LINE_POINTS = 16.1  # 140 %
_PEN_POINTS = 36.8  # room to sign by hand


def write(letter: Letter, options: PaperOptions) -> bytes:
    """Return `letter` as a .docx file whose properties name nobody."""
    sheet = _sheet(letter.title, letter.language, options.size)
    if options.draft:
        _text(sheet.sections[0].header.paragraphs[0], draft_line(letter.language), color=_AMBER, bold=True)
    if letter.subject:
        _text(sheet.add_paragraph(), subject_line(letter), bold=True)
    down = _LINE_POINTS + _GAP_POINTS if letter.subject else 0.0
    for block in letter.blocks:
        _block(sheet, block, down)
        down += _LINE_POINTS * len(block.lines) + _GAP_POINTS
    return _bytes(sheet)


def write_summary(summary: Summary, language: str, size: PaperSize = PaperSize.LETTER) -> bytes:
    """Return `summary` as a .docx file whose properties name nobody."""
    title = summary.title.say(language)
    sheet = _sheet(title, language, size)
    _text(sheet.add_paragraph(style="Title"), title)
    _table(sheet, summary.head, language)
    sheet.add_paragraph()
    for figure in summary.figures:
        _figure(sheet, figure, language)
    for case in summary.cases:
        _case(sheet, case, language)
    _text(sheet.add_paragraph(), summary.closing.say(language), color=_MUTED, points=9)
    return _bytes(sheet)


def _sheet(title: str, language: str, size: PaperSize) -> Sheet:
    from docx import Document  # deferred: about 100 ms that the first window does not need
    from docx.shared import Inches

    from noshow_desk.export import docx_form

    sheet = Document()
    docx_form.forget_maker(sheet, printable(title))
    docx_form.set_styles(sheet, language, points=_POINTS, line=_LINE_POINTS, gap=_GAP_POINTS)
    page = sheet.sections[0]
    width, height = size.inches
    page.page_width, page.page_height = Inches(width), Inches(height)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(MARGIN_INCHES)
    return sheet


def _bytes(sheet: Sheet) -> bytes:
    content = io.BytesIO()
    sheet.save(content)
    return content.getvalue()


def _block(sheet: Sheet, block: Block, down: float) -> None:
    """Write one block; `down` is how many points of the page the ones above it take."""
    if block.kind is BlockKind.LIST:
        for line in block.lines:
            _line(sheet.add_paragraph(style="List Bullet"), line)
        return
    paragraph = sheet.add_paragraph()
    form = paragraph.paragraph_format
    form.keep_together = block.kind is not BlockKind.PARAGRAPH
    form.keep_with_next = is_heading(block)
    if block.kind is BlockKind.SIGNATURE:
        from docx.shared import Pt  # deferred with the library

        form.space_before = Pt(_PEN_POINTS)
    if is_address(block, RECIPIENT):
        from docx.shared import Inches, Pt  # deferred with the library

        # Spaces add up here, they do not overlap: the one below the paragraph before is counted in `down`.
        form.space_before = Pt(max(Inches(WINDOW_TOP_INCHES - MARGIN_INCHES).pt - down, 0))
    for number, line in enumerate(block.lines):
        if number:
            paragraph.add_run().add_break()
        _line(paragraph, line)


def _line(paragraph: Paragraph, line: Line) -> None:
    for run in line:
        fill = _YELLOW if run.origin in (Origin.MISSING, Origin.UNKNOWN) else ""
        _text(paragraph, run.text, bold=run.bold, fill=fill)


def _figure(sheet: Sheet, figure: SummaryFigure, language: str) -> None:
    table = _two_columns(sheet, 1)
    _pair(table.rows[0].cells, figure.label.say(language), figure.value.say(language), bold=True)
    paragraph = sheet.add_paragraph()
    _text(paragraph, figure.definition.say(language), color=_MUTED, points=9)


def _case(sheet: Sheet, case: SummaryCase, language: str) -> None:
    _text(sheet.add_paragraph(style="Heading 1"), case.title.say(language))
    for section in case.sections:
        _text(sheet.add_paragraph(style="Heading 2"), section.title.say(language))
        _table(sheet, section.rows, language)


def _table(sheet: Sheet, rows: tuple[SummaryRow, ...], language: str) -> None:
    table = _two_columns(sheet, len(rows))
    for given, row in zip(rows, table.rows, strict=True):
        _pair(row.cells, given.label.say(language), given.value.say(language), italic=given.quote)


def _two_columns(sheet: Sheet, rows: int) -> Table:
    """Return an empty table for labels and values. Word reads the widths of cells, others of columns."""
    from docx.shared import Inches  # deferred with the library

    table: Table = sheet.add_table(rows=rows, cols=2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Inches(_LABEL_INCHES), Inches(_VALUE_INCHES)
    return table


def _pair(
    cells: tuple[_Cell, ...], label: str, value: str, *, bold: bool = False, italic: bool = False
) -> None:
    from docx.shared import Inches, Pt  # deferred with the library

    left, right = cells
    left.width, right.width = Inches(_LABEL_INCHES), Inches(_VALUE_INCHES)
    for cell, text, color in ((left, label, _MUTED), (right, value, "")):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        strong = cell is right
        for number, part in enumerate(text.split("\n")):
            if number:
                paragraph.add_run().add_break()
            _text(paragraph, part, color=color, bold=bold and strong, italic=italic and strong)


def _text(
    paragraph: Paragraph,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    color: str = "",
    fill: str = "",
    points: float = 0,
) -> None:
    from docx.shared import Pt, RGBColor  # deferred with the library

    from noshow_desk.export import docx_form

    run = paragraph.add_run(unbroken(printable(text)))
    run.bold, run.italic = bold or None, italic or None
    if color:
        run.font.color.rgb = RGBColor.from_string(color)
    if points:
        run.font.size = Pt(points)
    if fill:
        docx_form.shade(run, fill)
    if runs_right_to_left(text):
        run.font.rtl = True  # last: Word wants these marks in the order of its schema
