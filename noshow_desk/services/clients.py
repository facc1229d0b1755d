"""Clients: add, edit, archive with undo, and a note of a contact."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from noshow_desk.domain.client import Client
from noshow_desk.domain.contact_note import ContactNote
from noshow_desk.domain.kinds import Channel
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import typed
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk


def add_client(desk: Desk, *, client: Client, form_key: str = "") -> Changes:
    """Add a client; a case number is given when none was typed. `form_key` names the unsaved form to remove.

    Raises UserError (with the field) without a name or with an impossible date.
    """
    kept = checked(client)
    with desk.act() as act:
        number = kept.value.case_number or desk.vault.clients.next_case_number()
        made = desk.vault.clients.add(replace(kept.value, id="", case_number=number))
        if form_key:
            desk.vault.unsaved.remove(form_key)
    said = kept.notice or Message(N_("Added {name}."), {"name": shown_name(kept.value)})
    undo = Message(N_("Undo add {name}"), {"name": shown_name(kept.value)})
    return Changes(act=act.id, clients=ids(made), made=made, said=said, undo=undo)


def edit_client(desk: Desk, *, client: Client, form_key: str = "") -> Changes:
    """Write the changed details of a client. Raises UserError (with the field) like `add_client`."""
    kept = checked(client)
    with desk.act() as act:
        number = kept.value.case_number or desk.vault.clients.get(client.id).case_number
        desk.vault.clients.change(replace(kept.value, case_number=number))
        if form_key:
            desk.vault.unsaved.remove(form_key)
    undo = Message(N_("Undo change of {name}"), {"name": shown_name(kept.value)})
    return Changes(act=act.id, clients=ids(client.id), said=kept.notice, undo=undo)


def archive_client(desk: Desk, *, client_id: str) -> Changes:
    """Take a client out of the lists; everything is kept and can be brought back."""
    name = shown_name(desk.vault.clients.get(client_id))
    with desk.act() as act:
        desk.vault.clients.archive(client_id)
    return Changes(
        act=act.id,
        clients=ids(client_id),
        said=Message(N_("Archived {name}."), {"name": name}),
        undo=Message(N_("Undo archive {name}"), {"name": name}),
    )


def restore_client(desk: Desk, *, client_id: str) -> Changes:
    """Bring an archived client back into the lists."""
    name = shown_name(desk.vault.clients.get(client_id))
    with desk.act() as act:
        desk.vault.clients.restore(client_id)
    said = Message(N_("{name} is back in the list."), {"name": name})
    return Changes(
        act=act.id, clients=ids(client_id), said=said, undo=Message(N_("Undo restore {name}"), {"name": name})
    )


def log_contact(desk: Desk, *, client_id: str, at: datetime, channel: Channel, note: str) -> Changes:
    """Write down a contact with a client that belongs to no incident; `at` is aware."""
    text = typed.prose(note, "note")
    if not text:
        raise UserError(_("Write a few words about the contact."), field="note")
    typed.day(at.date(), "at")
    record = ContactNote(client_id=client_id, at=at, channel=channel, text=text)
    with desk.act() as act:
        made = desk.vault.contact_notes.add(record)
    return Changes(act=act.id, clients=ids(client_id), made=made, undo=Message(N_("Undo contact note")))


def shown_name(client: Client) -> str:
    """Return the name a list shows: the name the client goes by, and the last name."""
    called = client.called
    if client.last_name and called != client.last_name:
        return f"{called} {client.last_name}"
    return called


def checked(client: Client) -> typed.Cleaned[Client]:
    """Return a client made safe to keep. Raises UserError (with the field) without a name, or for an
    impossible date.
    """
    kept = typed.cleaned(client)
    if not (kept.value.first_name or kept.value.last_name or kept.value.preferred_name):
        raise UserError(_("Type a name. One word is enough."), field="first_name")
    if kept.value.with_us_since is not None:
        typed.day(kept.value.with_us_since, "with_us_since")
    phones = tuple(phone for phone in kept.value.phones if phone.number)
    return typed.Cleaned(replace(kept.value, phones=phones), kept.notice)
