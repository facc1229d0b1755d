"""The navigation at the left: places with labels, or icons above their labels beside a compact page."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.icons import paint_icon
from noshow_desk.ui.kit.base import (
    CONTROL_RADIUS,
    Painted,
    antialiased,
    line_height,
    paint_box,
    paint_ring,
    paint_text,
)
from noshow_desk.ui.kit.list_base import Index, ListBase, mark_of
from noshow_desk.ui.shell.places import PLACES, Place
from noshow_desk.ui.theme import current_look

WIDE, NARROW = 178, 92
# Pixels above and below a place with its label below; the second in a low window, which lacks the room.
ROOMY, TIGHT = 20, 8
ENDS = 1, 8  # pixels above the brand and below the last place
PlaceRole = Qt.ItemDataRole.UserRole + 4


class PlaceModel(QAbstractListModel):
    """The places of one half of the navigation."""

    def __init__(self, places: tuple[Place, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self.places = places

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        place = self.places[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _(place.text)
        return place if role == PlaceRole else None


class PlaceDelegate(QStyledItemDelegate):
    """Draws one place."""

    narrow = False
    room = ROOMY

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        look = current_look()
        if self.narrow:
            return QSize(look.px(NARROW), look.px(24) + line_height(look.font("hint")) + self.room)
        return QSize(look.px(WIDE), max(line_height(look.font("body")), look.px(20)) + 22)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, place = current_look(), index.data(PlaceRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = 7 if self.narrow else 11
        rect = QRectF(option.rect).adjusted(side, 2, -side, -3)
        mark = mark_of(self.parent(), index)
        if mark.selected:
            paint_box(painter, rect, CONTROL_RADIUS - 1, look.color("nav_selected"))
        color = look.color("nav_selected_text" if mark.selected or mark.hovered else "nav_text")
        self._paint_words(painter, rect, place, mark.selected, color)
        if mark.focused:
            paint_ring(painter, rect, CONTROL_RADIUS - 1, "nav_focus")
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRectF, place: Place, here: bool, color: QColor) -> None:
        look = current_look()
        icon = look.px(20)
        if not self.narrow:
            paint_icon(painter, place.icon, color, rect.x() + 10, rect.center().y() - icon / 2, icon)
            words = rect.adjusted(20 + icon, 0, -4, 0)
            paint_text(painter, words, _(place.text), look.font("strong" if here else "body"), color)
            return
        top = rect.y() + self.room * 0.4
        paint_icon(painter, place.icon, color, rect.center().x() - icon / 2, top, icon)
        font = look.font("chip" if here else "hint")
        words = QRectF(rect.x(), top + 1 + icon, rect.width(), line_height(font))
        paint_text(painter, words, _(place.text), font, color, Qt.AlignmentFlag.AlignCenter)


class PlaceList(ListBase):
    """One half of the navigation."""

    chosen = Signal(str)

    def __init__(self, name: str, places: tuple[Place, ...], parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._delegate = PlaceDelegate(self)
        self._places = places
        self.setModel(PlaceModel(places, self))
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._on_clicked)

    def set_narrow(self, narrow: bool) -> None:
        """Put the icons above the labels (True) or before them."""
        self._delegate.narrow = narrow
        self.restyle()

    def set_room(self, room: int) -> None:
        """Leave so many pixels above and below an icon with its label, ROOMY or TIGHT."""
        if room != self._delegate.room:
            self._delegate.room = room
            self.restyle()

    def mark(self, wish: str) -> None:
        """Mark the place of `wish`; none when it is not in this half."""
        rows = [at for at, place in enumerate(self._places) if place.wish == wish]
        selection = self.selectionModel()
        if rows:
            self.setCurrentIndex(self.model().index(rows[0], 0))
        else:
            selection.clearSelection()

    def restyle(self) -> None:
        """Measure anew; the list is exactly as high as its places."""
        super().restyle()
        size = self._delegate.sizeHint(QStyleOptionViewItem(), QModelIndex())
        self.setFixedSize(size.width(), size.height() * len(self._places))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
            and self.currentIndex().isValid()
        ):
            self._on_clicked(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(PlaceRole).wish)


class Brand(Painted, QWidget):
    """The mark and the name at the top of the navigation."""

    narrow = False

    def sizeHint(self) -> QSize:
        return QSize(current_look().px(NARROW if self.narrow else WIDE), current_look().px(48))

    def paintEvent(self, _event: object) -> None:
        look = current_look()
        painter = antialiased(self)
        side = look.px(22)
        left = (self.width() - side) / 2 if self.narrow else 20
        paint_icon(painter, "hand-heart", look.color("nav_mark"), left, (self.height() - side) / 2, side)
        if not self.narrow:
            words = QRectF(left + side + 9, 0, self.width() - left - side - 12, self.height())
            paint_text(painter, words, "NoShow Desk", look.font("card"), look.color("nav_selected_text"))
        painter.end()


class Navigation(Painted, QFrame):
    """Brand, places, and the places at the bottom; `chosen` tells the wish of the chosen one."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brand = Brand()
        self._top = PlaceList(_("Places"), tuple(place for place in PLACES if not place.at_bottom))
        self._bottom = PlaceList(_("More"), tuple(place for place in PLACES if place.at_bottom))
        self._lists = (self._top, self._bottom)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, ENDS[0], 0, ENDS[1])
        box.setSpacing(0)
        box.addWidget(self._brand)
        box.addWidget(self._top)
        box.addStretch(1)
        box.addWidget(self._bottom)
        self.set_narrow(False)
        for half in self._lists:
            half.chosen.connect(self.chosen)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons above labels (True) or labels beside icons."""
        self._brand.narrow = narrow
        for half in self._lists:
            half.set_narrow(narrow)
        self.restyle()

    def mark(self, wish: str) -> None:
        """Mark the place one is at."""
        for half in self._lists:
            half.mark(wish)

    def focus_places(self) -> None:
        """Put the keyboard on the places."""
        self._top.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def restyle(self) -> None:
        """Take the width of the text scale."""
        super().restyle()
        self.setFixedWidth(current_look().px(NARROW if self._brand.narrow else WIDE))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Move the places together where a low window would cut the brand."""
        for half in self._lists:
            half.set_room(ROOMY)
        places = sum(half.height() for half in self._lists)
        if self._brand.sizeHint().height() + places + sum(ENDS) > self.height():
            for half in self._lists:
                half.set_room(TIGHT)

    def paintEvent(self, _event: object) -> None:
        painter = antialiased(self)
        painter.fillRect(self.rect(), current_look().color("nav"))
        painter.end()
