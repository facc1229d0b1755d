"""A desk with one incident in a given state, and the wizard over it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from noshow_desk.domain.client import Client, Phone
from noshow_desk.domain.incident import (
    ClientCall,
    ContactAttempt,
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
    Ruler,
    Safety,
    Story,
)
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    AttemptResult,
    Channel,
    DecisionChoice,
    InsideFactor,
    OutsideFactor,
    StepId,
    VoicemailPreference,
    WantsIt,
)
from noshow_desk.services import clients, incidents, interviewers, missed
from noshow_desk.services.desk import Desk
from tests.builders import NINE, Clock, new_desk

NOW = datetime(2026, 3, 10, 13, 12, tzinfo=UTC)  # Tuesday, 9:12 in New York
NEW_DATE = datetime(2026, 3, 20, 10, 0)


def open_desk(folder: Path, now: datetime = NOW) -> tuple[Desk, Clock]:
    """Return a desk with Marcus and Rosa in it, at 9:12 on the day of the interview."""
    clock = Clock(now)
    desk = new_desk(folder, clock)
    clients.add_client(desk, client=marcus())
    interviewers.add_interviewer(desk, interviewer=rosa(), organisation=bayside())
    return desk, clock


def marcus() -> Client:
    """Return a client with two phones, one shared."""
    return Client(
        first_name="Marcus",
        last_name="Reed",
        phones=(
            Phone(number="(555) 010-0142", label="mobile", safe_hours="after 3 PM"),
            Phone(number="(555) 010-0150", label="his mother", shared=True),
        ),
        email="marcus.reed@example.com",
        voicemail=VoicemailPreference.WITHOUT_AGENCY,
        postal_address="12 Harbor Road\nBayside, NY 11360",
        address_safe_to_print=True,
    )


def rosa() -> Interviewer:
    """Return the one who waits."""
    return Interviewer(
        first_name="Rosa",
        last_name="Alvarez",
        courtesy_title="Ms.",
        job_title="Shift manager",
        phones=("(555) 010-0177",),
        email="rosa.alvarez@example.com",
        postal_address="1200 Harbor Road\nBayside, NY 11360",
    )


def bayside() -> Organisation:
    """Return the organisation behind."""
    return Organisation(name="Bayside Warehouse", postal_address="1200 Harbor Road\nBayside, NY 11360")


def report(desk: Desk, starts: datetime = NINE, kind: AppointmentKind = AppointmentKind.JOB_INTERVIEW) -> str:
    """Report the interview; return the incident's id."""
    return missed.report_missed(
        desk,
        client_name="Marcus Reed",
        interviewer_name="Ms. Rosa Alvarez",
        number="(555) 010-0177",
        organisation="Bayside Warehouse",
        starts=starts,
        kind=kind,
    ).made


def reach(desk: Desk, incident_id: str, result: AttemptResult = AttemptResult.REACHED) -> None:
    """Record one try to reach the client."""
    attempt = ContactAttempt(at=desk.now(), channel=Channel.CALL, number="(555) 010-0142", result=result)
    incidents.record_contact_attempt(desk, incident_id=incident_id, attempt=attempt)


def change(desk: Desk, incident_id: str, **facts: Any) -> None:
    """Write facts of the incident."""
    incident = desk.vault.incidents.get(incident_id)
    incidents.save_incident(desk, incident=replace(incident, **facts))


def call(desk: Desk, incident_id: str, **facts: Any) -> None:
    """Record a call of the client."""
    known: dict[str, Any] = {"at": desk.now(), "sorry_for_miss": True, "sorry_for_trouble": True}
    incidents.record_call(desk, incident_id=incident_id, call=ClientCall(**known | facts))


def grant(desk: Desk, incident_id: str) -> None:
    """Record a call in which a new date was granted, ten days ahead."""
    call(desk, incident_id, asked=True, answer=Answer.GRANTED)
    incidents.grant_second_chance(desk, incident_id=incident_id, starts=NEW_DATE)


def granted(desk: Desk, **facts: Any) -> str:
    """Return an incident that was talked over, with a new date; `facts` stand in for those of `talked`."""
    made = report(desk)
    reach(desk, made)
    change(desk, made, **talked(desk) | facts)
    grant(desk, made)
    return made


def talked(desk: Desk) -> dict[str, Any]:
    """Return the facts of a talk in full."""
    now = desk.now()
    return {
        "safety": Safety(danger=False, at=now),
        "story": Story(
            words="I got to the stop and the bus had gone. Then I thought, what is the point.",
            thought="They have already decided",
            feeling="Ashamed",
            belief="They only look at the background question",
            at=now,
        ),
        "outside": (
            OutsideReason(factor=OutsideFactor.TRANSPORT, words="took the wrong bus", confirmed_true=True),
        ),
        "inside": (InsideReason(factor=InsideFactor.AFRAID_OF_PAST, words="the background question"),),
        "insight": Insight(words="I keep thinking they have already decided."),
        "wants_it": WantsIt.YES,
        "why_it_matters": "It is ten minutes from my daughter’s school.",
        "decision": Decision(
            choice=DecisionChoice.ASK, nature="First interview", audience="Shift manager", at=now
        ),
        "importance": Ruler(value=9, why_not_lower="My daughter."),
        "confidence": Ruler(value=4, why_not_lower="I have done hard things."),
        "obstacles": (
            Obstacle(what="The bus at 7:50 fills up", idea="Take the one before, and text Ray if it is late"),
            Obstacle(what="Freezing when they ask about the past", idea="Say my two sentences, then stop"),
        ),
        "true_sentence": "I took the wrong bus and did not call.",
        "true_sentence_confirmed_at": now,
        "days_i_can_keep": ("Thursday after 10", "Friday morning"),
        "own_words": "I have been practicing, and I am ready.",
    }


def wrapped_up(desk: Desk) -> dict[str, Any]:
    """Return the facts of a debrief and a plan."""
    return {
        "debrief": Debrief(
            growth_sentence="Now I know that I can make that call.",
            caseworker_said="You stopped, breathed, and said it in one sentence.",
            at=desk.now(),
        ),
        "plan": Plan(
            if_thens=(
                IfThen(if_this="the bus has not come by 8:10", then_i="call Ray"),
                IfThen(
                    if_this="I think they have already decided", then_i="ask my first question", inside=True
                ),
            ),
            leave_by=time(8, 45),
        ),
    }


def incident(desk: Desk, incident_id: str) -> Incident:
    """Return the incident as it is in the vault."""
    return desk.vault.incidents.get(incident_id)


STEPS = tuple(StepId)
HOUR = timedelta(hours=1)


def courtesy(desk: Desk) -> Courtesy:
    """Return a courtesy call that was made."""
    return Courtesy(at=desk.now(), told="Ms. Alvarez")
