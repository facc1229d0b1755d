"""How long someone has been waiting, or how long until the start."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QHBoxLayout, QWidget

from noshow_desk.i18n import _, ngettext
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.chips import Chip
from noshow_desk.ui.kit.labels import PlainLabel

HOUR, DAY = 60, 24 * 60


class WaitingClock(CaseBlock):
    """A chip: red while someone waits for a word, quiet once they know; a countdown before the start."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._chip = Chip()
        self._words = PlainLabel("", "body", "muted", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self._chip)
        row.addWidget(self._words, 1)
        self.box.addLayout(row)

    def show_case(self, situation: Situation) -> None:
        start = situation.facts.appointment.instant
        if start is None:
            self.hide()
            return
        told = situation.facts.incident.courtesy is not None or bool(situation.calls)
        self._chip.show_chip(clock_text(start - situation.now, told=told), "coach" if told else "red")
        said = _("{interviewer} knows.") if told else _("{interviewer} has heard from nobody yet.")
        self._words.setText(said.format(**situation.names))
        self.show()

    def text(self) -> str:
        """Return what the chip says."""
        return self._chip.text()


def clock_text(ahead: timedelta, *, told: bool) -> str:
    """Return "Starts in 12 minutes"; after the start "Waiting 14 minutes", or "14 minutes ago" once told."""
    minutes = round(ahead.total_seconds() / 60)
    span = _span(abs(minutes))
    if minutes > 0:
        return _("Starts in {span}").format(span=span)
    return (_("{span} ago") if told else _("Waiting {span}")).format(span=span)


def _span(minutes: int) -> str:
    if minutes < HOUR:
        return ngettext("{count} minute", "{count} minutes", minutes).format(count=minutes)
    if minutes < DAY:
        hours = minutes // HOUR
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    days = minutes // DAY
    return ngettext("{count} day", "{count} days", days).format(count=days)
