"""The shape of the dialogs with a paper in them: a column of choices, and the paper beside it."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.printing.preview import FIT_PAGE, PaperPreview
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.pages import Canvas
from noshow_desk.ui.theme import current_look


class PaperDialog(Dialog):
    """As large as `wanted` (pixels at 100 % text), and never larger than the window below.

    The column is between the two widths of `column`; what is in it scrolls, or gives way, by itself.
    """

    least_width = 600
    wanted = (940, 640)
    column = (230, 330)

    def __init__(self, title: str, *, zoom: str = FIT_PAGE, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self.preview = PaperPreview(zoom=zoom)

    def lay_beside(self, column: QWidget, above: QWidget | None = None) -> None:
        """Put `column` at the left of the paper; `above` stands over the paper."""
        look = current_look()
        column.setMinimumWidth(look.px(self.column[0]))
        column.setMaximumWidth(look.px(self.column[1]))
        canvas = Canvas()
        if above is not None:
            canvas.body.addWidget(above)
        canvas.body.addWidget(self.preview, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(column, 2)
        row.addWidget(canvas, 3)
        self.body.addLayout(row, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Stay inside the window below: column and paper take what room there is."""
        super().showEvent(event)
        self.take_room(*self.wanted)
