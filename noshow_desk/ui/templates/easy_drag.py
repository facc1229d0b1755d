"""What is dragged in the Easy view, out of it and into it: by the rules of what is cut, copied and pasted."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QApplication

from noshow_desk.i18n import N_
from noshow_desk.ui.templates import easy_choice
from noshow_desk.ui.templates.easy_carry import EasyCarry
from noshow_desk.ui.templates.easy_document import pill_at

_DRAG_WHOLE = N_(
    "What reaches over the edge of a frame is dragged with all of that frame, or its words would lose their "
    "condition."
)


class EasyDrag(EasyCarry):
    """A text of words and pills that can be dragged about in it; other programs only get a copy."""

    _held: QPointF | None = None  # where the pointer took hold of what is chosen

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is chosen, or begin to choose."""
        before = self.textCursor()
        super().mousePressEvent(event)
        cursor, shift = self.textCursor(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        kept = (before.anchor(), before.position()) == (cursor.anchor(), cursor.position())
        takes = event.button() == Qt.MouseButton.LeftButton and not shift
        self._held = event.position() if takes and kept and cursor.hasSelection() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken hold of. Qt would, where another program takes it, delete it here without a
        word, and half a frame with it.
        """
        if self._held is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
        elif (event.position() - self._held).manhattanLength() >= QApplication.startDragDistance():
            self._held = None
            self._drag()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = None
        super().mouseReleaseEvent(event)

    def _drag(self) -> None:
        """Drag what is chosen, frames whole; what is dropped in this text goes from where it was."""
        cursor, acts, act = self.textCursor(), Qt.DropAction.CopyAction, Qt.DropAction.CopyAction
        if not self.isReadOnly():
            whole = easy_choice.complete(cursor)
            self.setTextCursor(cursor)
            self._tell(_DRAG_WHOLE if whole else "")
            acts, act = acts | Qt.DropAction.MoveAction, Qt.DropAction.MoveAction
        if cursor.hasSelection():
            drag = QDrag(self.viewport())
            drag.setMimeData(self.createMimeDataFromSelection())
            drag.exec(acts, act)

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
        why = self.why_not(place, data) if taken else ""
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
        self.put_down(data)
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
