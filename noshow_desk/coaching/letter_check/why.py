"""Puts into one line why a finding deserves a second look."""

from __future__ import annotations

from noshow_desk.coaching.letter_check.codes import BY_NAME, LIKELY, LIKELY_FAVOUR, WRONG_VOICE_OF_A_NOTICE
from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.spots import Spot
from noshow_desk.i18n import _, quoted

_SEEN_AT_ONCE = 9  # words; in fewer of them nobody has to be told which ones are meant
_MOST_NAMED = 2


def why(spot: Spot, text: str, paper: Kind) -> str:
    """Return the line for `spot` in the language of the screen.

    Where no rule stands behind it, the line says what it reads like, and in a long place which words of
    `text` weigh most.
    """
    favour = spot.code == "wrong-voice" and paper is Kind.NOTICE
    if not spot.because:
        message = WRONG_VOICE_OF_A_NOTICE if favour else BY_NAME[spot.code].message
        return _(message).format(**spot.values)
    said = _(LIKELY_FAVOUR if favour else LIKELY.get(spot.code, BY_NAME[spot.code].message))
    if len(text[spot.start : spot.end].split()) <= _SEEN_AT_ONCE:
        return said
    named = dict.fromkeys(" ".join(text[start:end].split()) for start, end in spot.because)
    words = _(" and ").join([quoted(one) for one in named][:_MOST_NAMED])
    return _("{why} It is mostly in {words}.").format(why=said, words=words)
