"""How the first three steps stand: what happened, reach the client, let the interviewer know (R5, A1)."""

from __future__ import annotations

from datetime import datetime

from noshow_desk.domain.kinds import StepId
from noshow_desk.domain.practice.moments import aware, wall
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.stand import NOT_NEEDED, Stand, done, still
from noshow_desk.domain.working_days import next_half_day


def happened(case: Reading) -> Stand:
    """Done with the time of the appointment; the other boxes may come later (speed before completeness)."""
    if not case.active:
        return done(case.came_at or case.appointment.outcome_at or case.incident.reported_at)
    if case.start is None:
        return still(case.since)
    if case.arriving:  # meant to go, the start is past, and nobody has said yet whether it worked
        return still(case.start)
    return done(case.incident.reported_at)


def reach(case: Reading) -> Stand:
    """Try now, then every half day, or when the client said to call back; nothing closes by itself
    (R1, R5).
    """
    if not case.active:
        return NOT_NEEDED
    if case.given_up:
        return still(optional=True)
    if case.engaged:
        asked = not case.imminent or case.incident.going is not None
        return done(case.ready_at) if asked else still(case.ready_at)
    if case.not_ready is not None and case.not_ready.call_back_at is not None:
        return still(aware(case.not_ready.call_back_at, case.zone))
    if case.attempts:
        return still(half_day_after(case, case.attempts[-1].at))
    return still(case.since)


def courtesy(case: Reading) -> Stand:
    """A1: only while the client cannot be engaged, after one try, and never against the client's word."""
    given = case.incident.courtesy
    if not case.active:
        return NOT_NEEDED
    if given is not None:
        return done(aware(given.at, case.zone))
    if case.engaged or case.answer_calls or not may_tell(case):
        return NOT_NEEDED
    waits_for = None if case.attempts or case.given_up else StepId.REACH
    return still(case.start if case.imminent else case.since, waits_for)


def may_tell(case: Reading) -> bool:
    """Say whether the interviewer may be told: not after "no contact", nor when the client said not to."""
    if case.not_ready is not None and case.not_ready.may_tell is False:
        return False
    return not case.no_contact


def half_day_after(case: Reading, moment: datetime) -> datetime:
    """Return the next half day after `moment`, on the clock of the appointment."""
    return next_half_day(wall(moment, case.zone), case.rules.holidays).replace(tzinfo=case.zone)
