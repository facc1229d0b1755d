"""Consent: what the client allows to be said to one interviewer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date

from noshow_desk.domain.consent import Consent, can_be_taken_back
from noshow_desk.errors import NotFound, UserError
from noshow_desk.i18n import N_, Message, _, full_date
from noshow_desk.services import typed
from noshow_desk.services.changes import Changes, ids
from noshow_desk.services.desk import Desk
from noshow_desk.services.paper_text import ticks_follow_words


def decide_consent(desk: Desk, *, consent: Consent) -> Changes:
    """Write down a decision of the client; each decision is a record of its own, the last one counts.

    Raises UserError (with the field) for dates that contradict each other.
    """
    kept = typed.cleaned(consent).value
    decided = typed.day(kept.decided_on or desk.today(), "decided_on")
    if kept.until is not None and typed.day(kept.until, "until") < decided:
        raise UserError(_("The consent ends before it was given. Check the two days."), field="until")
    with desk.act() as act, _ticks_follow_words(desk, kept):
        made = desk.vault.consents.add(replace(kept, id="", decided_on=decided))
    changes = _changes(desk, kept, act.id, made, Message(N_("Undo consent")))
    return replace(changes, said=Message(N_("What the client allows is recorded.")))


def revoke_consent(desk: Desk, *, client_id: str, interviewer_id: str, on: date | None = None) -> Changes:
    """Write down that the client took the consent back, today or on the day given; that day it is over.

    What was sent stays as it was. Raises NotFound where nothing is allowed today, and UserError (field
    "on") for a day that is still ahead or before the consent was given.
    """
    consent = desk.vault.consents.of(client_id, interviewer_id)
    if consent is None or not can_be_taken_back(consent, desk.today()):
        raise NotFound(_("There is no consent for this interviewer to take back."))
    day = _day_of_taking_back(desk, consent, on)
    with desk.act() as act, _ticks_follow_words(desk, consent):
        desk.vault.consents.change(replace(consent, revoked_on=day))
    changes = _changes(desk, consent, act.id, "", Message(N_("Undo taking the consent back")))
    return replace(changes, said=Message(N_("The consent is taken back. Drafts are checked anew.")))


def _day_of_taking_back(desk: Desk, consent: Consent, on: date | None) -> date:
    day = typed.day(on or desk.today(), "on")
    if day > desk.today():
        raise UserError(
            _("This day is still ahead. To let the consent end later, give it a last day instead."),
            field="on",
        )
    if consent.decided_on is not None and day < consent.decided_on:
        given = full_date(consent.decided_on)
        raise UserError(
            _("The consent was given on {day}. It cannot be taken back before.").format(day=given), field="on"
        )
    return day


@contextmanager
def _ticks_follow_words(desk: Desk, consent: Consent) -> Iterator[None]:
    """Take back the ticks of the client's drafts that say something else once the consent is another."""
    with ExitStack() as stack:
        for incident in desk.vault.incidents.of_client(consent.client_id):
            stack.enter_context(ticks_follow_words(desk, incident.id))
        yield


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
