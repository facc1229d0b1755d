"""Append-only rows that belong to a record: a correction is a new row, and a withdrawal is a correction.

Rows of one parent are counted by `position`. A withdrawn row and the row that withdraws it are both left out
when reading; withdrawing the withdrawal brings the row back.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Generic

from noshow_desk.storage.columns import shape
from noshow_desk.storage.records import R
from noshow_desk.storage.session import Session

# Append-only tables, with the column that names what a row belongs to.
PARENTS = {
    "contact_attempt": "incident_id",
    "client_call": "incident_id",
    "attendance": "appointment_id",
    "sent_paper": "paper_id",
    "template_version": "template_id",
}
_OWN = frozenset({"id", "corrects_id", "withdrawn", "position", "created_at", "created_by", "frozen"})


class Appended(Generic[R]):
    """The append-only rows of one table, as records; `unread` fields (big bytes) are not read."""

    def __init__(self, session: Session, table: str, record: type[R], *unread: str) -> None:
        parent = PARENTS[table]
        self._session = session
        self._table = table
        self._parent = parent
        self._names_parent = parent in shape(record).names
        self._whole = shape(record, parent)
        self._shape = shape(record, parent, *unread)

    def add(self, parent_id: str, record: R) -> str:
        """Append a row to `parent_id`; an empty id gets one. Return the id."""
        known = record
        if not record.id:
            known = replace(record, id=self._session.new_id())  # type: ignore[type-var]  # Kept is a dataclass
        self.insert_many([(parent_id, self._next_position(parent_id), known)])
        return known.id

    def of(self, parent_id: str) -> tuple[R, ...]:
        """Return the rows of `parent_id` that count, in order; corrected ones are among them."""
        return self.of_many([parent_id]).get(parent_id, ())

    def of_many(self, parent_ids: Iterable[str]) -> dict[str, tuple[R, ...]]:
        """Return the rows that count of many parents, by parent; parents without rows are left out."""
        names = "".join(f', "{name}"' for name in self._shape.names)
        rows = self._session.rows(
            f'SELECT "{self._parent}", id, corrects_id, withdrawn{names} FROM "{self._table}" '
            f'WHERE "{self._parent}" IN (SELECT value FROM json_each(?)) ORDER BY "{self._parent}", position',
            (json.dumps(list(parent_ids)),),
        )
        void = withdrawn_ids([(str(row[1]), row[2], bool(row[3])) for row in rows])
        found: dict[str, list[R]] = {}
        for row in rows:
            if row[1] not in void:
                fields = self._shape.fields(row[4:])
                if self._names_parent:
                    fields[self._parent] = row[0]
                found.setdefault(str(row[0]), []).append(self._shape.record(**fields))
        return {parent: tuple(records) for parent, records in found.items()}

    def find(self, record_id: str) -> R | None:
        """Return the row with this id, one that was withdrawn since too; None when there never was one."""
        names = "".join(f', "{name}"' for name in self._shape.names)
        row = self._session.row(
            f'SELECT "{self._parent}"{names} FROM "{self._table}" WHERE id = ? AND NOT withdrawn',
            (record_id,),
        )
        if row is None:
            return None
        fields = self._shape.fields(row[1:])
        if self._names_parent:
            fields[self._parent] = row[0]
        found: R = self._shape.record(**fields)
        return found

    def has(self, record_id: str) -> bool:
        """Say whether a row with this id was ever appended."""
        return self._session.row(f'SELECT 1 FROM "{self._table}" WHERE id = ?', (record_id,)) is not None

    def withdraw(self, record_id: str) -> str:
        """Append a row that takes back the row `record_id`; return the new row's id."""
        return withdraw(self._session, self._table, record_id)

    def insert_many(self, rows: Iterable[tuple[str, int, R]]) -> None:
        """Append many rows, each with its parent and its position there; ids are set."""
        acting = self._session.acting
        names = [self._parent, "position", "created_at", "created_by", *self._whole.names]
        columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        self._session.write_many(
            f'INSERT INTO "{self._table}" ({columns}) VALUES ({marks})',
            ((parent, place, acting.at, acting.who, *self._whole.row(one)) for parent, place, one in rows),
        )

    def _next_position(self, parent_id: str) -> int:
        row = self._session.row(
            f'SELECT coalesce(max(position) + 1, 0) FROM "{self._table}" WHERE "{self._parent}" = ?',
            (parent_id,),
        )
        return int(str(row[0])) if row else 0


def withdraw(session: Session, table: str, row_id: str) -> str:
    """Append a row to an append-only `table` that takes back the row `row_id`; return the new row's id.

    The new row repeats what it takes back, except for big bytes.
    """
    acting, new, parent = session.acting, session.new_id(), PARENTS[table]
    names = [column.name for column in session.db.table(table).columns if column.name not in _OWN]
    listed = ", ".join(f'"{name}"' for name in names)
    session.write(
        f'INSERT INTO "{table}" (id, corrects_id, withdrawn, position, created_at, created_by, {listed}) '
        f'SELECT ?, id, 1, (SELECT max(position) + 1 FROM "{table}" AS o WHERE o."{parent}" = t."{parent}"), '
        f'?, ?, {listed} FROM "{table}" AS t WHERE id = ?',
        (new, acting.at, acting.who, row_id),
    )
    return new


def withdrawn_ids(rows: Sequence[tuple[str, Any, bool]]) -> set[str]:
    """Return the ids that do not count, of (id, corrects_id, withdrawn) in the order they were appended."""
    void: set[str] = set()
    for row_id, corrects, withdrawn in reversed(rows):
        if withdrawn:
            if row_id not in void:
                void.add(str(corrects))
            void.add(row_id)
    return void
