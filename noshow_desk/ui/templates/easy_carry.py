"""What is carried into the Easy view and out of it: copied, cut and pasted.

Fields and frames travel as a template spells them, beside words that anybody can read: put down in a
template they are pills again, anywhere else they are "[First name]".
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from noshow_desk.domain.template import MAX_SOURCE
from noshow_desk.i18n import N_, _
from noshow_desk.ui.kit.clipboard import PIECES, MarksCopies, copy_data
from noshow_desk.ui.kit.fitting import is_room, too_long
from noshow_desk.ui.templates import easy_choice, easy_insert
from noshow_desk.ui.templates.easy_document import source_chosen, source_of_document
from noshow_desk.ui.templates.easy_text import EasyText
from noshow_desk.ui.templates.palette import FIELD, carried

_WORDS_ONLY = N_("Only words and fields were copied. A frame goes with them once all of it is chosen.")
_CUT_WHOLE = N_(
    "What reaches over the edge of a frame is cut with all of that frame, or its words would lose their "
    "condition. It is chosen now: cut again to take it."
)
_SWEEPS = (
    (QKeySequence.StandardKey.DeleteStartOfWord, QTextCursor.MoveOperation.PreviousWord),
    (QKeySequence.StandardKey.DeleteEndOfWord, QTextCursor.MoveOperation.NextWord),
    (QKeySequence.StandardKey.DeleteEndOfLine, QTextCursor.MoveOperation.EndOfBlock),
)


class EasyCarry(MarksCopies, EasyText):
    """A text of words and pills that lends whole things and takes them in."""

    def copy(self) -> None:
        """Copy what is chosen, marked as all that is copied; say so where frames are not copied with it."""
        data = self.createMimeDataFromSelection()
        if data.text():
            copy_data(data)
            self._tell(_WORDS_ONLY if easy_choice.is_torn(self.textCursor()) else "")

    def cut(self) -> None:
        """Copy what is chosen and take it away; where it reaches over the edge of a frame choose all of that
        frame instead: it goes when this is asked again.
        """
        cursor = self.textCursor()
        if self.isReadOnly():
            self.copy()
        elif easy_choice.complete(cursor):
            self.setTextCursor(cursor)
            self._tell(_CUT_WHOLE)
        elif cursor.hasSelection():
            self.setTextCursor(cursor)  # which may be without a line break that stays
            self.copy()
            self.delete_chosen()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and cut by keys as the menu does, and delete words and ends of lines as what is chosen."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif not self._sweeps(event):
            super().keyPressEvent(event)

    def _sweeps(self, event: QKeyEvent) -> bool:
        """Delete from the cursor to the edge of a word or line; say whether the key means that."""
        move = next((move for key, move in _SWEEPS if event.matches(key)), None)
        if move is None or self.isReadOnly():
            return False
        cursor = self.textCursor()
        cursor.movePosition(move, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)  # which chooses pills whole
        self.delete_chosen()
        return True

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is chosen, as it is read and as a template spells it; of half a frame its words."""
        data, cursor = QMimeData(), self.textCursor()
        if cursor.hasSelection():
            data.setText(easy_choice.readable(cursor))
            data.setData(PIECES, easy_choice.spelled(cursor).encode())
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only, never files or pictures."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text whole, where this view can show it and a template may hold it."""
        if why := self.why_not(self.textCursor(), source):
            self.not_put.emit(why)
        else:
            self.put_down(source)

    def why_not(self, cursor: QTextCursor, data: QMimeData) -> str:
        """Return a sentence why `data` cannot be put where `cursor` is, else ""."""
        if data.hasFormat(FIELD):
            return ""
        there, chosen = source_of_document(self.document()), source_chosen(cursor)
        if not is_room(_source(data), MAX_SOURCE, there=there, chosen=chosen):
            return too_long(MAX_SOURCE)
        why = easy_insert.why_not(cursor, _source(data))
        return _(why) if why else ""

    def put_down(self, data: QMimeData) -> None:
        """Put `data` where the cursor is."""
        if data.hasFormat(FIELD):
            self.insert_field(carried(data))
            return
        cursor = self.textCursor()
        bold = False if data.hasFormat(PIECES) else None  # such pieces say themselves what is bold
        self._tell(easy_insert.paste(cursor, _source(data), bold=bold))
        self.write_from(cursor)


def _source(data: QMimeData) -> str:
    """Return what is pasted as a template spells it, else its words."""
    pieces = bytes(data.data(PIECES).data()).decode(errors="replace") if data.hasFormat(PIECES) else ""
    return (pieces or data.text()).replace("\r\n", "\n")
