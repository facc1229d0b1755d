"""When anything last happened with a client: for the reminder of clients from long ago."""

from __future__ import annotations

from datetime import date

from noshow_desk.storage.session import Session

# One SELECT of (client id, moment) a row. To add one: a row here, for a new kind of record about a client.
_SIGNS_OF_LIFE = (
    "SELECT id, updated_at FROM client",
    "SELECT client_id, updated_at FROM consent",
    "SELECT client_id, starts FROM appointment",
    "SELECT client_id, updated_at FROM appointment",
    "SELECT a.client_id, i.updated_at FROM incident AS i JOIN appointment AS a ON a.id = i.appointment_id",
    """SELECT a.client_id, t."at" FROM contact_attempt AS t JOIN incident AS i ON i.id = t.incident_id
       JOIN appointment AS a ON a.id = i.appointment_id""",
    """SELECT a.client_id, c."at" FROM client_call AS c JOIN incident AS i ON i.id = c.incident_id
       JOIN appointment AS a ON a.id = i.appointment_id""",
    """SELECT a.client_id, p.updated_at FROM paper AS p JOIN incident AS i ON i.id = p.incident_id
       JOIN appointment AS a ON a.id = i.appointment_id""",
    'SELECT client_id, "at" FROM contact_note',
    'SELECT client_id, "at" FROM release',
    'SELECT client_id, "on" FROM supervision_note',
    "SELECT client_id, max(\"on\", coalesce(done_at, '')) FROM follow_up",
    "SELECT client_id, updated_at FROM attachment",
)


def quiet_since(session: Session, day: date) -> list[tuple[str, date]]:
    """Return (client id, last day) of the clients, archived or not, with whom nothing happened from `day` on.

    The longest ago comes first. A second for 100,000 clients.
    """
    rows = session.rows(
        "WITH life (client_id, moment) AS (" + " UNION ALL ".join(_SIGNS_OF_LIFE) + ") "
        "SELECT client_id, max(substr(moment, 1, 10)) AS last FROM life WHERE client_id IS NOT NULL "
        "GROUP BY client_id HAVING last < ? ORDER BY last, client_id",
        (day.isoformat(),),
    )
    return [(str(client), date.fromisoformat(str(last))) for client, last in rows]
