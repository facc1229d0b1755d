"""What is put into the text of the Easy view: fields, lists, and an "only if" around words or lines.

Each act is one step of undo, and leaves the cursor where writing goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtGui import QTextCursor

from noshow_desk.i18n import N_
from noshow_desk.letters.easy import (
    MAX_DEPTH,
    End,
    Field,
    ForEach,
    NotEasy,
    OnlyIf,
    Piece,
    TooDeep,
    Words,
    pieces_of,
    without_halves,
)
from noshow_desk.letters.row_fields import RowField, row_fields
from noshow_desk.letters.variables import variable_named
from noshow_desk.ui.templates import easy_choice
from noshow_desk.ui.templates.easy_acts import is_bold
from noshow_desk.ui.templates.easy_document import frames_around, one_act, plain_format, put, source_chosen
from noshow_desk.ui.templates.easy_lines import is_mark_line, own_line, part_after, part_before, pass_stop

ROW = "row"
_LINE = Words("\n")


_DEEP = N_("Nothing was put in: more than two frames inside one another cannot be shown here.")
_HALF = N_("What was pasted held one end of a frame without the other. That end was left out.")
_CUT = N_("Nothing was put in: it would cut a frame in two. Choose all of that frame, or words inside it.")


def insert_field(cursor: QTextCursor, name: str) -> str:
    """Put the field `name` at the cursor: a yes-or-no as "only if", a list of records as "for each".

    Return a message why nothing was put in, or not all that was chosen was taken away, else "".
    """
    row = variable_named(name)
    if row is not None and row.is_flag:
        return wrap(cursor, name)
    if row is not None and row.items:
        return _insert_list(cursor, _for_each(name, row.items))
    with one_act(cursor):
        stays = easy_choice.remove(cursor)
        put(cursor, (Field(name),))
    return stays


def fields_of_rows(cursor: QTextCursor) -> tuple[RowField, ...]:
    """Return the fields of the lists that are open where the cursor, or what is chosen, begins."""
    before = QTextCursor(cursor.document())
    before.setPosition(cursor.selectionStart(), QTextCursor.MoveMode.KeepAnchor)
    return row_fields(source_chosen(before))


def paste(cursor: QTextCursor, text: str, *, bold: bool | None = None) -> str:
    """Put a pasted text in the place of what is chosen; fields and frames in it become pills, frames on lines
    of their own stay on such lines, and what only the Code view shows stays as it is spelled. All of it
    is `bold`, None: as the words around are. Return a message why nothing, or not all of it, was put in or
    taken away, else "".
    """
    if why := why_not(cursor, text):
        return why
    whole = without_halves(text)
    try:
        pieces = pieces_of(whole)
    except NotEasy:
        pieces = (Words(text),)
    with one_act(cursor):
        stays = easy_choice.remove(cursor)
        _put_in_lines(cursor, pieces, bold)
    return _HALF if whole != text else stays


def _put_in_lines(cursor: QTextCursor, pieces: tuple[Piece, ...], bold: bool | None) -> None:
    """Put `pieces` where the cursor is; where they begin or end with a mark that has its line to itself the
    words beside go on lines of their own.
    """
    below = False
    if len(pieces) > 1 and _ends_line(pieces[1], first=True) and isinstance(pieces[0], OnlyIf | ForEach):
        pass_stop(cursor)
        part_before(cursor, tidy=True)
    if len(pieces) > 1 and _ends_line(pieces[-2], first=False) and isinstance(pieces[-1], End):
        below = part_after(cursor)
    put(cursor, pieces, bold=bold)
    if below:
        cursor.setPosition(cursor.block().next().position())


def _ends_line(piece: Piece, *, first: bool) -> bool:
    """Say whether a line ends at the beginning (`first`) or the end of a piece."""
    text = piece.text.strip(" ") if isinstance(piece, Words) else ""
    return text.startswith("\n") if first else text.endswith("\n")


def why_not(cursor: QTextCursor, text: str) -> str:
    """Return a message why `text` cannot be pasted at the cursor, else ""."""
    try:
        deep = _is_too_deep(cursor, pieces_of(without_halves(text)))
    except NotEasy as trouble:
        deep = isinstance(trouble, TooDeep)
    return _DEEP if deep else ""


def _is_too_deep(cursor: QTextCursor, pieces: Sequence[Piece]) -> bool:
    """Say whether frames would stand too deep inside one another with `pieces` in the place of a choice."""
    return frames_around(easy_choice.left_at(cursor)) + _depth(pieces) > MAX_DEPTH


def _for_each(name: str, items: tuple[str, ...]) -> tuple[Piece, ...]:
    middle: list[Piece] = []
    for item in items:
        middle += [Words(" · " if middle else "- "), Field(f"{ROW}.{item}")]
    return (ForEach(name, ROW), _LINE, *middle, _LINE, End("for"))


def _insert_list(cursor: QTextCursor, pieces: tuple[Piece, ...]) -> str:
    """Put a list on lines of its own, also in the middle of one, and go on below it."""
    if _is_too_deep(cursor, pieces):
        return _DEEP
    cursor.beginEditBlock()
    stays = easy_choice.remove(cursor)
    pass_stop(cursor)
    parted = own_line(cursor)
    put(cursor, pieces)
    below = cursor.block().next()
    if not below.isValid():
        cursor.insertBlock(cursor.blockFormat(), plain_format())
    elif parted or not below.text().strip(" "):
        cursor.setPosition(below.position())
    cursor.endEditBlock()
    return stays


def wrap(cursor: QTextCursor, name: str) -> str:
    """Put an "only if" of the field `name` around what is chosen: a frame around lines, marks inside one.

    Without a choice it goes around the line of the cursor, which is then inside the frame (behind marks in a
    line). Return a message why nothing was put in, else "".
    """
    place = QTextCursor(cursor)
    lines = _choose(place)
    chosen = _chosen_pieces(place)
    if chosen is None:
        return _CUT
    if frames_around(place) + _depth(chosen) >= MAX_DEPTH:
        return _DEEP
    behind = 0 if cursor.hasSelection() else place.selectionEnd() - cursor.position()
    place.beginEditBlock()
    if lines:
        place.removeSelectedText()
        own_line(place)
        put(place, (OnlyIf(name), _LINE, *chosen, _LINE, End("if")))
        inside = place.block().previous()
        place.setPosition(inside.position() + max(inside.length() - 1 - behind, 0))
    else:
        put(place, (OnlyIf(name), *chosen, End("if")), bold=is_bold(place))
    place.endEditBlock()
    cursor.setPosition(place.position())
    return ""


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


def _depth(pieces: Sequence[Piece]) -> int:
    """Return how many frames stand inside one another in `pieces`."""
    steps = (isinstance(piece, OnlyIf | ForEach) - isinstance(piece, End) for piece in pieces)
    return max(accumulate(steps), default=0)
