"""The subject of a paper that goes by e-mail and was written as a letter."""

from __future__ import annotations

from datetime import date

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import CLIENT_LETTERS, Channel, PaperKind
from noshow_desk.letters.fill import fill_template
from noshow_desk.letters.starters import starter


def email_subject(letter: Letter, facts: CaseFacts, today: date) -> str:
    """Return the subject of `letter`: its own, else the one that the e-mail of this paper has.

    It says which appointment and when, nothing more (PRACTICE section 6). Empty for papers that are no
    letters of the client, and where the appointment has no date.
    """
    if letter.subject or letter.kind not in CLIENT_LETTERS or facts.appointment.starts is None:
        return letter.subject
    variant = "granted" if letter.kind is PaperKind.THANK_YOU else ""
    email = starter(letter.kind, letter.language, Channel.EMAIL, variant)
    return fill_template(email, facts, today=today).subject
