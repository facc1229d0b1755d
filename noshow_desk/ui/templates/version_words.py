"""Which words differ between a line that was taken away and the one in its place."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from noshow_desk.ui.templates.version_lines import Fate, Line, Run

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.3  # below it two lines have little more in common than blanks: then the whole line is the change


def with_marks(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` with the words marked that a line and the one in its place do not share."""
    marked = list(lines)
    for at, (old, new) in enumerate(pairwise(lines)):
        if old.fate is Fate.GONE and new.fate is Fate.NEW:
            marked[at], marked[at + 1] = _marked(old, new)
    return marked


def code_lines(old: str, new: str) -> list[Line]:
    """Return what became of the code of `old`, line by line."""
    fates = {"- ": Fate.GONE, "+ ": Fate.NEW, "  ": Fate.SAME}
    rows = difflib.ndiff(old.splitlines(), new.splitlines())
    return [Line(fates[row[:2]], 0, (Run(row[2:]),)) for row in rows if row[:2] in fates]


def changed_words(line: Line) -> str:
    """Return the marked words of a line, with dots where others stand between; "" where none is marked."""
    parts = ("".join(run.text for run in runs) for changed, runs in _by_change(line) if changed)
    return " … ".join(part.strip() for part in parts if part.strip())


def _by_change(line: Line) -> Iterator[tuple[bool, list[Run]]]:
    for changed, runs in groupby(line.runs, _is_changed):
        yield changed, list(runs)


def _is_changed(run: Run) -> bool:
    return run.changed


def _marked(old: Line, new: Line) -> tuple[Line, Line]:
    before, after = list(_tokens(old)), list(_tokens(new))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    shared = [before[block.a + n] for block in matcher.get_matching_blocks() for n in range(block.size)]
    if 2 * _count(shared) < _ALIKE * (_count(before) + _count(after)):
        return old, new
    gone: set[int] = set()
    added: set[int] = set()
    for kind, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if kind != "equal":
            gone.update(range(a_from, a_to))
            added.update(range(b_from, b_to))
    gone, added = _without_edges(before, gone), _without_edges(after, added)
    return replace(old, runs=_joined(before, gone)), replace(new, runs=_joined(after, added))


def _without_edges(tokens: Sequence[Run], changed: set[int]) -> set[int]:
    """Return the places that changed, less blanks beside a word that stayed; blanks alone are kept."""
    inner = {at for at in changed if tokens[at].text.strip() or {at - 1, at + 1} <= changed}
    return inner or changed


def _count(tokens: Sequence[Run]) -> int:
    """Return how many of the tokens are words, signs or fields."""
    return sum(1 for one in tokens if one.text.strip())


def _tokens(line: Line) -> Iterator[Run]:
    """Yield the words, signs and blanks of a line, a field as one."""
    for run in line.runs:
        if run.pill:
            yield run
        else:
            yield from (replace(run, text=word) for word in _WORDS.findall(run.text))


def _joined(tokens: Sequence[Run], changed: set[int]) -> tuple[Run, ...]:
    """Return the tokens as runs again, those at `changed` marked."""
    runs: list[Run] = []
    for at, token in enumerate(tokens):
        marked = replace(token, changed=at in changed)
        last = runs[-1] if runs else None
        if last is not None and not marked.pill and replace(last, text="") == replace(marked, text=""):
            runs[-1] = replace(last, text=last.text + marked.text)
        else:
            runs.append(marked)
    return tuple(runs)
