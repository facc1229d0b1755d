"""What can be done to the text of the Easy view: each act is one step of undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from noshow_desk.letters.easy import End, NotEasy, Otherwise, pieces_of, written
from noshow_desk.ui.kit.qt_places import between, qt_length
from noshow_desk.ui.templates.easy_document import (
    BOLD,
    FRAME,
    KIND,
    SPELLING,
    Pill,
    blocks,
    make_bold,
    pills,
    plain_format,
    put,
    put_mark,
    put_over,
    runs,
    source_of_document,
)
from noshow_desk.ui.templates.easy_lines import stands_alone, whole_line

NEEDS_BOTH = frozenset({"OnlyIf", "ForEach", "End"})
_ENDS = {"OnlyIf": written(End("if")), "ForEach": written(End("for"))}


def turn_bold(cursor: QTextCursor) -> None:
    """Make what is chosen bold, or plain again where all of it is bold."""
    parts = list(_chosen_runs(cursor))
    bold = not all(style.property(BOLD) for _start, _end, style in parts)
    one = QTextCursor(cursor.document())
    cursor.beginEditBlock()
    for start, end, style in parts:
        other = QTextCharFormat(style)
        make_bold(other, str(style.property(KIND) or ""), bold)
        one.setPosition(start)
        one.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        one.setCharFormat(other)
    cursor.endEditBlock()


def is_bold(cursor: QTextCursor) -> bool:
    """Say whether all that is chosen is bold."""
    parts = list(_chosen_runs(cursor))
    return bool(parts) and all(style.property(BOLD) for _start, _end, style in parts)


def _chosen_runs(cursor: QTextCursor) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Yield the chosen words and the pills among them, these whole; marks alone on their line have no words
    that could be bold.
    """
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    for block in blocks(cursor.document()):
        for at, text, style in runs(block):
            start, end = block.position() + at, block.position() + at + qt_length(text)
            alone = style.property(FRAME) and block.text().strip(" ") == text
            chosen = max(start, first), min(end, last)
            if chosen[0] < chosen[1] and not alone:
                yield *((start, end) if style.property(SPELLING) else chosen), style


def respell(cursor: QTextCursor, pill: Pill, spelling: str) -> None:
    """Make of a pill what `spelling` says, and leave the rest and the cursor as they are."""
    try:
        piece = pieces_of(spelling + _ENDS.get(pill.kind, ""))[0]
    except NotEasy:
        return
    document, here = cursor.document(), cursor.position()
    cursor.beginEditBlock()
    put_over(document, pill, piece)
    if here <= pill.start:
        cursor.setPosition(here)
    if pill.kind == "ForEach":  # its rows may be called by other words now
        replace_all(cursor, source_of_document(document))
    cursor.endEditBlock()


def mend(cursor: QTextCursor, line: int, column: int, wrong: str, meant: str) -> bool:
    """Put `meant` in the place of `wrong`, which was typed as it is spelled in a template (line and column
    from 1), and make a field of it; False when it is not there any more.
    """
    lines = source_of_document(cursor.document()).split("\n")
    at = column - 1
    if not (0 < line <= len(lines)) or at < 0 or lines[line - 1][at : at + len(wrong)] != wrong:
        return False
    lines[line - 1] = lines[line - 1][:at] + meant + lines[line - 1][at + len(wrong) :]
    replace_all(cursor, "\n".join(lines))
    return True


def add_otherwise(cursor: QTextCursor, pill: Pill) -> None:
    """Give the frame that `pill` opens an "otherwise" before its end, and go on in it; a frame has one."""
    document = cursor.document()
    marks = {one.kind: one for one in pills(document) if one.frame == pill.frame}
    end = marks.get("End")
    if end is None or "Otherwise" in marks:
        return
    alone = stands_alone(document.findBlock(end.start), end)
    cursor.beginEditBlock()
    cursor.setPosition(end.start)
    put_mark(cursor, Otherwise(), end.frame)
    if alone:
        cursor.insertBlock(cursor.blockFormat(), plain_format())
        cursor.insertBlock(cursor.blockFormat(), plain_format())
        cursor.movePosition(QTextCursor.MoveOperation.PreviousCharacter)
    cursor.endEditBlock()


def has_otherwise(document: QTextDocument, pill: Pill) -> bool:
    """Say whether the frame that `pill` opens has an "otherwise"."""
    return any(one.kind == "Otherwise" and one.frame == pill.frame for one in pills(document))


def unwrap(cursor: QTextCursor, pill: Pill) -> None:
    """Take the marks of a frame away, and the lines that they had alone, and keep its words."""
    document = cursor.document()
    marks = [one for one in pills(document) if one.frame == pill.frame]
    cursor.beginEditBlock()
    for mark in reversed(marks):
        _take_away(document, mark)
    if any(mark.kind == "ForEach" for mark in marks):  # its rows have no names of their own any more
        replace_all(cursor, source_of_document(document))
    cursor.endEditBlock()


def replace_all(cursor: QTextCursor, source: str) -> None:
    """Write the whole text of a template anew as one step of undo, the cursor in its place; what the view
    cannot show is left as it was.
    """
    try:
        pieces = pieces_of(source)
    except NotEasy:
        return
    line, text, column = cursor.blockNumber(), cursor.block().text(), cursor.positionInBlock()
    everything = QTextCursor(cursor.document())
    everything.beginEditBlock()
    everything.select(QTextCursor.SelectionType.Document)
    everything.removeSelectedText()
    put(everything, pieces)
    everything.endEditBlock()
    block = cursor.document().findBlockByNumber(line)
    cursor.setPosition(block.position() + _same_place(text, block.text(), column))


def _same_place(before: str, now: str, column: int) -> int:
    """Return where in a line that was changed a place is, by the words before it or else those behind it."""
    if between(before, 0, column) == between(now, 0, column):
        return column
    return max(qt_length(now) - (qt_length(before) - column), 0)


def _take_away(document: QTextDocument, pill: Pill) -> None:
    """Take a mark away, with its line where it has one to itself."""
    cursor = QTextCursor(document)
    start, end = whole_line(document, pill)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()


def repair(document: QTextDocument, there: Sequence[Pill]) -> bool:
    """Take away what an edit left of half pills and of frames with one end, in the same step of undo; `there`
    are the pills of the document. Return whether there was something to take away.

    Letters that came into the run of a pill become words of their own.
    """
    if all(one.whole for one in there) and not _orphans(there):
        return False  # joining the step before without need would undo and do it again for ever
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    for pill in reversed([one for one in there if not one.whole]):
        cursor.setPosition(pill.start)
        cursor.setPosition(pill.end, QTextCursor.MoveMode.KeepAnchor)
        if pill.words in pill.text:
            _free_words(cursor, pill)
        else:
            cursor.removeSelectedText()
    for pill in reversed(_orphans(pills(document))):
        _take_away(document, pill)
    cursor.endEditBlock()
    return True


def _free_words(cursor: QTextCursor, pill: Pill) -> None:
    """Make plain words of the letters before and behind a pill that came into its run."""
    before, _words, after = pill.text.partition(pill.words)
    words = plain_format(bold=bool(cursor.charFormat().property(BOLD)))
    for start, end in (
        (pill.start, pill.start + qt_length(before)),
        (pill.end - qt_length(after), pill.end),
    ):
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(words)


def _orphans(there: Iterable[Pill]) -> list[Pill]:
    """Return the marks among these pills whose frame lost one of its ends."""
    marks = [one for one in there if one.frame]
    ends = Counter(one.frame for one in marks if one.kind in NEEDS_BOTH)
    return [one for one in marks if ends[one.frame] != 2]
