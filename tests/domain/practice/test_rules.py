"""One test or more for the rules R0 to R11 of PRACTICE section 1, named after them."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest

from noshow_desk.domain.client import Phone
from noshow_desk.domain.incident import (
    ContactAttempt,
    Decision,
    InsideReason,
    Obstacle,
    OutsideReason,
    Rehearsal,
    Ruler,
    Safety,
    Skip,
    Story,
)
from noshow_desk.domain.kinds import (
    AppointmentKind,
    AttemptResult,
    DecisionChoice,
    InsideFactor,
    OutsideFactor,
    StepId,
    StoryState,
    VoicemailPreference,
    WantsIt,
    Who,
)
from noshow_desk.domain.practice import derive
from noshow_desk.domain.practice.counters import (
    OBSTACLES_SHOWN,
    asks_why_not_client,
    owners,
    too_many,
)
from noshow_desk.domain.practice.voicemail import voicemail_words
from noshow_desk.domain.step import Urgency
from tests.domain.practice.asking import (
    DONE,
    NOT_NEEDED,
    OPEN,
    RULES,
    at,
    derived,
    facts_of,
    says,
    states,
    step,
    with_attempt,
)
from tests.sample_cases import with_incident


def test_R0_danger_parks_everything_until_it_is_over() -> None:
    found = derived("in_danger")
    assert found.parked and found.next is None and not found.finished and not found.nudges
    assert {one.urgency for one in found.steps} == {Urgency.NONE}
    over = Safety(danger=True, at=at("3-10 09:15"), over_at=at("3-10 09:40"))
    after = derive(with_incident(facts_of("in_danger"), safety=over), at("3-10 09:41"), RULES)
    assert not after.parked and after.next is not None and after.next.id is StepId.STORY


def test_R0_crying_or_angry_means_a_time_to_call_back() -> None:
    facts = facts_of("missed_not_ready")
    assert step(facts, StepId.REACH, at("3-10 09:16")).due == at("3-10 11:00")
    unagreed = replace(facts.incident.contact_attempts[0], call_back_at=None)
    open_ended = with_incident(facts, contact_attempts=(unagreed,))
    assert step(open_ended, StepId.REACH, at("3-10 09:16")).due == at("3-10 13:00")
    calm = with_attempt(facts, ContactAttempt(at=at("3-10 11:01")))
    assert step(calm, StepId.REACH, at("3-10 11:02")).state is DONE


def test_R1_nothing_closes_by_itself() -> None:
    for name in ("missed_not_reached", "refused", "attended", "does_not_want_it"):
        much_later = derive(facts_of(name), at("12-30 09:00"), RULES)
        assert not much_later.finished and much_later.next is not None


def test_R2_an_incident_is_finished_with_the_story_not_reached_or_prefers_not_to_say() -> None:
    facts, now = facts_of("did_show_up"), at("3-20 09:00")
    bare = with_incident(
        facts, corrections=(), skips=tuple(Skip(step=one, reason="no need") for one in StepId)
    )
    assert not derive(bare, now, RULES).finished  # every step was skipped, and nobody asked why
    for story in (
        Story(words="I overslept."),
        Story(state=StoryState.PREFERS_NOT_TO_SAY),
        Story(state=StoryState.NOT_REACHED),
    ):
        assert derive(with_incident(bare, story=story), now, RULES).finished
    assert not derive(with_incident(bare, story=Story(words="  ")), now, RULES).finished


def test_R3_the_clients_own_words_come_first_then_thought_feeling_belief() -> None:
    names = [field.name for field in fields(Story)]
    assert names.index("words") < names.index("thought") < names.index("feeling") < names.index("belief")
    only_logistics = with_incident(
        facts_of("told"), outside=(OutsideReason(factor=OutsideFactor.TRANSPORT),), story=Story()
    )
    assert step(only_logistics, StepId.STORY, at("3-10 09:42")).state is OPEN


def test_R4_only_outside_factors_get_one_nudge() -> None:
    nudge = "Only outside reasons so far. Ask once what went on inside; “not explored yet” is fine."
    outside = (OutsideReason(factor=OutsideFactor.TRANSPORT), OutsideReason(factor=OutsideFactor.PHONE))
    facts, now = with_incident(facts_of("told"), outside=outside), at("3-10 09:45")
    assert says(derive(facts, now, RULES)).count(nudge) == 1
    for factor in (InsideFactor.ASHAMED, InsideFactor.NOT_EXPLORED):
        both = with_incident(facts, inside=(InsideReason(factor=factor),))
        assert nudge not in says(derive(both, now, RULES))
    assert derive(facts, now, RULES).nudge(StepId.STORY).say("en") == nudge
    nothing = with_incident(facts, outside=(OutsideReason(factor=OutsideFactor.NONE),))
    assert nudge not in says(derive(nothing, now, RULES))


@pytest.mark.parametrize(
    ("rule", "shared", "words"),
    [
        (None, False, None),
        (VoicemailPreference.NO_MESSAGE, False, None),
        (VoicemailPreference.WITHOUT_AGENCY, False, "Hi, it’s Dana. Please call when you can."),
        (
            VoicemailPreference.MAY_NAME_AGENCY,
            False,
            "Hi, it’s Dana from Harbor Way Center. Please call when you can.",
        ),
        (VoicemailPreference.MAY_NAME_AGENCY, True, "Hi, it’s Dana. Please call when you can."),
    ],
)
def test_R5_the_words_for_a_voicemail_follow_the_clients_preference(
    rule: VoicemailPreference | None, shared: bool, words: str | None
) -> None:
    facts = facts_of("just_reported")
    client = replace(facts.client, voicemail=rule)
    found = voicemail_words(client, facts.caseworker, Phone(number="1", shared=shared))
    assert (found.say("en") if found else None) == words


def test_R5_reached_or_not_is_the_first_fork() -> None:
    for result in (AttemptResult.MESSAGE_LEFT, AttemptResult.NO_ANSWER, AttemptResult.WRONG_NUMBER):
        tried = with_attempt(facts_of("just_reported"), ContactAttempt(at=at("3-10 09:14"), result=result))
        found = derive(tried, at("3-10 09:15"), RULES)
        assert (
            found.step(StepId.COURTESY).state is OPEN and found.step(StepId.STORY).waits_for is StepId.REACH
        )
    reached = with_attempt(facts_of("just_reported"), ContactAttempt(at=at("3-10 09:14")))
    found = derive(reached, at("3-10 09:15"), RULES)
    assert found.step(StepId.COURTESY).state is NOT_NEEDED and found.step(StepId.STORY).waits_for is None


def test_R6_high_importance_and_low_confidence_rehearse_first() -> None:
    facts = with_incident(facts_of("told"), importance=Ruler(value=9), confidence=Ruler(value=3))
    nudge = "It matters a lot and feels unsure: rehearse before the call."
    assert nudge in says(derive(facts, at("3-10 09:50"), RULES))
    sure = with_incident(facts, confidence=Ruler(value=8))
    assert nudge not in says(derive(sure, at("3-10 09:50"), RULES))
    rehearsed = with_incident(facts, rehearsals=(Rehearsal(at=at("3-10 09:50")),))
    assert nudge not in says(derive(rehearsed, at("3-10 09:51"), RULES))


def test_R6_no_means_the_client_withdraws_and_there_is_no_do_over() -> None:
    found = states(derived("does_not_want_it"))
    assert [one for one in ("rulers", "solve", "ask", "plan") if found[one] != "does-not-apply"] == []
    assert found["call"] == "open" and found["note"] == "open"


def test_R6_unsure_means_the_rulers_come_before_the_call() -> None:
    facts = with_incident(facts_of("fast_path"), wants_it=WantsIt.UNSURE)
    found = derive(facts, at("3-10 09:20"), RULES)
    assert not found.fast_path
    assert found.step(StepId.DECIDE).state is OPEN and found.step(StepId.RULERS).waits_for is None
    assert "Not sure yet: ask how much it matters, and how sure it feels." in says(found)


def test_R7_three_obstacles_are_shown_more_are_possible_with_a_nudge() -> None:
    four = tuple(Obstacle(what=f"obstacle {number}") for number in range(4))
    facts = with_incident(facts_of("told"), obstacles=four)
    assert OBSTACLES_SHOWN == 3
    assert too_many(replace(facts.incident, obstacles=four[:3])) is None
    assert "Three are plenty. Which of them would have made the difference?" in says(
        derive(facts, at("3-10 09:50"), RULES)
    )


def test_R8_the_clients_idea_comes_first_and_closes_the_step() -> None:
    obstacle = Obstacle(what="The bus")
    facts = with_incident(facts_of("told"), obstacles=(obstacle,))
    assert obstacle.owner is Who.CLIENT
    assert step(facts, StepId.SOLVE, at("3-10 09:50")).state is OPEN
    solved = replace(obstacle, idea="Take the one at 7:40")
    assert step(with_incident(facts, obstacles=(solved,)), StepId.SOLVE, at("3-10 09:50")).state is DONE
    assert step(facts, StepId.SOLVE, at("3-10 09:50")).who is Who.CLIENT


def test_R9_owner_caseworker_asks_why_and_a_counter_keeps_watch() -> None:
    rows = (
        *(Obstacle(what=what, idea="mine") for what in ("a", "b", "c")),
        Obstacle(what="d", idea="yours", owner=Who.CASEWORKER),
    )
    facts = with_incident(facts_of("told"), obstacles=rows)
    assert owners(rows) == (3, 1)
    found = derive(facts, at("3-10 09:50"), RULES)
    assert asks_why_not_client(rows[3]) and not asks_why_not_client(rows[0])
    solve = found.step(StepId.SOLVE)
    assert solve.found is not None and solve.found.say("en") == "client 3 · caseworker 1"
    assert not asks_why_not_client(replace(rows[3], why_not_client="It is our form."))


def test_R11_a_decision_to_ask_later_keeps_the_step_and_a_policy_takes_it_away() -> None:
    facts = facts_of("told")
    later = with_incident(facts, decision=Decision(choice=DecisionChoice.ASK_LATER))
    ask = step(later, StepId.ASK, at("3-10 09:50"))
    assert ask.state is OPEN and ask.due is None and ask.title.say("en") == "Ask later"
    forbidden = with_incident(facts, decision=Decision(choice=DecisionChoice.POLICY_FORBIDS))
    found = derive(forbidden, at("3-10 09:50"), RULES)
    assert found.step(StepId.ASK).state is NOT_NEEDED
    assert "Write down which policy does not allow it." in says(found)


def test_R11_supervision_kinds_check_the_policy_and_keep_letters_off() -> None:
    for kind in (AppointmentKind.SUPERVISION, AppointmentKind.AGENCY):
        facts = replace(facts_of("told"), appointment=replace(facts_of("told").appointment, kind=kind))
        assert "Other rules hold here: check your policy first." in says(
            derive(facts, at("3-10 09:50"), RULES)
        )
        assert step(facts, StepId.NOTE, at("3-10 09:50")).state is NOT_NEEDED
