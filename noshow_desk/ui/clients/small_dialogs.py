"""The short dialogs about a client: a contact, a follow-up, an appointment, a person."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import partial

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import AppointmentKind, Channel
from noshow_desk.domain.labels import label
from noshow_desk.errors import UserError
from noshow_desk.i18n import LANGUAGE_NAMES, N_, _
from noshow_desk.services import appointments, clients, follow_ups, interviewers, queries
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.record_form import FormRow, RecordDialog

CHANNELS = tuple(
    (one, label(one)) for one in (Channel.CALL, Channel.TEXT, Channel.EMAIL, Channel.VISIT, Channel.OTHER)
)
KINDS = tuple((one, label(one)) for one in AppointmentKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contact:
    """What the contact dialog asks."""

    id: str = ""
    at: datetime | None = None
    channel: Channel = Channel.CALL
    note: str = ""


class ContactDialog(RecordDialog):
    """Writes down a contact that belongs to no incident."""

    def __init__(self, desk: Desk, bridge: Bridge, client_id: str) -> None:
        rows = (
            FormRow(name="at", label=N_("&When"), kind="moment", wide=True),
            FormRow(name="channel", label=N_("&How"), kind="choice", choices=CHANNELS),
            FormRow(name="note", label=N_("What was said"), kind="text", wide=True),
        )
        save = partial(_save_contact, desk, client_id)
        known = _Contact(at=desk.local_now().replace(second=0, microsecond=0))
        super().__init__(_("Log contact"), rows, known, save, desk=desk, bridge=bridge)


def _save_contact(desk: Desk, client_id: str, contact: _Contact) -> Changes:
    at = (contact.at or desk.local_now()).replace(tzinfo=desk.tz)
    return clients.log_contact(desk, client_id=client_id, at=at, channel=contact.channel, note=contact.note)


@dataclass(frozen=True, slots=True, kw_only=True)
class _NextContact:
    """What the follow-up dialog asks."""

    id: str = ""
    on: date | None = None
    what: str = ""


class FollowUpDialog(RecordDialog):
    """Puts a next contact on a day."""

    def __init__(self, desk: Desk, bridge: Bridge, client_id: str) -> None:
        rows = (
            FormRow(name="on", label=N_("&Day"), kind="day"),
            FormRow(name="what", label=N_("What &for"), wide=True),
        )
        save = partial(_save_follow_up, desk, client_id)
        super().__init__(_("Plan a follow-up"), rows, _NextContact(), save, desk=desk, bridge=bridge)


def _save_follow_up(desk: Desk, client_id: str, wanted: _NextContact) -> Changes:
    if wanted.on is None:
        raise UserError(_("Choose a day."), field="on")
    return follow_ups.record_follow_up(desk, client_id=client_id, on=wanted.on, what=wanted.what)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Booking:
    """What the appointment dialog asks: the appointment, and who waits, by name."""

    id: str = ""
    appointment: Appointment = field(default_factory=Appointment)
    kind: AppointmentKind = AppointmentKind.JOB_INTERVIEW
    person: str = ""
    organisation: str = ""
    number: str = ""
    role: str = ""
    starts: datetime | None = None
    place: str = ""


BOOKING_ROWS = (
    FormRow(name="kind", label=N_("&Kind"), kind="choice", choices=KINDS),
    FormRow(name="role", label=N_("Position or programme")),
    FormRow(name="starts", label=N_("&When"), kind="moment", wide=True),
    FormRow(name="person", label=N_("Who will be &waiting"), hint=N_("For example Ms. Rosa Alvarez")),
    FormRow(name="number", label=N_("Their &number")),
    FormRow(name="organisation", label=N_("&Organisation")),
    FormRow(name="place", label=N_("&Place or link")),
)


def appointment_dialog(desk: Desk, bridge: Bridge, client_id: str, appointment_id: str = "") -> RecordDialog:
    """Return the dialog that adds an appointment, or edits the one with this id."""
    known = (
        _booking(desk, appointment_id)
        if appointment_id
        else _Booking(appointment=Appointment(client_id=client_id))
    )
    title = _("Edit appointment") if appointment_id else _("Add appointment")
    return RecordDialog(title, BOOKING_ROWS, known, partial(_save_booking, desk), desk=desk, bridge=bridge)


def _booking(desk: Desk, appointment_id: str) -> _Booking:
    known = queries.appointment(desk, appointment_id)
    person = queries.interviewer(desk, known.interviewer_id) if known.interviewer_id else Interviewer()
    house = queries.organisation(desk, person.organisation_id) if person.organisation_id else Organisation()
    return _Booking(
        id=known.id,
        appointment=known,
        kind=known.kind,
        person=" ".join(part for part in (person.courtesy_title, person.full_name) if part),
        organisation=house.name,
        number=person.phones[0] if person.phones else "",
        role=known.role,
        starts=known.starts,
        place=known.place,
    )


def _save_booking(desk: Desk, wanted: _Booking) -> Changes:
    if wanted.starts is None:
        raise UserError(_("Choose a day and a time."), field="starts")
    kept = replace(
        wanted.appointment,
        kind=wanted.kind,
        role=wanted.role,
        starts=wanted.starts,
        zone=wanted.appointment.zone if wanted.id else desk.zone,
        place=wanted.place,
    )
    return appointments.book_appointment(
        desk, appointment=kept, person=wanted.person, number=wanted.number, organisation=wanted.organisation
    )


PERSON_ROWS = (
    FormRow(
        name="courtesy_title", label=N_("Courtesy title"), hint=N_("As the person wants it: Ms., Mr., Dr.")
    ),
    FormRow(name="job_title", label=N_("Job title")),
    FormRow(name="first_name", label=N_("&First name")),
    FormRow(name="last_name", label=N_("&Last name")),
    FormRow(name="phones", label=N_("&Phones"), kind="words", hint=N_("Several: a comma between.")),
    FormRow(name="email", label=N_("&E-mail")),
    FormRow(name="best_hours", label=N_("Best hours")),
    FormRow(name="language", label=N_("Language"), kind="choice", choices=tuple(LANGUAGE_NAMES.items())),
    FormRow(name="postal_address", label=N_("Postal &address"), kind="text", wide=True),
    FormRow(name="second_chance_policy", label=N_("Second chances, as met before"), kind="text", wide=True),
    FormRow(name="notes", label=N_("Notes"), kind="text", hint=N_("Without names of clients."), wide=True),
)


def person_dialog(desk: Desk, bridge: Bridge, interviewer_id: str) -> RecordDialog:
    """Return the dialog that edits the person who waits."""
    known = queries.interviewer(desk, interviewer_id)
    title = _("Edit {name}").format(name=known.full_name or _("the person who waits"))
    form_key = f"interviewer:{interviewer_id}"
    save = partial(_save_person, desk, form_key)
    return RecordDialog(title, PERSON_ROWS, known, save, desk=desk, bridge=bridge, form_key=form_key)


def _save_person(desk: Desk, form_key: str, person: Interviewer) -> Changes:
    return interviewers.edit_interviewer(desk, interviewer=person, form_key=form_key)
