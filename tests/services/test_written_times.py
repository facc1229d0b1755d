"""Times of day as letters write them, in both languages; what only looks like one is none."""

from __future__ import annotations

from datetime import time

import pytest

from noshow_desk.i18n import clock
from noshow_desk.letters.filters import at_time
from noshow_desk.services.written_times import written_times

HALF_TEN, HALF_TEN_AT_NIGHT = time(10, 30), time(22, 30)


def times(text: str, language: str = "en") -> list[tuple[str, bool, bool]]:
    """Return what was found, each with whether it may be 10:30 in the morning and at night."""
    found = written_times(text, language)
    return [
        (text[one.start : one.end], one.is_time(HALF_TEN), one.is_time(HALF_TEN_AT_NIGHT)) for one in found
    ]


@pytest.mark.parametrize(
    ("text", "morning", "night"),
    [
        ("10:30", True, True),
        ("10:30 AM", True, False),
        ("10:30am", True, False),
        ("10.30 a.m.", True, False),
        ("10:30 pm", False, True),
        ("22:30", False, True),
        ("ten thirty", True, True),
        ("half past ten", True, True),
        ("half past ten in the morning", True, False),
        ("10:30 in the evening", False, True),
        ("thirty past 10", True, True),
        ("ten", False, False),
        ("10", False, False),
        ("a quarter to eleven", False, False),
        ("noon", False, False),
        ("10 o’clock", False, False),
    ],
)
def test_english(text: str, morning: bool, night: bool) -> None:
    assert times(f"I missed it on May 7 at {text}, I know.") == [(text, morning, night)]


@pytest.mark.parametrize(
    ("text", "morning", "night"),
    [
        ("10:30", True, True),
        ("10:30 a. m.", True, False),
        ("10.30 p.m.", False, True),
        ("22:30 h", False, True),
        ("22h30", False, True),
        ("diez y media", True, True),
        ("diez y media de la mañana", True, False),
        ("10:30 de la noche", False, True),
        ("once menos treinta", True, True),
        ("diez y cuarto", False, False),
        ("10 en punto", False, False),
        ("15:00 h", False, False),
    ],
)
def test_spanish(text: str, morning: bool, night: bool) -> None:
    assert times(f"Falté el 7 de mayo a las {text}, y lo sé.", "es") == [(text, morning, night)]


@pytest.mark.parametrize(
    "text",
    [
        "Call me any day from 9 to 5.",
        "I am home 9-5 and 9:00–17:00.",
        "My number is 555-0142, 12 Harbor Road.",
        "Version 3.12 is open 24/7, at 100% and at $9.50.",
        "I can come at nine or ten.",
        "I was one of three, at 5,000 feet, in room 9.",
    ],
)
def test_what_is_no_time_of_day(text: str) -> None:
    assert times(text) == []


@pytest.mark.parametrize(
    "text", ["De lunes a viernes de 9 a 5.", "Entre las nueve y las diez.", "En el 12, la una de dos."]
)
def test_what_is_no_time_of_day_in_spanish(text: str) -> None:
    assert times(text, "es") == []


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("hour", range(24))
def test_what_the_papers_write_is_read(language: str, hour: int) -> None:
    at = time(hour, 5)
    (with_at,) = written_times(f"2, {at_time(at, language)}.", language)
    (alone,) = written_times(f"({clock(at, language)})", language)
    for one in (with_at, alone):
        assert one.sure and one.minutes == 60 * hour + 5 and one.is_time(at)
    assert with_at.has_at and not alone.has_at
