"""Draws what lies under the words of the Easy view: the grounds of pills and the frames of "only if"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock, QTextDocument, QTextLine

from noshow_desk.ui.kit.base import paint_box
from noshow_desk.ui.templates.easy_document import Pill, blocks, pills_in
from noshow_desk.ui.templates.easy_lines import OPENING, stands_alone
from noshow_desk.ui.theme import current_look

GROUNDS = {"Field": "pill", "OnlyIf": "code_block", "ForEach": "code_block", "Remark": "neutral"}
INSET = 7  # pixels between a frame and the one inside it


@dataclass(frozen=True, slots=True)
class Frame:
    """One box: from block `first` to block `last`, `depth` frames around it."""

    first: int
    last: int
    depth: int


def frames_of(document: QTextDocument) -> list[Frame]:
    """Return the boxes of `document`, outer ones first."""
    found: list[Frame] = []
    open_at: list[int] = []
    for block in blocks(document):
        for pill in pills_in(block):
            if not stands_alone(block, pill):
                continue
            number = block.blockNumber()
            if pill.kind in OPENING:
                open_at.append(number)
            elif open_at:
                last = number - 1 if pill.kind == "Otherwise" else number
                found.append(Frame(open_at.pop(), last, len(open_at)))
                open_at += [number] if pill.kind == "Otherwise" else []
    return sorted(found, key=_outer_first)


def _outer_first(frame: Frame) -> int:
    return frame.depth


def paint_frames(painter: QPainter, document: QTextDocument, frames: Sequence[Frame], width: float) -> None:
    """Draw the boxes `frames` of a document; `painter` is at its origin, `width` pixels wide."""
    look, layout = current_look(), document.documentLayout()
    for frame in frames:
        first, last = document.findBlockByNumber(frame.first), document.findBlockByNumber(frame.last)
        layout.blockBoundingRect(last)  # lays out what was not shown yet
        top, bottom = (
            _middle(first, 0) - look.px(13),
            _middle(last, last.layout().lineCount() - 1) + look.px(12),
        )
        inset = 4 + frame.depth * INSET
        rect = QRectF(inset, top, width - 2 * inset, bottom - top)
        paint_box(painter, rect, 7, look.color("surface"), look.color("border"))


def paint_pills(painter: QPainter, block: QTextBlock, wrong: frozenset[str]) -> None:
    """Draw the grounds of the pills in one line; those whose spelling is in `wrong` are marked."""
    look = current_look()
    for pill in pills_in(block):
        if stands_alone(block, pill):
            continue
        bad = any(pill.names(text) for text in wrong)
        fill = look.color("code_error" if bad else GROUNDS.get(pill.kind, "neutral"))
        for rect in _places(block, pill):
            paint_box(painter, rect, rect.height() / 2, fill)
            if bad or look.high_contrast:
                _outline(painter, rect, look.color("code_error_text" if bad else "text"), dashed=bad)


def _outline(painter: QPainter, rect: QRectF, color: QColor, *, dashed: bool) -> None:
    painter.setPen(QPen(color, 1.2, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), rect.height() / 2, rect.height() / 2)


def _places(block: QTextBlock, pill: Pill) -> Iterator[QRectF]:
    """Yield the boxes of a pill in the document: one, or one a line where it is too long for one."""
    layout = block.layout()
    origin = layout.position()
    start, end = pill.start - block.position(), pill.end - block.position()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            yield _box(line, first, last).translated(origin)


def _box(line: QTextLine, first: int, last: int) -> QRectF:
    left, right = _x(line, first), _x(line, last)
    height = current_look().px(22)
    return QRectF(left + 1, _line_middle(line) - height / 2, right - left - 2, height)


def _line_middle(line: QTextLine) -> float:
    # Above the writing line stands more than hangs below it: boxes sit around the letters.
    return line.y() + line.ascent() - current_look().px(5)


def _middle(block: QTextBlock, line: int) -> float:
    """Return how far down the document the middle of the letters of a line is."""
    return float(block.layout().position().y()) + _line_middle(block.layout().lineAt(line))


def _x(line: QTextLine, at: int) -> float:
    found: Any = line.cursorToX(at)  # PySide gives the place with the position it stands for
    return float(found[0] if isinstance(found, tuple) else found)
