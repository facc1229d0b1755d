"""The change log: who changed which field of which record from what to what. Written by triggers alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from noshow_desk.storage.session import Session, SqlValue

MADE = ""  # the `field` of the line that a new row leaves


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the log. `old` and `new` are as columns keep them (JSON for lists and small records)."""

    seq: int
    act: str
    who: str
    when: datetime
    device: str
    table: str
    row: str
    field: str
    old: SqlValue
    new: SqlValue

    @property
    def made(self) -> bool:
        """Say whether the line stands for a new row."""
        return self.field == MADE


class ChangeLog:
    """Reads the log."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def of_record(self, table: str, row: str) -> list[Change]:
        """Return the history of one row, the oldest line first."""
        return self._where('"row" = ? AND "table" = ?', (row, table))

    def of_act(self, act: str) -> list[Change]:
        """Return everything one act changed, in order."""
        return self._where("act = ?", (act,))

    def of_rows(self, rows: Sequence[str], limit: int) -> list[Change]:
        """Return the last `limit` lines about the rows with these ids, the newest first."""
        found = self._session.texts(
            'SELECT seq FROM change WHERE "row" IN (SELECT value FROM json_each(?)) '
            "ORDER BY seq DESC LIMIT ?",
            (json.dumps(list(rows)), limit),
        )
        return self._where("seq IN (SELECT value FROM json_each(?))", (json.dumps(found),))[::-1]

    def line(self, seq: int) -> Change | None:
        """Return one line; None when there is none (its person was erased)."""
        return next(iter(self._where("seq = ?", (seq,))), None)

    def touched(self, act: str) -> set[tuple[str, str]]:
        """Return the (table, row id) pairs that an act changed or made."""
        return {(one.table, one.row) for one in self.of_act(act)}

    def last_act(self) -> str:
        """Return the id of the latest act; empty in a new vault."""
        return next(iter(self._session.texts("SELECT act FROM change ORDER BY seq DESC LIMIT 1")), "")

    def since(self, seq: int, limit: int = 1_000) -> list[Change]:
        """Return the lines after `seq`, at most `limit`, in order."""
        return self._where("seq > ?", (seq,), limit)

    def _where(self, condition: str, values: Sequence[SqlValue], limit: int = -1) -> list[Change]:
        rows = self._session.rows(
            'SELECT seq, act, who, "when", device, "table", "row", field, old, new FROM change '
            f"WHERE {condition} ORDER BY seq LIMIT ?",
            (*values, limit),
        )
        return [
            Change(
                int(str(row[0])), str(row[1]), str(row[2]), datetime.fromisoformat(str(row[3])), str(row[4]),
                str(row[5]), str(row[6]), str(row[7]), row[8], row[9],
            )
            for row in rows
        ]  # fmt: skip
