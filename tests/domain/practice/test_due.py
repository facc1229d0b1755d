"""By when: the table of PRACTICE "Step ids", half days, hour changes, dues moved by hand, skips."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ContactAttempt, DueMove, Incident, Skip
from noshow_desk.domain.kinds import AttemptResult, StepId
from noshow_desk.domain.paper import FollowUp
from noshow_desk.domain.practice import Rules, derive
from noshow_desk.domain.step import Urgency
from tests.domain.practice.asking import (
    OPEN,
    RULES,
    SKIPPED,
    at,
    derived,
    facts_of,
    says,
    step,
    with_attempt,
)
from tests.sample_cases import with_incident


@pytest.mark.parametrize(
    ("tried", "due"),
    [
        ("3-10 09:14", "3-10 13:00"),
        ("3-10 11:59", "3-10 13:00"),
        ("3-10 12:00", "3-11 09:00"),
        ("3-10 18:00", "3-11 09:00"),
        ("3-13 12:30", "3-16 09:00"),  # Friday afternoon → Monday
        ("3-14 10:00", "3-16 09:00"),  # a Saturday has no half day
        ("5-22 15:00", "5-26 09:00"),  # Memorial Day between
    ],
)
def test_the_next_try_is_due_the_next_half_day(tried: str, due: str) -> None:
    attempt = ContactAttempt(at=at(tried), result=AttemptResult.NO_ANSWER)
    assert step(with_attempt(facts_of("just_reported"), attempt), StepId.REACH, at(tried)).due == at(due)


def test_the_first_try_is_due_now() -> None:
    assert step(facts_of("just_reported"), StepId.REACH, at("3-10 09:30")).due == at("3-10 09:12")
    unreported = with_incident(facts_of("just_reported"), reported_at=None)
    assert step(unreported, StepId.REACH, at("3-10 09:30")).due == at("3-10 09:00")


def test_the_courtesy_is_due_before_the_start_or_now() -> None:
    assert derived("imminent_not_reached").step(StepId.COURTESY).due == at("3-10 09:00")
    assert derived("missed_not_reached").step(StepId.COURTESY).due == at("3-10 09:12")


def test_the_story_is_due_short_at_once_and_in_full_the_same_day() -> None:
    reached = with_incident(facts_of("fast_path"), story=None, wants_it=None)
    assert step(reached, StepId.STORY, at("3-10 09:20")).due == at("3-10 09:14")
    assert step(facts_of("fast_path"), StepId.STORY, at("3-10 09:20")).due == at("3-10 23:59")


def test_rulers_and_solve_come_with_the_story_when_told_and_after_the_call_when_not() -> None:
    for one in (StepId.RULERS, StepId.SOLVE):
        assert step(facts_of("told"), one, at("3-10 09:50")).due == at("3-10 23:59")
        assert step(facts_of("told"), one, at("3-10 09:50")).waits_for is None
        assert step(facts_of("fast_path"), one, at("3-10 09:20")).waits_for is StepId.CALL


def test_the_follow_up_is_due_on_the_day_chosen_by_hand() -> None:
    rows = (FollowUp(on=date(2026, 3, 20), what="Ask how the week was"), FollowUp(on=date(2026, 3, 17)))
    chosen = replace(facts_of("attended"), follow_ups=rows)
    found = derive(chosen, at("3-16 09:00"), RULES)
    assert found.step(StepId.FOLLOW_UP).due == at("3-17 23:59")
    assert found.step(StepId.FOLLOW_UP).urgency is Urgency.LATER
    done = replace(chosen, follow_ups=tuple(replace(row, done_at=at("3-17 10:00")) for row in rows))
    assert derive(done, at("3-18 09:00"), RULES).finished


def test_without_holidays_only_weekends_count() -> None:
    attempt = ContactAttempt(at=at("5-22 15:00"), result=AttemptResult.NO_ANSWER)  # before Memorial Day
    facts = with_attempt(facts_of("just_reported"), attempt)
    assert derive(facts, at("5-22 15:01"), Rules()).step(StepId.REACH).due == at("5-25 09:00")


def test_dues_are_on_the_clock_of_the_appointment() -> None:
    kathmandu = Appointment(starts=datetime(2026, 3, 10, 9, 0), zone="Asia/Kathmandu")
    tried = ContactAttempt(
        at=datetime(2026, 3, 10, 4, 0, tzinfo=UTC), result=AttemptResult.NO_ANSWER
    )  # 9:45 there
    facts = CaseFacts(appointment=kathmandu, incident=Incident(contact_attempts=(tried,)))
    due = derive(facts, datetime(2026, 3, 10, 4, 1, tzinfo=UTC)).step(StepId.REACH).due
    assert due == datetime(2026, 3, 10, 13, 0, tzinfo=ZoneInfo("Asia/Kathmandu"))
    assert due is not None and due.utcoffset() == ZoneInfo("Asia/Kathmandu").utcoffset(due)


def test_the_hour_change_moves_no_due() -> None:
    friday = ContactAttempt(
        at=at("3-06 15:00"), result=AttemptResult.NO_ANSWER
    )  # clocks change on Sunday, March 8
    facts = with_attempt(facts_of("just_reported"), friday)
    due = step(facts, StepId.REACH, at("3-06 15:01")).due
    assert due is not None and (due.hour, due.utcoffset()) == (9, at("3-09 09:00").utcoffset())


def test_an_appointment_in_the_hour_that_is_skipped_or_repeated_still_begins_once() -> None:
    for wall in (datetime(2026, 3, 8, 2, 30), datetime(2026, 11, 1, 1, 30)):
        appointment = Appointment(starts=wall, zone="America/New_York")
        facts = CaseFacts(appointment=appointment, incident=Incident(imminent=True))
        start = appointment.instant
        assert start is not None
        moments = [start.replace(minute=minute) for minute in (29, 30, 31)]
        assert [derive(facts, moment).imminent for moment in moments] == [True, False, False]


@pytest.mark.parametrize("year", [1, 9999])
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati", "UTC"])
def test_the_first_and_the_last_day_of_the_calendar(year: int, zone: str) -> None:
    month, day = (1, 1) if year == 1 else (12, 31)
    for hour in (0, 12, 23):
        wall = datetime(year, month, day, hour, 30)
        tried = ContactAttempt(at=wall.replace(tzinfo=UTC), result=AttemptResult.NO_ANSWER)
        facts = CaseFacts(
            appointment=Appointment(starts=wall, zone=zone),
            new_appointment=Appointment(starts=wall, zone=zone),
            incident=Incident(contact_attempts=(tried,), reported_at=wall.replace(tzinfo=UTC)),
        )
        for now in (wall.replace(tzinfo=UTC), datetime(2026, 3, 10, tzinfo=UTC)):
            assert len(derive(facts, now).steps) == len(StepId)


def test_a_due_moved_by_hand_counts_and_the_last_move_wins() -> None:
    moves = (
        DueMove(step=StepId.NOTE, due=at("3-11 12:00")),
        DueMove(step=StepId.NOTE, due=at("3-12 12:00")),
    )
    note = step(with_incident(facts_of("granted"), due_moves=moves), StepId.NOTE, at("3-10 10:10"))
    assert note.due == at("3-12 12:00") and note.due_moved and note.urgency is Urgency.LATER
    assert not derived("granted").step(StepId.NOTE).due_moved


def test_a_skip_with_a_reason_leaves_the_step_out_and_frees_what_waited_for_it() -> None:
    skip = Skip(step=StepId.CALL, reason="Marcus prefers to write", at=at("3-10 09:30"))
    found = derive(with_incident(facts_of("fast_path"), skips=(skip,)), at("3-10 09:31"), RULES)
    call = found.step(StepId.CALL)
    assert call.state is SKIPPED and call.skip_reason == "Marcus prefers to write" and call.due is None
    assert all(one.waits_for is not StepId.CALL for one in found.steps)
    assert found.step(StepId.NOTE).title.say("en") == "Apology that asks for another time"


def test_not_now_keeps_the_step_open_and_lets_the_others_go_first() -> None:
    skip = Skip(step=StepId.DEBRIEF, at=at("3-10 10:06"))
    found = derive(with_incident(facts_of("granted"), skips=(skip,)), at("3-10 10:07"), RULES)
    debrief = found.step(StepId.DEBRIEF)
    assert debrief.state is OPEN and debrief.deferred
    assert found.next is not None and found.next.id is StepId.NOTE
    resumed = (skip, Skip(step=StepId.DEBRIEF, reason="later"), skip)
    again = derive(with_incident(facts_of("granted"), skips=resumed), at("3-10 10:07"), RULES)
    assert again.step(StepId.DEBRIEF).deferred


def test_red_is_for_someone_who_waits_now_and_amber_for_what_is_late() -> None:
    facts = facts_of("missed_not_reached")
    assert derive(facts, at("3-10 16:00"), RULES).step(StepId.COURTESY).urgency is Urgency.WAITING
    assert derive(facts, at("3-11 09:00"), RULES).step(StepId.COURTESY).urgency is Urgency.OVERDUE
    far_ahead = with_incident(facts_of("imminent_not_reached"), reported_at=at("3-05 09:00"))
    assert derive(far_ahead, at("3-06 09:00"), RULES).next is not None
    assert all(one.urgency is not Urgency.WAITING for one in derive(far_ahead, at("3-06 09:00"), RULES).steps)
    assert says(derive(facts, at("3-10 16:00"), RULES)) == []


def test_the_next_step_is_the_first_on_the_road_whose_time_has_come() -> None:
    once = facts_of("message_left")
    assert derive(once, at("3-10 12:59"), RULES).next == derive(once, at("3-10 12:59"), RULES).step(
        StepId.CALL
    )
    found = derive(with_incident(once, importance=None), at("3-10 10:30"), RULES)
    assert found.next is not None and found.next.id is StepId.RULERS  # the second call has until 13:00
    at_one = derive(with_incident(once, importance=None), at("3-10 13:00"), RULES)
    assert {one.id for one in at_one.steps if one.urgency is Urgency.TODAY} >= {StepId.RULERS, StepId.CALL}
