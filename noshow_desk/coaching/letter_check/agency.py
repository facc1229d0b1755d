"""Finds the names of the caseworker's own agency in a paper: known from the record, not from any list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from noshow_desk.coaching.letter_check.finding import Kind
from noshow_desk.coaching.letter_check.tokens import fold
from noshow_desk.domain.case_facts import CaseFacts

_WORD = re.compile(r"\w+")
_SHORTEST = 4


def named_agency(text: str, paper: Kind, record: CaseFacts) -> Iterator[tuple[int, int]]:
    """Yield where the agency or, in a client's paper, the caseworker of `record` is named in `text`.

    In a notice the caseworker says the own name; the office stays out of it.
    """
    worker = record.caseworker
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
