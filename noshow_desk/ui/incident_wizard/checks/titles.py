"""What a finding is called in the list, and how a screen reader says it."""

from __future__ import annotations

from noshow_desk.i18n import _, quoted
from noshow_desk.services.kept_words import short_title
from noshow_desk.services.letter_finding import LetterFinding


def title(finding: LetterFinding) -> str:
    """Return the words of a finding in quotes, else what it is about."""
    return quoted(finding.words) if finding.words else short_title(finding.code)


def said(number: int, finding: LetterFinding) -> str:
    """Return a finding as a screen reader says it."""
    weight = _("Must be put right") if finding.gates else _("To think about")
    return f"{number}. {weight}: {title(finding)}. {finding.message}"
