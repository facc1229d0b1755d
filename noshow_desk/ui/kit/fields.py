"""A field with its label above, a hint and an error line; and the form that lays fields out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from noshow_desk.ui.kit.base import Painted
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.theme import current_look

FIELD_GAP = 10
LABEL_GAP = 3  # between a label and its editor
ONE_COLUMN_BELOW = 480


class FieldLabel(PlainLabel):
    """The label of a field; its &mnemonic jumps to the editor."""

    def __init__(self, text: str, editor: QWidget, parent: QWidget | None = None) -> None:
        # Wrapped: a long label in either language takes a second line, and never widens the page.
        super().__init__(text, "label", wrap=True, parent=parent)
        self.setBuddy(editor)


class Field(QWidget):
    """`label` above `editor`, a `hint` and a mistake below: so the editors of a line stand level.

    The label (may hold an &mnemonic) becomes the accessible name unless the editor has one. Only our own
    words may be the label: user text there would lose its ampersands.
    """

    def __init__(self, label: str, editor: QWidget, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # Any of the kit's editors: they share value() and set_value(), not a base class.
        self.editor: Any = editor
        self._label = FieldLabel(label, editor)
        self._hint = PlainLabel(hint, "hint", "muted", wrap=True)
        self._error = PlainLabel("", "hint", "red", wrap=True)
        self._name = label.replace("&", "")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(LABEL_GAP)
        for widget in (self._label, editor, self._error, self._hint):
            box.addWidget(widget)
        box.addStretch(1)
        self._hint.setVisible(bool(hint))
        self._error.hide()
        if not editor.accessibleName():
            editor.setAccessibleName(self._name)
        self._describe()
        self._connect()

    def _connect(self) -> None:
        for signal in ("wrong", "warned"):
            if hasattr(self.editor, signal):
                getattr(self.editor, signal).connect(self.show_error)

    def show_error(self, sentence: str) -> None:
        """Say under the field what to do; "" takes it back."""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        if hasattr(self.editor, "set_wrong"):
            self.editor.set_wrong(bool(sentence))
        self._describe()

    def error(self) -> str:
        """Return the sentence on show."""
        return self._error.text()

    def show_hint(self, hint: str) -> None:
        """Change the hint."""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def label(self) -> QLabel:
        """Return the label widget."""
        return self._label

    def _describe(self) -> None:
        said = " ".join(part for part in (self._error.text(), self._hint.text()) if part)
        self.editor.setAccessibleDescription(said)


class Form(Painted, QWidget):
    """Fields in one or two columns; one column when narrow.

    `add(widget)` takes the next half, `add(widget, wide=True)` a whole line.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[tuple[QWidget, bool]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(FIELD_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def add(self, widget: QWidget, *, wide: bool = False) -> QWidget:
        """Put `widget` behind the others and return it."""
        self._items.append((widget, wide))
        self._columns = 0
        self._arrange()
        return widget

    def add_field(self, label: str, editor: QWidget, hint: str = "", *, wide: bool = False) -> Field:
        """Put a Field around `editor` behind the others and return it."""
        field = Field(label, editor, hint)
        self.add(field, wide=wide)
        return field

    def columns(self) -> int:
        """Return how many columns are shown, 1 or 2."""
        return self._columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Count the columns anew for another text scale."""
        super().restyle()
        self._arrange()

    def _arrange(self) -> None:
        columns = 1 if self.width() < current_look().px(ONE_COLUMN_BELOW) else 2
        if columns == self._columns:
            return
        self._columns = columns
        row = column = 0
        for widget, wide in self._items:
            self._grid.removeWidget(widget)
            if column and (wide or columns == 1):
                row, column = row + 1, 0
            span = columns if wide else 1
            self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag(0))
            column += span
            if column >= columns:
                row, column = row + 1, 0
        for at in range(2):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
