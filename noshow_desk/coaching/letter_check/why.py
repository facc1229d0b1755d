"""Puts into one line why a finding deserves a second look."""

from __future__ import annotations

from noshow_desk.coaching.letter_check.codes import BY_NAME, WRONG_VOICE_OF_A_NOTICE
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.spots import Spot
from noshow_desk.i18n import _, quoted


def why(spot: Spot, text: str, paper: Kind) -> str:
    """Return the line for `spot` in the language of the screen.

    Where no rule stands behind it, the line names the words of `text` that weigh most.
    """
    message = BY_NAME[spot.code].message
    if spot.code == "wrong-voice" and paper is Kind.NOTICE:
        message = WRONG_VOICE_OF_A_NOTICE
    said = _(message).format(**spot.values)
    if not spot.because:
        return said
    words = ", ".join(quoted(" ".join(text[start:end].split())) for start, end in spot.because)
    return _("{why} Found because of {words}.").format(why=said, words=words)
