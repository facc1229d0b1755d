"""Report a missed appointment from four boxes: who, who is waiting, their number, when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Client
from noshow_desk.domain.incident import Incident
from noshow_desk.domain.interviewer import Interviewer
from noshow_desk.domain.kinds import AppointmentKind
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import interviewers, typed
from noshow_desk.services.appointments import checked
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.clients import shown_name
from noshow_desk.services.desk import Desk

FARTHEST_AHEAD = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class _Boxes:
    """The four boxes, clean: a client and a person are new when their id is empty."""

    client: Client
    person: Interviewer
    number: str
    house: str
    notice: Message | None


def report_missed(
    desk: Desk,
    *,
    starts: datetime,
    client_id: str = "",
    client_name: str = "",
    interviewer_name: str = "",
    number: str = "",
    organisation: str = "",
    kind: AppointmentKind = AppointmentKind.JOB_INTERVIEW,
    zone: str = "",
    appointment_id: str = "",
    form_key: str = "",
) -> Changes:
    """Open an incident at once and return it as `made`; what is not known yet is made from what was typed.

    `starts` is the wall-clock start at the appointment's place. With `appointment_id` the appointment is
    known and the other boxes may be empty. An appointment still ahead is imminent. One that was a second
    chance stays linked to the incident before it through its appointment. Reporting the same one twice
    answers with the first report. Raises UserError (field client_name, interviewer_name or starts).
    """
    if appointment_id:
        return _report(desk, desk.vault.appointments.get(appointment_id), form_key, None)
    boxes = _boxes(desk, client_id, client_name, interviewer_name, number, organisation)
    wanted = checked(desk, Appointment(kind=kind, starts=_believable(desk, starts), zone=zone or desk.zone))
    known = _known_appointment(desk, boxes, wanted)
    return _report(desk, known or wanted, form_key, boxes)


def _report(desk: Desk, appointment: Appointment, form_key: str, boxes: _Boxes | None) -> Changes:
    earlier = desk.vault.incidents.of_appointment(appointment.id) if appointment.id else None
    if earlier is not None:
        said = Message(N_("This appointment was reported before. Here it is."))
        return Changes(
            clients=ids(appointment.client_id), incidents=ids(earlier.id), made=earlier.id, said=said
        )
    with desk.act() as act:
        kept = _keep(desk, appointment, boxes)
        made = desk.vault.incidents.add(_incident(desk, kept))
        if form_key:
            desk.vault.unsaved.remove(form_key)
    client = desk.vault.clients.get(kept.client_id)
    return Changes(
        act=act.id,
        clients=ids(client.id),
        interviewers=ids(kept.interviewer_id),
        appointments=ids(kept.id),
        incidents=ids(made),
        made=made,
        said=boxes.notice if boxes else None,
        undo=Message(N_("Undo report about {name}"), {"name": shown_name(client)}),
    )


def _incident(desk: Desk, appointment: Appointment) -> Incident:
    now, starts = desk.now(), appointment.instant
    return Incident(
        appointment_id=appointment.id,
        imminent=starts is not None and starts > now,
        reported_by=desk.caseworker.id,
        reported_at=now,
    )


def _boxes(
    desk: Desk, client_id: str, client_name: str, interviewer_name: str, number: str, organisation: str
) -> _Boxes:
    # Of a chosen client the name in the box is only shown: two long names make one too long to be typed.
    who = typed.name("" if client_id else client_name, "client_name")
    waiting = typed.name(interviewer_name, "interviewer_name")
    phone, house = typed.name(number, "number").value, typed.name(organisation, "organisation").value
    client = desk.vault.clients.get(client_id) if client_id else _client(desk, who.value)
    if not (waiting.value or house):
        raise UserError(_("Who is waiting? A name or the organisation is enough."), field="interviewer_name")
    wanted = interviewers.person_from(waiting.value) if waiting.value else Interviewer()
    known = interviewers.matching(desk, wanted, phone)
    return _Boxes(client, known or wanted, phone, house, who.notice or waiting.notice)


def _client(desk: Desk, name: str) -> Client:
    """Return the one client of this name, or a new one. Raises UserError for no name and for two of that
    name.
    """
    if not name:
        raise UserError(_("Who missed it? Type a name, or choose a client."), field="client_name")
    found = desk.vault.clients.many(desk.vault.clients.search(name, 50))
    wanted = name.casefold()
    same = [one for one in found if wanted in {one.full_name.casefold(), shown_name(one).casefold()}]
    if len(same) > 1:
        raise UserError(
            _("There are {count} clients called {name}. Choose one from the list.").format(
                count=len(same), name=name
            ),
            field="client_name",
        )
    first, _blank, last = name.partition(" ")
    return same[0] if same else Client(first_name=first, last_name=last)


def _believable(desk: Desk, starts: datetime) -> datetime:
    kept = typed.start(starts)
    assert kept is not None
    if kept > desk.local_now() + FARTHEST_AHEAD:
        raise UserError(_("That is more than a year ahead. Check the date."), field="starts")
    return kept


def _known_appointment(desk: Desk, boxes: _Boxes, wanted: Appointment) -> Appointment | None:
    """Return the client's appointment at that very time with that person, when it is in the book already."""
    if not boxes.client.id:
        return None
    for appointment in desk.vault.appointments.of_client(boxes.client.id):
        same_person = appointment.interviewer_id == boxes.person.id or not appointment.interviewer_id
        if appointment.starts == wanted.starts and same_person:
            return appointment
    return None


def _keep(desk: Desk, appointment: Appointment, boxes: _Boxes | None) -> Appointment:
    """Inside the act: write what is new of client, person and appointment; return the appointment with
    its ids.
    """
    if boxes is None:
        return appointment
    client_id = boxes.client.id or desk.vault.clients.add(
        replace(boxes.client, case_number=desk.vault.clients.next_case_number())
    )
    person_id = interviewers.keep_person(desk, boxes.person, boxes.number, boxes.house)
    kept = replace(appointment, client_id=client_id, interviewer_id=appointment.interviewer_id or person_id)
    if kept.id:
        desk.vault.appointments.change(kept)
        return kept
    return replace(kept, id=desk.vault.appointments.add(kept))
