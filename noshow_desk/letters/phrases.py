"""The phrase bank: words for what a client may not know how to say (R15), by purpose and register."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache

from noshow_desk.domain.case_facts import CaseFacts
from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import LANGUAGES, N_
from noshow_desk.letters.known import Known
from noshow_desk.letters.phrase_marks import Mark, marks_of
from noshow_desk.paths import resource

_HOLE = re.compile(r"\{(client|interviewer|appointment)\}")
_PLAIN_WORDS = {
    "en": {"client": "…", "interviewer": "…", "appointment": "interview"},
    "es": {"client": "…", "interviewer": "…", "appointment": "entrevista"},
}


class Purpose(StrEnum):
    """What a phrase is for, in the order of a call."""

    OPEN = "open"
    OWN = "own"
    SORRY_MISS = "sorry_miss"
    SORRY_TROUBLE = "sorry_trouble"
    ASK = "ask"
    THANK = "thank"
    CLOSE = "close"


class Register(StrEnum):
    """How a phrase sounds."""

    PLAIN = "plain"
    WARM = "warm"
    FORMAL = "formal"


PURPOSES = {
    Purpose.OPEN: N_("Begin"),
    Purpose.OWN: N_("Own it"),
    Purpose.SORRY_MISS: N_("Sorry for missing it"),
    Purpose.SORRY_TROUBLE: N_("Sorry for the trouble"),
    Purpose.ASK: N_("Ask"),
    Purpose.THANK: N_("Thank"),
    Purpose.CLOSE: N_("Close"),
}
# A letter has its greeting and its closing; the words that begin and end a call are for a call.
_ON_PAPER = (Purpose.OWN, Purpose.SORRY_MISS, Purpose.SORRY_TROUBLE, Purpose.THANK)
_ASKING = (Purpose.OWN, Purpose.SORRY_MISS, Purpose.SORRY_TROUBLE, Purpose.ASK, Purpose.THANK)
_IN_A_CALL = tuple(Purpose)
REGISTERS = {Register.PLAIN: N_("Plain"), Register.WARM: N_("Warm"), Register.FORMAL: N_("Formal")}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase; `text` may hold {client}, {interviewer} and {appointment}. `when` says what must be so."""

    purpose: Purpose
    register: Register
    language: str
    text: str
    when: frozenset[Mark] = frozenset()

    def said(self, *, client: str = "", interviewer: str = "", appointment: str = "") -> str:
        """Return the phrase with the names filled in."""
        given = {"client": client, "interviewer": interviewer, "appointment": appointment}
        plain = _PLAIN_WORDS[self.language]
        return _HOLE.sub(lambda hole: given[hole.group(1)] or plain[hole.group(1)], self.text)


def purposes_on(kind: PaperKind | None, facts: CaseFacts, now: datetime) -> tuple[Purpose, ...]:
    """Return what phrases are for on a paper of this kind, or in the next call (None), at `now` (aware).

    Only where another time may still be asked for do they ask; only an apology does so on paper (R11). What
    cannot be said truly in each register is left out.
    """
    known = Known(facts=facts, today=now.date(), language="en")
    asking = not known.decided_against if kind is None else known.should_ask
    fitting = _IN_A_CALL if kind is None else _ASKING if kind is PaperKind.APOLOGY else _ON_PAPER
    marks = marks_of(facts, now, on_paper=kind is not None)
    said = {(phrase.purpose, phrase.register) for phrase in phrases("en", marks=marks)}
    sayable = [one for one in fitting if all((one, register) in said for register in Register)]
    return tuple(one for one in sayable if asking or one is not Purpose.ASK)


def phrases(
    language: str,
    purpose: Purpose | None = None,
    register: Register | None = None,
    *,
    marks: frozenset[Mark] | None = None,
) -> tuple[Phrase, ...]:
    """Return the phrases of a language, of one purpose or register when given, in the order of a call.

    With `marks` (`marks_of`) only those that are true where these hold.
    """
    return tuple(
        phrase
        for phrase in _bank(language if language in LANGUAGES else "en")
        if purpose in (None, phrase.purpose)
        and register in (None, phrase.register)
        and (marks is None or phrase.when <= marks)
    )


@cache
def _bank(language: str) -> tuple[Phrase, ...]:
    table = tomllib.loads(resource(f"phrases/{language}.toml").read_text(encoding="utf-8"))
    return tuple(
        _phrase(purpose, register, language, row)
        for purpose in Purpose
        for register in Register
        for row in table[purpose][register]
    )


def _phrase(purpose: Purpose, register: Register, language: str, row: str | Mapping[str, object]) -> Phrase:
    """Return one line of the bank: its words alone, or `say` and `when`."""
    if isinstance(row, str):
        return Phrase(purpose, register, language, row)
    when = row["when"]
    assert isinstance(when, list)
    return Phrase(purpose, register, language, str(row["say"]), frozenset(map(Mark, when)))
