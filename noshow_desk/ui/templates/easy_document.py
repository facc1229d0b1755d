"""The text of the Easy view: pieces of a template as runs of a text document, and back.

Each line of the template is a block of the document. A field or a mark is a run of real words (a screen
reader says them) that carries its spelling in the template; each run has a number of its own, so that equal
neighbours stay two, and both ends of a frame share one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from noshow_desk.letters.easy import End, Field, ForEach, OnlyIf, Piece, Remark, Words, written
from noshow_desk.letters.easy_bold import starred, styled
from noshow_desk.ui.kit.qt_places import between, qt_length
from noshow_desk.ui.templates.easy_words import pill_words
from noshow_desk.ui.theme import current_look

LONGEST_WHOLE = 24  # letters of a pill that fit one line of a narrow window in large letters
SPELLING = QTextFormat.Property.UserProperty.value + 1  # as it stands in the template
WORDS = SPELLING + 1  # as it is shown
NUMBER = SPELLING + 2  # of this run
FRAME = SPELLING + 3  # of the frame it begins, divides or ends; 0 for a field
KIND = SPELLING + 4
BOLD = SPELLING + 5
# The fonts of words, fields and marks; all other pills have that of a chip.
_FONTS = {"": "prompt", "Field": "strong", "Remark": "strong", "End": "hint"}
_COLORS = {"": "code_text", "End": "muted", "Otherwise": "muted"}
LINE_HEIGHT = 155  # per cent: room for the grounds of the pills
_numbers = count(1)


@dataclass(frozen=True, slots=True)
class Pill:
    """One run that stands for a field or a mark; `start` and `end` are positions in the document."""

    start: int
    end: int
    kind: str
    spelling: str
    words: str
    number: int
    frame: int
    text: str

    def names(self, wrong: str) -> re.Match[str] | None:
        """Return where its spelling says `wrong` as a whole name; None when it does not."""
        return re.search(rf"(?<![\w.]){re.escape(wrong)}(?!\w)", self.spelling) if wrong else None

    @property
    def whole(self) -> bool:
        """Say whether it still reads as it was made."""
        return self.text == self.words


def put(cursor: QTextCursor, pieces: Sequence[Piece], *, bold: bool | None = None) -> None:
    """Write `pieces` where `cursor` stands, as one act; all of it `bold`, None: as the words around are."""
    rows = rows_around(cursor)
    open_frames: list[int] = []
    around = is_inside_bold(cursor) if bold is None else bold
    with one_act(cursor):
        for piece, own in styled(pieces):
            heavy = own or around
            if isinstance(piece, Words):
                cursor.insertText(piece.text, plain_format(bold=heavy))
                continue
            if isinstance(piece, OnlyIf | ForEach):
                open_frames.append(next(_numbers))
            if isinstance(piece, ForEach):
                rows[piece.row] = piece.name
            marks = not isinstance(piece, Field | Remark) and open_frames
            frame = open_frames[-1] if marks else 0
            cursor.insertText(*_pill(piece, pill_words(piece, rows), frame, bold=heavy))
            if isinstance(piece, End):
                open_frames.pop()


@contextmanager
def one_act(cursor: QTextCursor) -> Iterator[None]:
    """Let all that is done with `cursor` be one step of undo, also a line that a mark then gets for itself:
    the cursor stays before that.
    """
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.setKeepPositionOnInsert(True)
        cursor.endEditBlock()
        cursor.setKeepPositionOnInsert(False)
        cursor.setPosition(cursor.position())  # the other end of what it chose may have gone on


def put_mark(cursor: QTextCursor, piece: Piece, frame: int) -> None:
    """Write a mark that belongs to a frame which is there."""
    words = pill_words(piece, rows_around(cursor))
    cursor.insertText(*_pill(piece, words, frame, bold=is_inside_bold(cursor)))


def put_over(document: QTextDocument, pill: Pill, piece: Piece) -> None:
    """Write `piece` in the place of a pill, bold as that was; it belongs to the same frame."""
    cursor = QTextCursor(document)
    cursor.setPosition(pill.start)
    words = pill_words(piece, rows_around(cursor))
    cursor.setPosition(pill.end, QTextCursor.MoveMode.KeepAnchor)
    bold = bool(cursor.charFormat().property(BOLD))
    cursor.insertText(*_pill(piece, words, pill.frame, bold=bold))


def frames_around(cursor: QTextCursor) -> int:
    """Return how many frames the cursor is inside of."""
    return len(_open_at(cursor))


def rows_around(cursor: QTextCursor) -> dict[str, str]:
    """Return what a row is called in each list that the cursor is inside of → the field of that list."""
    said = [one.spelling.strip("{% }").split() for one in _open_at(cursor) if one.kind == "ForEach"]
    return {row: name for _for, row, _in, name in said}


def _open_at(cursor: QTextCursor) -> list[Pill]:
    """Return the marks that begin a frame around the cursor, outer ones first."""
    found: dict[int, Pill] = {}
    for pill in pills(cursor.document()):
        if pill.end > cursor.selectionStart():
            break
        if pill.kind == "End":
            found.pop(pill.frame, None)
        elif pill.frame:
            found.setdefault(pill.frame, pill)  # its "otherwise" comes later
    return list(found.values())


def _pill(piece: Piece, words: str, frame: int, *, bold: bool) -> tuple[str, QTextCharFormat]:
    """Return what stands for a field or a mark, and the format that carries its spelling."""
    # A short field is not broken. A long one breaks between words, and so do marks: two of them side by side
    # have no break between. A little ground at both ends.
    whole = isinstance(piece, Field) and len(words) <= LONGEST_WHOLE
    shown = "\u00a0" + (words.replace(" ", "\u00a0") if whole else words) + "\u00a0"
    style, kind = QTextCharFormat(), type(piece).__name__
    style.setProperty(SPELLING, written(piece))
    style.setProperty(WORDS, shown)
    style.setProperty(NUMBER, next(_numbers))
    style.setProperty(FRAME, frame)
    style.setProperty(KIND, kind)
    make_bold(style, kind, bold)
    return shown, style


def plain_format(*, bold: bool = False) -> QTextCharFormat:
    """Return how words are written that are nothing but words."""
    style = QTextCharFormat()
    make_bold(style, "", bold)
    return style


def make_bold(style: QTextCharFormat, kind: str, bold: bool) -> None:
    """Give `style` font and colour of a pill of this kind ("": of words), heavier where it is `bold`."""
    font = QFont(current_look().font(_FONTS.get(kind, "chip")))
    if bold:
        font.setWeight(QFont.Weight.Bold)
    style.setFont(font)
    style.setProperty(BOLD, bold)
    style.setForeground(current_look().color(_COLORS.get(kind, "pill_text")))


def airy_lines() -> QTextBlockFormat:
    """Return the format of a line: high enough for pills."""
    style = QTextBlockFormat()
    style.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return style


def blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    """Yield the lines of `document`."""
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def source_of_document(document: QTextDocument) -> str:
    """Return the text of the template that `document` shows."""
    return "\n".join(source_between(block) for block in blocks(document))


def source_between(
    block: QTextBlock, start: int = 0, end: int | None = None, *, without: frozenset[int] = frozenset()
) -> str:
    """Return what stands between two positions of a line as it is spelled in the template, `without` the
    pills of these numbers.
    """
    return starred(_spelled(block, start, end, without)).replace("\u2028", "\n")


def source_chosen(cursor: QTextCursor) -> str:
    """Return what is chosen as it is spelled in the template."""
    first, last = cursor.selectionStart(), cursor.selectionEnd()
    block, lines = cursor.document().findBlock(first), []
    while block.isValid() and block.position() <= last:
        lines.append(source_between(block, first - block.position(), last - block.position()))
        block = block.next()
    return "\n".join(lines)


def _spelled(
    block: QTextBlock, start: int, end: int | None, without: frozenset[int]
) -> Iterator[tuple[str, bool]]:
    """Yield each run between two positions of a line as it is spelled, with whether it is bold."""
    for piece_start, text, style in runs(block):
        spelling, bold = style.property(SPELLING), bool(style.property(BOLD))
        if spelling:
            inside = piece_start + qt_length(text) > start and (end is None or piece_start < end)
            yield str(spelling) if inside and style.property(NUMBER) not in without else "", bold
        else:
            last = qt_length(text) if end is None else end - piece_start
            yield between(text, start - piece_start, last), bold


def is_inside_bold(cursor: QTextCursor) -> bool:
    """Say whether the words on both sides of the cursor, or of what is chosen, are bold."""
    document, start, end = cursor.document(), cursor.selectionStart(), cursor.selectionEnd()
    first, last = document.findBlock(start), document.findBlock(end)
    return _is_bold(first, start - first.position() - 1) and _is_bold(last, end - last.position())


def _is_bold(block: QTextBlock, at: int) -> bool:
    """Say whether the letter at position `at` of a line is bold; False where there is none."""
    for start, text, style in runs(block):
        if start <= at < start + qt_length(text):
            return bool(style.property(BOLD))
    return False


def runs(block: QTextBlock) -> Iterator[tuple[int, str, QTextCharFormat]]:
    """Yield each run of a line: where it starts in the line, its text, its format."""
    part = block.begin()
    while not part.atEnd():
        fragment = part.fragment()
        yield fragment.position() - block.position(), fragment.text(), fragment.charFormat()
        part += 1


def pills_in(block: QTextBlock) -> Iterator[Pill]:
    """Yield the fields and marks of a line, from left to right."""
    for start, text, style in runs(block):
        spelling = style.property(SPELLING)
        if spelling:
            at = block.position() + start
            yield Pill(
                at,
                at + qt_length(text),
                str(style.property(KIND)),
                str(spelling),
                str(style.property(WORDS)),
                int(style.property(NUMBER)),
                int(style.property(FRAME)),
                text,
            )


def pills(document: QTextDocument) -> Iterator[Pill]:
    """Yield all fields and marks of `document`."""
    for block in blocks(document):
        yield from pills_in(block)


def pill_at(document: QTextDocument, position: int) -> Pill | None:
    """Return the pill that `position` is inside of (its edges are outside), None for plain words."""
    block = document.findBlock(position)
    return next((one for one in pills_in(block) if one.start < position < one.end), None)


def pill_beside(document: QTextDocument, position: int, *, before: bool) -> Pill | None:
    """Return the pill that ends (`before`) or begins at `position`."""
    block = document.findBlock(position)
    return next((one for one in pills_in(block) if (one.end if before else one.start) == position), None)
