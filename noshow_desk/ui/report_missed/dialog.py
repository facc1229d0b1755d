"""Who, who is waiting, their number, when: four boxes, and the contact list is on screen."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.kinds import StepId
from noshow_desk.errors import UserError
from noshow_desk.i18n import _
from noshow_desk.services import missed, queries, unsaved
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.kit.dialog import Dialog
from noshow_desk.ui.kit.fields import Field
from noshow_desk.ui.kit.inputs import PhoneField
from noshow_desk.ui.kit.kept_form import KeptForm
from noshow_desk.ui.kit.labels import StatusLine
from noshow_desk.ui.kit.moments import DateTimeField
from noshow_desk.ui.kit.options import FilterChips
from noshow_desk.ui.report_missed.known_appointments import KnownAppointments
from noshow_desk.ui.report_missed.quick_times import quick_choices
from noshow_desk.ui.report_missed.suggest_field import SuggestField, Suggestion

FORM_KEY = "missed:new"


class MissedAppointmentDialog(Dialog):
    """Reports a missed or about-to-be-missed appointment; `incident_wanted` asks for the wizard."""

    least_width = 540
    incident_wanted = Signal(str, str)

    def __init__(
        self, desk: Desk, bridge: Bridge, client_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Missed appointment"), parent)
        self._desk, self._bridge = desk, bridge
        self._form = KeptForm(self._keep, self)
        self._appointment_id = ""
        self._make_fields()
        self._lay_out()
        self._connect()
        self._restore()
        if client_id:
            self._choose_client(client_id)

    def _make_fields(self) -> None:
        self.who = SuggestField(self._clients, placeholder=_("Type a name"))
        self.waiting = SuggestField(self._people, placeholder=_("Ms. Alvarez, or the organisation"))
        self.number = PhoneField()
        self.when = DateTimeField(self._today, self._usual_time())
        self.quick = FilterChips(_("Likely times"), quick_choices(self._desk.local_now()))
        self.known = KnownAppointments(self._desk)
        self.quick.set_value(self.when.value())
        self._fields = {
            "client_name": Field(_("&Who missed it"), self.who),
            "interviewer_name": Field(_("Who is waitin&g"), self.waiting),
            "number": Field(_("Their &number"), self.number),
            "starts": Field(_("Whe&n, by the clock there"), self.when),
        }

    def _lay_out(self) -> None:
        self._status = StatusLine("", "info")
        self.body.addWidget(self._fields["client_name"])
        self.body.addWidget(self.known)
        for key in ("interviewer_name", "number"):
            self.body.addWidget(self._fields[key])
        self.body.addWidget(self._fields["starts"])
        self.body.addWidget(self.quick)
        self.body.addWidget(self._status)
        self.add_cancel(_("Close"))
        self._go = self.add_button(_("Put it right"), primary=True, icon="life-buoy")
        self.who.setFocus()

    def _connect(self) -> None:
        self._go.clicked.connect(self.report)
        for line in (self.who, self.waiting, self.number):
            line.edited.connect(self._on_typed)
        self.who.picked.connect(self._on_who_picked)
        self.waiting.picked.connect(self._on_waiting_picked)
        self.when.changed.connect(self._on_when_changed)
        self.quick.chosen.connect(self._on_quick_chosen)
        self.known.chosen.connect(self._on_known_chosen)
        self.finished.connect(self._on_finished)

    # ------------------------------------------------------------ reporting

    def report(self) -> None:
        """Open the incident and ask for the wizard; a mistake is said at its box."""
        for field in self._fields.values():
            field.show_error("")
        starts = self.when.value()
        if starts is None:
            self._fields["starts"].show_error(_("When was it? A day and a time, please."))
            self.when.setFocus()
            return
        try:
            changes = self._reported(starts)
        except UserError as trouble:
            field = self._fields.get(trouble.field, self._fields["client_name"])
            field.show_error(trouble.sentence)
            field.editor.setFocus()
            return
        self._form.forget()
        self._bridge.changed.emit(changes)
        self.incident_wanted.emit(changes.made, StepId.REACH.value)
        self.accept()

    def _reported(self, starts: datetime) -> Changes:
        client = self.who.suggestion()
        return missed.report_missed(
            self._desk,
            starts=starts,
            client_id=client.id if client else "",
            client_name=self.who.value(),
            interviewer_name=self.waiting.value(),
            number=self.number.value(),
            appointment_id=self._appointment_id,
            form_key=FORM_KEY,
        )

    # ------------------------------------------------------------ suggestions

    def _clients(self, words: str) -> list[Suggestion]:
        ids = queries.client_ids(self._desk, words)[:8]
        rows = queries.client_rows(self._desk, ids)
        return [Suggestion(row.id, row.name, f"{row.name} · {row.second.say()}") for row in rows]

    def _people(self, words: str) -> list[Suggestion]:
        rows = queries.interviewers(self._desk, words, 8)
        found = []
        for row in rows:
            shown = " · ".join(
                dict.fromkeys(part for part in (row.name, row.organisation, row.number) if part)
            )
            found.append(Suggestion(row.interviewer_id, row.name, shown, row.number))
        return found

    def _choose_client(self, client_id: str) -> None:
        row = next(iter(queries.client_rows(self._desk, [client_id])), None)
        if row is not None:
            self.who.pick(Suggestion(row.id, row.name, row.name))
            self.waiting.setFocus()

    def _on_who_picked(self, suggestion: Suggestion | None) -> None:
        self._appointment_id = ""
        self.known.show_client(suggestion.id if suggestion else "")
        self._on_typed("")

    def _on_waiting_picked(self, suggestion: Suggestion | None) -> None:
        if suggestion is not None and suggestion.number and not self.number.value():
            self.number.set_value(suggestion.number)
        self._on_typed("")

    def _on_known_chosen(self, appointment: Appointment | None) -> None:
        """Take everything from an appointment that is in the book."""
        self._appointment_id = appointment.id if appointment else ""
        if appointment is None:
            return
        if appointment.interviewer_id:
            person = queries.interviewer(self._desk, appointment.interviewer_id)
            self.waiting.set_value(person.formal_name)
            self.number.set_value(person.phones[0] if person.phones else "")
        self.when.set_value(appointment.starts)
        self.quick.set_value(appointment.starts)

    # ------------------------------------------------------------ typing

    def _today(self) -> date:
        return self._desk.today()

    def _usual_time(self) -> datetime:
        now = self._desk.local_now()
        return now.replace(minute=0, second=0, microsecond=0)

    def _on_typed(self, _text: str) -> None:
        self._form.touch()

    def _on_when_changed(self, at: object) -> None:
        self.quick.set_value(at)
        self._appointment_id = ""
        self._form.touch()

    def _on_quick_chosen(self, at: object) -> None:
        if isinstance(at, datetime):
            self.when.set_value(at)
            self._appointment_id = ""
            self._form.touch()

    def _keep(self) -> None:
        at = self.when.value()
        payload = {
            "who": self.who.value(),
            "waiting": self.waiting.value(),
            "number": self.number.value(),
            "starts": at.isoformat() if at else "",
        }
        unsaved.keep_unsaved(self._desk, form_key=FORM_KEY, payload=payload)

    def _restore(self) -> None:
        kept = unsaved.unsaved_form(self._desk, FORM_KEY)
        if kept is None:
            return
        typed = {key: str(value or "") for key, value in kept.payload.items()}
        self.who.set_value(typed.get("who", ""))
        self.waiting.set_value(typed.get("waiting", ""))
        self.number.set_value(typed.get("number", ""))
        if typed.get("starts"):
            self.when.set_value(datetime.fromisoformat(typed["starts"]))
        self._status.show_status(_("Here is what you were typing."))

    def _on_finished(self, _result: int) -> None:
        self._form.flush()
