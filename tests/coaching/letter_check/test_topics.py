"""A finding says which consent would settle it, so that nobody is offered a consent that would not help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from noshow_desk.coaching.letter_check import Finding, check_letter
from noshow_desk.coaching.letter_check.spots import Spot, merged
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import Topic
from tests.sample_cases import SAMPLE_CASES


def found(text: str, code: str, language: str = "en", **more: object) -> list[Finding]:
    said = check_letter(text, kind="apology", language=language, **more)  # type: ignore[arg-type]
    return [one for one in said if one.code == code]


def with_office(phone: str) -> CaseFacts:
    """Return a case whose caseworker has this telephone."""
    record = SAMPLE_CASES["granted"].facts
    return replace(record, caseworker=replace(record.caseworker, phone=phone))


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        ("I was at the shelter.", "en", Topic.HOUSING),
        ("I had to see my parole officer.", "en", Topic.SUPERVISION_SCHEDULE),
        ("Estaba en el albergue.", "es", Topic.HOUSING),
        ("Tuve que ver a mi oficial de probatoria.", "es", Topic.SUPERVISION_SCHEDULE),
    ],
)
def test_a_disclosure_names_its_topic_and_is_gone_with_it(text: str, language: str, topic: Topic) -> None:
    (one,) = found(text, "disclosure", language)
    assert one.topics == {topic}
    assert found(text, "disclosure", language, consent=one.topics) == []


def test_what_is_never_a_topic_has_none() -> None:
    (one,) = found("I was in jail.", "disclosure")
    assert one.topics == frozenset()
    assert found("I was in jail.", "disclosure", consent=frozenset(Topic))


@pytest.mark.parametrize(
    ("phone", "written"),
    [
        ("(555) 555-0100", "(555) 555-0100"),
        ("(555) 555-0100", "555.555.0100"),
        ("(555) 555-0100", "+1 555 555 0100"),
        ("(555) 555-0100", "555‑555‑0100"),
        ("(555) 555-0100", "5555550100"),
        ("(555) 555-0100", "555-0100"),
        ("1-555-555-0100 ext. 12", "(555) 555-0100"),
        ("555-0100 / 555-0101", "555-0100"),
        ("555-0100 or 555-0101", "555-0101"),
        ("555-0100", "(555) 555-0100"),
    ],
)
def test_the_telephone_of_the_office_names_it(phone: str, written: str) -> None:
    known = with_office(phone)
    text = f"Please call {written} with questions."
    (one,) = found(text, "agency-named", record=known)
    assert written.endswith(text[one.start : one.end]) and one.topics == {Topic.AGENCY}
    notice = check_letter(text, kind="notice", language="es", record=known)
    assert "agency-named" in {one.code for one in notice}
    assert found(text, "agency-named", record=known, consent={Topic.AGENCY}) == []


@pytest.mark.parametrize("written", ["(202) 555-0100", "(555) 555-01001", "555-0142", "5 555-0100", "0100"])
def test_another_telephone_does_not(written: str) -> None:
    text = f"My number is {written} again."
    assert found(text, "agency-named", record=with_office("(555) 555-0100")) == []


def test_the_agency_of_the_record_is_a_topic() -> None:
    record = SAMPLE_CASES["granted"].facts
    (one,) = found(f"I come from {record.caseworker.office_name}.", "agency-named", record=record)
    assert one.topics == {Topic.AGENCY}


OFFICE = {
    "name": "Dana Whitfield",
    "office_name": "Second Start Job Center",
    "office_address": "40 Union St, Bay",
}


def of_the_office(text: str, kind: str = "apology") -> list[str]:
    record = SAMPLE_CASES["granted"].facts
    record = replace(record, caseworker=replace(record.caseworker, **OFFICE))
    said = check_letter(text, kind=kind, language="en", record=record)
    return [text[one.start : one.end] for one in said if one.code == "agency-named"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Then Second Start helped me.", "Second Start"),
        ("A van of SecondStart came.", "SecondStart"),
        ("Ask SSJC about it.", "SSJC"),
        ("Ms. Whitfield helped me practice.", "Whitfield"),
        ("And DANA is glad.", "DANA"),
        ("Write to me at 40 union st.", "40 union st"),
    ],
)
def test_shorter_names_of_the_office_and_its_street_name_it(text: str, named: str) -> None:
    assert of_the_office(text) == [named]


@pytest.mark.parametrize(
    "text", ["Give me a second start.", "Jobs start on Monday.", "40 of us came.", "I sat in a ssjc."]
)
def test_common_words_do_not(text: str) -> None:
    assert of_the_office(text) == []


def test_a_name_that_somebody_else_has_too_is_no_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    who = SAMPLE_CASES["granted"].facts.interviewer
    monkeypatch.setitem(OFFICE, "name", f"Dana {who.last_name}")
    assert of_the_office(f"Dear Ms. {who.last_name}, Dana sends her best.") == ["Dana"]


def test_in_a_notice_the_caseworker_says_the_own_name() -> None:
    assert of_the_office("This is Dana Whitfield.", kind="notice") == []
    assert of_the_office("Call me at Second Start.", kind="notice") == ["Second Start"]


def test_an_agency_that_only_the_weights_know_is_a_topic_too() -> None:
    text = "Second Start helped me practice."
    (one,) = found(text, "agency-named")
    assert one.topics == {Topic.AGENCY}
    assert found(text, "agency-named", consent={Topic.AGENCY}) == []


def test_spots_that_become_one_need_every_topic_and_none_covers_an_offence() -> None:
    housing = Spot("disclosure", 0, 9, topics=frozenset({Topic.HOUSING}))
    agency = Spot("disclosure", 5, 20, topics=frozenset({Topic.AGENCY}))
    offence = Spot("disclosure", 8, 12)
    assert [one.topics for one in merged([housing, agency])] == [{Topic.HOUSING, Topic.AGENCY}]
    assert [one.topics for one in merged([housing, agency, offence])] == [frozenset()]
