"""Tells in which language a sentence of a letter is: a private fact told in the other one goes out, too."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from noshow_desk.coaching.letter_check.tokens import Sentence, fold

# Words that a sentence of the one language is full of and that the other does not have.
_ENGLISH = """
the and my i was were not for that have had you your with this is are am be been at of on it we they he she
from would will could did do does but because when there their his her an or if who which our as by about
"""
_SPANISH = """
el la los las que mi mis por para con estoy estaba se lo un una y en fue su sus le les pero porque cuando al
del es soy era muy ya tengo tuve tenia ha han haber hay nos usted ustedes yo ella ellos este esta esto eso
mas o de
"""
_COMMON = {"en": frozenset(_ENGLISH.split()), "es": frozenset(_SPANISH.split())}
_WORD = re.compile(r"[^\W\d_]+")
FEWEST = 3  # common words of the other language, and twice those of the letter's own


def in_other_language(text: str, told: Sequence[Sentence], language: str) -> tuple[str, frozenset[int]]:
    """Return the other language, and where in `text` sentences begin that are in it and not in `language`.

    A sentence without a common word of either goes with the one before it ("Me enfermé.").
    """
    other = "en" if language == "es" else "es"
    found: set[int] = set()
    before = False
    for sentence in told:
        first, last = sentence.tokens[0].start, sentence.tokens[-1].end
        words = {fold(word) for word in _WORD.findall(text, first, last)}
        own, foreign = (len(words & _COMMON[one]) for one in (language, other))
        before = (foreign >= FEWEST and foreign > 2 * own) or (before and not own)
        if before:
            found.add(first)
    return other, frozenset(found)


def common_words(text: str, language: str) -> int:
    """Return how many words of `text` are common ones of `language` ("en", "es") alone."""
    return sum(fold(word) in _COMMON[language] for word in _WORD.findall(text))


def beginning(told: Collection[Sentence], places: frozenset[int], *, at: bool) -> list[Sentence]:
    """Return the sentences that begin at one of `places`, or those that do not."""
    return [one for one in told if (one.tokens[0].start in places) is at]
