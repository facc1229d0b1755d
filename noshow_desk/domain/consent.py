"""What may be said to whom: consent of one client for one interviewer (PRACTICE section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from noshow_desk.domain.kinds import ConsentLevel, Topic


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One decision of the client. Expiry is computed from `until` and `revoked_on`, never typed as a
    status.
    """

    id: str = ""
    client_id: str = ""
    interviewer_id: str = ""
    level: ConsentLevel = ConsentLevel.NOT_ASKED
    topics: tuple[Topic, ...] = ()
    decided_on: date | None = None
    until: date | None = None
    revoked_on: date | None = None
    how: str = ""
    note: str = ""

    def holds_on(self, today: date) -> bool:
        """Say whether the decision is in force on `today` (the last day counts)."""
        if was_taken_back(self, today):
            return False
        return self.until is None or today <= self.until


NOT_ASKED = Consent()


def level_on(consent: Consent, today: date) -> ConsentLevel:
    """Return the level in force on `today`; what has run out or was revoked counts as not asked.

    "No contact" is a protection, not a permission: it does not run out.
    """
    if consent.level is ConsentLevel.NO_CONTACT and consent.revoked_on is None:
        return ConsentLevel.NO_CONTACT
    return consent.level if consent.holds_on(today) else ConsentLevel.NOT_ASKED


def was_taken_back(consent: Consent, today: date) -> bool:
    """Say whether the client had taken the decision back by `today`."""
    return consent.revoked_on is not None and consent.revoked_on <= today


def has_run_out(consent: Consent, today: date) -> bool:
    """Say whether something was allowed whose last day is over; what was taken back did not run out."""
    if not _allows(consent) or was_taken_back(consent, today):
        return False
    return consent.until is not None and consent.until < today


def can_be_taken_back(consent: Consent, today: date) -> bool:
    """Say whether something is allowed on `today`. "No contact" allows nothing: there is nothing to take
    back, and nobody loses that protection but by deciding anew.
    """
    return _allows(consent) and consent.holds_on(today)


def _allows(consent: Consent) -> bool:
    if consent.level is ConsentLevel.NO_CONTACT:
        return False
    return consent.level is not ConsentLevel.NOT_ASKED or bool(consent.topics)


def topics_on(consent: Consent, today: date) -> frozenset[Topic]:
    """Return the topics that may be mentioned to this interviewer on `today`."""
    if consent.level is ConsentLevel.NO_CONTACT or not consent.holds_on(today):
        return frozenset()
    return frozenset(consent.topics)


def may_name_agency(consent: Consent, today: date) -> bool:
    """Say whether the agency may be named to this interviewer on `today`."""
    return level_on(consent, today) is ConsentLevel.MAY_NAME_AGENCY
