"""The pieces of a pattern. Each takes the places where it may begin and returns where it may end.

Places are indexes of words in a sentence. A piece sees every place once, so the work for a pattern grows with
the length of the sentence and never explodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

PAUSES = frozenset(",?")
Places = set[int]


class Node(Protocol):
    """A piece of a pattern."""

    def ends(self, words: Sequence[str], begins: Places) -> Places:
        """Return where the piece may end when it begins at one of `begins`."""


@dataclass(frozen=True, slots=True)
class Words:
    """One word of `exact`, or one that begins or ends in a certain way."""

    exact: frozenset[str]
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    def has(self, word: str) -> bool:
        """Say whether `word` fits."""
        return word in self.exact or word.startswith(self.beginnings) or word.endswith(self.endings)

    def ends(self, words: Sequence[str], begins: Places) -> Places:
        """Return the place after each word that fits."""
        last = len(words)
        if not self.beginnings and not self.endings:
            return {place + 1 for place in begins if place < last and words[place] in self.exact}
        return {place + 1 for place in begins if place < last and self.has(words[place])}


@dataclass(frozen=True, slots=True)
class AnyWord:
    """Any one word; no pause."""

    def ends(self, words: Sequence[str], begins: Places) -> Places:
        """Return the place after each word."""
        return {place + 1 for place in begins if place < len(words) and words[place] not in PAUSES}


@dataclass(frozen=True, slots=True)
class Number:
    """A number in digits."""

    def ends(self, words: Sequence[str], begins: Places) -> Places:
        """Return the place after each number."""
        return {place + 1 for place in begins if place < len(words) and words[place][0].isdigit()}


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words, across pauses or not."""

    most: int
    across: bool

    def ends(self, words: Sequence[str], begins: Places) -> Places:
        """Return every place that can be reached."""
        found = set(begins)
        for begin in begins:
            for place in range(begin, min(begin + self.most, len(words))):
                if not self.across and words[place] in PAUSES:
                    break
                found.add(place + 1)
        return found


@dataclass(frozen=True, slots=True)
class ClauseStart:
    """The beginning of a clause."""

    def ends(self, words: Sequence[str], begins: Places) -> Places:
        """Return the places at which a clause begins."""
        return {place for place in begins if place == 0 or words[place - 1] in PAUSES}


@dataclass(frozen=True, slots=True)
class ClauseEnd:
    """The end of a clause."""

    def ends(self, words: Sequence[str], begins: Places) -> Places:
        """Return the places at which a clause ends."""
        return {place for place in begins if place >= len(words) or words[place] in PAUSES}


@dataclass(frozen=True, slots=True)
class Not:
    """Something that must not follow."""

    choice: Choice

    def ends(self, words: Sequence[str], begins: Places) -> Places:
        """Return the places at which it does not."""
        return {place for place in begins if not self.choice.ends(words, {place})}


@dataclass(slots=True)
class Choice:
    """One of several rows of pieces, or nothing at all when `optional`.

    Rows that begin with plain words are kept by their first word, so that hundreds cost one look-up.
    """

    optional: bool = False
    single: set[str] = field(default_factory=set)
    by_word: dict[str, list[tuple[Node, ...]]] = field(default_factory=dict)
    others: list[tuple[Node, ...]] = field(default_factory=list)

    def add(self, row: tuple[Node, ...]) -> None:
        """Add a row of pieces."""
        first = row[0] if row else None
        if not isinstance(first, Words) or first.beginnings or first.endings:
            self.others.append(row)
        elif len(row) == 1:
            self.single |= first.exact
        else:
            for word in first.exact:
                self.by_word.setdefault(word, []).append(row[1:])

    def ends(self, words: Sequence[str], begins: Places) -> Places:
        """Return where any of the rows may end."""
        found = set(begins) if self.optional else set()
        for place in begins:
            word = words[place] if place < len(words) else ""
            if word in self.single:
                found.add(place + 1)
            for row in self.by_word.get(word, ()):
                found |= ends_of(row, words, {place + 1})
        for row in self.others:
            found |= ends_of(row, words, begins)
        return found


def ends_of(row: Iterable[Node], words: Sequence[str], begins: Places) -> Places:
    """Return where a row of pieces may end."""
    places = begins
    for node in row:
        places = node.ends(words, places)
        if not places:
            break
    return places


def first_words(node: Node) -> frozenset[str] | None:
    """Return every word that a piece can begin with; None when a list cannot tell."""
    if isinstance(node, Words) and not node.beginnings and not node.endings:
        return node.exact
    if not isinstance(node, Choice) or node.optional:
        return None
    found = set(node.single) | set(node.by_word)
    for row in node.others:
        own = first_words(row[0]) if row else None
        if own is None:
            return None
        found |= own
    return frozenset(found)
