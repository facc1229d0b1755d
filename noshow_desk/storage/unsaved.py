"""Forms being filled: what was typed and is not yet a fact. Not logged; gone when its facts are written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from noshow_desk.storage.columns import moment_text, whole_text
from noshow_desk.storage.driver import translated
from noshow_desk.storage.session import Row, Session
from noshow_desk.storage.troubles import DiskFull, RecordUnreadable

_COLUMNS = "form_key, payload, saved_at"
# The beginning of the keys under which a draft's last way out is kept; no form is named so.
OUT = "out:"


@dataclass(frozen=True, slots=True)
class UnsavedForm:
    """What stood in one form, and when it was last kept (aware)."""

    form_key: str
    payload: dict[str, Any]
    saved_at: datetime


class UnsavedForms:
    """One row for each form being filled; `give_up_reserve` makes room on a full disk and says if it did."""

    def __init__(self, session: Session, give_up_reserve: Callable[[], bool]) -> None:
        self._session = session
        self._give_up_reserve = give_up_reserve

    def put(self, form_key: str, payload: dict[str, Any], now: datetime) -> None:
        """Keep what stands in a form; a transaction of its own, or part of the open act.

        On a full disk the reserve is given up and it is tried again; then DiskFull.
        """
        self._session.must_write()
        text = whole_text(msgspec.json.encode(_plain(payload)).decode())
        try:
            self._write(form_key, text, now)
        except DiskFull:
            if not self._give_up_reserve():
                raise
            self._write(form_key, text, now)

    def remove(self, form_key: str) -> None:
        """Forget a form, in the same act as its facts are written."""
        self._session.write("DELETE FROM unsaved_form WHERE form_key = ?", (form_key,))

    def get(self, form_key: str) -> UnsavedForm | None:
        """Return what stood in a form, or None."""
        row = self._session.row(f"SELECT {_COLUMNS} FROM unsaved_form WHERE form_key = ?", (form_key,))
        return None if row is None else _form(row)

    def all(self) -> list[UnsavedForm]:
        """Return every form that was being filled, the latest first; no papers that left, which are large."""
        rows = self._session.rows(
            f"SELECT {_COLUMNS} FROM unsaved_form WHERE substr(form_key, 1, ?) != ? "
            "ORDER BY saved_at DESC, form_key",
            (len(OUT), OUT),
        )
        return [_form(row) for row in rows]

    def keys(self, beginning: str) -> list[str]:
        """Return the keys that begin with `beginning`, without reading what stands there."""
        return self._session.texts(
            "SELECT form_key FROM unsaved_form WHERE substr(form_key, 1, ?) = ?", (len(beginning), beginning)
        )

    def _write(self, form_key: str, text: str, now: datetime) -> None:
        with translated():
            self._session.db.conn.execute(
                f"INSERT INTO unsaved_form ({_COLUMNS}) VALUES (?, ?, ?) ON CONFLICT (form_key) "
                "DO UPDATE SET payload = excluded.payload, saved_at = excluded.saved_at",
                (form_key, text, moment_text(now)),
            )


def _plain(value: Any) -> Any:
    """Return `value` as plain data whose every text can be written."""
    if isinstance(value, str):
        return whole_text(value)
    if isinstance(value, dict):
        return {_plain(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value


def _form(row: Row) -> UnsavedForm:
    form_key, payload, saved_at = map(str, row)
    try:
        return UnsavedForm(form_key, msgspec.json.decode(payload), datetime.fromisoformat(saved_at))
    except (ValueError, msgspec.MsgspecError) as error:
        raise RecordUnreadable from error
