"""The phrase bank has words for every purpose, register and language, and none that harm."""

from __future__ import annotations

import pytest

from noshow_desk.domain.kinds import CLIENT_LETTERS, PaperKind
from noshow_desk.letters.phrases import PURPOSES, REGISTERS, Purpose, Register, phrases, purposes_on
from tests.letters import rules
from tests.letters.rules import has

languages = pytest.mark.parametrize("language", ["en", "es"])


@languages
@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("register", Register)
def test_R15_there_are_words_for_every_purpose_and_register(
    purpose: Purpose, register: Register, language: str
) -> None:
    found = phrases(language, purpose, register)
    assert len({phrase.text for phrase in found}) >= 2
    assert purpose in PURPOSES and register in REGISTERS


@languages
def test_no_phrase_begs_excuses_or_promises_too_much(language: str) -> None:
    for phrase in phrases(language):
        said = phrase.said(client="Marcus Reed", interviewer="Ms. Alvarez", appointment="cita")
        for never in (rules.BEGGING, rules.FOR_EVER, rules.CONDITIONAL, rules.REASON):
            assert not has(never, language, said), said
        assert "{" not in said
        if language == "es":
            assert not rules.SELF_GENDER.search(said) and not rules.TUTEO.search(said), said


@languages
def test_phrases_apologise_and_ask_where_they_should(language: str) -> None:
    sorry = {"en": r"sorry|apolog|regret", "es": r"lament|perdon|disculp|siento"}
    for purpose in (Purpose.SORRY_MISS, Purpose.SORRY_TROUBLE):
        assert all(has(sorry, language, phrase.text) for phrase in phrases(language, purpose))
    asks = {"en": r"another|free spot", "es": r"otr[oa]|espacio"}
    assert all(has(asks, language, phrase.text) for phrase in phrases(language, Purpose.ASK))


def test_a_name_with_braces_stays_a_name() -> None:
    (first, *_others) = phrases("en", Purpose.OPEN, Register.PLAIN)
    assert "{interviewer}" in first.said(client="{interviewer}", interviewer="{x}")
    assert first.said() == "Hello, …. This is …. We had an interview."


def test_an_unknown_language_speaks_english() -> None:
    assert phrases("fr") == phrases("en")


@pytest.mark.parametrize("kind", CLIENT_LETTERS)
def test_a_paper_is_offered_nothing_that_begins_or_ends_a_call(kind: PaperKind) -> None:
    offered = purposes_on(kind)
    assert Purpose.SORRY_MISS in offered and not {Purpose.OPEN, Purpose.CLOSE} & set(offered)
    assert (Purpose.ASK in offered) == (kind is PaperKind.APOLOGY)
