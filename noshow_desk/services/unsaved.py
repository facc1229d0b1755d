"""Nothing typed is lost: forms that are being filled, kept until their facts are written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import UnsavedForm

INCIDENT = "incident:"
# What stays in the form of an incident once its page was left: acts half typed, records not far enough. The
# words of a note typed by hand are written with the page, like its facts.
_STAYS = ("aside.", "call.", "courtesy.", "granted.")
_WORDS = frozenset({"aside.note.words", "aside.note.inputs"})
# A record is far enough to be written with these: then no page leaves it in its form.
_ENOUGH = {"call.": "call.result", "granted.": "granted.starts"}


def keep_unsaved(desk: Desk, *, form_key: str, payload: dict[str, Any]) -> datetime:
    """Keep what stands in a form now, and return when (local at the office, for "Saved 10:06").

    `form_key` is "incident:<id>:<page>", "client:<id or new>", "template:<id>" or "missed:new". On a full
    disk the room held back is used, and `desk.when_room_is_short` is told; after that, raises SystemTrouble.
    """
    now, used = desk.now(), desk.vault.reserve_used
    desk.vault.unsaved.put(form_key, payload, now)
    if desk.vault.reserve_used and not used and desk.when_room_is_short is not None:
        desk.when_room_is_short()
    return desk.local(now)


def drop_unsaved(desk: Desk, *, form_key: str) -> None:
    """Forget a form that was given up on purpose."""
    with desk.act():
        desk.vault.unsaved.remove(form_key)


def unsaved_form(desk: Desk, form_key: str) -> UnsavedForm | None:
    """Return what was being typed in this form, or None."""
    kept = desk.vault.unsaved.get(form_key)
    return None if kept is None else _row(desk, kept.form_key, kept.payload, kept.saved_at)


def unsaved_forms(desk: Desk) -> list[UnsavedForm]:
    """Return every form that was being filled when the app ended, newest first."""
    rows = [_row(desk, kept.form_key, kept.payload, kept.saved_at) for kept in desk.vault.unsaved.all()]
    return sorted(rows, key=_saved_at, reverse=True)


def unwritten_incidents(desk: Desk) -> frozenset[str]:
    """Return the incidents (ids) about which something was typed that no paper says yet: the app ended, or
    the desk was locked, before its page was left.
    """
    keys = desk.vault.unsaved.keys(INCIDENT)
    kept = [form for form in map(desk.vault.unsaved.get, keys) if form is not None]
    return frozenset(form.form_key.split(":")[1] for form in kept if _is_for_papers(form.payload))


def _is_for_papers(typed: Collection[str]) -> bool:
    """Say whether any of the `typed` facts, by their paths, would be written when the page is left."""
    stays = tuple(record for record in _STAYS if _ENOUGH.get(record) not in typed)
    return any(path in _WORDS or not path.startswith(stays) for path in typed)


def _saved_at(form: UnsavedForm) -> datetime:
    return form.saved_at


def _row(desk: Desk, form_key: str, payload: dict[str, Any], saved_at: datetime) -> UnsavedForm:
    return UnsavedForm(
        form_key=form_key,
        payload=payload,
        saved_at=desk.local(saved_at),
        client_name=_client_name(desk, form_key),
    )


def _client_name(desk: Desk, form_key: str) -> str:
    """Return the name by which to ask "You were writing about … Go on?", or "" when it is about nobody
    yet.
    """
    kind, _colon, rest = form_key.partition(":")
    record_id = rest.partition(":")[0]
    if kind == "incident":
        incident = desk.vault.incidents.find(record_id)
        appointment = desk.vault.appointments.find(incident.appointment_id) if incident else None
        kind, record_id = "client", appointment.client_id if appointment else ""
    client = desk.vault.clients.find(record_id) if kind == "client" and record_id else None
    return client.called if client else ""
