"""What a list says while it is empty: what belongs there, and what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import Button
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.theme import current_look


class EmptyState(QWidget):
    """What belongs here and what to do while nothing does."""

    def __init__(
        self,
        title: str,
        text: str,
        icon: str = "sprout",
        button: Button | None = None,
        other: Button | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = PlainLabel(title, "card", wrap=True)
        self._text = PlainLabel(text, "body", "muted", wrap=True)
        box = QVBoxLayout(self)
        box.setSpacing(GAP)
        box.addStretch(1)
        box.addWidget(IconLabel(icon, "muted", 32), 0, middle)
        for label in (self._title, self._text):
            label.setAlignment(middle)
            label.setMaximumWidth(current_look().px(420))
            # An alignment in the layout would measure the height of one line only; stretches do not.
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(label, 100)
            row.addStretch(1)
            box.addLayout(row)
        for one in (button, other):
            if one is not None:
                box.addWidget(one, 0, middle)
        box.addStretch(2)

    def show_words(self, title: str, text: str) -> None:
        """Say something else: "no match" reads differently from "nothing yet"."""
        self._title.setText(title)
        self._text.setText(text)
