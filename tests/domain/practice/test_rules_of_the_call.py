"""One test or more for the rules R12 to R18 of PRACTICE section 1, named after them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noshow_desk.domain.kinds import (
    CLIENT_ONLY_KINDS,
    Answer,
    AppointmentKind,
    CallResult,
    PaperKind,
    StepId,
    Who,
)
from noshow_desk.domain.practice import derive
from noshow_desk.domain.practice.success import success_of
from noshow_desk.domain.step import Urgency
from tests.domain.practice.asking import (
    DONE,
    OPEN,
    RULES,
    at,
    facts_of,
    says,
    step,
    with_call,
    with_sent,
)
from tests.sample_cases import with_incident


@pytest.mark.parametrize("kind", sorted(CLIENT_ONLY_KINDS))
def test_R12_a_call_of_the_caseworker_is_not_the_clients_call(kind: AppointmentKind) -> None:
    facts = replace(facts_of("ready_to_call"), appointment=replace(facts_of("told").appointment, kind=kind))
    mine = with_call(facts, "3-10 10:05", by=Who.CASEWORKER, asked=True)
    found = derive(mine, at("3-10 10:06"), RULES)
    assert found.step(StepId.CALL).state is OPEN and found.step(StepId.CALL).who is Who.CLIENT
    assert "That call was yours. The client’s own call is still to come." in says(found)
    assert all(
        one.urgency is not Urgency.WAITING for one in found.steps
    )  # they have heard, if not from Marcus


def test_R12_for_other_kinds_the_caller_can_be_chosen() -> None:
    for kind in set(AppointmentKind) - CLIENT_ONLY_KINDS:
        facts = replace(facts_of("told"), appointment=replace(facts_of("told").appointment, kind=kind))
        called = with_call(facts, "3-10 10:05", by=Who.CASEWORKER, asked=True)
        assert step(called, StepId.CALL, at("3-10 10:06")).state is DONE


def test_R15_a_rehearsal_stands_between_deciding_and_calling() -> None:
    found = derive(with_incident(facts_of("fast_path"), rehearsals=()), at("3-10 09:20"), RULES)
    rehearse = found.step(StepId.REHEARSE)
    assert rehearse.state is OPEN and found.next == rehearse
    assert rehearse.due == found.step(StepId.CALL).due


def test_R16_the_reason_to_ask_is_hopeful_and_does_not_promise() -> None:
    why = step(facts_of("told"), StepId.ASK, at("3-10 09:50")).why.say("en")
    assert why == "A polite question. Many say yes; a no costs nothing more."


def test_R17_attempt_granted_and_attended_are_three_separate_facts() -> None:
    tried = success_of(facts_of("message_left"))
    assert tried.first_own is not None and tried.first_own.at == at("3-10 10:05")
    assert tried.granted is None and tried.attended is None
    refused = success_of(facts_of("refused"))
    assert refused.first_own is not None and refused.granted is False and refused.attended is None
    kept = success_of(facts_of("attended"))
    assert (kept.asked, kept.granted, kept.attended) == (True, True, True)
    mine = success_of(with_call(facts_of("told"), "3-10 10:05", by=Who.CASEWORKER))
    assert mine.first_own is None and [row.by for row in mine.attempts] == [Who.CASEWORKER]
    letter = success_of(with_sent(facts_of("told"), PaperKind.APOLOGY, "3-11 10:00"))
    assert letter.first_own is not None and letter.first_own.by is Who.CLIENT


@pytest.mark.parametrize("answer", [*Answer, None])
def test_R18_the_debrief_opens_whatever_the_answer(answer: Answer | None) -> None:
    facts = with_call(facts_of("ready_to_call"), "3-10 10:05", CallResult.SPOKE, asked=True, answer=answer)
    assert step(facts, StepId.DEBRIEF, at("3-10 10:06")).state is OPEN
