"""The pieces of a pattern. Each takes the places where it may begin and returns where it may end.

Places are the bits of a number (`line.Line`). A piece sees all of them at once, so the work for a pattern
grows with the number of its pieces and never explodes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from noshow_desk.coaching.letter_check.line import Line, each_place

_Row = tuple["Node", ...]


class Node(Protocol):
    """A piece of a pattern."""

    def ends(self, line: Line, begins: int) -> int:
        """Return where the piece may end when it begins at one of `begins`."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """One word of `exact`, or one that begins or ends in a certain way."""

    exact: frozenset[str]
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()

    def has(self, word: str) -> bool:
        """Say whether `word` fits."""
        return word in self.exact or word.startswith(self.beginnings) or word.endswith(self.endings)

    def ends(self, line: Line, begins: int) -> int:
        """Return the place after each word that fits."""
        places = line.known.get(id(self))
        if places is None:
            places = line.known[id(self)] = self._places(line)
        return (begins & places) << 1

    def _places(self, line: Line) -> int:
        if not self.beginnings and not self.endings:
            return line.places_of(self.exact)
        found = 0
        for word, places in line.at.items():
            if self.has(word):
                found |= places
        return found


@dataclass(frozen=True, slots=True)
class AnyWord:
    """Any one word; no pause."""

    def ends(self, line: Line, begins: int) -> int:
        """Return the place after each word."""
        return (begins & line.spoken) << 1


@dataclass(frozen=True, slots=True)
class Number:
    """A number in digits."""

    def ends(self, line: Line, begins: int) -> int:
        """Return the place after each number."""
        return (begins & line.numbers) << 1


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `most` words, across pauses or not."""

    most: int
    across: bool

    def ends(self, line: Line, begins: int) -> int:
        """Return every place that can be reached."""
        passable = line.every if self.across else line.spoken
        found = begins
        for _word in range(self.most):
            further = found | (found & passable) << 1
            if further == found:
                break
            found = further
        return found


@dataclass(frozen=True, slots=True)
class ClauseStart:
    """The beginning of a clause."""

    def ends(self, line: Line, begins: int) -> int:
        """Return the places at which a clause begins."""
        return begins & line.clause_starts


@dataclass(frozen=True, slots=True)
class ClauseEnd:
    """The end of a clause."""

    def ends(self, line: Line, begins: int) -> int:
        """Return the places at which a clause ends."""
        return begins & line.clause_ends


@dataclass(frozen=True, slots=True)
class Not:
    """Something that must not follow."""

    choice: Choice

    def ends(self, line: Line, begins: int) -> int:
        """Return the places at which it does not."""
        choice = self.choice
        if not (choice.by_word or choice.others or choice.optional):
            return begins & ~line.places_of(choice.single)  # single words: no need to look place by place
        if not choice.ends(line, begins):
            return begins
        return sum(1 << place for place in each_place(begins) if not choice.ends(line, 1 << place))


@dataclass(slots=True, eq=False)
class Choice:
    """One of several rows of pieces, or nothing at all when `optional`.

    Rows that begin with plain words are kept by their first word, so that hundreds cost one look-up.
    """

    optional: bool = False
    single: set[str] = field(default_factory=set)
    by_word: dict[str, list[_Row]] = field(default_factory=dict)
    others: list[_Row] = field(default_factory=list)

    def add(self, row: _Row) -> None:
        """Add a row of pieces."""
        first = row[0] if row else None
        if not isinstance(first, Words) or first.beginnings or first.endings:
            self.others.append(row)
        elif len(row) == 1:
            self.single |= first.exact
        else:
            for word in first.exact:
                self.by_word.setdefault(word, []).append(row[1:])

    def ends(self, line: Line, begins: int) -> int:
        """Return where any of the rows may end."""
        known = line.known.get(id(self))
        if known is None:
            known = line.known[id(self)] = self._in_line(line)
        single, rows = known
        found: int = (begins & single) << 1 | (begins if self.optional else 0)
        for places, row in rows:
            there = begins & places
            if there:
                found |= ends_of(row, line, there << 1)
        for row in self.others:
            found |= ends_of(row, line, begins)
        return found

    def _in_line(self, line: Line) -> tuple[int, list[tuple[int, _Row]]]:
        """Return where the single words stand, and the rows whose first word is there, with its places."""
        at, by_word = line.at, self.by_word
        rows = [(at[word], row) for word in at if word in by_word for row in by_word[word]] if by_word else []
        return line.places_of(self.single), rows


def ends_of(row: Iterable[Node], line: Line, begins: int) -> int:
    """Return where a row of pieces may end."""
    places = begins
    for node in row:
        places = node.ends(line, places)
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
