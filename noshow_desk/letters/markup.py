"""The tiny markup of papers: empty line, line break, "- " and "**", and nothing else; values stay literal."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from noshow_desk.domain.blocks import Block, BlockKind, Line, Run
from noshow_desk.letters.guard import CLOSE, OPEN, SWALLOW, BlockValue, Held

_GUARD = re.compile(f"{OPEN}(\\d+){CLOSE}")
_SPACES = re.compile("[ \t]+")
_SUBJECT = re.compile(r"\s*(?:Subject|Asunto):[ \t]*(.*)(?:\n|$)")
Piece = str | Held


def blocks_of(text: str, held: Sequence[Held] = ()) -> tuple[Block, ...]:
    """Return `text` as blocks; guards in it stand for `held` values, which never act as markup.

    Without `held` it reads text that was typed by hand in the same markup.
    """
    page = _Page()
    for raw in text.replace(f"{SWALLOW}\n", "").replace(SWALLOW, "").split("\n"):
        _add_line(page, _pieces(raw, held))
    page.flush()
    return tuple(page.blocks)


def split_subject(text: str, held: Sequence[Held]) -> tuple[str, str]:
    """Return the subject of an e-mail, from a first line "Subject: …" or "Asunto: …", and the rest."""
    found = _SUBJECT.match(text.replace(f"{SWALLOW}\n", ""))
    if not found:
        return "", text
    words = "".join(run.text for run in _runs(_pieces(found.group(1), held)))
    return words.strip(), text.replace(f"{SWALLOW}\n", "")[found.end() :]


@dataclass(slots=True)
class _Page:
    """The blocks so far, and the lines of the one being made."""

    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH

    def add(self, kind: BlockKind, line: Line) -> None:
        if self.lines and kind is not self.kind:
            self.flush()
        self.kind = kind
        self.lines.append(line)

    def flush(self) -> None:
        if self.lines:
            self.blocks.append(Block(self.kind, tuple(self.lines)))
        self.lines = []


def _pieces(raw: str, held: Sequence[Held]) -> list[Piece]:
    """Return the stretches of template text and the values of one line, spaces tidied in the text only."""
    parts: list[Piece] = []
    for index, part in enumerate(_GUARD.split(raw)):
        if index % 2:
            parts.append(held[int(part)])
        elif part:
            parts.append(_SPACES.sub(" ", part))
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return [part for part in parts if part != ""]


def _add_line(page: _Page, pieces: list[Piece]) -> None:
    if not pieces:
        page.flush()
        return
    stretch: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Held) and isinstance(piece.value, BlockValue):
            _add_words(page, stretch)
            page.flush()
            page.blocks.append(_block(piece, piece.value))
            stretch = []
        else:
            stretch.append(piece)
    _add_words(page, stretch)


def _add_words(page: _Page, pieces: list[Piece]) -> None:
    if not any(isinstance(piece, Held) or piece.strip() for piece in pieces):
        return
    first = pieces[0]
    if isinstance(first, str) and first.startswith("- "):
        item = _runs([first[2:], *pieces[1:]])
        page.add(BlockKind.LIST, tuple(_on_one_line(run) for run in item))
        return
    for line in _broken(_runs(pieces)):
        page.add(BlockKind.PARAGRAPH, line)


def _block(held: Held, value: BlockValue) -> Block:
    lines = tuple((Run(line, origin=held.origin, field=held.field),) for line in value.lines if line.strip())
    return Block(value.kind, tuple((_on_one_line(line[0]),) for line in lines))


def _runs(pieces: list[Piece]) -> list[Run]:
    """Return the runs of one line; a "**" without a partner stays as it is."""
    left = sum(piece.count("**") for piece in pieces if isinstance(piece, str)) // 2 * 2
    made: list[Run] = []
    bold = False
    for piece in pieces:
        if isinstance(piece, Held):
            text = piece.value if isinstance(piece.value, str) else ""
            made.append(Run(text, bold, piece.origin, piece.field))
            continue
        parts = _one_stop(made, piece).split("**")
        words = parts[0]
        for part in parts[1:]:
            if left == 0:
                words += "**" + part
                continue
            made.append(Run(words, bold))
            bold, left, words = not bold, left - 1, part
        made.append(Run(words, bold))
    return [run for run in made if run.text]


def _one_stop(made: list[Run], words: str) -> str:
    """Return `words` without their first full stop where the value before them has just ended with one.

    "at Harbor Inc." and "a las 9:00 a. m." close a sentence by themselves.
    """
    doubled = made and made[-1].field and made[-1].text.endswith(".")
    return words[1:] if doubled and words.startswith(".") and not words.startswith("..") else words


def _broken(line: list[Run]) -> list[Line]:
    """Return `line` cut where a value holds a line break."""
    lines: list[list[Run]] = [[]]
    for run in line:
        first, *others = run.text.split("\n")
        if first:
            lines[-1].append(Run(first, run.bold, run.origin, run.field))
        for other in others:
            lines.append([Run(other, run.bold, run.origin, run.field)] if other else [])
    return [tuple(part) for part in lines]


def _on_one_line(run: Run) -> Run:
    if "\n" not in run.text:
        return run
    return Run(" ".join(run.text.split("\n")), run.bold, run.origin, run.field)
