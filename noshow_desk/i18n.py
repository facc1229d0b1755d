"""Words and dates in the language of the screen or of a paper."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import lru_cache

from noshow_desk.errors import UserError
from noshow_desk.paths import resource

LANGUAGES = ("en", "es")
LOCALES = {"en": "en_US", "es": "es_US"}
DOMAIN = "noshow_desk"
HALVES = {"en": ("AM", "PM"), "es": ("a. m.", "p. m.")}

_translations: dict[str, gettext.NullTranslations] = {"en": gettext.NullTranslations()}
_screen = "en"


def N_(text: str) -> str:  # noqa: N802 - the name Babel extracts by
    """Mark `text` for translation in a table; the place that shows it calls `_()`."""
    return text


LANGUAGE_NAMES = {"en": N_("English"), "es": N_("Spanish")}  # as the screens call them


def load(language: str) -> gettext.NullTranslations:
    """Return the catalogue of `language` ("en" or "es"), read once."""
    if language not in LANGUAGES:
        raise UserError(_("NoShow Desk speaks English (en) and Spanish (es). Choose one of the two."))
    if language not in _translations:
        folder = resource("locale")
        _translations[language] = gettext.translation(DOMAIN, folder, [language], fallback=True)
    return _translations[language]


def set_language(language: str) -> None:
    """Show the screens in `language` from now on."""
    global _screen
    load(language)
    _screen = language


def language() -> str:
    """Return the language of the screens: "en" or "es"."""
    return _screen


def translate(text: str, language: str) -> str:
    """Return `text` in `language`; the English text when there is no translation."""
    return load(language).gettext(text) if text else ""


def _(text: str) -> str:
    """Return `text` in the language of the screens."""
    return translate(text, _screen)


def pgettext(context: str, text: str) -> str:
    """Return `text` in the language of the screens where one English word is two Spanish ones, such as
    "Open" on a button and "Open" of a step; `context` says which.
    """
    return load(_screen).pgettext(context, text)


def quoted(words: str, language: str | None = None) -> str:
    """Return `words` in the quotation marks of the language: “…” or «…»."""
    return translate(N_("“{words}”"), language or _screen).format(words=words)


def ngettext(one: str, many: str, count: int) -> str:
    """Return the form of `one`/`many` that fits `count` in the language of the screens."""
    return load(_screen).ngettext(one, many, count)


@dataclass(frozen=True, slots=True)
class Message:
    """A text that a pure function answers with: an English message id and its parameters.

    Parameters are text, numbers, dates, times, or further messages; `say` shows them in any language.
    """

    text: str
    values: Mapping[str, object] = field(default_factory=dict)

    def say(self, language: str | None = None) -> str:
        """Return the message in `language` (the screens' language when None)."""
        chosen = language or _screen
        shown = {name: _shown(value, chosen) for name, value in self.values.items()}
        return translate(self.text, chosen).format(**shown)


@dataclass(frozen=True, slots=True)
class Near:
    """A day, or a day and time, as a parameter of a Message in a list: short, told from `today`."""

    at: date
    today: date


def _shown(value: object, language: str) -> object:
    if isinstance(value, Message):
        return value.say(language)
    if isinstance(value, Near):
        return near(value.at, value.today, language)
    if isinstance(value, datetime):
        return moment(value, language)
    if isinstance(value, date):
        return long_date(value, language)
    if isinstance(value, time):
        return clock(value, language)
    return value


def long_date(day: date, language: str | None = None, *, year: bool = False) -> str:
    """Return "Friday, March 13" or "viernes 13 de marzo", with the year when asked."""
    pattern = {"en": "EEEE, MMMM d", "es": "EEEE d 'de' MMMM"}[language or _screen]
    tail = {"en": ", y", "es": " 'de' y"}[language or _screen] if year else ""
    return _format_date(day, pattern + tail, language)


def full_date(day: date, language: str | None = None) -> str:
    """Return "March 13, 2026" or "13 de marzo de 2026", as at the head of a letter."""
    return _format_date(day, {"en": "MMMM d, y", "es": "d 'de' MMMM 'de' y"}[language or _screen], language)


def short_date(day: date, language: str | None = None, *, year: bool = False) -> str:
    """Return "Mar 13" or "13 mar", with the year when asked; never 03/13."""
    pattern = {"en": "MMM d", "es": "d MMM"}[language or _screen]
    tail = {"en": ", y", "es": " y"}[language or _screen] if year else ""
    return _format_date(day, pattern + tail, language)


def weekday(day: date, language: str | None = None) -> str:
    """Return the name of the day of the week."""
    return _format_date(day, "EEEE", language)


def clock(at: time | datetime, language: str | None = None) -> str:
    """Return a time of day in twelve-hour form: "9:00 AM" or "9:00 a. m.".

    With ordinary spaces, so that it can be searched for and typed again, and in the way Spanish writes it;
    Babel has a narrow no-break space, and "a.m.".
    """
    half = HALVES[language or _screen][at.hour >= 12]
    return f"{at.hour % 12 or 12}:{at.minute:02d} {half}"


def moment(at: datetime, language: str | None = None) -> str:
    """Return a day and time: "Friday, March 13, 9:00 AM"."""
    return f"{long_date(at.date(), language)}, {clock(at.replace(tzinfo=None), language)}"


_NEAR_DAYS = {-1: N_("yesterday"), 0: N_("today"), 1: N_("tomorrow")}
_NEAR_TIMES = {-1: N_("yesterday {time}"), 0: N_("today {time}"), 1: N_("tomorrow {time}")}


def near(at: date, today: date, language: str | None = None) -> str:
    """Return "today 9:00 AM", within the coming week "Fri 2:30 PM", else "Mar 2, 9:00 AM"; the year where
    it is another one. A day without a time: "today", "Fri", "Mar 2".
    """
    day = at.date() if isinstance(at, datetime) else at
    away, chosen = (day - today).days, language or _screen
    week = 1 < away < 7
    words = _format_date(day, "EEE", chosen) if week else short_date(day, chosen, year=day.year != today.year)
    if not isinstance(at, datetime):
        return translate(_NEAR_DAYS[away], chosen) if away in _NEAR_DAYS else words
    time_of_day = clock(at, chosen)
    if away in _NEAR_TIMES:
        return translate(_NEAR_TIMES[away], chosen).format(time=time_of_day)
    return f"{words} {time_of_day}" if week else f"{words}, {time_of_day}"


def capital(words: str) -> str:
    """Return `words` with a capital letter at the front, as a line begins."""
    return words[:1].upper() + words[1:]


def _format_date(day: date, pattern: str, language: str | None) -> str:
    plain = day.date() if isinstance(day, datetime) else day
    return _formatted(plain, pattern, LOCALES[language or _screen])


@lru_cache(maxsize=1024)
def _formatted(day: date, pattern: str, locale: str) -> str:
    """A list shows the same few days at every key; Babel takes 0.1 ms for each."""
    from babel.dates import format_date  # deferred: 60 ms that the first window does not need

    return format_date(day, pattern, locale=locale)
