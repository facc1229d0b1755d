"""Every e-mail that is shipped, as Python's own e-mail reader sees it: two parts, accents, no agency."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest

from noshow_desk.domain.blocks import Block, BlockKind, Run, line_text, runs, to_text
from noshow_desk.domain.interviewer import Interviewer, Organisation
from noshow_desk.domain.kinds import Channel, PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.export import eml
from noshow_desk.export.options import PaperOptions
from noshow_desk.i18n import full_date
from noshow_desk.letters.fill import fill_template
from noshow_desk.letters.sample import SAMPLE_TODAY
from noshow_desk.letters.starters import starters
from tests.export.samples import letter
from tests.letters.cases import BASE, complete

EMAILS = [template for template in starters() if template.channel is Channel.EMAIL]
OFFICE = BASE.caseworker


def message_of(content: bytes) -> EmailMessage:
    """Return the message in the bytes of an .eml file."""
    made = message_from_bytes(content, policy=default)
    assert isinstance(made, EmailMessage)
    return made


@pytest.mark.parametrize("template", EMAILS, ids=[template.id for template in EMAILS])
def test_an_email_names_no_agency_and_has_both_parts(template: Template) -> None:
    paper = fill_template(template, complete(template.language, template.kind), today=SAMPLE_TODAY)
    made = message_of(eml.write(paper, PaperOptions(to="rosa@bayside.example")))
    assert made["X-Unsent"] == "1" and made["From"] is None
    assert made["Subject"] == paper.subject and paper.subject
    parts = [made.get_body((kind,)) for kind in ("plain", "html")]
    told = [part.get_content() for part in parts if part is not None]
    assert len(told) == 2 and all("Alvarez" in text for text in told)
    everything = "\n".join([*told, *(f"{key}: {value}" for key, value in made.items())])
    never = [OFFICE.office_name, "7 Mill Lane", OFFICE.phone, OFFICE.email, OFFICE.title, "NoShow"]
    if template.kind is not PaperKind.COURTESY:  # that one is the caseworker's own
        never.append(OFFICE.name.split()[0])
    assert [word for word in never if word in everything] == []


@pytest.mark.parametrize(("language", "neutral"), [("en", "Our appointment"), ("es", "Nuestra cita")])
def test_the_name_of_a_letter_is_never_its_subject(language: str, neutral: str) -> None:
    paper = letter(subject="", language=language)
    assert message_of(eml.write(paper, PaperOptions(subject="Our day")))["Subject"] == "Our day"
    assert message_of(eml.write(paper, PaperOptions()))["Subject"] == neutral


@pytest.mark.parametrize("subject", ["Nuestra cita del sábado", "¿Otro día? — Ñandú", "面接", "aé" * 150])
def test_a_subject_keeps_its_accents_and_the_file_is_ascii(subject: str) -> None:
    content = eml.write(letter(subject=subject), PaperOptions())
    assert message_of(content)["Subject"] == subject
    assert content.isascii()


LETTERS = [template for template in starters() if template.channel is Channel.LETTER]


@pytest.mark.parametrize("template", LETTERS, ids=[template.id for template in LETTERS])
def test_a_letter_sent_as_an_email_bears_no_postal_address(template: Template) -> None:
    paper = fill_template(template, complete(template.language, template.kind), today=SAMPLE_TODAY)
    assert sum(block.kind is BlockKind.ADDRESS for block in paper.blocks) == 2
    made = message_of(eml.write(paper, PaperOptions(to="rosa@bayside.example")))
    for kind in ("plain", "html"):
        part = made.get_body((kind,))
        assert part is not None
        told = part.get_content()
        assert "Alvarez" in told
        for block in paper.blocks:
            if block.kind is BlockKind.ADDRESS:
                assert line_text(block.lines[-1]) not in told


@pytest.mark.parametrize("template", LETTERS, ids=[template.id for template in LETTERS])
def test_a_letter_sent_as_an_email_has_no_date_at_its_head_and_no_blank_for_an_address(
    template: Template,
) -> None:
    case = complete(template.language, template.kind)
    nowhere = replace(case, interviewer=Interviewer(), organisation=Organisation())
    paper = fill_template(template, nowhere, today=SAMPLE_TODAY)
    (blank,) = (run.text for run in runs(paper) if run.field == "interviewer.address")
    assert blank.startswith("[")
    made = message_of(eml.write(paper, PaperOptions()))
    told = [part.get_content().strip() for part in map(made.get_body, (("plain",), ("html",))) if part]
    assert len(told) == 2
    for text in told:
        assert full_date(SAMPLE_TODAY, template.language) not in text and blank not in text
    greeting = eml.as_email(paper).blocks[0].lines[0]
    assert told[0].startswith(line_text(greeting)) and line_text(greeting).endswith((",", ":"))


def test_a_day_in_the_words_of_an_email_stays() -> None:
    today = Run("March 3, 2026", field="today")
    head = Block(BlockKind.PARAGRAPH, ((Run("Bayside, "), today),))
    said = Block(BlockKind.PARAGRAPH, ((Run("Today is "), today, Run(".")),))
    mail = letter(blocks=(head, said, head))
    assert eml.as_email(mail).blocks == (said, head)
    first = letter(blocks=(said, head))
    assert eml.as_email(first) is first


@pytest.mark.parametrize("template", EMAILS, ids=[template.id for template in EMAILS])
def test_a_shipped_email_is_one_already(template: Template) -> None:
    paper = fill_template(template, complete(template.language, template.kind), today=SAMPLE_TODAY)
    assert eml.as_email(paper) is paper


@pytest.mark.parametrize("template", EMAILS, ids=[template.id for template in EMAILS])
def test_an_email_gives_a_telephone_number_once(template: Template) -> None:
    paper = fill_template(template, complete(template.language, template.kind), today=SAMPLE_TODAY)
    assert to_text(paper).count("555-0142") <= 1
