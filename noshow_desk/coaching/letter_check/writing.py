"""Splits the writing of a pattern (`patterns`) into its parts: words, and brackets with rows of parts."""

from __future__ import annotations

import re
from typing import NamedTuple

from noshow_desk.i18n import N_

MOST_DEPTH = 6
NOT = "!"
OR = re.compile(r"\|(?![^{]*\})")
_PARTS = re.compile(r"[()\[\]/]|(?:\{[^}]*\}|[^\s()\[\]/])+")
_SIGNS = frozenset("()[]/")
_CLOSED_BY = {"(": ")", "[": "]", NOT: ")"}


class PatternFault(ValueError):
    """A pattern that cannot be read; the text says what is wrong, as a message id with `word`."""

    def __init__(self, message: str, word: str) -> None:
        super().__init__(message)
        self.message = message
        self.word = word


class Group(NamedTuple):
    """A bracket: `mark` is "(", "[" or "!" (for "!( … )"), `rows` are what it chooses from."""

    mark: str
    rows: list[Parts]


Parts = list[str | Group]


def parts_of(source: str) -> Parts:
    """Return the parts of a pattern, as they are written. Raises PatternFault for brackets that do not fit.

    In a bracket without "/", "|" divides as "/" does: ( a b|c d ).
    """
    rows: list[Parts] = [[]]
    outside: list[tuple[str, list[Parts]]] = []
    for part in _PARTS.findall(source):
        if part not in _SIGNS:
            rows[-1].append(part)
        elif part in _CLOSED_BY:
            outside.append((_opening(part, rows[-1]), rows))
            rows = [[]]
            if len(outside) > MOST_DEPTH:
                raise PatternFault(N_("“{word}” is nested too deeply"), source)
        elif part == "/" and outside:
            rows.append([])
        else:
            if not outside or part != _CLOSED_BY[outside[-1][0]]:
                raise PatternFault(N_("“{word}” closes nothing"), part)
            mark, before = outside.pop()
            before[-1].append(Group(mark, rows if len(rows) > 1 else _divided(rows[0])))
            rows = before
    if outside:
        raise PatternFault(N_("“{word}” is not closed"), outside[-1][0])
    return rows[0]


def _opening(part: str, row: Parts) -> str:
    """Return the mark of a bracket that opens after `row`; a "!" at its end belongs to it."""
    return str(row.pop()) if part == "(" and row and row[-1] == NOT else part


def _divided(row: Parts) -> list[Parts]:
    """Return what stands inside a bracket without "/", divided at each "|" of its own."""
    rows: list[Parts] = [[]]
    for part in row:
        if isinstance(part, Group):
            rows[-1].append(Group(_opening(part.mark, rows[-1]), part.rows))
            continue
        if "|" not in part or part.startswith(NOT):
            rows[-1].append(part)
            continue
        first, *others = OR.split(part) if "{" in part else part.split("|")
        rows[-1] += [first] if first else []
        rows += [[one] if one else [] for one in others]
    return rows
