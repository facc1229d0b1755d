"""Spell check in the language of the paper: says which words no dictionary knows, and what may be meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

from noshow_desk.paths import resource

DICTIONARIES = {"en": "en_US", "es": "es"}
MOST_SUGGESTIONS = 7
LONGEST_WORD = 40  # nothing longer is a word; the dictionary's search grows with the length
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NO_WORDS = re.compile(r"\S*[@/\\]\S*|\S*\w\.\w\S*|\S*\d\S*|\{[{%#].*?[}%#]\}|\[[^\]\n]*\]")
_OPENING = " \t\"'“”«»¿¡(*-"  # may stand between the end of a sentence and the next word
_TITLES = ("ms", "mr", "mrs", "dr", "sr", "sra", "srta", "dra", "st", "ave", "prof")


class _Hunspell(Protocol):
    def spell(self, word: str) -> bool: ...
    def suggest(self, word: str) -> tuple[str, ...]: ...
    def add(self, word: str) -> int: ...


@dataclass(frozen=True, slots=True)
class Misspelt:
    """One unknown word: `start` and `end` are code points in the text, the end exclusive."""

    start: int
    end: int
    word: str


class Speller:
    """Checks the words of one language; made by `speller`."""

    def __init__(self, dictionary: _Hunspell) -> None:
        self._dictionary = dictionary

    def misspelt(self, text: str, known: frozenset[str] = frozenset()) -> Iterator[Misspelt]:
        """Yield the words of `text` that are not in the dictionary and not among the `known` ones, which
        `words_in` returned.

        Left alone: names (a capital inside a sentence, or all capitals), addresses of any kind, what holds a
        digit, fields of a template and blanks in brackets.
        """
        for found in _WORD.finditer(_NO_WORDS.sub(_blanked, text)):
            word = found.group().replace("’", "'")
            name = word[0].isupper() and not _begins_sentence(
                text[max(found.start() - 12, 0) : found.start()]
            )
            if name or (word.isupper() and len(word) > 1) or is_known(word, known):
                continue
            if len(word) > LONGEST_WORD or not self._knows(word):
                yield Misspelt(found.start(), found.end(), found.group())

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return words that may be meant, the likeliest first; takes up to 0.3 s."""
        if len(word) > LONGEST_WORD:
            return ()
        return tuple(self._dictionary.suggest(word))[:MOST_SUGGESTIONS]

    def _knows(self, word: str) -> bool:
        return self._dictionary.spell(word) or (word[0].isupper() and self._dictionary.spell(word.lower()))


def words_in(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of `texts`, without case, to be known to `misspelt`."""
    return frozenset(_plain(word) for text in texts for word in _WORD.findall(text))


def is_known(word: str, known: frozenset[str]) -> bool:
    """Say whether `word`, or what it belongs to ("Bayside's"), is among the `known` ones of `words_in`."""
    plain = _plain(word)
    return plain in known or plain.removesuffix("'s") in known


def one_word(text: str) -> str:
    """Return `text` as one word that a spell check can be asked about; "" when it is none."""
    word = text.strip().replace("’", "'")
    return word if len(word) <= LONGEST_WORD and _WORD.fullmatch(word) else ""


def _plain(word: str) -> str:
    return word.replace("’", "'").casefold()


def _begins_sentence(before: str) -> bool:
    """Say whether the next word begins a sentence; `before` are the letters just before it."""
    end = before.rstrip(_OPENING)
    if not end or end[-1] != ".":
        return not end or end[-1] in "!?:…\n"
    return not end[:-1].casefold().endswith(_TITLES)


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found.group())


@cache
def speller(language: str) -> Speller | None:
    """Return the speller of "en" or "es"; None for other languages, or where none is installed.

    The first call for a language reads its dictionary: 0.1 to 0.2 s.
    """
    name = DICTIONARIES.get(language)
    if name is None:
        return None
    try:
        import hunspell  # deferred: 25 ms, only once something is written
    except ImportError:  # the app works without it
        return None
    folder = Path(str(resource("dictionaries")))
    dictionary: _Hunspell = hunspell.Hunspell(name, hunspell_data_dir=str(folder))
    for word in (folder / f"{name}_more.txt").read_text(encoding="utf-8").split():
        dictionary.add(word)
    return Speller(dictionary)
