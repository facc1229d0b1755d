"""Every rule in one table: one text that fires, one that must not."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import check_letter, shipped_rules
from noshow_desk.coaching.letter_check.codes import BY_NAME, CODES
from noshow_desk.coaching.letter_check.finding import Severity
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.incident import ClientCall, Decision, Incident, InsideReason, OutsideReason
from noshow_desk.domain.kinds import DecisionChoice, InsideFactor, OutsideFactor, Topic
from noshow_desk.i18n import LANGUAGES
from tests.coaching.letter_check.table import ROWS, Row
from tests.letters.cases import AT, BASE

each_row = pytest.mark.parametrize("row", ROWS, ids=[f"{row.code} {row.fires[:24]}" for row in ROWS])


def codes(text: str, kind: str, language: str, **known: object) -> list[str]:
    return [one.code for one in check_letter(text, kind=kind, language=language, **known)]  # type: ignore[arg-type]


@each_row
def test_it_fires(row: Row) -> None:
    found = [
        one for one in check_letter(row.fires, kind=row.kind, language=row.language) if one.code == row.code
    ]
    assert found
    assert all(one.severity is BY_NAME[row.code].severity and one.message for one in found)


@each_row
def test_it_stays_quiet(row: Row) -> None:
    assert row.code not in codes(row.stays, row.kind, row.language)


def test_every_code_has_rows_in_both_languages() -> None:
    needs_a_record = {"contradiction"}
    assert {row.code for row in ROWS} == set(BY_NAME) - needs_a_record
    found = {(row.code, row.language) for row in ROWS}
    told = {code.name for code in CODES} - needs_a_record - {"reading-level"}
    assert found >= {(code, language) for code in told for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_can_be_rewritten_is(language: str) -> None:
    only_the_writer_knows = {"placeholder", "too-long", "reading-level", "vague-date", "agency-named"}
    assert set(shipped_rules(language).rewrites) >= {code.name for code in CODES} - only_the_writer_knows


@pytest.mark.parametrize(
    ("text", "kind", "language", "answered"),
    [
        ("I was at my court hearing.", "apology", "en", True),
        ("Estaba en mi audiencia en la corte.", "apology", "es", True),
        ("My caseworker Dana at the reentry program helped me get ready.", "thank_you", "en", False),
        ("My caseworker at the reentry program helped me write this.", "apology", "en", False),
        ("La trabajadora del programa de reingreso me ayudó a prepararme.", "thank_you", "es", False),
        ("I have been going to my therapy group.", "thank_you", "en", False),
        ("Estoy en libertad condicional.", "thank_you", "es", False),
        ("I am on parole.", "withdrawal", "en", False),
    ],
)
def test_an_answer_to_why_is_offered_only_where_it_answers(
    text: str, kind: str, language: str, answered: bool
) -> None:
    """Better no suggestion than one that does not fit: who helped, or a thank-you, tells no reason."""
    found = [one for one in check_letter(text, kind=kind, language=language) if one.code == "disclosure"]
    assert found
    assert {bool(one.suggestion) for one in found} == {answered}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_rules_are_whole(language: str) -> None:
    assert shipped_rules(language).problems == ()


def test_a_missing_element_spans_the_whole_text() -> None:
    text = "Hello there."
    missing = [
        one for one in check_letter(text, kind="apology", language="en") if one.code.startswith("missing")
    ]
    assert [(one.start, one.end) for one in missing] == [(0, len(text))] * 3


def test_the_words_of_a_finding_are_those_in_the_text() -> None:
    text = "Dear Ms. Alvarez,\n\nI am sorry, my car broke down.\n"
    excuse = next(one for one in check_letter(text, kind="apology", language="en") if one.code == "excuse")
    assert text[excuse.start : excuse.end] == "my car broke down"
    assert excuse.suggestion == "I was not there, and that is my responsibility."


def test_a_disclosure_given_as_the_reason_is_an_excuse_too() -> None:
    found = codes("I was tied up downtown seeing my officer.", "apology", "en")
    assert {"excuse", "disclosure"} <= set(found)
    assert "excuse" not in codes("I am ninety days sober.", "apology", "en")


# ------------------------------------------------------------------ consent


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("I had to see my parole officer.", Topic.SUPERVISION_SCHEDULE),
        ("I am staying at a shelter.", Topic.HOUSING),
        ("My therapist told me to write.", Topic.HEALTH),
    ],
)
def test_consent_covers_its_topic_and_no_other(text: str, topic: Topic) -> None:
    assert "disclosure" not in codes(text, "apology", "en", consent={topic})
    assert "disclosure" in codes(text, "apology", "en", consent=set(Topic) - {topic})


@pytest.mark.parametrize("text", ["I have a felony.", "I have bipolar disorder.", "I had an ICE check-in."])
def test_offence_diagnosis_and_immigration_are_never_topics(text: str) -> None:
    assert "disclosure" in codes(text, "apology", "en", consent=set(Topic))


def test_consent_to_the_agency_lets_it_be_named() -> None:
    text = f"I write from {BASE.caseworker.office_name}. My caseworker helped."
    assert "agency-named" in codes(text, "apology", "en", record=BASE)
    assert "agency-named" not in codes(text, "apology", "en", record=BASE, consent={Topic.AGENCY})


# ------------------------------------------------------------------ the record


def record(*factors: OutsideFactor, **known: object) -> CaseFacts:
    outside = tuple(OutsideReason(factor=one, confirmed_true=True) for one in factors)
    return CaseFacts(incident=Incident(outside=outside, **known))  # type: ignore[arg-type]


def test_a_reason_that_the_record_does_not_hold_contradicts_it() -> None:
    text = "My car broke down."
    assert "contradiction" not in codes(text, "apology", "en")
    assert "contradiction" not in codes(text, "apology", "en", record=record(OutsideFactor.TRANSPORT))
    assert "contradiction" in codes(text, "apology", "en", record=record(OutsideFactor.CHILD_CARE))
    assert "contradiction" in codes(text, "apology", "en", record=record())


def test_a_reason_not_confirmed_true_is_not_held() -> None:
    facts = CaseFacts(incident=Incident(outside=(OutsideReason(factor=OutsideFactor.TRANSPORT),)))
    assert "contradiction" in codes("My car broke down.", "apology", "en", record=facts)


def test_a_vague_reason_contradicts_nothing() -> None:
    assert "contradiction" not in codes("Something came up.", "apology", "en", record=record())


def test_the_true_sentence_and_inside_reasons_are_held() -> None:
    facts = record(true_sentence="I took the wrong bus.", true_sentence_confirmed_at=AT)
    assert "contradiction" not in codes("I took the wrong bus.", "apology", "en", record=facts)
    scared = record(inside=(InsideReason(factor=InsideFactor.AFRAID_OF_FAILING),))
    assert "contradiction" not in codes("I got scared.", "apology", "en", record=scared)


@pytest.mark.parametrize(
    "known",
    [
        {"decision": Decision(choice=DecisionChoice.POLICY_FORBIDS)},
        {"decision": Decision(choice=DecisionChoice.CLIENT_DECLINES)},
        {"calls": (ClientCall(at=AT, asked=True),)},
    ],
)
def test_no_request_is_missed_where_asking_is_settled(known: dict[str, object]) -> None:
    assert "missing-request" in codes("I am sorry.", "apology", "en", record=record())
    assert "missing-request" not in codes("I am sorry.", "apology", "en", record=record(**known))


def test_a_vague_day_is_dated_from_the_record() -> None:
    day = BASE.new_appointment.starts if BASE.new_appointment else None
    assert day is not None
    text = f"See you next {day:%A}."
    found = [
        one for one in check_letter(text, kind="thank_you", language="en", record=BASE) if one.suggestion
    ]
    assert [one.suggestion for one in found if one.code == "vague-date"] == [f"{day:%A, %B} {day.day}"]


def test_severities_are_those_of_the_design() -> None:
    never = {code.name for code in CODES if code.severity is Severity.MUST_NEVER_KEEP}
    assert never == {"disclosure", "contradiction", "wrong-voice"}
    nudges = {code.name for code in CODES if code.severity is Severity.SHOULD}
    assert nudges == {
        "pleading",
        "over-promise",
        "too-long",
        "conditional-apology",
        "reading-level",
        "vague-date",
    }
