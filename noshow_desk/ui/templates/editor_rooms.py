"""Where the parts of the template editor stand: side by side, or closer together in a narrow window."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from noshow_desk.ui.templates.palette import FieldPalette
from noshow_desk.ui.templates.preview_pane import PreviewPane
from noshow_desk.ui.templates.text_pane import TextPane
from noshow_desk.ui.theme import current_look

PALETTE_WIDTH = 232
PALETTE_FROM = 1000


class EditorRooms(QGridLayout):
    """Fields, text and paper in one row. Where it is narrow, what stands above the text lies over the paper
    too, and the fields take the paper's place once they are asked for.
    """

    def __init__(self, page: QWidget, fields: FieldPalette, text: TextPane, paper: PreviewPane) -> None:
        super().__init__(page)
        self._page, self._fields, self._text, self._paper = page, fields, text, paper
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.setColumnStretch(1, 3)
        self.setRowStretch(1, 1)
        self.addWidget(text, 1, 1)
        self.arrange()

    def arrange(self, *, asked: bool = False) -> None:
        """Follow the width of the page; `asked` says that the fields are wanted."""
        wide = self._page.width() >= current_look().px(PALETTE_FROM)
        self._fields.setFixedWidth(current_look().px(PALETTE_WIDTH))
        self._text.set_narrow(not wide)
        top, rows = (0, 2) if wide else (1, 1)
        for widget in (self._fields, self._text.head, self._paper):
            self.removeWidget(widget)
        self.addWidget(self._fields, top, 0, rows, 1)
        self.addWidget(self._text.head, 0, 1 if wide else 0, 1, 1 if wide else 3)
        self.addWidget(self._paper, top, 2, rows, 1)
        self._fields.setVisible(wide or asked)
        self._paper.setVisible(wide or not asked)
        self.setColumnStretch(2, 2 if wide or not asked else 0)
        self._text.fields_button.setVisible(not wide)
