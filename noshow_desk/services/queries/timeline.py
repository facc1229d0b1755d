"""What happened with a client, newest first: one line for each fact, in words anyone may read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from noshow_desk.domain.appointment import Appointment, local
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ClientCall, ContactAttempt, Correction
from noshow_desk.domain.kinds import (
    Answer,
    AttemptResult,
    CallResult,
    Channel,
    CorrectionKind,
    Outcome,
    StoryState,
    Who,
)
from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import PAPER_TITLES
from noshow_desk.i18n import N_, Message, Near
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import Role, TimelineRow

CHANNEL_ICONS = {
    Channel.CALL: "phone-outgoing",
    Channel.TEXT: "message-square",
    Channel.EMAIL: "mail",
    Channel.VISIT: "map-pin",
    Channel.LETTER: "file-text",
}
OUTCOMES = {
    Outcome.ATTENDED: (N_("Went: {kind}"), "circle-check", Role.GOOD),
    Outcome.MOVED: (N_("Moved: {kind}"), "calendar-clock", Role.PLAIN),
    Outcome.CANCELLED: (N_("Cancelled: {kind}"), "calendar-x", Role.PLAIN),
    Outcome.MISSED: (N_("Missed: {kind}"), "phone-missed", Role.PLAIN),
}
CORRECTIONS = {
    CorrectionKind.DID_SHOW_UP: (N_("Corrected: {name} did show up"), "circle-check"),
    CorrectionKind.CAME_LATE: (N_("Corrected: {name} came late"), "clock"),
    CorrectionKind.REPORTED_BY_MISTAKE: (N_("Corrected: reported by mistake"), "undo-2"),
}
ANSWERS = {
    Answer.GRANTED: N_("A second chance was granted."),
    Answer.REFUSED: N_("No second chance this time."),
    Answer.WILL_GET_BACK: N_("They will get back to {name}."),
}


def timeline(desk: Desk, client_id: str) -> list[TimelineRow]:
    """Return everything that happened with a client, newest first, by the office's clock."""
    ids = [incident.id for incident in desk.vault.incidents.of_client(client_id)]
    cases = desk.vault.cases.facts_of(ids)
    rows = [row for case in cases for row in _of_incident(desk, case)]
    rows += _appointments(desk, client_id, {case.appointment.id for case in cases})
    rows += [*_notes(desk, client_id), *_papers(desk, client_id), *_left(desk, client_id)]
    return sorted(rows, key=_at, reverse=True)


def _at(row: TimelineRow) -> datetime:
    return row.at


def _of_incident(desk: Desk, case: CaseFacts) -> Iterator[TimelineRow]:
    incident = case.incident
    yield _reported(desk, case)
    corrected = {attempt.corrects_id for attempt in incident.contact_attempts if attempt.corrects_id}
    for attempt in incident.contact_attempts:
        yield _attempt(desk, case, attempt, attempt.id in corrected)
    if incident.courtesy is not None:
        yield _courtesy(desk, case)
    yield from _talk(desk, case)
    replaced = {call.corrects_id for call in incident.calls if call.corrects_id}
    for call in incident.calls:
        yield _call(desk, case, call, call.id in replaced)
    yield from _growth(desk, case)
    for correction in incident.corrections:
        yield _correction(desk, case, correction)


def _reported(desk: Desk, case: CaseFacts) -> TimelineRow:
    at = case.incident.reported_at
    starts = case.appointment.starts
    words = (
        N_("About to be missed: {kind}, {when}") if case.incident.imminent else N_("Missed: {kind}, {when}")
    )
    values = {
        "kind": Message(label(case.appointment.kind)),
        "when": Near(starts, desk.today()) if starts else "",
    }
    return TimelineRow(
        at=desk.local(at) if at else starts or desk.local_now(),
        icon="phone-missed",
        title=Message(words, values),
        role=Role.WAITING,
        text=" · ".join(part for part in (case.organisation.name, case.interviewer.full_name) if part),
        incident_id=case.incident.id,
    )


def _attempt(desk: Desk, case: CaseFacts, attempt: ContactAttempt, corrected: bool) -> TimelineRow:
    reached = attempt.result in {AttemptResult.REACHED, AttemptResult.NOT_READY}
    values = {
        "name": case.client.called,
        "channel": Message(label(attempt.channel)),
        "result": Message(label(attempt.result)),
    }
    return TimelineRow(
        at=desk.local(attempt.at),
        icon=CHANNEL_ICONS.get(attempt.channel, "phone-outgoing"),
        title=Message(N_("Tried to reach {name} ({channel}): {result}"), values),
        role=Role.GOOD if reached else Role.PLAIN,
        text=attempt.note,
        incident_id=case.incident.id,
        corrected=corrected,
    )


def _courtesy(desk: Desk, case: CaseFacts) -> TimelineRow:
    courtesy = case.incident.courtesy
    assert courtesy is not None
    told = courtesy.told or case.interviewer.full_name or case.organisation.name
    return TimelineRow(
        at=desk.local(courtesy.at),
        icon=CHANNEL_ICONS.get(courtesy.channel, "phone-outgoing"),
        title=Message(N_("You let {person} know"), {"person": told}),
        text=courtesy.note,
        quote=courtesy.offered,
        incident_id=case.incident.id,
    )


def _talk(desk: Desk, case: CaseFacts) -> Iterator[TimelineRow]:
    """The story and the insight; inside notes stay in the incident."""
    story, insight = case.incident.story, case.incident.insight
    at = (story.at if story else None) or case.incident.reported_at
    if at is None or (story is None and insight is None):
        return
    told = story is not None and story.state is StoryState.TOLD
    title = Message(N_("{name} told what happened"), {"name": case.client.called})
    unsaid = Message(N_("{name} prefers not to say what happened"), {"name": case.client.called})
    yield TimelineRow(
        at=desk.local(at),
        icon="message-circle",
        title=title if told or story is None else unsaid,
        text=story.words if story else "",
        quote=insight.words if insight else "",
        incident_id=case.incident.id,
    )


def _call(desk: Desk, case: CaseFacts, call: ClientCall, corrected: bool) -> TimelineRow:
    person = case.interviewer.full_name or case.organisation.name
    values: dict[str, object] = {
        "name": case.client.called if call.by is Who.CLIENT else Message(label(call.by)),
        "person": person,
        "result": Message(label(call.result)),
    }
    spoke = call.result is CallResult.SPOKE
    words = N_("{name} called {person}") if spoke else N_("{name} called {person}: {result}")
    answer = Message(ANSWERS[call.answer], {"name": case.client.called}).say() if call.answer else ""
    return TimelineRow(
        at=desk.local(call.at),
        icon="phone-call",
        title=Message(words, values),
        role=Role.GOOD,
        text=" ".join(part for part in (answer, call.answer_detail, call.note) if part),
        incident_id=case.incident.id,
        corrected=corrected,
    )


def _growth(desk: Desk, case: CaseFacts) -> Iterator[TimelineRow]:
    debrief = case.incident.debrief
    if debrief is None or debrief.at is None:
        return
    yield TimelineRow(
        at=desk.local(debrief.at),
        icon="sprout",
        title=Message(N_("Looked back with {name}"), {"name": case.client.called}),
        role=Role.GOOD,
        text=debrief.caseworker_said,
        quote=debrief.growth_sentence,
        incident_id=case.incident.id,
    )


def _correction(desk: Desk, case: CaseFacts, correction: Correction) -> TimelineRow:
    words, icon = CORRECTIONS[correction.kind]
    return TimelineRow(
        at=desk.local(correction.at),
        icon=icon,
        title=Message(words, {"name": case.client.called}),
        text=correction.note,
        incident_id=case.incident.id,
    )


def _appointments(desk: Desk, client_id: str, reported: set[str]) -> Iterator[TimelineRow]:
    for one in desk.vault.appointments.of_client(client_id):
        if one.starts is not None and one.id not in reported:
            yield _appointment(desk, one, one.starts)


def _appointment(desk: Desk, one: Appointment, starts: datetime) -> TimelineRow:
    if one.outcome is not None:
        words, icon, role = OUTCOMES[one.outcome]
    elif one.reschedule_of:
        words, icon, role = N_("Second chance: {kind}"), "calendar-clock", Role.GOOD
    else:
        words, icon, role = N_("Appointment: {kind}"), "calendar-days", Role.PLAIN
    person = desk.vault.interviewers.find(one.interviewer_id) if one.interviewer_id else None
    house = (
        desk.vault.organisations.find(person.organisation_id) if person and person.organisation_id else None
    )
    text = " · ".join(part for part in (house.name if house else "", one.role, one.place) if part)
    at = desk.local(one.instant) if one.instant else local(desk.now(), one)
    return TimelineRow(
        at=at, icon=icon, title=Message(words, {"kind": Message(label(one.kind))}), role=role, text=text
    )


def _notes(desk: Desk, client_id: str) -> Iterator[TimelineRow]:
    for note in desk.vault.contact_notes.of_client(client_id):
        title = Message(N_("Contact ({channel})"), {"channel": Message(label(note.channel))})
        yield TimelineRow(
            at=desk.local(note.at), icon="notebook-pen", title=title, text=note.text, quote=note.quote
        )


def _papers(desk: Desk, client_id: str) -> Iterator[TimelineRow]:
    for paper in desk.vault.papers.of_client(client_id):
        if paper.sent_at is not None:
            title = Message(N_("{paper} sent"), {"paper": Message(PAPER_TITLES[paper.kind])})
            yield TimelineRow(
                at=desk.local(paper.sent_at),
                icon="file-text",
                title=title,
                role=Role.GOOD,
                text=paper.channel_reason,
                incident_id=paper.incident_id,
                paper_id=paper.id,
            )


def _left(desk: Desk, client_id: str) -> Iterator[TimelineRow]:
    for release in desk.vault.releases.of_client(client_id):
        title = Message(N_("Case summary left: {recipient}"), {"recipient": release.recipient or "–"})
        yield TimelineRow(at=desk.local(release.at), icon="file-output", title=title, text=release.purpose)
