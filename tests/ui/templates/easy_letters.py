"""Letters with frames of every sort for the tests of the Easy view, and under what each word stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count

from hypothesis import strategies as st

from noshow_desk.letters.easy import End, ForEach, OnlyIf, Otherwise, Words, pieces_of, source_of

_FRAMES = ("if", "for")
# What a line, and a letter, may be made of: in no frame, in one, in two.
_WORDS = (("word", "field", *_FRAMES), ("word", "field", *_FRAMES), ("word", "field"))
_LINES = (("line", "empty", *_FRAMES), ("line", "empty", *_FRAMES), ("line", "empty"))


def conditions(source: str) -> dict[str, tuple[str, ...]]:
    """Return under which conditions each word of `source` stands, outer ones first."""
    around: list[str] = []
    found: dict[str, tuple[str, ...]] = {}
    for piece in pieces_of(source):
        match piece:
            case OnlyIf(name) | ForEach(name):
                around.append(name)
            case Otherwise():
                around[-1] = f"not {around[-1]}"
            case End():
                around.pop()
            case Words(text):
                found.update({word: tuple(around) for word in re.findall(r"\w+", text)})
            case _:
                pass
    return found


def numbered(source: str) -> str:
    """Return a letter with other words: none is in it twice, and none is part of another."""
    numbers = count(1)

    def word(_found: re.Match[str]) -> str:
        return f"w{next(numbers):03}"

    pieces = pieces_of(source)
    return source_of(
        [Words(re.sub(r"\w+", word, one.text)) if isinstance(one, Words) else one for one in pieces]
    )


@st.composite
def letters(draw: st.DrawFn) -> str:
    """Return the text of a letter; no word and no condition is in it twice, and none is part of another."""
    return "\n".join(_lines(draw, count(1), 0))


def _lines(draw: st.DrawFn, numbers: Iterator[int], depth: int) -> list[str]:
    """Return lines, and frames on lines of their own."""
    said: list[str] = []
    for kind in draw(st.lists(st.sampled_from(_LINES[depth]), min_size=1, max_size=3)):
        if kind in _FRAMES:
            said += _frame(draw, numbers, kind, partial(_lines, draw, numbers, depth + 1))
        else:
            said += [""] if kind == "empty" else _one_line(draw, numbers, depth)
    return said


def _one_line(draw: st.DrawFn, numbers: Iterator[int], depth: int) -> list[str]:
    """Return a line of words, fields, and frames inside it."""
    said: list[str] = []
    for kind in draw(st.lists(st.sampled_from(_WORDS[depth]), min_size=1, max_size=3)):
        if kind in _FRAMES:
            said.append("".join(_frame(draw, numbers, kind, partial(_one_line, draw, numbers, depth + 1))))
        else:
            said.append("{{ new.date }}" if kind == "field" else f"w{next(numbers):03}")
    return [" ".join(said)]


def _frame(draw: st.DrawFn, numbers: Iterator[int], kind: str, inside: Callable[[], list[str]]) -> list[str]:
    """Return a frame around what `inside` says."""
    name = f"incident.q{next(numbers):03}"
    head = f"{{% if {name} %}}" if kind == "if" else f"{{% for row in {name} %}}"
    otherwise = ["{% else %}", *inside()] if draw(st.booleans()) else []
    return [head, *inside(), *otherwise, f"{{% end{kind} %}}"]
