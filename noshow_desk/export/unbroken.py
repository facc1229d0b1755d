"""What no line of a paper may end inside of: a box to tick and its words, a time, a telephone, "No. 10"."""

from __future__ import annotations

import re

_HARD = "\u00a0"
_GLUED = (
    re.compile(r"(?<=☐) "),
    re.compile(r"(?<=\d) (?=[AP]M\b|[ap]\. ?m\.)"),
    re.compile(r"(?<=\b[ap]\.) (?=m\.)"),
)
_DASH = r"[ .\u2010-\u2013-]"
# Stretches in which every blank holds. "+1 (202) 555-0163 ext. 4", "202 555 0163"; "No. 10", "N.º 10".
_WHOLE = (
    re.compile(
        rf"(?<!\d)(?:\+?1{_DASH})?(?:\(\d{{3}}\) ?|\d{{3}}{_DASH})\d{{3}}{_DASH}\d{{4}}(?!\d)(?: ext\. ?\d+)?"
    ),
    re.compile(r"\b(?:No\.|N\.?º|[Nn]úm\.) \d"),
)


def unbroken(text: str) -> str:
    """Return `text` with hard blanks where a line may not end."""
    for glue in _GLUED:
        text = glue.sub(_HARD, text)
    for whole in _WHOLE:
        text = whole.sub(_held, text)
    return text


def _held(hit: re.Match[str]) -> str:
    return hit.group().replace(" ", _HARD)
