"""Follow-ups: the next contact, on a date chosen by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from noshow_desk.domain.paper import FollowUp
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import typed
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk


def record_follow_up(
    desk: Desk, *, client_id: str, on: date, what: str = "", incident_id: str = "", form_key: str = ""
) -> Changes:
    """Put a next contact on a day. Raises UserError (field "on") for a day that has passed."""
    if typed.day(on, "on") < desk.today():
        raise UserError(_("That day has passed. Choose today or a later day."), field="on")
    record = FollowUp(client_id=client_id, incident_id=incident_id, on=on, what=typed.prose(what, "what"))
    with desk.act() as act:
        made = desk.vault.follow_ups.add(record)
        if form_key:
            desk.vault.unsaved.remove(form_key)
    return _changes(replace(record, id=made), act.id, Message(N_("Undo follow-up")))


def finish_follow_up(desk: Desk, *, follow_up_id: str) -> Changes:
    """Tick a follow-up off."""
    record = desk.vault.follow_ups.get(follow_up_id)
    with desk.act() as act:
        desk.vault.follow_ups.change(replace(record, done_at=desk.now()))
    return _changes(record, act.id, Message(N_("Undo follow-up done")))


def _changes(record: FollowUp, act: str, undo: Message) -> Changes:
    return Changes(
        act=act,
        clients=ids(record.client_id),
        incidents=ids(record.incident_id),
        follow_ups=ids(record.id),
        made=record.id,
        undo=undo,
    )
