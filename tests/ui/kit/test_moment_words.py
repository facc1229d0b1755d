"""Days and times in the words people type."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from noshow_desk.ui.kit.moment_words import read_day, read_time

TODAY = date(2026, 3, 10)  # a Tuesday


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3/13", date(2026, 3, 13)),
        ("3/13/27", date(2027, 3, 13)),
        ("03-13-2026", date(2026, 3, 13)),
        ("2026-03-13", date(2026, 3, 13)),
        ("mar 13", date(2026, 3, 13)),
        ("13 Mar", date(2026, 3, 13)),
        ("March 13th, 2026", date(2026, 3, 13)),
        ("Fri, Mar 13, 2026", date(2026, 3, 13)),
        ("vie, 13 mar 2026", date(2026, 3, 13)),
        ("13 de marzo de 2026", date(2026, 3, 13)),
        ("mar, 10 mar 2026", TODAY),
        ("mar 13 2026", date(2026, 3, 13)),
        ("friday", date(2026, 3, 13)),
        ("tue", date(2026, 3, 17)),
        ("miércoles", date(2026, 3, 11)),
        ("today", TODAY),
        ("Mañana", date(2026, 3, 11)),
        ("yesterday", date(2026, 3, 9)),
        ("jan 5", date(2027, 1, 5)),
        ("jan 12", date(2026, 1, 12)),
        ("2/30", None),
        ("feb 29 2028", date(2028, 2, 29)),
        ("13/13", None),
        ("soon", None),
        ("", None),
        ("m", None),
        ("ma 3", None),
        ("12", None),
    ],
)
def test_days(words: str, day: date | None) -> None:
    assert read_day(words, TODAY) == day


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("2:30 pm", time(14, 30)),
        ("2:30 PM", time(14, 30)),
        ("230p", time(14, 30)),
        ("14:30", time(14, 30)),
        ("9", time(9)),
        ("2", time(14)),
        ("02:00", time(2)),
        ("12 am", time(0)),
        ("12pm", time(12)),
        ("noon", time(12)),
        ("9:00 a. m.", time(9)),
        ("9 p.m.", time(21)),
        ("0900", time(9)),
        ("13 pm", None),
        ("25:00", None),
        ("9:75", None),
        ("late", None),
        ("", None),
    ],
)
def test_times(words: str, at: time | None) -> None:
    assert read_time(words) == at


@given(st.text(max_size=40))
def test_no_words_break_the_readers(words: str) -> None:
    assert isinstance(read_day(words, TODAY), (date, type(None)))
    assert isinstance(read_time(words), (time, type(None)))


@given(st.dates(date(1950, 1, 1), date(2100, 12, 31)))
def test_a_full_date_reads_back(day: date) -> None:
    assert read_day(day.isoformat(), TODAY) == day
    assert read_day(f"{day.month}/{day.day}/{day.year}", TODAY) == day


@given(st.integers(-60, 300))
def test_a_day_without_its_year_is_the_near_one(days: int) -> None:
    day = TODAY + timedelta(days=days)
    if (day.month, day.day) != (2, 29):
        assert read_day(f"{day.month}/{day.day}", TODAY) == day
