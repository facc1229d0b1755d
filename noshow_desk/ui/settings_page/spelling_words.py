"""The card on which the words that the spell check was taught are listed, added and taken out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QWidget

from noshow_desk.coaching.spelling import LONGEST_WORD
from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.services import spelling_words
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.base import line_height, paint_text
from noshow_desk.ui.kit.buttons import Button, SecondaryButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.lines import LineField
from noshow_desk.ui.kit.list_base import Index, mark_of, paint_ground
from noshow_desk.ui.kit.row_list import RowDelegate, RowItem, RowModel, RowRole, RowView
from noshow_desk.ui.theme import current_look

MOST_ROWS = 6  # on show at once; the list scrolls


class WordDelegate(RowDelegate):
    """Draws a word on a line of its own."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        look = current_look()
        return QSize(look.px(120), line_height(look.font("body")) + look.px(12))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, mark = current_look(), mark_of(self.parent(), index)
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, mark)
        color = look.color("selected_text" if mark.selected else "text")
        paint_text(painter, rect.adjusted(10, 0, -10, 0), index.data(RowRole).title, look.font("body"), color)
        painter.restore()


class WordList(RowView):
    """The words; it is as high as they need, up to MOST_ROWS of them. `deleted`: the Delete key was used."""

    deleted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(WordDelegate(self))

    def fit(self) -> None:
        """Take the height of the rows that are there."""
        rows = min(self.model().rowCount(), MOST_ROWS)
        self.setFixedHeight(rows * self.gridSize().height() + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of the Delete key."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
            return
        super().keyPressEvent(event)

    def restyle(self) -> None:
        """Take another height with larger letters."""
        super().restyle()
        if self.model() is not None:
            self.fit()


class SpellingWordsCard(Card):
    """Adds and takes out words of the spell check; Enter adds, Delete in the list takes out."""

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(_("Words you added to the spell check"), "spell-check", parent)
        self._desk, self._bridge = desk, bridge
        self.word = LineField(limit=LONGEST_WORD)
        self.field = Field(_("Another word"), self.word)
        self.add_button = SecondaryButton(_("Add"), "plus")
        self.model = RowModel(parent=self)
        self.list = WordList(_("Words you added to the spell check"))
        self.list.setModel(self.model)
        self.take_out_button = SecondaryButton(_("Take out"))
        hint = _(
            "They are not marked in any paper, English or Spanish. Where a word is marked, its menu adds it, "
            "too. Names inside a sentence are never marked and need not be added."
        )
        self.add(PlainLabel(hint, "hint", "muted", wrap=True))
        self.add(self.field)
        self._add_row(self.add_button)
        self.add(self.list)
        self._add_row(self.take_out_button)
        self._connect()
        self.reload()

    def _add_row(self, button: Button) -> None:
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        self.add(row)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add_clicked)
        self.word.returnPressed.connect(self._on_add_clicked)
        self.list.deleted.connect(self._on_take_out_clicked)
        self.take_out_button.clicked.connect(self._on_take_out_clicked)

    def reload(self) -> None:
        """List the words that are there now; the place in the list stays."""
        words = spelling_words.added_words(self._desk)
        at = max(self.list.currentIndex().row(), 0)
        self.model.show_rows([RowItem(word, word) for word in words])
        self.list.setVisible(bool(words))
        self.take_out_button.setVisible(bool(words))
        if words:
            self.list.pick(min(at, len(words) - 1))
            self.list.fit()

    def _on_add_clicked(self) -> None:
        try:
            changes = spelling_words.add_word(self._desk, word=self.word.value())
        except UserError as trouble:
            self.field.show_error(trouble.sentence)
            self.word.setFocus()
            return
        self.field.show_error("")
        self.word.clear()
        self._bridge.changed.emit(changes)
        self.reload()
        self.word.setFocus()

    def _on_take_out_clicked(self) -> None:
        if not self.list.key():
            return
        take_out = partial(spelling_words.take_out_word, self._desk, word=self.list.key())
        self._bridge.run(take_out)
        self.reload()
        (self.list if self.model.rowCount() else self.word).setFocus()
