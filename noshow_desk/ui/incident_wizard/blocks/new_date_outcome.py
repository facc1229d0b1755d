"""What became of the new date: one click; missed again opens a linked incident."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from noshow_desk.domain.kinds import Outcome
from noshow_desk.i18n import N_, _
from noshow_desk.services import appointments, missed
from noshow_desk.services.changes import Changes
from noshow_desk.ui.incident_wizard.blocks.base import CaseBlock
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.situation import Situation
from noshow_desk.ui.kit.base import GAP
from noshow_desk.ui.kit.buttons import SecondaryButton
from noshow_desk.ui.kit.chips import FlowLayout
from noshow_desk.ui.kit.labels import PlainLabel
from noshow_desk.ui.wishes import Wish

OUTCOMES = (
    (Outcome.ATTENDED, N_("{client} went"), "circle-check"),
    (Outcome.MOVED, N_("It was moved"), "calendar-clock"),
    (Outcome.CANCELLED, N_("It was cancelled"), "calendar-x"),
    (Outcome.MISSED, N_("Missed again"), "phone-missed"),
)


class NewDateOutcome(CaseBlock):
    """Four buttons about the new appointment."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._none = PlainLabel(_("There is no new date yet."), "body", "muted", wrap=True)
        self._panel = QWidget()
        flow = FlowLayout(self._panel, gap=GAP, line_gap=GAP)
        for outcome, text, icon in OUTCOMES:
            said = _(text).format(**case.situation.names).replace("&", "&&")
            button = SecondaryButton(said, icon)
            button.setProperty("outcome", outcome.value)
            button.clicked.connect(self._on_button_clicked)
            flow.addWidget(button)
        self.box.addWidget(self._none)
        self.box.addWidget(self._panel)

    def show_case(self, situation: Situation) -> None:
        new = self.case.saved.new_appointment
        self._panel.setVisible(new is not None)
        self._none.setVisible(new is None)

    def _on_button_clicked(self) -> None:
        new = self.case.saved.new_appointment
        outcome = Outcome(self.sender().property("outcome"))
        if new is None:
            return
        self.case.run(
            partial(appointments.record_outcome, self.case.desk, appointment_id=new.id, outcome=outcome)
        )
        if outcome is Outcome.MISSED and new.starts is not None:
            self._report_again(new.id, new.starts)

    def _report_again(self, appointment_id: str, starts: datetime) -> None:
        """Open the linked incident: asking again is right, after "What will be different?"."""
        made: list[Changes] = []

        def report() -> Changes:
            made.append(missed.report_missed(self.case.desk, appointment_id=appointment_id, starts=starts))
            return made[0]

        if self.case.run(report):
            self.case.wished.emit(Wish("incident", made[0].made))
