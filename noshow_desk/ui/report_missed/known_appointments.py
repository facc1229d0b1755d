"""Appointments of the chosen client that are in the book around now: one click fills the other boxes."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from noshow_desk.domain.appointment import Appointment
from noshow_desk.i18n import _, clock
from noshow_desk.services import queries
from noshow_desk.services.desk import Desk
from noshow_desk.ui.kit.base import GRID
from noshow_desk.ui.kit.choice import Choice
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.kit.options import FilterChips
from noshow_desk.ui.report_missed.quick_times import day_word

BEFORE, AFTER = timedelta(days=7), timedelta(days=2)


class KnownAppointments(QWidget):
    """Chips of appointments without an outcome; `chosen` tells the appointment, None when taken back."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: dict[str, Appointment] = {}
        self._chips = FilterChips(_("In the book"), (), optional=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GRID)
        box.addWidget(PlainLabel(_("In the book"), "hint", "muted"))
        box.addWidget(self._chips)
        self.hide()
        self._chips.chosen.connect(self._on_chips_chosen)

    def show_client(self, client_id: str) -> None:
        """Show what is in the book for this client; nothing for a new one."""
        now = self._desk.local_now()
        found = queries.appointments_of(self._desk, client_id) if client_id else []
        near = [
            one
            for one in found
            if one.starts is not None and one.outcome is None and now - BEFORE <= one.starts <= now + AFTER
        ]
        self._found = {one.id: one for one in near}
        self._chips.set_choices([Choice(one.id, self._words(one), "calendar-days") for one in near])
        self._chips.set_value(None)
        self.setVisible(bool(near))

    def _words(self, appointment: Appointment) -> str:
        assert appointment.starts is not None
        day = day_word(appointment.starts.date(), self._desk.today())
        parts = [f"{day} {clock(appointment.starts)}"]
        if appointment.interviewer_id:
            person = queries.interviewer(self._desk, appointment.interviewer_id)
            parts.append(person.formal_name)
        return ", ".join(part for part in parts if part)

    def _on_chips_chosen(self, appointment_id: object) -> None:
        self.chosen.emit(self._found.get(str(appointment_id)))
