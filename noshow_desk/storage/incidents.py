"""Incidents, with their contact attempts and calls, which are append-only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from noshow_desk.domain.incident import ClientCall, ContactAttempt, Incident
from noshow_desk.storage.appended import Appended
from noshow_desk.storage.columns import moment_text
from noshow_desk.storage.records import Records
from noshow_desk.storage.session import Session, SqlValue

_NEWEST_FIRST = "a.starts IS NOT NULL, a.starts DESC, i.id DESC"


class Incidents(Records[Incident]):
    """All incidents of all clients."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "incident", Incident, "contact_attempts", "calls")
        self._attempts = Appended(session, "contact_attempt", ContactAttempt)
        self._calls = Appended(session, "client_call", ClientCall)

    def change(self, record: Incident) -> bool:
        """Write the facts that differ, and append the attempts and calls that are new (no id, or unknown).

        Raises ValueError when an attempt or a call that is kept differs: a correction is a new one.
        """
        changed = super().change(record)
        attempts = _append_new(self._attempts, record.id, record.contact_attempts)
        calls = _append_new(self._calls, record.id, record.calls)
        return changed or attempts or calls

    def insert_many(self, records: Iterable[Incident]) -> int:
        """Keep new incidents with their attempts and calls."""
        kept = list(records)
        super().insert_many(kept)
        self._attempts.insert_many(self._placed((one.id, one.contact_attempts) for one in kept))
        self._calls.insert_many(self._placed((one.id, one.calls) for one in kept))
        return len(kept)

    def add_attempt(self, incident_id: str, attempt: ContactAttempt) -> str:
        """Append a contact attempt; return its id."""
        return self._attempts.add(incident_id, attempt)

    def add_call(self, incident_id: str, call: ClientCall) -> str:
        """Append a call; return its id."""
        return self._calls.add(incident_id, call)

    def withdraw_attempt(self, attempt_id: str) -> str:
        """Take an attempt back by appending a withdrawal; return the withdrawal's id."""
        return self._attempts.withdraw(attempt_id)

    def withdraw_call(self, call_id: str) -> str:
        """Take a call back by appending a withdrawal; return the withdrawal's id."""
        return self._calls.withdraw(call_id)

    def of_client(self, client_id: str) -> list[Incident]:
        """Return a client's incidents, the latest appointment first."""
        return self.many(self._ids("a.client_id = ?", (client_id,)))

    def of_appointment(self, appointment_id: str) -> Incident | None:
        """Return the incident of an appointment, the latest report if there are several; None without."""
        condition = "appointment_id = ? AND archived_at IS NULL"
        found = self._where(condition, (appointment_id,), "created_at DESC, rowid DESC LIMIT 1")
        return next(iter(found), None)

    def by_appointment(self, appointment_ids: Iterable[str]) -> dict[str, Incident]:
        """Return the incidents of many appointments, by the appointment's id."""
        wanted = list(dict.fromkeys(one for one in appointment_ids if one))
        found = ((one, self.of_appointment(one)) for one in wanted)
        return {one: incident for one, incident in found if incident is not None}

    def ids(self, since: datetime | None = None) -> list[str]:
        """Return the ids of all incidents, the latest appointment first; `since` is a local start."""
        if since is None:
            return self._ids("TRUE")
        return self._ids("(a.starts >= ? OR a.starts IS NULL)", (moment_text(since),))

    def _ids(self, condition: str, values: Sequence[SqlValue] = ()) -> list[str]:
        return self._session.texts(
            "SELECT i.id FROM incident AS i LEFT JOIN appointment AS a ON a.id = i.appointment_id "
            f"WHERE i.archived_at IS NULL AND {condition} ORDER BY {_NEWEST_FIRST}",
            values,
        )

    def _complete(self, rows: list[dict[str, Any]]) -> list[Incident]:
        ids = [row["id"] for row in rows]
        attempts, calls = self._attempts.of_many(ids), self._calls.of_many(ids)
        return [
            Incident(**row, contact_attempts=attempts.get(row["id"], ()), calls=calls.get(row["id"], ()))
            for row in rows
        ]

    def _placed(self, parts: Iterable[tuple[str, Sequence[Any]]]) -> Iterator[tuple[str, int, Any]]:
        for parent, rows in parts:
            for place, row in enumerate(rows):
                yield parent, place, row if row.id else replace(row, id=self._session.new_id())


def _append_new(kept: Appended[Any], incident_id: str, rows: Sequence[Any]) -> bool:
    """Append the rows that are not kept yet; say whether there were any."""
    known = {row.id: row for row in kept.of(incident_id)}
    new = [row for row in rows if not row.id or (row.id not in known and not kept.has(row.id))]
    if any(row != known[row.id] for row in rows if row.id in known):
        raise ValueError("a kept attempt or call was changed; append a correction instead")
    for row in new:
        kept.add(incident_id, row)
    return bool(new)
