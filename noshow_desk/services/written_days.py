"""Days as a letter names them: "Wednesday, December 2", "the 2nd of Dec", «miércoles 2 de diciembre»."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


@dataclass(frozen=True, slots=True)
class WrittenDay:
    """A day at `start` to `end` of a text; `weekday` counts from Monday, it and `year` are None where they
    are left out.
    """

    start: int
    end: int
    month: int
    day: int
    year: int | None
    weekday: int | None

    def is_day(self, day: date) -> bool:
        """Say whether all that is written fits `day`."""
        same = (self.month, self.day) == (day.month, day.day)
        return same and self.year in (None, day.year) and self.weekday in (None, day.weekday())


def written_days(text: str, language: str) -> Iterator[WrittenDay]:
    """Yield the days that `text` names with their month in words, in order; not "next Tuesday", not 12/2."""
    for hit in _pattern(language).finditer(text):
        named = {key: value for key, value in hit.groupdict().items() if value}
        month = _number(named.get("month") or named["month_behind"], "months", language)
        told = (named.get("day") or named["day_ahead"]).lower()
        weekday = _number(named["weekday"], "days", language) if "weekday" in named else None
        year = int(named["year"]) if "year" in named else None
        number = 1 if told == _FIRST else int(told)
        yield WrittenDay(hit.start(), hit.end(), month + 1, number, year, weekday)


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
