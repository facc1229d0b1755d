"""The text of the Easy view as its menus know it: fields can be put in, and frames around words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

from noshow_desk.domain.template import MAX_SOURCE
from noshow_desk.i18n import _
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.kit.base import Painted
from noshow_desk.ui.kit.fitting import is_room, too_long
from noshow_desk.ui.templates import easy_acts, easy_insert
from noshow_desk.ui.templates.easy_document import (
    is_inside_bold,
    pills_in,
    plain_format,
    source_chosen,
    source_of_document,
)


class EasyText(Painted, QTextEdit):
    """A text of words and pills; `not_put` says why something could not be put in."""

    not_put = Signal(str)

    def insert_field(self, name: str) -> None:
        """Put a field where the cursor is; what asks with "only if", or repeats, gets a frame."""
        cursor = self.textCursor()
        self._tell(easy_insert.insert_field(cursor, name))
        self.write_from(cursor)
        self.setFocus()

    def wrap(self, name: str) -> None:
        """Put an "only if" of this field around what is chosen."""
        cursor = self.textCursor()
        self._tell(easy_insert.wrap(cursor, name))
        self.write_from(cursor)
        self.setFocus()

    def change(self, act: Callable[..., object], *what: object) -> object:
        """Do one of `easy_acts` with the cursor, which goes where that leaves it; return what it returns."""
        cursor, bar = self.textCursor(), self.verticalScrollBar()
        seen = bar.value()
        done = act(cursor, *what)
        bar.setValue(seen)
        self.write_from(cursor)
        return done

    def _tell(self, message: str) -> None:
        if message:
            self.not_put.emit(_(message))

    def write_from(self, cursor: QTextCursor) -> None:
        """Put the cursor here, to type plain words, bold ones in bold."""
        self.setTextCursor(cursor)
        if not cursor.hasSelection():
            self.setCurrentCharFormat(plain_format(bold=is_inside_bold(cursor)))

    def choose(self, start: int, end: int) -> None:
        """Choose what stands between two positions."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def go_to(self, problem: TemplateProblem) -> None:
        """Choose what is wrong, a pill or what was typed; where it is not known go to its line."""
        block = self.document().findBlockByNumber(max(problem.line - 1, 0))
        pill = next((one for one in pills_in(block) if one.names(problem.wrong)), None)
        typed = self.document().find(problem.wrong, block.position()) if problem.wrong else QTextCursor()
        if pill is not None:
            self.choose(pill.start, pill.end)
        elif typed.block() == block:
            self.setTextCursor(typed)
        else:
            self.setTextCursor(QTextCursor(block))
        self.setFocus()

    def turn_bold(self) -> None:
        """Make what is chosen bold, or plain again; without a choice the word at the cursor."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        easy_acts.turn_bold(cursor)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type over what is chosen as words, also where that began with a pill."""
        with self._over_choice(_types(event)):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose over what is chosen in the same way."""
        with self._over_choice(bool(event.commitString() or event.preeditString())):
            super().inputMethodEvent(event)

    @contextmanager
    def _over_choice(self, writes: bool) -> Iterator[None]:
        """Take what is chosen away before something is written there, in one step of undo."""
        cursor = self.textCursor()
        if not writes or not cursor.hasSelection():
            yield
            return
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self.write_from(cursor)
        try:
            yield
        finally:
            cursor.endEditBlock()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the words as they are spelled in a template: pasted here they are pills again."""
        data = QMimeData()
        data.setText(source_chosen(self.textCursor()))
        return data

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text only, never files or pictures."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text whole, where this view can show it and a template may hold it."""
        text = source.text().replace("\r\n", "\n")
        cursor = self.textCursor()
        there, chosen = source_of_document(self.document()), source_chosen(cursor)
        if not is_room(text, MAX_SOURCE, there=there, chosen=chosen):
            self.not_put.emit(too_long(MAX_SOURCE))
            return
        self._tell(easy_insert.paste(cursor, text))
        self.write_from(cursor)

    def dropEvent(self, event: QDropEvent) -> None:
        """Look first whether what is dragged has a place here: Qt takes it away before it puts it down."""
        place = self.cursorForPosition(event.position().toPoint())
        why = easy_insert.why_not(place, event.mimeData().text())
        if not why:
            super().dropEvent(event)
            return
        self.dragLeaveEvent(QDragLeaveEvent())  # shows the cursor where it was
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.ignore()
        self._tell(why)


def _types(event: QKeyEvent) -> bool:
    """Say whether a key writes a letter; Ctrl with Alt writes one on some keyboards."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    return bool(event.text()) and event.text().isprintable() and held != Qt.KeyboardModifier.ControlModifier
