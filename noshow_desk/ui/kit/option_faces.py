"""How an option is drawn: as a segment, a pill, a radio button with two lines, a number."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractButton, QRadioButton, QWidget

from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import (
    CONTROL_RADIUS,
    GAP,
    antialiased,
    line_height,
    paint_box,
    paint_ring,
    paint_text,
    text_width,
)
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.theme import current_look

_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class FacedOption(QRadioButton):
    """What a face may ask of the option it draws."""

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.words = choice.text
        self.neighbours: list[FacedOption] = [self]

    def said(self) -> str:
        """Return what is painted."""
        return self.words

    def siblings(self) -> list[FacedOption]:
        """Return the options of the same group, in order."""
        return self.neighbours


class Face(Protocol):
    """Measures and paints one option."""

    wraps: bool

    def size(self, option: FacedOption) -> QSize: ...
    def least(self, option: FacedOption) -> QSize: ...
    def height(self, option: FacedOption, width: int) -> int: ...
    def paint(self, option: FacedOption) -> None: ...


class SegmentFace:
    """A box that shares its sides with its neighbours on the line."""

    wraps = False
    margin = 14

    def size(self, option: FacedOption) -> QSize:
        look = current_look()
        icon = look.px(20) + GAP if option.choice.icon else 0
        width = icon + text_width(option.said(), look.font("strong")) + 2 * self.margin
        return QSize(width, line_height(look.font("strong")) + look.px(16))

    def least(self, option: FacedOption) -> QSize:
        return self.size(option)

    def height(self, option: FacedOption, width: int) -> int:
        return self.size(option).height()

    def paint(self, option: FacedOption) -> None:
        look, chosen = current_look(), option.isChecked()
        painter = antialiased(option)
        fill = "coach" if chosen else "hover" if option.underMouse() else "surface"
        box = QRectF(option.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = _joined_box(box, not _shares_side(option, -1), not _shares_side(option, 1))
        painter.setPen(QPen(look.color("accent" if chosen else "outline"), 1))
        painter.setBrush(look.color(fill))
        painter.drawPath(path)
        self._paint_words(painter, option, _text_color(option, chosen))
        if option.hasFocus():
            paint_ring(painter, QRectF(option.rect()), CONTROL_RADIUS)
        painter.end()

    def _paint_words(self, painter: QPainter, option: FacedOption, color: QColor) -> None:
        look = current_look()
        font = look.font("strong" if option.isChecked() else "body")
        icon = look.px(20) if option.choice.icon else 0
        gap = GAP if icon else 0
        left = (option.width() - icon - gap - text_width(option.said(), font)) / 2
        if icon:
            paint_icon(painter, option.choice.icon, color, left, (option.height() - icon) / 2, icon)
        rect = QRectF(left + icon + gap, 0, option.width() - left - icon - gap, option.height())
        paint_text(painter, rect, option.said(), font, color)


class NumberFace(SegmentFace):
    """A segment just wide enough for two digits."""

    def size(self, option: FacedOption) -> QSize:
        side = current_look().px(34)
        return QSize(side + 4, side)


class PillFace(SegmentFace):
    """A rounded pill."""

    margin = 11

    def size(self, option: FacedOption) -> QSize:
        look = current_look()
        icon = look.px(16) + 6 if option.choice.icon else 0
        font = look.font("label")
        return QSize(
            icon + text_width(option.said(), font) + 2 * self.margin, line_height(font) + look.px(10)
        )

    def paint(self, option: FacedOption) -> None:
        look, chosen = current_look(), option.isChecked()
        painter = antialiased(option)
        rect = QRectF(option.rect())
        fill = "coach" if chosen else "hover" if option.underMouse() else "surface"
        paint_box(painter, rect, 99, look.color(fill), look.color("accent" if chosen else "outline"))
        font = look.font("label")
        if not chosen:
            font = look.font("hint")
        color = _text_color(option, chosen)
        middle = Qt.AlignmentFlag.AlignCenter
        paint_text(
            painter, rect.adjusted(self.margin - 4, 0, 4 - self.margin, 0), option.said(), font, color, middle
        )
        if option.hasFocus():
            paint_ring(painter, rect, rect.height() / 2)
        painter.end()


class RadioFace:
    """A disc, a title that may wrap, and a quiet second line."""

    wraps = True

    def size(self, option: FacedOption) -> QSize:
        look = current_look()
        widest = max(
            text_width(option.said(), look.font("body")), text_width(option.choice.hint, look.font("hint"))
        )
        width = _lead() + min(widest, look.px(440)) + 8
        return QSize(width, self.height(option, width))

    def least(self, option: FacedOption) -> QSize:
        return QSize(_lead() + current_look().px(90), self.height(option, current_look().px(300)))

    def height(self, option: FacedOption, width: int) -> int:
        title, hint = text_boxes(option.said(), option.choice.hint, width - _lead() - 8)
        return title.height() + hint.height() + current_look().px(10)

    def paint(self, option: FacedOption) -> None:
        look = current_look()
        painter = antialiased(option)
        top = look.px(5)
        side = look.px(18)
        middle = top + line_height(look.font("body")) / 2
        _paint_disc(painter, QRectF(4, middle - side / 2, side, side), option.isChecked())
        paint_two_lines(painter, option, option.said(), option.choice.hint, top)
        if option.hasFocus():
            paint_ring(painter, QRectF(option.rect()), CONTROL_RADIUS)
        painter.end()


def text_boxes(title: str, hint: str, width: int) -> tuple[QRect, QRect]:
    """Return the boxes that a wrapped title and hint need in `width` pixels."""
    look = current_look()
    room = QRect(0, 0, max(width, 20), 9999)
    first = QFontMetrics(look.font("body")).boundingRect(room, _WRAP, title)
    second = QFontMetrics(look.font("hint")).boundingRect(room, _WRAP, hint) if hint else QRect()
    return first, second


def paint_two_lines(painter: QPainter, option: QAbstractButton, title: str, hint: str, top: int) -> None:
    """Draw a wrapped title and, below it, a quiet hint, right of the indicator."""
    look = current_look()
    width = option.width() - _lead() - 8
    first, second = text_boxes(title, hint, width)
    painter.setFont(look.font("body"))
    painter.setPen(look.color("text" if option.isEnabled() else "disabled"))
    painter.drawText(QRect(_lead(), top, width, first.height() + 2), _WRAP, title)
    if hint:
        painter.setFont(look.font("hint"))
        painter.setPen(look.color("muted"))
        painter.drawText(QRect(_lead(), top + first.height(), width, second.height() + 2), _WRAP, hint)


def _lead() -> int:
    return 4 + current_look().px(20) + 9


def _paint_disc(painter: QPainter, rect: QRectF, chosen: bool) -> None:
    look = current_look()
    paint_box(
        painter,
        rect,
        99,
        look.color("accent" if chosen else "field"),
        look.color("accent" if chosen else "outline"),
    )
    if chosen:
        dot = rect.width() * 0.3
        paint_box(painter, rect.adjusted(dot, dot, -dot, -dot), 99, look.color("on_accent"))


def _text_color(option: QAbstractButton, chosen: bool) -> QColor:
    look = current_look()
    if not option.isEnabled():
        return look.color("disabled")
    return look.color("coach_text" if chosen else "text")


def _shares_side(option: FacedOption, step: int) -> bool:
    siblings = option.siblings()
    at = siblings.index(option) + step
    return 0 <= at < len(siblings) and siblings[at].y() == option.y()


def _joined_box(box: QRectF, round_left: bool, round_right: bool) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    path.addRoundedRect(box, CONTROL_RADIUS, CONTROL_RADIUS)
    if not round_left:
        path.addRect(box.adjusted(0, 0, -box.width() / 2, 0))
    if not round_right:
        path.addRect(box.adjusted(box.width() / 2, 0, 0, 0))
    return path.simplified()


FACES: dict[str, Face] = {
    "segment": SegmentFace(),
    "number": NumberFace(),
    "pill": PillFace(),
    "radio": RadioFace(),
}
