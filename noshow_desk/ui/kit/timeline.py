"""What happened with a client, newest first: a disc with an icon, words that wrap, the client's quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import line_height, one_line, paint_box, paint_text, text_width
from noshow_desk.ui.kit.list_base import Index, ListBase, Mark, mark_of, paint_ground
from noshow_desk.ui.theme import current_look

EntryRole = Qt.ItemDataRole.UserRole + 3
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One happening; `quote` are the client's own words, `when` is shown at the right."""

    key: str
    title: str
    text: str = ""
    quote: str = ""
    when: str = ""
    icon: str = "circle"
    tone: str = "neutral"

    def said(self) -> str:
        """Return what a screen reader says."""
        return ". ".join(one_line(part) for part in (self.when, self.title, self.text, self.quote) if part)


class TimelineModel(QAbstractListModel):
    """The entries of a timeline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[TimelineEntry, ...] = ()

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Replace all entries."""
        if tuple(entries) == self._entries:
            return
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == EntryRole:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return one_line(entry.title)
        return entry.said() if role == Qt.ItemDataRole.AccessibleTextRole else None


class TimelineDelegate(QStyledItemDelegate):
    """Draws one entry; its height follows from its words and the width of the view."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        entry = index.data(EntryRole)
        height = line_height(current_look().font("strong")) + self._body_height(
            entry, width - self._lead() - 12
        )
        return QSize(width, max(height, current_look().px(32)) + current_look().px(22))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(EntryRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        focused = mark_of(self.parent(), index).focused
        paint_ground(painter, rect.adjusted(0, 0, 0, -2), Mark(focused=focused))
        self._paint_disc(painter, rect, entry, index.row() < index.model().rowCount() - 1)
        self._paint_words(painter, rect.adjusted(self._lead(), current_look().px(8), -12, 0), entry)
        painter.restore()

    def _lead(self) -> int:
        return 6 + current_look().px(32) + 18

    def _paint_disc(self, painter: QPainter, rect: QRectF, entry: TimelineEntry, joined: bool) -> None:
        look = current_look()
        side = look.px(32)
        disc = QRectF(rect.x() + 6, rect.y() + look.px(6), side, side)
        if joined:
            painter.setPen(QPen(look.color("step_line"), 3))
            middle = int(disc.center().x())
            painter.drawLine(middle, int(disc.bottom()) + 1, middle, int(rect.bottom() + look.px(6)))
        paint_box(
            painter, disc, 999, look.color(entry.tone), look.color("text") if look.high_contrast else None
        )
        icon = look.px(18)
        inset = (side - icon) / 2
        paint_icon(
            painter, entry.icon, look.color(f"{entry.tone}_text"), disc.x() + inset, disc.y() + inset, icon
        )

    def _paint_words(self, painter: QPainter, rect: QRectF, entry: TimelineEntry) -> None:
        look = current_look()
        strong, hint, body = look.font("strong"), look.font("hint"), look.font("body")
        when = text_width(entry.when, hint) + 4
        height = line_height(strong)
        paint_text(
            painter,
            QRectF(rect.x(), rect.y(), rect.width() - when - 12, height),
            entry.title,
            strong,
            look.color("text"),
        )
        place = QRectF(rect.right() - when, rect.y(), when, height)
        paint_text(painter, place, entry.when, hint, look.color("muted"), Qt.AlignmentFlag.AlignRight)
        top = rect.y() + height
        for text, role in ((entry.text, "muted"), (entry.quote, "link")):
            top += self._paint_wrapped(painter, QRectF(rect.x(), top, rect.width(), 9999), text, body, role)

    def _paint_wrapped(self, painter: QPainter, rect: QRectF, text: str, font: QFont, role: str) -> int:
        if not text:
            return 0
        height = _wrapped_height(text, font, int(rect.width()))
        painter.setFont(font)
        painter.setPen(current_look().color(role))
        painter.drawText(QRectF(rect.x(), rect.y() + 2, rect.width(), height), _WRAP, text)
        return height + 2

    def _body_height(self, entry: TimelineEntry, width: int) -> int:
        body = current_look().font("body")
        return sum(_wrapped_height(text, body, width) + 2 for text in (entry.text, entry.quote) if text)


def _wrapped_height(text: str, font: QFont, width: int) -> int:
    return QFontMetrics(font).boundingRect(QRect(0, 0, max(width, 40), 99999), _WRAP, text).height()


class Timeline(ListBase):
    """The view; `opened` tells the key of an entry on Enter or double click."""

    opened = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._entries = TimelineModel(self)
        self.setModel(self._entries)
        self.setItemDelegate(TimelineDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_double_clicked)

    def show_entries(self, entries: Sequence[TimelineEntry]) -> None:
        """Show `entries`, the newest first."""
        self._entries.show_entries(entries)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_double_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(EntryRole).key)
