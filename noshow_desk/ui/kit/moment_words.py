"""Days and times as people type them: "3/13", "mar 13", "friday", "tomorrow"; "2:30 pm", "230p", "14:30"."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time, timedelta

# The words of both languages are always understood, whatever the screen speaks.
_MONTHS = (
    ("january", "enero"), ("february", "febrero"), ("march", "marzo"), ("april", "abril"),
    ("may", "mayo"), ("june", "junio"), ("july", "julio"), ("august", "agosto"),
    ("september", "septiembre", "setiembre"), ("october", "octubre"), ("november", "noviembre"),
    ("december", "diciembre"),
)  # fmt: skip
_WEEKDAYS = (
    ("monday", "lunes"), ("tuesday", "martes"), ("wednesday", "miercoles"), ("thursday", "jueves"),
    ("friday", "viernes"), ("saturday", "sabado"), ("sunday", "domingo"),
)  # fmt: skip
_RELATIVE = {"today": 0, "hoy": 0, "tomorrow": 1, "manana": 1, "yesterday": -1, "ayer": -1}
_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?(?:[:.]\d{2})?\s*(am?|pm?)?")


def read_day(words: str, today: date) -> date | None:
    """Return the day that `words` mean, seen from `today`; None when they mean none.

    Numbers are month/day[/year] as in the United States; without a year, the day nearest to today within the
    last 60 days or the coming 305. A weekday is the coming one.
    """
    folded = _fold(words)
    if folded in _RELATIVE:
        return today + timedelta(days=_RELATIVE[folded])
    weekday = _index_of(folded, _WEEKDAYS)
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", folded)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    return _month_and_day(folded, today)


def read_time(words: str) -> time | None:
    """Return the time of day that `words` mean; None when they mean none.

    Without am or pm, 1 to 6 are afternoon hours: nobody waits for a client at three at night.
    """
    folded = _fold(words).replace(". ", "").replace(" m", "m").rstrip(".")
    if folded in ("noon", "mediodia"):
        return time(12)
    found = _TIME.fullmatch(folded)
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "")[:1]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 1 <= hour <= 6 and len(found[1]) == 1:
        hour += 12
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _fold(words: str) -> str:
    plain = unicodedata.normalize("NFKD", words.casefold())
    plain = "".join(mark for mark in plain if not unicodedata.combining(mark))
    plain = plain.replace("a. m.", "am").replace("p. m.", "pm").replace("a.m.", "am").replace("p.m.", "pm")
    return re.sub(r"\s+", " ", plain).strip(" .,")


def _month_and_day(folded: str, today: date) -> date | None:
    parts = [part for part in re.split(r"[\s,./-]+", folded) if part not in ("de", "of", "the", "")]
    # "mar" is March, and Tuesday in Spanish: a weekday only where a month follows it.
    month_follows = any(_index_of(part, _MONTHS) is not None for part in parts[1:])
    if parts and month_follows and _index_of(parts[0], _WEEKDAYS) is not None:
        parts = parts[1:]
    named = [_index_of(part, _MONTHS) for part in parts]
    numbers = [
        int(part) for part in (re.sub(r"(st|nd|rd|th)$", "", part) for part in parts) if part.isdigit()
    ]
    months = [at for at in named if at is not None]
    if len(months) == 1 and len(numbers) in (1, 2) and len(parts) == len(numbers) + 1:
        return _with_year(months[0] + 1, numbers[0], numbers[1:], today)
    if not months and len(numbers) in (2, 3) and len(parts) == len(numbers):
        return _with_year(numbers[0], numbers[1], numbers[2:], today)
    return None


def _with_year(month: int, day: int, year: list[int], today: date) -> date | None:
    if year:
        return _day(year[0] + 2000 if year[0] < 100 else year[0], month, day)
    candidates = (_day(today.year + shift, month, day) for shift in (0, 1, -1))
    near = [found for found in candidates if found and -60 <= (found - today).days <= 305]
    return near[0] if near else _day(today.year, month, day)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _index_of(word: str, table: tuple[tuple[str, ...], ...]) -> int | None:
    word = word.rstrip(".")
    if len(word) < 3:
        return None
    hits = {at for at, names in enumerate(table) for name in names if name.startswith(word)}
    return hits.pop() if len(hits) == 1 else None
