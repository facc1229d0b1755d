"""The text of the Easy view as its menus know it: fields can be put in, and frames around words."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

from noshow_desk.ui.kit.base import Painted
from noshow_desk.ui.templates import easy_acts


class EasyText(Painted, QTextEdit):
    """A text of words and pills."""

    def insert_field(self, name: str) -> None:
        """Put a field where the cursor is; what asks with "only if", or repeats, is put around the choice."""
        easy_acts.insert_field(self.textCursor(), name)
        self.setFocus()

    def wrap(self, name: str) -> None:
        """Put an "only if" of this field around what is chosen."""
        easy_acts.wrap(self.textCursor(), name)
        self.setFocus()

    def turn_bold(self) -> None:
        """Make what is chosen bold, or plain again; without a choice the word at the cursor."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        easy_acts.turn_bold(cursor)
        self.setFocus()
