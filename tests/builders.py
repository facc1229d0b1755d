"""Valid records for tests, and an open desk with a clock that stands still."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Caseworker, Client, Phone
from noshow_desk.domain.incident import ClientCall, ContactAttempt, Story
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import Answer, AttemptResult, Channel, WantsIt
from noshow_desk.services import incidents, missed
from noshow_desk.services.desk import Desk
from noshow_desk.storage import vault

ZONE = "America/New_York"
NOW = datetime(2026, 3, 10, 13, 42, tzinfo=UTC)  # Tuesday, 9:42 in New York
NINE = datetime(2026, 3, 10, 9, 0)


class Clock:
    """A clock that tests set."""

    def __init__(self, now: datetime = NOW) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **parts: float) -> None:
        """Let time pass."""
        self.now += timedelta(**parts)


def new_desk(folder: Path, clock: Clock | None = None) -> Desk:
    """Return a desk over an empty vault in memory, with Dana as its caseworker."""
    desk = Desk(vault.in_memory(), folder=folder, zone=ZONE, clock=clock or Clock())
    with desk.act():
        desk.vault.caseworkers.add(dana())
    return desk


def dana(**changes: Any) -> Caseworker:
    """Return a caseworker."""
    return Caseworker(
        **{"name": "Dana Whitfield", "office_name": "Second Start", "phone": "555-0100"} | changes
    )


def marcus(**changes: Any) -> Client:
    """Return a client who can be written to."""
    known: dict[str, Any] = {
        "first_name": "Marcus",
        "last_name": "Reed",
        "phones": (Phone(number="(555) 010-0142", label="mobile"),),
        "email": "marcus@example.org",
        "postal_address": "12 Harbor Road\nBayside, NY 11360",
        "address_safe_to_print": True,
    }
    return Client(**known | changes)


def rosa(**changes: Any) -> Interviewer:
    """Return an interviewer with a postal address."""
    known: dict[str, Any] = {
        "first_name": "Rosa",
        "last_name": "Alvarez",
        "courtesy_title": "Ms.",
        "phones": ("555-0142",),
        "postal_address": "1200 Harbor Road\nBayside, NY 11360",
    }
    return Interviewer(**known | changes)


def bayside(**changes: Any) -> Organisation:
    """Return an organisation."""
    return Organisation(**{"name": "Bayside Warehouse"} | changes)


def missed_by_marcus(desk: Desk, **changes: Any) -> str:
    """Report that Marcus missed his interview at nine; return the incident's id."""
    boxes: dict[str, Any] = {
        "client_name": "Marcus Reed",
        "interviewer_name": "Ms. Rosa Alvarez",
        "number": "555-0142",
        "organisation": "Bayside Warehouse",
        "starts": NINE,
    }
    return missed.report_missed(desk, **boxes | changes).made


def granted_to_marcus(desk: Desk, starts: datetime = datetime(2026, 3, 27, 10, 0)) -> str:
    """Report, reach, tell, call, and get a new date; return the incident's id."""
    incident_id = missed_by_marcus(desk)
    now = desk.now()
    incidents.record_contact_attempt(
        desk, incident_id=incident_id, attempt=ContactAttempt(at=now, result=AttemptResult.REACHED)
    )
    facts = desk.vault.incidents.get(incident_id)
    told: dict[str, Any] = {"story": Story(words="The bus did not come.", at=now), "wants_it": WantsIt.YES}
    incidents.save_incident(desk, incident=replace(facts, **told))
    incidents.record_call(desk, incident_id=incident_id, call=call(at=now, answer=Answer.GRANTED))
    incidents.grant_second_chance(desk, incident_id=incident_id, starts=starts, place="1200 Harbor Road")
    return incident_id


def booked(desk: Desk, ahead: Appointment) -> str:
    """Put an appointment in the book and return its id."""
    with desk.act():
        return desk.vault.appointments.add(ahead)


def call(**changes: Any) -> ClientCall:
    """Return a call of the client, both apologies said and the question asked."""
    known: dict[str, Any] = {
        "at": NOW,
        "channel": Channel.CALL,
        "sorry_for_miss": True,
        "sorry_for_trouble": True,
        "asked": True,
    }
    return ClientCall(**known | changes)


def appointment(**changes: Any) -> Appointment:
    """Return an appointment of nobody in particular."""
    return Appointment(**{"starts": NINE, "zone": ZONE} | changes)
