"""Fields to type or choose in; the wheel never changes a value, pasted text is plain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QSizePolicy, QStyledItemDelegate, QWidget

from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import Painted, antialiased, line_height, mark_wrong, text_width
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.lines import LineField, PhoneField, SearchBox
from noshow_desk.ui.theme import current_look

if TYPE_CHECKING:
    from noshow_desk.ui.kit.spell_marks import SpellMarks
    from noshow_desk.ui.word_book import WordBook

__all__ = ["ComboField", "LineField", "PhoneField", "SearchBox", "TextField"]


class TextField(Painted, QPlainTextEdit):
    """Several lines of plain text; grows from `lines` to `most` lines with what is typed. Tab leaves it."""

    edited = Signal(str)

    def __init__(
        self,
        text: str = "",
        *,
        lines: int = 2,
        most: int = 10,
        placeholder: str = "",
        limit: int = 20_000,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._most, self._limit, self._silent = lines, most, limit, False
        self._spelling: SpellMarks | None = None
        self._known = ""
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.updateGeometry)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self.textChanged.connect(self._on_text_changed)
        self.set_value(text)

    def value(self) -> str:
        """Return the text without blanks at its ends."""
        return self.toPlainText().strip()

    def set_value(self, text: str) -> None:
        """Show `text` without telling anyone; what is already there keeps its cursor and undo."""
        if text != self.value():
            self._silent = True
            self.setPlainText(text)
            self._silent = False

    def set_wrong(self, wrong: bool) -> None:
        """Show the field as one to look at again."""
        mark_wrong(self, wrong)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Put plain text in whole; what does not fit stays out, and the window says so."""
        from noshow_desk.ui.kit.fitting import put_whole, tell_in_window, too_long  # deferred: on request

        if source.hasText() and not put_whole(self, source.text(), self._limit):
            tell_in_window(self, too_long(self._limit))

    def check_spelling(self, language: str, known: Sequence[str] = (), book: WordBook | None = None) -> None:
        """Mark misspelt words in this language, and say in the menu what may be meant; `known` names pass,
        and so do the words of `book`.
        """
        if self._spelling is None:
            from noshow_desk.ui.kit.spell_marks import SpellMarks  # deferred: only where letters are written

            self._spelling = SpellMarks(self.document())
        self._spelling.check(language, known, book)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._spelling is not None and not self.isReadOnly():
            self._spelling.add_to_menu(menu, self.cursorForPosition(event.pos()).position())
        menu.popup(event.globalPos())

    def sizeHint(self) -> QSize:
        shown = min(max(self._line_count(), self._lines), self._most)
        return QSize(current_look().px(240), shown * line_height(self.font()) + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_look().px(120), self._lines * line_height(self.font()) + 20)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._on_size_changed()  # Qt does not tell of lines that became fewer

    def _line_count(self) -> int:
        # A plain text edit measures its document in lines, not in pixels.
        return round(self.document().documentLayout().documentSize().height())

    def _on_size_changed(self) -> None:
        # A bar that comes while the field still grows takes width, and with it one more line.
        full = self._line_count() > self._most
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if full else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != bar:
            self.setVerticalScrollBarPolicy(bar)
        # Lines wrap anew while the layout gives the field its width; Qt drops a wish for another height then.
        self._fitting.start()

    def _on_text_changed(self) -> None:
        # A wave under a word counts as a change of the text for Qt; only other words are one for us.
        text = self.toPlainText()
        if text != self._known:
            self._known = text
            if not self._silent:
                self.edited.emit(text)


class ComboField(Painted, QComboBox):
    """One of a list that may be long; `chosen` tells the value the person picked."""

    chosen = Signal(object)

    def __init__(
        self, choices: Sequence[Choice] = (), *, value: object = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(14)
        self.setItemDelegate(
            QStyledItemDelegate(self)
        )  # Qt's own for combos ignores the padding of the sheet
        self.set_choices(choices)
        self.set_value(value)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other choices; the chosen value stays where it still exists."""
        value = self.value()
        self.clear()
        self._values = [choice.value for choice in choices]
        for choice in choices:
            self.addItem(choice.text)
        self.set_value(value)

    def value(self) -> object:
        """Return the chosen value, None when nothing is chosen."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_value(self, value: object) -> None:
        """Choose `value` without telling anyone."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def sizeHint(self) -> QSize:
        look = current_look()
        widest = max((text_width(self.itemText(at), self.font()) for at in range(self.count())), default=0)
        return QSize(
            max(look.px(96), min(widest + look.px(48), look.px(300))), line_height(self.font()) + look.px(16)
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = current_look()
        painter = antialiased(self)
        side = look.px(16)
        color = look.color("text" if self.isEnabled() else "disabled")
        paint_icon(painter, "chevron-down", color, self.width() - side - 8, (self.height() - side) / 2, side)
        painter.end()

    def _on_activated(self, _at: int) -> None:
        self.chosen.emit(self.value())
