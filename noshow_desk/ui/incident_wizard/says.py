"""A sentence that depends on the case, quietly or on a coloured card."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from noshow_desk.ui.incident_wizard.fields import Heading, Say
from noshow_desk.ui.incident_wizard.inputs.base import said
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP, GRID
from noshow_desk.ui.kit.cards import Banner
from noshow_desk.ui.kit.labels import IconLabel, PlainLabel


class QuietLine(QWidget):
    """A sentence with an icon, no card."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._label = PlainLabel("", "body", "muted", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        if icon:
            row.addWidget(IconLabel(icon, "muted", 18))
        row.addWidget(self._label, 1)

    def show_text(self, text: str) -> None:
        """Say `text`."""
        self._label.setText(text)

    def text(self) -> str:
        """Return what is said."""
        return self._label.text()


def make_say(say: Say) -> Banner | QuietLine:
    """Return the widget of a Say row."""
    return QuietLine(say.icon) if say.tone == "plain" else Banner("", say.tone, say.icon or "info")


class HeadingLine(QWidget):
    """A card title between rows, with a quiet note below it."""

    def __init__(self, heading: Heading, situation: Situation) -> None:
        super().__init__()
        self._heading = heading
        self._title = PlainLabel("", "card", wrap=True)
        self._note = PlainLabel("", "hint", "muted", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP, 0, 0)
        box.setSpacing(GRID // 2)
        box.addWidget(self._title)
        box.addWidget(self._note)
        self.show_case(situation)

    def show_case(self, situation: Situation) -> None:
        """Say it with the names of this case."""
        note = said(self._heading.note, situation)
        self._title.setText(said(self._heading.text, situation))
        self._note.setText(note)
        self._note.setVisible(bool(note))
