"""The sample case: Marcus Reed missed an interview at Bayside Warehouse, called, and got a second date."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.client import Caseworker, Client, Phone
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.incident import ClientCall, Debrief, IfThen, Incident, OutsideReason, Plan, Story
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import (
    Answer,
    ConsentLevel,
    Outcome,
    OutsideFactor,
    VoicemailPreference,
    WantsIt,
)

SAMPLE_TODAY = date(2026, 3, 10)
SAMPLE_INPUTS = {"paper.with_reason": "yes"}
_CALLED = datetime(2026, 3, 10, 14, 5, tzinfo=UTC)


def sample_facts() -> CaseFacts:
    """Return the sample case; every variable has a value in it. All names and numbers are made up."""
    return CaseFacts(
        client=_client(),
        interviewer=_interviewer(),
        organisation=Organisation(id="sample-organisation", name="Bayside Warehouse", phone="555-0170"),
        consent=Consent(level=ConsentLevel.MAY_NAME_AGENCY, decided_on=date(2026, 3, 2), how="spoken"),
        caseworker=_caseworker(),
        appointment=_appointment(),
        new_appointment=_new_appointment(),
        incident=_incident(),
    )


def _client() -> Client:
    return Client(
        id="sample-client",
        case_number="0000",
        first_name="Marcus",
        last_name="Reed",
        phones=(Phone(number="555-0142", label="mobile"),),
        voicemail=VoicemailPreference.WITHOUT_AGENCY,
        email="marcus.reed@example.com",
        postal_address="48 Tide Street, Apt 3\nBayside, CA 90000",
        address_safe_to_print=True,
    )


def _interviewer() -> Interviewer:
    return Interviewer(
        id="sample-interviewer",
        first_name="Rosa",
        last_name="Alvarez",
        courtesy_title="Ms.",
        job_title="Shift manager",
        phones=("555-0177",),
        best_hours="before noon",
        email="rosa.alvarez@example.com",
        postal_address="1200 Harbor Road\nBayside, CA 90000",
    )


def _caseworker() -> Caseworker:
    return Caseworker(
        name="Dana Price",
        title="Case manager",
        office_name="Harbor Way Center",
        office_address="7 Mill Lane\nBayside, CA 90000",
        phone="555-0100",
        email="dana.price@example.org",
    )


def _appointment() -> Appointment:
    return Appointment(
        id="sample-appointment",
        role="Forklift operator",
        starts=datetime(2026, 3, 10, 9, 0),
        zone="America/Los_Angeles",
        place="1200 Harbor Road",
        outcome=Outcome.MISSED,
    )


def _new_appointment() -> Appointment:
    return Appointment(
        id="sample-new-appointment",
        role="Forklift operator",
        starts=datetime(2026, 3, 13, 10, 0),
        zone="America/Los_Angeles",
        place="1200 Harbor Road, front desk",
        reschedule_of="sample-appointment",
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
