"""The Easy view offers the fields below the cursor, narrowed by what is typed there."""

from __future__ import annotations

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QWidget

from noshow_desk.i18n import _
from noshow_desk.letters.variables import VARIABLES
from noshow_desk.services.queries import folded
from noshow_desk.ui.templates.easy_document import one_act
from noshow_desk.ui.templates.easy_drag import EasyDrag
from noshow_desk.ui.templates.easy_insert import fields_of_rows
from noshow_desk.ui.templates.offers import FieldOffers


class EasyOffers(EasyDrag):
    """A text of words and pills that offers fields by their plain names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._offers = FieldOffers((), self)
        self._offered_at = 0  # where the cursor was when the fields were offered
        self._offers.activated.connect(self._on_offers_activated)

    def offer_fields(self) -> None:
        """Offer all fields below the cursor, those of the lists around it first."""
        self._offered_at = self.textCursor().selectionStart()
        of_rows = {one.label.say(): one.name for one in fields_of_rows(self.textCursor())}
        self._names = of_rows | {_(row.label): row.name for row in VARIABLES}
        self._offers.show_names(self._names)
        self._offers.offer("", self.cursorRect())

    def offer_from(self, start: int) -> None:
        """Count what is typed from `start` on at the earliest: an edit brought the cursor to another line."""
        self._offered_at = max(self._offered_at, start)

    def narrow_offers(self) -> None:
        """Offer only what was typed since, and no more once the cursor has left it."""
        if not self._offers.is_open():
            return
        typed = self._typed_since()
        if self.textCursor().position() < self._offered_at or "\u2029" in typed.selectedText():
            self._offers.close()
        else:
            self._offers.offer(typed.selectedText(), self.cursorRect())

    def _typed_since(self) -> QTextCursor:
        """Return a cursor over what was typed since the fields were offered."""
        cursor = self.textCursor()
        end = cursor.position()
        cursor.setPosition(min(self._offered_at, end))
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _on_offers_activated(self, label: str) -> None:
        """Put a field in the place of what was typed to find it."""
        typed = self._typed_since()
        chosen = self.textCursor().hasSelection()  # what was chosen before, nothing that was typed
        with one_act(typed):
            if not chosen and typed.selectedText() and folded(typed.selectedText()) in folded(label):
                typed.removeSelectedText()
                self.setTextCursor(typed)
            self.insert_field(self._names[label])
