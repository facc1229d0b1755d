"""Sample cases: one for every branch of PRACTICE section 3.

Each is built from the one before it, as it happens in an office: what was known stays, something is added.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any

from noshow_desk.domain import sample_people as people
from noshow_desk.domain.case_facts import CaseFacts, PaperFact
from noshow_desk.domain.incident import (
    ClientCall,
    ContactAttempt,
    Correction,
    Courtesy,
    Debrief,
    Decision,
    IfThen,
    Incident,
    InsideReason,
    Insight,
    Obstacle,
    OutsideReason,
    Plan,
    Rehearsal,
    Ruler,
    Safety,
    Story,
)
from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    AttemptResult,
    CallResult,
    Channel,
    CorrectionKind,
    DecisionChoice,
    InsideFactor,
    Outcome,
    OutsideFactor,
    PaperKind,
    WantsIt,
)


@dataclass(frozen=True, slots=True)
class SampleCase:
    """One branch: its name, its facts, and the moment at which to look at them."""

    name: str
    facts: CaseFacts
    now: datetime


def after_start(minutes: int) -> datetime:
    """Return the aware moment so many minutes after (negative: before) the start of the sample
    appointment.
    """
    instant = people.APPOINTMENT.instant
    assert instant is not None  # the sample appointment has a start
    return instant + timedelta(minutes=minutes)


def with_incident(facts: CaseFacts, **changes: Any) -> CaseFacts:
    """Return `facts` with these fields of the incident changed."""
    return replace(facts, incident=replace(facts.incident, **changes))


def _reported(minutes: int) -> CaseFacts:
    incident = Incident(
        id="sample-incident",
        appointment_id=people.APPOINTMENT.id,
        imminent=minutes < 0,
        reported_by=people.CASEWORKER.id,
        reported_at=after_start(minutes),
    )
    return replace(people.EVERYONE, incident=incident)


def _tried(facts: CaseFacts, minutes: int, result: AttemptResult, **more: Any) -> CaseFacts:
    rows = facts.incident.contact_attempts
    row = ContactAttempt(
        id=f"sample-try-{len(rows) + 1}", at=after_start(minutes), result=result, number="555-0142", **more
    )
    return with_incident(facts, contact_attempts=(*rows, row))


def _called(facts: CaseFacts, minutes: int, result: CallResult, **more: Any) -> CaseFacts:
    rows = facts.incident.calls
    sorry = result is CallResult.SPOKE
    row = ClientCall(
        id=f"sample-call-{len(rows) + 1}",
        at=after_start(minutes),
        result=result,
        sorry_for_miss=sorry,
        sorry_for_trouble=sorry,
        **more,
    )
    return with_incident(facts, calls=(*rows, row))


def _told_interviewer(facts: CaseFacts, minutes: int) -> CaseFacts:
    return with_incident(facts, courtesy=Courtesy(at=after_start(minutes), told="Ms. Alvarez"))


def _short_story(facts: CaseFacts, minutes: int) -> CaseFacts:
    words = "I took the wrong bus, and then I was too embarrassed to call."
    return with_incident(facts, story=Story(words=words, at=after_start(minutes)))


def _talked(facts: CaseFacts, minutes: int) -> CaseFacts:
    """Add the whole talk: story, outside and inside, rulers, one obstacle solved, the true sentence."""
    return with_incident(
        _short_story(facts, minutes),
        outside=(OutsideReason(factor=OutsideFactor.TRANSPORT, confirmed_true=True),),
        inside=(InsideReason(factor=InsideFactor.ASHAMED, words="I could not face them."),),
        insight=Insight(words="When I hide, it gets worse."),
        wants_it=WantsIt.YES,
        importance=Ruler(value=8, why_not_lower="It is steady work."),
        confidence=Ruler(value=6, why_not_lower="I have done harder calls."),
        obstacles=(Obstacle(what="The bus is late on weekdays", idea="Take the one at 7:40"),),
        decision=Decision(choice=DecisionChoice.ASK, at=after_start(minutes + 10)),
        true_sentence="I took the wrong bus and did not call.",
        true_sentence_confirmed_at=after_start(minutes + 12),
        days_i_can_keep=("Thursday", "Friday"),
        own_words="I have been practicing how to talk about my past work, and I am ready.",
    )


def _rehearsed(facts: CaseFacts, minutes: int) -> CaseFacts:
    return with_incident(facts, rehearsals=(Rehearsal(at=after_start(minutes), readiness=7),))


def _looked_back(facts: CaseFacts, minutes: int) -> CaseFacts:
    said = Debrief(
        growth_sentence="I called even though I was scared.",
        caseworker_said="You picked up the phone yourself.",
        at=after_start(minutes),
    )
    return with_incident(facts, debrief=said)


def _planned(facts: CaseFacts, minutes: int) -> CaseFacts:
    plan = Plan(
        if_thens=(
            IfThen(if_this="the bus has not come by 8:50", then_i="call Ray for a ride"),
            IfThen(
                if_this="I think they have already decided", then_i="breathe and say my name", inside=True
            ),
        ),
        leave_by=time(8, 45),
        said_aloud_at=after_start(minutes),
    )
    return with_incident(facts, plan=plan)


# ------------------------------------------------------------------ the branches


def imminent_will_go() -> CaseFacts:
    """Still ahead, reached, will go."""
    return with_incident(_tried(_reported(-60), -55, AttemptResult.REACHED), going=True)


def imminent_cannot_go() -> CaseFacts:
    """Still ahead, reached, cannot or will not go."""
    return with_incident(
        _tried(_reported(-60), -55, AttemptResult.REACHED), going=False, wants_it=WantsIt.YES
    )


def imminent_not_reached() -> CaseFacts:
    """Still ahead, and the client does not answer."""
    return _tried(_reported(-30), -28, AttemptResult.NO_ANSWER)


def moved_in_time() -> CaseFacts:
    """Still ahead: the client called and moved it."""
    facts = _called(
        imminent_cannot_go(),
        -40,
        CallResult.SPOKE,
        asked=True,
        answer=Answer.GRANTED,
        moved_or_cancelled=True,
    )
    return replace(facts, new_appointment=people.NEW_APPOINTMENT)


def just_reported() -> CaseFacts:
    """Missed, nobody was tried yet."""
    return _reported(12)


def missed_not_reached() -> CaseFacts:
    """Missed, one try, not reached."""
    return _tried(just_reported(), 14, AttemptResult.MESSAGE_LEFT)


def missed_not_ready() -> CaseFacts:
    """Missed, reached, crying or angry: a time to call back."""
    return _tried(just_reported(), 14, AttemptResult.NOT_READY, call_back_at=after_start(120), may_tell=True)


def in_danger() -> CaseFacts:
    """Missed, reached, and not safe."""
    facts = _tried(just_reported(), 14, AttemptResult.REACHED)
    return with_incident(facts, safety=Safety(danger=True, at=after_start(15)))


def does_not_want_it() -> CaseFacts:
    """Missed, reached, does not want another chance."""
    facts = _short_story(_tried(just_reported(), 14, AttemptResult.REACHED), 16)
    inside = (InsideReason(factor=InsideFactor.DID_NOT_WANT_THIS_ONE),)
    return with_incident(facts, inside=inside, wants_it=WantsIt.NO)


def fast_path() -> CaseFacts:
    """Missed, reached, wants it, and nobody told the interviewer: the call comes first."""
    facts = _short_story(_tried(just_reported(), 14, AttemptResult.REACHED), 16)
    return with_incident(
        facts,
        wants_it=WantsIt.YES,
        true_sentence="I took the wrong bus and did not call.",
        true_sentence_confirmed_at=after_start(18),
        days_i_can_keep=("Thursday", "Friday"),
    )


def told() -> CaseFacts:
    """Missed, the interviewer was told, then the client was reached and wants it."""
    facts = _told_interviewer(missed_not_reached(), 17)
    return with_incident(_tried(facts, 40, AttemptResult.REACHED), wants_it=WantsIt.YES)


def ready_to_call() -> CaseFacts:
    """The talk is over and the call was rehearsed."""
    return _rehearsed(_talked(told(), 42), 60)


def policy_forbids() -> CaseFacts:
    """Their policy does not allow a second chance: the call without the ask."""
    decision = Decision(
        choice=DecisionChoice.POLICY_FORBIDS, policy="One missed interview ends the application."
    )
    return with_incident(ready_to_call(), decision=decision)


def message_left() -> CaseFacts:
    """The client's call went to voicemail."""
    return _called(ready_to_call(), 65, CallResult.VOICEMAIL)


def after_two_tries() -> CaseFacts:
    """Two tries ended at a voicemail and a gatekeeper: the apology asks in writing."""
    return _called(message_left(), 245, CallResult.GATEKEEPER)


def granted() -> CaseFacts:
    """The client called and got a new date."""
    facts = _called(ready_to_call(), 65, CallResult.SPOKE, asked=True, answer=Answer.GRANTED)
    return replace(facts, new_appointment=people.NEW_APPOINTMENT)


def granted_and_planned() -> CaseFacts:
    """The new date is set, the note was sent, the plan was said out loud."""
    sent = PaperFact(kind=PaperKind.THANK_YOU, sent_at=after_start(90), sent_how="handed to the client")
    return replace(_planned(_looked_back(granted(), 68), 95), papers=(sent,))


def attended() -> CaseFacts:
    """The second chance was kept."""
    facts = granted_and_planned()
    kept = replace(people.NEW_APPOINTMENT, outcome=Outcome.ATTENDED, outcome_at=after_start(6 * 1440))
    return replace(facts, new_appointment=kept)


def refused() -> CaseFacts:
    """The client called, asked, and heard a no."""
    return _called(ready_to_call(), 65, CallResult.SPOKE, asked=True, answer=Answer.REFUSED)


def will_get_back() -> CaseFacts:
    """The client called, asked, and they will get back."""
    return _called(ready_to_call(), 65, CallResult.SPOKE, asked=True, answer=Answer.WILL_GET_BACK)


def missed_again() -> CaseFacts:
    """The second chance is missed, too: a new incident, linked to the first."""
    facts = _tried(just_reported(), 14, AttemptResult.REACHED)
    facts = with_incident(_told_interviewer(facts, 13), wants_it=WantsIt.YES)
    again = replace(people.APPOINTMENT, reschedule_of="sample-earlier-appointment")
    return replace(facts, appointment=again, previous=Incident(id="sample-earlier-incident"))


def official() -> CaseFacts:
    """A supervision appointment: other rules."""
    facts = told()
    other = replace(people.APPOINTMENT, kind=AppointmentKind.SUPERVISION, role="")
    return replace(facts, appointment=other)


def did_show_up() -> CaseFacts:
    """Reported as missed, but the client had been there."""
    return _corrected(just_reported(), CorrectionKind.DID_SHOW_UP)


def came_late() -> CaseFacts:
    """The interviewer was told, then the client came after all."""
    return _corrected(_told_interviewer(imminent_not_reached(), -10), CorrectionKind.CAME_LATE)


def reported_by_mistake() -> CaseFacts:
    """Reported by mistake."""
    return _corrected(just_reported(), CorrectionKind.REPORTED_BY_MISTAKE)


def _corrected(facts: CaseFacts, kind: CorrectionKind) -> CaseFacts:
    row = Correction(kind=kind, at=after_start(30), by=people.CASEWORKER.id)
    return with_incident(facts, corrections=(*facts.incident.corrections, row))


def spanish() -> CaseFacts:
    """A Spanish-speaking client who got a new date and signs an English letter."""
    facts = granted()
    client = replace(
        facts.client, first_name="Elena", last_name="Vargas", spoken_language="es", paper_language="es"
    )
    paper = PaperFact(kind=PaperKind.THANK_YOU, language="en", channel=Channel.EMAIL)
    return replace(facts, client=client, papers=(paper,))


_HOUR_LATER = 66
# To add a case: a function above and a row here. Minutes after the start at which to look at it.
_ROWS: tuple[tuple[Callable[[], CaseFacts], int], ...] = (
    (imminent_will_go, -50),
    (imminent_cannot_go, -50),
    (imminent_not_reached, -25),
    (moved_in_time, -30),
    (just_reported, 12),
    (missed_not_reached, 16),
    (missed_not_ready, 16),
    (in_danger, 16),
    (does_not_want_it, 20),
    (fast_path, 20),
    (told, 41),
    (ready_to_call, 62),
    (policy_forbids, 62),
    (message_left, 70),
    (after_two_tries, 250),
    (granted, _HOUR_LATER),
    (granted_and_planned, 100),
    (attended, 7 * 1440),
    (refused, _HOUR_LATER),
    (will_get_back, _HOUR_LATER),
    (missed_again, 20),
    (official, 41),
    (did_show_up, 31),
    (came_late, 31),
    (reported_by_mistake, 31),
    (spanish, _HOUR_LATER),
)
SAMPLE_CASES: Mapping[str, SampleCase] = {
    build.__name__: SampleCase(build.__name__, build(), after_start(minutes)) for build, minutes in _ROWS
}
