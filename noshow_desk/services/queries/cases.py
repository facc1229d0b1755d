"""Incidents as they stand: all facts, the derived steps, and the list of open ones by urgency."""

from __future__ import annotations

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.practice import derive, derive_next
from noshow_desk.domain.step import Derived
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import IncidentRow
from noshow_desk.services.queries.standing import row_of, standing


def facts(desk: Desk, incident_id: str) -> CaseFacts:
    """Return all that is known about one incident. Raises NotFound."""
    return desk.vault.cases.facts(incident_id)


def derived(desk: Desk, incident_id: str) -> Derived:
    """Return the steps of one incident as they stand now. Raises NotFound."""
    return derive(facts(desk, incident_id), desk.now(), desk.rules)


def incident_row(desk: Desk, incident_id: str) -> IncidentRow:
    """Return one incident as a list shows it. Raises NotFound."""
    known = facts(desk, incident_id)
    return row_of(desk, known, derive_next(known, desk.now(), desk.rules))


def incidents_of(desk: Desk, client_id: str) -> list[IncidentRow]:
    """Return a client's incidents, finished ones too, the latest appointment first."""
    now, rules = desk.now(), desk.rules
    wanted = [incident.id for incident in desk.vault.incidents.of_client(client_id)]
    return [row_of(desk, one, derive_next(one, now, rules)) for one in desk.vault.cases.facts_of(wanted)]


def open_incidents(desk: Desk, limit: int = 500) -> list[IncidentRow]:
    """Return the incidents that are not finished, the most pressing first."""
    return standing(desk).rows()[:limit]


def catch_up(desk: Desk, most: int = 50) -> bool:
    """Look at `most` more incidents of a large vault; True when the lists are whole. For when the desk is
    idle.
    """
    return standing(desk).catch_up(most)
