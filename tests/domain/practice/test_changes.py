"""Corrections and changed answers: later steps hide and come back, and no answer is lost."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ContactAttempt, Story
from noshow_desk.domain.kinds import (
    Answer,
    AttemptResult,
    Outcome,
    StepId,
    StoryState,
    WantsIt,
)
from noshow_desk.domain.practice import derive
from noshow_desk.domain.step import Branch
from tests.domain.practice.asking import (
    DONE,
    NOT_NEEDED,
    OPEN,
    RULES,
    SKIPPED,
    at,
    derived,
    facts_of,
    road,
    said,
    says,
    states,
    step,
    with_attempt,
)
from tests.sample_cases import with_incident


def test_did_show_up_and_reported_by_mistake_correct_a_report_and_keep_it() -> None:
    for name in ("did_show_up", "came_late", "reported_by_mistake"):
        found = derived(name)
        assert found.branch is Branch.NOT_MISSED
        assert not found.counts_as_no_show and found.finished
        assert road(found) == ["happened"]
    facts = facts_of("did_show_up")
    assert facts.incident.reported_at is not None  # the report itself is kept
    assert derive(with_incident(facts, corrections=()), at("3-10 09:31"), RULES).counts_as_no_show


def test_A1_cancelled_by_the_caseworker_is_not_the_clients_and_the_incident_stays() -> None:
    facts = with_incident(facts_of("came_late"), corrections=())
    cancelled = replace(
        facts.appointment, outcome=Outcome.CANCELLED, outcome_at=at("3-10 08:51"), outcome_by="somebody"
    )
    assert derive(replace(facts, appointment=cancelled), at("3-10 09:05"), RULES).counts_as_no_show
    own = replace(cancelled, outcome_by="client")
    assert not derive(replace(facts, appointment=own), at("3-10 09:05"), RULES).counts_as_no_show


def test_changing_an_earlier_answer_hides_later_ones_and_never_deletes_them() -> None:
    facts, now = facts_of("granted_and_planned"), at("3-10 10:40")
    before = derive(facts, now, RULES)
    no = with_incident(facts, wants_it=WantsIt.NO)
    hidden = states(derive(no, now, RULES))
    for one in ("rulers", "solve", "rehearse", "ask", "debrief", "plan", "attended"):
        assert hidden[one] == "does-not-apply"
    assert no.incident.plan == facts.incident.plan
    assert derive(with_incident(no, wants_it=WantsIt.YES), now, RULES) == before
    call = replace(
        facts.incident.calls[0], id="later", corrects_id=facts.incident.calls[0].id, answer=Answer.REFUSED
    )
    corrected = with_incident(facts, calls=(*facts.incident.calls, call))
    assert states(derive(corrected, now, RULES))["plan"] == "does-not-apply"
    back = replace(call, id="last", corrects_id="later", answer=Answer.GRANTED)
    restored = with_incident(corrected, calls=(*corrected.incident.calls, back))
    assert states(derive(restored, now, RULES)) == states(before)


def test_taking_back_reached_by_a_correction_opens_the_tries_again() -> None:
    facts, now = facts_of("fast_path"), at("3-10 09:25")
    first = facts.incident.contact_attempts[0]
    wrong = replace(first, id="fix", corrects_id=first.id, result=AttemptResult.NO_ANSWER)
    found = derive(with_attempt(facts, wrong), now, RULES)
    assert found.step(StepId.REACH).state is OPEN and found.step(StepId.COURTESY).state is OPEN
    right = replace(first, id="fix2", corrects_id="fix")
    assert derive(with_attempt(with_attempt(facts, wrong), right), now, RULES).fast_path


def test_someone_who_walks_in_was_reached_without_a_try_being_logged() -> None:
    told = Story(words="I am here now.", at=at("3-10 10:30"))
    found = derive(with_incident(facts_of("missed_not_reached"), story=told), at("3-10 10:31"), RULES)
    assert found.step(StepId.REACH).state is DONE
    assert found.step(StepId.COURTESY).state is NOT_NEEDED


def test_not_reached_ends_the_question_until_the_client_is_reached() -> None:
    facts = with_incident(facts_of("missed_not_reached"), story=Story(state=StoryState.NOT_REACHED))
    found = derive(facts, at("3-20 09:00"), RULES)
    assert found.step(StepId.STORY).state is DONE
    assert states(found)["call"] == "does-not-apply"
    reached = with_attempt(facts, ContactAttempt(at=at("3-20 09:30")))
    assert step(reached, StepId.STORY, at("3-20 09:31")).state is OPEN


def test_a_case_with_nothing_in_it_asks_what_happened() -> None:
    found = derive(CaseFacts(), at("3-10 09:00"))
    assert found.next is not None and found.next.id is StepId.HAPPENED
    assert found.step(StepId.PLAN).state is NOT_NEEDED and SKIPPED not in {one.state for one in found.steps}


def test_came_late_after_all_is_corrected_in_one_click_and_gets_one_kind_word() -> None:
    late = derived("came_late")
    assert said(late.step(StepId.HAPPENED)) == "Came late after all"
    assert says(late) == ["Came late after all: a short “sorry I was late” still helps."]
