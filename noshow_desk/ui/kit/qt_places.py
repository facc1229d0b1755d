"""Places in a text as Qt counts them: it counts UTF-16, where letters beyond U+FFFF (an emoji) are two."""

from __future__ import annotations

_CODE = "utf-16-le"


def qt_length(text: str) -> int:
    """Return how long `text` is for Qt."""
    return len(_coded(text)) // 2


def in_qt(text: str, at: int) -> int:
    """Return where the place `at` of `text` is for Qt."""
    return qt_length(text[:at])


def between(text: str, start: int, end: int) -> str:
    """Return what stands between two places of Qt in `text`; places before its start count as its start."""
    return _coded(text)[2 * max(start, 0) : 2 * max(end, 0)].decode(_CODE, "surrogatepass")


def _coded(text: str) -> bytes:
    return text.encode(_CODE, "surrogatepass")
