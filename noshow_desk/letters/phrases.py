"""The phrase bank: words for what a client may not know how to say (R15), by purpose and register."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from noshow_desk.domain.kinds import PaperKind
from noshow_desk.i18n import LANGUAGES, N_
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
REGISTERS = {Register.PLAIN: N_("Plain"), Register.WARM: N_("Warm"), Register.FORMAL: N_("Formal")}


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase; `text` may hold {client}, {interviewer} and {appointment}."""

    purpose: Purpose
    register: Register
    language: str
    text: str

    def said(self, *, client: str = "", interviewer: str = "", appointment: str = "") -> str:
        """Return the phrase with the names filled in."""
        given = {"client": client, "interviewer": interviewer, "appointment": appointment}
        plain = _PLAIN_WORDS[self.language]
        return _HOLE.sub(lambda hole: given[hole.group(1)] or plain[hole.group(1)], self.text)


def purposes_on(kind: PaperKind) -> tuple[Purpose, ...]:
    """Return what phrases on a paper of this kind are for; only an apology still asks for another time."""
    return _ASKING if kind is PaperKind.APOLOGY else _ON_PAPER


def phrases(
    language: str, purpose: Purpose | None = None, register: Register | None = None
) -> tuple[Phrase, ...]:
    """Return the phrases of a language, of one purpose or register when given, in the order of a call."""
    return tuple(
        phrase
        for phrase in _bank(language if language in LANGUAGES else "en")
        if purpose in (None, phrase.purpose) and register in (None, phrase.register)
    )


@cache
def _bank(language: str) -> tuple[Phrase, ...]:
    table = tomllib.loads(resource(f"phrases/{language}.toml").read_text(encoding="utf-8"))
    return tuple(
        Phrase(purpose, register, language, text)
        for purpose in Purpose
        for register in Register
        for text in table[purpose][register]
    )
