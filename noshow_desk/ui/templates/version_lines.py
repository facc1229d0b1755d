"""What changed between two versions of a template, line by line, in the words of the Easy view."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from noshow_desk.i18n import _
from noshow_desk.letters.easy import End, Field, ForEach, OnlyIf, Otherwise, Piece, Words, pieces_of, written
from noshow_desk.letters.easy_bold import styled
from noshow_desk.letters.filters import FILTERS
from noshow_desk.ui.templates.easy_words import pill_words


class Fate(StrEnum):
    """What became of a line."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line: words, or the name of a field or frame (`pill`); `changed` where the line that
    stood in its place before or after has others.
    """

    text: str
    pill: bool = False
    bold: bool = False
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it is shown, `depth` frames deep."""

    fate: Fate
    depth: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Return the line without its pills' looks."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class _Written:
    """A line of one version: its spelling, and its pieces with their words."""

    spelling: str = ""
    depth: int = 0
    parts: list[tuple[Piece, str]] = field(default_factory=list)


def changed_lines(old: str, new: str) -> list[Line]:
    """Return the lines of both texts in order: kept, taken away, added.

    Raises NotEasy when one of them holds what only the Code view shows.
    """
    before, after = list(_lines(pieces_of(old))), list(_lines(pieces_of(new)))
    fates = list(_fates(before, after))
    gone, added = (_plain(fates, fate) for fate in (Fate.GONE, Fate.NEW))
    # A field that is only written another way reads the same: then the way is told, too.
    return [
        Line(fate, one.depth, _runs(one, ways=fate is not Fate.SAME and _read(one) in gone & added))
        for fate, one in fates
    ]


def _fates(before: Sequence[_Written], after: Sequence[_Written]) -> Iterator[tuple[Fate, _Written]]:
    olds, news = iter(before), iter(after)
    for row in difflib.ndiff([one.spelling for one in before], [one.spelling for one in after]):
        if row.startswith("- "):
            yield Fate.GONE, next(olds)
        elif row.startswith("+ "):
            yield Fate.NEW, next(news)
        elif row.startswith("  "):
            next(olds)
            yield Fate.SAME, next(news)


def _lines(pieces: Sequence[Piece]) -> Iterator[_Written]:
    """Yield the lines of a version."""
    rows: dict[str, str] = {}
    frames: list[str] = []
    line = _Written()
    for piece in pieces:
        first, *others = piece.text.split("\n") if isinstance(piece, Words) else [""]
        if isinstance(piece, ForEach):
            rows[piece.row] = piece.name
        words = first if isinstance(piece, Words) else _words(piece, rows, frames)
        line.parts.append((piece, words))
        line.spelling += first if isinstance(piece, Words) else written(piece)
        line.depth = min(line.depth, len(frames) - isinstance(piece, Otherwise))
        for more in others:
            yield line
            line = _Written(more, len(frames), [(piece, more)])
    yield line


def _words(piece: Piece, rows: dict[str, str], frames: list[str]) -> str:
    """Return what a piece is called; the end of a frame says of which."""
    words = pill_words(piece, rows)
    match piece:
        case OnlyIf() | ForEach():
            frames.append(words)
        case Otherwise():
            return _("Otherwise (“{frame}” is not so)").format(frame=frames[-1])
        case End():
            return _("End of “{frame}”").format(frame=frames.pop())
    return words


def _plain(fates: Sequence[tuple[Fate, _Written]], fate: Fate) -> set[str]:
    return {_read(one) for its, one in fates if its is fate}


def _read(one: _Written) -> str:
    return "".join(words for _piece, words in one.parts)


def _runs(one: _Written, *, ways: bool) -> tuple[Run, ...]:
    names = iter([(piece, words) for piece, words in one.parts if not isinstance(piece, Words)])
    plain = [Words(words) if isinstance(piece, Words) else piece for piece, words in one.parts]
    runs = []
    for piece, bold in styled(plain):
        if isinstance(piece, Words):
            said = piece.text
        else:
            named, said = next(names)
            said = _with_ways(named, said) if ways and isinstance(named, Field) else said
        if said:
            runs.append(Run(said, not isinstance(piece, Words), bold))
    return tuple(runs)


def _with_ways(piece: Field, words: str) -> str:
    labels = {row.name: _(row.label) for row in FILTERS}
    said = [labels.get(way.name, way.name) for way in piece.ways] or [_("As it is")]
    return f"{words} ({', '.join(said)})"
