"""Hints of the practice in the words of the screen: shown once, never in the way."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from noshow_desk.domain.incident import InsideReason, Obstacle, OutsideReason
from noshow_desk.domain.kinds import OutsideFactor, Who
from noshow_desk.i18n import LANGUAGES, N_, Message
from noshow_desk.paths import resource

MOST_OBSTACLES = 3  # R7
HIGH, LOW = 7, 5  # R6: from 7 up it matters much, up to 5 it feels unsure

SAFE = Message(N_("Are you safe? Do you need help right now?"))
SAY_TRUE = Message(N_("Nothing has to be said. What is said must be true."))
OWN_WORDS_FIRST = Message(N_("First in the client's own words, exactly as said. Reasons come after that."))
NO_SUCH_FIELD = Message(
    N_("Leave out offences, diagnoses and immigration status. NoShow Desk has no field for them.")
)
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
_ONLY_OUTSIDE = Message(
    N_("So far everything lies outside: the bus, the shift, the phone. Was there also something inside?")
)
_WHY_NOT_CLIENT = N_(
    "You took this one. Why not {client}? Could you offer something smaller, such as sitting beside?"
)
_ENOUGH = Message(N_("Three are plenty for one day. More is possible, but will it help?"))
_REHEARSE_FIRST = Message(N_("It matters a lot and feels hard. Rehearse once more before the call."))
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


def rehearse_first(importance: int | None, confidence: int | None) -> Message | None:
    """R6: return the advice to rehearse when it matters and feels hard, else None."""
    if importance is None or confidence is None:
        return None
    return _REHEARSE_FIRST if importance >= HIGH and confidence <= LOW else None


def only_outside(outside: Sequence[OutsideReason], inside: Sequence[InsideReason]) -> Message | None:
    """R4: return a nudge when only outside factors are named; "not explored yet" is an answer, too."""
    real = [reason for reason in outside if reason.factor is not OutsideFactor.NONE]
    return _ONLY_OUTSIDE if real and not inside else None


def enough_obstacles(obstacles: Sequence[Obstacle]) -> Message | None:
    """R7: return a nudge at the fourth obstacle."""
    return _ENOUGH if len(obstacles) > MOST_OBSTACLES else None


def why_not_client(obstacle: Obstacle, client: str) -> Message | None:
    """R9: return the question when the caseworker took an obstacle and has not said why; else None."""
    asked = obstacle.owner is Who.CASEWORKER and not obstacle.why_not_client.strip()
    return Message(_WHY_NOT_CLIENT, {"client": client}) if asked else None


def who_does_what(obstacles: Sequence[Obstacle]) -> Message:
    """R9: return the quiet counter "client 3 · caseworker 1"."""
    owners = [obstacle.owner for obstacle in obstacles]
    return Message(_COUNTER, {"client": owners.count(Who.CLIENT), "caseworker": owners.count(Who.CASEWORKER)})


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
