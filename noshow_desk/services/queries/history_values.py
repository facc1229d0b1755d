"""What the change log keeps, as a person would write it: dates with month names, words for codes."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterator
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any

import msgspec

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.attachment import Attachment
from noshow_desk.domain.client import Caseworker, Client
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.contact_note import ContactNote
from noshow_desk.domain.incident import Incident
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import FollowUp, Paper
from noshow_desk.domain.release import Release
from noshow_desk.domain.supervision_note import SupervisionNote
from noshow_desk.domain.template import Template
from noshow_desk.i18n import LANGUAGE_NAMES, _, clock, long_date
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.history_names import PARTS

RECORDS: dict[str, type[Any]] = {
    "appointment": Appointment,
    "attachment": Attachment,
    "caseworker": Caseworker,
    "client": Client,
    "consent": Consent,
    "contact_note": ContactNote,
    "follow_up": FollowUp,
    "incident": Incident,
    "interviewer": Interviewer,
    "organisation": Organisation,
    "paper": Paper,
    "release": Release,
    "supervision_note": SupervisionNote,
    "template": Template,
}

_SPOKEN = frozenset({"spoken_language", "paper_language", "language"})
_BETWEEN = " · "


def value_words(desk: Desk, table: str, field: str, value: object) -> str:
    """Return a value of the change log in the words of the screen; "" for nothing."""
    if value is None or value == "":
        return ""
    if field in _SPOKEN:
        return _(LANGUAGE_NAMES.get(str(value), str(value)))
    if field.endswith("_id") or field == "reschedule_of":
        return _name_of(desk, field, str(value))
    if table not in RECORDS or field == "blocks_json":
        return ""
    kind = _kind(table, field)
    try:
        return "; ".join(_words(desk, _read(kind, value)))
    except (ValueError, TypeError, msgspec.MsgspecError):
        return str(value)  # from an older version: better as it is than not at all


@cache
def _kind(table: str, field: str) -> Any:
    """Return the type of a field, without "or None"."""
    hint = typing.get_type_hints(RECORDS[table])[field]
    if isinstance(hint, types.UnionType):
        return next(part for part in typing.get_args(hint) if part is not types.NoneType)
    return hint


def _read(kind: Any, value: object) -> Any:
    if not isinstance(kind, type) or dataclasses.is_dataclass(kind):
        return msgspec.json.decode(str(value), type=kind)
    if issubclass(kind, datetime | date):
        return kind.fromisoformat(str(value))
    plain: Any = kind
    return plain(value)


def _words(desk: Desk, value: Any) -> Iterator[str]:
    """Yield the parts of a value that say something."""
    if isinstance(value, tuple | list):
        for one in value:
            yield _BETWEEN.join(_words(desk, one))
    elif isinstance(value, dict):
        yield from (f"{name}: {text}" for name, text in value.items() if text)
    elif dataclasses.is_dataclass(value):
        yield _BETWEEN.join(_parts(desk, value))
    elif value is not None and value != "":
        yield _word(desk, value)


def _parts(desk: Desk, record: Any) -> Iterator[str]:
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if not isinstance(value, bool):
            yield from _words(desk, value)
        elif value and field.name in PARTS:
            yield _(PARTS[field.name])


def _word(desk: Desk, value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, StrEnum):
        return _(label(value))
    if isinstance(value, datetime):
        local = value if value.tzinfo is None else desk.local(value)
        return f"{long_date(local.date(), year=True)}, {clock(local)}"
    if isinstance(value, date):
        return long_date(value, year=True)
    return clock(value) if isinstance(value, time) else str(value)


def _name_of(desk: Desk, field: str, record_id: str) -> str:
    """Return who a reference means; "" for references that have no name."""
    if field == "interviewer_id":
        person = desk.vault.interviewers.find(record_id)
        if person is None or person.full_name:
            return person.full_name if person else ""
        return _name_of(desk, "organisation_id", person.organisation_id)
    if field == "organisation_id":
        house = desk.vault.organisations.find(record_id)
        return house.name if house else ""
    return ""
