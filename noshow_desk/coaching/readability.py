"""How easily a paper reads, as a US school grade.

English: Flesch–Kincaid grade level (Kincaid, Fishburne, Rogers and Chissom 1975). Spanish: the index of
Fernández Huerta (1959, "Medidas sencillas de lecturabilidad"; words per sentence as corrected by Law 2011),
turned into a grade by the same author's table of difficulty.
"""

from __future__ import annotations

import re
from itertools import pairwise

from noshow_desk.coaching.syllables import syllables

# Both formulas were made on samples of 100 words (Flesch 1948, Fernández Huerta 1959). In a shorter text each
# word weighs more: a syllable changes the English grade by 11.8 / words, below 24 words by half a grade.
FEWEST_WORDS = 24
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE_END = re.compile(r"[.!?…]+(?=[\s\"”»)']|$)")
_ABBREVIATION = re.compile(
    r"\b(?:[ap]\. ?m\.|(?:mr|mrs|ms|mx|dr|dra|sr|sra|srta|prof|rev|st|apt|ave|no|inc)\.)", re.IGNORECASE
)
# Fernández Huerta's table ("muy fácil" is fourth grade, "normal" seventh and eighth): index → grade there.
_BANDS = (
    (100.0, 4.0),
    (90.0, 5.0),
    (80.0, 6.0),
    (70.0, 7.0),
    (60.0, 9.0),
    (50.0, 12.0),
    (30.0, 16.0),
    (0.0, 18.0),
)


def grade(text: str, language: str) -> float:
    """Return the school grade that can read `text`, 0 or more; 0 for a text without sentences.

    Lines that are no sentences (address, date, greeting, signature) are left out.
    """
    sentences = _sentences(text)
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    if not words:
        return 0.0
    per_sentence = len(words) / len(sentences)
    per_word = sum(syllables(word, language) for word in words) / len(words)
    if language == "es":
        return _spanish_grade(206.84 - 60 * per_word - 1.02 * per_sentence)
    return round(max(0.0, 0.39 * per_sentence + 11.8 * per_word - 15.59), 1)


def grade_to_show(text: str, language: str) -> int | None:
    """Return the grade of `text` as a whole number, 1 or more; None when its sentences have too few words
    for either formula to mean anything.
    """
    words = sum(len(_WORD.findall(sentence)) for sentence in _sentences(text))
    return max(round(grade(text, language)), 1) if words >= FEWEST_WORDS else None


def _sentences(text: str) -> list[str]:
    sentences: list[str] = []
    for line in text.splitlines():
        plain = _ABBREVIATION.sub("", line)
        if _SENTENCE_END.search(plain):
            sentences.extend(part for part in _SENTENCE_END.split(plain) if _WORD.search(part))
    return sentences


def _spanish_grade(index: float) -> float:
    if index >= _BANDS[0][0]:
        return _BANDS[0][1]
    for (high, easy), (low, hard) in pairwise(_BANDS):
        if index >= low:
            return round(easy + (high - index) / (high - low) * (hard - easy), 1)
    return _BANDS[-1][1]
