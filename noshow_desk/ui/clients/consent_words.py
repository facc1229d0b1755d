"""How a consent is told in a line: what is allowed, until when, or since when no more."""

from __future__ import annotations

from datetime import date

from noshow_desk.domain.consent import Consent, has_run_out, level_on, was_taken_back
from noshow_desk.domain.kinds import ConsentLevel
from noshow_desk.domain.labels import label
from noshow_desk.i18n import _, short_date


def state_words(consent: Consent, today: date) -> str:
    """Return what the consent is on `today`: "May name the agency", "Taken back on Nov 22"."""
    return over_words(consent, today) or _(label(level_on(consent, today)))


def over_words(consent: Consent, today: date) -> str:
    """Return "Taken back on Nov 22" or "Expired on Nov 22"; "" for what is in force, or was never given."""
    if consent.revoked_on is not None and was_taken_back(consent, today):
        return _("Taken back on {day}").format(day=_day(consent.revoked_on, today))
    if consent.until is not None and has_run_out(consent, today):
        return _("Expired on {day}").format(day=_day(consent.until, today))
    return ""


def beside_words(consent: Consent, today: date) -> str:
    """Return what stands beside the state: the last day, or what was allowed before it was over."""
    if over_words(consent, today):
        return _("before: {what}").format(what=allowed_words(consent))
    # "No contact" is a protection and does not run out.
    if consent.until is None or consent.level is ConsentLevel.NO_CONTACT:
        return ""
    return _("until {day}").format(day=_day(consent.until, today))


def allowed_words(consent: Consent) -> str:
    """Return all that a decision allows, in force or not: "May name the agency · Housing"."""
    level = [] if consent.level is ConsentLevel.NOT_ASKED else [_(label(consent.level))]
    return " · ".join([*level, *(_(label(topic)) for topic in consent.topics)])


def _day(day: date, today: date) -> str:
    return short_date(day, year=day.year != today.year)
