"""Times, telephones, numbers and boxes to tick stay on one line."""

from __future__ import annotations

import pytest

from noshow_desk.export.unbroken import HYPHEN, hard_hyphens, telephones, unbroken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 10:00 AM sharp", "at 10:00~AM sharp"),
        ("a las 10:00 a. m. en punto", "a las 10:00~a.~m. en punto"),
        ("a las 3:30 p. m.", "a las 3:30~p.~m."),
        ("☐ yes ☐ no", "☐~yes ☐~no"),
        ("In: ☐ afraid of what changes ☐ not worth it", "In: ☐~afraid~of~what~changes ☐~not~worth~it"),
        ("☐ ask later, on ____ ☐ no", "☐~ask later, on ____ ☐~no"),
        ("☐ " + "a long sentence " * 4, "☐~" + "a long sentence " * 4),
        ("My number is (202) 555-0163 again.", "My number is (202)~555-0163 again."),
        ("+1 (202) 555-0163 ext. 4", "+1~(202)~555-0163~ext.~4"),
        ("1 (202) 555-0163", "1~(202)~555-0163"),
        ("Llame al 202 555 0163 hoy", "Llame al 202~555~0163 hoy"),
        ("202 555.0163, 555-0163", "202~555.0163, 555-0163"),
        ("+52 55 1234 5678 o +44 (0)20 7946 0958", "+52~55~1234~5678 o +44~(0)20~7946~0958"),
        ("sobre No. 10, sobre N.º 10, núm. 4", "sobre No.~10, sobre N.º~10, núm.~4"),
        (
            "I said no. 10 people came to 120 Elm Street in 2026",
            "I said no. 10 people came to 120 Elm Street in 2026",
        ),
        ("I am 10 amps; a. mother", "I am 10 amps; a. mother"),
    ],
)
def test_no_line_ends_inside(text: str, expected: str) -> None:
    assert unbroken(text) == expected.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("My number is 555-0142.", "My number is 555~0142."),
        ("(202) 555-0163 ext. 4", "(202) 555~0163 ext. 4"),
        ("1-202-555-0163, 202-555-0163", "1~202~555~0163, 202~555~0163"),
        ("+1-202-555-0163 +49 30-1234-56", "+1~202~555~0163 +49 30~1234~56"),
        (
            "a well-known 24-hour place, Springfield, IL 62701-1234",
            "a well-known 24-hour place, Springfield, IL 62701-1234",
        ),
        ("2026-11-22, case 555-0142-7", "2026-11-22, case 555-0142-7"),
    ],
)
def test_no_line_ends_behind_the_hyphen_of_a_telephone(text: str, expected: str) -> None:
    assert hard_hyphens(text) == expected.replace("~", HYPHEN)


@pytest.mark.parametrize(
    "parts",
    [
        ["My number is ", "555-0142", "."],
        ["", "1-202-555-0163", ", ", "(202) 555-0163 ext. 4", " or ", "+52 55 1234 5678"],
        ["a well-known place, Springfield, IL 62701-1234, case 555-0142-7"],
        [""],
    ],
)
def test_telephones_are_told_from_the_words_around_them(parts: list[str]) -> None:
    found = list(telephones("".join(parts)))
    assert found == [(part, number % 2 == 1) for number, part in enumerate(parts) if part]
