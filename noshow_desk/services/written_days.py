"""Days as letters name them: "Wednesday, December 2", "the 2nd of Dec", «2 de diciembre», 12/02/2026."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from noshow_desk.storage.folding import fold

# As regular expressions, from Monday and from January; the first three letters tell one from another.
_DAYS = {
    "en": "mon(?:day)? tue(?:s|sday)? wed(?:nesday)? thu(?:rs?|rsday)? fri(?:day)? sat(?:urday)? sun(?:day)?",
    "es": "lun(?:es)? mar(?:tes)? mi[eé](?:rcoles)? jue(?:ves)? vie(?:rnes)? s[aá]b(?:ado)? dom(?:ingo)?",
}
_MONTHS = {
    "en": "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)?"
    " oct(?:ober)? nov(?:ember)? dec(?:ember)?",
    "es": "ene(?:ro)? feb(?:rero)? mar(?:zo)? abr(?:il)? may(?:o)? jun(?:io)? jul(?:io)? ago(?:sto)?"
    " sep?t?(?:iembre)? oct(?:ubre)? nov(?:iembre)? dic(?:iembre)?",
}
_ORDER = {  # what the names begin with, without accents
    "days": {"en": "mon tue wed thu fri sat sun", "es": "lun mar mie jue vie sab dom"},
    "months": {
        "en": "jan feb mar apr may jun jul aug sep oct nov dec",
        "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    },
}
_FIRST = "primero"
_DAY = "3[01]|[12][0-9]|0?[1-9]"
_MONTHS_OF_YEAR, _DAYS_OF_MONTH, _CENTURY = 12, 31, 2000
_VERBS, _PROOFS = ("may", "march"), {"weekday", "year"}  # English ones; what makes them months all the same
_AHEAD = re.compile(r"\b(?:on|until|till|by|since|from|of|for|dated?|the)\s+$", re.IGNORECASE)
# What a day in numbers stands behind where it bears no year, and what a part of something stands before.
_CUES = {"en": r"\b(?:on|until|since|dated?)\s+", "es": r"\b(?:el|del|al|d[ií]a|fecha)\s+"}
_PART_OF = r"\s*(?:%|(?:of|de|an?|una?|hours?|horas?|days?|d[ií]as?|miles?|millas?|time|pay)\b)"


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day at `start` to `end` of a text; `weekday` counts from Monday, it and `year` are None where they
    are left out. `two_ways`: in numbers, and the month may be the day.
    """

    start: int
    end: int
    month: int
    day: int
    year: int | None
    weekday: int | None
    two_ways: bool = False

    @property
    def readings(self) -> tuple[tuple[int, int], ...]:
        """Return the months and days that it may be, the likely one first."""
        told = (self.month, self.day)
        return (told, told[::-1]) if self.two_ways else (told,)

    def is_day(self, day: date) -> bool:
        """Say whether all that is written fits `day`."""
        same = (day.month, day.day) in self.readings
        return same and self.year in (None, day.year) and self.weekday in (None, day.weekday())


def written_days(text: str, language: str) -> Iterator[WrittenDay]:
    """Yield the days that `text` names, in order, with their month in words or in numbers ("12/02/2026", "on
    12/2"); not "next Tuesday".
    """
    found = [*_in_words(text, language), *_in_numbers(text, language)]
    yield from sorted(found, key=_start)


def _start(day: WrittenDay) -> int:
    return day.start


def _in_words(text: str, language: str) -> Iterator[WrittenDay]:
    for hit in _pattern(language).finditer(text):
        named = {key: value for key, value in hit.groupdict().items() if value}
        if _is_verb(text, hit, named.keys()):
            continue
        month = _number(named.get("month") or named["month_behind"], "months", language)
        told = (named.get("day") or named["day_ahead"]).lower()
        weekday = _number(named["weekday"], "days", language) if "weekday" in named else None
        year = int(named["year"]) if "year" in named else None
        number = 1 if told == _FIRST else int(told)
        yield WrittenDay(hit.start(), hit.end(), month + 1, number, year, weekday)


def _is_verb(text: str, hit: re.Match[str], named: Set[str]) -> bool:
    """Say whether the month is a word of its own: "I may 5 times". After "on may" it is a month again."""
    bare = hit["month"] if "month" in named and not named & _PROOFS else ""
    return bare in _VERBS and hit[0][-1].isdigit() and not _AHEAD.search(text, 0, hit.start())


def _in_numbers(text: str, language: str) -> Iterator[WrittenDay]:
    """Yield days in numbers: with a year wherever they stand, without one only where a day is told: 24/7 and
    3/4 are none.
    """
    for hit in _numbers(language).finditer(text):
        named = {key: value for key, value in hit.groupdict().items() if value}
        if "iso" in named:
            month, day, year = (int(named[key]) for key in ("iso_month", "iso_day", "iso"))
        elif "year" in named or (named.keys() & {"weekday", "cue"} and named["sign"] == "/"):
            year = int(named.get("year", 0))
            month, day = _in_order(int(named["one"]), int(named["two"]), language)
        else:
            continue
        if 1 <= month <= _MONTHS_OF_YEAR and 1 <= day <= _DAYS_OF_MONTH and hit["told"] != "24/7":
            weekday = _number(named["weekday"], "days", language) if "weekday" in named else None
            start = hit.start("weekday" if "weekday" in named else "told")
            year += _CENTURY if 0 < year < 100 else 0
            either = "iso" not in named and month != day <= _MONTHS_OF_YEAR
            yield WrittenDay(start, hit.end(), month, day, year or None, weekday, either)


def _in_order(one: int, two: int, language: str) -> tuple[int, int]:
    """Return month and day, in the order of the language where both could be either."""
    day_first = language == "es" or one > _MONTHS_OF_YEAR
    return (two, one) if day_first and two <= _MONTHS_OF_YEAR else (one, two)


def _number(name: str, of: str, language: str) -> int:
    begins = fold(name)[:3].replace("set", "sep")  # setiembre
    return _ORDER[of][language].split().index(begins)


@lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str]:
    days, months = (names[language].replace(" ", "|") for names in (_DAYS, _MONTHS))
    if language == "es":
        weekday = rf"(?:\b(?P<weekday>{days})\.?,?\s+(?:el\s+)?(?:d[ií]a\s+)?)?"
        number = rf"(?<![\d:])\b(?P<day_ahead>{_DAY}|{_FIRST})(?:\.?[º°])?"
        day = rf"{number}\s+(?:de\s+)?(?P<month_behind>{months})\b\.?"
        return re.compile(rf"{weekday}{day}(?:,?\s+(?:del?\s+)?(?P<year>\d{{4}})\b)?", re.IGNORECASE)
    weekday = rf"(?:\b(?P<weekday>{days})\.?,?\s+)?"
    ahead = rf"\b(?P<month>{months})\b\.?\s+(?:the\s+)?(?P<day>{_DAY})(?:st|nd|rd|th)?\b(?!:)"
    number = rf"(?:the\s+)?(?<![\d:])\b(?P<day_ahead>{_DAY})(?:st|nd|rd|th)?"
    behind = rf"{number}\s+(?:of\s+)?(?P<month_behind>{months})\b"
    return re.compile(rf"{weekday}(?:{ahead}|{behind})(?:,?\s+(?P<year>\d{{4}})\b)?", re.IGNORECASE)


@lru_cache(maxsize=4)
def _numbers(language: str) -> re.Pattern[str]:
    days = _DAYS[language].replace(" ", "|")
    weekday = rf"\b(?P<weekday>{days})\b\.?,?\s+(?:el\s+|the\s+)?(?:d[ií]a\s+)?"
    iso = r"(?P<iso>20\d\d)-(?P<iso_month>\d\d)-(?P<iso_day>\d\d)"
    pair = r"(?P<one>\d{1,2})(?P<sign>[/.-])(?P<two>\d{1,2})(?:(?P=sign)(?P<year>20\d\d|(?<=/)2\d))?"
    told = rf"(?<![\w./-])(?P<told>{iso}|{pair})(?![\w/]|[.-]\w|{_PART_OF})"
    return re.compile(rf"(?:{weekday}|(?P<cue>{_CUES[language]}))?{told}", re.IGNORECASE)
