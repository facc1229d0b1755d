"""The view under every painted list: knows what a delegate has to show of selection, pointer and keyboard."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QWidget

from noshow_desk.ui.kit.base import CONTROL_RADIUS, Painted, paint_box, paint_ring
from noshow_desk.ui.theme import current_look

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Mark:
    """What a row shows beside its words."""

    selected: bool = False
    hovered: bool = False
    focused: bool = False


class ListBase(Painted, QListView):
    """A list without a frame, whose rows are drawn by a delegate.

    The delegate asks `row_mark` instead of the state of its option: reading that state alone would make
    PySide build the whole of QStyle, a twentieth of the time to the first window.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered = QPersistentModelIndex()
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def row_mark(self, index: Index) -> Mark:
        """Return what the row `index` shows."""
        return Mark(
            selected=self.selectionModel().isSelected(index),
            hovered=self._hovered.isValid() and self._hovered == index,
            focused=self.hasFocus() and self.currentIndex() == index,
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.indexAt(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(QModelIndex())

    def restyle(self) -> None:
        """Measure the rows anew."""
        super().restyle()
        self.scheduleDelayedItemsLayout()

    def _hover(self, index: QModelIndex) -> None:
        if self._hovered != index:
            self._hovered = QPersistentModelIndex(index)
            self.viewport().update()


def mark_of(view: object, index: Index) -> Mark:
    """Return the mark of a row in the view that owns a delegate."""
    return view.row_mark(index) if isinstance(view, ListBase) else Mark()


def paint_ground(painter: QPainter, rect: QRectF, mark: Mark) -> None:
    """Draw what lies under a row: selection, hover, and the focus ring of the current one."""
    look = current_look()
    if mark.selected or mark.hovered:
        paint_box(painter, rect, CONTROL_RADIUS, look.color("selected" if mark.selected else "hover"))
    if mark.focused:
        paint_ring(painter, rect, CONTROL_RADIUS)
