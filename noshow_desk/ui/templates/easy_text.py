"""The text of the Easy view as its menus know it: fields and frames are put in, what is chosen goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QTextEdit

from noshow_desk.i18n import N_, _
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.ui.kit.base import Painted
from noshow_desk.ui.templates import easy_acts, easy_choice, easy_insert, easy_typed
from noshow_desk.ui.templates.easy_document import (
    Pill,
    airy_lines,
    is_inside_bold,
    one_act,
    pills_in,
    plain_format,
)
from noshow_desk.ui.templates.easy_lines import is_mark_line

_CHOSEN = N_(
    "All that belongs together here is chosen: press again to delete it with its words. Its menu (Alt+Down) "
    "takes a frame away and keeps the words."
)

_LINES = (QKeySequence.StandardKey.InsertParagraphSeparator, QKeySequence.StandardKey.InsertLineSeparator)


_NOWHERE = (-1, -1)


class EasyText(Painted, QTextEdit):
    """A text of words and pills; `not_put` says why something could not be put in, or taken away."""

    not_put = Signal(str)
    _written_to = _NOWHERE  # where the last step of undo that was typed ends, and goes on

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
        begins = any(event.matches(key) for key in _LINES)
        with self._one_step(_types(event), begins=begins):
            if begins and not self.isReadOnly():
                self._begin_line()
            else:
                super().keyPressEvent(event)
        if event.text() in easy_typed.ENDS and not self.isReadOnly():
            self.change(easy_typed.become)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Compose over what is chosen in the same way."""
        with self._one_step(bool(event.commitString() or event.preeditString())):
            super().inputMethodEvent(event)

    def _begin_line(self) -> None:
        """Begin a new line; on an empty one Qt would at first only take the format of the line away."""
        cursor = self.textCursor()
        with one_act(cursor):
            cursor.insertBlock(airy_lines(), plain_format(bold=is_inside_bold(cursor)))
        self.write_from(cursor)
        self.ensureCursorVisible()

    @contextmanager
    def _one_step(self, writes: bool, *, begins: bool = False) -> Iterator[None]:
        """Let what is written over a choice, or beside a mark that then gets its line back, be one step of
        undo, and what is written on there too, unless it `begins` a line.
        """
        cursor, before = self.textCursor(), self._here()
        chosen, beside = cursor.hasSelection(), is_mark_line(cursor.block())
        again = not begins and not chosen and self._written_to == before
        if writes and not chosen and not self.isReadOnly():
            self.write_from(cursor)  # Qt forgets how to write at a key that leads nowhere
        if not writes or self.isReadOnly() or not (chosen or beside or again):
            yield
            return
        if again:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        if chosen:
            self._take_away(cursor)
        try:
            yield
        finally:
            cursor.endEditBlock()
            if self._here()[1] != before[1]:  # else there is no step to go on with
                self._written_to = _NOWHERE if begins else self._here()

    def _here(self) -> tuple[int, int]:
        """Return where the cursor is in which state of the text."""
        return self.textCursor().position(), self.document().revision()

    def delete_chosen(self) -> None:
        """Take what is chosen away; where that is no more than an edge of a frame, choose all of that frame
        instead: it goes when this is asked again.
        """
        cursor = self.textCursor()
        mark = easy_choice.mark_alone(cursor)
        if mark is None:
            self._take_away(cursor)
        else:
            self.choose_all_of(mark)

    def choose_all_of(self, mark: Pill) -> None:
        """Choose the frame, or the "otherwise", that a mark belongs to, and say what can be done now."""
        self.choose(*easy_choice.whole(self.document(), mark))
        self._tell(_CHOSEN)

    def _take_away(self, cursor: QTextCursor) -> None:
        self._tell(easy_choice.remove(cursor))
        self.write_from(cursor)


def _types(event: QKeyEvent) -> bool:
    """Say whether a key writes a letter or begins a line; Ctrl with Alt writes one on some keyboards."""
    held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
    begins = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    writes = event.text().isprintable() or event.text() == "\t" or begins
    return bool(event.text()) and writes and held != Qt.KeyboardModifier.ControlModifier
