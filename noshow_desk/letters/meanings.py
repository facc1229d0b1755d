"""Other words for what a field holds: what somebody may have meant by a field that does not exist."""

from __future__ import annotations

from collections.abc import Mapping

from noshow_desk.letters.fields import Group, Node

MOST = 2  # more to choose from is no help
_LAST_NAME = ("last_name", "formal_name", "full_name")
_PHONE = ("phone",)
_EMAIL = ("email",)
# What was asked for, of anybody or of one person → the fields that hold it or most of it, the nearest first.
# Only those that this person has are offered: a caseworker has no last name in a template, on purpose.
_MEANT: Mapping[str, tuple[str, ...]] = {
    "last_name": _LAST_NAME,
    "surname": _LAST_NAME,
    "family_name": _LAST_NAME,
    "first_name": ("full_name",),
    "given_name": ("first_name", "full_name"),
    "full_name": ("name",),
    "interviewer.name": ("formal_name", "full_name"),
    "interviewer.title": ("formal_name", "job_title"),
    "position": ("job_title",),
    "telephone": _PHONE,
    "phone_number": _PHONE,
    "mobile": _PHONE,
    "mail": _EMAIL,
    "e_mail": _EMAIL,
    "email_address": _EMAIL,
    "mailing_address": ("address",),
    "postal_address": ("address",),
}


def near_in_meaning(wrong: str, known: Mapping[str, Node]) -> tuple[str, ...]:
    """Return the fields of the same person that hold what `wrong` asks for: two at most, nearest first."""
    person, _dot, asked = wrong.lower().partition(".")
    group = known.get(person)
    if not isinstance(group, Group):
        return ()
    meant = _MEANT.get(f"{person}.{asked}") or _MEANT.get(asked, ())
    return tuple(f"{person}.{name}" for name in meant if name in group.parts)[:MOST]
