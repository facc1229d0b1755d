"""The open database: reading, and the one kind of transaction in which anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from noshow_desk.storage.columns import moment_text
from noshow_desk.storage.driver import translated
from noshow_desk.storage.ids import IdMaker
from noshow_desk.storage.troubles import VaultReadOnly

if TYPE_CHECKING:
    from sqlite_utils import Database

SqlValue = str | int | float | bytes | None
Row = tuple[SqlValue, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """What one service call writes: the id of the act, who acts, on which device, when."""

    id: str
    who: str
    device: str
    now: datetime

    @property
    def at(self) -> str:
        """The time of the act as columns keep it."""
        return moment_text(self.now)


class Session:
    """One connection, used by one thread at a time. All stores of a vault share it."""

    def __init__(self, db: Database, *, read_only: bool = False) -> None:
        self.db = db
        self.read_only = read_only
        self._acting: Act | None = None
        self._ids = IdMaker()

    @property
    def acting(self) -> Act:
        """The act that is open. Raises RuntimeError outside one: a write without an act is a bug."""
        if self._acting is None:
            raise RuntimeError("write inside `with vault.act(...)`")
        return self._acting

    @contextmanager
    def act(self, *, who: str, device: str, now: datetime) -> Iterator[Act]:
        """Open one transaction and yield its act. Everything in it is kept, or nothing.

        Raises VaultReadOnly, DiskFull and the other troubles of the disk.
        """
        if self._acting is not None:
            raise RuntimeError("an act inside an act")
        self.must_write()
        acting = Act(self._ids.new(now), who, device, now)
        with translated():
            try:
                with self.db.atomic():
                    self._acting = acting
                    self._announce(acting)
                    yield acting
                    self.db.conn.execute("UPDATE acting SET act = NULL")
            finally:
                self._acting = None

    def must_write(self) -> None:
        """Raise VaultReadOnly when the vault was opened only to look."""
        if self.read_only:
            raise VaultReadOnly

    def new_id(self) -> str:
        """Return an id for a record made in the open act."""
        return self._ids.new(self.acting.now)

    def rows(self, sql: str, values: Sequence[SqlValue] = ()) -> list[Row]:
        """Return all rows that `sql` answers with."""
        with translated():
            return list(self.db.conn.execute(sql, values).fetchall())

    def row(self, sql: str, values: Sequence[SqlValue] = ()) -> Row | None:
        """Return the first row that `sql` answers with, or None."""
        with translated():
            found: Row | None = self.db.conn.execute(sql, values).fetchone()
            return found

    def texts(self, sql: str, values: Sequence[SqlValue] = ()) -> list[str]:
        """Return the first column of all rows, which is text (ids)."""
        with translated():
            return [row[0] for row in self.db.conn.execute(sql, values).fetchall()]

    def write(self, sql: str, values: Sequence[SqlValue] = ()) -> None:
        """Run one statement that changes something, inside an act."""
        self._must_act()
        self.db.conn.execute(sql, values)

    def write_many(self, sql: str, rows: Iterable[Sequence[SqlValue]]) -> None:
        """Run one statement for each of `rows`, inside an act: the fast way for imports."""
        self._must_act()
        self.db.conn.executemany(sql, rows)

    def _must_act(self) -> None:
        if self._acting is None:
            raise RuntimeError("write inside `with vault.act(...)`")

    def _announce(self, acting: Act) -> None:
        """Tell the triggers of the change log who acts (they cannot read anything but tables)."""
        self.db.conn.execute(
            'UPDATE acting SET act = ?, who = ?, device = ?, "when" = ?',
            (acting.id, acting.who, acting.device, acting.at),
        )
