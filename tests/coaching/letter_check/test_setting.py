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
