"""The words of made-up papers that were sent: filled from the facts of their day, as a real one was."""

from __future__ import annotations

from dataclasses import replace

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.blocks import Letter, letter_to_json
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.channel_rule import choose_channel
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.interviewer import Organisation
from noshow_desk.domain.kinds import Channel
from noshow_desk.domain.paper import Paper
from noshow_desk.services.desk import Desk
from noshow_desk.services.made_up_case import MadeUpCase
from noshow_desk.services.paper_text import language_of

HOW = {Channel.LETTER: "printed", Channel.EMAIL: "email"}  # all else is handed over


def worded(desk: Desk, case: MadeUpCase, paper: Paper, house: Organisation, consent: Consent) -> Paper:
    """Return a sent paper of `case` as it left: its way by the rule, its words, and its bytes.

    Its `template_version_id` is the id of the shipped template it was filled from. A draft stays as it is.
    """
    if paper.sent_at is None:
        return paper
    # deferred: loads Jinja, 50 ms, and reads the template files
    from noshow_desk.letters.fill import fill_template
    from noshow_desk.letters.starters import fitting

    facts = _facts(desk, case, house, consent)
    day, rules = case.local(paper.sent_at).date(), desk.rules
    chosen = choose_channel(facts, day, rules.mail_days, rules.holidays)
    language = language_of(desk, facts, paper.kind)
    template = fitting(facts, paper.kind, language, chosen.channel, day)
    letter = fill_template(template, facts, today=day)
    by_mail = chosen.channel is Channel.EMAIL
    return replace(
        paper,
        language=language,
        channel=chosen.channel,
        channel_reason=chosen.why.say(),
        template_version_id=template.id,
        blocks_json=letter_to_json(letter),
        frozen=_message(letter, case.person.email) if by_mail else _text(letter),
        frozen_format="eml" if by_mail else "txt",
        sent_how=HOW.get(chosen.channel, "hand"),
    )


def _facts(desk: Desk, case: MadeUpCase, house: Organisation, consent: Consent) -> CaseFacts:
    """Return what was known when the paper was written: of the new date not yet what became of it."""
    missed, later = case.appointments[0], case.appointments[1:]
    return CaseFacts(
        incident=case.incident,
        appointment=missed,
        client=case.client,
        interviewer=case.person,
        organisation=house,
        consent=consent,
        caseworker=desk.caseworker,
        new_appointment=_still_ahead(later[0]) if later else None,
    )


def _still_ahead(appointment: Appointment) -> Appointment:
    return replace(appointment, outcome=None, outcome_at=None)


def _text(letter: Letter) -> bytes:
    from noshow_desk.export import txt  # deferred: only where something was sent
    from noshow_desk.export.options import DEFAULT_OPTIONS

    return txt.write(letter, DEFAULT_OPTIONS)


def _message(letter: Letter, to: str) -> bytes:
    from noshow_desk.export import eml  # deferred: loads the library for messages
    from noshow_desk.export.options import PaperOptions

    return eml.write(letter, PaperOptions(to=to))
