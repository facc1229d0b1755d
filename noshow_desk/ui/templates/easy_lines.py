"""Marks that have their line to themselves and so draw a frame: how words stay off that line."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from noshow_desk.ui.kit.qt_places import between
from noshow_desk.ui.templates.easy_document import Pill, pills, pills_in, plain_format

OPENING = frozenset({"OnlyIf", "ForEach"})
MARKS = OPENING | {"Otherwise", "End"}
_Move = QTextCursor.MoveOperation


def stands_alone(block: QTextBlock, pill: Pill) -> bool:
    """Say whether a mark has its line to itself: then it heads or ends a box."""
    return pill.kind in MARKS and block.text().strip(" ") == pill.text


def is_mark_line(block: QTextBlock) -> bool:
    """Say whether a mark has this line to itself."""
    return any(stands_alone(block, pill) for pill in pills_in(block))


def marks_alone(document: QTextDocument, there: Iterable[Pill] | None = None) -> frozenset[int]:
    """Return the numbers of the marks that have their line to themselves; `there` are the pills of the
    document where they are known.
    """
    marks = [one for one in (pills(document) if there is None else there) if one.kind in MARKS]
    return frozenset(one.number for one in marks if stands_alone(document.findBlock(one.start), one))


def whole_line(document: QTextDocument, pill: Pill) -> tuple[int, int]:
    """Return from where to where a pill is; with one that has its line to itself, that line and its break."""
    block = document.findBlock(pill.start)
    if not stands_alone(block, pill):
        return pill.start, pill.end
    start, end = block.position(), block.position() + block.length()
    return (start, end) if block.next().isValid() else (max(start - 1, 0), end - 1)


def part_from_words(document: QTextDocument, alone: frozenset[int], there: Iterable[Pill]) -> bool:
    """Give the marks with these numbers their line back where an edit put words on it, in the same step of
    undo; `there` are the pills of the document. Say whether there was one.
    """
    beside = [
        one for one in there if one.number in alone and not stands_alone(document.findBlock(one.start), one)
    ]
    if not beside:
        return False
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    for pill in reversed(beside):
        cursor.setPosition(pill.end)
        part_after(cursor)
        cursor.setPosition(pill.start)
        part_before(cursor, tidy=False)
    cursor.endEditBlock()
    return True


def pass_stop(cursor: QTextCursor) -> None:
    """Go to the end of the line where no more than a full stop or the like is between: without the words
    before it, it would be left alone on a line.
    """
    block = cursor.block()
    if cursor.positionInBlock() and not any(
        letter.isalnum() for letter in between(block.text(), cursor.positionInBlock(), block.length())
    ):
        cursor.movePosition(_Move.EndOfBlock)


def own_line(cursor: QTextCursor) -> bool:
    """Leave the cursor on an empty line: words before it stay above; say whether words went below."""
    part_before(cursor, tidy=True)
    return part_after(cursor)


def part_before(cursor: QTextCursor, *, tidy: bool) -> None:
    """Begin a new line at the cursor where there are words before it; `tidy` drops blanks between, which
    are none that somebody types on behind.
    """
    before = between(cursor.block().text(), 0, cursor.positionInBlock())
    if tidy or not before.strip(" "):
        blanks = len(before) - len(before.rstrip(" "))
        cursor.movePosition(_Move.PreviousCharacter, QTextCursor.MoveMode.KeepAnchor, blanks)
        cursor.removeSelectedText()
    if before.strip(" "):
        cursor.insertBlock(cursor.blockFormat(), plain_format())


def part_after(cursor: QTextCursor) -> bool:
    """Put the words after the cursor on a new line below it; say whether there were any."""
    at, block = cursor.positionInBlock(), cursor.block()
    after = between(block.text(), at, block.length() - 1)
    blanks = len(after) - len(after.lstrip(" "))
    cursor.movePosition(_Move.NextCharacter, QTextCursor.MoveMode.KeepAnchor, blanks)
    cursor.removeSelectedText()
    if not after.strip(" "):
        return False
    cursor.insertBlock(cursor.blockFormat(), plain_format())
    cursor.movePosition(_Move.PreviousCharacter)
    return True


def steps_over(cursor: QTextCursor, *, before: bool) -> bool:
    """Move the cursor over a line break beside it that keeps words from a mark; False when there is none.

    With an empty line on one side it may go: nothing comes to stand beside the mark.
    """
    block = cursor.block()
    other = block.previous() if before else block.next()
    at_edge = cursor.atBlockStart() if before else cursor.atBlockEnd()
    written_on = other.isValid() and block.text().strip(" ") and other.text().strip(" ")
    if cursor.hasSelection() or not at_edge or not written_on:
        return False
    if not is_mark_line(block) and not is_mark_line(other):
        return False
    return cursor.movePosition(_Move.PreviousCharacter if before else _Move.NextCharacter)
