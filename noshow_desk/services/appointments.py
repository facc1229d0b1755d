"""Appointments: add, edit, and what became of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.interviewer import Interviewer
from noshow_desk.domain.kinds import Outcome, Who
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import interviewers, typed
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk
from noshow_desk.services.zone import is_zone


def edit_appointment(desk: Desk, *, appointment: Appointment, form_key: str = "") -> Changes:
    """Write the changed details of an appointment. Raises UserError (with the field) for an impossible date
    or zone.
    """
    kept = checked(desk, appointment)
    with desk.act() as act:
        desk.vault.appointments.change(kept)
        if form_key:
            desk.vault.unsaved.remove(form_key)
    return _changes(desk, kept, act.id, undo=Message(N_("Undo change of appointment")))


def book_appointment(
    desk: Desk, *, appointment: Appointment, person: str, number: str = "", organisation: str = ""
) -> Changes:
    """Add or change an appointment whose interviewer is given by name; a person who is new is added with it.

    Raises UserError (field "person" when neither a name nor an organisation is given, else like
    `edit_appointment`).
    """
    kept = checked(desk, appointment)
    if not (person.strip() or organisation.strip()):
        raise UserError(_("Who will be waiting? A name or the organisation is enough."), field="person")
    phone, house = typed.name(number, "number").value, typed.name(organisation, "organisation").value
    wanted = interviewers.person_from(person) if person.strip() else Interviewer()
    with desk.act() as act:
        known = interviewers.matching(desk, wanted, phone) or wanted
        kept = replace(kept, interviewer_id=interviewers.keep_person(desk, known, phone, house))
        if kept.id:
            desk.vault.appointments.change(kept)
        else:
            kept = replace(kept, id=desk.vault.appointments.add(kept))
    made = "" if appointment.id else kept.id
    changes = _changes(desk, kept, act.id, undo=Message(N_("Undo appointment")), made=made)
    return replace(changes, interviewers=ids(kept.interviewer_id))


def record_outcome(
    desk: Desk,
    *,
    appointment_id: str,
    outcome: Outcome,
    by: Who | None = None,
    at: datetime | None = None,
    note: str = "",
) -> Changes:
    """Write down what became of an appointment; an earlier entry stays in the history.

    `by` says who moved or cancelled it: a client who did so in time did not miss it. `at` is aware.
    """
    appointment = desk.vault.appointments.get(appointment_id)
    text = typed.prose(note, "note")
    with desk.act() as act:
        desk.vault.appointments.record_outcome(
            appointment_id, outcome, at or desk.now(), str(by or ""), note=text
        )
    return _changes(desk, appointment, act.id, undo=Message(N_("Undo outcome of the appointment")))


def checked(desk: Desk, appointment: Appointment) -> Appointment:
    """Return `appointment` with a sane start, a known zone and clean text. Raises UserError (with the
    field).
    """
    kept = typed.cleaned(appointment).value
    if kept.zone and not is_zone(kept.zone):
        raise UserError(_("There is no time zone called {zone}.").format(zone=kept.zone), field="zone")
    return replace(kept, starts=typed.start(kept.starts), zone=kept.zone or desk.zone)


def _changes(desk: Desk, appointment: Appointment, act: str, *, undo: Message, made: str = "") -> Changes:
    touched = [
        desk.vault.incidents.of_appointment(key) for key in (appointment.id, appointment.reschedule_of) if key
    ]
    return Changes(
        act=act,
        clients=ids(appointment.client_id),
        appointments=ids(appointment.id, appointment.reschedule_of),
        incidents=ids(*(incident.id for incident in touched if incident is not None)),
        made=made,
        undo=undo,
    )
