"""What is typed in the Easy view as a template spells it becomes what it says: a field, or bold words."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextCursor

from noshow_desk.letters.easy import Field, NotEasy, Piece, pieces_of
from noshow_desk.letters.easy_bold import STARS
from noshow_desk.letters.filters import FILTER_NAMES
from noshow_desk.letters.variables import ITEM_LABELS, variable_named
from noshow_desk.ui.kit.qt_places import between, qt_length
from noshow_desk.ui.templates.easy_acts import turn_bold
from noshow_desk.ui.templates.easy_document import one_act, pills_in, put, rows_around

ENDS = frozenset({"}", "*"})  # the last letters of what can become something
_FIELD = re.compile(r"\{\{[^{}]*\}\}$")
_BOLD = re.compile(r"(?<!\*)\*\*(?! )([^*]+)(?<! )\*\*$")


def become(cursor: QTextCursor) -> None:
    """Make a pill or bold words of what was typed up to the cursor, as one step of undo of its own; what is
    no right field stays as it was typed. So do words behind other stars in their line: a template pairs stars
    from the left, so it would be others that are bold.
    """
    text, at = cursor.block().text(), cursor.positionInBlock()
    before, after = between(text, 0, at), between(text, at, qt_length(text))
    field, bold = _FIELD.search(before), _BOLD.search(before)
    if field:
        _make_field(cursor, field[0])
    elif bold and before.count(STARS) == 2 and after.count(STARS) < 2:
        _make_bold(cursor, qt_length(bold[0]))


def _make_field(cursor: QTextCursor, typed: str) -> None:
    start = cursor.position() - qt_length(typed)
    if any(start < pill.end and pill.start < cursor.position() for pill in pills_in(cursor.block())):
        return
    try:
        piece = pieces_of(typed)[0]
    except NotEasy:
        return
    if not _is_right(piece, cursor):
        return
    with one_act(cursor):
        cursor.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        put(cursor, (piece,))


def _is_right(piece: Piece, cursor: QTextCursor) -> bool:
    """Say whether a piece is a field that prints words where the cursor is."""
    if not isinstance(piece, Field) or not {way.name for way in piece.ways} <= FILTER_NAMES:
        return False
    head, _dot, item = piece.name.partition(".")
    row = variable_named(piece.name)
    if row is None:
        return f"{rows_around(cursor).get(head)}.{item}" in ITEM_LABELS
    return not row.is_flag and not row.items and bool(piece.ways or not row.is_list)


def _make_bold(cursor: QTextCursor, length: int) -> None:
    end, stars = cursor.position(), len(STARS)
    with one_act(cursor):
        for first, last in ((end - stars, end), (end - length, end - length + stars)):
            cursor.setPosition(first)
            cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        cursor.setPosition(end - length)
        cursor.setPosition(end - 2 * stars, QTextCursor.MoveMode.KeepAnchor)
        turn_bold(cursor)
        cursor.setPosition(end - 2 * stars)
