"""The phrase bank has words for every purpose, register and language, and none that harm."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from noshow_desk.domain.kinds import CLIENT_LETTERS, PaperKind
from noshow_desk.letters.phrase_marks import Mark, marks_of
from noshow_desk.letters.phrases import PURPOSES, REGISTERS, Purpose, Register, phrases, purposes_on
from tests.letters import rules
from tests.letters.rules import has
from tests.sample_cases import SAMPLE_CASES, with_incident

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


def offered(name: str, kind: PaperKind | None, language: str = "en") -> dict[Purpose, list[str]]:
    """Return what the bank offers in a sample case, for a paper of `kind` or the next call (None)."""
    case = SAMPLE_CASES[name]
    marks = marks_of(case.facts, case.now, on_paper=kind is not None)
    fitting = purposes_on(kind, case.facts, case.now)
    return {one: [row.text for row in phrases(language, one, marks=marks)] for one in fitting}


def words(name: str, kind: PaperKind | None, language: str = "en") -> str:
    """Return it in one line."""
    return " ".join(text for texts in offered(name, kind, language).values() for text in texts)


@languages
@pytest.mark.parametrize("kind", [None, *CLIENT_LETTERS])
@pytest.mark.parametrize("name", SAMPLE_CASES)
def test_what_is_offered_has_words_in_every_register(
    name: str, kind: PaperKind | None, language: str
) -> None:
    case = SAMPLE_CASES[name]
    marks = marks_of(case.facts, case.now, on_paper=kind is not None)
    fitting = purposes_on(kind, case.facts, case.now)
    assert Purpose.THANK in fitting
    for purpose in fitting:
        assert all(phrases(language, purpose, register, marks=marks) for register in Register)


@pytest.mark.parametrize("kind", CLIENT_LETTERS)
@pytest.mark.parametrize("name", SAMPLE_CASES)
def test_a_paper_is_offered_nothing_that_begins_or_ends_a_call(name: str, kind: PaperKind) -> None:
    assert not {Purpose.OPEN, Purpose.CLOSE} & set(offered(name, kind))
    assert kind is PaperKind.APOLOGY or Purpose.ASK not in offered(name, kind)


@pytest.mark.parametrize("name", ["ready_to_call", "message_left", "after_two_tries"])
@pytest.mark.parametrize(("language", "spoken"), [("en", "hearing me out|my call|speak with"),
                                                  ("es", "escuchar|contestara|me ha dedicado")])  # fmt: skip
def test_R13_a_letter_thanks_for_no_talk_that_was_not(name: str, language: str, spoken: str) -> None:
    letter = words(name, PaperKind.APOLOGY, language)
    assert not has({language: spoken}, language, letter) and has({language: "read|le[eí]r"}, language, letter)
    assert has({language: spoken}, language, words(name, None, language))
    assert has({language: spoken}, language, words("granted", PaperKind.THANK_YOU, language))


@pytest.mark.parametrize(
    ("language", "past"),
    [
        ("en", "missed|wasn't|did not|waited|had an|was lost"),
        ("es", "No fui|Falté|haber|No acudí|espera\\b|Teníamos"),
    ],
)
def test_R13_nobody_has_missed_what_is_still_ahead(language: str, past: str) -> None:
    for kind in (None, *CLIENT_LETTERS):
        ahead = words("imminent_cannot_go", kind, language)
        assert not has({language: past}, language, ahead), ahead
        assert Purpose.OWN in offered("imminent_cannot_go", kind)
    assert has({language: past}, language, words("fast_path", None, language))


@pytest.mark.parametrize("name", ["moved_in_time", "did_show_up"])
def test_R13_nobody_owns_a_miss_that_was_none(name: str) -> None:
    assert not {Purpose.OWN, Purpose.SORRY_MISS} & set(offered(name, PaperKind.THANK_YOU))


def test_R13_nobody_waited_who_was_told_before_the_start() -> None:
    case = SAMPLE_CASES["told"]
    courtesy = case.facts.incident.courtesy
    assert courtesy is not None and Mark.WAITED in marks_of(case.facts, case.now, on_paper=True)
    start = case.facts.appointment.starts
    assert start is not None
    early = replace(courtesy, at=start - timedelta(minutes=20))
    known = with_incident(case.facts, courtesy=early)
    assert Mark.WAITED not in marks_of(known, case.now, on_paper=True)
    assert Mark.MISSED in marks_of(known, case.now, on_paper=True)


@pytest.mark.parametrize(
    ("name", "asks"),
    [("fast_path", True), ("after_two_tries", True), ("policy_forbids", False), ("will_get_back", False)],
)
def test_R11_an_apology_asks_only_where_there_is_something_to_ask_for(name: str, asks: bool) -> None:
    assert (Purpose.ASK in offered(name, PaperKind.APOLOGY)) is asks
    assert Purpose.ASK in offered("fast_path", None) and Purpose.ASK not in offered("policy_forbids", None)


def test_both_endings_are_rehearsed_until_the_answer_is_known() -> None:
    assert {Mark.YES, Mark.NO} <= marks_of(
        SAMPLE_CASES["ready_to_call"].facts, SAMPLE_CASES["ready_to_call"].now, on_paper=False
    )
    names = ("ready_to_call", "granted", "refused")
    endings = {name: " ".join(offered(name, None)[Purpose.CLOSE]) for name in names}
    assert "See you then" in endings["ready_to_call"] and "I understand" in endings["ready_to_call"]
    assert "I understand" not in endings["granted"] and "See you then" not in endings["refused"]
