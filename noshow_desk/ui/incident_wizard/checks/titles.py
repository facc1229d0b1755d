"""What a finding is called in the list, and how a screen reader says it."""

from __future__ import annotations

from noshow_desk.i18n import N_, _, quoted
from noshow_desk.services.letter_finding import LetterFinding

# Findings without words of the paper: what is missing or too much, in a few words.
_SHORT = {
    "missing-apology": N_("No “sorry” yet"),
    "missing-thanks": N_("No thanks yet"),
    "missing-request": N_("No question for another time yet"),
    "missing-contact-promise": N_("No word yet that the client will call"),
    "missing-ownership": N_("Nobody owns the miss yet"),
    "missing-inconvenience": N_("Not sorry for the trouble yet"),
    "too-long": N_("Long"),
    "reading-level": N_("Hard to read"),
    "not-checked": N_("Not checked"),
}


def title(finding: LetterFinding) -> str:
    """Return the words of a finding in quotes, else what it is about."""
    return quoted(finding.words) if finding.words else short_title(finding.code)


def short_title(code: str) -> str:
    """Return what a finding without words is about, in a few words; a code without any is its own name."""
    return _(_SHORT[code]) if code in _SHORT else code


def said(number: int, finding: LetterFinding) -> str:
    """Return a finding as a screen reader says it."""
    weight = _("Must be put right") if finding.gates else _("To think about")
    return f"{number}. {weight}: {title(finding)}. {finding.message}"
