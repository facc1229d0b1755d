"""One test or more for every action step of PRACTICE section 2, named after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from noshow_desk.domain.consent import Consent, level_on
from noshow_desk.domain.incident import ClientCall, Courtesy, IfThen, Plan
from noshow_desk.domain.kinds import (
    Answer,
    CallResult,
    ConsentLevel,
    PaperKind,
    StepId,
    StepState,
    Topic,
    Who,
)
from noshow_desk.domain.practice import derive
from noshow_desk.domain.step import Urgency
from tests.domain.practice.asking import (
    DONE,
    NOT_NEEDED,
    OPEN,
    RULES,
    at,
    derived,
    facts_of,
    said,
    says,
    step,
    with_call,
    with_sent,
)
from tests.sample_cases import with_incident


def test_A1_the_client_first_then_the_interviewer_at_once() -> None:
    first = derived("just_reported")
    assert first.next is not None and first.next.id is StepId.REACH
    assert first.step(StepId.COURTESY).waits_for is StepId.REACH
    tried = derived("missed_not_reached")
    assert tried.next is not None and tried.next.id is StepId.COURTESY
    assert tried.next.urgency is Urgency.WAITING and tried.next.who is Who.CASEWORKER


def test_A1_records_who_was_told_and_opens_the_step_client_calls() -> None:
    facts = facts_of("missed_not_reached")
    told = with_incident(facts, courtesy=Courtesy(at=at("3-10 09:17"), told="Ms. Alvarez"))
    found = derive(told, at("3-10 09:18"), RULES)
    assert said(found.step(StepId.COURTESY)) == "Done 9:17 AM by you"
    assert found.step(StepId.CALL).state is OPEN and found.step(StepId.CALL).due == at("3-10 09:17")
    assert all(one.urgency is not Urgency.WAITING for one in found.steps)


def test_A1_a_time_they_offer_is_recorded_as_offered_not_granted() -> None:
    courtesy = Courtesy(at=at("3-10 09:17"), offered="Thursday at ten")
    found = derive(with_incident(facts_of("missed_not_reached"), courtesy=courtesy), at("3-10 09:18"), RULES)
    assert said(found.step(StepId.COURTESY)) == "They offered: Thursday at ten. The client answers."
    assert found.step(StepId.ASK).state is OPEN and found.step(StepId.PLAN).state is NOT_NEEDED
    assert "They offered a time. It is not granted yet: the client calls to answer." in says(found)


@pytest.mark.parametrize(
    ("level", "state"),
    [
        (ConsentLevel.NOT_ASKED, OPEN),
        (ConsentLevel.NO_CONTACT, NOT_NEEDED),
        (ConsentLevel.CALL_WITHOUT_AGENCY, OPEN),
        (ConsentLevel.MAY_NAME_AGENCY, OPEN),
    ],
)
def test_A1_only_a_client_who_wants_no_contact_stops_the_courtesy_call(
    level: ConsentLevel, state: StepState
) -> None:
    facts = replace(facts_of("missed_not_reached"), consent=Consent(level=level, topics=(Topic.AGENCY,)))
    assert step(facts, StepId.COURTESY, at("3-10 09:18")).state is state


def test_A1_consent_that_ran_out_counts_as_not_asked() -> None:
    consent = Consent(level=ConsentLevel.MAY_NAME_AGENCY, until=date(2026, 3, 9))
    assert level_on(consent, date(2026, 3, 9)) is ConsentLevel.MAY_NAME_AGENCY
    assert level_on(consent, date(2026, 3, 10)) is ConsentLevel.NOT_ASKED


def test_A2_the_client_calls_as_soon_as_possible_with_both_apologies() -> None:
    call = step(facts_of("fast_path"), StepId.CALL, at("3-10 09:20"))
    assert call.state is OPEN and call.due == at("3-10 09:14") and call.urgency is Urgency.WAITING
    spoke = with_call(facts_of("fast_path"), "3-10 09:25", sorry_for_miss=True)
    found = derive(spoke, at("3-10 09:26"), RULES)
    assert said(found.step(StepId.CALL)) == "Done 9:25 AM by Marcus"
    assert "Two apologies belong in the call: for the miss, and for the trouble." in says(found)


def test_A2_no_answer_is_tried_again_the_next_half_day_like_a_voicemail() -> None:
    afternoon = with_call(facts_of("ready_to_call"), "3-13 15:00", CallResult.NO_ANSWER)  # a Friday
    assert step(afternoon, StepId.CALL, at("3-13 15:01")).due == at("3-16 09:00")


def test_A3_asks_in_the_call_and_the_answer_is_granted_refused_or_will_get_back() -> None:
    before = step(facts_of("ready_to_call"), StepId.ASK, at("3-10 10:01"))
    assert before.waits_for is StepId.CALL
    unasked = with_call(facts_of("ready_to_call"), "3-10 10:05", asked=False)
    not_yet = derive(unasked, at("3-10 10:06"), RULES)
    assert not_yet.step(StepId.ASK).state is OPEN and said(not_yet.step(StepId.ASK)) == "Not asked yet"
    assert not_yet.step(StepId.NOTE).title.say("en") == "Apology that asks for another time"
    for answer in (Answer.GRANTED, Answer.REFUSED):
        asked = with_call(facts_of("ready_to_call"), "3-10 10:05", asked=True, answer=answer)
        assert step(asked, StepId.ASK, at("3-10 10:06")).state is DONE


def test_A3_granted_without_a_date_asks_for_the_date() -> None:
    facts = with_call(facts_of("ready_to_call"), "3-10 10:05", asked=True, answer=Answer.GRANTED)
    found = derive(facts, at("3-10 10:06"), RULES)
    assert said(found.step(StepId.ASK)) == "Granted. Write down the new date."
    assert found.step(StepId.PLAN).state is OPEN
    assert "Write down the new date, place and name while it is fresh." in says(found)


def test_A4_the_thank_you_note_is_due_the_same_day_even_after_an_evening_call() -> None:
    facts = replace(facts_of("granted"), incident=facts_of("ready_to_call").incident)
    evening = with_call(facts, "3-10 18:30", asked=True, answer=Answer.GRANTED)
    note = step(evening, StepId.NOTE, at("3-10 18:31"))
    assert note.due == at("3-10 23:59") and note.urgency is Urgency.TODAY
    assert step(evening, StepId.NOTE, at("3-11 08:00")).urgency is Urgency.OVERDUE
    sent = with_sent(evening, PaperKind.THANK_YOU, "3-10 18:50")
    assert said(step(sent, StepId.NOTE, at("3-10 18:51"))) == "Sent 6:50 PM"


def test_A4_an_apology_is_no_thank_you_note_once_a_date_is_granted() -> None:
    sent = with_sent(facts_of("granted"), PaperKind.APOLOGY, "3-10 10:20")
    assert step(sent, StepId.NOTE, at("3-10 10:21")).state is OPEN


def test_A5_a_plan_has_if_then_for_outside_and_inside_and_is_said_out_loud() -> None:
    outside = IfThen(if_this="the bus has not come by 8:10", then_i="call Ray")
    inside = IfThen(if_this="I think they have already decided", then_i="say my name", inside=True)
    facts, now = facts_of("granted"), at("3-10 10:10")
    assert step(facts, StepId.PLAN, now).due == at("3-10 23:59")
    half = derive(with_incident(facts, plan=Plan(if_thens=(outside,))), now, RULES)
    assert half.step(StepId.PLAN).state is DONE
    assert "One plan for the outside, one for the inside." in says(half)
    assert "Say the plan out loud once." in says(half)
    whole = Plan(if_thens=(outside, inside), said_aloud_at=now)
    assert says(derive(with_incident(facts, plan=whole), now, RULES)) == []


def test_A5_reminders_seven_three_and_one_day_before_but_none_before_it_was_granted() -> None:
    facts = facts_of("granted")
    assert derived("granted").reminders == (at("3-12 09:00"),)
    far = replace(facts.new_appointment, starts=at("3-24 10:00").replace(tzinfo=None))
    found = derive(replace(facts, new_appointment=far), at("3-10 10:10"), RULES)
    assert found.reminders == (at("3-17 09:00"), at("3-21 09:00"), at("3-23 09:00"))


def test_A2_and_A3_of_a_call_that_moved_it_in_time() -> None:
    call = ClientCall(at=at("3-10 08:20"), moved_or_cancelled=True)
    late = ClientCall(at=at("3-10 09:20"), moved_or_cancelled=True)
    facts = facts_of("imminent_cannot_go")
    now = at("3-10 09:30")
    assert not derive(with_incident(facts, calls=(call,)), now, RULES).counts_as_no_show
    assert derive(with_incident(facts, calls=(late,)), now, RULES).counts_as_no_show
