"""Splits the writing of a pattern (`patterns`) into its parts."""

from __future__ import annotations

import re

OR = re.compile(r"\|(?![^{]*\})")
_PARTS = re.compile(r"[()\[\]/]|(?:\{[^}]*\}|[^\s()\[\]/])+")


def parts_of(source: str) -> list[str]:
    """Return the parts of a pattern. In a bracket without "/", "|" divides as "/" does: ( a b|c d )."""
    found: list[str] = []
    opened: list[int] = []
    for part in _PARTS.findall(source):
        found.append(part)
        if part in ("(", "["):
            opened.append(len(found))
        elif part in (")", "]") and opened:
            first = opened.pop()
            found[first:-1] = _divided(found[first:-1])
    return found


def _divided(inner: list[str]) -> list[str]:
    """Return the parts inside a bracket with "/" for each "|" of its own, unless it has "/" already."""
    depth, made = 0, list[str]()
    for part in inner:
        depth += (part in ("(", "[")) - (part in (")", "]"))
        if part == "/" and depth == 0:
            return inner
        made.extend(_split(part) if depth == 0 else [part])
    return made


def _split(word: str) -> list[str]:
    if word.startswith("!"):
        return [word]
    made: list[str] = []
    for number, one in enumerate(OR.split(word)):
        made.extend(["/"] if number else [])
        made.extend([one] if one else [])
    return made
