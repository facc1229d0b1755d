"""A paper as an e-mail draft that the mail program opens for sending; it names no sender and no program.

A letter that goes by e-mail leaves its postal addresses behind, also where one is blank: nobody needs them
there, and mails are passed on. It leaves the date at its head, too: the mail bears that of its sending.
"""

from __future__ import annotations

import re
from dataclasses import replace

from noshow_desk.domain.blocks import Block, BlockKind, Letter, line_text
from noshow_desk.domain.kinds import CLIENT_LETTERS
from noshow_desk.export.html import letter_page
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.txt import plain_text
from noshow_desk.export.words import one_line
from noshow_desk.i18n import N_, translate

LEFT_OUT = N_("An e-mail has no postal address and no date at its head. The letter’s were left out.")

_OURS = N_("Our appointment")
_TODAY, _ADDRESS_FIELD = "today", "address"
_MOST_WORDS = 8  # of a line with the date, and perhaps a place: "Bayside, March 3, 2026"
# Plain addresses only: anything odder is left to the mail program, where the person types it.
_ADDRESS = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+", re.ASCII
)


def write(letter: Letter, options: PaperOptions) -> bytes:
    """Return `letter` as an unsent message (X-Unsent: 1) with a text and an HTML part."""
    from email.message import EmailMessage  # deferred: 30 ms that the first window does not need
    from email.policy import SMTP

    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    if _ADDRESS.fullmatch(options.to.strip()):
        message["To"] = options.to.strip()
    message["Subject"] = one_line(letter.subject or options.subject or _neutral(letter))
    letter = as_email(letter)
    message.set_content(plain_text(letter, options, with_subject=False), cte="quoted-printable")
    message.add_alternative(
        letter_page(letter, options, with_subject=False), subtype="html", cte="quoted-printable"
    )
    return message.as_bytes()


def as_email(letter: Letter) -> Letter:
    """Return `letter` without what only a sheet of paper needs: postal addresses, the date at its head."""
    kept = [block for block in letter.blocks if not _is_address(block)]
    if kept and _is_date(kept[0]):
        kept = kept[1:]
    return letter if len(kept) == len(letter.blocks) else replace(letter, blocks=tuple(kept))


def _is_address(block: Block) -> bool:
    """Say whether a block is an address, or the name of one in brackets where nobody knows it."""
    runs = [run for line in block.lines for run in line if run.text.strip()]
    return block.kind is BlockKind.ADDRESS or (
        bool(runs) and all(run.field.endswith(_ADDRESS_FIELD) for run in runs)
    )


def _is_date(block: Block) -> bool:
    """Say whether a block is the line that dates a letter."""
    if len(block.lines) != 1 or not any(run.field == _TODAY for run in block.lines[0]):
        return False
    text = line_text(block.lines[0]).strip()
    return not text.endswith(".") and len(text.split()) <= _MOST_WORDS


def _neutral(letter: Letter) -> str:
    """Return a subject that gives nothing away; the title of a client's letter would be an odd one."""
    return translate(_OURS, letter.language) if letter.kind in CLIENT_LETTERS else letter.title
