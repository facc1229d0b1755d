"""One test for every row of PRACTICE section 3."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.case_facts import PaperFact
from noshow_desk.domain.incident import ContactAttempt, Debrief
from noshow_desk.domain.kinds import (
    Answer,
    AttemptResult,
    CallResult,
    Outcome,
    PaperKind,
    StepId,
    Who,
)
from noshow_desk.domain.practice import derive
from noshow_desk.domain.step import Branch, Urgency
from tests.domain.practice.asking import (
    DONE,
    NOT_NEEDED,
    OPEN,
    RULES,
    at,
    derived,
    facts_of,
    open_steps,
    road,
    said,
    says,
    states,
    step,
    with_attempt,
    with_call,
    with_sent,
)
from tests.sample_cases import with_incident


def test_imminent_reached_will_go() -> None:
    found = derived("imminent_will_go")
    assert found.branch is Branch.IMMINENT_WILL_GO and found.imminent
    assert road(found) == ["happened", "reach", "plan", "attended"]
    assert open_steps(found) == ["plan", "attended"]
    assert not found.counts_as_no_show


def test_imminent_reached_will_go_and_went() -> None:
    facts = facts_of("imminent_will_go")
    went = replace(facts, appointment=replace(facts.appointment, outcome=Outcome.ATTENDED))
    found = derive(went, at("3-11 09:00"), RULES)
    assert found.branch is Branch.NOT_MISSED
    assert not found.counts_as_no_show and found.finished


def test_imminent_becomes_missed_at_its_start_unless_something_is_recorded() -> None:
    facts = facts_of("imminent_will_go")
    assert derive(facts, at("3-10 08:59"), RULES).imminent
    found = derive(facts, at("3-10 09:00"), RULES)
    assert not found.imminent and found.counts_as_no_show
    happened = found.step(StepId.HAPPENED)
    assert found.next == happened and happened.state is OPEN
    assert happened.title.say("en") == "Did Marcus get there?"
    tried = with_attempt(facts, ContactAttempt(at=at("3-10 09:20"), result=AttemptResult.NO_ANSWER))
    later = derive(tried, at("3-10 09:21"), RULES)
    assert later.step(StepId.HAPPENED).state is DONE
    assert later.next is not None and later.next.id is StepId.COURTESY


def test_imminent_reached_cannot_or_will_not_go() -> None:
    found = derived("imminent_cannot_go")
    assert found.branch is Branch.IMMINENT_CANNOT_GO
    assert found.next is not None and found.next.id is StepId.CALL
    assert found.next.title.say("en") == "Marcus calls to cancel or move it"
    assert found.next.due == at("3-10 09:00")
    assert found.step(StepId.ASK).state is OPEN
    assert found.step(StepId.COURTESY).state is NOT_NEEDED
    assert not found.counts_as_no_show
    moved = derived("moved_in_time")
    assert moved.branch is Branch.MOVED_IN_TIME
    assert not moved.counts_as_no_show
    assert states(moved)["ask"] == "done"
    assert open_steps(moved) == ["plan", "attended"]
    assert not derive(facts_of("moved_in_time"), at("3-12 09:00"), RULES).counts_as_no_show


def test_imminent_cannot_go_and_the_call_did_not_say_whether_it_was_moved() -> None:
    called = derive(with_call(facts_of("imminent_cannot_go"), "3-10 08:20"), at("3-10 08:21"), RULES)
    assert "Did that call move or cancel it? Say so, or it counts as missed from its start." in says(called)


def test_imminent_cannot_go_and_nothing_was_recorded_before_the_start() -> None:
    found = derive(facts_of("imminent_cannot_go"), at("3-10 09:01"), RULES)
    assert not found.imminent and found.counts_as_no_show
    assert found.fast_path


def test_imminent_not_reached() -> None:
    found = derived("imminent_not_reached")
    assert found.branch is Branch.IMMINENT_NOT_REACHED
    assert found.next is not None and found.next.id is StepId.COURTESY
    assert found.next.due == at("3-10 09:00") and found.next.urgency is Urgency.WAITING
    assert found.step(StepId.CALL).due is None
    facts = facts_of("came_late")
    told = derive(with_incident(facts, corrections=()), at("3-10 08:55"), RULES)
    assert told.step(StepId.COURTESY).state is DONE
    assert told.step(StepId.CALL).state is OPEN and told.step(StepId.CALL).due == at("3-10 08:50")


def test_missed_not_reached() -> None:
    found = derived("missed_not_reached")
    assert found.branch is Branch.NOT_REACHED
    assert open_steps(found) == ["reach", "courtesy"]
    weeks_later = derive(facts_of("missed_not_reached"), at("4-10 09:00"), RULES)
    assert open_steps(weeks_later) == ["reach", "courtesy"] and not weeks_later.finished


def test_missed_reached_not_ready() -> None:
    found = derived("missed_not_ready")
    assert found.branch is Branch.NOT_READY
    assert found.step(StepId.REACH).due == at("3-10 11:00")
    assert found.step(StepId.COURTESY).state is OPEN and found.step(StepId.COURTESY).waits_for is None
    facts = facts_of("missed_not_ready")
    silent = replace(facts.incident.contact_attempts[0], may_tell=False)
    asked_not_to = derive(with_incident(facts, contact_attempts=(silent,)), at("3-10 09:16"), RULES)
    assert asked_not_to.step(StepId.COURTESY).state is NOT_NEEDED
    assert asked_not_to.step(StepId.COURTESY).why.say("en") == "The client asked you not to tell them."


def test_missed_reached_does_not_want_it() -> None:
    found = derived("does_not_want_it")
    assert found.branch is Branch.DOES_NOT_WANT_IT
    assert road(found) == ["happened", "reach", "story", "decide", "call", "note", "follow_up"]
    assert found.next is not None and found.next.title.say("en") == "Marcus withdraws politely"
    assert found.step(StepId.NOTE).title.say("en") == "Withdrawal note"
    by_note = with_sent(facts_of("does_not_want_it"), PaperKind.WITHDRAWAL, "3-10 09:30")
    assert states(derive(by_note, at("3-10 09:31"), RULES))["call"] == "does-not-apply"
    by_call = derive(with_call(facts_of("does_not_want_it"), "3-10 09:30"), at("3-10 09:31"), RULES)
    assert states(by_call)["note"] == "does-not-apply" and states(by_call)["call"] == "done"
    assert open_steps(by_call) == ["follow_up"]


def test_missed_reached_wants_it_interviewer_not_told_yet() -> None:
    found = derived("fast_path")
    assert found.branch is Branch.FAST_PATH and found.fast_path
    assert found.next is not None and found.next.id is StepId.REHEARSE
    waiting = {one.id for one in found.steps if one.waits_for is StepId.CALL}
    assert {StepId.STORY, StepId.RULERS, StepId.SOLVE} <= waiting
    called = with_call(facts_of("fast_path"), "3-10 09:25", asked=True, answer=Answer.GRANTED)
    dated = replace(called, new_appointment=facts_of("granted").new_appointment)
    after = derive(dated, at("3-10 09:26"), RULES)
    assert not after.fast_path
    assert open_steps(after) == ["story", "rulers", "solve", "debrief", "note", "plan", "attended"]
    assert after.next is not None and after.next.id is StepId.DEBRIEF
    for one in (StepId.STORY, StepId.RULERS, StepId.SOLVE, StepId.PLAN):
        assert after.step(one).due == at("3-10 23:59")


def test_the_fast_path_begins_with_a_short_story_then_asks_whether_it_is_wanted() -> None:
    reached = with_incident(facts_of("fast_path"), story=None, wants_it=None)
    first = derive(reached, at("3-10 09:15"), RULES)
    assert first.fast_path and first.next is not None and first.next.id is StepId.STORY
    told = with_incident(facts_of("fast_path"), wants_it=None)
    second = derive(told, at("3-10 09:17"), RULES)
    assert second.next is not None and second.next.id is StepId.DECIDE


def test_missed_reached_wants_it_interviewer_told() -> None:
    facts, now = facts_of("told"), at("3-10 09:41")
    walked = []
    whole = facts_of("granted").incident
    for field, value in (
        ("story", whole.story),
        ("importance", whole.importance),
        ("confidence", whole.confidence),
        ("obstacles", whole.obstacles),
        ("rehearsals", whole.rehearsals),
        ("calls", whole.calls),
    ):
        found = derive(facts, now, RULES)
        assert found.next is not None
        walked.append(found.next.id.value)
        facts = with_incident(facts, **{field: value})
    assert walked == ["story", "rulers", "rulers", "solve", "rehearse", "call"]
    facts = replace(facts, new_appointment=facts_of("granted").new_appointment)
    after = derive(facts, at("3-10 10:06"), RULES)
    assert [one for one in open_steps(after) if one != "attended"] == ["debrief", "note", "plan"]


def test_policy_forbids_a_do_over() -> None:
    found = derived("policy_forbids")
    assert found.branch is Branch.POLICY_FORBIDS
    assert states(found)["ask"] == "does-not-apply"
    assert found.next is not None and found.next.id is StepId.CALL
    assert found.next.why.say("en").endswith("and no question this time.")
    called = derive(with_call(facts_of("policy_forbids"), "3-10 10:05"), at("3-10 10:06"), RULES)
    assert called.step(StepId.NOTE).optional and called.step(StepId.NOTE).state is OPEN
    assert open_steps(called) == ["debrief"]


def test_call_went_to_voicemail_or_a_gatekeeper() -> None:
    for result in (CallResult.VOICEMAIL, CallResult.GATEKEEPER):
        once = with_call(facts_of("ready_to_call"), "3-10 10:05", result)
        found = derive(once, at("3-10 10:06"), RULES)
        assert found.branch is Branch.MESSAGE_LEFT
        assert found.step(StepId.CALL).state is OPEN
        assert found.step(StepId.CALL).due == at("3-10 13:00")
        assert found.step(StepId.CALL).title.say("en") == "Marcus calls again"
        twice = derive(with_call(once, "3-10 13:05", result), at("3-10 13:06"), RULES)
        assert twice.branch is Branch.AFTER_TWO_TRIES
        assert twice.step(StepId.CALL).state is DONE
        assert twice.step(StepId.NOTE).title.say("en") == "Apology that asks for another time"
        assert twice.step(StepId.NOTE).due == at("3-10 23:59")
        assert twice.step(StepId.ASK).waits_for is StepId.NOTE


def test_after_two_tries_the_apology_asks_and_the_client_calls_after_two_working_days() -> None:
    sent = with_sent(facts_of("after_two_tries"), PaperKind.APOLOGY, "3-12 14:00")  # a Thursday
    found = derive(sent, at("3-12 14:01"), RULES)
    assert found.step(StepId.NOTE).state is DONE
    assert found.step(StepId.ASK).due == at("3-16 23:59")


def test_granted() -> None:
    found = derived("granted")
    assert found.branch is Branch.GRANTED
    assert said(found.step(StepId.ASK)) == "Granted: Friday, March 13, 10:00 AM"
    assert found.step(StepId.NOTE).due == at("3-10 23:59")
    assert found.step(StepId.PLAN).due == at("3-10 23:59")
    assert found.step(StepId.ATTENDED).due == at("3-16 23:59")  # the date is a Friday
    kept = derived("attended")
    assert kept.step(StepId.ATTENDED).state is DONE and open_steps(kept) == ["follow_up"]


def test_refused() -> None:
    found = derived("refused")
    assert found.branch is Branch.REFUSED
    assert found.next is not None and found.next.id is StepId.DEBRIEF
    note = found.step(StepId.NOTE)
    assert note.state is OPEN and note.optional
    assert "door stays open" in note.why.say("en")
    assert states(found)["plan"] == states(found)["attended"] == "does-not-apply"
    looked_back = with_incident(facts_of("refused"), debrief=Debrief(growth_sentence="I can do hard things."))
    assert open_steps(derive(looked_back, at("3-10 10:20"), RULES)) == ["follow_up"]


def test_will_get_back() -> None:
    found = derived("will_get_back")
    assert found.branch is Branch.WILL_GET_BACK
    ask = found.step(StepId.ASK)
    assert ask.state is OPEN and ask.who is Who.CLIENT
    assert ask.due == at("3-12 23:59")  # two working days after Tuesday
    again = with_call(facts_of("will_get_back"), "3-12 15:00", CallResult.VOICEMAIL)
    assert step(again, StepId.ASK, at("3-12 15:01")).due == at("3-13 09:00")


def test_the_rescheduled_one_is_missed_too() -> None:
    facts, found = facts_of("missed_again"), derived("missed_again")
    assert found.step(StepId.DECIDE).state is OPEN
    assert "Before asking again: “What will be different?”" in says(found)
    answered = with_incident(facts, different_this_time="I moved in with my aunt, two blocks away.")
    assert step(answered, StepId.DECIDE, at("3-10 09:20")).state is DONE


def test_a_second_chance_that_is_missed_asks_for_a_linked_report() -> None:
    facts = facts_of("attended")
    assert facts.new_appointment is not None
    missed = replace(facts, new_appointment=replace(facts.new_appointment, outcome=Outcome.MISSED))
    found = derive(missed, at("3-16 09:00"), RULES)
    assert found.step(StepId.ATTENDED).state is DONE
    assert any("report it as a new one" in nudge for nudge in says(found))


def test_supervision_court_or_benefits_appointment() -> None:
    found = derived("official")
    assert found.nudges[0].words.say("en") == "Other rules hold here: check your policy first."
    assert found.step(StepId.NOTE).state is NOT_NEEDED
    by_caseworker = with_call(facts_of("official"), "3-10 10:00", by=Who.CASEWORKER, asked=True)
    called = derive(by_caseworker, at("3-10 10:01"), RULES)
    assert called.step(StepId.CALL).state is DONE and called.step(StepId.CALL).who is Who.CASEWORKER
    started = replace(facts_of("official"), papers=(PaperFact(kind=PaperKind.APOLOGY),))
    assert step(started, StepId.NOTE, at("3-10 10:01")).state is OPEN
