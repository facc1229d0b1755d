"""A record's fields as columns, and back: one rule for each type of field."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from noshow_desk.storage.troubles import RecordUnreadable

T = TypeVar("T")


Rule = Callable[[Any], Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One field: its name, and how a value that is not None is written and read (None: as it is).

    `empty` is what None in the table reads as.
    """

    name: str
    write: Rule | None
    read: Rule | None
    empty: str | None = None


class Shape(Generic[T]):
    """How a frozen dataclass lies in a table: a column for each field, by name.

    `names` are the columns in order, `sql` the same for a SELECT.
    """

    def __init__(self, record: type[T], columns: tuple[Column, ...]) -> None:
        self.record = record
        self.names = tuple(column.name for column in columns)
        self.sql = ", ".join(f'"{name}"' for name in self.names)
        self._writers = tuple((place, one.write) for place, one in enumerate(columns) if one.write)
        self._readers = tuple((one.name, one.read) for one in columns if one.read)
        self._empty = tuple((one.name, one.empty) for one in columns if one.empty is not None)

    def row(self, record: T) -> list[Any]:
        """Return the values of `record`, in the order of `names`."""
        values = [getattr(record, name) for name in self.names]
        for place, write in self._writers:
            if values[place] is not None:
                values[place] = write(values[place])
        return values

    def fields(self, row: Sequence[Any]) -> dict[str, Any]:
        """Return the fields of a row that was selected with `sql`. Raises RecordUnreadable."""
        values = dict(zip(self.names, row, strict=True))
        try:
            for name, read in self._readers:
                if values[name] is not None:
                    values[name] = read(values[name])
        except (ValueError, TypeError, msgspec.MsgspecError) as error:
            raise RecordUnreadable from error
        for name, empty in self._empty:
            values[name] = values[name] or empty
        return values


@cache
def shape(record: type[T], *leave_out: str) -> Shape[T]:
    """Return the shape of the dataclass `record`, without the fields in `leave_out` (kept elsewhere)."""
    hints = typing.get_type_hints(record)
    fields = dataclasses.fields(typing.cast(Any, record))
    return Shape(record, tuple(_column(f.name, hints[f.name]) for f in fields if f.name not in leave_out))


def moment_text(value: datetime) -> str:
    """Return a time as kept: of one length, so that text sorts as time; aware times in UTC, marked Z.

    An aware time whose UTC reading would leave the calendar (year 1 or 9999) keeps its own offset.
    """
    if value.tzinfo is None:
        return value.isoformat(timespec="microseconds")
    try:
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
    except OverflowError:
        return value.isoformat(timespec="microseconds")


def whole_text(value: str) -> str:
    """Return `value` with half characters (a broken paste) replaced, since they cannot be written."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return value


def _column(name: str, hint: Any) -> Column:
    kind = _without_none(hint)
    if name.endswith("_id") or name == "reschedule_of":  # a reference: no text is NULL
        return Column(name, _reference, None, empty="")
    write, read = _plain_rule(kind) or _json_rule(kind)
    return Column(name, write, read)


def _plain_rule(kind: Any) -> tuple[Rule | None, Rule | None] | None:
    """Return how a value of a plain type is written and read; None when it takes JSON."""
    if not isinstance(kind, type):
        return None
    if issubclass(kind, StrEnum):
        return str, kind
    if issubclass(kind, bool):
        return int, bool
    if issubclass(kind, str):
        return whole_text, None
    if issubclass(kind, int | bytes):
        return None, None
    if issubclass(kind, datetime):
        return moment_text, datetime.fromisoformat
    if issubclass(kind, date):
        return date.isoformat, date.fromisoformat
    return None


def _json_rule(kind: Any) -> tuple[Rule, Rule]:
    decode = msgspec.json.Decoder(kind).decode

    def write(value: Any) -> str:
        try:
            return msgspec.json.encode(value).decode()
        except UnicodeEncodeError:
            return msgspec.json.encode(_whole(msgspec.to_builtins(value))).decode()

    def read(text: str) -> Any:
        return () if text == "[]" else decode(text)

    return write, read


def _whole(value: Any) -> Any:
    """Return plain data with half characters replaced in every text."""
    if isinstance(value, str):
        return whole_text(value)
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(item) for item in value]
    return value


def _without_none(hint: Any) -> Any:
    """Return the type inside `X | None`."""
    if isinstance(hint, types.UnionType):
        parts = [part for part in typing.get_args(hint) if part is not types.NoneType]
        return parts[0] if len(parts) == 1 else hint
    return hint


def _reference(value: str) -> str | None:
    return value or None
