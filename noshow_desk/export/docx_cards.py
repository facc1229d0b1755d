"""Pocket cards as a Word file: four on a sheet, thin lines to cut along."""

from __future__ import annotations

# All of python-docx is loaded here: import this module late, from within a writer.
from docx.document import Document as Sheet
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Inches, Pt
from docx.table import Table

from noshow_desk.domain.blocks import Letter
from noshow_desk.export.docx_draft import AMBER, DRAFT_POINTS
from noshow_desk.export.docx_letter import BlockWriter, bytes_of, new_sheet
from noshow_desk.export.docx_words import add_text, set_gaps
from noshow_desk.export.looks import CARD_MARGIN_INCHES, look_of
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.words import draft_line

_CUT = "B5B0A6"
_ROWS = _COLUMNS = 2
_MARGIN = str(round(CARD_MARGIN_INCHES * 1440))  # twentieths of a point
_LAST_LINE_POINTS = 2.0  # Word wants a paragraph behind a table


def write(letter: Letter, options: PaperOptions) -> bytes:
    """Return `letter`, a plan card, four times on one sheet."""
    look = look_of(letter.kind)
    points = options.points or look.sizes[0]
    sheet = new_sheet(letter.title, letter.language, options.size, points=points, line=look.line)
    table = _quarters(sheet, options)
    for row in table.rows:
        for cell in row.cells:
            BlockWriter(cell, look, points).write(letter)
            if options.draft:
                add_text(
                    cell.add_paragraph(),
                    draft_line(letter.language),
                    color=AMBER,
                    bold=True,
                    points=DRAFT_POINTS,
                )
    last = sheet.add_paragraph()
    set_gaps(last, 0, 0)
    last.paragraph_format.line_spacing = Pt(1)
    return bytes_of(sheet)


def _quarters(sheet: Sheet, options: PaperOptions) -> Table:
    """Return a table of four cells as large as the sheet, dashed lines between them."""
    page = sheet.sections[0]
    for side in ("left", "right", "top", "bottom", "header", "footer"):
        setattr(page, f"{side}_distance" if side in ("header", "footer") else f"{side}_margin", Emu(0))
    width, height = options.size.inches
    table: Table = sheet.add_table(rows=_ROWS, cols=_COLUMNS)
    table.autofit = False
    _set_lines_and_margins(table)
    for column in table.columns:
        column.width = Inches(width / _COLUMNS)
    for row in table.rows:
        row.height = Pt(height * 72 / _ROWS - _LAST_LINE_POINTS)
        row.height_rule = WD_ROW_HEIGHT_RULE.EXACTLY
        for cell in row.cells:
            cell.width = Inches(width / _COLUMNS)
    return table


def _set_lines_and_margins(table: Table) -> None:
    """Draw lines between the cells, none around them, and keep their text off the edges.

    A table begins where the text of its first cell does, so it is moved in by a cell's margin.

    The elements come in the order of the schema (ECMA-376, CT_TblPr): Word does not open a file otherwise.
    """
    indent = OxmlElement("w:tblInd")
    indent.set(qn("w:w"), _MARGIN)
    indent.set(qn("w:type"), "dxa")
    borders = OxmlElement("w:tblBorders")
    for name in ("insideH", "insideV"):
        line = OxmlElement(f"w:{name}")
        for key, value in (("val", "dashed"), ("sz", "4"), ("space", "0"), ("color", _CUT)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    margins = OxmlElement("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), _MARGIN)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    form = table._tbl.tblPr
    layout = form.find(qn("w:tblLayout"))
    layout.addprevious(indent)
    layout.addprevious(borders)
    layout.addnext(margins)
