"""One of several: segments, filter pills, a list of radio buttons, a ruler from 0 to 10."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.base import GAP, Painted
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.option_faces import FACES, FacedOption

_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)
_CLEAR = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


class Option(Painted, FacedOption):
    """One painted option; a radio button to screen readers."""

    key_pressed = Signal(QKeyEvent)

    def __init__(self, choice: Choice, face: str, parent: QWidget | None = None) -> None:
        super().__init__(choice, parent)
        self.face = FACES[face]
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_choice(choice)

    def show_choice(self, choice: Choice) -> None:
        """Show changed words or counts of the same option."""
        self.choice = choice
        said = choice.text if choice.count is None else f"{choice.text} {choice.count}"
        self.words = said
        self.setText(said.replace("&", "&&"))
        self.setAccessibleName(said)
        self.setAccessibleDescription(choice.hint)
        self.restyle()

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return self.face.size(self)

    def minimumSizeHint(self) -> QSize:
        return self.face.least(self)

    def hasHeightForWidth(self) -> bool:
        return self.face.wraps

    def heightForWidth(self, width: int) -> int:
        return self.face.height(self, width)

    def paintEvent(self, _event: object) -> None:
        self.face.paint(self)


class OptionGroup(QWidget):
    """Options of which one is chosen: arrow keys move inside, Tab enters and leaves at the chosen one.

    `chosen` tells the new value, None when cleared, which only `optional` allows; screen readers say `name`.
    """

    chosen = Signal(object)
    face = "segment"

    def __init__(
        self,
        name: str,
        choices: Sequence[Choice],
        *,
        value: object = None,
        optional: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._optional = optional
        self._value: object = None
        self._options: list[Option] = []
        self._box = self._lay_out()
        self.set_choices(choices)
        self.set_value(value)

    def value(self) -> object:
        """Return the chosen value, None when nothing is chosen."""
        return self._value

    def set_value(self, value: object) -> None:
        """Choose `value` without telling anyone; unknown values choose nothing."""
        known = any(option.choice.value == value for option in self._options)
        self._value = value if known else None
        self._show()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other options; the chosen value stays where it still exists."""
        if [choice.value for choice in choices] == [option.choice.value for option in self._options]:
            for option, choice in zip(self._options, choices, strict=True):
                option.show_choice(choice)
            return
        for option in self._options:
            self._box.removeWidget(option)
            option.deleteLater()
        self._options = [self._make(choice) for choice in choices]
        for option in self._options:
            option.neighbours = list(self._options)
        self.set_value(self._value)

    def options(self) -> list[Option]:
        """Return the option widgets, in order."""
        return list(self._options)

    def _lay_out(self) -> QLayout:
        return FlowLayout(self, gap=-1, line_gap=4)

    def _make(self, choice: Choice) -> Option:
        option = Option(choice, self.face, self)
        option.clicked.connect(self._on_option_clicked)
        option.key_pressed.connect(self._on_option_key_pressed)
        self._box.addWidget(option)
        return option

    def _show(self) -> None:
        chosen = [option for option in self._options if option.choice.value == self._value]
        entry = chosen[0] if chosen else self._options[0] if self._options else None
        for option in self._options:
            # Exclusive buttons are what a screen reader calls radio buttons, but they cannot be unchecked.
            option.setAutoExclusive(False)
            option.setChecked(option in chosen and self._value is not None)
        for option in self._options:
            option.setAutoExclusive(True)
            policy = Qt.FocusPolicy.StrongFocus if option is entry else Qt.FocusPolicy.ClickFocus
            option.setFocusPolicy(policy)
        for option in chosen:
            option.raise_()  # its accent outline lies over the neighbours'
        if entry is not None:
            self.setFocusProxy(entry)

    def _choose(self, value: object) -> None:
        changed = value != self._value
        self._value = value
        self._show()
        if changed:
            self.chosen.emit(value)

    def _on_option_clicked(self) -> None:
        value = cast(Option, self.sender()).choice.value
        self._choose(None if self._optional and value == self._value else value)

    def _on_option_key_pressed(self, event: QKeyEvent) -> None:
        at = self._options.index(cast(Option, self.sender()))
        last = len(self._options) - 1
        moves = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        moves |= dict.fromkeys(_NEXT, min(at + 1, last)) | dict.fromkeys(_BACK, max(at - 1, 0))
        key = Qt.Key(event.key())
        if key in moves:
            event.accept()
            self._choose(self._options[moves[key]].choice.value)
            self._options[moves[key]].setFocus(Qt.FocusReason.OtherFocusReason)
        elif key in _CLEAR and self._optional:
            event.accept()
            self._choose(None)


class Segmented(OptionGroup):
    """A few short options side by side, in one line where there is room."""

    def sizeHint(self) -> QSize:
        hints = [option.sizeHint() for option in self.options()]
        return QSize(sum(hint.width() for hint in hints), max((hint.height() for hint in hints), default=0))


class FilterChips(OptionGroup):
    """Pills that filter a list, each with its count."""

    face = "pill"

    def _lay_out(self) -> QLayout:
        return FlowLayout(self, gap=6, line_gap=6)


class RadioList(OptionGroup):
    """Options below each other, each with room for a second line."""

    face = "radio"

    def _lay_out(self) -> QLayout:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        return box


class NumberRuler(QWidget):
    """A number from 0 to 10, or none; digits, arrows and the mouse choose it.

    `chosen` tells the number (None when cleared). `low` and `high` say what the ends mean.
    """

    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        low: str = "",
        high: str = "",
        *,
        value: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        choices = [Choice(number, str(number)) for number in range(11)]
        self._cells = NumberCells(name, choices, value=value, optional=True)
        ends = QHBoxLayout()
        ends.addWidget(PlainLabel(low, "hint", "muted"))
        ends.addStretch(1)
        ends.addWidget(PlainLabel(high, "hint", "muted"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP // 2)
        box.addWidget(self._cells)
        if low or high:
            box.addLayout(ends)
        self.setFocusProxy(self._cells)
        self._cells.chosen.connect(self.chosen)

    def value(self) -> int | None:
        """Return the number, None when none was chosen."""
        value = self._cells.value()
        return value if isinstance(value, int) else None

    def set_value(self, value: int | None) -> None:
        """Choose a number without telling anyone."""
        self._cells.set_value(value)


class NumberCells(OptionGroup):
    """The eleven cells of a ruler; typing 1 and 0 makes ten."""

    face = "number"

    def _make(self, choice: Choice) -> Option:
        option = super()._make(choice)
        option.setAccessibleName(_("{number} of 10").format(number=choice.text))
        return option

    def _on_option_key_pressed(self, event: QKeyEvent) -> None:
        if not event.text().isdigit() or not event.text().isascii():
            super()._on_option_key_pressed(event)
            return
        event.accept()
        number = 10 if event.text() == "0" and self._value == 1 else int(event.text())
        self._choose(number)
        self._options[number].setFocus(Qt.FocusReason.OtherFocusReason)
