"""A record's fields as columns, and back: one rule for each type of field."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Generic, TypeVar

import msgspec

from noshow_desk.storage.troubles import RecordUnreadable

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True)
class Column:
    """One field: its name, and how its value is written and read (None: as it is)."""

    name: str
    write: Callable[[Any], Any] | None
    read: Callable[[Any], Any] | None


@dataclasses.dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """How a frozen dataclass lies in a table: a column for each field, by name."""

    record: type[T]
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def sql(self) -> str:
        """The columns, quoted, for a SELECT."""
        return ", ".join(f'"{name}"' for name in self.names)

    def row(self, record: T) -> tuple[Any, ...]:
        """Return the values of `record`, in the order of `names`."""
        return tuple(
            getattr(record, column.name)
            if column.write is None
            else column.write(getattr(record, column.name))
            for column in self.columns
        )

    def fields(self, row: typing.Sequence[Any]) -> dict[str, Any]:
        """Return the fields of a row that was selected with `sql`. Raises RecordUnreadable."""
        try:
            return {
                column.name: value if column.read is None else column.read(value)
                for column, value in zip(self.columns, row, strict=True)
            }
        except (ValueError, TypeError, msgspec.MsgspecError) as error:
            raise RecordUnreadable from error


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
    kind, optional = _bare(hint)
    if name.endswith("_id") or name == "reschedule_of":
        return Column(name, _reference, _unreference)
    write, read = _plain_rule(kind) or _json_rule(hint)
    if optional:
        return Column(name, write and _unless_none(write), read and _unless_none(read))
    return Column(name, write, read)


def _plain_rule(kind: Any) -> tuple[Callable[[Any], Any] | None, Callable[[Any], Any] | None] | None:
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


def _json_rule(hint: Any) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    decoder = msgspec.json.Decoder(hint)

    def write(value: Any) -> str:
        try:
            return msgspec.json.encode(value).decode()
        except UnicodeEncodeError:
            return msgspec.json.encode(_whole(msgspec.to_builtins(value))).decode()

    return write, decoder.decode


def _whole(value: Any) -> Any:
    """Return plain data with half characters replaced in every text."""
    if isinstance(value, str):
        return whole_text(value)
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_whole(item) for item in value]
    return value


def _bare(hint: Any) -> tuple[Any, bool]:
    """Return the type inside `X | None`, and whether None was allowed."""
    if isinstance(hint, types.UnionType):
        parts = [part for part in typing.get_args(hint) if part is not types.NoneType]
        return (parts[0], True) if len(parts) == 1 else (hint, True)
    return hint, False


def _unless_none(rule: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else rule(value)


def _reference(value: str) -> str | None:
    return value or None


def _unreference(value: str | None) -> str:
    return value or ""
