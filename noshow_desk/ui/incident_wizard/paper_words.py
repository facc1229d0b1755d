"""Writes a letter into the document of the live paper, never as rich text; says where its lines begin."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Line, Origin, Run
from noshow_desk.export.unbroken import unbroken
from noshow_desk.export.words import by_direction, kept_apart
from noshow_desk.ui.kit.qt_places import in_qt
from noshow_desk.ui.theme import Look

LINE_PERCENT = 135.0
PEN_ROOM = 34
BULLET = "•  "
# Where the words of a line begin in the document, by the numbers of its block and line.
Starts = dict[tuple[int, int], int]


def write_letter(document: QTextDocument, letter: Letter | None, *, gap: float, look: Look) -> Starts:
    """Write `letter` into an empty document, `gap` pixels between its blocks."""
    cursor = QTextCursor(document)
    starts: Starts = {}
    cursor.beginEditBlock()
    for number, block in enumerate(letter.blocks if letter else ()):
        _write_block(cursor, block, number, starts, gap=gap, look=look)
    cursor.endEditBlock()
    return starts


def place_in(line: Line, at: int) -> int:
    """Return where the place `at` of a line is for Qt once the line is written, with the marks around words
    from the right.
    """
    place = 0
    for part, from_right in (one for run in line for one in by_direction(run.text)):
        place += from_right + in_qt(part, at)
        at -= len(part)
        if at <= 0:
            break
        place += from_right
    return place


def _write_block(
    cursor: QTextCursor, block: Block, number: int, starts: Starts, *, gap: float, look: Look
) -> None:
    shape = QTextBlockFormat()
    shape.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if block.kind is BlockKind.LIST:  # what is wrapped stands under the words, not under the bullet
        room = QFontMetricsF(cursor.document().defaultFont()).horizontalAdvance(BULLET)
        shape.setLeftMargin(room)
        shape.setTextIndent(-room)
    for at, line in enumerate(block.lines):
        if at == 0 and number:
            shape.setTopMargin(PEN_ROOM if block.kind is BlockKind.SIGNATURE else gap)
        elif at:
            shape.setTopMargin(0)
        if number == at == 0:
            cursor.setBlockFormat(shape)
        else:
            cursor.insertBlock(shape, QTextCharFormat())
        if block.kind is BlockKind.LIST:
            cursor.insertText(BULLET, QTextCharFormat())
        starts[number, at] = cursor.position()
        for run in line:
            cursor.insertText(unbroken(kept_apart(run.text)), _char_format(run, look))


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
