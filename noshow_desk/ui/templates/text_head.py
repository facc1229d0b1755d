"""Above the text in the template editor: its name, the buttons, and how it stands to the text in use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from noshow_desk.ui.kit.base import plain_tip
from noshow_desk.ui.kit.buttons import Button
from noshow_desk.ui.kit.chips import Chip, FlowLayout
from noshow_desk.ui.kit.labels import PlainLabel, StatusLine
from noshow_desk.ui.theme import current_look

GAP = 6
QWIDGETSIZE_MAX = (1 << 24) - 1  # Qt's: no limit
LEAST_NOTE = 110  # pixels at 100 % text


class Tools(QWidget):
    """Buttons in one line where there is room, else in several."""

    def __init__(self, widgets: Sequence[QWidget]) -> None:
        super().__init__()
        flow = FlowLayout(self, gap=GAP, line_gap=GAP)
        for widget in widgets:
            flow.addWidget(widget)
        self._widgets = tuple(widgets)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for all in one line."""
        sizes = [widget.sizeHint() for widget in self._widgets if not widget.isHidden()]
        width = sum(size.width() + GAP for size in sizes)  # with a gap to spare
        return QSize(width, max((size.height() for size in sizes), default=0))


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadParts:
    """What stands above the text."""

    name: QWidget
    language: QWidget
    origin: Chip
    tools: Sequence[QWidget]
    use: Button
    note: PlainLabel
    throw_away: Button


class TextHead(QWidget):
    """Puts its parts in three rows as wide as the text, or in two as wide as text and paper together."""

    def __init__(self, parts: HeadParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._tools = parts, Tools(parts.tools)
        self._words = self._whose = self._said = ""
        self._thrown = parts.throw_away.text()
        self._rows = (QHBoxLayout(), QHBoxLayout(), QHBoxLayout())
        self._box = QVBoxLayout(self)
        for row in self._rows:
            row.setSpacing(10)
            self._box.addLayout(row)
        self._narrow = True
        self.set_narrow(False)

    def set_narrow(self, narrow: bool) -> None:
        """Take two rows where the window is `narrow`: then it lies over the paper too."""
        if narrow == self._narrow:
            return
        self._narrow, parts = narrow, self._parts
        first, second, third = self._rows
        self._empty_rows()
        self._box.setContentsMargins(16, 8 if narrow else 14, 14, 0)
        self._box.setSpacing(GAP if narrow else 10)
        first.addWidget(parts.name, 1)
        first.addWidget(parts.language)
        first.addWidget(parts.use if narrow else parts.origin)
        second.addWidget(self._tools, 0 if narrow else 1, Qt.AlignmentFlag.AlignTop)
        if not narrow:
            second.addWidget(parts.use, 0, Qt.AlignmentFlag.AlignTop)
        (second if narrow else third).addWidget(parts.note, 1)
        (second if narrow else third).addWidget(parts.throw_away, 0, Qt.AlignmentFlag.AlignTop)
        parts.throw_away.setText("" if narrow else self._thrown)
        parts.throw_away.setAccessibleName(self._thrown)
        plain_tip(parts.throw_away, self._thrown if narrow else "")
        self._measure_note()
        self._show_note()

    def _empty_rows(self) -> None:
        """Take all out of the rows. Not by `takeAt`: the item that it leaves behind would go on getting the
        news that its widget needs another height.
        """
        parts = self._parts
        moved = (
            parts.name,
            parts.language,
            parts.origin,
            parts.use,
            parts.note,
            parts.throw_away,
            self._tools,
        )
        for row in self._rows:
            for widget in moved:
                row.removeWidget(widget)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew when the letters become larger."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_parts"):
            self._measure_note()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the note the lines it needs at its width: a label asks for those of a narrower one."""
        super().resizeEvent(event)
        self._fit_note()

    def show_note(self, words: str, whose: str = "") -> None:
        """Say how the text stands to the one in use; `whose` it is stands there in place of the chip."""
        self._words, self._whose = words, whose
        self._show_note()

    def show_said(self, words: str) -> None:
        """Say here too what the status says, where that has no line of its own."""
        self._said = words
        self._show_note()

    def _show_note(self) -> None:
        parts = (self._whose, self._words, self._said) if self._narrow else (self._words,)
        self._parts.note.setText(" · ".join(part for part in parts if part))
        self._parts.note.setVisible(bool(self._parts.note.text()))
        self._parts.origin.setVisible(not self._narrow and bool(self._parts.origin.text()))
        self._fit_note()

    def _measure_note(self) -> None:
        """Keep the room of the button beside the note, so that the first key typed moves no text; beside the
        tools let it have what they leave.
        """
        note = self._parts.note
        across = QSizePolicy.Policy.Ignored if self._narrow else QSizePolicy.Policy.Preferred
        policy = QSizePolicy(across, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        note.setSizePolicy(policy)
        note.setMinimumWidth(current_look().px(LEAST_NOTE) if self._narrow else 0)
        self._fit_note()

    def _fit_note(self) -> None:
        note, least = self._parts.note, self._parts.throw_away.sizeHint().height()
        note.setMinimumHeight(0)  # counts as needed, otherwise
        lines = note.heightForWidth(max(note.width(), note.minimumWidth()))
        note.setMinimumHeight(max(least, lines))
        note.setMaximumHeight(max(least, lines) if self._narrow else QWIDGETSIZE_MAX)


class QuietStatus(StatusLine):
    """A status that may have no line of its own in a narrow window: `said` tells what it would say."""

    said = Signal(str)

    def show_status(self, text: str, icon: str = "") -> None:
        """Say `text`; an empty text says nothing."""
        super().show_status(text, icon)
        self.said.emit(text)
