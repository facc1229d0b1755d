"""What the app itself writes comes out clean: starters over every case, and the phrase bank."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import Finding, check_letter
from noshow_desk.domain.blocks import missing_fields, to_text
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.domain.template import Template
from noshow_desk.i18n import LANGUAGES
from noshow_desk.letters.fill import fill_template
from noshow_desk.letters.phrases import phrases
from noshow_desk.letters.sample import SAMPLE_TODAY
from noshow_desk.letters.starters import starters
from tests.letters.cases import WORDS, Case, cases

KINDS = {
    PaperKind.COURTESY: "notice",
    PaperKind.CALL_CARD: "call_script",
    PaperKind.APOLOGY: "apology",
    PaperKind.THANK_YOU: "thank_you",
    PaperKind.WITHDRAWAL: "withdrawal",
}
# "replies" answer questions and are no notice; the card in two languages has twice the words.
CHECKED = [one for one in starters() if one.kind in KINDS and one.variant not in ("replies", "with_spanish")]


@pytest.mark.parametrize("template", CHECKED, ids=[one.id for one in CHECKED])
def test_a_starter_has_no_finding(template: Template) -> None:
    for case in cases(template.language):
        found = findings(template, case)
        assert not found, (case.name, found)


def findings(template: Template, case: Case) -> list[tuple[str, str]]:
    """Return the findings, without the one true sentence (the client keeps it) and what is still missing."""
    letter = fill_template(template, case.facts, today=SAMPLE_TODAY, inputs=case.inputs)
    text = to_text(letter)
    allowed = {"placeholder"} if missing_fields(letter) else set()
    return [
        (one.code, text[one.start : one.end])
        for one in check_letter(
            text, kind=KINDS[template.kind], language=template.language, record=case.facts
        )
        if one.code not in allowed and not is_true_sentence(one, text, template.language)
    ]


def is_true_sentence(one: Finding, text: str, language: str) -> bool:
    return one.code == "excuse" and text[one.start : one.end] in WORDS[language]["true"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_phrase_of_the_bank_has_nothing_wrong_in_it(language: str) -> None:
    for phrase in phrases(language):
        said = phrase.said(client="Marcus Reed", interviewer="Ms. Alvarez")
        found = check_letter(said, kind="apology", language=language)
        assert [one.code for one in found if not one.code.startswith("missing-")] == [], said


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_phrase_bank_says_is_understood(language: str) -> None:
    said = {"own": "missing-ownership", "sorry_miss": "missing-apology", "ask": "missing-request"}
    for phrase in phrases(language):
        code = said.get(phrase.purpose.value)
        text = phrase.said(client="Marcus Reed", interviewer="Ms. Alvarez")
        found = {one.code for one in check_letter(text, kind="apology", language=language)}
        assert code not in found, text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_thanks_of_the_phrase_bank_are_thanks(language: str) -> None:
    for phrase in phrases(language):
        if phrase.purpose.value == "thank":
            found = check_letter(phrase.said(), kind="thank_you", language=language)
            assert "missing-thanks" not in {one.code for one in found}, phrase.text
