"""Short words for the tests of the practice: derive a sample case, look at its steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from noshow_desk.domain.case_facts import CaseFacts, PaperFact
from noshow_desk.domain.federal_holidays import federal_holidays_around
from noshow_desk.domain.incident import ClientCall, ContactAttempt
from noshow_desk.domain.kinds import CallResult, Channel, PaperKind, StepId, StepState
from noshow_desk.domain.practice import Rules, derive
from noshow_desk.domain.sample_people import START, ZONE
from noshow_desk.domain.step import Derived, Step
from tests.sample_cases import SAMPLE_CASES, with_incident

TZ = ZoneInfo(ZONE)
RULES = Rules(holidays=federal_holidays_around(START.date()))
DONE, OPEN, SKIPPED, NOT_NEEDED = StepState.DONE, StepState.OPEN, StepState.SKIPPED, StepState.DOES_NOT_APPLY


def at(text: str) -> datetime:
    """Return a moment on the clock of the sample appointment: "3-10 09:12"."""
    day, clock = text.split()
    month, number = day.split("-")
    hour, minute = clock.split(":")
    return datetime(2026, int(month), int(number), int(hour), int(minute), tzinfo=TZ)


def facts_of(name: str) -> CaseFacts:
    """Return the facts of a sample case."""
    return SAMPLE_CASES[name].facts


def derived(name: str) -> Derived:
    """Return a sample case as it stands at its own moment."""
    case = SAMPLE_CASES[name]
    return derive(case.facts, case.now, RULES)


def step(facts: CaseFacts, step_id: StepId, now: datetime) -> Step:
    """Return one step of `facts` as it stands at `now`."""
    return derive(facts, now, RULES).step(step_id)


def states(found: Derived) -> dict[str, str]:
    """Return the state of every step by id."""
    return {one.id.value: one.state.value for one in found.steps}


def open_steps(found: Derived) -> list[str]:
    """Return the ids of the steps that can be taken now, without those on offer only."""
    return [
        one.id.value for one in found.steps if one.state is OPEN and not one.waits_for and not one.optional
    ]


def road(found: Derived) -> list[str]:
    """Return the ids of the steps that apply."""
    return [one.id.value for one in found.steps if one.state is not NOT_NEEDED]


def says(found: Derived) -> list[str]:
    """Return the nudges in English."""
    return [nudge.words.say("en") for nudge in found.nudges]


def with_attempt(facts: CaseFacts, attempt: ContactAttempt) -> CaseFacts:
    """Return `facts` with one more try to reach the client."""
    return with_incident(facts, contact_attempts=(*facts.incident.contact_attempts, attempt))


def with_call(
    facts: CaseFacts, when: str, result: CallResult = CallResult.SPOKE, **more: object
) -> CaseFacts:
    """Return `facts` with one more call to the interviewer."""
    call = ClientCall(at=at(when), result=result, **more)  # type: ignore[arg-type]
    return with_incident(facts, calls=(*facts.incident.calls, call))


def with_sent(facts: CaseFacts, kind: PaperKind, when: str) -> CaseFacts:
    """Return `facts` with a paper that left."""
    return replace(
        facts, papers=(*facts.papers, PaperFact(kind=kind, channel=Channel.EMAIL, sent_at=at(when)))
    )


def said(one: Step) -> str:
    """Return what a step found out, in English; empty when it has found nothing."""
    return one.found.say("en") if one.found is not None else ""
