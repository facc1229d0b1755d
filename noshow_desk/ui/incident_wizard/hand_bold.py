"""Bold in words changed by hand: what was bold stays so around what was typed, and **stars** make bold.

Two pairs of stars are read as they were typed, whatever other stars stand in their line: 2 ** 3 are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from noshow_desk.domain.blocks import Block, Line, Origin, Run

STARS = "**"
_STARRED = re.compile(r"(?<!\*)\*\*(?![\s*])([^*\n]*[^\s*])\*\*(?!\*)")
_MORE_WORDS = 4  # than there were, and it is another sentence
_WORDS = re.compile(r"(?:\w+|[^\w\s])[^\S\n]*|\s")


def typed_lines(block: Block, text: str, field: str = "") -> tuple[Line, ...]:
    """Return the lines of `text`, typed over `block`, as own words, bold where it was or is said."""
    bare, starred = _read(text)
    bold = [one or other for one, other in zip(starred, _carried(block, bare), strict=True)]
    return tuple(tuple(_runs(line, heavy, field)) for line, heavy in _lines(bare, bold))


def with_stars(block: Block, text: str) -> str:
    """Return `text`, which takes the place of what `block` says, with stars around what is bold in it."""
    rows = (_runs(line, bold, "") for line, bold in _lines(text, _carried(block, text)))
    return "\n".join("".join(map(_starred, row)) for row in rows)


def _starred(run: Run) -> str:
    return f"{STARS}{run.text}{STARS}" if run.bold and run.text.strip() == run.text else run.text


def _lines(text: str, bold: Sequence[bool]) -> Iterator[tuple[str, Sequence[bool]]]:
    at = 0
    for line in text.split("\n"):
        yield line, bold[at : at + len(line)]
        at += len(line) + 1


def _runs(line: str, bold: Sequence[bool], field: str) -> Iterator[Run]:
    """Yield the runs of one line; an empty line is one run."""
    if not line:
        yield Run("", origin=Origin.OWN_WORDS, field=field)
    at = 0
    for heavy, group in groupby(bold):
        end = at + len(list(group))
        yield Run(line[at:end], heavy, Origin.OWN_WORDS, field)
        at = end


def _read(text: str) -> tuple[str, list[bool]]:
    """Return `text` without the stars that make bold, and for each letter whether they do."""
    bare, bold, end = "", list[bool](), 0
    for hit in _STARRED.finditer(text):
        for words, heavy in ((text[end : hit.start()], False), (hit[1], True)):
            bare += words
            bold += [heavy] * len(words)
        end = hit.end()
    return bare + text[end:], bold + [False] * (len(text) - end)


def _carried(block: Block, text: str) -> list[bool]:
    """Return for each letter of `text` whether it is bold by what `block` said there: the same words, and
    others in the place of bold ones, or between two.
    """
    before = [(run.text, run.bold) for line in block.lines for run in (*line, Run("\n"))][:-1]
    if not any(heavy for _words, heavy in before):
        return [False] * len(text)
    heavy = [bold for words, bold in before for _letter in words]
    old, new = _WORDS.findall("".join(words for words, _bold in before)), _WORDS.findall(text)
    starts = [0]
    for word in old:
        starts.append(starts[-1] + len(word))
    found: list[bool] = []
    for how, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        at, there = starts[first], heavy[starts[first] : starts[last]]
        if how == "equal":
            found += there
        else:
            whole = there or (heavy[at - 1 : at + 1] if 0 < at < len(heavy) else [False])
            few = end - start <= last - first + _MORE_WORDS
            found += [few and all(whole)] * sum(map(len, new[start:end]))
    return found
