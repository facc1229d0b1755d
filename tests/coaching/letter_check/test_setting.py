"""A word of the place of work is harmless in the whole letter, and a life told in the same word is not."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import check_letter


def disclosed(text: str) -> list[str]:
    found = check_letter(text, kind="apology", language="en")
    return [text[one.start : one.end] for one in found if one.code == "disclosure"]


@pytest.mark.parametrize(
    "text",
    [
        "I came to you about the cook's job in the jail. The jail ran a man short, and I am sorry.",
        "My interview at the shelter was on the 9th. You kept the shelter open for me.",
        "I was to see you in the laundry of the rehab. I am sorry that the rehab lost an hour over it.",
    ],
)
def test_what_was_named_as_the_place_of_work_stays_harmless(text: str) -> None:
    assert disclosed(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("I came to you about the cook's job in the jail. I was in jail myself for a year.", "jail"),
        ("My interview at the shelter was on the 9th. I live at the shelter on Pine.", "shelter"),
        ("I asked for the clerk's job at the court. I had to be in court that day.", "court"),
        ("I saw the post at the recovery center. My recovery comes first.", "recovery"),
    ],
)
def test_a_life_told_in_the_same_word_is_still_found(text: str, word: str) -> None:
    assert any(word in words for words in disclosed(text))


def test_without_a_word_about_the_work_the_place_is_found() -> None:
    assert disclosed("The shelter was full. The shelter ran late.") != []


PLACES = ["the store", "the clinic", "the hospital", "the shelter", "the bus yard", "the county jail"]
MISSES = [
    "I was not at {place} on the 12th.",
    "I was due at {place} at nine and did not come.",
    "I did not show up at {place} for the interview.",
    "I should have been at {place} at ten sharp.",
    "I am the one who left you waiting at {place}.",
    "Could I come by {place} on December 3?",
    "I saw your notice in the window of {place}.",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("miss", MISSES)
def test_where_one_was_not_is_the_place_of_work(miss: str, place: str) -> None:
    found = check_letter(miss.format(place=place), kind="apology", language="en")
    assert {one.code for one in found} & {"excuse", "disclosure", "blame"} == set()


@pytest.mark.parametrize(
    "text",
    [
        "I was not at your office on Monday because my car broke down.",
        "I was at the hospital that morning.",
        "I was not at the store, as my mother was taken to the hospital.",
    ],
)
def test_a_reason_beside_the_place_is_still_one(text: str) -> None:
    assert "excuse" in {one.code for one in check_letter(text, kind="apology", language="en")}
