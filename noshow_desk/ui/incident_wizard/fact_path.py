"""Reads and writes one fact of a case by its path ("incident.story.words"), as values a form can keep."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Hashable
from datetime import datetime
from functools import cache
from typing import Any

import msgspec

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import Decision, Insight, Safety
from noshow_desk.domain.kinds import DecisionChoice

# Text, numbers, yes and no, lists and dictionaries of these: what an unsaved form is made of.
Plain = Any

_EPOCH = datetime(2000, 1, 1)
# Records that cannot be made without a value; all others start empty.
_BLANKS: dict[type, object] = {
    Decision: Decision(choice=DecisionChoice.ASK),
    Insight: Insight(words=""),
    Safety: Safety(danger=False, at=_EPOCH),
}


def read(facts: CaseFacts, path: str) -> Plain:
    """Return the plain value at `path`; None when a record on the way is not there yet."""
    value: Any = facts
    for name in path.split("."):
        if value is None:
            return None
        value = getattr(value, name)
    return msgspec.to_builtins(value)


def write(facts: CaseFacts, path: str, value: Plain) -> CaseFacts:
    """Return `facts` with `value` at `path`; records on the way are made when there is something to hold.

    Raises msgspec.ValidationError when the field cannot hold the value.
    """
    return typing.cast(CaseFacts, _put(facts, path.split("."), value))


def _put(record: Any, names: list[str], value: Plain) -> Any:
    name, rest = names[0], names[1:]
    kind = _hints(typing.cast(Hashable, type(record)))[name]
    if not rest:
        return dataclasses.replace(record, **{name: msgspec.convert(value, kind)})
    part = getattr(record, name)
    if part is None:
        if value in (None, "", [], False):
            return record
        part = _blank(_record_in(kind))
    return dataclasses.replace(record, **{name: _put(part, rest, value)})


def _blank(record: type) -> Any:
    return _BLANKS[record] if record in _BLANKS else record()


@cache
def _hints(record: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(record)  # a record is a class, and classes are hashable


def _record_in(kind: Any) -> type:
    """Return the record inside an optional field."""
    parts = [part for part in (kind, *typing.get_args(kind)) if dataclasses.is_dataclass(part)]
    return typing.cast(type, parts[0])
