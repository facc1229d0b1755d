"""Incidents as they stand: all facts, the derived steps, and the list of open ones by urgency."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.file_names import initials
from noshow_desk.domain.practice import derive
from noshow_desk.domain.step import Derived, Urgency
from noshow_desk.services.clients import shown_name
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.chips import chip_of
from noshow_desk.services.queries.rows import IncidentRow

_PRESSING = tuple(Urgency)
_FAR = datetime.max


def facts(desk: Desk, incident_id: str) -> CaseFacts:
    """Return all that is known about one incident. Raises NotFound."""
    return desk.vault.cases.facts(incident_id)


def derived(desk: Desk, incident_id: str) -> Derived:
    """Return the steps of one incident as they stand now. Raises NotFound."""
    return derive(facts(desk, incident_id), desk.now(), desk.rules)


def incident_row(desk: Desk, incident_id: str) -> IncidentRow:
    """Return one incident as a list shows it. Raises NotFound."""
    return _row(desk, facts(desk, incident_id), derived(desk, incident_id))


def incidents_of(desk: Desk, client_id: str) -> list[IncidentRow]:
    """Return a client's incidents, finished ones too, the latest appointment first."""
    return _rows(desk, (incident.id for incident in desk.vault.incidents.of_client(client_id)))


def open_incidents(desk: Desk, limit: int = 500) -> list[IncidentRow]:
    """Return the incidents that are not finished, the most pressing first."""
    return standing(desk)[:limit]


def standing(desk: Desk) -> list[IncidentRow]:
    """Return every incident that is not finished, the most pressing first; worked out once until
    something changes.
    """
    return desk.remembered("standing", _standing)


def _standing(desk: Desk) -> list[IncidentRow]:
    rows = [row for row in _rows(desk, desk.vault.incidents.ids()) if not row.finished]
    return sorted(rows, key=_pressing)


def _rows(desk: Desk, ids: Iterable[str]) -> list[IncidentRow]:
    now, rules = desk.now(), desk.rules
    found = desk.vault.cases.facts_of(list(ids))
    return [_row(desk, one, derive(one, now, rules)) for one in found]


def _row(desk: Desk, one: CaseFacts, stands: Derived) -> IncidentRow:
    step = stands.next
    urgency = step.urgency if step else Urgency.NONE
    due = step.due if step else None
    chip, role = chip_of(desk, urgency, due)
    return IncidentRow(
        incident_id=one.incident.id,
        client_id=one.client.id,
        client_name=shown_name(one.client),
        initials=initials(one.client),
        waiting_name=one.interviewer.full_name or one.organisation.name,
        organisation=one.organisation.name,
        kind=one.appointment.kind,
        starts=one.appointment.starts,
        zone=one.appointment.zone,
        imminent=stands.imminent,
        urgency=urgency,
        step=step.id if step else None,
        title=step.title if step else None,
        due=due,
        chip=chip,
        chip_role=role,
        finished=stands.finished,
        counts_as_no_show=stands.counts_as_no_show,
    )


def _pressing(row: IncidentRow) -> tuple[int, bool, float, str]:
    """Sort by urgency; imminent ones first and soonest; then by due time; the latest miss before older
    ones.
    """
    due = row.due.timestamp() if row.due else float("inf")
    started = (row.starts or _FAR).timestamp() if row.starts else 0.0
    moment = started if row.imminent else -started if row.urgency is Urgency.WAITING else due
    return (_PRESSING.index(row.urgency), not row.imminent, moment, row.incident_id)
