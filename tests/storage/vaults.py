"""Acts, and records of every shape, for tests of storage."""

from __future__ import annotations

import dataclasses
import types
import typing
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from noshow_desk.storage.open_vault import Vault
from noshow_desk.storage.session import Act

NOW = datetime(2026, 3, 10, 13, 42, tzinfo=UTC)
PASSPHRASE = "twelve plain characters"

_ZONES = st.sampled_from([UTC, timezone(timedelta(hours=-5)), timezone(timedelta(hours=5, minutes=45))])


def act(vault: Vault, now: datetime = NOW, who: str = "dana") -> AbstractContextManager[Act]:
    """Open an act of Dana's."""
    return vault.act(who=who, device="laptop", now=now)


def records(kind: type[Any], **fixed: Any) -> SearchStrategy[Any]:
    """Return records of the dataclass `kind` with every field made up but `fixed` ones and references."""
    hints = typing.get_type_hints(kind)
    fields = {
        field.name: _values(field.name, hints[field.name])
        for field in dataclasses.fields(kind)
        if field.name not in fixed
    }
    return st.builds(kind, **fields, **{name: st.just(value) for name, value in fixed.items()})


def _values(name: str, hint: Any) -> SearchStrategy[Any]:
    if name == "id" or name.endswith("_id") or name == "reschedule_of":
        return st.just("")
    if name == "starts":
        return st.none() | st.datetimes()
    if isinstance(hint, types.UnionType):
        return st.one_of([_values(name, part) for part in typing.get_args(hint)])
    if typing.get_origin(hint) is tuple:
        return st.lists(_values("", typing.get_args(hint)[0]), max_size=3).map(tuple)
    if typing.get_origin(hint) is dict:
        return st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3)
    return _plain(hint)


def _plain(hint: Any) -> SearchStrategy[Any]:
    if hint is types.NoneType:
        return st.none()
    if dataclasses.is_dataclass(hint):
        return records(typing.cast(type[Any], hint))
    if issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    simple: dict[type[Any], SearchStrategy[Any]] = {
        str: st.text(max_size=20),
        bool: st.booleans(),
        int: st.integers(-(2**31), 2**31),
        bytes: st.binary(max_size=20),
        datetime: st.datetimes(timezones=_ZONES),
        date: st.dates(),
        time: st.times(),
    }
    return simple[hint]
