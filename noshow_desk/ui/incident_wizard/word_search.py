"""Finds words in a field and puts the cursor there, with the words selected."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget

_OUTER = ' .,;:!?…"“”«»'


def select_words(field: QWidget, words: str) -> None:
    """Give `field` the keyboard and select `words` in it, where they stand."""
    bring_into_sight(field)
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    bare = words.strip(_OUTER)
    if isinstance(field, QPlainTextEdit):
        found = field.document().find(bare) if bare else QTextCursor()
        if not found.isNull():
            field.setTextCursor(found)
    elif isinstance(field, QLineEdit):
        at = field.text().casefold().find(bare.casefold())
        if bare and at >= 0:
            field.setSelection(at, len(bare))


def bring_into_sight(field: QWidget) -> None:
    """Scroll what is around `field` until it can be seen."""
    above = field.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(field)
