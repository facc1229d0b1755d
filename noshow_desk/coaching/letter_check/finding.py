"""What the letter check answers with: one finding for each thing that deserves a second look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs (LETTER_CHECK, "Weights")."""

    MUST_NEVER_KEEP = "must!"  # fixed, or marked as a false alarm; never merely kept
    MUST = "must"  # fixed, or kept with the client's recorded reason
    SHOULD = "should"  # a nudge


class Kind(StrEnum):
    """The kinds of paper that the check knows."""

    NOTICE = "notice"
    CALL_SCRIPT = "call_script"
    APOLOGY = "apology"
    THANK_YOU = "thank_you"
    WITHDRAWAL = "withdrawal"


CLIENT_KINDS = frozenset(Kind) - {Kind.NOTICE}


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `start` and `end` are code points, end exclusive; a missing element spans the whole text.

    `message` is one line in the language of the screen; `suggestion` is a rewrite in the language of the
    letter, empty where only the writer knows what belongs there. `topics` are those of consent that together
    would settle it; none when no consent does.
    """

    code: str
    start: int
    end: int
    severity: Severity
    message: str
    suggestion: str
    topics: frozenset[str] = frozenset()
