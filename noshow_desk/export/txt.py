"""A paper as plain text, for a chat window or a screen reader."""

from __future__ import annotations

from noshow_desk.domain.blocks import Letter, to_text
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.words import draft_line, printable, subject_line


def write(letter: Letter, options: PaperOptions) -> bytes:
    """Return `letter` as UTF-8 text; the subject of an e-mail is its first line."""
    return plain_text(letter, options, with_subject=True).encode()


def plain_text(letter: Letter, options: PaperOptions, *, with_subject: bool) -> str:
    """Return `letter` as text that ends with a line break."""
    first = [draft_line(letter.language)] if options.draft else []
    if with_subject and letter.subject:
        first.append(subject_line(letter))
    lines = "\n\n".join([*first, to_text(letter)]).split("\n")
    return "\n".join(printable(line) for line in lines).strip("\n") + "\n"
