"""Where the words of a finding were typed: a fact, the letter edited by hand, or nowhere (the template)."""

from __future__ import annotations

from dataclasses import dataclass

from noshow_desk.domain.kinds import StepId
from noshow_desk.services.letter_finding import LetterFinding
from noshow_desk.services.letter_fixes import home_of
from noshow_desk.ui.incident_wizard.all_pages import PAGES, page_of
from noshow_desk.ui.incident_wizard.case import Case
from noshow_desk.ui.incident_wizard.fields import fields_of
from noshow_desk.ui.incident_wizard.spelling import OWN_WORDS

# The facts behind the variables of templates, where a person types them as a sentence of their own.
TYPED = {
    OWN_WORDS: OWN_WORDS,
    "incident.true_sentence": "incident.true_sentence",
    "paper.reason": "incident.true_sentence",
    "incident.growth_sentence": "incident.debrief.growth_sentence",
}
# The facts behind other variables: their step is shown, the words are changed there by hand.
_FACTS = {
    "incident.days": "incident.days_i_can_keep",
    "plan.if_thens": "incident.plan.if_thens",
    "new.date": "granted.starts",
    "new.time": "granted.starts",
    "new.place": "granted.place",
    "appointment.date": "appointment.starts",
    "appointment.time": "appointment.starts",
    "appointment.role": "appointment.role",
    "appointment.place": "appointment.place",
    "interviewer.phone": "interviewer.phones",
    "interviewer.email": "interviewer.email",
    "interviewer.address": "interviewer.postal_address",
    "interviewer.greeting": "interviewer.last_name",
    "interviewer.formal_name": "interviewer.last_name",
    "interviewer.full_name": "interviewer.last_name",
    "organisation.name": "organisation.name",
}


@dataclass(frozen=True, slots=True)
class WordsWish:
    """Some words that are to be changed by hand: at the fact `path`, else in a block of the letter."""

    words: str
    path: str = ""
    block: int = -1


def typed_path(finding: LetterFinding) -> str:
    """Return the fact that the words were typed into as a sentence; "" when it is none."""
    paths = {TYPED.get(name, "") for name in finding.fields}
    return paths.pop() if len(paths) == 1 else ""


def wish_for(case: Case, step: StepId, finding: LetterFinding) -> WordsWish | None:
    """Return where the words of a finding are changed by hand; None where that is not possible here."""
    note = case.note
    on_note = step is StepId.NOTE and not note.sent
    letter = note.letter() if on_note else None
    path = next((TYPED.get(name) or _FACTS.get(name, "") for name in finding.fields), "")
    if path and not (on_note and note.by_hand) and step_with(path, step) is not None:
        return WordsWish(finding.words, path=path)
    if letter is None:
        return None
    block = finding.places[0].block if finding.places else home_of(finding.code, letter)
    return WordsWish(finding.words, block=0 if block is None else block)


def step_with(path: str, step: StepId) -> StepId | None:
    """Return the step whose page has a field for `path`, `step` itself before others; None for no page."""
    for page in (page_of(step), *PAGES):
        if any(field.path == path for field in fields_of(page)):
            return page.step
    return None
