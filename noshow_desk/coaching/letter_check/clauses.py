"""Finds the clause around some words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from noshow_desk.coaching.letter_check.line import PAUSES
from noshow_desk.coaching.letter_check.tokens import Sentence


def clause_of(sentence: Sentence, first: int, last: int, words: frozenset[str]) -> tuple[int, int]:
    """Return the tokens from the beginning to the end of the clause(s) that hold tokens `first` to `last`.

    A clause ends at a comma or the like, and before one of `words` ("but", "because", or two: "and i").
    """
    keys = sentence.words
    while first > 0 and keys[first - 1] not in PAUSES and not _begins_clause(keys, first, words):
        first -= 1
    while last < len(keys) and keys[last] not in PAUSES and not _begins_clause(keys, last, words):
        last += 1
    return first, last


def _begins_clause(keys: Sequence[str], place: int, words: frozenset[str]) -> bool:
    return keys[place] in words or " ".join(keys[place : place + 2]) in words
