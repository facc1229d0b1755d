"""The JSON form of an incident's record: read, write, and its schema."""

from __future__ import annotations

import dataclasses
import typing
from typing import Any

import msgspec

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.errors import UserError
from noshow_desk.i18n import _


def from_json(text: bytes | str) -> CaseFacts:
    """Return the facts in `text`. Raises UserError with a plain sentence that names the place of a
    mistake.
    """
    try:
        plain = msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UserError(_("This facts file is not JSON: {why}.").format(why=error)) from error
    unknown = _unknown_field(plain, CaseFacts, "")
    if unknown:
        raise UserError(
            _("There is no field called {field} in the facts form. Run “steps --schema” to see all.").format(
                field=unknown
            )
        )
    try:
        return msgspec.convert(plain, CaseFacts, strict=True)
    except msgspec.ValidationError as error:
        raise UserError(_("This facts file does not fit: {why}.").format(why=error)) from error


def to_json(facts: CaseFacts) -> bytes:
    """Return `facts` as indented JSON that `from_json` reads back to the same value."""
    return msgspec.json.format(msgspec.json.encode(facts), indent=2)


def schema() -> dict[str, Any]:
    """Return the JSON schema (2020-12) of the facts form."""
    form: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    form.update(msgspec.json.schema(CaseFacts))
    for part in form["$defs"].values():
        if part.get("type") == "object" and "properties" in part:
            part["additionalProperties"] = False
    return form


def _unknown_field(value: object, kind: object, where: str) -> str:
    """Return the path of the first key that no record has; msgspec itself would drop it in silence."""
    record = _record_type(kind)
    if record is None:
        return ""
    if isinstance(value, list):
        found = (_unknown_field(item, kind, f"{where}[{index}]") for index, item in enumerate(value))
        return next((path for path in found if path), "")
    if not isinstance(value, dict):
        return ""
    hints = typing.get_type_hints(record)
    for key, item in value.items():
        path = f"{where}.{key}" if where else str(key)
        if key not in hints:
            return path
        deeper = _unknown_field(item, hints[key], path)
        if deeper:
            return deeper
    return ""


def _record_type(kind: object) -> type | None:
    """Return the dataclass inside `kind` (itself, an optional, or a tuple of it), or None."""
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return kind
    for part in typing.get_args(kind):
        found = _record_type(part)
        if found is not None:
            return found
    return None
