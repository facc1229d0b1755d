"""Finds the caseworker's own agency in a paper, by name, telephone or street: known from the record."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.tokens import fold
from noshow_desk.domain.case_facts import CaseFacts

_WORD = re.compile(r"\w+")
_SHORTEST = 4
_SHORTEST_NAME = 3
_SMALL_TEXT = "the of and for de del la el los las y para"
_SMALL = frozenset(_SMALL_TEXT.split())
_USUAL_TEXT = """
job jobs center centre services service career careers employment work works workforce agency office program
programme project community county city state department inc llc re entry reentry coaching resource resources
training house centro servicios empleo trabajo laboral agencia oficina programa proyecto comunidad comunitario
condado ciudad departamento capacitacion recursos casa fundacion foundation
"""
_USUAL = _SMALL | frozenset(_USUAL_TEXT.split())
# A telephone number of the record, without what comes after "ext."; then its digits.
_NUMBER = re.compile(r"\d(?:[\s().\u2010-\u2015-]*\d){6,}")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_BETWEEN = r"[\s()./\u2010-\u2015-]"
_LOCAL = 7


def named_agency(text: str, paper: Kind, record: CaseFacts) -> Iterator[tuple[int, int]]:
    """Yield where the agency or, in a client's paper, the caseworker of `record` is named in `text`.

    In a notice the caseworker says the own name; the office stays out of it. The office's telephone names it
    too, in every paper: whoever calls back hears who answers (PRACTICE, A1). So do its street, and the
    shorter names that people use of it ("Second Start", "SSJC").
    """
    worker = record.caseworker
    yield from _telephones(text, worker.phone)
    words = [_Word(fold(hit.group()), hit.group(), *hit.span()) for hit in _WORD.finditer(text)]
    names = [worker.office_name, worker.email, _street(worker.office_address)]
    short = _short_names(worker.office_name)
    if paper is not Kind.NOTICE:
        names.append(worker.name)
        short += [name for name in _WORD.findall(worker.name) if len(name) >= _SHORTEST_NAME]
    for name in names:
        yield from _found(words, name, written=False)
    others = _names_of_others(record)
    for name in short:
        if not others.issuperset(fold(word) for word in _WORD.findall(name)):
            yield from _found(words, name, written=True)


class _Word(NamedTuple):
    key: str
    typed: str
    start: int
    end: int


def _found(words: Sequence[_Word], name: str, *, written: bool) -> Iterator[tuple[int, int]]:
    """Yield where the words of `name` follow each other; `written`: each with its capitals, as a name."""
    row = _WORD.findall(name)
    wanted = [fold(word) for word in row]
    if not written and len("".join(wanted)) < _SHORTEST:
        return
    for place in range(len(words) - len(wanted) + 1):
        here = words[place : place + len(wanted)]
        if [word.key for word in here] == wanted and (not written or all(map(_is_capital, here, row))):
            yield here[0].start, here[-1].end


def _is_capital(word: _Word, name: str) -> bool:
    """Say whether `word` is written as the name is: "SSJC", "Second"."""
    return word.typed.isupper() or (word.typed[:1].isupper() and not (len(name) > 1 and name.isupper()))


def _street(address: str) -> str:
    """Return house and street of an address, what stands before its first comma or line break."""
    street = re.split(r"[,\n]", address.strip(), maxsplit=1)[0]
    return street if any(char.isdigit() for char in street) and len(street.split()) > 1 else ""


def _short_names(office: str) -> list[str]:
    """Return what people call an office by: its name without "Job Center" and the like, that in one word,
    and its initials. One common word alone ("Harbor") says too little.
    """
    row = _WORD.findall(office)
    own = [word for word in row if fold(word) not in _USUAL]
    initials = "".join(word[0] for word in row if fold(word) not in _SMALL).upper()
    found = [initials] if len(initials) >= _SHORTEST_NAME else []
    if len(own) > 1:
        together = [word for word in row if fold(word) in _SMALL or word in own]
        found += [" ".join(together), "".join(together)]
    return found


def _names_of_others(record: CaseFacts) -> frozenset[str]:
    """Return the words that name client, interviewer or organisation, too: they are no sign of the agency."""
    client, who = record.client, record.interviewer
    names = (client.first_name, client.last_name, who.first_name, who.last_name, record.organisation.name)
    return frozenset(fold(word) for name in names for word in _WORD.findall(name))


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
