"""What the client allows to be said to one interviewer: written down, and taken back."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from noshow_desk.domain.consent import Consent
from noshow_desk.domain.kinds import ConsentLevel, Topic
from noshow_desk.domain.labels import label
from noshow_desk.errors import UserError
from noshow_desk.i18n import N_, _, capital
from noshow_desk.services import consents, queries
from noshow_desk.services.changes import Changes
from noshow_desk.services.desk import Desk
from noshow_desk.ui.bridge import Bridge
from noshow_desk.ui.clients.consent_words import allowed_words, over_words
from noshow_desk.ui.clients.record_form import FormRow, RecordDialog

LEVELS = tuple((one, label(one)) for one in ConsentLevel)
TOPICS = tuple((one, label(one)) for one in Topic)
# The same words in the client's details, on the courtesy page and in the help.
TAKE_BACK = N_("The client takes it back…")

CONSENT_ROWS = (
    FormRow(name="level", label=N_("The client allows"), kind="choice", choices=LEVELS, wide=True),
    FormRow(
        name="topics",
        label=N_("Topics that may be mentioned"),
        kind="chips",
        choices=TOPICS,
        hint=N_("An offence, a diagnosis or an immigration status is never a topic."),
        wide=True,
    ),
    FormRow(
        name="until", label=N_("Until and including"), kind="day", hint=N_("Empty: until it is taken back.")
    ),
    FormRow(name="how", label=N_("How it was given"), hint=N_("Spoken, signed")),
    FormRow(name="note", label=N_("Note"), kind="text", wide=True),
)


def consent_dialog(
    desk: Desk,
    bridge: Bridge,
    client_id: str,
    interviewer_id: str,
    name: str,
    *,
    topics: Collection[Topic] = (),
) -> RecordDialog:
    """Return the dialog that records what the client allows to be said to one interviewer.

    What was taken back or has run out is asked anew: nothing of it is preset. `topics` are those that a paper
    mentions: they are named on top, to be asked about, and preset where the client wants contact and nothing
    was taken back.
    """
    known = queries.consent(desk, client_id, interviewer_id)
    over = over_words(known, desk.today())
    title = _("What may be said to {name}").format(name=name)
    rows: tuple[FormRow, ...] = CONSENT_ROWS
    if over:
        known = Consent(client_id=client_id, interviewer_id=interviewer_id)
        hint = _("Ask {client} anew, and write down only what is allowed now.")
        rows = (FormRow(label=over, hint=hint.format(client=_called(desk, client_id))), *rows)
    if topics:
        rows = (_mentioned(topics, _called(desk, client_id), name), *rows)
        if not over and known.level is not ConsentLevel.NO_CONTACT:
            known = replace(known, topics=tuple(one for one in Topic if one in {*known.topics, *topics}))
    shown = replace(known, decided_on=None, revoked_on=None, how=capital(known.how))
    save = partial(_save_consent, desk, bool(over))
    return RecordDialog(title, rows, shown, save, desk=desk, bridge=bridge)


def _mentioned(topics: Collection[Topic], client: str, name: str) -> FormRow:
    """Return the heading that says what the paper mentions."""
    named = ", ".join(_(label(one)) for one in Topic if one in topics)
    ask = _("Ask {client} first whether {name} may know it. Nothing else has to be allowed with it.")
    words = _("The paper mentions: {topics}").format(topics=named)
    return FormRow(label=words, hint=ask.format(client=client, name=name))


def _save_consent(desk: Desk, was_over: bool, consent: Consent) -> Changes:
    if was_over and consent.level is ConsentLevel.NOT_ASKED and not consent.topics:
        raise UserError(_("Choose what the client allows now."), field="level")
    return consents.decide_consent(desk, consent=consent)


@dataclass(frozen=True, slots=True, kw_only=True)
class _TakenBack:
    """What the dialog of taking back asks."""

    id: str = ""
    on: date | None = None


def take_back_dialog(
    desk: Desk, bridge: Bridge, client_id: str, interviewer_id: str, name: str
) -> RecordDialog:
    """Return the dialog in which a consent is taken back: what was allowed, what follows, and the day."""
    known = queries.consent(desk, client_id, interviewer_id)
    client = _called(desk, client_id)
    no_contact = _("If {client} wants no contact at all, choose “No contact” under “What may be said”.")
    rows = (
        FormRow(
            label=_("Allowed until now: {what}").format(what=allowed_words(known)),
            hint=_(
                "From that day on it counts as not asked: papers name neither your office nor a private"
                " topic, and a courtesy call gives your first name only. Drafts are checked anew at once."
                " What was sent stays as it was."
            ),
        ),
        FormRow(
            name="on",
            label=N_("Taken back &on"),
            kind="day",
            hint=no_contact.format(client=client),
            wide=True,
        ),
    )
    title = _("{client} takes back what may be said to {name}").format(client=client, name=name)
    save = partial(_save_taken_back, desk, client_id, interviewer_id)
    verb = _("&Take it back")
    return RecordDialog(title, rows, _TakenBack(on=desk.today()), save, desk=desk, bridge=bridge, verb=verb)


def _save_taken_back(desk: Desk, client_id: str, interviewer_id: str, wanted: _TakenBack) -> Changes:
    if wanted.on is None:
        raise UserError(_("Choose a day."), field="on")
    return consents.revoke_consent(desk, client_id=client_id, interviewer_id=interviewer_id, on=wanted.on)


def _called(desk: Desk, client_id: str) -> str:
    return queries.client(desk, client_id).called or _("the client")
