"""The ways to reach a client, one row each, and what the client allows on a voicemail (R5)."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.domain.client import Phone
from noshow_desk.domain.kinds import Channel, VoicemailPreference
from noshow_desk.i18n import _
from noshow_desk.ui.incident_wizard.situation import Situation


@dataclass(frozen=True, slots=True)
class Way:
    """One way: a number to call or text, the e-mail, or in person.

    `channels` are those that go this way, the first preset; `tried` says whether one of them was tried.
    `phone` is the one that is called or texted.
    """

    key: str
    title: str
    channels: tuple[Channel, ...]
    phone: Phone | None = None
    tried: bool = False

    @property
    def number(self) -> str:
        """Return the number to call or text; "" where there is none."""
        return self.phone.number if self.phone is not None else ""


def ways(situation: Situation) -> tuple[Way, ...]:
    """Return every way to reach the client, the telephones first."""
    client = situation.facts.client
    rows = [_phone_way(situation, phone) for phone in client.phones]
    if client.email:
        title = _("E-mail {address}").format(address=client.email)
        rows.append(Way("email", title, (Channel.EMAIL,), tried=_was_tried(situation, Channel.EMAIL, "")))
    in_person = _was_tried(situation, Channel.VISIT, "")
    return (*rows, Way("visit", _("In person"), (Channel.VISIT,), tried=in_person))


def voicemail_rule(situation: Situation) -> str:
    """Return what the client allows on a voicemail, in a sentence."""
    client = situation.facts.client
    if client.voicemail is None:
        return _("Voicemail: {client} was not asked, so leave no message.").format(**situation.names)
    sentences = {
        VoicemailPreference.NO_MESSAGE: _("Voicemail: leave no message."),
        VoicemailPreference.WITHOUT_AGENCY: _("Voicemail: a message without the name of your office."),
        VoicemailPreference.MAY_NAME_AGENCY: _("Voicemail: a message that may name your office."),
    }
    return sentences[client.voicemail]


def _phone_way(situation: Situation, phone: Phone) -> Way:
    notes = [f"{phone.label} {phone.number}".strip()]
    if phone.safe_hours:
        notes.append(_("safe {hours}").format(hours=phone.safe_hours))
    if phone.shared:
        notes.append(_("shared: others may listen"))
    channels = (Channel.CALL, Channel.TEXT)
    tried = any(_was_tried(situation, channel, phone.number) for channel in channels)
    return Way(f"phone:{phone.number}", " · ".join(notes), channels, phone, tried)


def _was_tried(situation: Situation, channel: Channel, number: str) -> bool:
    return any(
        attempt.channel is channel and (not number or attempt.number == number)
        for attempt in situation.attempts
    )
