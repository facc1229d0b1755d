"""What is carried into the Easy view and out of it: copied, cut, pasted, dragged and dropped.

Fields and frames travel as a template spells them, beside words that anybody can read: put down in a
template they are pills again, anywhere else they are "[First name]".
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent, QKeySequence, QTextCursor

from noshow_desk.domain.template import MAX_SOURCE
from noshow_desk.i18n import _
from noshow_desk.ui.kit.clipboard import PIECES, copy_data
from noshow_desk.ui.kit.fitting import is_room, too_long
from noshow_desk.ui.templates import easy_choice, easy_insert
from noshow_desk.ui.templates.easy_document import pill_at, source_chosen, source_of_document
from noshow_desk.ui.templates.easy_text import EasyText
from noshow_desk.ui.templates.palette import FIELD, carried

_SWEEPS = (
    (QKeySequence.StandardKey.DeleteStartOfWord, QTextCursor.MoveOperation.PreviousWord),
    (QKeySequence.StandardKey.DeleteEndOfWord, QTextCursor.MoveOperation.NextWord),
    (QKeySequence.StandardKey.DeleteEndOfLine, QTextCursor.MoveOperation.EndOfBlock),
)


class EasyCarry(EasyText):
    """A text of words and pills that lends whole things and takes them in."""

    def copy(self) -> None:
        """Copy what is chosen, marked as all that is copied."""
        data = self.createMimeDataFromSelection()
        if data.text():
            copy_data(data)

    def cut(self) -> None:
        """Copy what is chosen and take it away."""
        self.copy()
        if not self.isReadOnly():
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
        if why := self._why_not(self.textCursor(), source):
            self.not_put.emit(why)
        else:
            self._put_down(source)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would be put down: beside a pill, never in one."""
        place = self.cursorRect(self._place(event.position().toPoint())).center()
        beside = QDragMoveEvent(
            place, event.possibleActions(), event.mimeData(), event.buttons(), event.modifiers()
        )
        beside.setDropAction(event.dropAction())
        super().dragMoveEvent(beside)
        event.setDropAction(beside.dropAction())
        event.setAccepted(beside.isAccepted())

    def dropEvent(self, event: QDropEvent) -> None:
        """Put down what was dragged as if it were pasted there, a field as if it were chosen in its list;
        what has no place here stays where it was.
        """
        self.dragLeaveEvent(QDragLeaveEvent())  # shows the cursor where it was
        place, data = self._place(event.position().toPoint()), event.mimeData()
        moved = QTextCursor(self.textCursor()) if self._is_own(event) else None
        over = moved is not None and moved.selectionStart() <= place.position() <= moved.selectionEnd()
        taken = not self.isReadOnly() and self.canInsertFromMimeData(data) and not over
        why = self._why_not(place, data) if taken else ""
        if not taken or why:
            event.setDropAction(Qt.DropAction.IgnoreAction)
            event.ignore()
            if why:
                self.not_put.emit(why)
            return
        event.acceptProposedAction()
        self._drop(data, place, moved)

    def _drop(self, data: QMimeData, place: QTextCursor, moved: QTextCursor | None) -> None:
        """Put `data` down at `place`; what is `moved` inside this text goes from where it was: one act."""
        self.setTextCursor(place)
        place.beginEditBlock()
        if moved is not None:
            easy_choice.remove(moved)
        self._put_down(data)
        place.endEditBlock()
        self.setFocus()

    def _is_own(self, event: QDropEvent) -> bool:
        """Say whether words of this text are moved inside it."""
        return event.source() is self.viewport() and event.dropAction() == Qt.DropAction.MoveAction

    def _place(self, point: QPoint) -> QTextCursor:
        """Return a cursor at `point`, at the nearer edge of a pill that is there."""
        place = self.cursorForPosition(point)
        pill = pill_at(self.document(), place.position())
        if pill is not None:
            nearer_start = place.position() - pill.start < pill.end - place.position()
            place.setPosition(pill.start if nearer_start else pill.end)
        return place

    def _why_not(self, cursor: QTextCursor, data: QMimeData) -> str:
        """Return a sentence why `data` cannot be put where `cursor` is, else ""."""
        if data.hasFormat(FIELD):
            return ""
        there, chosen = source_of_document(self.document()), source_chosen(cursor)
        if not is_room(_source(data), MAX_SOURCE, there=there, chosen=chosen):
            return too_long(MAX_SOURCE)
        why = easy_insert.why_not(cursor, _source(data))
        return _(why) if why else ""

    def _put_down(self, data: QMimeData) -> None:
        """Put `data` where the cursor is."""
        if data.hasFormat(FIELD):
            self.insert_field(carried(data))
            return
        cursor = self.textCursor()
        self._tell(easy_insert.paste(cursor, _source(data)))
        self.write_from(cursor)


def _source(data: QMimeData) -> str:
    """Return what is pasted as a template spells it, else its words."""
    pieces = bytes(data.data(PIECES).data()).decode(errors="replace") if data.hasFormat(PIECES) else ""
    return (pieces or data.text()).replace("\r\n", "\n")
