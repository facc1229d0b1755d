"""A paper as an e-mail draft that the mail program opens for sending; it names no sender and no program.

A letter that goes by e-mail leaves its postal addresses behind: nobody needs them there, and mails are
passed on.
"""

from __future__ import annotations

import re
from dataclasses import replace

from noshow_desk.domain.blocks import BlockKind, Letter
from noshow_desk.domain.kinds import CLIENT_LETTERS
from noshow_desk.export.html import letter_page
from noshow_desk.export.options import PaperOptions
from noshow_desk.export.txt import plain_text
from noshow_desk.export.words import one_line
from noshow_desk.i18n import N_, translate

_OURS = N_("Our appointment")
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
    letter = _without_addresses(letter)
    message.set_content(plain_text(letter, options, with_subject=False), cte="quoted-printable")
    message.add_alternative(
        letter_page(letter, options, with_subject=False), subtype="html", cte="quoted-printable"
    )
    return message.as_bytes()


def _without_addresses(letter: Letter) -> Letter:
    kept = (block for block in letter.blocks if block.kind is not BlockKind.ADDRESS)
    return replace(letter, blocks=tuple(kept))


def _neutral(letter: Letter) -> str:
    """Return a subject that gives nothing away; the title of a client's letter would be an odd one."""
    return translate(_OURS, letter.language) if letter.kind in CLIENT_LETTERS else letter.title
