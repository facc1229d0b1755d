"""The column at the left: whose incident, the rail of pages, and "Saved 10:06"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP, GRID, Painted
from noshow_desk.ui.kit.fitting import tell_in_window
from noshow_desk.ui.kit.labels import PlainLabel, StatusLine
from noshow_desk.ui.kit.step_rail import RailStep, StepRail
from noshow_desk.ui.theme import current_look


class RailPanel(Painted, QWidget):
    """`step_chosen` tells the key of the page that was chosen."""

    step_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = PlainLabel(_("PUT IT RIGHT"), "over", "muted")
        self._name = PlainLabel("", "card", wrap=True)
        self._rail = StepRail(_("Steps"))
        self._saved = StatusLine("", "save")
        self._saved_below = PlainLabel("", "hint", "muted", wrap=True)
        self._saved_below.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._saved_below.hide()
        self._narrow = False
        box = QVBoxLayout(self)
        box.setContentsMargins(GAP, 14, GAP, 12)
        box.setSpacing(GRID)
        self._titles = QVBoxLayout()
        self._titles.setContentsMargins(10, 0, 0, GAP)
        self._titles.setSpacing(0)
        self._titles.addWidget(self._over)
        self._titles.addWidget(self._name)
        box.addLayout(self._titles)
        box.addWidget(self._rail, 1)
        box.addWidget(self._saved)
        box.addWidget(self._saved_below)
        self._rail.step_chosen.connect(self.step_chosen)

    def show_case(self, situation: Situation, steps: Sequence[RailStep], current: str) -> None:
        """Show the pages of this incident."""
        self._name.setText(situation.names["organisation"])
        self._rail.show_steps(steps, current)

    def show_saved(self, text: str) -> None:
        """Say when what was typed was kept."""
        self._saved.show_status(text, "save")
        self._saved_below.setText(text)
        self._fit_saved()

    def show_status(self, text: str) -> None:
        """Say something that names nobody, quietly in the place of "Saved"; in a narrow window, which has no
        room for that, at its foot.
        """
        self._saved.show_status(text, "info")
        if self._narrow and text:
            tell_in_window(self, text)

    def status(self) -> str:
        """Return what is said at the bottom."""
        return self._saved.text()

    def set_narrow(self, narrow: bool) -> None:
        """Show numbers only."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._rail.set_narrow(narrow)
            for label in (self._over, self._name, self._saved):
                label.setVisible(not narrow)
            self._fit_saved()

    def _fit_saved(self) -> None:
        """Say below the numbers, in lines as short as they are, when what was typed was kept."""
        self._saved_below.setVisible(self._narrow and bool(self._saved_below.text()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.fillRect(self.rect(), look.color("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), look.color("border"))
        painter.end()
