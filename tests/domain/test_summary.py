"""The case summary: attempt first, definitions with every figure, and nothing that was not chosen."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.appointment import Appointment
from noshow_desk.domain.case_facts import CaseFacts, PaperFact
from noshow_desk.domain.client import Client
from noshow_desk.domain.incident import ClientCall, Decision, Incident, OutsideReason
from noshow_desk.domain.kinds import (
    Answer,
    AppointmentKind,
    CallResult,
    DecisionChoice,
    Outcome,
    OutsideFactor,
    PaperKind,
    Who,
)
from noshow_desk.domain.practice import derive
from noshow_desk.domain.summary import Summary, SummaryOptions, build_summary
from tests.export.samples import (
    CALLED,
    INSIDE_WORDS,
    NEVER_WORDS,
    NOW,
    PRIVATE_WORDS,
    SENSITIVE_WORDS,
    TODAY,
    case,
    client,
    corrected,
    incident,
    summary,
    words_of,
)


def rows(made: Summary, section: str, number: int = 0) -> dict[str, str]:
    sections = {item.key: item for item in made.cases[number].sections}
    return {row.key: row.value.say("en") for row in sections[section].rows} if section in sections else {}


def figure(made: Summary, key: str) -> str:
    return next(item.value.say("en") for item in made.figures if item.key == key)


def with_calls(*calls: ClientCall, **changes: object) -> CaseFacts:
    return case(incident=incident(calls=calls), papers=(), **({"new_appointment": None} | changes))


# ---- R17: three facts, the attempt first


def test_R17_the_attempt_is_the_first_section_of_each_case_and_the_first_figure() -> None:
    made = summary()
    assert made.cases[0].sections[0].key == "attempt"
    assert [row.key for row in made.cases[0].sections[0].rows] == [
        "attempt_made",
        "second_chance",
        "new_attended",
    ]
    assert made.figures[0].key == "attempts"


def test_R17_who_made_the_attempt_and_when_by_the_clock_on_that_wall() -> None:
    assert (
        rows(summary(), "attempt")["attempt_made"] == "Yes, by the client: Tuesday, March 10, 2026, 10:05 AM"
    )


def test_R17_the_clients_own_attempt_comes_before_an_earlier_one_of_the_caseworker() -> None:
    early = ClientCall(id="1", at=datetime(2026, 3, 10, 13, tzinfo=NOW.tzinfo), by=Who.CASEWORKER)
    made = summary(with_calls(early, ClientCall(id="2", at=CALLED)))
    assert "by the client" in rows(made, "attempt")["attempt_made"]


def test_a_caseworkers_call_alone_is_told_but_not_counted_as_the_clients() -> None:
    made = summary(with_calls(ClientCall(at=CALLED, by=Who.CASEWORKER)))
    assert "by the caseworker" in rows(made, "attempt")["attempt_made"]
    assert figure(made, "attempts") == "0 of 1"


@pytest.mark.parametrize("result", [CallResult.VOICEMAIL, CallResult.GATEKEEPER, CallResult.SPOKE])
def test_a_voicemail_counts_as_an_attempt(result: CallResult) -> None:
    assert figure(summary(with_calls(ClientCall(at=CALLED, result=result))), "attempts") == "1 of 1"


def test_a_letter_of_the_client_counts_as_an_attempt() -> None:
    sent = (PaperFact(kind=PaperKind.APOLOGY, sent_at=CALLED),)
    made = summary(case(incident=incident(calls=()), new_appointment=None, papers=sent))
    assert figure(made, "attempts") == "1 of 1"


def test_a_draft_is_no_attempt() -> None:
    made = summary(
        case(incident=incident(calls=()), new_appointment=None, papers=(PaperFact(kind=PaperKind.APOLOGY),))
    )
    assert rows(made, "attempt")["attempt_made"] == "None recorded yet"


def test_a_corrected_call_is_told_once_as_it_turned_out() -> None:
    wrong = ClientCall(id="1", at=CALLED, answer=Answer.REFUSED, asked=True)
    right = ClientCall(id="2", at=CALLED, answer=Answer.GRANTED, asked=True, corrects_id="1")
    made = summary(with_calls(wrong, right))
    assert rows(made, "attempt")["second_chance"] == "Granted, new date not recorded yet"
    assert "No this time" not in words_of(made)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (ClientCall(at=CALLED, asked=True, answer=Answer.REFUSED), "Asked for, not granted"),
        (ClientCall(at=CALLED, asked=True, answer=Answer.WILL_GET_BACK), "Asked for, they will get back"),
        (ClientCall(at=CALLED, asked=True), "Asked for, no answer yet"),
        (ClientCall(at=CALLED, asked=False), "Not asked for yet"),
    ],
)
def test_the_second_chance_is_told_as_it_stands(call: ClientCall, expected: str) -> None:
    assert rows(summary(with_calls(call)), "attempt")["second_chance"] == expected


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (DecisionChoice.POLICY_FORBIDS, "Not asked for: their policy does not allow it"),
        (DecisionChoice.CLIENT_DECLINES, "Not asked for: the client does not want it"),
    ],
)
def test_R11_why_a_second_chance_was_not_asked_for(choice: DecisionChoice, expected: str) -> None:
    facts = case(
        incident=incident(calls=(), decision=Decision(choice=choice)), papers=(), new_appointment=None
    )
    assert rows(summary(facts), "attempt")["second_chance"] == expected


@pytest.mark.parametrize(
    ("new", "expected", "counted"),
    [
        (Appointment(starts=datetime(2026, 3, 27, 10)), "Still ahead", "0 of 0"),
        (Appointment(starts=datetime(2026, 3, 13, 10)), "Not recorded yet", "0 of 1"),
        (Appointment(starts=datetime(2026, 3, 13, 10), outcome=Outcome.ATTENDED), "Yes", "1 of 1"),
        (Appointment(starts=datetime(2026, 3, 13, 10), outcome=Outcome.MISSED), "No", "0 of 1"),
        (None, "No new date", "0 of 0"),
    ],
)
def test_whether_the_new_appointment_was_attended(
    new: Appointment | None, expected: str, counted: str
) -> None:
    made = summary(case(new_appointment=new))
    assert rows(made, "attempt")["new_attended"] == expected
    assert figure(made, "attended") == counted


# ---- figures


def test_every_figure_prints_its_definition() -> None:
    for item in summary().figures:
        assert item.definition.say("en").endswith(".")
        assert len(item.definition.say("en").split()) > 5


def test_what_was_reported_by_mistake_is_listed_but_not_counted() -> None:
    made = summary(corrected(), case())
    assert len(made.cases) == 2
    assert figure(made, "missed") == "1"
    assert "Reported by mistake" in words_of(made)


def test_there_is_no_score_and_no_ruler_in_any_summary() -> None:
    text = words_of(summary(include_inside=True, include_private=True, include_sensitive=True)).lower()
    assert "importance" not in text
    assert "confidence" not in text
    assert "risk" not in text
    assert "whynotlowerword" not in text


# ---- what leaves


@pytest.mark.parametrize("word", [*INSIDE_WORDS.values(), *PRIVATE_WORDS.values(), *SENSITIVE_WORDS])
def test_section_7_nothing_inside_private_or_sensitive_leaves_by_default(word: str) -> None:
    assert word not in words_of(summary(case(), corrected()))


@pytest.mark.parametrize("word", NEVER_WORDS)
def test_section_6_some_things_never_leave(word: str) -> None:
    made = summary(include_inside=True, include_private=True, include_sensitive=True)
    assert word not in words_of(made)


def test_inside_words_leave_when_chosen_and_only_they() -> None:
    text = words_of(summary(case(), corrected(), include_inside=True))
    assert [word for word in INSIDE_WORDS.values() if word not in text] == []
    assert [word for word in (*PRIVATE_WORDS.values(), *SENSITIVE_WORDS) if word in text] == []


def test_notes_leave_when_chosen_and_only_they() -> None:
    text = words_of(summary(case(), corrected(), include_private=True))
    assert [word for word in PRIVATE_WORDS.values() if word not in text] == []
    assert [word for word in (*INSIDE_WORDS.values(), *SENSITIVE_WORDS) if word in text] == []


def test_sensitive_reasons_leave_when_chosen() -> None:
    text = words_of(summary(include_sensitive=True))
    assert "Illness" in text
    assert "Was in danger; that is over" in text


def test_R10_the_insight_is_told_before_the_facts_in_any_case() -> None:
    made = summary()
    keys = [section.key for section in made.cases[0].sections]
    assert keys.index("insight") < keys.index("facts")
    assert rows(made, "insight")["insight"] == "“I can call before I hide.”"


def test_a_summary_does_not_give_away_that_something_was_left_out() -> None:
    plain = case(incident=incident(outside=(OutsideReason(factor=OutsideFactor.TRANSPORT),), safety=None))
    assert words_of(summary(plain)) == words_of(summary(case()))


@pytest.mark.parametrize("kind", [AppointmentKind.SUPERVISION, AppointmentKind.HEALTH])
def test_a_supervision_or_health_appointment_is_told_without_kind_person_and_place(
    kind: AppointmentKind,
) -> None:
    facts = case(appointment=replace(case().appointment, kind=kind))
    text = words_of(summary(facts))
    for word in ("Supervision", "Health", "Rosa", "Bayside", "Dock 4", "Forklift"):
        assert word not in text
    assert figure(summary(facts), "missed") == "1"
    assert "Rosa Alvarez" in words_of(summary(facts, include_sensitive=True))


def test_the_preview_says_what_leaves_and_what_stays() -> None:
    made = summary()
    leaves = [line.say("en") for line in made.leaves]
    stays = [line.say("en") for line in made.stays]
    assert "Reason outside: Transport" in leaves
    assert "Notes and private notes" in stays
    assert "Reasons about supervision or court, safety and illness: 3" in stays
    everything = summary(include_inside=True, include_private=True, include_sensitive=True)
    assert "Notes and private notes" in [line.say("en") for line in everything.leaves]
    assert len(everything.stays) == 1


def test_the_preview_warns_before_free_words_that_may_tell_more() -> None:
    warned = [line.say("en") for line in summary(include_inside=True).leaves]
    assert any(line.startswith("Read these words first") for line in warned)


# ---- head, order, languages


def test_the_head_says_to_whom_what_for_and_by_what_authority() -> None:
    made = summary(recipient="Harbor Board", purpose="Review", authority="Signed release")
    head = {row.key: row.value.say("en") for row in made.head}
    assert head == {
        "client": "Marcus Reed",
        "case_number": "0042",
        "recipient": "Harbor Board",
        "purpose": "Review",
        "authority": "Signed release",
        "caseworker": "Dana Whitfield",
        "made_on": "Friday, March 20, 2026",
    }


def test_the_latest_appointment_comes_first() -> None:
    older = case(appointment=Appointment(role="Older", starts=datetime(2025, 3, 10, 9)))
    made = summary(older, case(), case(appointment=Appointment(role="Unknown")))
    assert [rows(made, "facts", number).get("role") for number in range(3)] == [
        "Forklift operator",
        "Older",
        "Unknown",
    ]


def test_a_client_without_appointments_has_a_summary_too() -> None:
    made = build_summary(client(), [], SummaryOptions(), TODAY)
    assert made.cases == ()
    assert figure(made, "attempts") == "0 of 0"


def test_papers_are_listed_with_dates_and_without_text() -> None:
    made = summary()
    papers = next(section for section in made.cases[0].sections if section.key == "papers")
    assert [(row.label.say("en"), row.value.say("en")) for row in papers.rows] == [
        ("Thank-you note", "Sent · Letter · Tuesday, March 10, 2026, 10:05 AM"),
        ("Plan card", "Draft, not sent"),
    ]


def test_steps_that_do_not_apply_are_not_listed() -> None:
    facts = case()
    applies = {step.id for step in derive(facts, NOW).steps if step.state != "does-not-apply"}
    listed = next(section for section in summary(facts).cases[0].sections if section.key == "steps")
    assert {row.key for row in listed.rows} == {f"step_{step}" for step in applies}


def test_every_text_can_be_said_in_both_languages() -> None:
    made = summary(case(), corrected(), include_inside=True, include_private=True, include_sensitive=True)
    assert "2026" in words_of(made, "es")


@given(text=st.text(max_size=40), starts=st.none() | st.datetimes())
def test_any_text_and_any_time_makes_a_summary(text: str, starts: datetime | None) -> None:
    facts = CaseFacts(
        client=Client(first_name=text),
        appointment=Appointment(role=text, starts=starts),
        incident=Incident(own_words=text, calls=(ClientCall(at=CALLED, answer_detail=text),)),
    )
    options = SummaryOptions(include_inside=True, include_private=True, recipient=text)
    made = build_summary(facts.client, [(facts, derive(facts, NOW))], options, date(2026, 3, 20))
    assert text in words_of(made)
