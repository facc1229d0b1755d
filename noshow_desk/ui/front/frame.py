"""The frame of every screen in front of the vault: name on top, one narrow column, a footer of buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.kit.pages import Footer, ScrollPage
from noshow_desk.ui.theme import current_look

COLUMN = 620


class FrontScreen(ScrollPage):
    """One screen of the front door: a title, a sentence, and `column` for what comes below."""

    width_wanted = COLUMN

    def __init__(self, title: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column = QVBoxLayout()
        self.column.setSpacing(12)
        middle = QWidget()
        middle.setMaximumWidth(current_look().px(self.width_wanted))
        middle.setLayout(self.column)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(PlainLabel(title, "title", wrap=True))
        if text:
            self.column.addWidget(PlainLabel(text, "body", "muted", wrap=True))
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)
        self.body.setContentsMargins(24, 28, 24, 24)
        self.add(row)

    def add_line(self, *widgets: QWidget) -> None:
        """Put `widgets` side by side below what is there, at the left."""
        row = QHBoxLayout()
        row.setSpacing(10)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch(1)
        self.column.addLayout(row)

    def with_footer(self) -> Footer:
        """Show and return the footer."""
        return self.show_footer()


class Masthead(QWidget):
    """The name of the product, on top of the front door."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 14, 24, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel("hand-heart", "accent", 24))
        row.addWidget(PlainLabel("NoShow Desk", "card"))
        row.addStretch(1)
        self.end = QHBoxLayout()
        row.addLayout(self.end)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
