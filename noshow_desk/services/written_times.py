"""Times of day as a letter writes them: "10:30 AM", "half past ten", "15:00 h", «a las diez y media»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from functools import lru_cache

from noshow_desk.storage.folding import fold

_HOURS = {
    "en": "one two three four five six seven eight nine ten eleven twelve",
    "es": "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
}
# Parts of an hour in words: minutes behind the hour ("ten thirty"), or past and to it ("a quarter to ten").
_PARTS = {
    "en": {"half": 30, "a quarter": 15, "quarter": 15, "five": 5, "ten": 10, "twenty": 20, "fifteen": 15}
    | {"thirty": 30, "forty-five": 45, "forty five": 45},
    "es": {"media": 30, "cuarto": 15, "treinta": 30, "cinco": 5, "diez": 10, "quince": 15, "veinte": 20}
    | {"veinticinco": 25, "cuarenta y cinco": 45},
}
_NOON = {"noon": 720, "midday": 720, "midnight": 0, "mediodia": 720, "medianoche": 0}
_HALF_DAY = 720  # minutes
_DIGITS = r"(?P<hour>\d{1,2})(?:(?P<sign>[:.h])(?P<minutes>[0-5]\d)(?![\d%]))?"
_HALF = r"(?:\s*(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b))?"
# What may not follow: "10 minutes", "9 to 5", "9-5", "3 of us", "10 %", "12/3", "9,500"; a decimal.
_NOT_THEN = r"(?!\w|[.,:/]\d|\s*[-–—]\s*\d|\s*[%$/])"


@dataclass(frozen=True, slots=True)
class WrittenTime:
    """A time at `start` to `end` of a text, with its "at" from `said` on; `minutes` of the day.

    `sure` says whether morning or afternoon is told; "at nine" may be either. `bare`: a number alone, or a
    word, that is a time only behind an "at".
    """

    said: int
    start: int
    end: int
    minutes: int
    sure: bool
    bare: bool

    @property
    def has_at(self) -> bool:
        """Say whether "at" or «a las» stands before it."""
        return self.said < self.start

    def is_time(self, at: time) -> bool:
        """Say whether all that is written fits `at`."""
        return self.after(at) == 0

    def after(self, at: time) -> int:
        """Return how many minutes after `at` it is, negative for before; half a day apart is the same where
        morning or afternoon is not told.
        """
        gap = self.minutes - (60 * at.hour + at.minute)
        return gap if self.sure else (gap + _HALF_DAY // 2) % _HALF_DAY - _HALF_DAY // 2


def written_times(text: str, language: str) -> Iterator[WrittenTime]:
    """Yield the times that `text` names, in order, those of a span ("from 9 to 5") left out."""
    spans = [found.span() for found in _span(language).finditer(text)]
    for hit in _pattern(language).finditer(text):
        if any(first < hit.end() and hit.start() < last for first, last in spans):
            continue
        told = {key: value.lower() for key, value in hit.groupdict().items() if value}
        read = _read(told, language)
        if read is not None and ("at" in told or not read[2]):
            yield WrittenTime(hit.start(), hit.start("time"), hit.end("time"), *read)


def _read(told: dict[str, str], language: str) -> tuple[int, bool, bool] | None:
    """Return the minutes of the day, whether they are sure, and whether it is a number or word alone."""
    if "noon" in told:
        return _NOON[fold(told["noon"])], True, False
    hours, word = _HOURS[language].split(), told.get("word") or told.get("past_word", "")
    hour = hours.index(word) + 1 if word in hours else int(told.get("hour") or told["past_hour"])
    if hour > 23:
        return None
    minutes = 60 * hour + int(told.get("minutes", 0)) + _part_of_hour(told, language)
    half = told.get("half") or _half_of(told.get("part", ""))
    bare = not (told.keys() & {"half", "clock", "part", "past", "more"}) and told.get("sign", ".") == "."
    if hour > 12 or (hour == 0 and not half):
        return minutes % (2 * _HALF_DAY), True, bare
    if half:
        return minutes % _HALF_DAY + (_HALF_DAY if half == "p" else 0), True, bare
    return minutes % _HALF_DAY, False, bare


def _part_of_hour(told: dict[str, str], language: str) -> int:
    part = told.get("past") or told.get("more")
    if part is None:
        return 0
    minutes = int(part) if part.isdigit() else _PARTS[language][" ".join(part.split())]
    return -minutes if told.get("to") in ("to", "till", "of", "before", "menos") else minutes


def _half_of(part: str) -> str:
    """Return "a" or "p" for a part of the day in words."""
    if not part:
        return ""
    return "a" if fold(part).endswith(("morning", "manana", "madrugada")) else "p"


@lru_cache(maxsize=4)
def _pattern(language: str) -> re.Pattern[str]:
    words, parts = _HOURS[language].replace(" ", "|"), "|".join(_PARTS[language])
    if language == "es":
        value = rf"(?:(?P<noon>mediod[ií]a|medianoche)|(?:{_DIGITS}|(?P<word>{words}))"
        value += rf"(?:\s+(?P<to>y|menos)\s+(?P<more>{parts}|\d\d?)\b)?(?P<clock>\s*(?:h|hs|hrs|horas)\b\.?)?"
        value += rf"{_HALF}(?:\s+en punto)?"
        value += r"(?P<part>\s+(?:de|por|en)\s+la\s+(?:mañana|madrugada|tarde|noche))?)"
        return re.compile(
            rf"(?:(?P<at>\ba\s+las?\s+|\bal?\s+(?=medi))|(?<![\w.,:/$-]))(?P<time>{value}){_NOT_THEN}",
            re.IGNORECASE,
        )
    past = rf"(?P<past>{parts}|\d\d?)(?:\s+minutes)?\s+(?P<to>past|after|to|till|of|before)\s+"
    past += rf"(?:(?P<past_hour>\d{{1,2}})|(?P<past_word>{words}))"
    plain = rf"(?:{_DIGITS}|(?P<word>{words})(?:[\s-]+(?P<more>{parts})\b)?)"
    value = (
        rf"(?:(?P<noon>noon|midday|midnight)|(?:{past}|{plain})(?P<clock>\s*o[’'`]?\s?clock|\s*h(?:rs?)?\b)?"
    )
    value += rf"{_HALF}(?:\s+sharp)?(?P<part>\s+in\s+the\s+(?:morning|afternoon|evening)|\s+at\s+night)?)"
    return re.compile(
        rf"(?:(?P<at>(?:\bat|@)\s*)|(?<![\w.,:/$-]))(?P<time>{value}){_NOT_THEN}", re.IGNORECASE
    )


@lru_cache(maxsize=4)
def _span(language: str) -> re.Pattern[str]:
    """Return what finds two times with words between that make a stretch, or a choice, of them."""
    words = _HOURS[language].replace(" ", "|")
    joins, article = "to|till?|until|through|and|or", r"(?:at\s+)?"
    if language == "es":
        joins, article = "a|hasta|y|o|e|u", r"(?:a?\s*las?\s+)?"
    number = rf"(?:\d{{1,2}}(?:[:.h][0-5]\d)?|{words}|noon|midday|mediod[ií]a)"
    one = rf"{number}(?:\s*[ap]\.?\s?m\b\.?)?(?:\s*h(?:rs?|oras)?\b\.?)?"
    return re.compile(rf"\b{one}(?:\s*[-–—]\s*|\s+(?:{joins})\s+){article}{one}\b", re.IGNORECASE)
