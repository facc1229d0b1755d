"""What no line of a paper may end inside of: a box to tick and its words, "10:00 a. m."."""

from __future__ import annotations

import re

_HARD = "\u00a0"
_GLUED = (
    re.compile(r"(?<=☐) "),
    re.compile(r"(?<=\d) (?=[AP]M\b|[ap]\. ?m\.)"),
    re.compile(r"(?<=\b[ap]\.) (?=m\.)"),
)


def unbroken(text: str) -> str:
    """Return `text` with hard blanks where a line may not end."""
    for glue in _GLUED:
        text = glue.sub(_HARD, text)
    return text
