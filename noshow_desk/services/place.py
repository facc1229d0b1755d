"""Where one was when the desk was locked, kept inside the vault until it is opened again."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import msgspec

from noshow_desk.errors import SystemTrouble
from noshow_desk.services.desk import Desk

# A row among the forms being filled: not logged, and no form has such a key.
KEY = "place:"


class Stop(msgspec.Struct, frozen=True, array_like=True):
    """A page of the window: what led there (kind, record, detail) and its plain state."""

    kind: str
    id: str = ""
    detail: str = ""
    state: Any = None


class Place(msgspec.Struct, frozen=True):
    """The way to where one was, the last stop being it, and how far its lists were scrolled (pixels)."""

    stops: tuple[Stop, ...] = ()
    scrolled: tuple[int, ...] = ()


def keep_place(desk: Desk, *, place: Place) -> None:
    """Keep `place` until the vault is opened again. Raises SystemTrouble when the disk is full."""
    desk.vault.unsaved.put(KEY, msgspec.to_builtins(place), desk.now())


def take_place(desk: Desk) -> Place | None:
    """Return the place that was kept and forget it; None when there is none, or another version's."""
    place = kept_place(desk)
    forget_place(desk)
    return place


def forget_place(desk: Desk) -> None:
    """Forget the place that was kept, where there is one."""
    if not desk.read_only and desk.vault.unsaved.get(KEY) is not None:
        with suppress(SystemTrouble), desk.act():  # a full disk is no reason to lose one's way
            desk.vault.unsaved.remove(KEY)


def kept_place(desk: Desk) -> Place | None:
    """Return the place that was kept, which is to be forgotten once one is there."""
    kept = desk.vault.unsaved.get(KEY)
    if kept is None or desk.read_only:  # what cannot be forgotten would come back for ever
        return None
    try:
        return msgspec.convert(_with_tuples(kept.payload), Place)
    except msgspec.ValidationError:
        return None


def _with_tuples(value: Any) -> Any:
    """Return what JSON made a list as the tuple that it was; pages compare their states."""
    if isinstance(value, list):
        return tuple(_with_tuples(item) for item in value)
    if isinstance(value, dict):
        return {key: _with_tuples(item) for key, item in value.items()}
    return value
