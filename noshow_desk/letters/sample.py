"""The sample case: Marcus Reed missed an interview at Bayside Warehouse, called, and got a second date.

What he said and what was typed about him is in the language of the paper; names and addresses are not.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from noshow_desk.domain import sample_people as people
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ClientCall, Debrief, IfThen, Incident, OutsideReason, Plan, Story
from noshow_desk.domain.kinds import Answer, ConsentLevel, Outcome, OutsideFactor, WantsIt

SAMPLE_TODAY = date(2026, 3, 10)
SAMPLE_INPUTS = {"paper.with_reason": "yes"}
_ROLE_IN_SPANISH = "Operador de montacargas"
_CALLED = datetime(2026, 3, 10, 14, 5, tzinfo=UTC)


def sample_facts(language: str = "en") -> CaseFacts:
    """Return the sample case for a paper in `language`; every variable has a value in it.

    All names and numbers are made up.
    """
    facts = replace(
        people.EVERYONE,
        consent=replace(people.CONSENT, level=ConsentLevel.MAY_NAME_AGENCY),
        appointment=replace(people.APPOINTMENT, outcome=Outcome.MISSED),
        new_appointment=people.NEW_APPOINTMENT,
        incident=_incident(),
    )
    return _in_spanish(facts) if language == "es" else facts


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


def _in_spanish(facts: CaseFacts) -> CaseFacts:
    mobile, sister = facts.client.phones
    return replace(
        facts,
        client=replace(
            facts.client,
            phones=(
                replace(mobile, label="celular", safe_hours="después de las 7 a. m."),
                replace(sister, label="hermana"),
            ),
        ),
        interviewer=replace(facts.interviewer, job_title="Jefa de turno", best_hours="antes del mediodía"),
        caseworker=replace(facts.caseworker, title="Gestora de casos"),
        appointment=replace(facts.appointment, role=_ROLE_IN_SPANISH),
        new_appointment=replace(
            people.NEW_APPOINTMENT, role=_ROLE_IN_SPANISH, place="1200 Harbor Road, recepción"
        ),
        incident=replace(
            _incident(),
            story=Story(words="Me subí al autobús equivocado, y luego me dio pena llamar."),
            true_sentence="Me subí al autobús equivocado y no llamé.",
            days_i_can_keep=("el jueves", "el viernes"),
            own_words="He practicado cómo hablar de mis trabajos anteriores, y estoy listo.",
            debrief=Debrief(growth_sentence="Llamé aunque tenía miedo."),
            plan=_plan_in_spanish(),
        ),
    )


def _plan_in_spanish() -> Plan:
    return Plan(
        if_thens=(
            IfThen(if_this="el autobús no ha llegado a las 8:50", then_i="llamo a Ray para que me lleve"),
            IfThen(if_this="pienso que ya decidieron", then_i="respiro y digo mi nombre", inside=True),
        ),
        leave_by=time(8, 45),
    )
