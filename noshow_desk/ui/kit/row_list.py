"""A long list: initials or icon, title, second line, chip; drawn by a delegate over any list model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import (
    line_height,
    one_line,
    paint_box,
    paint_text,
)
from noshow_desk.ui.kit.chips import chip_size, paint_chip
from noshow_desk.ui.kit.list_base import Index, ListBase, mark_of, paint_ground
from noshow_desk.ui.theme import current_look

# A model answers this role with a RowItem; a model of its own also answers AccessibleTextRole (`said`).
RowRole = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class RowItem:
    """One row; `initials` are drawn on a disc, otherwise `icon`, otherwise the text starts at the left."""

    key: str
    title: str
    second: str = ""
    initials: str = ""
    icon: str = ""
    chip: str = ""
    chip_tone: str = "neutral"

    def said(self) -> str:
        """Return what a screen reader says."""
        return ". ".join(one_line(part) for part in (self.title, self.chip, self.second) if part)


class RowModel(QAbstractListModel):
    """Rows held in memory; for lists of thousands write a model that fetches pages."""

    def __init__(self, rows: Sequence[RowItem] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[RowItem] = list(rows)

    def show_rows(self, rows: Sequence[RowItem]) -> None:
        """Replace all rows; same keys in the same order keep selection and place."""
        if [row.key for row in rows] == [row.key for row in self._rows] and rows:
            self._rows = list(rows)
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RowRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.title)
        return row.said() if role == Qt.ItemDataRole.AccessibleTextRole else None

    def row_of(self, key: str) -> int:
        """Return the row of `key`, -1 when it is not listed."""
        return next((at for at, row in enumerate(self._rows) if row.key == key), -1)


class RowDelegate(QStyledItemDelegate):
    """Draws a RowItem."""

    disc = 34

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        look = current_look()
        lines = line_height(look.font("card")) + line_height(look.font("hint"))
        return QSize(look.px(160), lines + look.px(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(RowRole)
        if not isinstance(row, RowItem):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(0, 2, 0, -2)
        mark = mark_of(self.parent(), index)
        selected = mark.selected
        paint_ground(painter, rect, mark)
        left = rect.x() + 10 + self._paint_mark(painter, rect, row, selected)
        self._paint_words(painter, rect.adjusted(left - rect.x(), 0, -10, 0), row, selected)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRectF, row: RowItem, selected: bool) -> float:
        look = current_look()
        side = look.px(self.disc)
        if row.initials:
            disc = QRectF(rect.x() + 10, rect.center().y() - side / 2, side, side)
            paint_initials(painter, disc, row.initials, ground="accent" if selected else "neutral")
            return side + 11
        if row.icon:
            icon = look.px(20)
            paint_icon(
                painter, row.icon, look.color("muted"), rect.x() + 12, rect.center().y() - icon / 2, icon
            )
            return icon + 14
        return 0

    def _paint_words(self, painter: QPainter, rect: QRectF, row: RowItem, selected: bool) -> None:
        look = current_look()
        title, second = look.font("strong"), look.font("hint")
        heights = line_height(title), line_height(second)
        top = rect.center().y() - (heights[0] + heights[1] + 2) / 2
        chip = chip_size(row.chip) if row.chip else QSize(0, 0)
        first = QRectF(rect.x(), top, rect.width() - chip.width() - (8 if row.chip else 0), heights[0])
        below = QRectF(rect.x(), top + heights[0] + 2, rect.width(), heights[1])
        text = look.color("selected_text" if selected else "text")
        quiet = text if selected and look.high_contrast else look.color("muted")
        paint_text(painter, first, row.title, title, text)
        paint_text(painter, below, row.second, second, quiet)
        if row.chip:
            middle = top + heights[0] / 2
            place = QRectF(
                rect.right() - chip.width(), middle - chip.height() / 2, chip.width(), chip.height()
            )
            paint_chip(painter, place, row.chip, row.chip_tone)


def paint_initials(
    painter: QPainter, disc: QRectF, initials: str, *, role: str = "chip", ground: str = "neutral"
) -> None:
    """Draw initials on a disc in a type role; `ground` is "neutral", "coach" or "accent"."""
    look = current_look()
    paint_box(painter, disc, 999, look.color(ground))
    color = look.color("on_accent" if ground == "accent" else f"{ground}_text")
    paint_text(painter, disc, initials, look.font(role), color, Qt.AlignmentFlag.AlignCenter)


class RowView(ListBase):
    """The view for rows: `opened` (Enter, double click) and `picked` (another current row) tell the key."""

    opened = Signal(str)
    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setItemDelegate(RowDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_double_clicked)

    def setItemDelegate(self, delegate: QAbstractItemDelegate) -> None:
        super().setItemDelegate(delegate)
        self._measure()

    def restyle(self) -> None:
        """Lay out the rows at their new height."""
        super().restyle()
        self._measure()

    def key(self) -> str:
        """Return the key of the current row, "" when there is none."""
        return self._key_of(self.currentIndex())

    def pick(self, row: int) -> None:
        """Make `row` the current one; a negative row clears."""
        index = self.model().index(row, 0) if row >= 0 else QModelIndex()
        self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.picked.emit(self._key_of(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key():
            self.opened.emit(self.key())
            return
        super().keyPressEvent(event)

    def _measure(self) -> None:
        """Tell Qt the size of every row: to ask for each takes 5 ms for 100,000, at each key."""
        self.setGridSize(self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()))

    def _key_of(self, index: Index) -> str:
        row = index.data(RowRole) if index.isValid() else None
        return row.key if isinstance(row, RowItem) else ""

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._key_of(index))
