"""What is set in this vault: a JSON value for each key."""

from __future__ import annotations

from typing import Any

import msgspec

from noshow_desk.storage.session import Session
from noshow_desk.storage.troubles import RecordUnreadable


class VaultSettings:
    """Settings by key. A value is any plain data; a setting that was undone reads as never set."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def get(self, key: str, default: Any = None) -> Any:
        """Return the value of `key`, or `default` when it was never set."""
        row = self._session.row("SELECT value FROM setting WHERE id = ? AND value IS NOT NULL", (key,))
        return default if row is None else _read(row[0])

    def all(self) -> dict[str, Any]:
        """Return everything that is set."""
        rows = self._session.rows("SELECT id, value FROM setting WHERE value IS NOT NULL ORDER BY id")
        return {str(key): _read(value) for key, value in rows}

    def put(self, key: str, value: Any) -> bool:
        """Set `key`, inside an act; say whether that changed anything."""
        text = msgspec.json.encode(value).decode()
        row = self._session.row("SELECT value FROM setting WHERE id = ?", (key,))
        if row is not None and row[0] == text:
            return False
        acting = self._session.acting
        if row is None:
            self._session.write(
                "INSERT INTO setting (id, created_at, created_by, updated_at, updated_by) "
                "VALUES (?, ?, ?, ?, ?)",
                (key, acting.at, acting.who, acting.at, acting.who),
            )
        self._session.write(
            "UPDATE setting SET value = ?, updated_at = ?, updated_by = ?, revision = revision + 1 "
            "WHERE id = ?",
            (text, acting.at, acting.who, key),
        )
        return True


def _read(value: object) -> Any:
    try:
        return msgspec.json.decode(str(value))
    except msgspec.DecodeError as error:
        raise RecordUnreadable from error
