"""An appointment: who meets whom, where, and when by the clock on that wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from noshow_desk.domain.kinds import AppointmentKind, Outcome

HOME_ZONE = "America/New_York"


@cache
def zone_named(name: str) -> ZoneInfo | None:
    """Return the zone with this IANA name, or None."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One appointment. `starts` is local wall-clock time without an offset; `zone` is its IANA name."""

    id: str = ""
    client_id: str = ""
    interviewer_id: str = ""
    kind: AppointmentKind = AppointmentKind.JOB_INTERVIEW
    role: str = ""
    starts: datetime | None = None
    zone: str = HOME_ZONE
    place: str = ""
    reschedule_of: str = ""
    outcome: Outcome | None = None
    outcome_at: datetime | None = None
    outcome_by: str = ""

    @property
    def tz(self) -> ZoneInfo:
        """The zone of `starts`; New York when the name is not a known zone."""
        return zone_named(self.zone) or ZoneInfo(HOME_ZONE)

    @property
    def instant(self) -> datetime | None:
        """The start as an aware time (UTC); a time an hour change skips or repeats takes its first reading.

        None while the time is unknown.
        """
        if self.starts is None:
            return None
        aware = self.starts if self.starts.tzinfo is not None else self.starts.replace(tzinfo=self.tz)
        try:
            return aware.astimezone(UTC)
        except OverflowError:  # year 1 or 9999: the offset would leave the calendar
            return self.starts.replace(tzinfo=UTC)


def local(moment: datetime, appointment: Appointment) -> datetime:
    """Return the aware `moment` as wall-clock time at the appointment's place (no offset)."""
    try:
        return moment.astimezone(appointment.tz).replace(tzinfo=None)
    except OverflowError:  # the first or last hours of the calendar
        return moment.replace(tzinfo=None)
