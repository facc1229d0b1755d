"""Where a thank-you note names a new date that has passed: nobody looks forward to what is over (R13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from noshow_desk.domain.blocks import Letter
from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import full_date, long_date, short_date, weekday


def passed_dates(
    text: str, *, letter: Letter, facts: CaseFacts, today: date
) -> Iterator[tuple[int, int, date]]:
    """Yield where `text`, the words of `letter`, names the new date of `facts`, and that date, when it lies
    before `today`.
    """
    new = facts.new_appointment
    if letter.kind is not PaperKind.THANK_YOU or new is None or new.starts is None:
        return
    day = new.starts.date()
    if day < today:
        for hit in _written_day(day, letter.language).finditer(text):
            yield hit.start(), hit.end(), day


def _written_day(day: date, language: str) -> re.Pattern[str]:
    """Return what finds a day as letters write it, with or without its weekday and year."""
    name = weekday(day, language)
    bare = long_date(day, language).removeprefix(name).lstrip(", ")
    forms = (full_date(day, language), bare, short_date(day, language))
    either = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"(?:{re.escape(name)},?\s+)?\b(?:{either})\b", re.IGNORECASE)
