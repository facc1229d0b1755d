"""What happens in an incident, fact by fact: attempts, calls, answers, the new date, corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.incident import (
    ClientCall,
    ContactAttempt,
    Correction,
    Courtesy,
    DueMove,
    Incident,
    Skip,
)
from noshow_desk.domain.interviewer import Interviewer
from noshow_desk.domain.kinds import CLIENT_ONLY_KINDS, CorrectionKind, StepId, Who
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import interviewers, typed
from noshow_desk.services.appointments import checked
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk
from noshow_desk.services.paper_text import ticks_follow_words

UNDO_CORRECTIONS = {
    CorrectionKind.DID_SHOW_UP: N_("Undo “did show up”"),
    CorrectionKind.CAME_LATE: N_("Undo “came late”"),
    CorrectionKind.REPORTED_BY_MISTAKE: N_("Undo “reported by mistake”"),
}


def save_incident(desk: Desk, *, incident: Incident, form_key: str = "") -> Changes:
    """Write the facts of one page and remove its unsaved form, in one transaction.

    `incident` is the whole record as it is now; only what differs is written. Attempts and calls that are
    new are added, kept ones stay as they are. Raises UserError (field "by") like `record_call`.
    """
    kept = typed.cleaned(incident)
    _client_asks(desk, incident.id, *kept.value.calls)
    with desk.act() as act, ticks_follow_words(desk, incident.id):
        desk.vault.incidents.change(kept.value)
        if form_key:
            desk.vault.unsaved.remove(form_key)
    return _changes(desk, incident.id, act.id, said=kept.notice)


def record_contact_attempt(
    desk: Desk, *, incident_id: str, attempt: ContactAttempt, form_key: str = ""
) -> Changes:
    """Write down one try to reach the client."""
    kept = typed.cleaned(attempt).value
    typed.day(kept.at.date(), "at")
    with desk.act() as act:
        made = desk.vault.incidents.add_attempt(incident_id, kept)
        if form_key:
            desk.vault.unsaved.remove(form_key)
    return _changes(desk, incident_id, act.id, made=made, undo=Message(N_("Undo contact attempt")))


def correct_contact_attempt(
    desk: Desk, *, incident_id: str, attempt: ContactAttempt, corrects_id: str
) -> Changes:
    """Write down how an attempt really was; the first entry stays in the history."""
    return record_contact_attempt(
        desk, incident_id=incident_id, attempt=replace(attempt, id="", corrects_id=corrects_id)
    )


def record_call(desk: Desk, *, incident_id: str, call: ClientCall, form_key: str = "") -> Changes:
    """Write down a call (visit, message) of the client to the interviewer.

    Raises UserError (field "by") when the caseworker would ask for the second chance where only the client
    may.
    """
    kept = typed.cleaned(call).value
    typed.day(kept.at.date(), "at")
    _client_asks(desk, incident_id, kept)
    with desk.act() as act, ticks_follow_words(desk, incident_id):
        made = desk.vault.incidents.add_call(incident_id, kept)
        if form_key:
            desk.vault.unsaved.remove(form_key)
    return _changes(desk, incident_id, act.id, made=made, undo=Message(N_("Undo call")))


def record_courtesy(desk: Desk, *, incident_id: str, courtesy: Courtesy, form_key: str = "") -> Changes:
    """Write down that the interviewer was told (A1)."""
    incident = desk.vault.incidents.get(incident_id)
    changes = save_incident(desk, incident=replace(incident, courtesy=courtesy), form_key=form_key)
    return replace(changes, undo=Message(N_("Undo courtesy call")))


def grant_second_chance(
    desk: Desk,
    *,
    incident_id: str,
    starts: datetime,
    zone: str = "",
    place: str = "",
    with_name: str = "",
    form_key: str = "",
) -> Changes:
    """Put the new date in the book as the second chance of this incident's appointment (`made` is its id).

    `starts` is wall-clock time at the place. A date entered before is moved, not doubled. Raises UserError
    (field "starts") when the new date lies before the missed one.
    """
    missed = desk.vault.appointments.get(desk.vault.incidents.get(incident_id).appointment_id)
    new = checked(desk, replace(missed, starts=starts, zone=zone or missed.zone, place=place or missed.place))
    if missed.instant is not None and new.instant is not None and new.instant <= missed.instant:
        raise UserError(
            _("The new date lies before the missed one. Check the day and the time."), field="starts"
        )
    earlier = desk.vault.appointments.second_chance_of(missed.id)
    with desk.act() as act, ticks_follow_words(desk, incident_id):
        new = replace(
            new, interviewer_id=_meets(desk, missed.interviewer_id, with_name), reschedule_of=missed.id
        )
        made = _keep_second_chance(desk, new, earlier)
        if form_key:
            desk.vault.unsaved.remove(form_key)
    changes = _changes(desk, incident_id, act.id, made=made, undo=Message(N_("Undo new date")))
    return replace(changes, appointments=ids(missed.id, made))


def skip_step(desk: Desk, *, incident_id: str, step: StepId, reason: str = "") -> Changes:
    """Leave a step out, with the reason; without one it means "not now" and the step stays open."""
    incident = desk.vault.incidents.get(incident_id)
    others = tuple(skip for skip in incident.skips if skip.step is not step)
    skips = (*others, Skip(step=step, reason=reason, at=desk.now()))
    return replace(
        save_incident(desk, incident=replace(incident, skips=skips)),
        undo=Message(N_("Undo skip")),
    )


def move_due(desk: Desk, *, incident_id: str, step: StepId, due: datetime) -> Changes:
    """Set the due time of a step by hand (aware); earlier ones stay as history."""
    typed.day(due.date(), "due")
    incident = desk.vault.incidents.get(incident_id)
    moves = (*incident.due_moves, DueMove(step=step, due=due, at=desk.now()))
    return replace(
        save_incident(desk, incident=replace(incident, due_moves=moves)),
        undo=Message(N_("Undo new due date")),
    )


def correct_report(desk: Desk, *, incident_id: str, kind: CorrectionKind, note: str = "") -> Changes:
    """Write down that it turned out otherwise: did show up, came late after all, reported by mistake."""
    incident = desk.vault.incidents.get(incident_id)
    correction = Correction(kind=kind, at=desk.now(), by=desk.caseworker.id, note=note)
    changes = save_incident(desk, incident=replace(incident, corrections=(*incident.corrections, correction)))
    return replace(
        changes, undo=Message(UNDO_CORRECTIONS[kind]), said=Message(N_("Corrected. The history keeps both."))
    )


def _client_asks(desk: Desk, incident_id: str, *calls: ClientCall) -> None:
    """R12: for job, training and education interviews the one who asks is the client, always."""
    appointment = desk.vault.appointments.get(desk.vault.incidents.get(incident_id).appointment_id)
    by_caseworker = any(call.by is Who.CASEWORKER and call.asked for call in calls)
    if appointment.kind in CLIENT_ONLY_KINDS and by_caseworker:
        raise UserError(
            _("Here the client asks, not the caseworker. Sit next to them while they call."), field="by"
        )


def _keep_second_chance(desk: Desk, new: Appointment, earlier: Appointment | None) -> str:
    fresh = replace(new, outcome=None, outcome_at=None, outcome_by="")
    if earlier is None:
        return desk.vault.appointments.add(replace(fresh, id=""))
    kept = replace(
        fresh,
        id=earlier.id,
        outcome=earlier.outcome,
        outcome_at=earlier.outcome_at,
        outcome_by=earlier.outcome_by,
    )
    desk.vault.appointments.change(kept)
    return earlier.id


def _meets(desk: Desk, interviewer_id: str, with_name: str) -> str:
    """Inside an act: return the id of the person the new date is with: the same one, or a colleague by
    name.
    """
    if not with_name.strip():
        return interviewer_id
    named = interviewers.person_from(with_name)
    usual = desk.vault.interviewers.find(interviewer_id) or Interviewer()
    if named.full_name.casefold() in {usual.full_name.casefold(), usual.last_name.casefold(), ""}:
        return interviewer_id
    colleagues = (
        desk.vault.interviewers.of_organisation(usual.organisation_id) if usual.organisation_id else []
    )
    same = [one for one in colleagues if one.full_name.casefold() == named.full_name.casefold()]
    if same:
        return same[0].id
    return desk.vault.interviewers.add(
        replace(named, organisation_id=usual.organisation_id, phones=usual.phones)
    )


def _changes(
    desk: Desk,
    incident_id: str,
    act: str,
    *,
    made: str = "",
    said: Message | None = None,
    undo: Message | None = None,
) -> Changes:
    appointment = desk.vault.appointments.get(desk.vault.incidents.get(incident_id).appointment_id)
    return Changes(
        act=act,
        clients=ids(appointment.client_id),
        appointments=ids(appointment.id),
        incidents=ids(incident_id),
        made=made,
        said=said,
        undo=undo,
    )
