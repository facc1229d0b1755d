"""A list of which any rows can be ticked; those that cannot be are grey and say why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import line_height, one_line, paint_box, paint_text
from noshow_desk.ui.kit.list_base import Index, ListBase, mark_of, paint_ground
from noshow_desk.ui.theme import current_look

TickRole = Qt.ItemDataRole.UserRole + 1
_BOX, _LEAD = 20, 40


@dataclass(frozen=True, slots=True)
class TickRow:
    """One row: what it says, whether it can be ticked (`second` says why when it cannot), and whether it is
    ticked when it comes.
    """

    key: str
    title: str
    second: str = ""
    can: bool = True
    on: bool = True


class TickModel(QAbstractListModel):
    """Rows and their ticks; rows that can be ticked stand first."""

    ticks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[TickRow] = []
        self._ticked: set[str] = set()
        self._can = 0

    def clear(self) -> None:
        """Take all rows away."""
        self.beginResetModel()
        self._rows, self._ticked, self._can = [], set(), 0
        self.endResetModel()
        self.ticks_changed.emit()

    def add_row(self, row: TickRow) -> None:
        """Put a row behind those of its sort."""
        at = self._can if row.can else len(self._rows)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.insert(at, row)
        if row.can:
            self._can += 1
            self._ticked |= {row.key} if row.on else set()
        self.endInsertRows()

    def ticked(self) -> list[str]:
        """Return the keys of the ticked rows, in the order of the list."""
        return [row.key for row in self._rows if row.key in self._ticked]

    def unticked(self) -> list[str]:
        """Return the keys of the rows that could be ticked and are not."""
        return [row.key for row in self._rows if row.can and row.key not in self._ticked]

    def tick(self, keys: Iterable[str]) -> None:
        """Tick exactly `keys`, as far as they can be."""
        wanted = set(keys)
        self._ticked = {row.key for row in self._rows if row.can and row.key in wanted}
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.ticks_changed.emit()

    def tick_all(self) -> None:
        """Tick every row that can be."""
        self.tick(row.key for row in self._rows)

    @property
    def can_count(self) -> int:
        """How many rows can be ticked."""
        return self._can

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self._rows[index.row()].can:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == TickRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(row.title)
        if role == Qt.ItemDataRole.CheckStateRole and row.can:
            return Qt.CheckState.Checked if row.key in self._ticked else Qt.CheckState.Unchecked
        return self._said(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not self._rows[index.row()].can:
            return False
        key = self._rows[index.row()].key
        (self._ticked.add if Qt.CheckState(value) is Qt.CheckState.Checked else self._ticked.discard)(key)
        self.dataChanged.emit(index, index)
        self.ticks_changed.emit()
        return True

    def _said(self, row: TickRow) -> str:
        state = _("ticked") if row.key in self._ticked else _("not ticked") if row.can else _("not ready")
        return ". ".join(one_line(part) for part in (row.title, state, row.second) if part)


class TickDelegate(QStyledItemDelegate):
    """Draws a box and two lines; a row that cannot be ticked has no box and muted words."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        look = current_look()
        lines = line_height(look.font("body")) + line_height(look.font("hint"))
        return QSize(look.px(160), lines + look.px(16))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(TickRole)
        if not isinstance(row, TickRow):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(0, 1, 0, -1)
        paint_ground(painter, rect, mark_of(self.parent(), index))
        look = current_look()
        if row.can:
            _paint_tick(painter, rect, on=index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked)
        title, second = look.font("body"), look.font("hint")
        heights = line_height(title), line_height(second)
        top = rect.center().y() - (heights[0] + heights[1] + 2) / 2
        left = rect.x() + look.px(_LEAD)
        width = rect.right() - left - 8
        tone = look.color("text" if row.can else "muted")
        paint_text(painter, QRectF(left, top, width, heights[0]), row.title, title, tone)
        below = QRectF(left, top + heights[0] + 2, width, heights[1])
        paint_text(painter, below, row.second, second, look.color("muted"))
        painter.restore()

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tick with the mouse on the box, and with the space bar."""
        if not _is_tick(event, option.rect.x() + current_look().px(_LEAD)):
            return False
        on = index.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
        other = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
        return model.setData(index, other, Qt.ItemDataRole.CheckStateRole)


class TickView(ListBase):
    """The view: `picked` tells the key of the current row, ticked or not."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.rows = TickModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(TickDelegate(self))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = current.data(TickRole) if current.isValid() else None
        self.picked.emit(row.key if isinstance(row, TickRow) else "")


def _is_tick(event: QEvent, right: int) -> bool:
    """Say whether `event` is a click left of `right`, or the space bar."""
    if isinstance(event, QMouseEvent):
        return event.type() == QEvent.Type.MouseButtonRelease and event.position().x() < right
    space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
    return space and event.type() == QEvent.Type.KeyPress


def _paint_tick(painter: QPainter, rect: QRectF, *, on: bool) -> None:
    look = current_look()
    side = look.px(_BOX)
    box = QRectF(rect.x() + 10, rect.center().y() - side / 2, side, side)
    fill, border = ("accent", "accent") if on else ("field", "outline")
    paint_box(painter, box, 5, look.color(fill), look.color(border))
    if on:
        paint_icon(painter, "check", look.color("on_accent"), box.x() + 2, box.y() + 2, side - 4)
