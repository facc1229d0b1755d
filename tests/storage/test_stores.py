"""What each store answers besides keeping a record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.attachment import Attachment
from noshow_desk.domain.case_facts import CaseFacts, PaperFact
from noshow_desk.domain.client import Caseworker, Client
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.contact_note import ContactNote
from noshow_desk.domain.incident import ClientCall, ContactAttempt, Incident
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import Channel, ConsentLevel, Outcome, PaperKind
from noshow_desk.domain.paper import FollowUp, Paper
from noshow_desk.domain.template import Template
from noshow_desk.errors import NotFound
from noshow_desk.storage.open_vault import Vault
from tests.storage.vaults import NOW, act

NINE = datetime(2026, 3, 10, 9)


@pytest.fixture
def ann(memory: Vault) -> str:
    with act(memory):
        return memory.clients.add(Client(first_name="Ann"))


def test_what_is_not_there(memory: Vault) -> None:
    lookups: list[Callable[[str], object]] = [
        memory.clients.get, memory.clients.stamp, memory.cases.facts, memory.templates.version,
        memory.attachments.content,
    ]  # fmt: skip
    for lookup in lookups:
        with pytest.raises(NotFound, match="not in the vault"):
            lookup("nobody")
    writes: list[Callable[[str], object]] = [memory.clients.archive, memory.clients.restore]
    for write in writes:
        with pytest.raises(NotFound), act(memory):
            write("nobody")
    with pytest.raises(NotFound), act(memory):
        memory.clients.change(Client(id="nobody"))
    assert memory.clients.find("nobody") is None
    assert memory.caseworkers.first() is None


def test_the_first_caseworker_is_the_profile(memory: Vault) -> None:
    with act(memory):
        made = memory.caseworkers.add(Caseworker(name="Dana"))
    with act(memory, NOW + timedelta(days=1)):
        memory.caseworkers.add(Caseworker(name="Erin"))
    assert memory.caseworkers.first() == Caseworker(id=made, name="Dana")


def test_the_latest_consent_counts_and_all_are_kept(memory: Vault, ann: str) -> None:
    with act(memory):
        rosa = memory.interviewers.add(Interviewer(first_name="Rosa"))
        other = memory.interviewers.add(Interviewer(first_name="Olu"))
        for level in (ConsentLevel.NO_CONTACT, ConsentLevel.MAY_NAME_AGENCY):
            memory.consents.add(Consent(client_id=ann, interviewer_id=rosa, level=level))
    found = memory.consents.of(ann, rosa)
    assert found is not None
    assert found.level is ConsentLevel.MAY_NAME_AGENCY
    assert memory.consents.of(ann, other) is None
    assert [one.level for one in memory.consents.of_client(ann)] == [
        ConsentLevel.MAY_NAME_AGENCY,
        ConsentLevel.NO_CONTACT,
    ]
    assert memory.consents.latest([ann]) == {(ann, rosa): found}


def test_an_outcome_is_corrected_and_the_first_entry_stays(memory: Vault, ann: str) -> None:
    with act(memory):
        made = memory.appointments.add(Appointment(client_id=ann, starts=NINE))
        first = memory.appointments.record_outcome(made, Outcome.MISSED, NOW, "dana", note="no sign")
    shown = replace(memory.appointments.get(made), outcome=Outcome.ATTENDED, role="Cook")
    with act(memory):
        assert memory.appointments.change(shown)
        assert not memory.appointments.change(shown)
    entries = memory.appointments.attendance(made)
    assert [(one.outcome, one.corrects_id) for one in entries] == [
        (Outcome.MISSED, ""),
        (Outcome.ATTENDED, first),
    ]
    assert entries[0].note == "no sign"
    assert memory.appointments.get(made) == shown
    with act(memory):
        memory.appointments.change(replace(shown, outcome=None, outcome_at=None, outcome_by=""))
    assert memory.appointments.get(made).outcome is None


def test_appointments_by_client_time_and_second_chance(memory: Vault, ann: str) -> None:
    with act(memory):
        first = memory.appointments.add(Appointment(client_id=ann, starts=NINE))
        second = memory.appointments.add(
            Appointment(client_id=ann, starts=NINE + timedelta(days=3), reschedule_of=first)
        )
        unknown = memory.appointments.add(Appointment(client_id=ann))
    assert [one.id for one in memory.appointments.of_client(ann)] == [unknown, second, first]
    chance = memory.appointments.second_chance_of(first)
    assert chance is not None
    assert chance.id == second
    assert memory.appointments.second_chance_of(second) is None
    assert [one.id for one in memory.appointments.between(NINE, NINE + timedelta(days=3))] == [first]
    with act(memory):
        memory.appointments.archive(second)
    assert memory.appointments.second_chance_of(first) is None


def test_incidents_the_latest_appointment_first(memory: Vault, ann: str) -> None:
    with act(memory):
        days = [NINE + timedelta(days=shift) for shift in (0, 5, 2)]
        appointments = [memory.appointments.add(Appointment(client_id=ann, starts=day)) for day in days]
        incidents = [memory.incidents.add(Incident(appointment_id=one)) for one in appointments]
    wanted = [incidents[1], incidents[2], incidents[0]]
    assert memory.incidents.ids() == wanted
    assert memory.incidents.ids(since=NINE + timedelta(days=2)) == wanted[:2]
    assert [one.id for one in memory.incidents.of_client(ann)] == wanted
    found = memory.incidents.of_appointment(appointments[2])
    assert found is not None
    assert found.id == incidents[2]
    assert memory.incidents.by_appointment(["", *appointments]).keys() == set(appointments)
    with act(memory):
        memory.incidents.archive(incidents[1])
    assert memory.incidents.ids() == wanted[1:]
    assert memory.incidents.of_appointment(appointments[1]) is None


def test_attempts_are_appended_and_never_rewritten(memory: Vault) -> None:
    with act(memory):
        made = memory.incidents.add(Incident(contact_attempts=(ContactAttempt(at=NOW, note="rang"),)))
    incident = memory.incidents.get(made)
    with act(memory):
        memory.incidents.add_call(made, ClientCall(at=NOW))
        wrong = replace(
            incident.contact_attempts[0],
            id="",
            note="rang twice",
            corrects_id=incident.contact_attempts[0].id,
        )
        assert memory.incidents.change(
            replace(incident, contact_attempts=(*incident.contact_attempts, wrong))
        )
    notes = [attempt.note for attempt in memory.incidents.get(made).contact_attempts]
    assert notes == ["rang", "rang twice"]
    assert len(memory.incidents.get(made).calls) == 1
    rewritten = replace(incident, contact_attempts=(replace(incident.contact_attempts[0], note="sang"),))
    with pytest.raises(ValueError, match="append a correction"), act(memory):
        memory.incidents.change(rewritten)
    assert [attempt.note for attempt in memory.incidents.get(made).contact_attempts] == notes


def test_a_withdrawn_attempt_is_not_brought_back_by_an_old_copy(memory: Vault) -> None:
    with act(memory):
        made = memory.incidents.add(Incident(contact_attempts=(ContactAttempt(at=NOW),)))
    old = memory.incidents.get(made)
    with act(memory):
        memory.incidents.withdraw_attempt(old.contact_attempts[0].id)
    with act(memory):
        memory.incidents.change(replace(old, own_words="later"))
    assert memory.incidents.get(made).contact_attempts == ()
    assert memory.incidents.get(made).own_words == "later"


def test_a_sent_paper_is_frozen_and_lists_stay_light(memory: Vault, ann: str) -> None:
    with act(memory):
        appointment = memory.appointments.add(Appointment(client_id=ann, starts=NINE))
        incident = memory.incidents.add(Incident(appointment_id=appointment))
        made = memory.papers.add(
            Paper(incident_id=incident, kind=PaperKind.THANK_YOU, inputs={"greeting": "Hi"})
        )
        memory.papers.freeze(made, content=b"first", format="pdf", sent_at=NOW, how="post")
        memory.papers.freeze(made, content=b"second", format="pdf", sent_at=NOW, how="by hand")
        memory.papers.change(replace(memory.papers.get(made), language="es", frozen=b"", sent_at=None))
    paper = memory.papers.get(made)
    assert (paper.frozen, paper.sent_at, paper.sent_how, paper.language) == (b"second", NOW, "by hand", "es")
    assert memory.papers.of_incident(incident) == memory.papers.of_client(ann) == [replace(paper, frozen=b"")]
    assert memory.papers.facts(incident) == (
        PaperFact(
            kind=PaperKind.THANK_YOU, language="es", channel=Channel.LETTER, sent_at=NOW, sent_how="by hand"
        ),
    )
    assert memory.session.rows("SELECT frozen FROM sent_paper ORDER BY position") == [
        (b"first",),
        (b"second",),
    ]


def test_templates_keep_every_version(memory: Vault) -> None:
    with act(memory):
        made = memory.templates.add(Template(kind=PaperKind.APOLOGY, language="es", name="Mía", source="uno"))
        first = memory.templates.get(made)
        assert memory.templates.change(replace(first, source="dos", name="Nuestra"))
        assert not memory.templates.change(replace(first, source="dos", name="Nuestra"))
    now = memory.templates.get(made)
    assert (now.version, now.source, now.name) == (2, "dos", "Nuestra")
    versions = memory.templates.versions(made)
    assert [(one.version, one.source, one.template_id, one.saved_by) for one in versions] == [
        (1, "uno", made, "dana"),
        (2, "dos", made, "dana"),
    ]
    assert versions[0].saved_at == NOW
    assert memory.templates.version(first.version_id) == versions[0]
    assert memory.templates.of_kind(PaperKind.APOLOGY, "es") == memory.templates.all() == [now]
    assert memory.templates.of_kind(PaperKind.APOLOGY, "en") == []


def test_follow_ups_by_day(memory: Vault, ann: str) -> None:
    with act(memory):
        ids = [
            memory.follow_ups.add(FollowUp(client_id=ann, on=date(2026, 3, day), what="call"))
            for day in (12, 11, 20)
        ]
        memory.follow_ups.change(replace(memory.follow_ups.get(ids[0]), done_at=NOW))
    assert memory.follow_ups.get(ids[0]).done_at == NOW
    assert [one.id for one in memory.follow_ups.of_client(ann)] == [ids[2], ids[0], ids[1]]


def test_notes_of_a_client_the_latest_first(memory: Vault, ann: str) -> None:
    with act(memory):
        for day in (1, 3, 2):
            memory.contact_notes.add(ContactNote(client_id=ann, at=NOW + timedelta(days=day), text=str(day)))
    assert [one.text for one in memory.contact_notes.of_client(ann)] == ["3", "2", "1"]


def test_files_are_read_when_asked_for(memory: Vault, ann: str) -> None:
    with act(memory) as writing:
        made = memory.attachments.add_file(Attachment(client_id=ann, name="letter.pdf"), b"%PDF-1.7")
    assert memory.attachments.content(made) == b"%PDF-1.7"
    assert memory.attachments.of_client(ann) == [
        Attachment(id=made, client_id=ann, name="letter.pdf", size=8)
    ]
    assert [one.field for one in memory.changes.of_act(writing.id)] == [""]


def test_settings_are_any_plain_value(memory: Vault) -> None:
    with act(memory):
        assert memory.settings.put("paper", "letter")
        assert not memory.settings.put("paper", "letter")
        memory.settings.put("days", [1, None, {"ñ": 2.5}])
    assert memory.settings.all() == {"paper": "letter", "days": [1, None, {"ñ": 2.5}]}
    assert memory.settings.get("none", 7) == 7


def test_a_case_is_everything_around_an_incident(memory: Vault, ann: str) -> None:
    with act(memory):
        dana = memory.caseworkers.add(Caseworker(name="Dana"))
        house = memory.organisations.add(Organisation(name="Bayside"))
        rosa = memory.interviewers.add(Interviewer(first_name="Rosa", organisation_id=house))
        consent = memory.consents.add(Consent(client_id=ann, interviewer_id=rosa))
        first = memory.appointments.add(Appointment(client_id=ann, interviewer_id=rosa, starts=NINE))
        earlier = memory.incidents.add(Incident(appointment_id=first))
        again = memory.appointments.add(Appointment(client_id=ann, interviewer_id=rosa, reschedule_of=first))
        incident = memory.incidents.add(Incident(appointment_id=again))
        memory.papers.add(Paper(incident_id=incident, kind=PaperKind.APOLOGY))
        memory.follow_ups.add(FollowUp(incident_id=incident, client_id=ann, on=date(2026, 3, 12)))
    facts = memory.cases.facts(incident)
    assert (facts.client.id, facts.interviewer.id, facts.organisation.id) == (ann, rosa, house)
    assert (facts.consent.id, facts.caseworker.id, facts.appointment.id) == (consent, dana, again)
    assert facts.previous == memory.incidents.get(earlier)
    assert facts.papers == (PaperFact(kind=PaperKind.APOLOGY),)
    assert [one.on for one in facts.follow_ups] == [date(2026, 3, 12)]
    assert memory.cases.facts(earlier).new_appointment == memory.appointments.get(again)
    assert memory.cases.facts_of([incident, "nothing", earlier]) == [facts, memory.cases.facts(earlier)]


def test_an_incident_alone_is_a_case_too(memory: Vault) -> None:
    with act(memory):
        made = memory.incidents.add(Incident())
    assert memory.cases.facts(made) == CaseFacts(incident=Incident(id=made))
