"""A case summary as a Word file: head, figures with definitions, then each appointment, as in the preview."""

from __future__ import annotations

# All of python-docx is loaded here: import this module late, from within a writer.
from docx.document import Document as Sheet
from docx.shared import Inches, Pt
from docx.text.paragraph import Paragraph

from noshow_desk.domain.summary import Summary, SummaryCase, SummaryFigure, SummaryRow
from noshow_desk.export.docx_letter import bytes_of, new_sheet
from noshow_desk.export.docx_pages import number_pages
from noshow_desk.export.docx_words import add_text, set_gaps
from noshow_desk.export.looks import ACCENT, LINE_HEIGHT, MUTED, SUMMARY
from noshow_desk.export.options import PaperOptions

_LONGEST_LABEL = 14.0  # widths of a letter M that still leave a gap before the values
_NARROW = frozenset("iljtfrI.,:;'()[]-· ")
_ROW_GAP = 2.0


def write(summary: Summary, language: str, options: PaperOptions) -> bytes:
    """Return `summary` as a .docx file."""
    title = summary.title.say(language)
    sheet = new_sheet(title, language, options.size, points=SUMMARY.text, line=LINE_HEIGHT)
    page = sheet.sections[0]
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Inches(options.margin)
    if options.numbered:
        number_pages(page, language)
    heading = sheet.add_paragraph(style="Title")
    add_text(heading, title)
    set_gaps(heading, 0, 6, 28)
    _rows(sheet, summary.head, language)
    for figure in summary.figures:
        _figure(sheet, figure, language)
    for case in summary.cases:
        _case(sheet, case, language)
    _small(sheet, summary.closing.say(language), before=16)
    return bytes_of(sheet)


def _figure(sheet: Sheet, figure: SummaryFigure, language: str) -> None:
    paragraph = sheet.add_paragraph()
    set_gaps(paragraph, 9, 1, 17)
    paragraph.paragraph_format.keep_with_next = True
    add_text(paragraph, figure.value.say(language), bold=True, color=ACCENT, points=SUMMARY.value)
    add_text(paragraph, "  " + figure.label.say(language), bold=True)
    _small(sheet, figure.definition.say(language), before=0)


def _case(sheet: Sheet, case: SummaryCase, language: str) -> None:
    heading = sheet.add_paragraph(style="Heading 1")
    add_text(heading, case.title.say(language))
    set_gaps(heading, 22, 1, 19.6)
    for section in case.sections:
        heading = sheet.add_paragraph(style="Heading 2")
        add_text(heading, section.title.say(language), points=SUMMARY.section)
        set_gaps(heading, 8, 1, 14.7)
        _rows(sheet, section.rows, language)


def _rows(sheet: Sheet, rows: tuple[SummaryRow, ...], language: str) -> None:
    """Write labels left and values right of one line: paragraphs, so that screen readers read on."""
    for row in rows:
        paragraph = _row(sheet)
        label = row.label.say(language)
        add_text(paragraph, label, color=MUTED)
        if _width(label) <= _LONGEST_LABEL:
            paragraph.add_run().add_tab()
        else:
            paragraph.add_run().add_break()
        for number, line in enumerate(row.value.say(language).split("\n")):
            if number:
                paragraph.add_run().add_break()
            add_text(paragraph, line, italic=row.quote)


def _width(label: str) -> float:
    """Return about how wide `label` is set in Inter, which cannot be measured here."""
    return sum(0.29 if letter in _NARROW else 0.67 if letter.isupper() else 0.57 for letter in label)


def _row(sheet: Sheet) -> Paragraph:
    paragraph = sheet.add_paragraph()
    set_gaps(paragraph, 0, _ROW_GAP)
    form = paragraph.paragraph_format
    form.keep_together = True
    form.left_indent, form.first_line_indent = Pt(SUMMARY.column), Pt(-SUMMARY.column)
    return paragraph


def _small(sheet: Sheet, text: str, *, before: float) -> None:
    paragraph = sheet.add_paragraph()
    set_gaps(paragraph, before, 0, SUMMARY.small * LINE_HEIGHT)
    add_text(paragraph, text, color=MUTED, points=SUMMARY.small)
