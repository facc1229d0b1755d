"""What every store of an editable record can do: add, change, get, archive, restore, add many at once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from noshow_desk.errors import NotFound
from noshow_desk.i18n import _
from noshow_desk.storage.columns import shape
from noshow_desk.storage.session import Row, Session, SqlValue


class Kept(Protocol):
    """A record: a frozen dataclass with an id."""

    @property
    def id(self) -> str:
        """The id; empty before it is kept."""
        ...


R = TypeVar("R", bound=Kept)

_STAMP = ("created_at", "created_by", "updated_at", "updated_by", "revision", "archived_at", "archived_by")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made, changed and archived a row, and when (aware times)."""

    created_at: datetime
    created_by: str
    updated_at: datetime
    updated_by: str
    revision: int
    archived_at: datetime | None
    archived_by: str


class Records(Generic[R]):
    """The rows of one table, as records of one frozen dataclass. Writes belong inside an act."""

    def __init__(self, session: Session, table: str, record: type[R], *leave_out: str) -> None:
        self._session = session
        self._table = table
        self._shape = shape(record, *leave_out)
        self._elsewhere = frozenset(leave_out)

    def add(self, record: R) -> str:
        """Keep a new record; an empty id gets one. Return the id."""
        known = record if record.id else self._with_id(record)
        self.insert_many([known])
        return known.id

    def change(self, record: R) -> bool:
        """Write the fields of `record` that differ from those kept; say whether any did. Raises NotFound."""
        old = self._session.row(f'SELECT {self._shape.sql} FROM "{self._table}" WHERE id = ?', (record.id,))
        if old is None:
            raise self._not_found()
        pairs = zip(self._shape.names, self._shape.row(record), old, strict=True)
        changed = {name: new for name, new, kept in pairs if new != kept}
        if changed:
            self._update(record.id, changed)
        return bool(changed)

    def get(self, record_id: str) -> R:
        """Return the record, archived or not. Raises NotFound."""
        found = self.find(record_id)
        if found is None:
            raise self._not_found()
        return found

    def find(self, record_id: str) -> R | None:
        """Return the record, archived or not; None when there is none."""
        return next(iter(self._where("id = ?", (record_id,))), None)

    def many(self, ids: Iterable[str]) -> list[R]:
        """Return the records with these ids, in this order; ids of nothing are left out."""
        wanted = list(ids)
        kept = self._where("id IN (SELECT value FROM json_each(?))", (json.dumps(wanted),))
        by_id = {record.id: record for record in kept}
        return [by_id[one] for one in wanted if one in by_id]

    def count(self, *, archived: bool = False) -> int:
        """Return how many records are not archived (or are)."""
        found = self._session.texts(
            f'SELECT count(*) FROM "{self._table}" WHERE archived_at IS {"NOT " if archived else ""}NULL'
        )
        return int(found[0])

    def archive(self, record_id: str) -> None:
        """Take the record out of the lists; nothing is deleted. Raises NotFound."""
        acting = self._session.acting
        self._existing(record_id)
        self._update(record_id, {"archived_at": acting.at, "archived_by": acting.who})

    def restore(self, record_id: str) -> None:
        """Bring an archived record back. Raises NotFound."""
        self._existing(record_id)
        self._update(record_id, {"archived_at": None, "archived_by": None})

    def stamp(self, record_id: str) -> Stamp:
        """Return who made, changed and archived the record. Raises NotFound."""
        listed = ", ".join(_STAMP)
        row = self._session.row(f'SELECT {listed} FROM "{self._table}" WHERE id = ?', (record_id,))
        if row is None:
            raise self._not_found()
        return _stamp(row)

    def insert_many(self, records: Iterable[R]) -> int:
        """Keep new records, whose ids are set, in one go; return how many. Each is one line in the log."""
        acting = self._session.acting
        stamp = (acting.at, acting.who, acting.at, acting.who)
        rows = [(*self._shape.row(record), *stamp) for record in records]
        names = [*self._shape.names, *_STAMP[:4]]
        columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
        self._session.write_many(f'INSERT INTO "{self._table}" ({columns}) VALUES ({marks})', rows)
        return len(rows)

    def _where(self, condition: str, values: Sequence[SqlValue] = (), order: str = "") -> list[R]:
        """Return the records for which `condition` holds; `order` is SQL such as "created_at, id"."""
        tail = f" ORDER BY {order}" if order else ""
        sql = f'SELECT {self._shape.sql} FROM "{self._table}" WHERE {condition}{tail}'
        return self._complete([self._shape.fields(row) for row in self._session.rows(sql, values)])

    def _complete(self, rows: list[dict[str, Any]]) -> list[R]:
        """Make records of rows; a store whose records have parts elsewhere adds them here, for all."""
        return [self._shape.record(**fields) for fields in rows]

    def _update(self, record_id: str, values: dict[str, Any]) -> None:
        acting = self._session.acting
        sets = "".join(f'"{name}" = ?, ' for name in values)
        self._session.write(
            f'UPDATE "{self._table}" SET {sets}updated_at = ?, updated_by = ?, revision = revision + 1 '
            "WHERE id = ?",
            (*values.values(), acting.at, acting.who, record_id),
        )

    def _existing(self, record_id: str) -> None:
        if self._session.row(f'SELECT 1 FROM "{self._table}" WHERE id = ?', (record_id,)) is None:
            raise self._not_found()

    def _with_id(self, record: R) -> R:
        return replace(record, id=self._session.new_id())  # type: ignore[type-var]  # every Kept is a dataclass

    def _not_found(self) -> NotFound:
        return NotFound(_("This record is not in the vault. Go back to the list and choose again."))


def _stamp(row: Row) -> Stamp:
    created_at, created_by, updated_at, updated_by, revision, archived_at, archived_by = map(str, row)
    return Stamp(
        created_at=datetime.fromisoformat(created_at),
        created_by=created_by,
        updated_at=datetime.fromisoformat(updated_at),
        updated_by=updated_by,
        revision=int(revision),
        archived_at=None if row[5] is None else datetime.fromisoformat(archived_at),
        archived_by="" if row[6] is None else archived_by,
    )
