"""What the letter check found, drawn on the live paper: waves under the words, numbers in the margin.

Red and amber are never alone: a must has a wave and a filled number, a nudge dashes and an outlined one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QFont, QPainter, QPen, QTextCharFormat, QTextCursor, QTextDocument

from noshow_desk.domain.blocks import Letter
from noshow_desk.export.words import without_marks
from noshow_desk.services.letter_text import Place
from noshow_desk.ui.incident_wizard.paper_words import Starts, place_in
from noshow_desk.ui.kit.base import text_width
from noshow_desk.ui.kit.qt_places import between
from noshow_desk.ui.theme import Look, current_look

_ROOM = 6  # pixels of a badge beside its number
_SMALLEST = 0.7  # of the size of the numbers
_SAME_LINE = 3.0  # pixels that two badges may be apart and still be one


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding on the paper: its number in the list (from 1), its places, and whether it must be done."""

    number: int
    places: tuple[Place, ...]
    must: bool


class PaperMarks:
    """The marks of one document: drawn into its formats, found again by number or by a point."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._ranges: dict[int, list[tuple[int, int]]] = {}

    def put(
        self, letter: Letter | None, marks: Sequence[Mark], starts: Starts, *, current: int, look: Look
    ) -> None:
        """Underline `marks` in the document that `letter` was written into."""
        self._ranges = {}
        for mark in marks:
            shown = _underline(mark, look, current=mark.number == current)
            for place in mark.places:
                span = _in_document(letter, place, starts)
                if span is None:
                    continue
                self._ranges.setdefault(mark.number, []).append(span)
                cursor = QTextCursor(self._document)
                cursor.setPosition(span[0])
                cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(shown)

    def words(self, number: int) -> str:
        """Return the words underlined for a mark."""
        text = self._document.toPlainText()
        return " ".join(without_marks(between(text, *span)) for span in self._ranges.get(number, ()))

    def top(self, number: int) -> float | None:
        """Return how far down the first line of a mark stands."""
        spans = self._ranges.get(number)
        return self._line_rect(spans[0][0]).center().y() if spans else None

    def at(self, point: QPointF) -> int:
        """Return the number of the mark at a point, the shortest where several overlap; 0 for none."""
        position = self._document.documentLayout().hitTest(point, Qt.HitTestAccuracy.ExactHit)
        hit = [
            (end - start, number)
            for number, spans in self._ranges.items()
            for start, end in spans
            if start <= position < end
        ]
        return min(hit)[1] if hit else 0

    def _line_rect(self, position: int) -> QRectF:
        block = self._document.findBlock(position)
        around = self._document.documentLayout().blockBoundingRect(block)
        line = block.layout().lineForTextPosition(position - block.position())
        return line.rect().translated(around.topLeft()) if line.isValid() else around


@dataclass(frozen=True, slots=True)
class Badge:
    """The numbers of the marks that begin in one line."""

    numbers: tuple[int, ...]
    must: bool
    middle: float

    def paint(self, painter: QPainter, margin: int, *, current: int) -> None:
        """Draw the badge into the margin at the left of the words."""
        look = current_look()
        font = look.font("over")
        side = look.px(15)
        words = in_short(self.numbers)
        wide = text_width(words, font)
        if wide + _ROOM > margin:  # smaller rather than cut
            font = QFont(font)
            font.setPointSizeF(font.pointSizeF() * max((margin - _ROOM) / wide, _SMALLEST))
        width = min(max(side, text_width(words, font) + _ROOM), margin)
        rect = QRectF(0, self.middle - side / 2, width, side)
        color = look.color("paper_must" if self.must else "paper_nudge")
        painter.setPen(QPen(color, 2 if current in self.numbers else 1))
        painter.setBrush(color if self.must else look.color("paper"))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), side / 2 - 1, side / 2 - 1)
        painter.setFont(font)
        painter.setPen(look.color("paper") if self.must else color)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, words)


def in_short(numbers: Sequence[int]) -> str:
    """Return numbers in rising order as they are listed: "1,2", "3–5", "1–3,7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    few = 3  # from so many on as a stretch
    return ",".join(f"{run[0]}–{run[-1]}" if len(run) >= few else ",".join(map(str, run)) for run in runs)


def badges(marks: Sequence[Mark], placed: PaperMarks) -> Iterator[Badge]:
    """Yield a badge for each line of the paper that marks begin in."""
    rows: list[tuple[float, list[Mark]]] = []
    for mark in marks:
        middle = placed.top(mark.number)
        if middle is None:
            continue
        near = next((row for at, row in rows if abs(at - middle) < _SAME_LINE), None)
        if near is None:
            rows.append((middle, [mark]))
        else:
            near.append(mark)
    for middle, row in rows:
        yield Badge(tuple(mark.number for mark in row), any(mark.must for mark in row), middle)


def _underline(mark: Mark, look: Look, *, current: bool) -> QTextCharFormat:
    kind = "paper_must" if mark.must else "paper_nudge"
    styles = QTextCharFormat.UnderlineStyle
    shown = QTextCharFormat()
    shown.setUnderlineStyle(styles.WaveUnderline if mark.must else styles.DashUnderline)
    shown.setUnderlineColor(look.color(kind))
    if current:
        shown.setBackground(QBrush(look.color(f"{kind}_mark")))
    return shown


def _in_document(letter: Letter | None, place: Place, starts: Starts) -> tuple[int, int] | None:
    """Return where a place of the letter stands in the document, which counts in UTF-16."""
    start = starts.get((place.block, place.line))
    if letter is None or start is None:
        return None
    line = letter.blocks[place.block].lines[place.line]
    return start + place_in(line, place.start), start + place_in(line, place.end)
