"""Names for files that leave: nothing in them that a system misreads or that tells a stranger whom
they are about.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date

from noshow_desk.domain.client import Client
from noshow_desk.domain.formats import FORMATS
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.paper import PAPER_TITLES
from noshow_desk.i18n import translate

MOST_BYTES = 110
_ROOM_FOR_COUNTER = 8  # " (99999)"
_FORBIDDEN = set('<>:"/\\|?*')
_KNOWN_SUFFIXES = frozenset(
    {row.suffix for row in FORMATS} | {".doc", ".htm", ".odt", ".rtf", ".ics", ".toml"}
)
_RESERVED = {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"} | {
    f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"
}


def paper_file_name(kind: PaperKind, client: Client, day: date, suffix: str, language: str = "en") -> str:
    """Return the name of a paper's file: "thank-you-note-MR-2026-03-10.pdf". `suffix` begins with its dot."""
    title = translate(PAPER_TITLES[kind], language).lower()
    parts = [title, initials(client), day.isoformat()]
    return safe_file_name(" ".join(part for part in parts if part).replace(" ", "-"), suffix)


def summary_file_name(client: Client, day: date, suffix: str, language: str) -> str:
    """Return the name of a case summary's file in its `language`: "case-summary-MR-2026-03-10.pdf"."""
    return paper_file_name(PaperKind.SUMMARY, client, day, suffix, language)


def initials(client: Client) -> str:
    """Return the first letters of first and last name, two at most; empty when the names hold no letter."""
    firsts = (_first_letter(name) for name in (client.first_name, client.last_name))
    return "".join(firsts).upper()


def safe_file_name(text: str, suffix: str = "") -> str:
    """Return `text` as a file name that every system takes, with `suffix`, in at most 110 bytes of UTF-8.

    No path, no reserved name, no control, bidi or zero-width character, no leading dot or dash; never empty.
    """
    plain = unicodedata.normalize("NFKC", text)
    name = "".join(_safe(character) for character in plain)
    name = " ".join(name.split()).lstrip(".-_ ")
    name = _cut(name, MOST_BYTES - _ROOM_FOR_COUNTER - len(suffix.encode())).rstrip(". -_")
    if name.split(".")[0].rstrip().upper() in _RESERVED:
        name = f"file-{name}"
    return (name or "file") + suffix


def typed_file_name(text: str, suffixes: Sequence[str]) -> str:
    """Return the file name `text` that a person typed without what cannot be seen in it (control, bidi and
    zero-width characters), ending in one of `suffixes`, the first of which is that of what is written.

    The suffix of another format gives way to it; it is put behind anything else.
    """
    seen = "".join(character for character in text if not unicodedata.category(character).startswith("C"))
    name = seen.strip()
    if not suffixes or name.lower().endswith(tuple(suffixes)):
        return name or "file"
    stem, dot, last = name.rpartition(".")
    other = bool(stem) and dot + last.lower() in _KNOWN_SUFFIXES
    return (stem if other else name.rstrip(".") or "file") + suffixes[0]


def numbered(name: str, number: int) -> str:
    """Return `name` with a counter before its last suffix: "letter (2).pdf"."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem} ({number}).{suffix}" if dot and stem else f"{name} ({number})"


def _first_letter(name: str) -> str:
    letters = (character for character in unicodedata.normalize("NFC", name) if character.isalpha())
    return next(letters, "")


def _safe(character: str) -> str:
    if character in _FORBIDDEN:
        return "-"
    kind = unicodedata.category(character)
    if kind in {"Zs", "Zl", "Zp"} or character in "\t\n\r":
        return " "
    return "" if kind.startswith("C") else character


def _cut(text: str, most: int) -> str:
    """Return the beginning of `text` that fits into `most` bytes, never half a character or a bare
    accent's base.
    """
    if len(text.encode()) <= most:
        return text
    short = text.encode()[:most].decode(errors="ignore")
    while short and unicodedata.combining(text[len(short)]):
        short = short[:-1]
    return short
