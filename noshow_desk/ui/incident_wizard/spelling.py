"""Spell check of what the client's papers will say: in the paper's language, and names pass."""

from __future__ import annotations

from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.kit.inputs import TextField

OWN_WORDS = "incident.own_words"  # stands in the client's paper word for word


def check_spelling(field: TextField, case: Case) -> None:
    """Mark misspelt words in `field`, in the language of the note; cheap where nothing changed. Words that
    were added in this vault pass, and the menu of the field adds one.
    """
    field.check_spelling(case.note.working().language, _names(case), case.words)


def _names(case: Case) -> tuple[str, ...]:
    """Return the names that no dictionary has to know: of people, and the streets and towns of addresses."""
    facts = case.situation.facts
    new = facts.new_appointment
    return (
        facts.client.postal_address,
        facts.interviewer.postal_address,
        facts.organisation.postal_address,
        facts.appointment.place,
        new.place if new is not None else "",
        facts.client.full_name,
        facts.client.preferred_name,
        facts.interviewer.full_name,
        facts.organisation.name,
        facts.caseworker.name,
        facts.caseworker.office_name,
    )
