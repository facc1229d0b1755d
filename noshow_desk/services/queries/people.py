"""Clients and the people who wait, as lists and one by one."""

from __future__ import annotations

from datetime import date
from functools import partial

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.client import Client
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.file_names import initials
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.labels import label
from noshow_desk.domain.paper import FollowUp
from noshow_desk.domain.step import Urgency
from noshow_desk.i18n import N_, Message, Near
from noshow_desk.services.clients import shown_name
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.rows import ChipCounts, ClientRow, IncidentRow, PersonRow, Role
from noshow_desk.services.queries.standing import standing
from noshow_desk.storage import lists

MOST_FOUND = 2_000
DUE = frozenset({Urgency.OVERDUE, Urgency.TODAY})

SINCE = N_("With you since {day}")
NOTHING_YET = Message(N_("Nothing planned"))
COMING = N_("{kind}, {when}")
NEW_DATE = Message(N_("New date"))
COMING_UP = Message(N_("Coming up"))


def client(desk: Desk, client_id: str) -> Client:
    """Return one client, archived or not. Raises NotFound."""
    return desk.vault.clients.get(client_id)


def client_numbered(desk: Desk, case_number: str) -> Client | None:
    """Return the client with this case number, or None."""
    return desk.vault.clients.by_case_number(case_number)


def is_archived(desk: Desk, client_id: str) -> bool:
    """Say whether a client is archived. Raises NotFound."""
    return desk.vault.clients.stamp(client_id).archived_at is not None


def client_ids(desk: Desk, text: str = "", chip: str = "all") -> list[str]:
    """Return the clients that match `text` and the filter chip: all, act_now, due, spanish, archived.

    Without text they come in name order, with text the best match first, at most 2,000.
    """
    archived = chip == "archived"
    if text.strip():
        found = desk.vault.clients.search(text, MOST_FOUND, archived=archived)
    elif chip == "spanish":
        return list(desk.remembered("spanish", _spanish))
    else:
        found = desk.remembered(f"all clients, archived {archived}", partial(_all, archived=archived))
    if chip in {"all", "archived"}:
        return list(found)
    wanted = _of_chip(desk, chip)
    return [one for one in found if one in wanted]


def chip_counts(desk: Desk) -> ChipCounts:
    """Return how many clients each filter chip shows."""
    return ChipCounts(
        all=count_clients(desk),
        act_now=len(_of_chip(desk, "act_now")),
        due=len(_of_chip(desk, "due")),
        spanish=len(_of_chip(desk, "spanish")),
        archived=lists.count_clients(desk.vault.session, archived=True),
    )


def count_clients(desk: Desk) -> int:
    """Return how many clients there are, archived ones left out."""
    return desk.remembered("count of clients", _count)


def client_rows(desk: Desk, ids: list[str]) -> list[ClientRow]:
    """Return the rows of these clients, in this order; ask for the page that is on screen."""
    pressing = _by_client(desk)
    archived = lists.archived_among(desk.vault.session, ids)
    quiet = [one for one in ids if one not in pressing]
    ahead = lists.next_appointments(desk.vault.session, quiet, desk.local_now())
    found = desk.vault.clients.many(ids)
    return [
        _client_row(one, pressing.get(one.id), ahead.get(one.id), one.id in archived, desk.today())
        for one in found
    ]


def interviewers(desk: Desk, text: str = "", limit: int = 30) -> list[PersonRow]:
    """Return people who wait, with their organisation; the best matches of `text`, or the first by name."""
    ids = (
        desk.vault.interviewers.search(text, limit) if text.strip() else desk.vault.interviewers.ids()[:limit]
    )
    found = desk.vault.interviewers.many(ids)
    houses = {
        house.id: house for house in desk.vault.organisations.many({one.organisation_id for one in found})
    }
    return [_person_row(one, houses.get(one.organisation_id, Organisation())) for one in found]


def interviewer(desk: Desk, interviewer_id: str) -> Interviewer:
    """Return one interviewer. Raises NotFound."""
    return desk.vault.interviewers.get(interviewer_id)


def organisation(desk: Desk, organisation_id: str) -> Organisation:
    """Return one organisation. Raises NotFound."""
    return desk.vault.organisations.get(organisation_id)


def organisations(desk: Desk, text: str = "", limit: int = 30) -> list[Organisation]:
    """Return organisations; the best matches of `text`, or the first by name."""
    ids = (
        desk.vault.organisations.search(text, limit)
        if text.strip()
        else desk.vault.organisations.ids()[:limit]
    )
    return desk.vault.organisations.many(ids)


def appointment(desk: Desk, appointment_id: str) -> Appointment:
    """Return one appointment. Raises NotFound."""
    return desk.vault.appointments.get(appointment_id)


def appointments_of(desk: Desk, client_id: str) -> list[Appointment]:
    """Return a client's appointments, the latest first."""
    return desk.vault.appointments.of_client(client_id)


def consent(desk: Desk, client_id: str, interviewer_id: str) -> Consent:
    """Return what the client decided for this interviewer; "not asked" when nothing was."""
    found = desk.vault.consents.of(client_id, interviewer_id)
    return found or Consent(client_id=client_id, interviewer_id=interviewer_id)


def consents_of(desk: Desk, client_id: str) -> list[Consent]:
    """Return every decision of a client about what may be said to whom."""
    return desk.vault.consents.of_client(client_id)


def follow_ups_of(desk: Desk, client_id: str) -> list[FollowUp]:
    """Return a client's follow-ups, done ones too."""
    return desk.vault.follow_ups.of_client(client_id)


def _all(desk: Desk, *, archived: bool) -> list[str]:
    return desk.vault.clients.ids(archived=archived)


def _count(desk: Desk) -> int:
    return lists.count_clients(desk.vault.session)


def _spanish(desk: Desk) -> list[str]:
    return lists.clients_with_language(desk.vault.session, "es")


def _of_chip(desk: Desk, chip: str) -> frozenset[str]:
    if chip == "spanish":
        return frozenset(desk.remembered("spanish", _spanish))
    wanted = frozenset({Urgency.WAITING}) if chip == "act_now" else DUE
    return frozenset(row.client_id for row in standing(desk).rows() if row.urgency in wanted)


def _by_client(desk: Desk) -> dict[str, IncidentRow]:
    """Return each client's most pressing incident."""
    return {row.client_id: row for row in reversed(standing(desk).rows())}


def _client_row(
    one: Client, pressing: IncidentRow | None, ahead: lists.Ahead | None, archived: bool, today: date
) -> ClientRow:
    second, chip, role = _pressing_line(pressing, today) if pressing else _quiet_line(one, ahead, today)
    return ClientRow(
        id=one.id,
        name=shown_name(one),
        initials=initials(one),
        second=second,
        chip=chip,
        chip_role=role,
        archived=archived,
    )


def _pressing_line(row: IncidentRow, today: date) -> tuple[Message, Message | None, Role]:
    if row.urgency is Urgency.WAITING and row.starts is not None:
        words = N_("{kind}, {when}") if row.imminent else N_("Missed: {kind}, {when}")
        values = {"kind": Message(label(row.kind)), "when": Near(row.starts, today)}
        return Message(words, values), row.chip, row.chip_role
    return row.title or NOTHING_YET, row.chip, row.chip_role


def _quiet_line(one: Client, ahead: lists.Ahead | None, today: date) -> tuple[Message, Message | None, Role]:
    if ahead is not None:
        values = {"kind": Message(label(ahead.kind)), "when": Near(ahead.starts, today)}
        return Message(COMING, values), NEW_DATE if ahead.second_chance else COMING_UP, Role.GOOD
    since = one.with_us_since
    if since is not None:
        return Message(SINCE, {"day": Near(since, today)}), None, Role.PLAIN
    return NOTHING_YET, None, Role.PLAIN


def _person_row(one: Interviewer, house: Organisation) -> PersonRow:
    return PersonRow(
        interviewer_id=one.id,
        organisation_id=house.id,
        name=" ".join(part for part in (one.courtesy_title, one.full_name) if part) or house.name,
        organisation=house.name,
        number=one.phones[0] if one.phones else house.phone,
        email=one.email,
    )
