"""What every way out reads in the blocks of a paper."""

from __future__ import annotations

import pytest

from noshow_desk.domain.blocks import Block, BlockKind, Line, Run
from noshow_desk.export.words import by_direction, is_heading, kept_apart, numbers_apart

BOLD, PLAIN, BLANK = Run("Rehearse", bold=True), Run("Rehearse"), Run(" ")


@pytest.mark.parametrize(
    ("lines", "heading"),
    [
        (((BOLD,),), True),
        (((BOLD, BLANK, BOLD),), True),  # blanks between have no weight
        (((BOLD, PLAIN),), False),
        (((PLAIN,),), False),
        (((BLANK,),), False),
        (((),), False),
        (((BOLD,), (BOLD,)), False),  # two lines are a paragraph
    ],
)
def test_a_heading_is_one_line_all_of_it_bold(lines: tuple[Line, ...], heading: bool) -> None:
    assert is_heading(Block(BlockKind.PARAGRAPH, lines)) is heading
    assert not is_heading(Block(BlockKind.SIGNATURE, lines))


@pytest.mark.parametrize(
    "parts",
    [
        ["Dear Ms. Alvarez, 555-0142"],
        ["", "يوسف أحمد", " and I, ", "מרים לוי", ", 555-0142"],
        ["At ", "شارع 12 النيل", " 4"],  # a number between two words of a stretch is its own
        ["", "שָׁלוֹם", " (Shalom)"],  # with points, the last one too
        [""],
    ],
)
def test_words_from_the_right_are_told_from_those_around_them(parts: list[str]) -> None:
    found = list(by_direction("".join(parts)))
    assert found == [(part, number % 2 == 1) for number, part in enumerate(parts) if part]
    apart = (f"\u2068{part}\u2069" if number % 2 else part for number, part in enumerate(parts))
    assert kept_apart("".join(parts)) == "".join(apart)


@pytest.mark.parametrize(
    ("before", "text", "marked"),
    [
        ("", "يوسف أحمد 555-0142", "يوسف أحمد\u200e 555-0142"),
        ("Call יוסף", ", (718) 555-0142", "\u200e, (718) 555-0142"),
        ("يوسف", " and I: 555-0142", " and I: 555-0142"),
        ("يوسف 4", " 555", " 555"),
        ("", "شارع 12 النيل, 4", "شارع 12 النيل\u200e, 4"),
        ("", "12 שרה", "12 שרה"),
        ("", "Marcus 555-0142", "Marcus 555-0142"),
        ("José", " 12", " 12"),
    ],
)
def test_a_number_behind_words_from_the_right_is_parted(before: str, text: str, marked: str) -> None:
    assert numbers_apart(text, before) == marked
