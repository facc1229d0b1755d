"""Two minutes for one channel, counted down: then the next channel, or the interviewer (A1)."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.i18n import _
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import LinkButton
from noshow_desk.ui.kit.chips import Chip

SECONDS = 120


class TwoMinutes(QWidget):
    """A link that starts the count and a chip that shows what is left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left = 0
        self._start = LinkButton(_("Start two minutes"), "clock")
        self._chip = Chip()
        self._tick = QTimer(self, interval=1000)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._chip)
        row.addWidget(self._start)
        self._chip.hide()
        self._start.clicked.connect(self.start)
        self._tick.timeout.connect(self._on_tick_timeout)

    def start(self) -> None:
        """Count down from two minutes."""
        self._left = SECONDS
        self._tick.start()
        self._show()

    def stop(self) -> None:
        """Stop counting: there is a result."""
        self._tick.stop()
        self._chip.hide()

    def text(self) -> str:
        """Return what the chip says."""
        return self._chip.text()

    def _on_tick_timeout(self) -> None:
        self._left = max(self._left - 1, 0)
        if not self._left:
            self._tick.stop()
        self._show()

    def _show(self) -> None:
        if self._left:
            left = f"{self._left // 60}:{self._left % 60:02d}"
            self._chip.show_chip(_("{time} left").format(time=left), "coach")
        else:
            self._chip.show_chip(_("Time is up: next channel"), "amber")
