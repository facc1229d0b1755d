"""Letter or e-mail (PRACTICE section 4), against the `holidays` package and a count of every day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.channel_rule import SENTENCES, choose_channel, is_of_the_rule
from noshow_desk.domain.incident import ClientCall, Decision
from noshow_desk.domain.kinds import CallResult, Channel, DecisionChoice
from noshow_desk.i18n import translate
from tests.sample_cases import SAMPLE_CASES, with_incident

US = frozenset(holidays.country_holidays("US", years=range(2025, 2029)))
TODAY = date(2026, 3, 10)
LETTER, EMAIL, HAND, SPOKEN = Channel.LETTER, Channel.EMAIL, Channel.HAND, Channel.SPOKEN


def case(name: str, *, postal: bool = True, email: bool = True, house: bool = False) -> CaseFacts:
    """Return a sample case in which only these addresses are known."""
    facts = SAMPLE_CASES[name].facts
    known = facts.interviewer
    interviewer = replace(
        known, postal_address=known.postal_address if postal else " ", email=known.email if email else ""
    )
    organisation = replace(facts.organisation, postal_address="1200 Harbor Road" if house else "")
    return replace(facts, interviewer=interviewer, organisation=organisation)


def dated(day: date | None, **known: bool) -> CaseFacts:
    """Return the granted case with its new date on `day` at ten."""
    facts = case("granted", **known)
    starts = None if day is None else datetime(day.year, day.month, day.day, 10)
    assert facts.new_appointment is not None
    return replace(facts, new_appointment=replace(facts.new_appointment, starts=starts))


def after(result: CallResult, *, asked: bool = False) -> CaseFacts:
    """Return the case in which all is ready, after one call of the client's without an answer."""
    facts = case("ready_to_call")
    call = ClientCall(at=datetime(2026, 3, 10, 17, tzinfo=UTC), result=result, asked=asked)
    return with_incident(facts, calls=(call,))


@pytest.mark.parametrize(
    ("today", "day", "left", "way"),
    [
        (date(2026, 3, 10), date(2026, 3, 13), 2, EMAIL),  # the picture with two days left was wrong
        (date(2026, 3, 10), date(2026, 3, 16), 3, EMAIL),
        (date(2026, 3, 10), date(2026, 3, 17), 4, LETTER),
        (date(2026, 3, 13), date(2026, 3, 20), 4, LETTER),  # Friday to Friday
        (date(2026, 3, 14), date(2026, 3, 20), 4, LETTER),  # from a Saturday
        (date(2026, 3, 13), date(2026, 3, 16), 0, EMAIL),  # over a weekend
        (date(2026, 5, 21), date(2026, 5, 28), 3, EMAIL),  # Memorial Day, May 25
        (date(2026, 6, 17), date(2026, 6, 24), 3, EMAIL),  # Juneteenth, a Friday
        (date(2026, 7, 1), date(2026, 7, 8), 3, EMAIL),  # July 4 is a Saturday, kept on Friday
        (date(2026, 11, 24), date(2026, 12, 1), 3, EMAIL),  # Thanksgiving
        (date(2026, 11, 24), date(2026, 12, 2), 4, LETTER),
        (date(2026, 12, 23), date(2026, 12, 30), 3, EMAIL),  # Christmas
        (date(2027, 12, 30), date(2028, 1, 6), 3, EMAIL),  # New Year 2028 is kept on December 31
        (date(2026, 10, 8), date(2026, 10, 15), 3, EMAIL),  # Columbus Day
        (date(2026, 11, 9), date(2026, 11, 16), 3, EMAIL),  # Veterans Day
        (date(2026, 1, 15), date(2026, 1, 22), 3, EMAIL),  # Martin Luther King Day
    ],
)
def test_granted_counts_working_days_strictly_between(
    today: date, day: date, left: int, way: Channel
) -> None:
    found = choose_channel(dated(day), today, 3, US)
    assert (found.days_left, found.channel) == (left, way)


@given(st.dates(date(2025, 2, 1), date(2028, 1, 1)), st.integers(0, 30), st.integers(1, 15))
def test_granted_goes_by_letter_when_mail_days_and_one_are_left(
    today: date, ahead: int, mail_days: int
) -> None:
    day = today + timedelta(days=ahead)
    between = [today + timedelta(days=offset) for offset in range(1, ahead)]
    left = sum(one.weekday() < 5 and one not in US for one in between)
    found = choose_channel(dated(day), today, mail_days, US)
    assert found.channel is (LETTER if left >= mail_days + 1 else EMAIL)
    assert found.days_left == left


def test_granted_without_the_addresses_that_would_do() -> None:
    soon, far = date(2026, 3, 13), date(2026, 3, 27)
    assert choose_channel(dated(far, email=False), TODAY).channel is LETTER
    assert choose_channel(dated(far, postal=False), TODAY).channel is EMAIL
    assert choose_channel(dated(far, postal=False, house=True), TODAY).channel is LETTER
    assert choose_channel(dated(soon, email=False), TODAY).channel is HAND
    assert choose_channel(dated(TODAY, email=False), TODAY).channel is SPOKEN
    assert choose_channel(dated(None), TODAY).channel is EMAIL
    assert choose_channel(dated(None, email=False), TODAY).channel is HAND


def test_mail_days_are_a_setting() -> None:
    assert choose_channel(dated(date(2026, 3, 13)), TODAY, 1).channel is LETTER
    assert choose_channel(dated(date(2026, 3, 17)), TODAY, 4).channel is EMAIL


@pytest.mark.parametrize(
    ("name", "postal", "email", "way"),
    [
        ("refused", True, True, LETTER),
        ("refused", False, True, EMAIL),
        ("refused", False, False, HAND),
        ("will_get_back", True, True, EMAIL),
        ("will_get_back", True, False, LETTER),
        ("ready_to_call", True, True, EMAIL),
        ("after_two_tries", True, True, EMAIL),
        ("after_two_tries", True, False, LETTER),
        ("after_two_tries", False, False, HAND),
        ("policy_forbids", True, True, LETTER),
        ("does_not_want_it", True, True, EMAIL),
        ("does_not_want_it", True, False, LETTER),
    ],
)
def test_refused_pending_after_two_tries_and_withdrawn(
    name: str, postal: bool, email: bool, way: Channel
) -> None:
    assert choose_channel(case(name, postal=postal, email=email), TODAY).channel is way


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        (
            dated(date(2026, 3, 17)),
            "By letter: 4 working days are left before Tuesday, March 17, and the mail takes 3 working days.",
        ),
        (
            dated(date(2026, 3, 13)),
            "By e-mail: 2 working days are left before Friday, March 13, too few for a letter.",
        ),
        (dated(date(2026, 3, 12), postal=False), "By e-mail: no postal address is known."),
        (
            dated(date(2026, 3, 12), email=False),
            "By hand: there is no time for a letter or no address, and no e-mail is known.",
        ),
        (
            dated(TODAY, email=False),
            "Say it on arrival on Tuesday, March 10: nothing would get there before.",
        ),
        (case("refused"), "By letter: there is no hurry, and a letter is remembered."),
        (case("after_two_tries"), "By e-mail today: two calls did not get through."),
        (case("will_get_back"), "By e-mail today: they are still deciding."),
        (case("ready_to_call"), "By e-mail today: Marcus has not talked with them yet."),
        (after(CallResult.VOICEMAIL), "By e-mail today: Marcus has not talked with them yet."),
        (after(CallResult.SPOKE), "By e-mail today: they have not been asked for another time yet."),
        (after(CallResult.SPOKE, asked=True), "By e-mail today: there is no answer yet."),
        (case("will_get_back", email=False), "By letter: no e-mail address is known."),
    ],
)
def test_a_sentence_explains_the_choice(facts: CaseFacts, sentence: str) -> None:
    assert choose_channel(facts, TODAY, 3, US).why.say("en") == sentence


def test_a_no_after_a_date_that_was_entered_counts_as_a_no() -> None:
    facts = case("refused")
    assert (
        choose_channel(replace(facts, new_appointment=dated(TODAY).new_appointment), TODAY).channel is LETTER
    )


def test_policy_that_forbids_is_no_hurry_even_while_nobody_called() -> None:
    facts = with_incident(case("fast_path"), decision=Decision(choice=DecisionChoice.POLICY_FORBIDS))
    assert choose_channel(facts, TODAY).channel is LETTER


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_of_the_rule_is_known_again_in_both_languages(text: str, language: str) -> None:
    values = dict.fromkeys(("left", "date", "mail", "because"), "x (y)")
    assert is_of_the_rule(translate(text, language).format(**values))


@pytest.mark.parametrize("own", ["", "She asked for it.", "By letter: she likes paper.", "By e-mail today"])
def test_a_reason_of_ones_own_is_not_the_rules(own: str) -> None:
    assert not is_of_the_rule(own)


@pytest.mark.parametrize("name", SAMPLE_CASES)
@pytest.mark.parametrize("postal", [True, False])
@pytest.mark.parametrize("email", [True, False])
def test_every_choice_has_a_sentence_of_the_rule(name: str, postal: bool, email: bool) -> None:
    choice = choose_channel(case(name, postal=postal, email=email), TODAY)
    assert choice.why.text in SENTENCES and is_of_the_rule(choice.why.say("es"))
