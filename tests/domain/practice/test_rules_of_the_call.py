"""One test or more for the rules R12 to R18 of PRACTICE section 1, named after them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noshow_desk.domain.incident import (
    OutsideReason,
)
from noshow_desk.domain.kinds import (
    CLIENT_ONLY_KINDS,
    Answer,
    AppointmentKind,
    CallResult,
    OutsideFactor,
    PaperKind,
    StepId,
    Who,
)
from noshow_desk.domain.paper import Paper
from noshow_desk.domain.practice import derive
from noshow_desk.domain.practice.permissions import callers_allowed, may_ask, senders_allowed
from noshow_desk.domain.practice.success import success_of
from noshow_desk.domain.practice.truth import (
    confirmed_reasons,
    is_final,
    is_one_sentence,
    prints_as_draft,
    true_sentence,
)
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
def test_R12_the_client_calls_asks_and_signs(kind: AppointmentKind) -> None:
    assert callers_allowed(kind) == (Who.CLIENT,)
    assert not may_ask(kind, Who.CASEWORKER)
    for paper in (PaperKind.APOLOGY, PaperKind.THANK_YOU, PaperKind.WITHDRAWAL, PaperKind.CALL_CARD):
        assert senders_allowed(kind, paper) == (Who.CLIENT,)
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
        assert callers_allowed(kind)[0] is Who.CLIENT and may_ask(kind, Who.CASEWORKER)
        facts = replace(facts_of("told"), appointment=replace(facts_of("told").appointment, kind=kind))
        called = with_call(facts, "3-10 10:05", by=Who.CASEWORKER, asked=True)
        assert step(called, StepId.CALL, at("3-10 10:06")).state is DONE


def test_R13_a_paper_is_a_draft_until_the_client_says_that_every_sentence_is_true() -> None:
    paper = Paper(kind=PaperKind.APOLOGY)
    assert prints_as_draft(paper) and not is_final(paper)
    ticked = replace(paper, true_by_client_at=at("3-10 10:00"))
    assert not prints_as_draft(ticked) and not is_final(ticked)
    assert is_final(replace(ticked, nothing_untrue_at=at("3-10 10:01")))


def test_R13_only_what_the_client_confirmed_may_be_given_as_the_reason() -> None:
    incident = facts_of("granted").incident
    assert confirmed_reasons(incident) == {OutsideFactor.TRANSPORT}
    unconfirmed = replace(
        incident,
        outside=(OutsideReason(factor=OutsideFactor.ILLNESS),),
        true_sentence_confirmed_at=None,
    )
    assert confirmed_reasons(unconfirmed) == frozenset() and true_sentence(unconfirmed) == ""
    assert true_sentence(incident) == "I took the wrong bus and did not call."


def test_R14_at_most_one_explanatory_sentence() -> None:
    assert is_one_sentence("") and is_one_sentence("I took the wrong bus and did not call.")
    assert not is_one_sentence("I took the wrong bus. My phone was off.")


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
