"""Appointments, and what became of them: attendance is append-only, the last entry counts."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.kinds import Outcome
from noshow_desk.storage.appended import Appended
from noshow_desk.storage.columns import moment_text
from noshow_desk.storage.records import Records
from noshow_desk.storage.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """What became of an appointment, as entered once; `corrects_id` names the entry it replaces."""

    id: str = ""
    outcome: Outcome | None = None
    outcome_at: datetime | None = None
    outcome_by: str = ""
    note: str = ""
    corrects_id: str = ""


_UNKNOWN = Attendance()


class Appointments(Records[Appointment]):
    """All appointments of all clients."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "appointment", Appointment, "outcome", "outcome_at", "outcome_by")
        self._attendance = Appended(session, "attendance", Attendance)

    def change(self, record: Appointment) -> bool:
        """Write what differs; another outcome becomes a new entry. Say whether anything differed."""
        before = self.get(record.id)
        changed = super().change(record)
        if _outcome(before) == _outcome(record):
            return changed
        self._append(record)
        return True

    def record_outcome(
        self, appointment_id: str, outcome: Outcome | None, at: datetime, by: str, note: str = ""
    ) -> str:
        """Enter what became of the appointment; an earlier one is corrected, not lost. Return its id."""
        self._existing(appointment_id)
        entry = Attendance(outcome=outcome, outcome_at=at, outcome_by=by, note=note)
        return self._attendance.add(
            appointment_id, replace(entry, corrects_id=self._last_entry(appointment_id))
        )

    def attendance(self, appointment_id: str) -> tuple[Attendance, ...]:
        """Return the entries of an appointment in order; the last one counts."""
        return self._attendance.of(appointment_id)

    def insert_many(self, records: Iterable[Appointment]) -> int:
        """Keep new appointments, and the outcomes they come with."""
        kept = list(records)
        super().insert_many(kept)
        new_id = self._session.new_id
        entries = [(one.id, 0, replace(_entry(one), id=new_id())) for one in kept if any(_outcome(one))]
        self._attendance.insert_many(entries)
        return len(kept)

    def of_client(self, client_id: str) -> list[Appointment]:
        """Return a client's appointments, the latest start first; those without a start come before."""
        return self._where(
            "client_id = ? AND archived_at IS NULL", (client_id,), "starts IS NOT NULL, starts DESC, id"
        )

    def second_chance_of(self, appointment_id: str) -> Appointment | None:
        """Return the appointment granted after this one, the latest if there are several; None without."""
        return self.second_chances([appointment_id]).get(appointment_id)

    def second_chances(self, appointment_ids: Iterable[str]) -> dict[str, Appointment]:
        """Return the appointments granted after these, by the id of the first one."""
        condition = "reschedule_of IN (SELECT value FROM json_each(?)) AND archived_at IS NULL"
        found = self._where(condition, (json.dumps(list(appointment_ids)),), "created_at, rowid")
        return {one.reschedule_of: one for one in found}

    def between(self, start: datetime, end: datetime) -> list[Appointment]:
        """Return the appointments whose local start is at or after `start` and before `end`, in order."""
        condition = "starts >= ? AND starts < ? AND archived_at IS NULL"
        return self._where(condition, (moment_text(start), moment_text(end)), "starts, id")

    def _complete(self, rows: list[dict[str, Any]]) -> list[Appointment]:
        entries = self._attendance.of_many(row["id"] for row in rows)
        return [Appointment(**row, **_outcome_fields(entries.get(row["id"], ()))) for row in rows]

    def _append(self, record: Appointment) -> None:
        entry = replace(_entry(record), corrects_id=self._last_entry(record.id))
        self._attendance.add(record.id, entry)

    def _last_entry(self, appointment_id: str) -> str:
        entries = self._attendance.of(appointment_id)
        return entries[-1].id if entries else ""


def _outcome(one: Appointment) -> tuple[Outcome | None, datetime | None, str]:
    return (one.outcome, one.outcome_at, one.outcome_by)


def _entry(one: Appointment) -> Attendance:
    return Attendance(outcome=one.outcome, outcome_at=one.outcome_at, outcome_by=one.outcome_by)


def _outcome_fields(entries: tuple[Attendance, ...]) -> dict[str, Any]:
    last = entries[-1] if entries else _UNKNOWN
    return {"outcome": last.outcome, "outcome_at": last.outcome_at, "outcome_by": last.outcome_by}
