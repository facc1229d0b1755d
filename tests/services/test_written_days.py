"""Days as letters name them, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from noshow_desk.i18n import full_date, long_date, short_date
from noshow_desk.services.written_days import written_days

SECOND = date(2026, 12, 2)  # a Wednesday


def days(text: str, language: str = "en") -> list[tuple[str, bool]]:
    """Return what was found, each with whether it is the second of December."""
    return [(text[one.start : one.end], one.is_day(SECOND)) for one in written_days(text, language)]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Wednesday, December 2", True),
        ("Wed. Dec. 2", True),
        ("december 2nd", True),
        ("may 5", False),
        ("march 2nd", False),
        ("the 2nd of December", True),
        ("2 December 2026", True),
        ("December 2, 2026", True),
        ("Thursday, December 3", False),
        ("Thursday, December 2", False),
        ("December 2, 2025", False),
        ("November 2", False),
        ("Sept 2", False),
    ],
)
def test_english(text: str, fits: bool) -> None:
    assert days(f"I will see you on {text} at 9:00 AM.") == [(text, fits)]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("miércoles 2 de diciembre", True),
        ("miercoles, 2 de diciembre de 2026", True),
        ("2 de dic.", True),
        ("jueves 3 de diciembre", False),
        ("jueves 2 de diciembre", False),
        ("primero de diciembre", False),
        ("1.º de diciembre", False),
        ("2 de setiembre", False),
        ("2 de diciembre del 2025", False),
    ],
)
def test_spanish(text: str, fits: bool) -> None:
    assert days(f"Nos vemos el {text} a las 9:00 a. m.", "es") == [(text, fits)]


@pytest.mark.parametrize(
    "text",
    [
        "next Tuesday",
        "at 9:00",
        "12/2",
        "on 24/7",
        "1/2 of it",
        "on 3/4 time",
        "12/2/1990",
        "I may come",
        "I may 5 times say so",
        "they march 3 miles",
        "March on",
        "Room 2",
        "may 2026",
    ],
)
def test_what_is_no_day_of_a_month(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("month", range(1, 13))
def test_what_the_papers_write_is_read(language: str, month: int) -> None:
    day = date(2026, month, 13)
    for written in (full_date(day, language), long_date(day, language), short_date(day, language)):
        assert [one.is_day(day) for one in written_days(written, language)] == [True], written


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("at 9:00 may I come", "en"),
        ("May 9:30 suit you", "en"),
        ("March 32", "en"),
        ("a las 9:00 mar adentro", "es"),
    ],
)
def test_a_time_of_day_is_no_day(text: str, language: str) -> None:
    assert list(written_days(text, language)) == []


@pytest.mark.parametrize(
    ("text", "language", "fits"),
    [
        ("12/2/2026", "en", True),
        ("12/02/26", "en", True),
        ("2026-12-02", "en", True),
        ("2.12.2026", "es", True),
        ("02/12/2026", "es", True),
        ("02-12-2026", "en", True),
        ("Wednesday 12/2", "en", True),
        ("miércoles 2/12", "es", True),
        ("Thursday 12/2", "en", False),
        ("12/2/2025", "en", False),
        ("12/20/2026", "en", False),
        ("20/12/2026", "es", False),
    ],
)
def test_in_numbers(text: str, language: str, fits: bool) -> None:
    assert days(f"It is {text}, at 9.", language) == [(text, fits)]


@pytest.mark.parametrize(("text", "language"), [("on 12/2", "en"), ("el 2/12", "es"), ("del día 2/12", "es")])
def test_in_numbers_without_a_year_where_a_day_is_told(text: str, language: str) -> None:
    assert days(f"{text}.", language) == [(text.split()[-1], True)]


def test_the_order_of_the_language_comes_first_and_both_are_known() -> None:
    ((english,), (spanish,)) = (written_days("3/4/2026", one) for one in ("en", "es"))
    assert english.readings == ((3, 4), (4, 3)) and spanish.readings == ((4, 3), (3, 4))
    (plain,) = written_days("3/13/2026", "es")
    assert plain.readings == ((3, 13),)


@pytest.mark.parametrize(
    "text",
    ["555-010-0142", "3.12", "3.12.26", "12-14", "04/30 of them", "at 7/8 Elm", "100/12/2026", "13/13/2026"],
)
def test_other_numbers_are_no_day(text: str) -> None:
    assert days(f"This is {text}.") == days(f"Esto es {text}.", "es") == []
