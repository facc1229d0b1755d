"""Words, dates and times in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from noshow_desk import i18n
from noshow_desk.errors import UserError
from noshow_desk.i18n import Message

DAY = date(2026, 3, 13)
AT_NINE = datetime(2026, 3, 13, 9, 0)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.set_language("en")


@pytest.mark.parametrize(
    ("at", "english", "spanish"),
    [
        (time(9, 0), "9:00 AM", "9:00 a. m."),
        (time(0, 5), "12:05 AM", "12:05 a. m."),
        (time(12, 0), "12:00 PM", "12:00 p. m."),
        (time(23, 59), "11:59 PM", "11:59 p. m."),
        (datetime(2026, 3, 13, 14, 30, tzinfo=UTC), "2:30 PM", "2:30 p. m."),
    ],
)
def test_time_of_day(at: time | datetime, english: str, spanish: str) -> None:
    assert i18n.clock(at, "en") == english
    assert i18n.clock(at, "es") == spanish


def test_every_minute_is_written_with_ordinary_spaces() -> None:
    for language in i18n.LANGUAGES:
        said = [i18n.clock(time(hour, minute), language) for hour in range(24) for minute in (0, 59)]
        assert len(set(said)) == 48
        assert not {mark for text in said for mark in text if mark.isspace()} - {" "}


def test_dates() -> None:
    assert i18n.long_date(DAY, "en") == "Friday, March 13"
    assert i18n.long_date(DAY, "es") == "viernes 13 de marzo"
    assert i18n.long_date(DAY, "en", year=True) == "Friday, March 13, 2026"
    assert i18n.long_date(DAY, "es", year=True) == "viernes 13 de marzo de 2026"
    assert i18n.full_date(DAY, "en") == "March 13, 2026"
    assert i18n.full_date(DAY, "es") == "13 de marzo de 2026"
    assert i18n.short_date(DAY, "en") == "Mar 13"
    assert i18n.short_date(DAY, "es") == "13 mar"
    assert i18n.short_date(DAY, "en", year=True) == "Mar 13, 2026"
    assert i18n.short_date(DAY, "es", year=True) == "13 mar 2026"
    assert (i18n.weekday(DAY, "en"), i18n.weekday(DAY, "es")) == ("Friday", "viernes")
    assert i18n.moment(AT_NINE, "es") == "viernes 13 de marzo, 9:00 a. m."


def test_the_language_of_the_screens_is_what_is_meant_when_none_is_named() -> None:
    i18n.set_language("es")
    assert i18n.language() == "es"
    assert i18n._("Today") == "Hoy"
    assert i18n.clock(AT_NINE) == "9:00 a. m."
    assert i18n.moment(AT_NINE) == "viernes 13 de marzo, 9:00 a. m."
    assert i18n.quoted("sí") == "«sí»"
    assert i18n.translate("Today", "en") == "Today"


def test_unknown_words_stay_english_and_nothing_stays_nothing() -> None:
    assert i18n.translate("No such text in the catalogue", "es") == "No such text in the catalogue"
    assert i18n.translate("", "es") == ""  # the empty message id is the head of a catalogue


def test_one_and_many() -> None:
    for language, one, many in (("en", "1 word", "2 words"), ("es", "1 palabra", "2 palabras")):
        i18n.set_language(language)
        assert i18n.ngettext("{count} word", "{count} words", 1).format(count=1) == one
        assert i18n.ngettext("{count} word", "{count} words", 2).format(count=2) == many


def test_one_english_word_can_be_two_spanish_ones() -> None:
    assert i18n.pgettext("button", "Open") == i18n._("Open") == "Open"
    i18n.set_language("es")
    assert (i18n.pgettext("button", "Open"), i18n._("Open")) == ("Abrir", "Pendiente")


def test_a_third_language_is_refused_with_a_sentence() -> None:
    with pytest.raises(UserError, match=r"English \(en\) and Spanish \(es\)"):
        i18n.set_language("fr")
    assert i18n.language() == "en"


def test_a_message_says_its_parameters_in_the_same_language() -> None:
    when = Message("Missed: {when}", {"when": AT_NINE})
    assert when.say("en") == "Missed: Friday, March 13, 9:00 AM"
    assert when.say("es") == "Perdida: viernes 13 de marzo, 9:00 a. m."
    inner = Message("Done {time} by {who}", {"time": time(9, 12), "who": Message("you")})
    assert inner.say("en") == "Done 9:12 AM by you"
    assert inner.say("es") == "Hecho: 9:12 a. m., por usted"
    assert Message("Undo archive {name}", {"name": "{when} & Söhne"}).say("es").endswith("{when} & Söhne")


def test_quotation_marks_of_each_language() -> None:
    assert i18n.quoted("{so} it was", "en") == "“{so} it was”"
    assert i18n.quoted("{así} fue", "es") == "«{así} fue»"


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 3, 10, 9), "today 9:00 AM"),
        (datetime(2026, 3, 9, 16, 15), "yesterday 4:15 PM"),
        (datetime(2026, 3, 11, 8), "tomorrow 8:00 AM"),
        (datetime(2026, 3, 13, 14, 30), "Fri 2:30 PM"),
        (datetime(2026, 3, 17, 9), "Mar 17, 9:00 AM"),
        (datetime(2026, 3, 5, 13), "Mar 5, 1:00 PM"),
        (datetime(2025, 12, 31, 9), "Dec 31, 2025, 9:00 AM"),
        (date(2026, 3, 10), "today"),
        (date(2026, 1, 12), "Jan 12"),
        (date(2024, 6, 19), "Jun 19, 2024"),
    ],
)
def test_a_list_tells_a_day_from_today(at: date, said: str) -> None:
    today = date(2026, 3, 10)
    assert i18n.near(at, today, "en") == said
    assert i18n.Message("{when}", {"when": i18n.Near(at, today)}).say("en") == said


def _texts_with_a_near_day() -> Iterator[tuple[str, str]]:
    """Yield each text that is filled with `near(…)`, and the name of the place that it fills."""
    for file in Path(i18n.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
                continue
            texts = [one.value for one in ast.walk(node.func) if isinstance(one, ast.Constant)]
            for word in node.keywords:
                if isinstance(word.value, ast.Call) and getattr(word.value.func, "id", "") == "near":
                    yield from ((str(text), str(word.arg)) for text in texts)


def test_no_article_stands_before_yesterday() -> None:
    found = dict(_texts_with_a_near_day())
    assert found["with you since {day}"] == "day"
    for text, name in found.items():
        assert not re.search(rf"\b(el|del|al) {{{name}}}", i18n.translate(text, "es")), text
