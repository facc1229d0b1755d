"""Writes what a page changed beside the incident itself: appointment, interviewer, consent, the new date."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.consent import was_taken_back
from noshow_desk.services import appointments, consents, incidents, interviewers
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk

Act = Callable[[], Changes]


def acts(desk: Desk, saved: CaseFacts, facts: CaseFacts, with_name: str) -> Iterator[Act]:
    """Yield the acts that turn `saved` into `facts`; `with_name` is whom the new date is with."""
    if facts.appointment != saved.appointment:
        yield partial(appointments.edit_appointment, desk, appointment=facts.appointment)
    if (facts.interviewer, facts.organisation) != (saved.interviewer, saved.organisation):
        yield _interviewer_act(desk, facts)
    # Words kept before the client took it back must not give it again: then it is asked anew, in its dialog.
    if facts.consent != saved.consent and not was_taken_back(saved.consent, desk.today()):
        decision = replace(
            facts.consent,
            id="",
            client_id=facts.client.id,
            interviewer_id=facts.interviewer.id,
            decided_on=desk.today(),
            revoked_on=None,
        )
        yield partial(consents.decide_consent, desk, consent=decision)
    yield from _new_date(desk, saved, facts, with_name)


def _interviewer_act(desk: Desk, facts: CaseFacts) -> Act:
    house = facts.organisation if facts.organisation.id or facts.organisation.name else None
    act = interviewers.edit_interviewer if facts.interviewer.id else interviewers.add_interviewer
    return partial(act, desk, interviewer=facts.interviewer, organisation=house)


def _new_date(desk: Desk, saved: CaseFacts, facts: CaseFacts, with_name: str) -> Iterator[Act]:
    new = facts.new_appointment
    if new is None or new.starts is None or (new == saved.new_appointment and not with_name):
        return
    yield partial(
        incidents.grant_second_chance,
        desk,
        incident_id=facts.incident.id,
        starts=new.starts,
        zone=new.zone,
        place=new.place,
        with_name=with_name,
    )
