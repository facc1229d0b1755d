"""What is put into the text of the Easy view: fields, lists, and an "only if" around words or lines.

Each act is one step of undo, and leaves the cursor where writing goes on.
"""

from __future__ import annotations

from PySide6.QtGui import QTextCursor

from noshow_desk.letters.easy import End, Field, ForEach, NotEasy, OnlyIf, Piece, Words, pieces_of
from noshow_desk.letters.variables import variable_named
from noshow_desk.ui.templates.easy_acts import is_bold
from noshow_desk.ui.templates.easy_document import plain_format, put, source_chosen
from noshow_desk.ui.templates.easy_lines import is_mark_line, own_line

ROW = "row"
_LINE = Words("\n")


def insert_field(cursor: QTextCursor, name: str) -> None:
    """Put the field `name` at the cursor: a yes-or-no as "only if", a list of records as "for each"."""
    row = variable_named(name)
    if row is not None and row.is_flag:
        wrap(cursor, name)
    elif row is not None and row.items:
        _insert_list(cursor, _for_each(name, row.items))
    else:
        put(cursor, (Field(name),))


def _for_each(name: str, items: tuple[str, ...]) -> tuple[Piece, ...]:
    middle: list[Piece] = []
    for item in items:
        middle += [Words(" · " if middle else "- "), Field(f"{ROW}.{item}")]
    return (ForEach(name, ROW), _LINE, *middle, _LINE, End("for"))


def _insert_list(cursor: QTextCursor, pieces: tuple[Piece, ...]) -> None:
    """Put a list on lines of its own, also in the middle of one, and go on below it."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    parted = own_line(cursor)
    put(cursor, pieces)
    below = cursor.block().next()
    if not below.isValid():
        cursor.insertBlock(cursor.blockFormat(), plain_format())
    elif parted or not below.text().strip(" "):
        cursor.setPosition(below.position())
    cursor.endEditBlock()


def wrap(cursor: QTextCursor, name: str) -> None:
    """Put an "only if" of the field `name` around what is chosen: a frame around lines, marks inside one.

    Without a choice it goes around the line of the cursor. Nothing happens where the frame would cut another
    one in two. The cursor is then inside the frame, behind marks in a line.
    """
    place = QTextCursor(cursor)
    lines = _choose(place)
    chosen = _chosen_pieces(place)
    if chosen is None:
        return
    behind = 0 if cursor.hasSelection() else place.selectionEnd() - cursor.position()
    place.beginEditBlock()
    if lines:
        place.removeSelectedText()
        own_line(place)
        put(place, (OnlyIf(name), _LINE, *chosen, _LINE, End("if")))
        place.setPosition(place.block().position() - 1 - behind)
    else:
        put(place, (OnlyIf(name), *chosen, End("if")), bold=is_bold(place))
    place.endEditBlock()
    cursor.setPosition(place.position())


def _choose(place: QTextCursor) -> bool:
    """Choose what a frame goes around; say whether it goes around lines.

    Line breaks at the edges of a choice do not count: whole lines are often chosen with the break after.
    """
    document = place.document()
    start, end = place.selectionStart(), place.selectionEnd()
    while start < end and document.findBlock(end).position() == end:
        end -= 1
    while start < end and document.characterAt(start) == "\u2029":
        start += 1
    first, last = document.findBlock(start), document.findBlock(end)
    whole = (first.position(), last.position() + last.length() - 1)
    nothing = start == end
    if nothing and not is_mark_line(first):
        start, end = whole
    place.setPosition(start)
    place.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return nothing or first != last or (start, end) == whole


def _chosen_pieces(cursor: QTextCursor) -> tuple[Piece, ...] | None:
    """Return what is chosen as pieces, None when it begins or ends inside a frame."""
    try:
        return pieces_of(source_chosen(cursor))
    except NotEasy:
        return None
