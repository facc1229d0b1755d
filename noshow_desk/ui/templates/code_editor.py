"""The editor of a template's text: line numbers, colours, problems at their place, completion of fields."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from noshow_desk.domain.template import MAX_SOURCE
from noshow_desk.i18n import _
from noshow_desk.letters.problem import TemplateProblem
from noshow_desk.letters.row_fields import row_fields
from noshow_desk.letters.variables import VARIABLES
from noshow_desk.ui.kit.base import Painted
from noshow_desk.ui.kit.clipboard import PIECES
from noshow_desk.ui.kit.fitting import put_whole, too_long
from noshow_desk.ui.kit.qt_places import between, in_qt, qt_length
from noshow_desk.ui.templates.highlighter import TemplateHighlighter
from noshow_desk.ui.templates.offers import OFFER_KEYS, FieldOffers
from noshow_desk.ui.templates.palette import placed
from noshow_desk.ui.theme import current_look


class CodeEditor(Painted, QPlainTextEdit):
    """Edits a template; `edited` comes with every change by the person, `not_put` says why something could
    not be put in. Tab leaves the field.
    """

    edited = Signal()
    not_put = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Text of the template"))
        self.setTabChangesFocus(True)
        self.setProperty("code", True)
        self.highlighter = TemplateHighlighter(self.document())
        self._problem_lines: frozenset[int] = frozenset()
        self._known = ""
        self.numbers = LineNumbers(self)
        self._offers = FieldOffers((), self)
        self._connect()
        self.restyle()

    def _connect(self) -> None:
        self.blockCountChanged.connect(self._on_block_count_changed)
        self.updateRequest.connect(self._on_update_request)
        self.textChanged.connect(self._on_text_changed)
        self._offers.activated.connect(self._on_offers_activated)

    def restyle(self) -> None:
        """Take fonts and colours of the present look."""
        super().restyle()
        self.setFont(current_look().font("code"))
        self._on_block_count_changed(0)
        self.highlighter.rehighlight()

    def value(self) -> str:
        """Return the text."""
        return _text_of(self.document().toRawText())

    def set_value(self, text: str) -> None:
        """Show `text` without telling anyone."""
        if text != self.value():
            self._known = text
            self.setPlainText(text)

    def show_problems(self, problems: Sequence[TemplateProblem]) -> None:
        """Mark problems in the text and beside their line."""
        self.highlighter.show_problems(problems)
        self._problem_lines = frozenset(problem.line for problem in problems)
        self.numbers.update()

    def has_problem(self, line: int) -> bool:
        """Say whether there is a problem in `line` (from 1)."""
        return line in self._problem_lines

    def insert_field(self, name: str) -> None:
        """Put a field where the cursor is; inside braces only its name."""
        inside = self._inside_braces()
        self.textCursor().insertText(name if inside else placed(name))
        self.setFocus()

    def fix(self, problem: TemplateProblem) -> bool:
        """Replace what is wrong by what was meant; False when the place has changed meanwhile."""
        block = self.document().findBlockByNumber(problem.line - 1)
        start = in_qt(block.text(), max(problem.column - 1, 0))
        end = start + qt_length(problem.wrong)
        if not block.isValid() or between(block.text(), start, end) != problem.wrong:
            return False
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(problem.suggestion)
        return True

    def go_to(self, line: int, column: int) -> None:
        """Put the cursor at a place (both from 1)."""
        block = self.document().findBlockByNumber(max(line - 1, 0))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + in_qt(block.text(), max(column - 1, 0)))
        self.setTextCursor(cursor)
        self.setFocus()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text only, whole, and no more than a template may hold."""
        pieces = bytes(source.data(PIECES).data()).decode(errors="replace")
        if source.hasText() and not put_whole(self, pieces or source.text(), MAX_SOURCE):
            self.not_put.emit(too_long(MAX_SOURCE))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the text as it is; Qt would make plain blanks of those at which no line may break."""
        data = QMimeData()
        data.setText(_text_of(self.textCursor().selectedText()))
        return data

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Space offers the fields; Enter and Tab belong to the offers while they are open."""
        if self._offers.is_open() and event.key() in OFFER_KEYS:
            event.ignore()
            return
        if self.isReadOnly():
            super().keyPressEvent(event)
            return
        if event.key() == Qt.Key.Key_Space and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._offer()
            return
        super().keyPressEvent(event)
        if self._offers.is_open():
            self._offer()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Say what may be meant by a misspelt word, above what can be done with any text."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not self.isReadOnly():
            self.highlighter.add_to_menu(menu, self.cursorForPosition(event.pos()).position())
        menu.popup(event.globalPos())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the numbers at the left edge."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self.numbers.setGeometry(QRect(area.left(), area.top(), self.numbers.width_needed(), area.height()))

    def _offer(self) -> None:
        if not self._offers.is_open():
            of_rows = (one.name for one in row_fields(self._before()))
            self._offers.show_names([*of_rows, *(row.name for row in VARIABLES)])
        self._offers.offer(self._word(), self.cursorRect())

    def _before(self) -> str:
        return between(_text_of(self.document().toRawText()), 0, self.textCursor().position())

    def _word(self) -> str:
        cursor = self.textCursor()
        before = between(cursor.block().text(), 0, cursor.positionInBlock())
        word = ""
        for letter in reversed(before):
            if not (letter.isalnum() or letter in "._"):
                break
            word = letter + word
        return word

    def _inside_braces(self) -> bool:
        cursor = self.textCursor()
        before = between(cursor.block().text(), 0, cursor.positionInBlock())
        return max(before.rfind("{{"), before.rfind("{%")) > max(before.rfind("}}"), before.rfind("%}"))

    def _on_offers_activated(self, name: str) -> None:
        word = self._word()
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(word))
        cursor.removeSelectedText()
        self.setTextCursor(cursor)
        self.insert_field(name)

    def _on_block_count_changed(self, _count: int) -> None:
        self.setViewportMargins(self.numbers.width_needed(), 0, 0, 0)

    def _on_update_request(self, rect: QRect, dy: int) -> None:
        if dy:
            self.numbers.scroll(0, dy)
        else:
            self.numbers.update(0, rect.y(), self.numbers.width(), rect.height())

    def _on_text_changed(self) -> None:
        # Colouring a line counts as a change of the text for Qt; only other words are one for us.
        if self.value() != self._known:
            self._known = self.value()
            self.edited.emit()

    def visible_lines(self) -> list[tuple[int, QRect]]:
        """Return the number (from 1) and place of each line on show."""
        block, lines = self.firstVisibleBlock(), []
        bottom = self.viewport().height()
        while block.isValid():
            box = self.blockBoundingGeometry(block).translated(self.contentOffset())
            if box.top() > bottom:
                break
            lines.append((block.blockNumber() + 1, box.toRect()))
            block = block.next()
        return lines


def _text_of(raw: str) -> str:
    """Return what Qt keeps of a text with its line breaks."""
    return raw.replace("\u2029", "\n").replace("\u2028", "\n")


class LineNumbers(QWidget):
    """The numbers at the left of the editor; a line with a problem is red, and says so by a mark too."""

    def __init__(self, editor: CodeEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def width_needed(self) -> int:
        """Return the width that the longest number takes."""
        digits = len(str(max(1, self._editor.blockCount())))
        return self._editor.fontMetrics().horizontalAdvance("9") * (digits + 1) + current_look().px(20)

    def sizeHint(self) -> QSize:
        """Return as wide as needed."""
        return QSize(self.width_needed(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines on show."""
        look = current_look()
        painter = QPainter(self)
        painter.fillRect(event.rect(), look.color("code"))
        painter.setFont(look.font("hint"))
        height = self._editor.fontMetrics().height()
        for line, box in self._editor.visible_lines():
            wrong = self._editor.has_problem(line)
            if wrong:
                painter.fillRect(QRect(0, box.top(), self.width(), box.height()), look.color("code_error"))
            painter.setPen(look.color("code_error_text" if wrong else "code_number"))
            place = QRect(0, box.top(), self.width() - look.px(10), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, f"! {line}" if wrong else str(line))
        painter.end()
