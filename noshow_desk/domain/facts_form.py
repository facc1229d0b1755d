"""The JSON form of an incident's record: read, write, and its schema."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, cast

import msgspec

from noshow_desk.domain.appointment import Appointment, zone_named
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.facts_fit import LIMITS, WALL_TIMES, Place, fit_record, kinds_of
from noshow_desk.domain.facts_notes import EXAMPLE, NOTES, note
from noshow_desk.domain.json_mistake import json_mistake
from noshow_desk.errors import UserError
from noshow_desk.i18n import _

_BOM = b"\xef\xbb\xbf"
_FORMATS = {datetime: "date-time", date: "date", time: "time"}


def from_json(text: bytes | str) -> CaseFacts:
    """Return the facts in `text`; any field may be left out or null, `{}` is a facts file.

    A moment without an offset is read on the appointment's clock; `starts` is kept as that clock shows it.
    Raises UserError with a plain sentence that names the field of a mistake (also as its `field`).
    """
    data = text.encode(errors="surrogatepass") if isinstance(text, str) else text
    data = data.removeprefix(_BOM)
    try:
        plain = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise UserError(_("This facts file is not JSON: {why}.").format(why=json_mistake(data))) from error
    return cast(CaseFacts, fit_record(plain, CaseFacts, Place("", _home_zone(plain))))


def to_json(facts: CaseFacts) -> bytes:
    """Return `facts` as indented JSON that `from_json` reads back to the same value."""
    return msgspec.json.format(msgspec.json.encode(facts), indent=2)


def schema() -> dict[str, Any]:
    """Return the JSON schema (2020-12) of the facts form, with a description of every record and field."""
    form: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Facts form"}
    form.update(msgspec.json.schema(CaseFacts))
    form["examples"] = [EXAMPLE]
    records = {record.__name__: record for record in records_of(CaseFacts)}
    for name, part in form["$defs"].items():
        part.pop("title", None)
        if name in records:
            _describe_record(part, records[name])
        else:
            part["description"] = inspect.cleandoc(part.get("description", ""))
    return form


def records_of(record: type, seen: set[type] | None = None) -> Iterator[type]:
    """Yield `record` and every record inside it, each once, in the order of the form."""
    known = set() if seen is None else seen
    if record in known:
        return
    known.add(record)
    yield record
    for kind in kinds_of(record).values():
        for inner in parts_of(kind):
            if inner.__name__ in NOTES:
                yield from records_of(inner, known)


def parts_of(kind: object) -> Iterator[type]:
    """Yield the types that `kind` is made of: itself, or those inside an optional or a tuple."""
    if isinstance(kind, type) and not getattr(kind, "__args__", ()):
        yield kind
    for part in getattr(kind, "__args__", ()):
        yield from parts_of(part)


def _describe_record(part: dict[str, Any], record: type) -> None:
    part["description"] = inspect.cleandoc(record.__doc__ or "")
    part["additionalProperties"] = False
    if not part.get("required"):
        part.pop("required", None)
    for name, kind in kinds_of(record).items():
        part["properties"][name] = _described(part["properties"][name], record, name, set(parts_of(kind)))


def _described(shape: dict[str, Any], record: type, name: str, kinds: set[type]) -> dict[str, Any]:
    """Return the schema of a field with its note, the format of its times, and its limits."""
    for part in (shape, *shape.get("anyOf", ())):
        if part.get("type") == "string":
            shown = next((text for kind, text in _FORMATS.items() if kind in kinds), None)
            if shown is not None and (record, name) not in WALL_TIMES:
                part["format"] = shown
        if part.get("type") == "integer" and (record, name) in LIMITS:
            part["minimum"], part["maximum"] = LIMITS[(record, name)]
    moment = datetime in kinds and (record, name) not in WALL_TIMES
    return {"description": note(record, name, moment=moment), **shape}


def _home_zone(plain: object) -> Any:
    """Return the zone that moments without an offset are read in: that of the appointment."""
    named = None
    if isinstance(plain, Mapping):
        appointment = plain.get("appointment")
        if isinstance(appointment, Mapping) and isinstance(appointment.get("zone"), str):
            named = zone_named(appointment["zone"])
    return named or Appointment().tz
