"""What holds for any facts, in any order of entering them, at any time."""

from __future__ import annotations

import copy
import dataclasses
from datetime import UTC, datetime, timedelta

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.channel_rule import choose_channel
from noshow_desk.domain.incident import Incident
from noshow_desk.domain.kinds import CLIENT_ONLY_KINDS, Channel, StepId, StepState, Who
from noshow_desk.domain.practice import Rules, derive, derive_next
from noshow_desk.domain.practice.success import success_of
from noshow_desk.domain.step import Derived, Urgency
from tests.domain import whole_record as record

many = settings(max_examples=300)
few = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@few
@given(record.shrinking_facts, record.nows)
def test_for_any_facts_the_function_returns(facts: CaseFacts, now: datetime) -> None:
    assert [step.id for step in derive(facts, now).steps] == list(StepId)
    assert isinstance(derive_next(facts, now).finished, bool)


@many
@given(record.facts, record.nows)
def test_for_any_facts_all_steps_come_back_in_order_and_can_be_said(facts: CaseFacts, now: datetime) -> None:
    found = derive(facts, now)
    assert [step.id for step in found.steps] == list(StepId)
    for step in found.steps:
        assert isinstance(step.state, StepState)
        assert step.due is None or step.due.tzinfo is not None
        assert step.done_at is None or step.done_at.tzinfo is not None
    assert all(nudge.words.text for nudge in found.nudges)


@settings(many, max_examples=60)
@given(record.facts, record.nows, st.sampled_from(("en", "es")))
def test_every_sentence_can_be_said_in_both_languages(facts: CaseFacts, now: datetime, language: str) -> None:
    found = derive(facts, now)
    for step in found.steps:
        for message in (step.title, step.why, step.found):
            assert message is None or isinstance(message.say(language), str)
    for nudge in found.nudges:
        assert nudge.words.say(language)


@many
@given(record.facts, record.nows)
def test_derive_never_touches_the_facts(facts: CaseFacts, now: datetime) -> None:
    before = copy.deepcopy(facts)
    assert derive(facts, now) == derive(facts, now)
    assert facts == before


@many
@given(record.facts, record.nows)
def test_R12_the_caseworker_is_never_offered_to_ask_on_an_interview(facts: CaseFacts, now: datetime) -> None:
    found = derive(facts, now)
    if facts.appointment.kind in CLIENT_ONLY_KINDS:
        for step in (StepId.CALL, StepId.ASK, StepId.NOTE, StepId.PLAN):
            assert found.step(step).who is Who.CLIENT


@many
@given(record.facts, record.nows)
def test_the_next_step_is_open_actionable_and_alone_at_the_front(facts: CaseFacts, now: datetime) -> None:
    found = derive(facts, now)
    if found.next is None:
        open_ones = [step for step in found.steps if step.state is StepState.OPEN and not step.optional]
        assert found.parked or not open_ones
        return
    assert found.next.state is StepState.OPEN
    assert found.next.waits_for is None and not found.next.optional
    assert not found.finished
    assert found.next in found.steps


@many
@given(record.facts, record.nows)
def test_a_step_waits_only_for_an_open_one(facts: CaseFacts, now: datetime) -> None:
    found = derive(facts, now)
    for step in found.steps:
        if step.waits_for is not None:
            first = found.step(step.waits_for)
            assert step.state is StepState.OPEN
            assert first.state is StepState.OPEN and (not first.optional or step.optional)
            assert list(StepId).index(first.id) != list(StepId).index(step.id)


@many
@given(record.facts, record.nows)
def test_red_is_only_for_someone_who_waits_and_has_heard_nothing(facts: CaseFacts, now: datetime) -> None:
    found = derive(facts, now)
    if facts.incident.courtesy is not None or found.parked or not (found.imminent or found.counts_as_no_show):
        assert all(step.urgency is not Urgency.WAITING for step in found.steps)


@many
@given(record.facts, record.nows)
def test_a_board_gets_the_same_answer_sooner(facts: CaseFacts, now: datetime) -> None:
    found, short = derive(facts, now), derive_next(facts, now)
    assert short.step == (found.next.id if found.next else None)
    assert short.due == (found.next.due if found.next else None)
    assert short.title == (found.next.title if found.next else None)
    assert short.urgency is (found.next.urgency if found.next else Urgency.NONE)
    assert (short.finished, short.parked) == (found.finished, found.parked)
    assert (short.imminent, short.counts_as_no_show) == (found.imminent, found.counts_as_no_show)


@many
@given(record.facts, record.nows, st.integers(1, 3000))
def test_an_answer_holds_as_long_as_it_says(facts: CaseFacts, now: datetime, minutes: int) -> None:
    assume(2 <= now.year <= 9998)  # at the edges of the calendar a zone's clock cannot be kept
    short = derive_next(facts, now)
    later = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
    if later < short.holds_until:
        assert derive_next(facts, later)[:-1] == short[:-1]


@many
@given(record.facts, record.nows, st.integers(0, 100_000))
def test_R1_nothing_closes_by_the_passing_of_time(facts: CaseFacts, now: datetime, minutes: int) -> None:
    try:
        later = (now.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.tzinfo)
    except OverflowError:
        return
    if derive(facts, later).finished and facts.appointment.starts is not None:
        assert derive(facts, now).finished or derive(facts, now).imminent


FIELDS = [field.name for field in dataclasses.fields(Incident) if field.name != "id"]


@settings(many, max_examples=40)
@given(record.incidents, st.permutations(FIELDS), record.nows)
def test_any_order_of_entering_leads_to_the_same_steps(
    whole: Incident, order: list[str], now: datetime
) -> None:
    appointment = Appointment(starts=record.START)
    entered = CaseFacts(appointment=appointment, incident=Incident(id=whole.id))
    seen: list[tuple[CaseFacts, Derived]] = []
    for name in order:
        seen.append((entered, derive(entered, now)))
        value = getattr(whole, name)
        entered = dataclasses.replace(
            entered, incident=dataclasses.replace(entered.incident, **{name: value})
        )
    assert derive(entered, now) == derive(CaseFacts(appointment=appointment, incident=whole), now)
    for name in reversed(order):  # undo, answer by answer: each stage is as it was
        facts, before = seen.pop()
        blank = getattr(Incident(), name)
        entered = dataclasses.replace(
            entered, incident=dataclasses.replace(entered.incident, **{name: blank})
        )
        assert entered == facts
        assert derive(entered, now) == before


@many
@given(
    record.facts, record.facts, record.nows, st.sampled_from([f.name for f in dataclasses.fields(CaseFacts)])
)
def test_a_changed_answer_that_is_restored_brings_the_later_ones_back(
    facts: CaseFacts, other: CaseFacts, now: datetime, name: str
) -> None:
    before = derive(facts, now)
    changed = dataclasses.replace(facts, **{name: getattr(other, name)})
    derive(changed, now)
    restored = dataclasses.replace(changed, **{name: getattr(facts, name)})
    assert derive(restored, now) == before


@many
@given(record.facts, record.nows)
def test_the_other_rules_of_the_practice_never_raise(facts: CaseFacts, now: datetime) -> None:
    choice = choose_channel(facts, now.date(), 3, frozenset())
    assert isinstance(choice.channel, Channel) and choice.why.say()
    assert isinstance(success_of(facts).attempts, tuple)


@many
@given(record.facts, record.nows, st.integers(0, 20))
def test_rules_of_the_office_never_raise(facts: CaseFacts, now: datetime, mail_days: int) -> None:
    rules = Rules(mail_days=mail_days, holidays=frozenset({now.date()}))
    assert len(derive(facts, now, rules).steps) == len(StepId)
