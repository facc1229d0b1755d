"""Erasing a person: every row of theirs, what the change log and open forms hold, and the bytes behind.

Everywhere else a delete is an archive. Here rows go, inside one act; `wipe` then writes the file anew, so
that no page of it holds what was there. Interviewers and organisations stay.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from noshow_desk.storage.driver import translated
from noshow_desk.storage.first_schema import LOGGED
from noshow_desk.storage.session import Session

if TYPE_CHECKING:
    from noshow_desk.storage.open_vault import Vault

PERSON = "client"

# What belongs to a person: table, the column that says so, and the table it names, from the person outwards.
# To add one: a row here, after the table it names. A test compares this with the foreign keys of the schema.
BELONGS: tuple[tuple[str, str, str], ...] = (
    ("appointment", "client_id", PERSON),
    ("consent", "client_id", PERSON),
    ("release", "client_id", PERSON),
    ("contact_note", "client_id", PERSON),
    ("supervision_note", "client_id", PERSON),
    ("incident", "appointment_id", "appointment"),
    ("paper", "incident_id", "incident"),
    ("follow_up", "client_id", PERSON),
    ("follow_up", "incident_id", "incident"),
    ("attachment", "client_id", PERSON),
    ("attachment", "incident_id", "incident"),
    ("contact_attempt", "incident_id", "incident"),
    ("client_call", "incident_id", "incident"),
    ("attendance", "appointment_id", "appointment"),
    ("sent_paper", "paper_id", "paper"),
)

_BETWEEN = "char(1)"  # between two columns that are searched as one text: no blank, and in no name
_AMONG = "IN (SELECT value FROM json_each(?))"
_STAMPS = (
    "id",
    "created_at",
    "created_by",
    "updated_at",
    "updated_by",
    "revision",
    "archived_at",
    "archived_by",
)

Rows = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Traces:
    """All that a vault holds of some people: ids of rows by table, lines of the change log, open forms.

    `elsewhere` are the (table, id) pairs of records that stay and have a name of theirs in them.
    """

    rows: Rows
    changes: Sequence[int]
    forms: Sequence[str]
    elsewhere: Sequence[tuple[str, str]]

    def count(self, table: str) -> int:
        """Return how many rows of `table` would go."""
        return len(self.rows.get(table, ()))


def find_traces(session: Session, people: Iterable[str], signs: Iterable[str] = ()) -> Traces:
    """Return what the vault holds of the clients `people`.

    `signs` are texts that can only mean them, such as full names. By these the change log
    of other records and open forms are searched, and what stays is told. Reading changes nothing.
    """
    rows = rows_of(session, people)
    _teach(session, signs)
    return Traces(
        rows=rows,
        changes=_changes(session, rows),
        forms=_forms(session, rows),
        elsewhere=_elsewhere(session, rows),
    )


def erase(session: Session, traces: Traces) -> None:
    """Delete everything in `traces`, inside an act. `wipe` belongs behind it, outside the act."""
    for pragma in ("secure_delete = ON", "defer_foreign_keys = ON"):  # rows point at each other
        session.db.conn.execute(f"PRAGMA {pragma}").fetchall()
    session.write("UPDATE acting SET erasing = 1")
    appointments = json.dumps(list(traces.rows["appointment"]))
    session.write(
        f"UPDATE appointment SET reschedule_of = NULL WHERE reschedule_of {_AMONG}", (appointments,)
    )
    for table, ids in traces.rows.items():
        session.write(f'DELETE FROM "{table}" WHERE id {_AMONG}', (json.dumps(list(ids)),))
    session.write(f'DELETE FROM change WHERE "row" {_AMONG}', (_all_ids(traces.rows),))
    session.write(f"DELETE FROM change WHERE seq {_AMONG}", (json.dumps(list(traces.changes)),))
    session.write(f"DELETE FROM unsaved_form WHERE form_key {_AMONG}", (json.dumps(list(traces.forms)),))
    session.write("INSERT INTO search (search) VALUES ('optimize')")  # drops the words of what went
    session.write("UPDATE acting SET erasing = 0")


def wipe(vault: Vault) -> None:
    """Write the whole file anew, without a page of what was erased, and empty the write-ahead log.

    Takes as long as a backup and needs as much room. Raises DiskFull and the other troubles of the disk.
    """
    with translated():
        vault.session.db.conn.execute("VACUUM")
    vault.checkpoint()


def rows_of(session: Session, people: Iterable[str]) -> dict[str, list[str]]:
    """Return the ids of everything that belongs to the clients `people`, themselves among it, by table."""
    rows: dict[str, list[str]] = {PERSON: _ids(session, PERSON, "id", list(people))}
    for table, column, parent in BELONGS:
        found = _ids(session, table, column, rows[parent])
        rows[table] = list(dict.fromkeys([*rows.get(table, ()), *found]))
    return rows


def _ids(session: Session, table: str, column: str, values: list[str]) -> list[str]:
    return session.texts(f'SELECT id FROM "{table}" WHERE "{column}" {_AMONG}', (json.dumps(values),))


def _changes(session: Session, rows: Rows) -> list[int]:
    """Return the log's lines about these rows, and those about other rows that tell of the person."""
    found = session.rows(f'SELECT seq FROM change WHERE "row" {_AMONG}', (_all_ids(rows),))
    found += session.rows("SELECT seq FROM change WHERE tells(old) OR tells(new)")
    return sorted({int(str(row[0])) for row in found})


def _forms(session: Session, rows: Rows) -> list[str]:
    """Return the keys of open forms that are about the person or have a name of theirs in them."""
    known = {one for ids in rows.values() for one in ids}
    forms = session.rows("SELECT form_key, payload, tells(payload) FROM unsaved_form")
    return [
        str(key)
        for key, payload, tells in forms
        if tells or known & set(str(key).split(":")) or any(one in str(payload) for one in known)
    ]


def _elsewhere(session: Session, rows: Rows) -> list[tuple[str, str]]:
    found = []
    for table in LOGGED:
        columns = [one.name for one in session.db.table(table).columns if one.type == "TEXT"]
        # One call for each row: ten times faster than one for each value. No name goes across a column.
        told = f" || {_BETWEEN} || ".join(
            f"ifnull(\"{name}\", '')" for name in columns if name not in _STAMPS
        )
        gone = set(rows.get(table, ()))
        ids = session.texts(f'SELECT id FROM "{table}" WHERE tells({told})')
        found += [(table, one) for one in ids if one not in gone]
    return found


def _teach(session: Session, signs: Iterable[str]) -> None:
    """Give SQL a function `tells(value)`: does a text hold one of `signs`, in any case and spelling?"""
    known = sorted({_plain(sign) for sign in signs} - {""})
    rare = {max(sign.split(), key=len) for sign in known}

    def tells(value: object) -> bool:
        if not isinstance(value, str):
            return False
        folded = _folded(value)
        if not any(word in folded for word in rare):  # nearly every text: spared the rest of the way
            return False
        plain = " ".join(folded.split())
        return any(sign in plain for sign in known)

    def tells_nothing(_value: object) -> bool:
        return False

    session.db.conn.create_function("tells", 1, tells if known else tells_nothing)


def _plain(text: str) -> str:
    return " ".join(_folded(text).split())


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).casefold()


def _all_ids(rows: Rows) -> str:
    return json.dumps([one for ids in rows.values() for one in ids])
