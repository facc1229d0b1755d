"""Lays the visible rows of a page below each other, halves in pairs; one column when it is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from noshow_desk.ui.kit.base import Painted
from noshow_desk.ui.kit.fields import FIELD_GAP, ONE_COLUMN_BELOW
from noshow_desk.ui.theme import current_look

COLUMN_GAP = 14


class RowGrid(Painted, QWidget):
    """Rows that come and go: a row that is hidden leaves no hole, and nothing in it is lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[QWidget, bool]] = []
        self._shown: tuple[bool, ...] = ()
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(FIELD_GAP)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def add(self, widget: QWidget, *, half: bool) -> None:
        """Put `widget` behind the others; hidden until `show_rows`."""
        widget.setParent(self)
        widget.hide()
        self._rows.append((widget, half))

    def show_rows(self, shown: Sequence[bool]) -> None:
        """Show exactly the rows that are True in `shown`."""
        if tuple(shown) != self._shown:
            self._shown = tuple(shown)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._columns_now() != self._columns:
            self._arrange()

    def restyle(self) -> None:
        """Count the columns anew for another text scale."""
        super().restyle()
        self._arrange()

    def _columns_now(self) -> int:
        return 1 if self.width() < current_look().px(ONE_COLUMN_BELOW) else 2

    def _arrange(self) -> None:
        self._columns = self._columns_now()
        row = column = 0
        for (widget, half), shown in zip(self._rows, self._shown, strict=False):
            self._grid.removeWidget(widget)
            widget.setVisible(shown)
            if not shown:
                continue
            wide = not half or self._columns == 1
            if column and wide:
                row, column = row + 1, 0
            self._grid.addWidget(widget, row, column, 1, 2 if wide else 1)
            column += 2 if wide else 1
            if column >= 2:
                row, column = row + 1, 0
        for at in range(2):
            self._grid.setColumnStretch(at, 1)
