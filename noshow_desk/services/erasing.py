"""Erasing a person for good: what would go, the deed itself, and whom the office might have kept too long.

There is no undo. The record of it says when, why and how many, and no name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from noshow_desk.domain.client import Client
from noshow_desk.errors import SystemTrouble, UserError
from noshow_desk.i18n import N_, Message
from noshow_desk.services import backups
from noshow_desk.services.backups import BackupRow, Reason
from noshow_desk.services.changes import Changes
from noshow_desk.services.clients import shown_name
from noshow_desk.services.desk import Desk
from noshow_desk.services.queries.history_names import KINDS
from noshow_desk.services.set_aside import set_aside_vaults
from noshow_desk.storage import activity, erasing
from noshow_desk.storage.erasing import Traces

SAID = N_("Erased. Nothing of it is in the vault.")
SAID_LEFT = N_("Erased from the vault. Backups and files set aside from before may still hold it.")
DONE_KEY = "erasures"  # among the settings of the vault: day, reason, count of each


class Why(StrEnum):
    """Why a person is erased. No free text: it could hold the name."""

    TIME_OVER = "time_over"
    ASKED = "asked"
    BY_MISTAKE = "by_mistake"
    OTHER = "other"


WHY_LABELS = {
    Why.TIME_OVER: N_("The time we keep records is over"),
    Why.ASKED: N_("The client asked for it"),
    Why.BY_MISTAKE: N_("Was added by mistake"),
    Why.OTHER: N_("Another reason"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """How many rows of one kind would go."""

    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What erasing a client takes, and what it cannot reach.

    `stays` are the people who waited, who are kept. `elsewhere` names the records that stay and have the
    client's name in them. `backups` still hold the client; `unchecked` is True when another client has the
    same name, so that other records were not looked through for it.
    """

    client_id: str
    name: str
    going: tuple[Going, ...]
    stays: tuple[str, ...]
    elsewhere: tuple[Message, ...]
    backups: tuple[BackupRow, ...]
    unchecked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What was done. `problem` is a sentence when the file or the fresh backup could not be written."""

    changes: Changes
    backup: BackupRow | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """A client with whom nothing has happened since `last`."""

    client_id: str
    name: str
    last: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """One erasing that was done: when, why, and how many people; nothing says who."""

    on: date
    why: Why
    people: int


def preview_erasing(desk: Desk, *, client_id: str) -> Preview:
    """Return what erasing this client would take. Raises NotFound. Changes nothing."""
    client = desk.vault.clients.get(client_id)
    traces = _traces(desk, client)
    beside = [Going(label=N_("Lines of history"), count=len(traces.changes))]
    beside.append(Going(label=N_("Unfinished forms"), count=len(traces.forms)))
    rows = [Going(label=KINDS[table], count=len(ids)) for table, ids in traces.rows.items()]
    return Preview(
        client_id=client_id,
        name=shown_name(client),
        going=tuple(one for one in (*rows, *beside) if one.count),
        stays=tuple(_who_waited(desk, client_id)),
        elsewhere=tuple(_place(desk, table, row) for table, row in traces.elsewhere),
        backups=tuple(backups_with(desk)),
        unchecked=_has_namesake(desk, client),
    )


def erase_person(desk: Desk, *, client_id: str, why: Why) -> Erased:
    """Erase a client with everything that belongs to them, write the file anew and make a fresh backup.

    Takes as long as two backups, on the thread that holds the vault. Raises NotFound, VaultReadOnly or
    DiskFull, and then nothing was erased. Nothing brings the client back but an old backup.
    """
    erased = erase_records(desk, client_id=client_id, why=why)
    if erased.problem or desk.vault.folder is None:
        return erased
    try:
        made = backups.make_backup(desk, reason=Reason.ERASING)
    except (UserError, SystemTrouble) as trouble:
        return replace(erased, problem=trouble.sentence)
    return replace(erased, backup=made.backup)


def erase_records(desk: Desk, *, client_id: str, why: Why) -> Erased:
    """Do as `erase_person` does, but for the fresh backup, which belongs right behind it: 0.5 s for 40 MB."""
    client = desk.vault.clients.get(client_id)
    said = Message(SAID_LEFT if backups_with(desk) else SAID)
    with desk.act() as act:
        erasing.erase(desk.vault.session, _traces(desk, client))
        done = [*_kept_erasures(desk), {"on": desk.today().isoformat(), "why": why.value, "people": 1}]
        desk.vault.settings.put(DONE_KEY, done)
    desk.memory.clear()
    changes = Changes(act=act.id, everything=True, said=said)
    try:
        erasing.wipe(desk.vault)
    except (UserError, SystemTrouble) as trouble:
        return Erased(changes=changes, problem=trouble.sentence)
    return Erased(changes=changes)


def backups_with(desk: Desk) -> list[BackupRow]:
    """Return the backups that there are now, and the vault files that restores set aside: each holds
    everybody who was in the vault on its day.
    """
    aside = set_aside_vaults(desk)
    try:
        rows = backups.backups(backups.backup_folder_of(desk.folder))
    except SystemTrouble:
        return aside
    return [row for row in rows if row.made_at is not None] + aside


def quiet_clients(desk: Desk) -> list[Quiet]:
    """Return the clients, archived or not, without any activity for as long as the office set, the quietest
    first; none while no time is set.
    """
    years = desk.settings.number("retention_years")
    if not years:
        return []
    return desk.remembered(f"quiet:{desk.today()}:{years}", _quiet)


def quiet_count(desk: Desk) -> int:
    """Return how many clients `quiet_clients` names; counted once a day, for the Today page."""
    years = desk.settings.number("retention_years")
    key = f"quiet count:{desk.today()}:{years}"
    if key not in desk.memory:
        desk.memory[key] = len(quiet_clients(desk))
    return int(str(desk.memory[key]))


def erasures(desk: Desk) -> list[Erasure]:
    """Return every erasing that was done in this vault, the latest first."""
    kept = []
    for one in _kept_erasures(desk):
        try:
            day, why, people = date.fromisoformat(one["on"]), Why(one["why"]), int(one["people"])
        except (KeyError, TypeError, ValueError):
            continue
        kept.append(Erasure(on=day, why=why, people=people))
    return kept[::-1]


def _quiet(desk: Desk) -> list[Quiet]:
    found = dict(activity.quiet_since(desk.vault.session, _years_before(desk.today(), desk)))
    clients = desk.vault.clients.many(found)
    return [Quiet(client_id=one.id, name=shown_name(one), last=found[one.id]) for one in clients]


def _years_before(day: date, desk: Desk) -> date:
    year = max(day.year - desk.settings.number("retention_years"), 1)
    try:
        return day.replace(year=year)
    except ValueError:  # February 29
        return day.replace(year=year, day=28)


def _traces(desk: Desk, client: Client) -> Traces:
    signs = [] if _has_namesake(desk, client) else list(_signs(client))
    return erasing.find_traces(desk.vault.session, [client.id], signs)


def _signs(client: Client) -> Iterator[str]:
    """Yield what can only mean this client: the full names, both ways round, and the e-mail address.

    One word is no sign: half the town is called Ann.
    """
    if client.last_name:
        for first in {client.first_name, client.preferred_name} - {""}:
            yield f"{first} {client.last_name}"
            yield f"{client.last_name}, {first}"
    if "@" in client.email:
        yield client.email


def _has_namesake(desk: Desk, client: Client) -> bool:
    """Say whether somebody else has this name: then a name elsewhere may mean either."""
    if not client.last_name:
        return False
    alike = desk.vault.clients.search(client.full_name) + desk.vault.clients.search(
        client.full_name, archived=True
    )
    names = [one.full_name.casefold() for one in desk.vault.clients.many(alike) if one.id != client.id]
    return client.full_name.casefold() in names


def _who_waited(desk: Desk, client_id: str) -> Iterator[str]:
    ids = dict.fromkeys(one.interviewer_id for one in desk.vault.appointments.of_client(client_id))
    for person in desk.vault.interviewers.many(one for one in ids if one):
        if person.full_name:
            yield person.full_name


def _place(desk: Desk, table: str, row_id: str) -> Message:
    """Return which record has the name in it, so that it can be found and taken out there first."""
    name = ""
    if table == "client":
        name = shown_name(desk.vault.clients.get(row_id))
    elif table == "interviewer":
        name = desk.vault.interviewers.get(row_id).full_name
    elif table == "organisation":
        name = desk.vault.organisations.get(row_id).name
    kind = Message(KINDS[table])
    return Message(N_("{kind}: {name}"), {"kind": kind, "name": name}) if name else kind


def _kept_erasures(desk: Desk) -> list[dict[str, str]]:
    kept = desk.vault.settings.get(DONE_KEY, [])
    return kept if isinstance(kept, list) else []
