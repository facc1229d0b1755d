"""What no line of a paper may end inside of: a box to tick and its words, a time, a telephone, "No. 10"."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HARD = "\u00a0"
_GLUED = (
    re.compile(r"(?<=☐) "),
    re.compile(r"(?<=\d) (?=[AP]M\b|[ap]\. ?m\.)"),
    re.compile(r"(?<=\b[ap]\.) (?=m\.)"),
)
_DASH = r"[ .\u2010-\u2013-]"
# A telephone: "+1 (202) 555-0163 ext. 4", "202 555 0163", "555-0142"; and one of another country.
_PHONES = (
    re.compile(
        rf"(?<![\d-])(?:\+?1{_DASH})?(?:\(\d{{3}}\) ?|\d{{3}}{_DASH})\d{{3}}{_DASH}\d{{4}}(?![\d-])"
        r"(?: ext\. ?\d+)?"
    ),
    re.compile(r"(?<![\d-])\d{3}-\d{4}(?![\d-])"),
    re.compile(r"\+\d{1,3}(?:[ \u2011-]?\(\d+\)(?: ?\d+)?)?(?:[ \u2011-]\d+){2,}"),
)
_PHONE = re.compile("|".join(phone.pattern for phone in _PHONES))
# Other stretches in which every blank holds: "No. 10", "N.º 10".
_LABELS = re.compile(r"(?<=☐\u00a0)[^☐_]{1,40}(?= ☐|$)")  # the words of a box in a row of boxes
_NUMBERS = re.compile(r"\b(?:No\.|N\.?º|[Nn]úm\.) \d")
HYPHEN = "\u2011"  # no line ends behind it


def unbroken(text: str) -> str:
    """Return `text` with hard blanks where a line may not end."""
    for glue in _GLUED:
        text = glue.sub(_HARD, text)
    for whole in (*_PHONES, _NUMBERS, _LABELS):
        text = whole.sub(_held, text)
    return text


def hard_hyphens(text: str) -> str:
    """Return `text` with `HYPHEN` inside telephones: Word and LibreOffice end lines behind any other."""
    for phone in _PHONES:
        text = phone.sub(_hyphened, text)
    return text


def telephones(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of `text`, each with whether it is a telephone."""
    end = 0
    for hit in _PHONE.finditer(text):
        if hit.start() > end:
            yield text[end : hit.start()], False
        yield hit.group(), True
        end = hit.end()
    if end < len(text):
        yield text[end:], False


def _held(hit: re.Match[str]) -> str:
    return hit.group().replace(" ", _HARD)


def _hyphened(hit: re.Match[str]) -> str:
    return hit.group().replace("-", HYPHEN)
