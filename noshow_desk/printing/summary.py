"""Sets a case summary into a document: head, figures with definitions, then each appointment."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextFormat

from noshow_desk.domain.summary import Summary, SummaryCase, SummaryFigure, SummaryRow
from noshow_desk.export.looks import ACCENT, MUTED, SUMMARY
from noshow_desk.export.unbroken import unbroken
from noshow_desk.export.words import kept_apart, printable
from noshow_desk.printing.sheet import (
    LINE_BREAK,
    PaperDocument,
    Sheet,
    advance,
    block_format,
    hang,
    new_document,
    units,
)
from noshow_desk.printing.together import keep_together, stays_whole, stays_with_next

_CASE, _TITLE = 14.0, 20.0
_MUTED, _ACCENT = QColor(f"#{MUTED}"), QColor(f"#{ACCENT}")


def summary_document(summary: Summary, language: str, sheet: Sheet) -> PaperDocument:
    """Return `summary` laid out in `language` on `sheet` and more of its kind."""
    document = new_document(sheet, SUMMARY.text)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.setBlockFormat(block_format(_TITLE, after=6))
    cursor.insertText(printable(summary.title.say(language)), _form(_TITLE, bold=True))
    _rows(cursor, summary.head, language)
    for figure in summary.figures:
        _figure(cursor, figure, language)
    for case in summary.cases:
        _case(cursor, case, language)
    _line(
        cursor,
        summary.closing.say(language),
        _form(SUMMARY.small, color=_MUTED),
        points=SUMMARY.small,
        before=16,
    )
    cursor.endEditBlock()
    keep_together(document)
    return document


def _figure(cursor: QTextCursor, figure: SummaryFigure, language: str) -> None:
    _heading(
        cursor,
        figure.value.say(language),
        _form(SUMMARY.value, bold=True, color=_ACCENT),
        points=12,
        before=9,
    )
    cursor.insertText("  " + printable(figure.label.say(language)), _form(SUMMARY.text, bold=True))
    _line(cursor, figure.definition.say(language), _form(SUMMARY.small, color=_MUTED), points=SUMMARY.small)


def _case(cursor: QTextCursor, case: SummaryCase, language: str) -> None:
    _heading(
        cursor, case.title.say(language), _form(_CASE, bold=True, color=_ACCENT), points=_CASE, before=22
    )
    for section in case.sections:
        _heading(
            cursor,
            section.title.say(language),
            _form(SUMMARY.section, bold=True),
            points=SUMMARY.section,
            before=8,
        )
        _rows(cursor, section.rows, language)


def _heading(cursor: QTextCursor, text: str, form: QTextCharFormat, *, points: float, before: float) -> None:
    block = block_format(points, before=before, after=1)
    stays_with_next(block)
    _begin(cursor, block)
    cursor.insertText(printable(text), form)


def _line(
    cursor: QTextCursor,
    text: str,
    form: QTextCharFormat,
    *,
    points: float,
    before: float = 0,
) -> None:
    _begin(cursor, block_format(points, before=before))
    cursor.insertText(printable(text), form)


def _begin(cursor: QTextCursor, form: QTextBlockFormat) -> None:
    cursor.insertBlock(form, QTextCharFormat())


def _rows(cursor: QTextCursor, rows: tuple[SummaryRow, ...], language: str) -> None:
    """Write labels left and values right of one line: paragraphs, since tables break badly over pages."""
    for row in rows:
        label, value = printable(row.label.say(language)), row.value.say(language)
        _begin(cursor, _row_format())
        fits = advance(label, SUMMARY.text) < SUMMARY.column - SUMMARY.text
        cursor.insertText(label + ("\t" if fits else LINE_BREAK), _form(SUMMARY.text, color=_MUTED))
        lines = LINE_BREAK.join(kept_apart(unbroken(printable(line))) for line in value.split("\n"))
        cursor.insertText(lines, _form(SUMMARY.text, italic=row.quote))


def _row_format() -> QTextBlockFormat:
    form = block_format(SUMMARY.text, after=SUMMARY.text * 0.2)
    stays_whole(form)
    hang(form, SUMMARY.column, SUMMARY.column)
    return form


def _form(
    points: float, *, bold: bool = False, italic: bool = False, color: QColor | None = None
) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setProperty(QTextFormat.Property.FontPixelSize, round(units(points)))
    form.setFontItalic(italic)
    if bold:
        form.setFontWeight(QFont.Weight.DemiBold)
    if color is not None:
        form.setForeground(color)
    return form
