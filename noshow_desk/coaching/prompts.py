"""The coaching card of each step: questions to ask the client, and one line for the caseworker."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from noshow_desk.domain.kinds import StepId
from noshow_desk.i18n import LANGUAGES
from noshow_desk.paths import resource

_HOLE = re.compile(r"\{(client|interviewer)\}")
_SENTENCE_ENDS = (".", "!", "?")
_NOBODY = {
    "en": ("the client", "the interviewer"),
    "es": ("la persona", "quien le esperaba"),
}


@dataclass(frozen=True, slots=True)
class CoachingCard:
    """What stands on top of a step: `questions` to the client, and a `note` to the caseworker."""

    questions: tuple[str, ...]
    note: str


def coaching_card(step: StepId, language: str, *, client: str = "", interviewer: str = "") -> CoachingCard:
    """Return the card of `step` with the names filled in; plain words stand where a name is not known."""
    tongue = language if language in LANGUAGES else "en"
    card = _cards(tongue)[step]
    unnamed_client, unnamed_interviewer = _NOBODY[tongue]
    names = {"client": client or unnamed_client, "interviewer": interviewer or unnamed_interviewer}
    return CoachingCard(tuple(_filled(text, names) for text in card.questions), _filled(card.note, names))


def prompts(step: StepId, language: str, *, client: str = "", interviewer: str = "") -> tuple[str, ...]:
    """Return the questions of the card of `step`; "Next prompt" goes through them in a ring."""
    return coaching_card(step, language, client=client, interviewer=interviewer).questions


@cache
def _cards(language: str) -> dict[StepId, CoachingCard]:
    table = tomllib.loads(resource(f"coaching/prompts.{language}.toml").read_text(encoding="utf-8"))
    return {StepId(step): CoachingCard(tuple(row["questions"]), row["note"]) for step, row in table.items()}


def _filled(text: str, names: dict[str, str]) -> str:
    """Put the names in, in one pass: braces in a name stay a name; a sentence starts with a capital."""

    def name_of(hole: re.Match[str]) -> str:
        name = names[hole.group(1)]
        before = text[: hole.start()].rstrip()
        return name[:1].upper() + name[1:] if before.endswith(_SENTENCE_ENDS) or not before else name

    return _HOLE.sub(name_of, text)
