"""What can be done to the text of the Easy view: each act is one step of undo."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import takewhile

from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

from noshow_desk.letters.easy import NotEasy, Otherwise, pieces_of, written
from noshow_desk.ui.kit.qt_places import qt_length
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
    runs,
    source_before,
    source_between,
    source_of_document,
)

NEEDS_BOTH = frozenset({"OnlyIf", "ForEach", "End"})


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


def respell(document: QTextDocument, pill: Pill, spelling: str) -> None:
    """Make of a pill what `spelling` says, and leave the rest as it is."""
    source = source_of_document(document)
    at = _offset(document, pill)
    _replace_all(document, source[:at] + spelling + source[at + len(pill.spelling) :])


def mend(document: QTextDocument, line: int, column: int, wrong: str, meant: str) -> bool:
    """Put `meant` in the place of `wrong`, which was typed as it is spelled in a template (line and column
    from 1), and make a field of it; False when it is not there any more.
    """
    lines = source_of_document(document).split("\n")
    at = column - 1
    if not (0 < line <= len(lines)) or at < 0 or lines[line - 1][at : at + len(wrong)] != wrong:
        return False
    lines[line - 1] = lines[line - 1][:at] + meant + lines[line - 1][at + len(wrong) :]
    _replace_all(document, "\n".join(lines))
    return True


def add_otherwise(document: QTextDocument, pill: Pill) -> None:
    """Give the frame that `pill` opens an "otherwise" before its end."""
    ends = [one for one in pills(document) if one.frame == pill.frame and one.kind == "End"]
    if ends:
        alone = document.findBlock(ends[0].start).text().strip() == ends[0].text.strip()
        cursor = QTextCursor(document)
        cursor.setPosition(ends[0].start)
        source, at = source_of_document(document), _offset(document, ends[0])
        mark = written(Otherwise()) + ("\n\n" if alone else "")
        _replace_all(document, source[:at] + mark + source[at:])


def unwrap(document: QTextDocument, pill: Pill) -> None:
    """Take the marks of a frame away and keep its words."""
    source = source_of_document(document)
    for one in reversed([one for one in pills(document) if one.frame == pill.frame]):
        at = _offset(document, one)
        end = at + len(one.spelling)
        alone = document.findBlock(one.start).text().strip() == one.text.strip()
        end += 1 if alone and source[end : end + 1] == "\n" else 0
        source = source[:at] + source[end:]
    _replace_all(document, source)


def _offset(document: QTextDocument, pill: Pill) -> int:
    """Return where in the template the pill at a place of the document begins."""
    line = document.findBlock(pill.start)
    above = takewhile(line.__ne__, blocks(document))
    whole_lines = sum(len(source_between(block)) + 1 for block in above)
    return whole_lines + len(source_before(line, pill.start - line.position()))


def _replace_all(document: QTextDocument, source: str) -> None:
    """Write the whole text anew as one step of undo; what the view cannot show is left as it was."""
    try:
        pieces = pieces_of(source)
    except NotEasy:
        return
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.removeSelectedText()
    put(cursor, pieces)
    cursor.endEditBlock()


def repair(document: QTextDocument) -> None:
    """Take away what an edit left of half pills and of frames with one end, in the same step of undo.

    Letters that came into the run of a pill become words of their own.
    """
    if all(one.whole for one in pills(document)) and not _orphans(document):
        return  # joining the step before without need would undo and do it again for ever
    cursor = QTextCursor(document)
    cursor.joinPreviousEditBlock()
    for pill in reversed([one for one in pills(document) if not one.whole]):
        cursor.setPosition(pill.start)
        cursor.setPosition(pill.end, QTextCursor.MoveMode.KeepAnchor)
        if pill.words in pill.text:
            _free_words(cursor, pill)
        else:
            cursor.removeSelectedText()
    for pill in reversed(_orphans(document)):
        cursor.setPosition(pill.start)
        cursor.setPosition(pill.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    cursor.endEditBlock()


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


def _orphans(document: QTextDocument) -> list[Pill]:
    """Return the marks whose frame lost one of its ends."""
    marks = [one for one in pills(document) if one.frame]
    ends = Counter(one.frame for one in marks if one.kind in NEEDS_BOTH)
    return [one for one in marks if ends[one.frame] != 2]
