"""Words that writers add to a paper or share between formats, and the cleaning that all of them need."""

from __future__ import annotations

import unicodedata

from noshow_desk.domain.blocks import Block, BlockKind, Letter, Line, line_text
from noshow_desk.i18n import N_, Message

DRAFT = N_("DRAFT")
DRAFT_REASON = N_("DRAFT. Not final yet: every sentence has to be checked and confirmed as true.")
_SUBJECT = N_("Subject: {subject}")
_RIGHT_TO_LEFT = frozenset(("R", "AL", "AN"))


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


def is_heading(block: Block) -> bool:
    """Say whether `block` is how a template writes a heading: one line, all of it bold."""
    return block.kind is BlockKind.PARAGRAPH and len(block.lines) == 1 and _all_bold(block.lines[0])


def _all_bold(line: Line) -> bool:
    return bool(line_text(line).strip()) and all(run.bold or not run.text.strip() for run in line)


def _unwritable(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") or character in "\ufffe\uffff"
