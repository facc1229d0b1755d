"""Several of many: check boxes whose text may wrap, and chips to pick from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import (
    CONTROL_RADIUS,
    GRID,
    Painted,
    antialiased,
    line_height,
    paint_box,
    paint_ring,
    paint_text,
    text_width,
)
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.option_faces import paint_two_lines, text_boxes
from noshow_desk.ui.theme import current_look


class CheckBox(Painted, QCheckBox):
    """A box to tick, with a text that wraps and a quiet hint below it."""

    def __init__(self, text: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text, self._hint = text, hint
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setAccessibleDescription(hint)

    def sizeHint(self) -> QSize:
        look = current_look()
        widest = max(text_width(self._text, look.font("body")), text_width(self._hint, look.font("hint")))
        width = self._lead() + min(widest, look.px(440)) + 8
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        look = current_look()
        return QSize(self._lead() + look.px(90), line_height(look.font("body")) + look.px(10))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        title, hint = text_boxes(self._text, self._hint, width - self._lead() - 8)
        return title.height() + hint.height() + current_look().px(10)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        top, side = look.px(5), look.px(20)
        box = QRectF(4, top + line_height(look.font("body")) / 2 - side / 2, side, side)
        on = self.isChecked()
        fill, border = ("accent", "accent") if on else ("field", "outline")
        paint_box(painter, box, 5, look.color(fill), look.color(border))
        if on:
            paint_icon(painter, "check", look.color("on_accent"), box.x() + 2, box.y() + 2, side - 4)
        paint_two_lines(painter, self, self._text, self._hint, top)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), CONTROL_RADIUS)
        painter.end()

    def _lead(self) -> int:
        return 4 + current_look().px(20) + 9


class PickChip(Painted, QCheckBox):
    """A pill to pick; a tick, not colour alone, says that it is picked."""

    arrow_pressed = Signal(int)

    def __init__(self, choice: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setText(choice.text.replace("&", "&&"))
        self.setAccessibleName(choice.text)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        look = current_look()
        font = look.font("label")
        return QSize(text_width(self.choice.text, font) + look.px(18) + 26, line_height(font) + look.px(12))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step:
            self.arrow_pressed.emit(step)
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: object) -> None:
        look, on = current_look(), self.isChecked()
        painter = antialiased(self)
        rect = QRectF(self.rect())
        fill = "coach" if on else "hover" if self.underMouse() else "surface"
        paint_box(painter, rect, 99, look.color(fill), look.color("accent" if on else "outline"))
        color = look.color("coach_text" if on else "text")
        side = look.px(14)
        mark = "check" if on else self.choice.icon or "plus"
        paint_icon(painter, mark, color if on else look.color("muted"), 11, (rect.height() - side) / 2, side)
        font = look.font("label" if on else "hint")
        paint_text(painter, rect.adjusted(15 + side, 0, -8, 0), self.choice.text, font, color)
        if self.hasFocus():
            paint_ring(painter, rect, rect.height() / 2)
        painter.end()


class ChoiceChips(QWidget):
    """Pick any number of chips; `changed` tells the picked values in the order of the choices."""

    changed = Signal(tuple)

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice],
        *,
        values: Iterable[object] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        flow = FlowLayout(self, gap=2 * GRID - 1, line_gap=2 * GRID)
        self._chips = [PickChip(choice, self) for choice in choices]
        for chip in self._chips:
            flow.addWidget(chip)
            chip.clicked.connect(self._on_chip_clicked)
            chip.arrow_pressed.connect(self._on_chip_arrow_pressed)
        if self._chips:
            self.setFocusProxy(self._chips[0])
        self.set_values(values)

    def values(self) -> tuple[object, ...]:
        """Return what is picked."""
        return tuple(chip.choice.value for chip in self._chips if chip.isChecked())

    def set_values(self, values: Iterable[object]) -> None:
        """Pick exactly `values`, without telling anyone."""
        picked = list(values)
        for chip in self._chips:
            chip.setChecked(chip.choice.value in picked)

    def chips(self) -> list[PickChip]:
        """Return the chip widgets, in order."""
        return list(self._chips)

    def _on_chip_clicked(self) -> None:
        self.changed.emit(self.values())

    def _on_chip_arrow_pressed(self, step: int) -> None:
        at = self._chips.index(cast(PickChip, self.sender()))
        self._chips[(at + step) % len(self._chips)].setFocus(Qt.FocusReason.TabFocusReason)
