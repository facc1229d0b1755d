"""Cells of a table file: none of them starts a formula, and phone numbers come back as they were."""

from __future__ import annotations

import unicodedata

_STARTS = frozenset("=+-@|%")
_GUARD = "'"
_MOST_EXACT_DIGITS = 11  # longer numbers are shown as 1.23E+11


def guarded(text: str) -> str:
    """Return `text` for a cell: what a spreadsheet would calculate or shorten begins with an apostrophe.

    Blanks in front and full-width forms do not hide a formula. A text that begins with an apostrophe gets
    one more, so that `unguarded` gives back any text.
    """
    seen = unicodedata.normalize("NFKC", text)
    first = "".join(character for character in seen if not _passed_over(character))[:1]
    if (
        text.startswith(_GUARD)
        or (first in _STARTS and first)
        or text[:1] in ("\t", "\r", "\n")
        or _loses_digits(seen)
    ):
        return _GUARD + text
    return text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` made `cell` from."""
    return cell[1:] if cell.startswith(_GUARD) else cell


def _passed_over(character: str) -> bool:
    """Say whether a spreadsheet may skip `character` in front: blanks, controls, invisible ones, quotes."""
    return (
        character in "\"'"
        or character.isspace()
        or unicodedata.category(character) in ("Cc", "Cf", "Zs", "Mn")
    )


def _loses_digits(text: str) -> bool:
    digits = text.strip()
    return digits.isdecimal() and (len(digits) > _MOST_EXACT_DIGITS or (len(digits) > 1 and digits[0] == "0"))
