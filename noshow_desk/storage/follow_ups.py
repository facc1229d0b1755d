"""Follow-ups: the next contact, chosen by hand."""

from __future__ import annotations

import json
from collections.abc import Iterable

from noshow_desk.domain.paper import FollowUp
from noshow_desk.storage.records import Records
from noshow_desk.storage.session import Session


class FollowUps(Records[FollowUp]):
    """All follow-ups, open and done."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "follow_up", FollowUp)

    def of_client(self, client_id: str) -> list[FollowUp]:
        """Return a client's follow-ups, the latest day first."""
        return self._where("client_id = ? AND archived_at IS NULL", (client_id,), '"on" DESC, id')

    def of_incident(self, incident_id: str) -> list[FollowUp]:
        """Return an incident's follow-ups, the earliest day first."""
        return self._where("incident_id = ? AND archived_at IS NULL", (incident_id,), '"on", id')

    def of_incidents(self, incident_ids: Iterable[str]) -> dict[str, tuple[FollowUp, ...]]:
        """Return the follow-ups of many incidents, by incident."""
        condition = "incident_id IN (SELECT value FROM json_each(?)) AND archived_at IS NULL"
        found: dict[str, tuple[FollowUp, ...]] = {}
        for one in self._where(condition, (json.dumps(list(incident_ids)),), '"on", id'):
            found[one.incident_id] = (*found.get(one.incident_id, ()), one)
        return found
