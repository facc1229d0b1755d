"""Puts into one line why a finding deserves a second look, and says how much it weighs."""

from __future__ import annotations

from noshow_desk.coaching.letter_check.codes import BY_NAME, UNCLEAR_DISCLOSURE, WRONG_VOICE_OF_A_NOTICE
from noshow_desk.coaching.letter_check.finding import Kind, Severity
from noshow_desk.coaching.letter_check.spots import Spot
from noshow_desk.i18n import _, quoted


def why(spot: Spot, text: str, paper: Kind, *, allowed: bool) -> str:
    """Return the line for `spot` in the language of the screen.

    Where no rule stands behind it, the line names the words of `text` that weigh most. `allowed`: the client
    allowed some topic for this interviewer.
    """
    message = BY_NAME[spot.code].message
    if spot.code == "wrong-voice" and paper is Kind.NOTICE:
        message = WRONG_VOICE_OF_A_NOTICE
    if spot.unclear and allowed:
        message = UNCLEAR_DISCLOSURE
    said = _(message).format(**spot.values)
    if not spot.because:
        return said
    words = ", ".join(quoted(" ".join(text[start:end].split())) for start, end in spot.because)
    return _("{why} Found because of {words}.").format(why=said, words=words)


def severity_of(spot: Spot, *, allowed: bool) -> Severity:
    """Return how much `spot` weighs.

    Where the client `allowed` some topic and nobody can tell whether it is this one, a person has to.
    """
    return Severity.MUST if spot.unclear and allowed else BY_NAME[spot.code].severity
