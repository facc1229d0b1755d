"""Where a letter tells something decides what it means: beside the miss, far from it, of the reader."""

from __future__ import annotations

import pytest

from noshow_desk.coaching.letter_check import check_letter, load_rules

APOLOGY = "I missed our interview on March 3. {} It was my fault. I am sorry, and sorry that you waited."
ASK = "Could I come in another day?"
RULES = load_rules("en")
RULES.learned = None  # what the rules see by themselves


def codes(text: str, kind: str = "apology") -> list[str]:
    return [one.code for one in check_letter(text, kind=kind, language="en", rules=RULES)]


@pytest.mark.parametrize(
    "told",
    [
        "The goats got out onto the county road.",
        "The bees swarmed into the cab of the pickup.",
        "I was on a ladder with a bucket until noon.",
        "Somebody's parade had the avenue closed off.",
    ],
)
def test_an_event_beside_the_apology_is_its_reason(told: str) -> None:
    assert "excuse" in codes(f"{APOLOGY.format(told)}\n\n{ASK}")


@pytest.mark.parametrize(
    "told",
    [
        "The seat was empty.",
        "I have worked at a register for two years.",
        "Nothing stood in my way.",
        "Your crew stood in the rain.",
        "You drove over in the snow.",
    ],
)
def test_what_is_no_event_of_the_writers_life_is_left_alone(told: str) -> None:
    assert codes(f"{APOLOGY.format(told)}\n\n{ASK}") == []


def test_what_is_told_far_from_the_apology_is_no_reason() -> None:
    skills = "I like this trade. I know a saw from a plane. My uncle and I sat in traffic with pine all year."
    assert codes(f"{APOLOGY.format('')}\n\n{skills}\n\n{ASK}") == []


def test_a_sorry_that_points_back_to_the_trouble_counts() -> None:
    told = "I did not come on March 3. I am sorry, it is my fault. {} I am sorry about that. " + ASK
    assert codes(told.format("You gave up your lunch for me.")) == []
    assert codes(told.format("The job is on my mind.")) == ["missing-inconvenience"]


def test_a_day_named_again_after_its_date_is_not_vague() -> None:
    full = "Thank you for the new date, Friday, May 8. I am sorry I missed the first one. See you {}."
    assert codes(full.format("Friday"), "thank_you") == []
    assert codes(full.format("Monday"), "thank_you") == ["vague-date"]


def test_the_illness_of_the_one_who_is_greeted_is_no_excuse() -> None:
    text = "Dear Mr. Haldane,\nI missed our interview. Mr. Haldane was out with the flu. I am sorry."
    assert "excuse" not in codes(text)


def test_the_name_of_the_writer_tells_nothing() -> None:
    letter = "Dear Ms. Tran,\n" + APOLOGY.format("") + " " + ASK + "\n\nRay-Anne Foster"
    assert codes(letter) == []
    assert codes("Hello, this is Monique Bail. " + APOLOGY.format("") + " " + ASK, "call_script") == []
