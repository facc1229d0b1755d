"""The coaching card of each step: questions to ask the client, and one line for the caseworker."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from noshow_desk.domain.kinds import PaperKind, StepId
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


def coaching_card(
    step: StepId,
    language: str,
    *,
    client: str = "",
    interviewer: str = "",
    paper: PaperKind | None = None,
    called: bool = True,
) -> CoachingCard:
    """Return the card of `step` with the names filled in; plain words stand where a name is not known.

    A step that writes a `paper` may have another card for it. Questions about the call to the interviewer
    are left out where nobody `called` yet.
    """
    tongue = language if language in LANGUAGES else "en"
    row = _rows(tongue)[step]
    asked = row.get(paper.value, row) if paper is not None else row
    questions = (*(row.get("after_call", ()) if called else ()), *asked["questions"])
    unnamed_client, unnamed_interviewer = _NOBODY[tongue]
    names = {"client": client or unnamed_client, "interviewer": interviewer or unnamed_interviewer}
    return CoachingCard(tuple(_filled(text, names) for text in questions), _filled(asked["note"], names))


def prompts(step: StepId, language: str, *, client: str = "", interviewer: str = "") -> tuple[str, ...]:
    """Return the questions of the card of `step`; "Next prompt" goes through them in a ring."""
    return coaching_card(step, language, client=client, interviewer=interviewer).questions


@cache
def _rows(language: str) -> dict[StepId, dict[str, Any]]:
    table = tomllib.loads(resource(f"coaching/prompts.{language}.toml").read_text(encoding="utf-8"))
    return {StepId(step): row for step, row in table.items()}


def _filled(text: str, names: dict[str, str]) -> str:
    """Put the names in, in one pass: braces in a name stay a name; a sentence starts with a capital."""

    def name_of(hole: re.Match[str]) -> str:
        name = names[hole.group(1)]
        before = text[: hole.start()].rstrip()
        return name[:1].upper() + name[1:] if before.endswith(_SENTENCE_ENDS) or not before else name

    return _HOLE.sub(name_of, text)
