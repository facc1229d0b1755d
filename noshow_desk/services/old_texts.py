"""Which texts the record has left, and what it says instead of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_SIGNED = frozenset({"client.full_name", "client.signature"})  # first name, last name: word by word

Values = Mapping[str, tuple[str, ...]]  # by field: its texts, in the order of the letter


@dataclass(frozen=True, slots=True)
class Old:
    """A text that was the record's; `now` is what it says instead, "" for nothing or when unclear."""

    text: str
    now: str


def olds(then: Values, now: Values) -> Iterator[Old]:
    """Yield what fields said `then` and do not say `now`, the longest first: a full name goes before its
    parts.
    """
    found: dict[str, str] = {}
    for name, texts in then.items():
        if name not in now:
            continue
        new = now[name]
        for at, text in enumerate(texts):
            if text in new or len(text) < 2:
                continue
            instead = new[at % len(new)] if new and len(texts) % len(new) == 0 else ""
            for old, other in [*_line_by_line(text, instead), *_word_by_word(name, text, instead)]:
                found[old] = found.get(old) or other
    others = {old: other for old, other in found.items() if other}
    for text in [text for text in found if text not in others]:
        found.setdefault(_renamed(text, others), "")
    for text in sorted(found, key=len, reverse=True):
        yield Old(text, found[text])


def _renamed(text: str, others: Mapping[str, str]) -> str:
    """Return `text`, which is gone, as it stands once the names in it were put right."""
    olds = "|".join(re.escape(old) for old in sorted(others, key=len, reverse=True))
    return re.sub(rf"(?<!\w)(?:{olds})(?!\w)", lambda hit: others[hit.group()], text) if olds else text


def _line_by_line(text: str, instead: str) -> list[tuple[str, str]]:
    """Return the lines that are others by now; the whole first when there are not as many."""
    old, new = text.split("\n"), instead.split("\n")
    if len(old) == len(new):
        return [pair for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
    return [(text, instead), *((line, "") for line in old if line not in new)]


def _word_by_word(name: str, text: str, instead: str) -> list[tuple[str, str]]:
    old, new = text.split(), instead.split()
    if name not in _SIGNED or len(old) != len(new):
        return []
    return [(one, other) for one, other in zip(old, new, strict=True) if one not in new and len(one) > 1]
