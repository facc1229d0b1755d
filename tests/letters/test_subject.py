"""A letter that goes by e-mail has the subject that this paper's e-mail has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noshow_desk.domain.kinds import CLIENT_LETTERS, Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.letters.fill import fill_template
from noshow_desk.letters.sample import SAMPLE_TODAY
from noshow_desk.letters.starters import starter, starters
from noshow_desk.letters.subject import email_subject
from tests.letters.cases import complete

LETTERS = [one for one in starters() if one.channel is Channel.LETTER and one.kind in CLIENT_LETTERS]
SUBJECTS = {"en": "Our interview on Tuesday, March 10", "es": "Nuestra entrevista del martes 10 de marzo"}


@pytest.mark.parametrize("template", LETTERS, ids=[one.id for one in LETTERS])
def test_a_letter_says_which_appointment_and_nothing_more(template: Template) -> None:
    facts = complete(template.language, template.kind)
    made = fill_template(template, facts, today=SAMPLE_TODAY)
    assert made.subject == ""
    assert email_subject(made, facts, SAMPLE_TODAY) == SUBJECTS[template.language]
    undated = replace(facts, appointment=replace(facts.appointment, starts=None))
    assert email_subject(made, undated, SAMPLE_TODAY) == ""


def test_an_email_keeps_its_own_subject_and_a_card_has_none() -> None:
    facts = complete("en", PaperKind.APOLOGY)
    email = fill_template(starter(PaperKind.APOLOGY, "en", Channel.EMAIL), facts, today=SAMPLE_TODAY)
    assert email_subject(replace(email, subject="Mine"), facts, SAMPLE_TODAY) == "Mine"
    card = fill_template(starter(PaperKind.CALL_CARD, "en", Channel.CALL), facts, today=SAMPLE_TODAY)
    assert email_subject(card, facts, SAMPLE_TODAY) == ""
