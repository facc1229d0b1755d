"""Consent: what the client allows to be said to one interviewer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from noshow_desk.domain.consent import Consent
from noshow_desk.errors import NotFound, UserError
from noshow_desk.i18n import N_, Message, _
from noshow_desk.services import typed
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk


def decide_consent(desk: Desk, *, consent: Consent) -> Changes:
    """Write down a decision of the client; each decision is a record of its own, the last one counts.

    Raises UserError (with the field) for dates that contradict each other.
    """
    kept = typed.cleaned(consent).value
    decided = typed.day(kept.decided_on or desk.today(), "decided_on")
    if kept.until is not None and typed.day(kept.until, "until") < decided:
        raise UserError(_("The consent ends before it was given. Check the two days."), field="until")
    with desk.act() as act:
        made = desk.vault.consents.add(replace(kept, id="", decided_on=decided))
    return _changes(desk, kept, act.id, made, Message(N_("Undo consent")))


def revoke_consent(desk: Desk, *, client_id: str, interviewer_id: str, on: date | None = None) -> Changes:
    """Write down that the client took the consent back, today or on the day given."""
    consent = desk.vault.consents.of(client_id, interviewer_id)
    if consent is None:
        raise NotFound(_("There is no consent for this interviewer to take back."))
    with desk.act() as act:
        desk.vault.consents.change(replace(consent, revoked_on=typed.day(on or desk.today(), "revoked_on")))
    return _changes(desk, consent, act.id, "", Message(N_("Undo taking the consent back")))


def _changes(desk: Desk, consent: Consent, act: str, made: str, undo: Message) -> Changes:
    incidents = [incident.id for incident in desk.vault.incidents.of_client(consent.client_id)]
    return Changes(
        act=act,
        clients=ids(consent.client_id),
        interviewers=ids(consent.interviewer_id),
        incidents=ids(*incidents),
        made=made,
        undo=undo,
    )
