"""Folded text: what is left of a name when accents, case and punctuation do not matter.

The search index and the search box fold with the same functions, so that what is typed meets what is kept.
The driver lends them to SQL, where the triggers that keep the index call them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

import msgspec

LONGEST_TOKEN = 40
_MOST_DIGITS = 20

_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼʹ`´"))
# Letters that Unicode does not take apart, as people without them on the keyboard type them.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ħ": "h"}
)


class _Folded(dict[int, str]):
    """What is left of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        opened = unicodedata.normalize("NFKD", chr(code)).casefold()
        plain = unicodedata.normalize("NFKD", opened).casefold().translate(_PLAIN)
        self[code] = "".join(_kept(character) for character in plain)
        return self[code]


_FOLDED = _Folded()


def fold(text: str) -> str:
    """Return `text` in small letters without accents; everything but letters, digits and signs is a blank."""
    return " ".join(text.translate(_FOLDED).split())


def name_order(last_name: str, first_name: str) -> str:
    """Return what a person is listed by: folded last name, then first name; a tab sorts before any letter."""
    names = [fold(name.translate(_APOSTROPHES)) for name in (last_name, first_name)]
    return "\t".join(name for name in names if name)


def tokens(text: str) -> list[str]:
    """Return the folded words of `text`, each at most 40 characters long."""
    return [word[:LONGEST_TOKEN] for word in fold(text).split()]


def digits(text: str) -> str:
    """Return the digits of `text` as 0 to 9, whatever script they are written in."""
    found = "".join(filter(str.isdecimal, text))
    return found if found.isascii() else "".join(str(unicodedata.decimal(character)) for character in found)


def index_words(kind: str, texts: str, phones: str) -> str:
    """Return what the index holds for one record: words and ends of phone numbers, each behind `kind`.

    `texts` and `phones` are JSON lists (of strings, or of objects with a `number`). Every end of a number is
    a word of its own, so that a search by the beginning of words finds any part of a number.
    """
    found = dict.fromkeys(_spellings(" ".join(_strings(msgspec.json.decode(texts)))))
    for phone in _strings(msgspec.json.decode(phones)):
        number = digits(phone)[-_MOST_DIGITS:]
        found.update(dict.fromkeys(number[start:] for start in range(len(number))))
    return " ".join([kind + word for word in found if word])


def _spellings(text: str) -> list[str]:
    """Return each word, "O'Brien" and "Garcia-Lopez" also in one piece, and "0042" also as 42."""
    words = tokens(text)
    words += [word.lstrip("0") or "0" for word in words if word[0] == "0" and word.isdigit()]
    return words + [
        fold(word).replace(" ", "")[:LONGEST_TOKEN] for word in text.split() if not word.isalnum()
    ]


def _strings(value: object) -> list[str]:
    """Return the texts in plain data, of an object its `number`."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [str(value.get("number", ""))]
    return [text for item in value for text in _strings(item)] if isinstance(value, Iterable) else []


def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Mn":
        return ""
    return character if category[0] in "LN" or category in {"Mc", "So"} else " "
