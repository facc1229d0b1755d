"""What is chosen in the Easy view as whole things: what of it is copied, and what of it goes.

A frame that is chosen only in part keeps its marks, and lends none: its words and fields are copied and
deleted without them. So no delete makes words that had a condition go without one. What is cut or dragged
over the edge of a frame takes all of that frame along: put down again, its words say what they said.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument

from noshow_desk.i18n import N_
from noshow_desk.ui.kit.qt_places import between
from noshow_desk.ui.templates.easy_document import (
    SPELLING,
    WORDS,
    Pill,
    one_act,
    pill_at,
    pills,
    pills_in,
    runs,
    source_between,
)
from noshow_desk.ui.templates.easy_lines import MARKS, OPENING, is_mark_line, stands_alone, whole_line

_STAYS = N_("Only words were deleted. The frame around them stays until all of it is chosen.")
_Keep = QTextCursor.MoveMode.KeepAnchor


def spelled(cursor: QTextCursor) -> str:
    """Return what is chosen as it is spelled in a template, without the marks of frames chosen in part."""
    left_out = frozenset(one.number for one in _torn(cursor))
    lines = (source_between(*line, without=left_out) for line in _lines(cursor, left_out))
    return "\n".join(lines)


def readable(cursor: QTextCursor) -> str:
    """Return what is chosen as anybody reads it, fields and marks in square brackets: "[First name]"."""
    left_out = frozenset(one.number for one in _torn(cursor))
    lines = ("".join(_read(*line, left_out)) for line in _lines(cursor, left_out))
    return "\n".join(lines).replace("\u2028", "\n")


def remove(cursor: QTextCursor) -> str:
    """Take away what is chosen except the marks of frames chosen in part, as one act. Return a message that
    such marks stayed where words went, else "".
    """
    tidy(cursor)
    stay = _that_stay(cursor)
    gaps = list(_gaps(cursor, stay))
    one = QTextCursor(cursor.document())
    cursor.setPosition(_first_of(gaps))
    filled = [gap for gap in gaps if gap[0] < gap[1]]
    with one_act(cursor):
        for start, end in reversed(filled):
            one.setPosition(start)
            one.setPosition(end, _Keep)
            one.removeSelectedText()
    return _STAYS if stay and filled else ""


def left_at(cursor: QTextCursor) -> QTextCursor:
    """Return a cursor where this one will stand once `remove` took away what is chosen: where a choice begins
    with a mark that stays, that is behind it.
    """
    place = QTextCursor(cursor)
    tidy(place)
    place.setPosition(_first_of(list(_gaps(place, _that_stay(place)))))
    return place


def is_torn(cursor: QTextCursor) -> bool:
    """Say whether a mark is chosen without all of its frame."""
    return bool(_torn(cursor))


def complete(cursor: QTextCursor) -> bool:
    """Choose frames whole that are chosen in part; say whether there were such."""
    tidy(cursor)
    document, torn = cursor.document(), _torn(cursor)
    if not torn:
        return False
    heads = (one for one in pills(document) if one.kind in OPENING)
    frames = [whole(document, one) for one in heads if one.frame in {mark.frame for mark in torn}]
    start = min(cursor.selectionStart(), min(frame[0] for frame in frames))
    chosen, end = cursor.selectionEnd(), max(frame[1] for frame in frames)
    if start > document.findBlock(start).position() and end == document.findBlock(end).position():
        end -= 1  # else the words before the choice and those below the frame would share a line
    cursor.setPosition(start)
    cursor.setPosition(max(chosen, end), _Keep)
    tidy(cursor)
    return True


def tidy(cursor: QTextCursor) -> None:
    """Choose pills whole that are chosen in part, and no line break that has to stay between words and a
    mark with its line to itself.
    """
    if not cursor.hasSelection():
        return
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    first, last = pill_at(document, start), pill_at(document, end)
    start, end = first.start if first else start, last.end if last else end
    one, other = document.findBlock(start), document.findBlock(end)
    if one != other and start == _end(one) and end < _end(other) and is_mark_line(one):
        one, start = one.next(), start + 1
    if one != other and start > one.position() and end == other.position() and is_mark_line(other):
        end -= 1
    cursor.setPosition(start)
    cursor.setPosition(end, _Keep)


def mark_alone(cursor: QTextCursor) -> Pill | None:
    """Return the first mark of a frame chosen in part where nothing but such marks is chosen, else None."""
    document, stay = cursor.document(), _that_stay(cursor)
    said = (_text(document, *gap) for gap in _gaps(cursor, stay))
    return None if not stay or any(text.strip() for text in said) else stay[0]


def whole(document: QTextDocument, pill: Pill) -> tuple[int, int]:
    """Return from where to where all of it is that a mark belongs to: its frame with the words inside; of an
    "otherwise" that part of its frame. A field is itself.
    """
    marks = {one.kind: one for one in pills(document) if one.frame == pill.frame and one.kind in MARKS}
    end, head = marks.get("End"), next((marks[kind] for kind in OPENING if kind in marks), None)
    if pill.kind not in MARKS or end is None or head is None:
        return whole_line(document, pill)
    part = pill.kind == "Otherwise"
    first = pill if part else head
    block, last = document.findBlock(first.start), document.findBlock(end.start)
    if not stands_alone(block, first) or not stands_alone(last, end):
        return first.start, end.start if part else end.end
    if part:
        return block.position(), last.position()
    start, stop = block.position(), last.position() + last.length()
    return (start, stop) if last.next().isValid() else (start, stop - 1)


def _lines(cursor: QTextCursor, left_out: frozenset[int]) -> Iterator[tuple[QTextBlock, int, int]]:
    """Yield each chosen line with the places in it from and to which it is chosen; no line of a mark alone
    that is left out.
    """
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(first)
    while block.isValid() and block.position() <= last:
        marks = (one for one in pills_in(block) if one.number in left_out)
        if not any(stands_alone(block, one) for one in marks):
            yield block, first - block.position(), last - block.position()
        block = block.next()


def _read(block: QTextBlock, start: int, end: int, left_out: frozenset[int]) -> Iterator[str]:
    numbers = {one.start - block.position(): one.number for one in pills_in(block)}
    for at, text, style in runs(block):
        said = between(text, start - at, end - at)
        if not style.property(SPELLING):
            yield said
        elif said and numbers[at] not in left_out:
            yield "[" + str(style.property(WORDS)).strip("\u00a0").replace("\u00a0", " ") + "]"


def _end(block: QTextBlock) -> int:
    """Return where the words of a line end."""
    return block.position() + block.length() - 1


def _torn(cursor: QTextCursor) -> list[Pill]:
    """Return the chosen marks whose frame is not chosen as a whole."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    inside = [
        one for one in pills(cursor.document()) if one.kind in MARKS and start < one.end and one.start < end
    ]
    ends = Counter(one.frame for one in inside if one.kind != "Otherwise")
    return [one for one in inside if ends[one.frame] != 2]


def _that_stay(cursor: QTextCursor) -> list[Pill]:
    """Return the chosen marks that cannot go: all of an "otherwise" can, with its words."""
    document, last = cursor.document(), cursor.selectionEnd()
    ends = {one.frame: one.start for one in pills(document) if one.kind == "End"}
    return [
        one
        for one in _torn(cursor)
        if one.kind != "Otherwise" or _text(document, max(last, one.end), ends.get(one.frame, 0)).strip()
    ]


def _gaps(cursor: QTextCursor, stay: list[Pill]) -> Iterator[tuple[int, int]]:
    """Yield from where to where something is chosen between marks that stay; those that have their line to
    themselves keep it.
    """
    document, at, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    for mark in stay:
        block = document.findBlock(mark.start)
        alone = stands_alone(block, mark)
        before, after = mark.start, mark.end
        if alone:
            before, after = block.position() - 1, block.position() + block.length()
        yield at, max(before, at)
        at = max(min(after, end), at)
    yield at, end


def _first_of(gaps: list[tuple[int, int]]) -> int:
    """Return where the first of these gaps begins that holds something, or else the first."""
    return next((start for start, end in gaps if start < end), gaps[0][0])


def _text(document: QTextDocument, start: int, end: int) -> str:
    """Return the letters between two positions, "" where there are none."""
    cursor = QTextCursor(document)
    cursor.setPosition(start)
    cursor.setPosition(max(start, end), _Keep)
    return cursor.selectedText()
