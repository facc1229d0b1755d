"""The ways to reach a client, one row each, and the words to leave on a voicemail (R5)."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.domain.client import Phone
from noshow_desk.domain.kinds import Channel, VoicemailPreference
from noshow_desk.i18n import N_, Message, _
from noshow_desk.ui.incident_wizard.situation import Situation


@dataclass(frozen=True, slots=True)
class Way:
    """One way: a channel and, for calls and texts, a number; `hint` warns of hours and of others."""

    channel: Channel
    number: str
    title: str
    hint: str
    tried: bool

    @property
    def key(self) -> str:
        """Return what tells ways apart."""
        return f"{self.channel.value}:{self.number}"


def ways(situation: Situation) -> tuple[Way, ...]:
    """Return every way to reach the client, the calls first."""
    client = situation.facts.client
    rows = [_phone_way(situation, Channel.CALL, phone) for phone in client.phones]
    rows += [_phone_way(situation, Channel.TEXT, phone) for phone in client.phones]
    if client.email:
        tried = _was_tried(situation, Channel.EMAIL, "")
        rows.append(Way(Channel.EMAIL, "", _("E-mail {address}").format(address=client.email), "", tried))
    return (*rows, Way(Channel.VISIT, "", _("Ask in person"), "", _was_tried(situation, Channel.VISIT, "")))


def voicemail_words(situation: Situation) -> Message | None:
    """Return the exact words to leave; None when no message may be left, as when nobody asked the client."""
    caseworker = situation.facts.caseworker
    rule = situation.facts.client.voicemail_rule
    if rule is VoicemailPreference.NO_MESSAGE:
        return None
    name = caseworker.first_name
    if rule is VoicemailPreference.MAY_NAME_AGENCY and caseworker.office_name:
        return Message(
            N_("Hi, it’s {name} from {office}. Please call when you can."),
            {"name": name, "office": caseworker.office_name},
        )
    return Message(N_("Hi, it’s {name}. Please call when you can."), {"name": name})


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


def _phone_way(situation: Situation, channel: Channel, phone: Phone) -> Way:
    number = f"{phone.label} {phone.number}".strip()
    title = _("Call {number}") if channel is Channel.CALL else _("Text {number}")
    notes = []
    if phone.safe_hours:
        notes.append(_("Safe: {hours}").format(hours=phone.safe_hours))
    if phone.shared:
        notes.append(_("Shared: others may pick up or read along"))
    tried = _was_tried(situation, channel, phone.number)
    return Way(channel, phone.number, title.format(number=number), " · ".join(notes), tried)


def _was_tried(situation: Situation, channel: Channel, number: str) -> bool:
    return any(
        attempt.channel is channel and (not number or attempt.number == number)
        for attempt in situation.attempts
    )
