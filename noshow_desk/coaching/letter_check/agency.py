"""Finds the caseworker's own agency in a paper, by name or telephone: known from the record, not any list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.tokens import fold
from noshow_desk.domain.case_facts import CaseFacts

_WORD = re.compile(r"\w+")
_SHORTEST = 4
# A telephone number of the record, without what comes after "ext."; then its digits.
_NUMBER = re.compile(r"\d(?:[\s().\u2010-\u2015-]*\d){6,}")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_BETWEEN = r"[\s()./\u2010-\u2015-]"
_LOCAL = 7


def named_agency(text: str, paper: Kind, record: CaseFacts) -> Iterator[tuple[int, int]]:
    """Yield where the agency or, in a client's paper, the caseworker of `record` is named in `text`.

    In a notice the caseworker says the own name; the office stays out of it. The office's telephone names it
    too, in every paper: whoever calls back hears who answers (PRACTICE, A1).
    """
    worker = record.caseworker
    yield from _telephones(text, worker.phone)
    names = [worker.office_name, worker.email]
    if paper is not Kind.NOTICE:
        names.append(worker.name)
    words = [(fold(hit.group()), hit.start(), hit.end()) for hit in _WORD.finditer(text)]
    for name in names:
        wanted = [fold(word) for word in _WORD.findall(name)]
        if len("".join(wanted)) < _SHORTEST:
            continue
        for place in range(len(words) - len(wanted) + 1):
            if [word for word, _start, _end in words[place : place + len(wanted)]] == wanted:
                yield words[place][1], words[place + len(wanted) - 1][2]


def _telephones(text: str, phone: str) -> Iterator[tuple[int, int]]:
    """Yield where a number of `phone` is written in `text`, whatever stands between its digits."""
    for number in _NUMBER.findall(phone):
        digits = _NOT_DIGITS.sub("", number)
        if len(digits) > 10 and digits.startswith("1"):
            digits = digits[1:]
        for hit in _written(digits).finditer(text):
            yield hit.span()


def _written(digits: str) -> re.Pattern[str]:
    """Return what finds these digits as a number of their own: with the country's 1 or without, and without
    the area code where no other one stands there.
    """
    whole, local = (f"{_BETWEEN}{{0,3}}".join(part) for part in (digits, digits[-_LOCAL:]))
    alone = rf"(?<!\d)(?<!\d{_BETWEEN})(?<!\d{_BETWEEN}{{2}}){local}"
    return re.compile(rf"(?:(?<!\d)(?:\+?1{_BETWEEN}{{0,2}})?\(?{whole}|{alone})(?!\d)")
