"""The words of a paper as the letter check reads them, and the way back to where they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noshow_desk.domain.blocks import BlockKind, Letter, Origin, Run, line_text
from noshow_desk.domain.kinds import PaperKind

_ITEM = "- "
_BETWEEN_BLOCKS, _BETWEEN_LINES = "\n\n", "\n"
# What stands between these is spoken; the first kind that a card holds is that of its language.
_QUOTES = {
    "en": (re.compile(r"“([^“”]+)”|\"([^\"]+)\""),),
    "es": (re.compile(r"«([^«»]+)»"), re.compile(r"“([^“”]+)”|\"([^\"]+)\"")),
}
_ASKS = ('?"', "?”", "?»", "?».")
_HARD_QUESTIONS = 2  # so many questions in one block are asked by the other person


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of one line of a letter: block and line by number, code points in the line, end exclusive."""

    block: int
    line: int
    start: int
    end: int

    def overlaps(self, other: Place) -> bool:
        """Say whether both hold a letter in common."""
        same_line = (self.block, self.line) == (other.block, other.line)
        return same_line and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text to check, with where each stretch of it stands in the letter (`at` counts in the text)."""

    text: str
    stretches: tuple[tuple[int, Place], ...]

    def places(self, start: int, end: int) -> tuple[Place, ...]:
        """Return where the code points `start` to `end` of the text stand in the letter."""
        found = []
        for at, place in self.stretches:
            first, last = max(start, at), min(end, at + place.end - place.start)
            if first < last:
                found.append(
                    Place(place.block, place.line, place.start + first - at, place.start + last - at)
                )
        return tuple(found)


def text_to_check(letter: Letter) -> ReadText:
    """Return the words of a paper that somebody else reads or hears: all of a letter, what a card says."""
    return _spoken(letter) if letter.kind is PaperKind.CALL_CARD else _written(letter)


def runs_at(letter: Letter, place: Place) -> Iterator[Run]:
    """Yield the runs that hold a part of `place`."""
    at = 0
    for run in letter.blocks[place.block].lines[place.line]:
        if at < place.end and at + len(run.text) > place.start:
            yield run
        at += len(run.text)


def missing_runs(letter: Letter) -> Iterator[tuple[Run, Place]]:
    """Yield what is blank in a letter, with its place."""
    for number, block in enumerate(letter.blocks):
        for row, line in enumerate(block.lines):
            at = 0
            for run in line:
                if run.origin is Origin.MISSING:
                    yield run, Place(number, row, at, at + len(run.text))
                at += len(run.text)


def _written(letter: Letter) -> ReadText:
    parts = [letter.subject, _BETWEEN_BLOCKS] if letter.subject else []
    stretches = []
    at = sum(map(len, parts))
    for number, block in enumerate(letter.blocks):
        for row, line in enumerate(block.lines):
            gap = _BETWEEN_LINES if row else _BETWEEN_BLOCKS if number else ""
            before = gap + (_ITEM if block.kind is BlockKind.LIST else "")
            words = line_text(line)
            at += len(before)
            stretches.append((at, Place(number, row, 0, len(words))))
            parts += [before, words]
            at += len(words)
    return ReadText("".join(parts), tuple(stretches))


def _spoken(letter: Letter) -> ReadText:
    """Return what the client says: the quoted words of a card, but for the questions to rehearse."""
    for quotes in _QUOTES.get(letter.language, _QUOTES["en"]):
        places = list(_quoted(letter, quotes))
        if places:
            break
    else:
        return _written(letter)
    parts: list[str] = []
    stretches = []
    at = 0
    for place in places:
        words = line_text(letter.blocks[place.block].lines[place.line])[place.start : place.end]
        stretches.append((at, place))
        parts.append(words)
        at += len(words) + len(_BETWEEN_BLOCKS)
    return ReadText(_BETWEEN_BLOCKS.join(parts), tuple(stretches))


def _quoted(letter: Letter, quotes: re.Pattern[str]) -> Iterator[Place]:
    for number, block in enumerate(letter.blocks):
        said = [line_text(line) for line in block.lines]
        if (
            sum(bool(quotes.search(line)) and line.rstrip().endswith(_ASKS) for line in said)
            >= _HARD_QUESTIONS
        ):
            continue
        for row, line in enumerate(said):
            for hit in quotes.finditer(line):
                group = hit.lastindex or 1
                yield Place(number, row, hit.start(group), hit.end(group))
