"""Hints of the practice in the words of the screen: shown once, never in the way."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from noshow_desk.domain.incident import Obstacle
from noshow_desk.domain.practice.counters import asks_why_not_client, owners
from noshow_desk.i18n import LANGUAGES, N_, Message
from noshow_desk.paths import resource

SAFE = Message(N_("Are you safe? Do you need help right now?"))
SAY_TRUE = Message(N_("Nothing has to be said. What is said must be true."))
IDEA_FIRST = Message(N_("Our suggestions open once the client's own idea is written down."))
EVERY_SENTENCE_TRUE = Message(N_("Every sentence is true."))
NOTHING_UNTRUE = Message(N_("I know of nothing untrue here."))

# R16: both lines are on screen before the call.
BEFORE_THE_CALL = (
    Message(N_("What is likely: a no, or “let me see”. A no is about a schedule, not about you.")),
    Message(
        N_("Why it is worth it anyway: many respect the call, even when they say no. It is yours to keep.")
    ),
    Message(N_("The worst one can do is a lie or an excuse. Short and true is enough.")),
)

_STIGMA = N_(
    "“{word}” may stay on paper longer than it is fair. What did you see or hear? Perhaps: {instead}."
)
_WHY_NOT_LOWER = N_("You said {value}. Why not lower?")
_FROM_ZERO = N_("You said 0. What would have to happen to make it a 1?")
_WHY_NOT_CLIENT = N_(
    "You took this one. Why not {client}? Could you offer something smaller, such as sitting beside?"
)
_COUNTER = N_("client {client} · caseworker {caseworker}")


@dataclass(frozen=True, slots=True)
class StigmaWord:
    """A word in a note that judges instead of telling; `start` and `end` are code points, end exclusive."""

    start: int
    end: int
    message: Message


def stigma_words(note: str) -> tuple[StigmaWord, ...]:
    """R1: return the words of a note that deserve a second look, in English and Spanish."""
    pattern, instead = _stigma()
    return tuple(
        StigmaWord(
            hit.start(),
            hit.end(),
            Message(_STIGMA, {"word": hit.group(), "instead": instead[hit.lastindex or 1]}),
        )
        for hit in pattern.finditer(note)
    )


def why_not_lower(value: int) -> Message:
    """R6: return the question to a number on a ruler; never "why not 10?"."""
    return Message(_WHY_NOT_LOWER, {"value": value}) if value > 0 else Message(_FROM_ZERO)


def why_not_client(obstacle: Obstacle, client: str) -> Message | None:
    """R9: return the question when the caseworker took an obstacle and has not said why; else None."""
    return Message(_WHY_NOT_CLIENT, {"client": client}) if asks_why_not_client(obstacle) else None


def who_does_what(obstacles: Sequence[Obstacle]) -> Message:
    """R9: return the quiet counter "client 3 · caseworker 1"."""
    client, caseworker = owners(obstacles)
    return Message(_COUNTER, {"client": client, "caseworker": caseworker})


@cache
def _stigma() -> tuple[re.Pattern[str], dict[int, str]]:
    """Return one pattern with a group a row, and what could be written instead of each."""
    rows: list[tuple[str, str]] = []
    for language in LANGUAGES:
        table = tomllib.loads(resource(f"coaching/stigma.{language}.toml").read_text(encoding="utf-8"))
        rows.extend((word, row["instead"]) for row in table["word"] for word in row["words"])
    pattern = "|".join(f"({re.escape(word)})" for word, _instead in rows)
    instead = {index: text for index, (_word, text) in enumerate(rows, start=1)}
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), instead
