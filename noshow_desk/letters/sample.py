"""The sample case: Marcus Reed missed an interview at Bayside Warehouse, called, and got a second date."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from noshow_desk.domain import sample_people as people
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ClientCall, Debrief, IfThen, Incident, OutsideReason, Plan, Story
from noshow_desk.domain.kinds import Answer, ConsentLevel, Outcome, OutsideFactor, WantsIt

SAMPLE_TODAY = date(2026, 3, 10)
SAMPLE_INPUTS = {"paper.with_reason": "yes"}
_CALLED = datetime(2026, 3, 10, 14, 5, tzinfo=UTC)


def sample_facts() -> CaseFacts:
    """Return the sample case; every variable has a value in it. All names and numbers are made up."""
    return replace(
        people.EVERYONE,
        consent=replace(people.CONSENT, level=ConsentLevel.MAY_NAME_AGENCY),
        appointment=replace(people.APPOINTMENT, outcome=Outcome.MISSED),
        new_appointment=people.NEW_APPOINTMENT,
        incident=_incident(),
    )


def _incident() -> Incident:
    return Incident(
        id="sample-incident",
        story=Story(words="I took the wrong bus, and then I was too embarrassed to call."),
        outside=(OutsideReason(factor=OutsideFactor.TRANSPORT, confirmed_true=True),),
        wants_it=WantsIt.YES,
        true_sentence="I took the wrong bus and did not call.",
        true_sentence_confirmed_at=_CALLED,
        days_i_can_keep=("Thursday", "Friday"),
        own_words="I have been practicing how to talk about my past work, and I am ready.",
        calls=(
            ClientCall(
                at=_CALLED, sorry_for_miss=True, sorry_for_trouble=True, asked=True, answer=Answer.GRANTED
            ),
        ),
        debrief=Debrief(growth_sentence="I called even though I was scared."),
        plan=_plan(),
    )


def _plan() -> Plan:
    return Plan(
        if_thens=(
            IfThen(if_this="the bus has not come by 8:50", then_i="call Ray for a ride"),
            IfThen(
                if_this="I think they have already decided", then_i="breathe and say my name", inside=True
            ),
        ),
        leave_by=time(8, 45),
    )
