"""A part of a text that was put in the place of another: followed while somebody types, and put back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import takewhile
from operator import eq


@dataclass(frozen=True, slots=True)
class Stretch:
    """`words` stand at `start` of a text where `before` stood; both may be empty."""

    start: int
    words: str
    before: str

    @property
    def end(self) -> int:
        """Return where the words end."""
        return self.start + len(self.words)


def between(before: str, after: str, put: str = "") -> Stretch:
    """Return the one stretch that makes `after` of `before`: all else is the same in both.

    Where it lies within `put`, the words that were put there, it is the whole of them.
    """
    start = _alike(before, after)
    rest, other = before[start:], after[start:]
    same = _alike(rest[::-1], other[::-1])
    end = len(after) - same
    first = after.find(put, max(end - len(put), 0))
    if 0 <= first <= start and end <= first + len(put):
        start, same = first, len(after) - first - len(put)
    return Stretch(start, after[start : len(after) - same], before[start : len(before) - same])


def followed(stretch: Stretch, before: str, after: str) -> Stretch | None:
    """Return `stretch` of the text `before` where it stands in `after`; None once somebody typed in it.

    Where nothing was put in the place of words, typing exactly there counts as typing in it.
    """
    typed = between(before, after)
    gone = typed.start + len(typed.before)
    if gone <= stretch.start and (stretch.words or gone < stretch.start):
        return replace(stretch, start=stretch.start + len(typed.words) - len(typed.before))
    if typed.start >= stretch.end and (stretch.words or typed.start > stretch.end):
        return stretch
    return None


def put_back(stretch: Stretch, text: str) -> str:
    """Return `text` with what stood there before in the place of the stretch; all else stays."""
    return text[: stretch.start] + stretch.before + text[stretch.end :]


def _alike(one: str, other: str) -> int:
    """Return with how many of the same letters both begin."""
    return sum(takewhile(bool, map(eq, one, other)))
