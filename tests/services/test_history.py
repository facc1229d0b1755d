"""The change log in sentences, and an earlier value written again."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, datetime, timedelta

import pytest

from noshow_desk.domain.client import Phone
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.incident import ContactAttempt, Safety, Story
from noshow_desk.domain.interviewer import Interviewer
from noshow_desk.domain.kinds import (
    AttemptResult,
    ConsentLevel,
    StepId,
    Topic,
    VoicemailPreference,
)
from noshow_desk.domain.labels import label
from noshow_desk.errors import UserError
from noshow_desk.services import appointments, clients, consents, history, incidents, interviewers, queries
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries import history_names, history_values
from noshow_desk.services.queries.rows import HistoryRow
from noshow_desk.storage.first_schema import APPEND_ONLY, LOGGED
from tests.builders import Clock, granted_to_marcus, marcus, missed_by_marcus, rosa

STAMPS = {
    "id",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
    "revision",
    "archived_at",
    "archived_by",
}


@pytest.fixture
def client_id(desk: Desk) -> str:
    return clients.add_client(desk, client=marcus()).made


def edit(desk: Desk, client_id: str, **changes: object) -> HistoryRow:
    """Change the client and return the newest line."""
    changed = replace(queries.client(desk, client_id), **changes)  # type: ignore[arg-type]
    clients.edit_client(desk, client=changed)
    return queries.history(desk, "client", client_id)[0]


def said(row: HistoryRow) -> str:
    return row.sentence.say("en")


def test_a_change_is_a_sentence(desk: Desk, client_id: str, clock: Clock) -> None:
    clock.forward(days=-7)
    row = edit(desk, client_id, phones=(Phone(number="555-9999", label="work", shared=True),))
    assert said(row) == "Dana changed the phone numbers on Tuesday, March 3"
    assert row.old == "(555) 010-0142 · mobile"
    assert row.new == "555-9999 · work · shared with others"
    assert (row.what, row.at) == ("changed", datetime(2026, 3, 3, 8, 42))  # in winter time


def test_another_year_is_said(desk: Desk, client_id: str, clock: Clock) -> None:
    clock.forward(days=200)
    assert said(queries.history(desk, "client", client_id)[-1]).endswith("March 10")
    clock.forward(days=200)
    assert said(queries.history(desk, "client", client_id)[-1]).endswith("March 10, 2026")


def test_made_archived_and_brought_back(desk: Desk, client_id: str) -> None:
    clients.archive_client(desk, client_id=client_id)
    clients.restore_client(desk, client_id=client_id)
    rows = queries.history(desk, "client", client_id)
    assert [row.what for row in rows] == ["restored", "archived", "made"]
    assert [said(row).split(" on ")[0] for row in rows] == [
        "Dana brought the client back",
        "Dana archived the client",
        "Dana added the client",
    ]
    assert not any(row.restorable for row in rows)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("with_us_since", date(2025, 12, 1), "Monday, December 1, 2025"),
        ("address_safe_to_print", False, "No"),
        ("paper_language", "es", "Spanish"),
        ("voicemail", VoicemailPreference.NO_MESSAGE, "Leave no message"),
        ("tags", ("night shift", "bus"), "night shift; bus"),
        ("notes", "<b>Ann</b>", "<b>Ann</b>"),
        ("notes", "", ""),
    ],
)
def test_values_are_words(desk: Desk, client_id: str, field: str, value: object, words: str) -> None:
    edit(desk, client_id, notes="before", address_safe_to_print=True)
    row = edit(desk, client_id, **{field: value})
    assert (row.field, row.new) == (field, words)


def test_an_incident_tells_of_its_attempts_and_corrections(desk: Desk) -> None:
    incident_id = missed_by_marcus(desk)
    attempt = ContactAttempt(at=desk.now(), result=AttemptResult.REACHED)
    made = incidents.record_contact_attempt(desk, incident_id=incident_id, attempt=attempt)
    first = queries.facts(desk, incident_id).incident.contact_attempts[0]
    better = replace(attempt, result=AttemptResult.MESSAGE_LEFT)
    again = incidents.correct_contact_attempt(
        desk, incident_id=incident_id, corrects_id=first.id, attempt=better
    )
    history.undo(desk, act=again.act)
    rows = queries.history(desk, "incident", incident_id)
    assert [(row.table, row.what) for row in rows if row.table == "contact_attempt"] == [
        ("contact_attempt", "withdrawn"),
        ("contact_attempt", "corrected"),
        ("contact_attempt", "made"),
    ]
    assert said(rows[0]).startswith("Dana took a contact attempt back on")
    assert made.act in {row.act for row in rows}


def test_facts_of_an_incident_are_readable(desk: Desk) -> None:
    incident_id = missed_by_marcus(desk)
    facts = queries.facts(desk, incident_id).incident
    now = desk.now()
    told = replace(
        facts, story=Story(words="The bus did not come.", at=now), safety=Safety(danger=True, at=now)
    )
    incidents.save_incident(desk, incident=told)
    found = {row.field: row.new for row in queries.history(desk, "incident", incident_id)}
    assert "The bus did not come." in found["story"] and "9:42 AM" in found["story"]
    assert found["safety"].startswith("in danger · Tuesday, March 10, 2026, 9:42 AM")
    assert "{" not in "".join(found.values())


def test_an_appointment_names_who_waits(desk: Desk) -> None:
    incident_id = missed_by_marcus(desk)
    appointment = queries.facts(desk, incident_id).appointment
    other = interviewers.add_interviewer(desk, interviewer=rosa(first_name="Bea", last_name="Kim")).made
    appointments.edit_appointment(
        desk,
        appointment=replace(appointment, interviewer_id=other, starts=datetime(2026, 3, 12, 14, 0)),
    )
    found = {row.field: row for row in queries.history(desk, "appointment", appointment.id)}
    assert (found["interviewer_id"].old, found["interviewer_id"].new) == ("Rosa Alvarez", "Bea Kim")
    assert found["starts"].new == "Thursday, March 12, 2026, 2:00 PM"
    assert said(found["starts"]).startswith("Dana changed the time of the appointment")
    assert queries.history(desk, "interviewer", other)[0].what == "made"


def test_the_history_of_a_case_holds_all_that_belongs_to_the_client(desk: Desk) -> None:
    incident_id = granted_to_marcus(desk)
    client = queries.facts(desk, incident_id).client
    waiting = queries.facts(desk, incident_id).interviewer
    assert waiting is not None
    consent = Consent(
        client_id=client.id,
        interviewer_id=waiting.id,
        level=ConsentLevel.MAY_NAME_AGENCY,
        topics=(Topic.HOUSING,),
    )
    consents.decide_consent(desk, consent=consent)
    clients.add_client(desk, client=marcus(first_name="Somebody", last_name="Else"))
    rows = queries.case_history(desk, client.id)
    assert {"client", "appointment", "incident", "contact_attempt", "client_call", "consent"} <= {
        row.table for row in rows
    }
    assert [row.seq for row in rows] == sorted((row.seq for row in rows), reverse=True)
    assert len(queries.case_history(desk, client.id, limit=3)) <= 3
    assert "interviewer" not in {row.table for row in rows}


def test_a_consent_names_who_it_is_for_and_is_never_brought_back(desk: Desk) -> None:
    facts = queries.facts(desk, granted_to_marcus(desk))
    house = queries.organisation(desk, facts.interviewer.organisation_id)
    desk_clerk = interviewers.add_interviewer(desk, interviewer=Interviewer(), organisation=house).made
    given = desk.today() - timedelta(days=9)
    for interviewer_id in (facts.interviewer.id, desk_clerk):
        pair = {"client_id": facts.client.id, "interviewer_id": interviewer_id}
        decided = Consent(**pair, level=ConsentLevel.MAY_NAME_AGENCY, decided_on=given)
        consents.decide_consent(desk, consent=decided)
        history.undo(desk, act=consents.revoke_consent(desk, **pair).act)
        consents.revoke_consent(desk, **pair, on=given)
    lines = [row for row in queries.case_history(desk, facts.client.id) if row.table == "consent"]
    told = [said(row).split(" on ")[0] for row in reversed(lines)]
    back = "Dana changed the day the consent was taken back"
    for name, found in ((facts.interviewer.full_name, told[:4]), (house.name, told[4:])):
        assert found == [f"Dana added a consent ({name})", *[f"{back} ({name})"] * 3]
    for line in lines:
        assert not line.restorable
        with pytest.raises(UserError, match="Record it anew"):
            history.restore_value(desk, seq=line.seq)
    assert {one.revoked_on for one in queries.consents_of(desk, facts.client.id)} == {given}


def test_an_earlier_value_is_a_new_change_and_can_be_undone(desk: Desk, client_id: str) -> None:
    row = edit(desk, client_id, phones=())
    back = history.restore_value(desk, seq=row.seq)
    assert queries.client(desk, client_id).phones == marcus().phones
    newest = queries.history(desk, "client", client_id)[0]
    assert (newest.act, newest.old, newest.new) == (back.act, "", "(555) 010-0142 · mobile")
    assert back.undo is not None and back.everything
    history.undo(desk, act=back.act)
    assert queries.client(desk, client_id).phones == ()


def test_an_earlier_name_is_found_again(desk: Desk, client_id: str) -> None:
    row = edit(desk, client_id, last_name="Miller")
    assert queries.search(desk, "reed") == []
    history.restore_value(desk, seq=row.seq)
    assert [hit.id for hit in queries.search(desk, "reed")] == [client_id]


def test_what_is_so_already_is_said(desk: Desk, client_id: str) -> None:
    row = edit(desk, client_id, notes="new")
    history.restore_value(desk, seq=row.seq)
    with pytest.raises(UserError, match="like that already"):
        history.restore_value(desk, seq=row.seq)
    assert len(queries.history(desk, "client", client_id)) == 3


def test_a_line_that_is_gone_or_has_no_earlier_value_is_refused(desk: Desk, client_id: str) -> None:
    made = queries.history(desk, "client", client_id)[-1]
    for seq in (made.seq, 999_999):
        with pytest.raises(UserError):
            history.restore_value(desk, seq=seq)


def test_somebody_unknown_is_somebody(desk: Desk, client_id: str) -> None:
    with desk.vault.act(who="another", device="x", now=desk.now()):
        desk.vault.clients.change(replace(desk.vault.clients.get(client_id), notes="x"))
    assert said(queries.history(desk, "client", client_id)[0]).startswith("Somebody changed the notes")


def test_every_column_of_the_vault_has_words(desk: Desk) -> None:
    """A new table or column needs its name in history_names."""
    assert set(history_names.KINDS) == set(history_names.MADE) == set(LOGGED)
    for table in set(LOGGED) - set(APPEND_ONLY):
        columns = {one.name for one in desk.vault.session.db.table(table).columns} - STAMPS - {"content"}
        assert columns == set(history_names.FIELDS[table]), table


def test_every_field_of_a_record_can_be_read() -> None:
    for table, record in history_values.RECORDS.items():
        known = {field.name for field in fields(record)}
        assert set(history_names.FIELDS[table]) - {"value"} <= known, table


def test_codes_inside_small_records_are_words(desk: Desk) -> None:
    incident_id = missed_by_marcus(desk)
    incidents.skip_step(desk, incident_id=incident_id, step=StepId.STORY, reason="tired")
    found = {row.field: row.new for row in queries.history(desk, "incident", incident_id)}
    assert found["skips"].startswith(f"{label(StepId.STORY)} · tired · ")
