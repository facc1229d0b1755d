"""R5: the words to leave on the client's voicemail, as the client allows them."""

from __future__ import annotations

from noshow_desk.domain.client import Caseworker, Client, Phone
from noshow_desk.domain.kinds import VoicemailPreference
from noshow_desk.i18n import N_, Message

_PLAIN = N_("Hi, it’s {name}. Please call when you can.")
_NAMED = N_("Hi, it’s {name} from {office}. Please call when you can.")


def voicemail_words(client: Client, caseworker: Caseworker, phone: Phone | None = None) -> Message | None:
    """Return the words to leave; None when no message may be left, as when the client was never asked.

    On a shared phone the agency stays unnamed, whatever the preference: others may listen.
    """
    rule = client.voicemail_rule
    if rule is VoicemailPreference.NO_MESSAGE:
        return None
    shared = phone is not None and phone.shared
    if rule is VoicemailPreference.MAY_NAME_AGENCY and caseworker.office_name and not shared:
        return Message(_NAMED, {"name": caseworker.first_name, "office": caseworker.office_name})
    return Message(_PLAIN, {"name": caseworker.first_name})
