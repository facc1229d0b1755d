"""Syllables of English and Spanish words, for the readability formulas."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Protocol

_ENGLISH_GROUP = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"(?:[^aeiouyl]e|[aeiouy]le|[^aeiouytd]ed|[^aeiouyszcgx]es)$")  # made, while, missed
_HIATUS = re.compile(
    r"(?<=[aeiou][b-df-hj-np-tv-z])ea$|[^cstgx]ia|[^cstg]io(?!u)|[^ct]ie[nt](?!d)|ual"
)  # idea, client, usual
_SPANISH_NUCLEUS = re.compile(r"[iuü]?[aeoáéó][iuy]?|[íú]|[iuü]{1,2}(?:y$)?|y$")


class _Hyphenator(Protocol):
    def positions(self, word: str) -> list[int]: ...


def syllables(word: str, language: str) -> int:
    """Return the number of syllables of one word, at least 1; `language` is "en" or "es"."""
    return _spanish(word.lower()) if language == "es" else _english(word.lower())


@lru_cache(maxsize=4096)
def _english(word: str) -> int:
    """Hyphenation misses "a-ny", vowel groups miss "re-al": the larger count is the right one."""
    groups = len(_ENGLISH_GROUP.findall(word))
    if groups > 1 and _SILENT_END.search(word):
        groups -= 1
    groups += len(_HIATUS.findall(word))
    return max(1, groups, len(_hyphens().positions(word)) + 1)


@lru_cache(maxsize=4096)
def _spanish(word: str) -> int:
    """Spanish spelling tells: a weak vowel without an accent joins its neighbour, others stand alone."""
    bare = re.sub(r"([gq])u([eiéí])", r"\1\2", word.replace("h", ""))
    return max(1, len(_SPANISH_NUCLEUS.findall(bare)))


@cache
def _hyphens() -> _Hyphenator:
    import pyphen  # deferred: 20 ms and a dictionary file that the first window does not need

    made: _Hyphenator = pyphen.Pyphen(lang="en_US", left=2, right=2)
    return made
