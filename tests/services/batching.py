"""Clients with notes in every state, for tests of batches."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from noshow_desk.domain.kinds import Answer, PaperKind
from noshow_desk.services import clients, incidents, interviewers, papers, queries
from noshow_desk.services.desk import Desk
from tests.builders import call, missed_by_marcus

NEW_DATE = datetime(2026, 3, 27, 10, 0)


def granted(desk: Desk, name: str, interviewer: str = "Ms. Rosa Alvarez") -> str:
    """Let a client miss, call, and get a new date, with an address to write to; return the incident."""
    incident_id = missed_by_marcus(desk, client_name=name, interviewer_name=interviewer)
    incidents.record_call(desk, incident_id=incident_id, call=call(at=desk.now(), answer=Answer.GRANTED))
    incidents.grant_second_chance(desk, incident_id=incident_id, starts=NEW_DATE, place="1200 Harbor Road")
    facts = queries.facts(desk, incident_id)
    address = "1200 Harbor Road\nBayside, NY 11360"
    interviewers.edit_interviewer(desk, interviewer=replace(facts.interviewer, postal_address=address))
    clients.edit_client(desk, client=replace(facts.client, email="client@example.org"))
    return incident_id


def note(desk: Desk, incident_id: str, *, true: bool = True) -> str:
    """Draft the thank-you note of an incident, ticked as true by both unless said otherwise."""
    made = papers.draft_paper(desk, incident_id=incident_id, kind=PaperKind.THANK_YOU).made
    if true:
        papers.confirm_true(desk, paper_id=made, by_client=True, nothing_untrue=True)
    return made
