"""The letter check: what in a paper deserves a second look before the other person reads it."""

from noshow_desk.coaching.letter_check.check import check_letter
from noshow_desk.coaching.letter_check.finding import Finding, Kind, Severity
from noshow_desk.coaching.letter_check.rules import Rules, load_rules, shipped_rules
from noshow_desk.coaching.letter_check.tokens import sentence_bounds

__all__ = [
    "Finding",
    "Kind",
    "Rules",
    "Severity",
    "check_letter",
    "load_rules",
    "sentence_bounds",
    "shipped_rules",
]
