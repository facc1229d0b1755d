"""Fields of one line, apart from the larger ones so that the first window loads no more than it shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import antialiased, mark_wrong, paint_text, text_width
from noshow_desk.ui.theme import current_look


class LineField(QLineEdit):
    """One line of text. `edited` tells the text whenever the person changes it."""

    edited = Signal(str)

    def __init__(
        self, text: str = "", *, placeholder: str = "", limit: int = 300, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setMaxLength(limit)
        self.setPlaceholderText(placeholder)
        self.setText(text)
        self._connect_line()

    def _connect_line(self) -> None:
        self.textEdited.connect(self.edited)
        self.inputRejected.connect(self._on_input_rejected)

    def value(self) -> str:
        """Return the text without blanks at its ends."""
        return self.text().strip()

    def set_value(self, text: str) -> None:
        """Show `text` without telling anyone; what is already there keeps its cursor."""
        if text != self.value():
            self.setText(text)
            self.setCursorPosition(0)

    def set_wrong(self, wrong: bool) -> None:
        """Show the field as one to look at again."""
        mark_wrong(self, wrong)

    def _on_input_rejected(self) -> None:
        from noshow_desk.ui.kit.fitting import tell_left_out  # deferred: not for the first window

        tell_left_out(self, self.maxLength())


class PhoneField(LineField):
    """A phone number as typed; `check` returns a warning for a number that looks odd ("" when fine)."""

    warned = Signal(str)

    def __init__(
        self, text: str = "", *, check: Callable[[str], str] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, limit=60, parent=parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self._check = check
        self.editingFinished.connect(self._on_editing_finished)

    def _on_editing_finished(self) -> None:
        self.warned.emit(self._check(self.value()) if self._check and self.value() else "")


class SearchBox(LineField):
    """A box to search in: a glass at its left, a shortcut at its right while empty; Escape empties it."""

    def __init__(
        self, placeholder: str, name: str, *, shortcut: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(placeholder=placeholder, limit=200, parent=parent)
        self._shortcut = shortcut
        self.setAccessibleName(name)
        self.setProperty("search", True)
        self.setClearButtonEnabled(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.edited.emit("")
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = current_look()
        painter = antialiased(self)
        side = look.px(16)
        paint_icon(painter, "search", look.color("muted"), 10, (self.height() - side) / 2, side)
        taken = text_width(self.placeholderText() + self._shortcut, self.font()) + 2 * side + 40
        if self._shortcut and not self.text() and taken < self.width():
            rect = QRectF(0, 0, self.width() - 12, self.height())
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            paint_text(painter, rect, self._shortcut, look.font("hint"), look.color("muted"), right)
        painter.end()
