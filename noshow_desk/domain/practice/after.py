"""How the last steps stand: the plan for the date ahead, whether it happened, the next contact (A5, R1)."""

from __future__ import annotations

from datetime import datetime, timedelta

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.practice.moments import aware, day_end, day_of
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.stand import NOT_NEEDED, Stand, done, still
from noshow_desk.domain.working_days import MORNING, next_working_day

REMINDER_DAYS = (7, 3, 1)  # before the date ahead (A5)


def date_ahead(case: Reading) -> Appointment | None:
    """Return the appointment to plan for: the second chance, or the one still ahead that the client will
    keep.
    """
    if case.came is not None:
        return None
    if case.will_go:
        return case.appointment
    return case.facts.new_appointment if case.granted else None


def plan(case: Reading) -> Stand:
    """A5: the day the date is granted."""
    ahead = date_ahead(case)
    if ahead is None and not (case.granted and case.came is None):
        return NOT_NEEDED
    made = case.incident.plan
    if made is not None and any(row.if_this.strip() and row.then_i.strip() for row in made.if_thens):
        at = made.said_aloud_at or made.printed_at
        return done(None if at is None else aware(at, case.zone))
    if ahead is not None and ahead.outcome is not None:
        return NOT_NEEDED
    granted = _granted_at(case)
    return still(None if granted is None else day_end(day_of(granted, case.zone), case.zone))


def _granted_at(case: Reading) -> datetime | None:
    if case.will_go:
        return case.ready_at
    row = case.answer_call
    return None if row is None else aware(row.at, case.zone)


def attended(case: Reading) -> Stand:
    """R17, third fact: asked on the working day after the date."""
    ahead = date_ahead(case)
    if ahead is None:
        return still() if case.granted and case.came is None else NOT_NEEDED
    if ahead.outcome is not None and not case.will_go:
        return done(None if ahead.outcome_at is None else aware(ahead.outcome_at, case.zone))
    if ahead.starts is None:
        return still()
    day = next_working_day(ahead.starts.date(), case.rules.holidays)
    return still(day_end(day, ahead.tz))


def follow_up(case: Reading, rest_open: bool) -> Stand:
    """The next contact, on a date chosen by hand; asked for when nothing else is open, so that nothing fades
    away.
    """
    rows = case.facts.follow_ups
    ahead = [row.on for row in rows if row.done_at is None]
    if ahead:
        return still(day_end(min(ahead), case.zone))
    if rows:
        return done(max(aware(row.done_at, case.zone) for row in rows if row.done_at is not None))
    if case.came is not None or (rest_open and not case.declines):
        return NOT_NEEDED
    return still()


def reminders(case: Reading) -> tuple[datetime, ...]:
    """Return the moments to remind of the date ahead: 7, 3 and 1 days before at nine, none before it was
    granted.
    """
    ahead = date_ahead(case)
    if ahead is None or ahead.starts is None or ahead.outcome is not None:
        return ()
    granted = _granted_at(case) or case.since
    found = []
    for days in REMINDER_DAYS:
        try:
            at = datetime.combine(ahead.starts.date() - timedelta(days=days), MORNING, ahead.tz)
        except OverflowError:  # the first days of year 1
            continue
        if at > granted:
            found.append(at)
    return tuple(found)
