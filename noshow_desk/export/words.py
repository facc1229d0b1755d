"""Words that writers add to a paper or share between formats, and the cleaning that all of them need."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Line, line_text
from noshow_desk.i18n import N_, Message

DRAFT = N_("DRAFT")
DRAFT_REASON = N_("DRAFT. Not final yet: every sentence has to be checked and confirmed as true.")
PAGE_OF = N_("Page {page} of {pages}")  # at the foot of a paper of two pages and more
_SUBJECT = N_("Subject: {subject}")
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))
# From the first letter of the right to the last one that no letter of the left parts from it.
_STRETCH = re.compile("r(?:[^l]*r)?m*")
_APART, _APART_ENDS = "\u2068", "\u2069"  # first strong isolate, pop directional isolate
_LEFT_TO_RIGHT = "\u200e"  # left-to-right mark
_STRONG = {"L": "l", "EN": "n"}


def draft_words(language: str) -> str:
    """Return the one big word behind the text of a draft."""
    return Message(DRAFT).say(language)


def draft_line(language: str) -> str:
    """Return the line that a draft begins with."""
    return Message(DRAFT_REASON).say(language)


def subject_line(letter: Letter) -> str:
    """Return "Subject: …" for a letter that has one, else an empty text."""
    return Message(_SUBJECT, {"subject": letter.subject}).say(letter.language) if letter.subject else ""


def printable(text: str) -> str:
    """Return `text` without what no file format may hold: control characters and halves of characters."""
    if text.isprintable():  # nearly always, and a batch of letters takes an eighth less time
        return text
    return "".join(character for character in text if character == "\t" or not _unwritable(character))


def one_line(text: str) -> str:
    """Return `text` on one line, for a title, a subject or a cell."""
    return " ".join(printable(text.replace("\n", " ").replace("\r", " ")).split())


def runs_right_to_left(text: str) -> bool:
    """Say whether `text` holds Hebrew, Arabic or another script that runs from the right."""
    return any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of `text`, each with whether it is words that run from the right."""
    end = 0
    if runs_right_to_left(text):
        for found in _STRETCH.finditer("".join(map(_direction, text))):
            if found.start() > end:
                yield text[end : found.start()], False
            yield text[found.start() : found.end()], True
            end = found.end()
    if end < len(text):
        yield text[end:], False


def kept_apart(text: str) -> str:
    """Return `text` with marks that nobody sees around words from the right: without them a number behind an
    Arabic name would be laid out before it, its parts exchanged.
    """
    parts = by_direction(text)
    return "".join(f"{_APART}{part}{_APART_ENDS}" if from_right else part for part, from_right in parts)


def numbers_apart(text: str, before: str = "") -> str:
    """Return `text`, which goes on from `before`, with a mark that nobody sees between words from the right
    and a number behind them, for programs that know no other: else 555-0142 behind an Arabic name becomes
    0142-555.
    """
    if (before + text).isascii() or not runs_right_to_left(before + text):
        return text
    last, made = _strong(before[::-1]), []
    for part, from_right in by_direction(text):
        first = _strong(part)
        made.append(_LEFT_TO_RIGHT + part if first == "n" and last == "r" and not from_right else part)
        last = _strong(part[::-1]) or last
    return "".join(made)


def without_marks(text: str) -> str:
    """Return what `kept_apart` was given."""
    return text.replace(_APART, "").replace(_APART_ENDS, "")


def is_heading(block: Block) -> bool:
    """Say whether `block` is how a template writes a heading: one line, all of it bold."""
    return block.kind is BlockKind.PARAGRAPH and len(block.lines) == 1 and _all_bold(block.lines[0])


def _strong(text: str) -> str:
    """Return what comes first in `text`: a letter from the left "l", one from the right "r", a number "n"."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((_STRONG.get(kind, "r") for kind in kinds if kind in _STRONG or kind in _RIGHT_TO_LEFT), "")


def _direction(character: str) -> str:
    kind = unicodedata.bidirectional(character)
    return "r" if kind in _RIGHT_TO_LEFT else {"L": "l", "NSM": "m"}.get(kind, "-")


def _all_bold(line: Line) -> bool:
    return bool(line_text(line).strip()) and all(run.bold or not run.text.strip() for run in line)


def _unwritable(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in "\ufffe\uffff"
