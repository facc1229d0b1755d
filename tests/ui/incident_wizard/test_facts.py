"""The binding between fields and facts: paths, stamps, records filled bit by bit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ClientCall, ContactAttempt, Courtesy, Decision, Incident, Obstacle
from noshow_desk.domain.kinds import Answer, AttemptResult, CallResult, Channel, DecisionChoice, Who
from noshow_desk.ui.incident_wizard import joined
from noshow_desk.ui.incident_wizard.all_pages import all_fields
from noshow_desk.ui.incident_wizard.fact_path import read, write
from noshow_desk.ui.incident_wizard.fields import apply, shown_value
from tests.ui.incident_wizard.cases import NOW

FIELDS = {field.path: field for field in all_fields()}
FACTS = CaseFacts(appointment=Appointment(starts=datetime(2026, 3, 10, 9)))


def test_reading_through_a_record_that_is_not_there() -> None:
    assert read(CaseFacts(), "incident.story.words") is None


def test_writing_makes_the_records_on_the_way() -> None:
    facts = write(CaseFacts(), "incident.story.words", "The bus had gone.")
    assert facts.incident.story is not None and facts.incident.story.words == "The bus had gone."


def test_writing_nothing_makes_no_record() -> None:
    assert write(CaseFacts(), "incident.story.words", "").incident.story is None
    assert write(CaseFacts(), "incident.insight.words", "").incident.insight is None


def test_clearing_words_keeps_the_record() -> None:
    facts = write(CaseFacts(), "incident.decision.choice", "policy_forbids")
    facts = write(facts, "incident.decision.nature", "First interview")
    facts = write(facts, "incident.decision.nature", "")
    assert facts.incident.decision == Decision(choice=DecisionChoice.POLICY_FORBIDS)


def test_a_list_of_records_round_trips() -> None:
    facts = write(
        CaseFacts(), "incident.obstacles", [{"what": "Bus", "idea": "Earlier one", "by": "2026-03-12"}]
    )
    assert facts.incident.obstacles[0] == Obstacle(
        what="Bus", idea="Earlier one", by=datetime(2026, 3, 12).date()
    )
    assert write(facts, "incident.obstacles", read(facts, "incident.obstacles")) == facts


def test_typing_sets_the_time_of_the_story_once() -> None:
    facts = apply(CaseFacts(), {"incident.story.words": "A"}, FIELDS, NOW)
    later = apply(facts, {"incident.story.words": "AB"}, FIELDS, NOW.replace(hour=20))
    assert later.incident.story is not None and later.incident.story.at == NOW


def test_a_tick_writes_the_time_and_unticking_takes_it_back() -> None:
    path = "incident.true_sentence_confirmed_at"
    facts = apply(CaseFacts(), {path: True}, FIELDS, NOW)
    assert facts.incident.true_sentence_confirmed_at == NOW
    assert shown_value(facts, {}, FIELDS[path]) is True
    assert apply(facts, {path: False}, FIELDS, NOW).incident.true_sentence_confirmed_at is None


def test_what_fits_no_fact_stays_in_the_form() -> None:
    typed = {"incident.importance.value": "many", "incident.no_such_thing": 1, "incident.own_words": "Mine."}
    assert apply(CaseFacts(), typed, FIELDS, NOW).incident == Incident(own_words="Mine.")


def test_no_call_is_recorded_before_there_is_a_result() -> None:
    typed = {"call.note": "Hands shaking", "call.sorry_for_miss": True}
    facts = joined.overlay(FACTS, typed, NOW)
    assert facts.incident.calls == ()
    assert joined.unwritten(facts, typed) == typed


def test_a_result_makes_a_call_of_the_client_at_the_moment_it_was_chosen() -> None:
    typed: dict = {}
    typed |= joined.begun(typed, "call.result", "spoke", NOW) | {"call.result": "spoke"}
    facts = joined.overlay(FACTS, typed, NOW.replace(hour=20))
    call = facts.incident.calls[0]
    assert (call.by, call.result, call.at) == (Who.CLIENT, CallResult.SPOKE, NOW)
    assert call.id == typed[joined.CALL_ID]


def test_a_recorded_call_is_corrected_by_a_new_row() -> None:
    call = ClientCall(id="one", at=NOW, result=CallResult.SPOKE)
    facts = replace(FACTS, incident=Incident(calls=(call,)))
    after = joined.overlay(facts, {"call.id": "two", "call.answer": "granted", "call.asked": True}, NOW)
    assert after.incident.calls[0] == call
    assert after.incident.calls[1] == replace(
        call, id="two", corrects_id="one", answer=Answer.GRANTED, asked=True
    )


def test_saying_the_same_again_corrects_nothing() -> None:
    call = ClientCall(id="one", at=NOW, result=CallResult.SPOKE)
    facts = replace(FACTS, incident=Incident(calls=(call,)))
    assert joined.overlay(facts, {"call.id": "two", "call.result": "spoke"}, NOW) == facts


def test_another_call_is_a_row_of_its_own() -> None:
    call = ClientCall(id="one", at=NOW, result=CallResult.VOICEMAIL)
    facts = replace(FACTS, incident=Incident(calls=(call,)))
    typed = {joined.ANOTHER: True, "call.id": "two", "call.result": "spoke"}
    after = joined.overlay(facts, typed, NOW)
    assert [each.corrects_id for each in after.incident.calls] == ["", ""]
    assert joined.read_joined(facts, typed, "call.result") is None


@pytest.mark.parametrize(
    ("how", "channel", "left"),
    [("spoke", Channel.CALL, False), ("message", Channel.CALL, True), ("email", Channel.EMAIL, True)],
)
def test_how_the_interviewer_was_told(how: str, channel: Channel, left: bool) -> None:
    facts = joined.overlay(FACTS, {"courtesy.how": how, "courtesy.offered": "Friday at ten"}, NOW)
    assert facts.incident.courtesy == Courtesy(
        at=NOW, channel=channel, message_left=left, offered="Friday at ten"
    )
    assert joined.read_joined(facts, {}, "courtesy.how") == how


def test_a_new_date_needs_a_day_and_a_time() -> None:
    assert joined.overlay(FACTS, {"granted.place": "Front desk"}, NOW).new_appointment is None
    facts = joined.overlay(FACTS, {"granted.starts": "2026-03-13T10:00:00"}, NOW)
    assert facts.new_appointment is not None
    assert facts.new_appointment.starts == datetime(2026, 3, 13, 10)


def test_when_to_call_back_is_a_correction_of_the_last_attempt() -> None:
    attempt = ContactAttempt(id="one", at=NOW, result=AttemptResult.NOT_READY)
    facts = replace(FACTS, incident=Incident(contact_attempts=(attempt,)))
    typed = {"attempt.call_back_at": "2026-03-10T15:00:00", "attempt.may_tell": True, "attempt.id": "two"}
    last = joined.overlay(facts, typed, NOW).incident.contact_attempts[-1]
    assert (last.corrects_id, last.may_tell) == ("one", True)
    assert last.call_back_at == datetime(2026, 3, 10, 19, tzinfo=UTC)
