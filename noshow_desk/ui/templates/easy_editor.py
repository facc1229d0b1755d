"""The Easy view of a template: words, pills for fields and frames for "only if"; never a brace."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from noshow_desk.i18n import _
from noshow_desk.letters.easy import Piece, pieces_of
from noshow_desk.letters.problem import TemplateProblem, excerpt
from noshow_desk.ui.templates import easy_acts
from noshow_desk.ui.templates.easy_document import (
    Pill,
    airy_lines,
    is_inside_bold,
    pill_at,
    pill_beside,
    pills,
    pills_in,
    plain_format,
    put,
    source_of_document,
)
from noshow_desk.ui.templates.easy_lines import MARKS, marks_alone, part_from_words, steps_over
from noshow_desk.ui.templates.easy_marks import EasyMarks, words_alone
from noshow_desk.ui.templates.easy_menu import pill_menu, selection_menu
from noshow_desk.ui.templates.easy_offers import EasyOffers
from noshow_desk.ui.templates.easy_paint import Frame, frames_of, paint_frames, paint_pills
from noshow_desk.ui.templates.offers import OFFER_KEYS

MARGIN = 16
_MENU_KEYS = frozenset({Qt.Key.Key_Menu, Qt.Key.Key_Down})


class EasyEditor(EasyOffers):
    """Edits a template as words and pills; `edited` comes with every change by the person. Tab leaves it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Text of the template"))
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(MARGIN)
        self.spelling = EasyMarks(self.document(), words_alone)
        self._wrong: dict[int, frozenset[str]] = {}
        self._known = ""
        self._last = 0
        self._alone: frozenset[int] = frozenset()  # the marks that have their line to themselves
        self._frames: list[Frame] | None = None  # None: to be looked up before they are drawn
        self._busy = False
        self._connect()

    def _connect(self) -> None:
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_cursor_moved)
        self.selectionChanged.connect(self._on_selection_changed)

    def restyle(self) -> None:
        """Show the text in the fonts and colours of the present look."""
        super().restyle()
        self.spelling.rehighlight()

    def value(self) -> str:
        """Return the text of the template."""
        return source_of_document(self.document())

    def set_value(self, text: str, *, goes_on: bool = False) -> None:
        """Show `text` without telling anyone; where it `goes_on` from what is shown, as one step of undo.
        Raises NotEasy when it holds more than this view can show.
        """
        pieces = pieces_of(text)
        if text == self._known:
            return
        self._known = text
        if goes_on:
            self._busy = True
            self.change(easy_acts.replace_all, text)
            self._alone = marks_alone(self.document())
            self._busy = False
        else:
            self._show(pieces)

    def _show(self, pieces: Sequence[Piece]) -> None:
        self._busy = True
        self.document().clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(airy_lines())
        put(cursor, pieces)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._alone = marks_alone(self.document())
        self._busy = False
        self._on_selection_changed()

    def show_problems(self, problems: Sequence[TemplateProblem]) -> None:
        """Mark the pills that `problems` are about."""
        wrong: dict[int, frozenset[str]] = {}
        for problem in problems:
            if problem.wrong:
                wrong[problem.line] = wrong.get(problem.line, frozenset()) | {problem.wrong}
        self._wrong = wrong
        self.viewport().update()

    def fix(self, problem: TemplateProblem) -> bool:
        """Replace what is wrong by what was meant, in its pill or where it was typed; False when it is not
        there any more.
        """
        block = self.document().findBlockByNumber(problem.line - 1)
        for pill in pills_in(block):
            found = pill.names(problem.wrong)
            if found:
                meant = pill.spelling[: found.start()] + problem.suggestion + pill.spelling[found.end() :]
                self.change(easy_acts.respell, pill, meant)
                return True
        typed = (problem.line, problem.column, problem.wrong, problem.suggestion)
        return bool(problem.wrong and self.change(easy_acts.mend, *typed))

    def words_at(self, problem: TemplateProblem) -> str:
        """Return the words around `problem` as they are read here; "" where its line is not known."""
        words = self.document().findBlockByNumber(problem.line - 1).text()
        return excerpt(words, problem.wrong)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a pill as one thing; Ctrl+Space offers fields, the menu key what can be done here, and
        Ctrl+B makes bold. A text that is only looked at is walked through and copied.
        """
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if self._offers.is_open() and event.key() in OFFER_KEYS:
            event.ignore()
            return
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.offer_fields()
        elif event.key() in _MENU_KEYS and (alt or event.key() == Qt.Key.Key_Menu):
            self._open_menu(self.viewport().mapToGlobal(self.cursorRect().bottomLeft()))
        elif event.matches(QKeySequence.StandardKey.Bold):
            self.turn_bold()
        else:
            deletes = event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
            if not (deletes and self._takes_whole(before=event.key() == Qt.Key.Key_Backspace)):
                super().keyPressEvent(event)
            self.narrow_offers()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Choose a whole pill."""
        pill = pill_at(self.document(), self.cursorForPosition(event.position().toPoint()).position())
        if pill is None:
            super().mouseDoubleClickEvent(event)
        else:
            self.choose(pill.start, pill.end)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the pill under the pointer, or with the choice; what is only looked at
        can be copied.
        """
        if self.isReadOnly():
            super().contextMenuEvent(event)
            return
        on_word = False
        if not self.textCursor().hasSelection():
            on_word = self._is_misspelt_at(event.pos())
            self.setTextCursor(self.cursorForPosition(event.pos()))
        self._open_menu(event.globalPos(), on_word=on_word)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw frames and grounds, and the words over them."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        if self._frames is None:
            self._frames = frames_of(self.document())
        paint_frames(painter, self.document(), self._frames, self.viewport().width())
        for block in self._lines_in(event.rect()):
            paint_pills(painter, block, self._wrong.get(block.blockNumber() + 1, frozenset()))
        painter.end()
        super().paintEvent(event)

    def _lines_in(self, part: QRect) -> Iterator[QTextBlock]:
        """Yield the lines that show in a part of the viewport, and those beside: grounds reach over lines."""
        layout, top = self.document().documentLayout(), self.verticalScrollBar().value()
        block = self.cursorForPosition(part.topLeft() - QPoint(0, MARGIN)).block()
        while block.isValid() and layout.blockBoundingRect(block).top() <= top + part.bottom() + MARGIN:
            yield block
            block = block.next()

    def _takes_whole(self, *, before: bool) -> bool:
        """Take away what is chosen or the field beside the cursor, as a whole; choose a frame whose mark is
        there; step over a line break that stays. Say whether it was one of these.
        """
        cursor = self.textCursor()
        pill = pill_beside(self.document(), cursor.position(), before=before)
        if cursor.hasSelection():
            self.delete_chosen()
        elif pill is not None and pill.kind in MARKS:
            self.choose_all_of(pill)
        elif pill is not None:
            self.choose(pill.start, pill.end)
            self.delete_chosen()
        elif steps_over(cursor, before=before):
            self.setTextCursor(cursor)
        else:
            return False
        return True

    def _pill_here(self) -> Pill | None:
        cursor = self.textCursor()
        at = cursor.selectionStart()
        beside = pill_beside(self.document(), at, before=False)
        return beside or pill_beside(self.document(), cursor.selectionEnd(), before=True)

    def _is_misspelt_at(self, point: QPoint) -> bool:
        """Say whether a misspelt word is at a point, and not only beside the pill that is there."""
        cursor = self.cursorForPosition(point)
        left = point.x() < self.cursorRect(cursor).x() and not cursor.atBlockStart()
        letter = cursor.position() - left
        wrong, inside = self.spelling.at(letter), letter - cursor.block().position()
        return wrong is not None and inside < wrong.end

    def _open_menu(self, at: QPoint, *, on_word: bool = False) -> None:
        pill, cursor = None if on_word else self._pill_here(), self.textCursor()
        only_pill = pill is not None and (not cursor.hasSelection() or cursor.selectionStart() == pill.start)
        if pill is not None and only_pill:
            menu = pill_menu(self, pill)
        else:
            menu = selection_menu(self)
            self.spelling.add_to_menu(menu, cursor.selectionStart())
        menu.popup(at)

    def _on_cursor_moved(self) -> None:
        if self._busy:
            return
        cursor = self.textCursor()
        pill = pill_at(self.document(), cursor.position())
        if pill is not None and pill.whole:  # else words came into its run that are parted from it next
            onward = cursor.position() >= self._last
            mode = (
                QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
            )
            cursor.setPosition(pill.end if onward else pill.start, mode)
            self._last = cursor.position()
            self.setTextCursor(cursor)
        self._last = cursor.position()
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        """Type plain words beside a pill, also where a choice was given up without moving; bold in bold."""
        cursor = self.textCursor()
        if not self._busy and not cursor.hasSelection():
            self.setCurrentCharFormat(plain_format(bold=is_inside_bold(cursor)))

    def _on_text_changed(self) -> None:
        self._frames = None
        if self._busy:
            return
        there = tuple(pills(self.document()))  # once: it is all of the text at each key
        if not self.document().isRedoAvailable():  # what undo brings back was whole
            self._busy = True
            if easy_acts.repair(self.document(), there):
                there = tuple(pills(self.document()))
            if self._part_from_words(there):
                there = tuple(pills(self.document()))
            self._busy = False
        self._alone = marks_alone(self.document(), there)
        text = self.value()
        if text != self._known:
            self._known = text
            self.edited.emit()

    def _part_from_words(self, there: Sequence[Pill]) -> bool:
        """Give marks of a frame their line back; the cursor goes with the words that came there. `there` are
        the pills of the text; say whether it changed.
        """
        cursor = self.textCursor()
        cursor.setKeepPositionOnInsert(True)
        parted = part_from_words(self.document(), self._alone, there)
        cursor.setKeepPositionOnInsert(False)
        if parted:
            cursor.setPosition(cursor.position())  # its other end went with the mark
            self.write_from(cursor)
            self._last = cursor.position()
            self.offer_from(cursor.block().position())
        return parted
