"""Hints fire when the practice says so, and not otherwise."""

from __future__ import annotations

import pytest

from noshow_desk.coaching import hints
from noshow_desk.domain.incident import InsideReason, Obstacle, OutsideReason
from noshow_desk.domain.kinds import InsideFactor, OutsideFactor, Who

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


@pytest.mark.parametrize(
    ("importance", "confidence", "fires"),
    [(9, 3, True), (7, 5, True), (9, 6, False), (6, 2, False), (None, 2, False), (9, None, False)],
)
def test_R6_what_matters_and_feels_hard_is_rehearsed_first(
    importance: int | None, confidence: int | None, fires: bool
) -> None:
    assert bool(hints.rehearse_first(importance, confidence)) is fires


def test_R4_only_outside_factors_get_one_nudge() -> None:
    unexplored = InsideReason(factor=InsideFactor.NOT_EXPLORED)
    private = InsideReason(factor=InsideFactor.PREFERS_NOT_TO_SAY)
    assert hints.only_outside((BUS,), ()) is not None
    assert hints.only_outside((BUS,), (unexplored,)) is None
    assert hints.only_outside((OutsideReason(factor=OutsideFactor.NONE),), ()) is None
    assert hints.only_outside((BUS,), (private,)) is None
    assert hints.only_outside((BUS,), (InsideReason(factor=InsideFactor.ASHAMED),)) is None
    assert hints.only_outside((), ()) is None


def test_R7_the_fourth_obstacle_gets_a_nudge() -> None:
    three = (Obstacle(what="bus"),) * 3
    assert hints.enough_obstacles(three) is None
    assert hints.enough_obstacles((*three, Obstacle(what="rain"))) is not None


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
