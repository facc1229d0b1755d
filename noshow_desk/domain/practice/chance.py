"""How the steps of the second chance stand: the client calls, asks, looks back, writes (A2–A4, R12, R17,
R18).
"""

from __future__ import annotations

from datetime import datetime

from noshow_desk.domain.incident import ClientCall
from noshow_desk.domain.kinds import CLIENT_LETTERS, OFFICIAL_KINDS, Answer, DecisionChoice, PaperKind, StepId
from noshow_desk.domain.practice.moments import aware, day_end, day_of
from noshow_desk.domain.practice.opening import half_day_after
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.stand import NOT_NEEDED, Stand, done, still
from noshow_desk.domain.working_days import add_working_days

WORKING_DAYS_TO_ANSWER = 2


def call(case: Reading) -> Stand:
    """A2: now; after a voicemail or a gatekeeper the next half day; after two tries the apology goes in
    writing.
    """
    if case.came is not None or case.will_go:
        return NOT_NEEDED
    if case.called and case.last_call is not None:
        return done(aware(case.last_call.at, case.zone))
    if case.in_time:
        return done(case.appointment.outcome_at)
    if case.given_up or (case.declines and case.sent(PaperKind.WITHDRAWAL)):
        return NOT_NEEDED
    if case.tries or case.engaged:
        return still(call_due(case), optional=case.wrote_at is not None)
    given = case.incident.courtesy
    return still(None if given is None else aware(given.at, case.zone), StepId.REACH)


def call_due(case: Reading) -> datetime | None:
    """Return by when the client calls: now; before the start while that is ahead; else the next half day."""
    if case.tries:
        return half_day_after(case, case.tries[-1].at)
    return case.start if case.cannot_go else case.ready_at


def ask(case: Reading) -> Stand:
    """A3: in the call; "will get back" gives them two working days, then the client calls."""
    if case.came is not None or case.will_go or case.declines or case.given_up:
        return NOT_NEEDED
    answered = _answered_at(case)
    if case.answer in (Answer.GRANTED, Answer.REFUSED):
        return done(answered)
    if case.answer is Answer.WILL_GET_BACK and answered is not None:
        asked_again = case.tries and case.tries[-1] is not case.answer_call and case.spoke is not None
        return still(half_day_after(case, case.tries[-1].at) if asked_again else _days_after(case, answered))
    if case.choice is DecisionChoice.POLICY_FORBIDS or case.in_time:
        return NOT_NEEDED
    if case.choice is DecisionChoice.ASK_LATER:
        return still()
    return _unasked(case)


def _unasked(case: Reading) -> Stand:
    if case.spoke is not None:
        return still(aware(case.spoke.at, case.zone))
    if case.wrote_at is not None:
        return still(_days_after(case, case.wrote_at))
    if case.written_instead:
        no_note = case.imminent or _letters_off(case)
        return still(half_day_after(case, case.tries[-1].at)) if no_note else still(None, StepId.NOTE)
    return still(call_due(case) if case.engaged else None, StepId.CALL)


def _answered_at(case: Reading) -> datetime | None:
    row = case.answer_call
    return None if row is None else aware(row.at, case.zone)


def _days_after(case: Reading, moment: datetime) -> datetime:
    day = add_working_days(day_of(moment, case.zone), WORKING_DAYS_TO_ANSWER, case.rules.holidays)
    return day_end(day, case.zone)


def debrief(case: Reading) -> Stand:
    """R18: right after the call, whatever the answer was."""
    if not case.active or case.will_go or case.cannot_go or case.declines or case.given_up:
        return NOT_NEEDED
    said = case.incident.debrief
    if said is not None and said.growth_sentence.strip():
        return done(None if said.at is None else aware(said.at, case.zone))
    row = _over(case)
    if row is not None:
        return still(aware(row.at, case.zone))
    return still(None, StepId.CALL) if case.wrote_at is None else still(optional=True)


def note(case: Reading) -> Stand:
    """A4: the same day. Optional after a no or under a policy; off by default where other rules hold
    (R11).
    """
    if not case.active or case.imminent or case.given_up or _letters_off(case):
        return NOT_NEEDED
    if case.declines:
        return _withdrawal(case)
    sent = _note_sent(case)
    if sent is not None:
        return done(sent)
    row = _over(case) or case.answer_call
    optional = case.answer is Answer.REFUSED or case.choice is DecisionChoice.POLICY_FORBIDS
    if row is not None:
        due = None if optional else day_end(day_of(aware(row.at, case.zone), case.zone), case.zone)
        return still(due, optional=optional)
    if case.answer is not None:
        return still(None, optional=optional)
    return still(None, StepId.CALL, optional)


def _withdrawal(case: Reading) -> Stand:
    """R6: the client withdraws by an own call or by a note; one of the two is enough."""
    sent = case.sent(PaperKind.WITHDRAWAL)
    if sent is not None:
        return done(sent)
    return NOT_NEEDED if case.called else still(optional=True)


def _note_sent(case: Reading) -> datetime | None:
    """Return when the paper that this branch calls for was sent."""
    if case.granted:
        return case.sent(PaperKind.THANK_YOU)
    if case.answer is Answer.REFUSED:
        written, answered = case.wrote_at, _answered_at(case)
        return None if written is None or (answered is not None and written < answered) else written
    return case.wrote_at


def _over(case: Reading) -> ClientCall | None:
    """Return the call after which one looks back and writes; None while the call is still to come."""
    return case.last_call if case.called else None


def _letters_off(case: Reading) -> bool:
    """R11: letters are off for supervision, court and benefits until someone starts one."""
    return case.appointment.kind in OFFICIAL_KINDS and not any(
        paper.kind in CLIENT_LETTERS for paper in case.facts.papers
    )
