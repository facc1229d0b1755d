"""Tells in which language a sentence of a letter is: a private fact told in the other one goes out, too."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import IntEnum

from noshow_desk.coaching.letter_check.tokens import Sentence, fold

# Words that a sentence of the one language is full of and that the other does not have.
_ENGLISH = """
the and my i was were not for that have had you your with this is are am be been at of on in it we they he she
from would will could did do does but because when there their his her an or if who which our as by about so
than then what where how out off up over into
"""
_SPANISH = """
el la los las que mi mis por para con estoy estaba estuve se lo un una y en fue fui su sus le les pero porque
cuando al del es soy era muy ya tengo tuve tenia ha han haber hay nos usted ustedes yo ella ellos este esta
esto eso mas de te tu donde como sobre sin hasta desde hice dije pude quise dio dijo hizo falte llegue
"""
_COMMON = {"en": frozenset(_ENGLISH.split()), "es": frozenset(_SPANISH.split())}
_WORD = re.compile(r"[^\W\d_]+")
FEWEST = 3  # common words of the other language, and twice those of the letter's own
FEWEST_WORDS = 3  # of a sentence that may be in the other language: fewer are a name or a greeting


class Tongue(IntEnum):
    """In which language a sentence is: the letter's own, perhaps the other one, that one alone."""

    OWN = 0
    PERHAPS = 1
    OTHER = 2


def in_other_language(text: str, told: Sequence[Sentence], language: str) -> list[Tongue]:
    """Return for each sentence of `text` whether it is in the language that is not `language`.

    A sentence without a common word of either goes with the one before it ("Me enfermé.").
    """
    found: list[Tongue] = []
    for sentence in told:
        first, last = _span(sentence)
        words = [fold(word) for word in _WORD.findall(text, first, last)]
        tongue = _tongue_of(words, language)
        found.append(found[-1] if tongue is None and found else tongue or Tongue.OWN)
    return found


def _tongue_of(words: Sequence[str], language: str) -> Tongue | None:
    own, foreign = (len(_COMMON[one].intersection(words)) for one in (language, other_than(language)))
    if foreign >= FEWEST and foreign > 2 * own:
        return Tongue.OTHER
    if foreign >= FEWEST or (foreign and not own and len(words) >= FEWEST_WORDS):
        return Tongue.PERHAPS
    return Tongue.OWN if own else None


def other_than(language: str) -> str:
    """Return the language that is not `language`, of the two of letters."""
    return "en" if language == "es" else "es"


def common_words(text: str, language: str) -> int:
    """Return how many words of `text` are common ones of `language` ("en", "es") alone."""
    return sum(fold(word) in _COMMON[language] for word in _WORD.findall(text))


def within(told: Iterable[Sentence], spans: Iterable[Sentence]) -> list[Sentence]:
    """Return the sentences that share letters with one of `spans`: the other language ends them elsewhere."""
    places = [_span(one) for one in spans]
    return [one for one in told if any(_overlap(_span(one), place) for place in places)]


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.tokens[0].start, sentence.tokens[-1].end


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
