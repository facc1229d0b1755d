"""Lines to be copied as they are: read only, in the font of code, never broken."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.base import line_height
from noshow_desk.ui.theme import current_look

AROUND = 14  # frame and margins, above and below together


class CodeBox(QPlainTextEdit):
    """As high as its lines are many; what is wider than the page is scrolled to."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlainText(code)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFont(current_look().font("code"))
        self.setAccessibleName(_("Lines to copy"))

    def sizeHint(self) -> QSize:
        bar = self.horizontalScrollBar().sizeHint().height()
        height = self.blockCount() * line_height(self.font()) + AROUND + bar
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(current_look().px(160), self.sizeHint().height())
