"""Days and times of a summary: with the year, by the clock at the place of the appointment."""

from __future__ import annotations

from datetime import date, datetime

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.practice.moments import wall
from noshow_desk.i18n import N_, Message


def on_day(day: date) -> Message:
    """Return "Friday, March 13, 2026"."""
    return Message(N_("{day}, {year}"), {"day": day, "year": day.year})


def wall_time(at: datetime) -> Message:
    """Return "Friday, March 13, 2026, 9:00 AM" for a time without an offset."""
    return Message(N_("{day}, {year}, {time}"), {"day": at.date(), "year": at.year, "time": at.time()})


def at_place(moment: datetime, appointment: Appointment) -> Message:
    """Return the aware `moment` by the clock at the place of `appointment`."""
    return wall_time(wall(moment, appointment.tz))


def starts_of(appointment: Appointment) -> Message:
    """Return when `appointment` starts, or that this is not known."""
    return wall_time(appointment.starts) if appointment.starts else Message(N_("Day and time not known"))
