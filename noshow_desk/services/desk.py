"""The open vault of one caseworker, with the clock, the zone and the rules that go with it."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from noshow_desk.domain.client import Caseworker
from noshow_desk.domain.federal_holidays import federal_holidays_around
from noshow_desk.domain.practice import Rules
from noshow_desk.services.zone import machine_zone
from noshow_desk.settings import SETTINGS, Settings

if TYPE_CHECKING:
    from noshow_desk.storage.open_vault import Vault
    from noshow_desk.storage.session import Act

Clock = Callable[[], datetime]
Answer = TypeVar("Answer")


def wall_clock() -> datetime:
    """Return the time now, aware (UTC)."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class _Remembered:
    acts: int
    answer: Any


class Desk:
    """One open vault. Services write through `act()`; views hold a Desk and never look inside.

    `clock` answers the time now (aware); `zone` is the IANA name of the office's zone. `practice` marks a
    vault of made-up clients.
    """

    def __init__(
        self,
        vault: Vault,
        *,
        folder: Path,
        zone: str = "",
        clock: Clock | None = None,
        practice: bool = False,
    ) -> None:
        self.vault = vault
        self.folder = folder
        self.practice = practice
        self.zone = zone or machine_zone()
        self._clock = clock or wall_clock
        self._settings: Settings | None = None
        self._caseworker: Caseworker | None = None
        self.when_room_is_short: Callable[[], None] | None = None  # called when the reserve was used up
        self.acts: list[str] = []  # what was written since the vault was opened, for those who keep answers
        self.memory: dict[str, object] = {}

    @property
    def read_only(self) -> bool:
        """True when the folder cannot be written: to look, print and copy."""
        return self.vault.read_only

    @property
    def tz(self) -> ZoneInfo:
        """The office's zone."""
        return ZoneInfo(self.zone)

    def now(self) -> datetime:
        """Return the time now, aware (UTC)."""
        return self._clock().astimezone(UTC)

    def local_now(self) -> datetime:
        """Return the office's wall-clock time now, without an offset."""
        return self.now().astimezone(self.tz).replace(tzinfo=None)

    def today(self) -> date:
        """Return the day it is at the office."""
        return self.local_now().date()

    def local(self, moment: datetime) -> datetime:
        """Return the aware `moment` by the office's clock, without an offset."""
        return moment.astimezone(self.tz).replace(tzinfo=None)

    @property
    def settings(self) -> Settings:
        """What is set in this vault."""
        if self._settings is None:
            stored = self.vault.settings.all()
            known = {row.key for row in SETTINGS}
            self._settings = Settings({key: str(value) for key, value in stored.items() if key in known})
        return self._settings

    @property
    def caseworker(self) -> Caseworker:
        """The one who uses this vault."""
        if self._caseworker is None:
            self._caseworker = self.vault.caseworkers.first() or Caseworker()
        return self._caseworker

    @property
    def rules(self) -> Rules:
        """The office's rules for due dates, for this time of year."""
        skip = self.settings.flag("holidays")
        days = federal_holidays_around(self.today()) if skip else frozenset()
        return Rules(mail_days=self.settings.number("mail_days"), holidays=days)

    @contextmanager
    def act(self) -> Iterator[Act]:
        """Open the one transaction of a user action: everything inside is written, or nothing is."""
        with self.vault.act(who=self.caseworker.id, device=platform.node(), now=self.now()) as act:
            yield act
        self._settings = None
        self._caseworker = None
        self.acts.append(act.id)

    def remembered(self, key: str, make: Callable[[Desk], Answer]) -> Answer:
        """Return `make(self)`, worked out once until something is written."""
        known = self.memory.get(key)
        if not isinstance(known, _Remembered) or known.acts != len(self.acts):
            known = _Remembered(len(self.acts), make(self))
            self.memory[key] = known
        answer: Answer = known.answer
        return answer

    def close(self) -> None:
        """Close the vault; nothing of it can be read afterwards."""
        self.vault.close()
