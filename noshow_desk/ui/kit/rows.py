"""A card of a few rows: icon, title, second line, chip and one action each. Long lists: row_list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.ui.kit.base import GRID
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.cards import Card
from noshow_desk.ui.kit.chips import Chip
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel
from noshow_desk.ui.theme import current_look

BESIDE_FROM = 400


@dataclass(frozen=True, slots=True)
class RowWords:
    """One row: `key` names the record, `action` the verb of its link ("" for none)."""

    key: str
    title: str
    second: str = ""
    icon: str = "circle"
    chip: str = ""
    chip_tone: str = "neutral"
    action: str = ""


class Row(QWidget):
    """One row of a card."""

    acted = Signal(str)

    def __init__(self, words: RowWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = words.key
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(PlainLabel(words.title, "strong", wrap=True))
        if words.second:
            texts.addWidget(PlainLabel(words.second, "hint", "muted", wrap=True))
        said, act = QHBoxLayout(), QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(IconLabel(words.icon, "muted", 20))
        said.addLayout(texts, 1)
        act.setSpacing(12)
        if words.chip:
            act.addWidget(Chip(words.chip, words.chip_tone), 0, Qt.AlignmentFlag.AlignVCenter)
        self.button = LinkButton(words.action)
        self.button.setAccessibleName(f"{words.action}: {words.title}")
        self.button.setMinimumWidth(124)
        act.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._parts.setContentsMargins(14, 9, 12, 9)
        self._parts.setSpacing(12)
        self._parts.addLayout(said, 1)
        self._parts.addLayout(act)
        # Only now: shown without a parent it would be a window of its own for a moment.
        self.button.setVisible(bool(words.action))
        self.button.clicked.connect(self._on_button_clicked)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_look().px(200), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put chip and button below the words where there is no room beside."""
        super().resizeEvent(event)
        narrow = self.width() < current_look().px(BESIDE_FROM)
        ways = QBoxLayout.Direction
        self._parts.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        self._parts.setSpacing(GRID if narrow else 12)

    def _on_button_clicked(self) -> None:
        self.acted.emit(self._key)


class RowList(Card):
    """Rows with lines between them; `acted` tells the key of the row whose action was used."""

    acted = Signal(str)

    def __init__(self, rows: Sequence[RowWords] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setContentsMargins(1, GRID, 1, GRID)
        self.body.setSpacing(0)
        self._shown: tuple[RowWords, ...] = ()
        self._parts: list[QWidget] = []  # rows and the lines between them
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[RowWords]) -> None:
        """Show `rows`; nothing happens when they are the ones on show."""
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        for part in self._parts:
            self.body.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for at, words in enumerate(rows):
            row = Row(words)
            row.acted.connect(self.acted)
            self._parts += [Divider(), row] if at else [row]
        for part in self._parts:
            self.body.addWidget(part)

    def first(self) -> QWidget | None:
        """Return the button of the first row, for the keyboard to start at."""
        row = self._parts[0] if self._parts else None  # not findChild: rows that left stay children a while
        return row.button if isinstance(row, Row) else None

    def count(self) -> int:
        """Return the number of rows on show."""
        return len(self._shown)


class Divider(QFrame):
    """A thin line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("ground", "divider")
