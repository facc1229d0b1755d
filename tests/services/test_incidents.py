"""Incidents: attempts, calls, the new date, skips, dues, corrections."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from noshow_desk.domain.incident import ContactAttempt, Courtesy, Story
from noshow_desk.domain.kinds import (
    CLIENT_ONLY_KINDS,
    Answer,
    AppointmentKind,
    AttemptResult,
    Channel,
    CorrectionKind,
    StepId,
    StepState,
    Who,
)
from noshow_desk.errors import NotFound, UserError
from noshow_desk.services import history, incidents, queries, unsaved
from noshow_desk.services.desk import Desk
from tests.builders import NOW, Clock, call, granted_to_marcus, missed_by_marcus

NEW_DATE = datetime(2026, 3, 13, 10, 0)


def test_a_page_writes_its_facts_and_removes_its_unsaved_form(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    key = f"incident:{made}:story"
    unsaved.keep_unsaved(desk, form_key=key, payload={"words": "The bus"})
    told = replace(queries.facts(desk, made).incident, story=Story(words="The bus did not come.", at=NOW))
    changes = incidents.save_incident(desk, incident=told, form_key=key)
    assert changes.incidents == {made} and changes.clients
    assert queries.facts(desk, made).incident.story == told.story
    assert unsaved.unsaved_forms(desk) == []


def test_a_page_that_cannot_be_written_keeps_its_unsaved_form(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    key = f"incident:{made}:story"
    unsaved.keep_unsaved(desk, form_key=key, payload={"words": "The bus"})
    with pytest.raises(NotFound):
        incidents.save_incident(
            desk, incident=replace(queries.facts(desk, made).incident, id="gone"), form_key=key
        )
    assert [form.form_key for form in unsaved.unsaved_forms(desk)] == [key]


def test_markup_in_a_story_stays_what_was_typed(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    words = "<img src=file:///x> **no** {{ client }} \u202eabc"
    told = replace(queries.facts(desk, made).incident, story=Story(words=words))
    incidents.save_incident(desk, incident=told)
    kept = queries.facts(desk, made).incident.story
    assert kept is not None and kept.words == words


def test_an_attempt_is_recorded_and_can_be_corrected(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    tried = ContactAttempt(at=NOW, channel=Channel.TEXT, result=AttemptResult.REACHED)
    first = incidents.record_contact_attempt(desk, incident_id=made, attempt=tried).made
    assert queries.derived(desk, made).step(StepId.REACH).state is StepState.DONE
    wrong = replace(tried, result=AttemptResult.NO_ANSWER)
    incidents.correct_contact_attempt(desk, incident_id=made, attempt=wrong, corrects_id=first)
    assert queries.derived(desk, made).step(StepId.REACH).state is StepState.OPEN
    assert len(queries.facts(desk, made).incident.contact_attempts) == 2


def test_a_call_can_be_undone_and_comes_back(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    changes = incidents.record_call(desk, incident_id=made, call=call())
    undone = history.undo(desk, act=changes.act)
    assert queries.facts(desk, made).incident.calls == ()
    history.undo(desk, act=undone.act)
    assert len(queries.facts(desk, made).incident.calls) == 1


def test_a_courtesy_call_is_recorded(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    changes = incidents.record_courtesy(desk, incident_id=made, courtesy=Courtesy(at=NOW, told="Ms. Alvarez"))
    assert changes.undo is not None and changes.undo.say("en") == "Undo courtesy call"
    assert queries.derived(desk, made).step(StepId.COURTESY).state is StepState.DONE


def test_the_new_date_is_the_second_chance_of_the_missed_one(desk: Desk) -> None:
    made = granted_to_marcus(desk, NEW_DATE)
    facts = queries.facts(desk, made)
    assert facts.new_appointment is not None
    assert facts.new_appointment.starts == NEW_DATE
    assert facts.new_appointment.reschedule_of == facts.appointment.id
    assert facts.new_appointment.interviewer_id == facts.interviewer.id


def test_a_new_date_entered_twice_is_moved(desk: Desk) -> None:
    made = granted_to_marcus(desk, NEW_DATE)
    later = NEW_DATE + timedelta(days=1)
    incidents.grant_second_chance(desk, incident_id=made, starts=later)
    facts = queries.facts(desk, made)
    assert facts.new_appointment is not None and facts.new_appointment.starts == later
    assert len(queries.appointments_of(desk, facts.client.id)) == 2


def test_a_new_date_before_the_missed_one_is_refused(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    with pytest.raises(UserError) as error:
        incidents.grant_second_chance(desk, incident_id=made, starts=datetime(2026, 3, 10, 8, 0))
    assert error.value.field == "starts"


def test_the_new_date_may_be_with_a_colleague(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    for _twice in range(2):
        incidents.grant_second_chance(desk, incident_id=made, starts=NEW_DATE, with_name="Mr. Bo Lee")
    facts = queries.facts(desk, made)
    assert facts.new_appointment is not None
    colleague = queries.interviewer(desk, facts.new_appointment.interviewer_id)
    assert colleague.full_name == "Bo Lee" and colleague.organisation_id == facts.organisation.id
    assert len(queries.interviewers(desk)) == 2


def test_a_skip_has_its_reason_and_can_be_taken_back(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    skipped = incidents.skip_step(desk, incident_id=made, step=StepId.RULERS, reason="No time today")
    assert queries.derived(desk, made).step(StepId.RULERS).skip_reason == "No time today"
    history.undo(desk, act=skipped.act)
    assert queries.derived(desk, made).step(StepId.RULERS).state is not StepState.SKIPPED


def test_not_now_leaves_a_step_open(desk: Desk) -> None:
    made = granted_to_marcus(desk)
    incidents.skip_step(desk, incident_id=made, step=StepId.RULERS)
    step = queries.derived(desk, made).step(StepId.RULERS)
    assert step.state is StepState.OPEN and step.deferred


def test_a_due_date_moved_by_hand_counts_and_keeps_its_history(desk: Desk) -> None:
    made = missed_by_marcus(desk)
    first, second = NOW + timedelta(days=1), NOW + timedelta(days=2)
    for due in (first, second):
        incidents.move_due(desk, incident_id=made, step=StepId.REACH, due=due)
    assert queries.derived(desk, made).step(StepId.REACH).due == second
    assert [move.due for move in queries.facts(desk, made).incident.due_moves] == [first, second]


@pytest.mark.parametrize("kind", list(CorrectionKind))
def test_a_corrected_report_counts_no_more_and_keeps_its_history(desk: Desk, kind: CorrectionKind) -> None:
    made = missed_by_marcus(desk)
    changes = incidents.correct_report(desk, incident_id=made, kind=kind, note="Other waiting room")
    assert not queries.derived(desk, made).counts_as_no_show
    assert queries.open_incidents(desk) == []
    assert len(queries.facts(desk, made).incident.corrections) == 1
    history.undo(desk, act=changes.act)
    assert [row.incident_id for row in queries.open_incidents(desk)] == [made]


def test_will_get_back_is_due_in_two_working_days(desk: Desk, clock: Clock) -> None:
    made = missed_by_marcus(desk)
    incidents.record_call(desk, incident_id=made, call=call(at=clock.now, answer=Answer.WILL_GET_BACK))
    due = queries.derived(desk, made).step(StepId.ASK).due
    assert due is not None and desk.local(due).date() == datetime(2026, 3, 12).date()


@pytest.mark.parametrize("kind", list(AppointmentKind))
def test_R12_the_caseworker_never_asks_where_the_client_has_to(desk: Desk, kind: AppointmentKind) -> None:
    made = missed_by_marcus(desk, kind=kind)
    asked = call(by=Who.CASEWORKER)
    if kind not in CLIENT_ONLY_KINDS:
        assert incidents.record_call(desk, incident_id=made, call=asked).made
        return
    with pytest.raises(UserError) as error:
        incidents.record_call(desk, incident_id=made, call=asked)
    assert error.value.field == "by" and queries.facts(desk, made).incident.calls == ()
    with pytest.raises(UserError):
        incidents.save_incident(desk, incident=replace(queries.facts(desk, made).incident, calls=(asked,)))
    assert incidents.record_call(desk, incident_id=made, call=replace(asked, asked=None)).made
