"""The people we work with and the person who works: client and caseworker."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from noshow_desk.domain.kinds import VoicemailPreference
from noshow_desk.i18n import LANGUAGES


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One telephone: `number` as typed, `safe_hours` in words, `shared` when others may pick up or listen."""

    number: str
    label: str = ""
    safe_hours: str = ""
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """A client (PRACTICE section 10). There is no field for an offence, a diagnosis or an immigration
    status.
    """

    id: str = ""
    case_number: str = ""
    first_name: str = ""
    last_name: str = ""
    preferred_name: str = ""
    pronouns: str = ""
    spoken_language: str = "en"
    paper_language: str = "en"
    phones: tuple[Phone, ...] = ()
    voicemail: VoicemailPreference | None = None
    email: str = ""
    postal_address: str = ""
    address_safe_to_print: bool = False
    no_fixed_address: bool = False
    reminder_preference: str = ""
    tags: tuple[str, ...] = ()
    with_us_since: date | None = None
    notes: str = ""
    private_notes: str = ""

    @property
    def called(self) -> str:
        """The name to use when speaking with or of the client: preferred, else first, else last name."""
        return self.preferred_name or self.first_name or self.last_name

    @property
    def full_name(self) -> str:
        """First and last name, as a letter is signed."""
        return " ".join(part for part in (self.first_name, self.last_name) if part)

    def reads_beside(self, signed: str) -> str:
        """Return the language to read a paper in beside `signed`, the one it is signed in (PRACTICE
        section 5): the one the client speaks, else that of the client's papers; "" where both are `signed`.
        """
        own = (self.spoken_language, self.paper_language)
        return next((tongue for tongue in own if tongue in LANGUAGES and tongue != signed), "")

    @property
    def voicemail_rule(self) -> VoicemailPreference:
        """R5: no message, also when the client was never asked."""
        return self.voicemail or VoicemailPreference.NO_MESSAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Caseworker:
    """The one who uses this vault. `name` may be a full name; `first_name` is the word before the first
    space.
    """

    id: str = ""
    name: str = ""
    title: str = ""
    office_name: str = ""
    office_address: str = ""
    phone: str = ""
    email: str = ""
    working_hours: str = ""

    @property
    def first_name(self) -> str:
        """All that a courtesy call may say of the caseworker while consent was not asked."""
        return self.name.split(maxsplit=1)[0] if self.name.strip() else ""
