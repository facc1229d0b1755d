"""Section 6: the agency, the product and the computer's user stand nowhere in a client's paper.

Every client's paper, in every format and language, is written with an agency and a user whose words occur
nowhere else, and is then searched as other programs see it: text, properties, headers, packed parts.
"""

from __future__ import annotations

import getpass
import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
from docx import Document
from PySide6.QtWidgets import QApplication

from noshow_desk.domain.blocks import Letter, has_address, to_text
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.client import Caseworker
from noshow_desk.domain.consent import Consent
from noshow_desk.domain.file_names import paper_file_name
from noshow_desk.domain.formats import FORMATS
from noshow_desk.domain.kinds import ConsentLevel, PaperKind, Who
from noshow_desk.domain.paper import PAPERS
from noshow_desk.domain.template import Template
from noshow_desk.export.ics import calendar_file
from noshow_desk.export.options import PaperOptions
from noshow_desk.letters.fill import fill, fill_template
from noshow_desk.letters.sample import SAMPLE_INPUTS, SAMPLE_TODAY, sample_facts
from noshow_desk.letters.starters import starters
from noshow_desk.printing.batch import printouts
from noshow_desk.printing.envelope import lay_out_envelope
from noshow_desk.printing.fonts import load_fonts
from noshow_desk.printing.pdf import write_pdf
from noshow_desk.printing.printer import new_printer
from noshow_desk.printing.printout import lay_out
from noshow_desk.printing.writers import write_paper
from tests.tools.hidden import all_words

AGENCY = Caseworker(
    name="Dana Quixworth",
    title="Zebulon counselor",
    office_name="Zephyrhouse Reentry",
    office_address="77 Quillon Way\nZanesport, CA 90909",
    phone="555-0991",
    email="dana@zephyrhouse.example",
)
OF_AGENCY = ("quixworth", "zebulon", "zephyrhouse", "quillon", "zanesport", "555-0991")
USER, HOST = "ozuseracct", "ozhostname"
OF_MACHINE = (USER, HOST, "noshow", "no-show desk", "pyside", "qt 6", "python", "libreoffice")
HEADERS = {"x-unsent", "to", "subject", "mime-version", "content-type", "content-transfer-encoding"}

CLIENTS_OWN = {row.kind for row in PAPERS if row.voice is not Who.CASEWORKER}
CLIENTS_PAPERS = [one for one in starters() if one.kind in CLIENTS_OWN]
PAPER_FORMATS = [row.key for row in FORMATS if row.papers]
DAY = timedelta(days=1)

# Consent that does not let the agency be named on the day of printing.
NO_CONSENT = {
    "not asked": Consent(),
    "may call": Consent(level=ConsentLevel.CALL_WITHOUT_AGENCY),
    "no contact": Consent(level=ConsentLevel.NO_CONTACT),
    "ran out yesterday": Consent(level=ConsentLevel.MAY_NAME_AGENCY, until=SAMPLE_TODAY - DAY),
    "revoked today": Consent(level=ConsentLevel.MAY_NAME_AGENCY, revoked_on=SAMPLE_TODAY),
    "ran out and revoked": Consent(
        level=ConsentLevel.MAY_NAME_AGENCY, until=SAMPLE_TODAY - DAY, revoked_on=SAMPLE_TODAY - DAY
    ),
}
EVERY_FIELD = (
    "Hello.\n\n{{ caseworker.office }}\n\n{{ caseworker.office_address }}\n\n{{ caseworker.title }} "
    "{{ caseworker.phone }} {{ caseworker.email }}\n"
)


@pytest.fixture(autouse=True)
def _machine(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer whose user and name have words of their own, and an application that has its name set."""
    load_fonts()
    for name in ("USER", "LOGNAME", "USERNAME", "HOME", "HOSTNAME"):
        monkeypatch.setenv(name, f"/{USER}" if name == "HOME" else USER if name != "HOSTNAME" else HOST)
    monkeypatch.setattr(getpass, "getuser", lambda: USER)
    monkeypatch.setattr(socket, "gethostname", lambda: HOST)
    monkeypatch.setattr(socket, "getfqdn", lambda *_given: HOST)
    before = qapp.applicationName(), qapp.applicationDisplayName()
    qapp.setApplicationName("NoShow Desk")
    yield
    qapp.setApplicationName(before[0])
    qapp.setApplicationDisplayName(before[1])


def facts(consent: Consent | None = None) -> CaseFacts:
    return replace(sample_facts(), caseworker=AGENCY, consent=consent or Consent())


def letter_of(template: Template, consent: Consent | None = None) -> Letter:
    return fill_template(template, facts(consent), today=SAMPLE_TODAY, inputs=SAMPLE_INPUTS)


def found(words: str, never: tuple[str, ...]) -> list[str]:
    return [one for one in never if one in words]


def all_of(letter: Letter, form: str, *, draft: bool = False) -> str:
    return all_words(form, write_paper(form, letter, PaperOptions(draft=draft, to="rosa@example.com")))


def name_of(template: Template) -> str:
    return template.id.removeprefix("starter-")


@pytest.mark.parametrize("form", PAPER_FORMATS)
@pytest.mark.parametrize("template", CLIENTS_PAPERS, ids=name_of)
def test_no_paper_of_a_client_names_agency_product_or_user(template: Template, form: str) -> None:
    letter = letter_of(template)
    for draft in (False, True):
        assert found(all_of(letter, form, draft=draft), OF_AGENCY + OF_MACHINE) == []


@pytest.mark.parametrize("consent", NO_CONSENT.values(), ids=NO_CONSENT.keys())
@pytest.mark.parametrize("form", PAPER_FORMATS)
def test_consent_counts_on_the_day_of_printing(form: str, consent: Consent) -> None:
    for kind, language in product(sorted(CLIENTS_OWN), ("en", "es")):
        letter = fill(EVERY_FIELD, facts(consent), today=SAMPLE_TODAY, language=language, kind=kind)
        assert isinstance(letter, Letter)
        assert found(to_text(letter).lower(), OF_AGENCY) == []
    assert found(all_of(letter, form), OF_AGENCY) == []


@pytest.mark.parametrize("form", PAPER_FORMATS)
def test_with_consent_the_same_fields_do_name_it(form: str) -> None:
    """So the two tests above look where the words would be."""
    allowed = Consent(level=ConsentLevel.MAY_NAME_AGENCY, until=SAMPLE_TODAY)
    letter = fill(EVERY_FIELD, facts(allowed), today=SAMPLE_TODAY, language="en", kind=PaperKind.APOLOGY)
    assert isinstance(letter, Letter)
    left_out = {"quixworth"} | (
        {"quillon", "zanesport"} if form == "eml" else set()
    )  # no address in an e-mail
    assert set(OF_AGENCY) - left_out <= set(found(all_of(letter, form), OF_AGENCY))


@pytest.mark.parametrize("template", CLIENTS_PAPERS, ids=name_of)
def test_nor_does_what_is_printed(template: Template) -> None:
    letter = letter_of(template)
    sheets = [lay_out(letter), *printouts([letter, letter], PaperOptions(), envelopes=True)]
    if has_address(letter):
        sheets.append(lay_out_envelope(letter))
    for sheet in sheets:
        printer = new_printer(sheet)
        said = f"{sheet.text()} {printer.docName()} {printer.creator()}".lower()
        assert found(said, OF_AGENCY + OF_MACHINE) == []
        assert found(said.replace(sheet.text().lower(), ""), ("marcus", "reed", "alvarez", "bayside")) == []
    assert found(all_words("pdf", write_pdf(sheets)), OF_AGENCY + OF_MACHINE) == []


def test_an_email_draft_has_no_other_header() -> None:
    from email import policy
    from email.parser import BytesParser

    for template in CLIENTS_PAPERS:
        content = write_paper("eml", letter_of(template), PaperOptions(to="rosa@example.com"))
        made = BytesParser(policy=policy.default).parsebytes(content)
        for part in made.walk():
            assert {name.lower() for name in part.keys()} <= HEADERS  # noqa: SIM118 - headers, not a dict


def test_a_word_file_says_nothing_of_who_wrote_it() -> None:
    import io

    known = Document(io.BytesIO(write_paper("docx", letter_of(CLIENTS_PAPERS[0])))).core_properties
    assert (known.author, known.last_modified_by, known.comments, known.keywords) == ("", "", "", "")


@pytest.mark.parametrize("language", ["en", "es"])
def test_nor_do_the_calendar_entry_and_the_names_of_files(language: str) -> None:
    known = facts()
    assert known.new_appointment is not None
    entry = calendar_file(
        known.new_appointment,
        reminders=[datetime(2026, 3, 12, 9, 0, tzinfo=UTC)],
        language=language,
        now=datetime(2026, 3, 10, 12, 0, tzinfo=UTC),
    )
    people = ("marcus", "reed", "rosa", "alvarez")
    assert found(all_words("ics", entry), OF_AGENCY + OF_MACHINE + people) == []
    for kind in PaperKind:
        name = paper_file_name(kind, known.client, date(2026, 3, 10), ".pdf", language).lower()
        assert found(name, OF_AGENCY + OF_MACHINE + people) == []
