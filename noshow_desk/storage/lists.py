"""Narrow lists for the screens: ids only, answered from indexes, where whole records would be too slow."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from noshow_desk.domain.kinds import AppointmentKind
from noshow_desk.storage.columns import moment_text
from noshow_desk.storage.session import Session

# A correction ends an incident at once; only a follow-up that is still open keeps it in the lists.
_NOT_CORRECTED = (
    "(i.corrections = '[]' OR EXISTS (SELECT 1 FROM follow_up AS f WHERE f.incident_id = i.id "
    "AND f.done_at IS NULL AND f.archived_at IS NULL))"
)
_BY_APPOINTMENT = (
    "SELECT a.client_id FROM {table} AS t JOIN appointment AS a ON a.id = t.appointment_id WHERE t.id = ?"
)
_BY_INCIDENT = (
    "SELECT a.client_id FROM {table} AS t JOIN incident AS i ON i.id = t.incident_id "
    "JOIN appointment AS a ON a.id = i.appointment_id WHERE t.id = ?"
)
# Whose client a row is about, by its table.
_CLIENTS_OF: Mapping[str, str] = {
    "client": "SELECT id FROM client WHERE id = ?",
    "appointment": "SELECT client_id FROM appointment WHERE id = ?",
    "attendance": _BY_APPOINTMENT.format(table="attendance"),
    "incident": _BY_APPOINTMENT.format(table="incident"),
    "contact_attempt": _BY_INCIDENT.format(table="contact_attempt"),
    "client_call": _BY_INCIDENT.format(table="client_call"),
    "paper": _BY_INCIDENT.format(table="paper"),
    "sent_paper": (
        "SELECT a.client_id FROM sent_paper AS t JOIN paper AS p ON p.id = t.paper_id "
        "JOIN incident AS i ON i.id = p.incident_id "
        "JOIN appointment AS a ON a.id = i.appointment_id WHERE t.id = ?"
    ),
    "consent": "SELECT client_id FROM consent WHERE id = ?",
    "follow_up": "SELECT client_id FROM follow_up WHERE id = ?",
    "interviewer": "SELECT client_id FROM appointment WHERE interviewer_id = ?",
    "organisation": (
        "SELECT a.client_id FROM interviewer AS t JOIN appointment AS a ON a.interviewer_id = t.id "
        "WHERE t.organisation_id = ?"
    ),
}


# Few clients are archived, and the name order knows them: cheaper than to open the row of every client.
_ARCHIVED = "(SELECT record_id FROM searchable WHERE kind = 'client' AND archived = 1)"
_COMING = (
    "appointment AS a WHERE a.starts >= ? AND a.starts < ? AND a.archived_at IS NULL "
    f"AND a.client_id NOT IN {_ARCHIVED} "
    "AND NOT EXISTS (SELECT 1 FROM attendance AS t WHERE t.appointment_id = a.id AND t.outcome IS NOT NULL) "
    "AND NOT EXISTS (SELECT 1 FROM incident AS i WHERE i.appointment_id = a.id AND i.archived_at IS NULL)"
)
_FOLLOWING = (
    'follow_up AS f WHERE f."on" BETWEEN ? AND ? AND f.done_at IS NULL AND f.archived_at IS NULL '
    f"AND f.client_id NOT IN {_ARCHIVED}"
)


class Place(NamedTuple):
    """A place in the list of incidents by the start of their appointment: where the next slice goes on."""

    starts: str
    id: str


class Ahead(NamedTuple):
    """The next appointment of a client, as the client list shows it."""

    kind: AppointmentKind
    starts: datetime
    second_chance: bool


LAST = Place("\U0010ffff", "")  # before the first slice: later than any start


def clients_with_language(session: Session, language: str) -> list[str]:
    """Return the ids of active clients who speak `language` or want papers in it, in name order."""
    return session.texts(
        "SELECT s.record_id FROM searchable AS s JOIN client AS c ON c.id = s.record_id "
        "WHERE s.kind = 'client' AND s.archived = 0 AND ? IN (c.spoken_language, c.paper_language) "
        "ORDER BY s.name, s.record_id",
        (language,),
    )


def count_clients(session: Session, *, archived: bool = False) -> int:
    """Return how many clients are in the list (or archived)."""
    few = f"SELECT count(*) FROM {_ARCHIVED}"
    # All of them less the few: counting those in the list would read the whole name order.
    sql = few if archived else f"SELECT (SELECT count(*) FROM client) - ({few})"
    return int(session.texts(sql)[0])


def archived_among(session: Session, client_ids: list[str]) -> frozenset[str]:
    """Return those of `client_ids` that are archived."""
    marks = ", ".join("?" * len(client_ids))
    sql = f"SELECT id FROM client WHERE archived_at IS NOT NULL AND id IN ({marks})"
    return frozenset(session.texts(sql, client_ids)) if client_ids else frozenset()


def incidents_before(session: Session, place: Place, limit: int) -> list[Place]:
    """Return the next incidents that may be open, the latest appointment first."""
    rows = session.rows(
        "SELECT a.starts, i.id FROM appointment AS a JOIN incident AS i ON i.appointment_id = a.id "
        f"WHERE (a.starts, i.id) < (?, ?) AND i.archived_at IS NULL AND {_NOT_CORRECTED} "
        "ORDER BY a.starts DESC, i.id DESC LIMIT ?",
        (place.starts, place.id, limit),
    )
    return [Place(str(starts), str(one)) for starts, one in rows]


def incidents_without_start(session: Session) -> list[str]:
    """Return the incidents whose appointment has no start yet."""
    return session.texts(
        "SELECT i.id FROM appointment AS a JOIN incident AS i ON i.appointment_id = a.id "
        "WHERE a.starts IS NULL AND i.archived_at IS NULL"
    )


def coming_up(session: Session, start: datetime, end: datetime, limit: int) -> tuple[list[str], int]:
    """Return the first appointments between two local times that nobody reported, and how many there are.

    Appointments with an outcome, of archived clients, or about which there is an incident are left out.
    """
    bounds = (moment_text(start), moment_text(end))
    found = session.texts(f"SELECT a.id FROM {_COMING} ORDER BY a.starts, a.id LIMIT ?", (*bounds, limit))
    return found, len(found) if len(found) < limit else _count(session, _COMING, bounds)


def next_appointments(session: Session, client_ids: Iterable[str], after: datetime) -> dict[str, Ahead]:
    """Return the next appointment of each of these clients after the local time `after`, by client."""
    rows = session.rows(
        "SELECT client_id, kind, min(starts), coalesce(reschedule_of, '') <> '' FROM appointment "
        "WHERE client_id IN (SELECT value FROM json_each(?)) AND starts > ? AND archived_at IS NULL "
        "GROUP BY client_id",
        (json.dumps(list(client_ids)), moment_text(after)),
    )
    return {
        str(row[0]): Ahead(AppointmentKind(str(row[1])), datetime.fromisoformat(str(row[2])), bool(row[3]))
        for row in rows
    }


def open_follow_ups(session: Session, first: date, last: date, limit: int) -> tuple[list[str], int]:
    """Return the first open follow-ups between two days, both included, and how many there are."""
    bounds = (first.isoformat(), last.isoformat())
    found = session.texts(f'SELECT f.id FROM {_FOLLOWING} ORDER BY f."on", f.id LIMIT ?', (*bounds, limit))
    return found, len(found) if len(found) < limit else _count(session, _FOLLOWING, bounds)


def incidents_of_clients(session: Session, client_ids: Iterable[str]) -> list[str]:
    """Return the incidents of these clients, archived ones left out."""
    found: list[str] = []
    for client_id in client_ids:
        found += session.texts(
            "SELECT i.id FROM appointment AS a JOIN incident AS i ON i.appointment_id = a.id "
            "WHERE a.client_id = ? AND i.archived_at IS NULL",
            (client_id,),
        )
    return found


def clients_touched(session: Session, act: str, most: int) -> frozenset[str] | None:
    """Return the clients whose incidents an act may have changed; None when it wrote to more than `most`
    rows.
    """
    rows = session.rows('SELECT DISTINCT "table", "row" FROM change WHERE act = ? LIMIT ?', (act, most + 1))
    if len(rows) > most:
        return None
    found: set[str] = set()
    for table, row in rows:
        if str(table) in _CLIENTS_OF:
            found.update(session.texts(_CLIENTS_OF[str(table)], (str(row),)))
    return frozenset(found)


def out_of_the_lists(session: Session, ids: Iterable[str]) -> frozenset[str]:
    """Return those incidents of `ids` that are archived (a report that was undone) or whose client is."""
    sql = (
        "SELECT i.id FROM incident AS i LEFT JOIN appointment AS a ON a.id = i.appointment_id "
        "LEFT JOIN client AS c ON c.id = a.client_id WHERE i.id IN (SELECT value FROM json_each(?)) "
        "AND (i.archived_at IS NOT NULL OR c.archived_at IS NOT NULL)"
    )
    return frozenset(session.texts(sql, (json.dumps(list(ids)),)))


def _count(session: Session, rows: str, values: tuple[str, str]) -> int:
    return int(session.texts(f"SELECT count(*) FROM {rows}", values)[0])
