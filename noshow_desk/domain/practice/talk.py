"""How the steps of the talk stand: story, decision, rulers, solving, rehearsal (R0, R2–R11, R15, R16)."""

from __future__ import annotations

from datetime import datetime

from noshow_desk.domain.kinds import DecisionChoice, InsideFactor, PaperKind, StepId, StoryState, WantsIt
from noshow_desk.domain.practice.chance import call_due
from noshow_desk.domain.practice.moments import aware, day_end, day_of
from noshow_desk.domain.practice.reading import Reading
from noshow_desk.domain.practice.stand import NOT_NEEDED, Stand, done, still


def story(case: Reading) -> Stand:
    """R2: the client's words, or "prefers not to say", or "not reached". Short before a fast call, then in
    full.
    """
    if case.came is not None or case.will_go:
        return NOT_NEEDED
    told = case.incident.story
    if told is None or (told.state is StoryState.TOLD and not told.words.strip()):
        return _unheard(case)
    at = None if told.at is None else aware(told.at, case.zone)
    if told.state is StoryState.TOLD and short_for_now(case):
        return still(_same_day(case), _after_the_call(case))
    if told.state is StoryState.NOT_REACHED and case.engaged:
        return _unheard(case)
    return done(at)


def short_for_now(case: Reading) -> bool:
    """Say whether the call comes (or came) first and the inside is still to be asked (section 3, fast
    path).
    """
    if case.told or case.imminent or case.in_time or case.wants in (WantsIt.NO, WantsIt.UNSURE):
        return False
    incident = case.incident
    return not incident.outside and not any(
        row.factor is not InsideFactor.NOT_EXPLORED for row in incident.inside
    )


def _unheard(case: Reading) -> Stand:
    if case.in_time:
        return still(optional=True)
    if not case.engaged:
        return still(None, StepId.REACH)
    if case.cannot_go:
        return still(_same_day(case), _after_the_call(case))
    return still(case.ready_at)


def decide(case: Reading) -> Stand:
    """R6 and R11: wants it, and ask or not. Linked to an earlier miss: after "What will be different?"."""
    if not case.active or case.will_go or case.given_up:
        return NOT_NEEDED
    decision = case.incident.decision
    answered = case.wants in (WantsIt.YES, WantsIt.NO) or decision is not None
    if answered and not asks_what_is_different(case):
        return done(None if decision is None or decision.at is None else aware(decision.at, case.zone))
    return still(case.ready_at) if case.engaged else still(None, StepId.REACH)


def asks_what_is_different(case: Reading) -> bool:
    """Say whether "What will be different?" is still to be answered before asking a second time."""
    linked = case.facts.previous is not None or bool(case.appointment.reschedule_of)
    return linked and not case.declines and not case.incident.different_this_time.strip()


def rulers(case: Reading) -> Stand:
    """R6: importance and confidence. After the call when nobody told the interviewer, unless still unsure."""
    if not _works_it_out(case):
        return NOT_NEEDED
    incident = case.incident
    importance, confidence = incident.importance, incident.confidence
    if importance is not None and confidence is not None and None not in (importance.value, confidence.value):
        return done()
    return _with_the_story(case, case.wants is not WantsIt.UNSURE)


def solve(case: Reading) -> Stand:
    """R7, R8: every obstacle that was named has the client's idea."""
    if not _works_it_out(case):
        return NOT_NEEDED
    obstacles = case.incident.obstacles
    if obstacles and all(row.idea.strip() for row in obstacles):
        return done(max((aware(row.done_at, case.zone) for row in obstacles if row.done_at), default=None))
    return _with_the_story(case, True)


def _works_it_out(case: Reading) -> bool:
    """Say whether the client wants another chance and nothing forbids it."""
    if not case.active or case.will_go or case.cannot_go or case.declines or case.given_up:
        return False
    return case.choice is not DecisionChoice.POLICY_FORBIDS


def _with_the_story(case: Reading, after_the_call: bool) -> Stand:
    """Interviewer told: with the story. Not told: after the call."""
    if not case.engaged:
        return still(None, StepId.REACH)
    if case.told or not after_the_call:
        return still(_same_day(case))
    heard = aware(case.calls[-1].at, case.zone) if case.calls else case.wrote_at
    if heard is None:
        return still(None, StepId.CALL)
    return still(day_end(day_of(heard, case.zone), case.zone))


def _after_the_call(case: Reading) -> StepId | None:
    """Return the step to wait for, until the interviewer has heard from the client."""
    heard = case.calls or case.wrote_at is not None or (case.declines and case.sent(PaperKind.WITHDRAWAL))
    return None if heard else StepId.CALL


def rehearse(case: Reading) -> Stand:
    """R15, R16: once out loud, right before the call; quick and optional while the appointment is still
    ahead.
    """
    if not case.active or case.will_go or case.declines or case.given_up:
        return NOT_NEEDED
    rows = case.incident.rehearsals
    if rows:
        return done(aware(rows[-1].at, case.zone))
    if case.called:
        return NOT_NEEDED
    if not case.engaged and not case.calls:
        return still(None, StepId.REACH)
    return still(call_due(case), optional=case.cannot_go)


def _same_day(case: Reading) -> datetime | None:
    return None if case.ready_at is None else day_end(day_of(case.ready_at, case.zone), case.zone)
