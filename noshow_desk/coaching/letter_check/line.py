"""The words of a sentence or clause as patterns look at them: places as the bits of a whole number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

PAUSES = frozenset(",?")
FEW = 4  # words of a set: fewer are looked up faster one by one


class Line:
    """A row of words. Bit p of a number stands for the place before word p; sets of places are such numbers.

    `known` keeps what pieces of patterns have found out about this row, by piece. A word that was typed with
    an accent stands in `at` twice: without, and as it was typed.
    """

    __slots__ = ("at", "every", "known", "numbers", "spoken", "words")

    def __init__(self, words: Sequence[str], typed: Iterable[tuple[int, str]] = ()) -> None:
        self.words = words
        self.at: dict[str, int] = {}
        bit, paused, numbers = 1, 0, 0
        for word in words:
            self.at[word] = self.at.get(word, 0) | bit
            if word[0].isdigit():
                numbers |= bit
            bit <<= 1
        for place, word in typed:
            self.at[word] = self.at.get(word, 0) | 1 << place
        for word in PAUSES:
            paused |= self.at.get(word, 0)
        self.every = bit - 1  # places before a word
        self.spoken = self.every & ~paused  # places before a word that is no pause
        self.numbers = numbers
        self.known: dict[int, Any] = {}

    @property
    def clause_starts(self) -> int:
        """Return the places at which a clause begins: the first, and those after a pause."""
        return 1 | (self.every & ~self.spoken) << 1

    @property
    def clause_ends(self) -> int:
        """Return the places at which a clause ends: the last, and those before a pause."""
        return (self.every + 1) | (self.every & ~self.spoken)

    def places_of(self, words: frozenset[str] | set[str]) -> int:
        """Return the places before each of `words`."""
        at, found = self.at, 0
        there = at.keys() & words if len(words) < FEW else words.intersection(at)
        for word in there:
            found |= at[word]
        return found


def as_line(words: Sequence[str] | Line) -> Line:
    """Return `words` as a Line."""
    return words if isinstance(words, Line) else Line(words)


def each_place(places: int) -> Iterator[int]:
    """Yield the numbers of the places, from left to right."""
    while places:
        low = places & -places
        yield low.bit_length() - 1
        places ^= low


def first_place(places: int) -> int:
    """Return the number of the first of some places."""
    return (places & -places).bit_length() - 1


def last_place(places: int) -> int:
    """Return the number of the last of some places."""
    return places.bit_length() - 1
