"""Hints fire when the practice says so, and not otherwise."""

from __future__ import annotations

import pytest

from noshow_desk.coaching import hints
from noshow_desk.domain.incident import Obstacle, OutsideReason
from noshow_desk.domain.kinds import OutsideFactor, Who

BUS = OutsideReason(factor=OutsideFactor.TRANSPORT)


@pytest.mark.parametrize(
    ("note", "words"),
    [
        ("He is lazy and non-compliant.", ["lazy", "non-compliant"]),
        ("HOPELESS; refuses to call", ["HOPELESS", "refuses to"]),
        ("Está desmotivada, un caso perdido", ["desmotivada", "caso perdido"]),
        ("Unmotivated?", ["Unmotivated"]),
        ("He was tired, hoping to call on Lazyman Street.", []),
        ("Hopelessly late bus. The uncooperativeness", []),
        ("", []),
    ],
)
def test_R1_words_that_judge_get_a_nudge(note: str, words: list[str]) -> None:
    found = hints.stigma_words(note)
    assert [note[one.start : one.end] for one in found] == words
    assert all("Perhaps: " in one.message.say() and "{" not in one.message.say() for one in found)


def test_R6_why_not_lower_and_never_why_not_ten() -> None:
    assert [hints.why_not_lower(value).say() for value in (0, 1, 10)] == [
        "You said 0. What would have to happen to make it a 1?",
        "You said 1. Why not lower?",
        "You said 10. Why not lower?",
    ]


def test_R9_taking_over_asks_why_not_the_client_until_it_is_answered() -> None:
    mine = Obstacle(what="call", owner=Who.CASEWORKER)
    asked = hints.why_not_client(mine, "Marcus")
    assert asked is not None and "Why not Marcus?" in asked.say()
    assert hints.why_not_client(Obstacle(what="call"), "Marcus") is None
    answered = Obstacle(what="call", owner=Who.CASEWORKER, why_not_client="no phone today")
    assert hints.why_not_client(answered, "Marcus") is None


def test_R9_the_quiet_counter() -> None:
    obstacles = (Obstacle(what="a"), Obstacle(what="b"), Obstacle(what="c", owner=Who.CASEWORKER))
    assert hints.who_does_what(obstacles).say() == "client 2 · caseworker 1"


def test_R13_R16_the_lines_before_the_story_and_the_call() -> None:
    assert hints.SAY_TRUE.say() == "Nothing has to be said. What is said must be true."
    likely, worth_it, worst = (line.say() for line in hints.BEFORE_THE_CALL)
    assert likely.startswith("What is likely") and worth_it.startswith("Why it is worth it anyway")
    assert "a lie or an excuse" in worst
